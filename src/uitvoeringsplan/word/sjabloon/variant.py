"""What is left of a template for one plan: the parts whose condition holds, and their controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.word.invulvelden import Invulveld
from uitvoeringsplan.word.sjabloon.conditions import Keuzedeel
from uitvoeringsplan.word.sjabloon.template_checks import controleer_variant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.opening import Sjabloon
    from uitvoeringsplan.word.sjabloon.template_parts import Control, Part


class Variant(NamedTuple):
    """A part for one plan: its controls, with whether they stay; none that is in one that goes."""

    part: Part
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
        choice.voorwaarde.geldt(value) for part in sjabloon.parts for choice in part.choices
    )
    if outcome not in sjabloon.variants:
        holds = iter(outcome)
        variants = tuple(Variant(part, tuple(_left(part, holds))) for part in sjabloon.parts)
        fields = [field for variant in variants for field in variant.fields]
        controleer_variant(sjabloon.pakket.pad, fields, vragenlijst)
        sjabloon.variants[outcome] = variants
    return sjabloon.variants[outcome]


def _left(part: Part, holds: Iterator[bool]) -> Iterator[tuple[Control, bool]]:
    until = 0  # everything before this place is in a part that goes
    for control in part.controls:
        stays = not isinstance(control.what, Keuzedeel) or next(holds)
        if control.place < until:
            continue
        if not stays:
            until = control.place + 1 + control.inside
        yield control, stays
