"""A template that was read, and what is left of it for one plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.invulvelden import Invulveld
from uitvoeringsplan.word.sjabloon.conditions import Keuzedeel
from uitvoeringsplan.word.sjabloon.template_checks import check_variant

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.sjabloon.cut_part import CutPart
    from uitvoeringsplan.word.sjabloon.template_parts import Control, TemplatePart
    from uitvoeringsplan.word.writing.answer_xml import StyleIds


class NewNumberings(NamedTuple):
    """Where new numberings go: the part, its tree, the list and the next free id."""

    part: str
    root: Element
    lijst: str
    following: int


class Sjabloon(NamedTuple):
    """A template that was read: its parts, and what of Word's own things the answers need."""

    package: Package
    document: str
    parts: tuple[TemplatePart, ...]
    roots: dict[str, Element]  # by the name of the part; they are copied to be filled
    styles: StyleIds
    numbering: NewNumberings
    counters: Counters
    relationships: bytes | None
    pointed: frozenset[str]  # ids of relationships that the main part points at
    bookmarks: int  # from this number on none of the main part has it
    main_relationships: dict[str, str]  # of the package itself: kind to part
    variants: dict[tuple[bool, ...], tuple[Variant, ...]]  # by which conditions hold
    cuts: dict[Hashable, CutPart]  # parts in pieces, by what makes other pieces of them
    omitted: tuple[str, ...] = ()  # what of it no document gets, as sentences


class Variant(NamedTuple):
    """A part for one plan: its controls, with whether they stay; none that is in one that goes."""

    part: TemplatePart
    controls: tuple[tuple[Control, bool], ...]

    @property
    def fields(self) -> list[Invulveld]:
        """The places for answers that stay."""
        return [c.what for c, _ in self.controls if isinstance(c.what, Invulveld)]


def choose_variant(
    sjabloon: Sjabloon, value: Callable[[str], str], vragenlijst: Vragenlijst
) -> tuple[Variant, ...]:
    """Return the parts as they are for the answers that `value` tells; raises SjabloonError."""
    outcome = tuple(
        choice.voorwaarde.holds(value) for part in sjabloon.parts for choice in part.choices
    )
    if outcome not in sjabloon.variants:
        holds = iter(outcome)
        variants = tuple(Variant(part, tuple(_left(part, holds))) for part in sjabloon.parts)
        fields = [field for variant in variants for field in variant.fields]
        check_variant(sjabloon.package.path, fields, vragenlijst)
        sjabloon.variants[outcome] = variants
    return sjabloon.variants[outcome]


def _left(part: TemplatePart, holds: Iterator[bool]) -> Iterator[tuple[Control, bool]]:
    until = 0  # everything before this place is in a part that goes
    for control in part.controls:
        stays = not isinstance(control.what, Keuzedeel) or next(holds)
        if control.place < until:
            continue
        if not stays:
            until = control.place + 1 + control.inside
        yield control, stays
