"""The list of questions: what it says of each."""

from __future__ import annotations

import pytest

from uitvoeringsplan.checks.plan.rules import ANSWER_RULES
from uitvoeringsplan.model.beurt import Aandacht, Gestopt
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.tasks import question_overview as module
from uitvoeringsplan.tasks.ask_questions import Gesprek


@pytest.fixture
def lijst_van(script):
    def maak(bestand):
        return Gesprek(bestand, script([Gestopt()]), Concepten(bestand.pad)).plekken()

    return maak


def per_vraag(plekken, veld: str) -> dict:
    return {plek.vraag_id: getattr(plek, veld) for plek in plekken.alle if getattr(plek, veld)}


def test_wat_open_en_wat_ingevuld_is(bestand, lijst_van):
    plekken = lijst_van(bestand({}, ambitie="ja"))
    assert per_vraag(plekken, "is_gevuld") == {"status": True, "ambitie": True}
    assert list(per_vraag(plekken, "is_open")) == ["gemeente", "team", "uren", "budget"]
    assert (plekken.beantwoord, plekken.totaal) == (1, 4)


def test_onderdeel_en_hele_vraag_staan_erbij(bestand, lijst_van):
    plek = lijst_van(bestand()).alle[-1]
    assert (plek.label, plek.onderdeel, plek.vraag) == ("B", "Werk: Geld", "Wat kost het?")


def test_een_concept_is_een_tekst_die_nog_geen_antwoord_is(bestand, lijst_van):
    plan = bestand({}, ambitie="heel", team="- b")
    for vraag, tekst in (("ambitie", "heel\n"), ("team", "- half"), ("budget", "half")):
        Concepten(plan.pad).bewaar(vraag, tekst, None)
    assert list(per_vraag(lijst_van(plan), "heeft_concept")) == ["team", "budget"]


def test_open_punten_bij_hun_vraag_en_bij_het_hele_plan(bestand, lijst_van):
    punten = [
        OpenPunt("team", tekst="a"),
        OpenPunt("team", tekst="b"),
        OpenPunt("team", tekst="c", klaar="2027-01-01"),
        OpenPunt(tekst="d"),
    ]
    plekken = lijst_van(add_punten(bestand(), punten))
    assert per_vraag(plekken, "aandacht")["team"] == Aandacht(punten=2)
    assert plekken.aandacht == Aandacht(punten=1)


def test_fouten_en_waarschuwingen_bij_hun_vraag(bestand, lijst_van):
    plan = bestand({}, ambitie="XXX en http://localhost/x", budget="n.t.b.")
    aandacht = {v: a for v, a in per_vraag(lijst_van(plan), "aandacht").items() if any(a)}
    assert aandacht == {"ambitie": Aandacht(0, 1, 1), "budget": Aandacht(0, 0, 1)}


def test_een_bevinding_in_een_punt_hoort_bij_de_vraag_van_dat_punt(bestand, lijst_van):
    plan = add_punten(bestand(), [OpenPunt("team", tekst="Zie 123456782.")])
    aandacht = {v: a for v, a in per_vraag(lijst_van(plan), "aandacht").items() if any(a)}
    assert list(aandacht) == ["team"]
    assert aandacht["team"].fouten == 1


def test_leeg_is_geen_bevinding_want_dat_staat_er_al(bestand, lijst_van):
    assert not any(any(plek.aandacht) for plek in lijst_van(bestand()).alle)


def test_een_regel_die_het_begeeft_kost_niemand_de_lijst(bestand, lijst_van, monkeypatch):
    def begeeft(_keuring):
        yield from ()
        raise ZeroDivisionError

    stuk = ANSWER_RULES[0]._replace(titel="Het weer", look=begeeft)
    monkeypatch.setattr(module, "ANSWER_RULES", (stuk, *ANSWER_RULES))
    plekken = lijst_van(bestand({}, budget="XXX"))
    (melding,) = plekken.meldingen
    assert melding.startswith("“Het weer” kon niet worden nagekeken.")
    assert "`uitvoeringsplan controleer`" in melding
    assert per_vraag(plekken, "aandacht")["budget"] == Aandacht(0, 0, 1)
