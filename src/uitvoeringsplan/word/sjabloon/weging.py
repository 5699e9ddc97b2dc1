"""Weighing the conditions on parts of a template: what a plan says about a name in them.

Besides the questions and fields a condition may name a chapter or a row (its value is there when
one of its questions has an answer) and `concept` (ja or nee).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

CONCEPT = "concept"


def bekende_namen(vragenlijst: Vragenlijst) -> frozenset[str]:
    """Return the names that a condition in a template may use."""
    vragen = (vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen))
    return frozenset((CONCEPT, *vragen, *_groepen(vragenlijst)))


def waarden(vragenlijst: Vragenlijst, plan: Plan) -> Callable[[str], str]:
    """Return what tells the value of a name for this plan; an unknown name has none."""
    groepen = _groepen(vragenlijst)

    def waarde(naam: str) -> str:
        if naam == CONCEPT:
            return "nee" if plan.is_definitief else "ja"
        if naam in groepen:
            return next(filter(None, map(plan.tekst, groepen[naam])), "")
        return plan.waarde(vragenlijst.vraag(naam))

    return waarde


def _groepen(vragenlijst: Vragenlijst) -> dict[str, tuple[Vraag, ...]]:
    """Return the questions by the id of their chapter, and of their row."""
    groepen: dict[str, tuple[Vraag, ...]] = {}
    for hoofdstuk in vragenlijst.hoofdstukken:
        rijen = {rij.id: rij.vragen for rij in hoofdstuk.rijen}
        groepen |= rijen
        groepen[hoofdstuk.id] = (*hoofdstuk.vragen, *(v for vs in rijen.values() for v in vs))
    return groepen
