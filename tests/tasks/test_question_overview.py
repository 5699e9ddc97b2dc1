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
def lijst_of(script):
    def make(file):
        return Gesprek(file, script([Gestopt()]), Concepten(file.path)).places()

    return make


def per_vraag(plekken, veld: str) -> dict:
    return {place.vraag_id: getattr(place, veld) for place in plekken.every if getattr(place, veld)}


def test_wat_open_en_wat_ingevuld_is(file, lijst_of):
    plekken = lijst_of(file({}, ambitie="ja"))
    assert per_vraag(plekken, "is_filled") == {"status": True, "ambitie": True}
    assert list(per_vraag(plekken, "is_open")) == ["gemeente", "team", "uren", "budget"]
    assert (plekken.beantwoord, plekken.total) == (1, 4)


def test_onderdeel_en_hele_vraag_staan_erbij(file, lijst_of):
    place = lijst_of(file()).every[-1]
    assert (place.label, place.onderdeel, place.vraag) == ("B", "Werk: Geld", "Wat kost het?")


def test_een_concept_is_een_tekst_die_nog_geen_antwoord_is(file, lijst_of):
    plan = file({}, ambitie="heel", team="- b")
    for vraag, text in (("ambitie", "heel\n"), ("team", "- half"), ("budget", "half")):
        Concepten(plan.path).save(vraag, text, None)
    assert list(per_vraag(lijst_of(plan), "has_concept")) == ["team", "budget"]


def test_open_punten_bij_hun_vraag_en_bij_het_hele_plan(file, lijst_of):
    punten = [
        OpenPunt("team", tekst="a"),
        OpenPunt("team", tekst="b"),
        OpenPunt("team", tekst="c", klaar="2027-01-01"),
        OpenPunt(tekst="d"),
    ]
    plekken = lijst_of(add_punten(file(), punten))
    assert per_vraag(plekken, "aandacht")["team"] == Aandacht(punten=2)
    assert plekken.aandacht == Aandacht(punten=1)


def test_fouten_en_waarschuwingen_bij_hun_vraag(file, lijst_of):
    plan = file({}, ambitie="XXX en http://localhost/x", budget="n.t.b.")
    aandacht = {v: a for v, a in per_vraag(lijst_of(plan), "aandacht").items() if any(a)}
    assert aandacht == {"ambitie": Aandacht(0, 1, 1), "budget": Aandacht(0, 0, 1)}


def test_een_bevinding_in_een_punt_hoort_bij_de_vraag_van_dat_punt(file, lijst_of):
    plan = add_punten(file(), [OpenPunt("team", tekst="Zie 123456782.")])
    aandacht = {v: a for v, a in per_vraag(lijst_of(plan), "aandacht").items() if any(a)}
    assert list(aandacht) == ["team"]
    assert aandacht["team"].errors == 1


def test_leeg_is_geen_bevinding_want_dat_staat_er_al(file, lijst_of):
    assert not any(any(place.aandacht) for place in lijst_of(file()).every)


def test_een_regel_die_het_begeeft_kost_niemand_de_lijst(file, lijst_of, monkeypatch):
    def begeeft(_keuring):
        yield from ()
        raise ZeroDivisionError

    run = ANSWER_RULES[0]._replace(titel="Het weer", look=begeeft)
    monkeypatch.setattr(module, "ANSWER_RULES", (run, *ANSWER_RULES))
    plekken = lijst_of(file({}, budget="XXX"))
    (message,) = plekken.messages
    assert message.startswith("“Het weer” kon niet worden nagekeken.")
    assert "`uitvoeringsplan controleer`" in message
    assert per_vraag(plekken, "aandacht")["budget"] == Aandacht(0, 0, 1)
