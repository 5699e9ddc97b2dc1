"""Whatever was answered: what a program does to the document is never taken for a change."""

from __future__ import annotations

import pytest
from other_programs import (
    met_invulopdracht,
    met_slokkende_link,
    met_verspreid_vet,
    with_field_in_paragraph,
)
from random_plans import Maker
from returned_documents import Bewerker, edited, terug

from trials import times
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill

COUNT = times(6)
GEWOONTEN = {
    "veld in de alinea": lambda lijst: [with_field_in_paragraph(lijst)],
    "ook zonder bladwijzers": lambda lijst: [
        with_field_in_paragraph(lijst), Bewerker.without_bookmarks
    ],
    "slokkende link": lambda lijst: [met_slokkende_link(lijst)],
    "invulopdracht": lambda lijst: [met_invulopdracht(lijst, ' FILLIN ""')],
    "invulopdracht zonder eind": lambda lijst: [
        met_invulopdracht(lijst, " FORMTEXT ", end=False)
    ],
    "verspreid vet": lambda lijst: [met_verspreid_vet(lijst)],
}  # fmt: skip


@pytest.mark.parametrize("name", GEWOONTEN)
def test_niets_verandert_in_stilte(sjabloon, hele_lijst, real_lijst, name):
    quiet = {}
    for seed in range(COUNT):
        plan = plan_for(real_lijst, hele_lijst, Maker(seed, awkward=True).plan(hele_lijst))
        data = edited(fill(sjabloon, real_lijst, plan), *GEWOONTEN[name](real_lijst))
        reading = terug(data, real_lijst, plan)
        for vraag in real_lijst.vragen:
            antwoord = reading.antwoorden.get(vraag.id)
            if antwoord is None:
                wrong = vraag.id not in (*reading.missing, *(reading.provenance.without or ()))
            else:
                wrong = antwoord.is_certain and not antwoord.is_unchanged
            if wrong:
                quiet[seed, vraag.id] = (plan.text(vraag), antwoord and antwoord.text)
    assert quiet == {}
