"""Conversations in the tests: holding one, and looking at what it left on disk."""

from __future__ import annotations

from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.ask_questions import Gesprek


def on_disk(file, vraag_id: str) -> str:
    plan = load_plan(file.path, file.vragenlijst).plan
    return plan.text(file.vragenlijst.vraag(vraag_id))


def concept(file, vraag_id: str) -> str | None:
    found = Concepten(file.path).read(vraag_id)
    return found.text if found else None


def run(file, player, start: str, *, everything: bool = False):
    gesprek = Gesprek(file, player, Concepten(file.path))
    return gesprek.run(gesprek.place_of(start), everything=everything)
