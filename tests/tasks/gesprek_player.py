"""Conversations in the tests: holding one, and looking at what it left on disk."""

from __future__ import annotations

from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.ask_questions import Gesprek


def op_schijf(bestand, vraag_id: str) -> str:
    plan = load_plan(bestand.pad, bestand.vragenlijst).plan
    return plan.tekst(bestand.vragenlijst.vraag(vraag_id))


def concept(bestand, vraag_id: str) -> str | None:
    gevonden = Concepten(bestand.pad).lees(vraag_id)
    return gevonden.tekst if gevonden else None


def voer(bestand, speler, begin: str, *, alles: bool = False):
    gesprek = Gesprek(bestand, speler, Concepten(bestand.pad))
    return gesprek.voer(gesprek.place_of(begin), alles=alles)
