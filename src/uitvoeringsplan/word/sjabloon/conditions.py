"""The conditions on parts of a template: what they may name, and what a plan says about that.

A part with a condition is a content control around paragraphs or table rows, with the condition as
its tag: `als: indeling = koppen`. Besides the questions and fields a condition may name a chapter
or a row (its value is there when one of its questions has an answer) and `concept` (ja or nee).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError, VoorwaardeError, did_you_mean
from uitvoeringsplan.model.voorwaarde import read_voorwaarde
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import child
from uitvoeringsplan.word.invulvelden import CONDITION_TAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.voorwaarde import Voorwaarde
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.tree import Element

CONCEPT = "concept"


class Keuzedeel(NamedTuple):
    """A part that is in the document only when its condition holds."""

    voorwaarde: Voorwaarde


def read_choice(control: Element, tag: str, path: str) -> Keuzedeel:
    """Return a control as a part with a condition; raises SjabloonError."""
    if child(control, "sdtContent") is None:
        raise SjabloonError(path, f"het deel “{tag}” heeft geen inhoud. Haal het weg.")
    try:
        voorwaarde = read_voorwaarde(tag.removeprefix(CONDITION_TAG))
    except VoorwaardeError as error:
        raise SjabloonError(
            path, f"de voorwaarde van het deel “{tag}” is niet te lezen: {error}"
        ) from None
    return Keuzedeel(voorwaarde)


def unknown_names(
    path: str, choices: Iterable[Keuzedeel], vragenlijst: Vragenlijst
) -> Iterator[SjabloonError]:
    """Yield what the conditions are about and the question set does not have."""
    known = known_names(vragenlijst)
    for voorwaarde in (choice.voorwaarde for choice in choices):
        for name in voorwaarde.ids:
            if name not in known:
                yield SjabloonError(
                    path,
                    f"“{name}” in de voorwaarde van het deel “{CONDITION_TAG}{voorwaarde.text}” is"
                    f" geen vraag, gegeven of hoofdstuk.{did_you_mean(name, known)}",
                )


def known_names(vragenlijst: Vragenlijst) -> frozenset[str]:
    """Return the names that a condition in a template may use."""
    vragen = (vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen))
    return frozenset((CONCEPT, *vragen, *_groups(vragenlijst)))


def values_of(vragenlijst: Vragenlijst, plan: Plan) -> Callable[[str], str]:
    """Return what tells the value of a name for this plan; an unknown name has none."""
    groups = _groups(vragenlijst)

    def value(name: str) -> str:
        if name == CONCEPT:
            return "nee" if plan.is_definitief else "ja"
        if name in groups:
            return next(filter(None, map(plan.text, groups[name])), "")
        return plan.value(vragenlijst.vraag(name))

    return value


def _groups(vragenlijst: Vragenlijst) -> dict[str, tuple[Vraag, ...]]:
    """Return the questions by the id of their chapter, and of their row."""
    groups: dict[str, tuple[Vraag, ...]] = {}
    for hoofdstuk in vragenlijst.hoofdstukken:
        rows = {row.id: row.vragen for row in hoofdstuk.rijen}
        groups |= rows
        groups[hoofdstuk.id] = (*hoofdstuk.vragen, *(v for vs in rows.values() for v in vs))
    return groups
