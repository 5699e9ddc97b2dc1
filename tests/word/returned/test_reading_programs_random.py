"""Whatever was answered: what a program does to the document is never taken for a change."""

from __future__ import annotations

import pytest
from other_programs import (
    met_invulopdracht,
    met_slokkende_link,
    met_veld_in_de_alinea,
    met_verspreid_vet,
)
from random_plans import Maker
from returned_documents import Bewerker, bewerkt, terug

from trials import keren
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill

AANTAL = keren(6)
GEWOONTEN = {
    "veld in de alinea": lambda lijst: [met_veld_in_de_alinea(lijst)],
    "ook zonder bladwijzers": lambda lijst: [
        met_veld_in_de_alinea(lijst), Bewerker.zonder_bladwijzers
    ],
    "slokkende link": lambda lijst: [met_slokkende_link(lijst)],
    "invulopdracht": lambda lijst: [met_invulopdracht(lijst, ' FILLIN ""')],
    "invulopdracht zonder eind": lambda lijst: [
        met_invulopdracht(lijst, " FORMTEXT ", eind=False)
    ],
    "verspreid vet": lambda lijst: [met_verspreid_vet(lijst)],
}  # fmt: skip


@pytest.mark.parametrize("naam", GEWOONTEN)
def test_niets_verandert_in_stilte(sjabloon, hele_lijst, echte_lijst, naam):
    stil = {}
    for zaad in range(AANTAL):
        plan = plan_for(echte_lijst, hele_lijst, Maker(zaad, lastig=True).plan(hele_lijst))
        data = bewerkt(fill(sjabloon, echte_lijst, plan), *GEWOONTEN[naam](echte_lijst))
        gelezen = terug(data, echte_lijst, plan)
        for vraag in echte_lijst.vragen:
            antwoord = gelezen.antwoorden.get(vraag.id)
            if antwoord is None:
                mis = vraag.id not in (*gelezen.ontbreekt, *(gelezen.herkomst.zonder or ()))
            else:
                mis = antwoord.is_zeker and not antwoord.is_ongewijzigd
            if mis:
                stil[zaad, vraag.id] = (plan.tekst(vraag), antwoord and antwoord.tekst)
    assert stil == {}
