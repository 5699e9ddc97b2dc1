from __future__ import annotations

import pytest

from uitvoeringsplan.errors import AntwoordError, BestandError
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.take_answer import offer_leftovers, save_answer


@pytest.fixture
def ambitie(lijst):
    return lijst.vraag("ambitie")


def schrijf(bestand, tekst: str) -> None:
    """Change the answer on disk, as somebody else would."""
    nu = load_plan(bestand.pad, bestand.vragenlijst)
    nieuw = nu.with_answer(bestand.vragenlijst.vraag("ambitie"), tekst)
    bestand.pad.write_bytes(nieuw.data)


def op_schijf(bestand) -> str:
    return load_plan(bestand.pad, bestand.vragenlijst).plan.antwoorden["ambitie"]


def test_opslaan_geeft_wat_op_schijf_staat(bestand, script, ambitie):
    plan = bestand()
    na = save_answer(plan, ambitie, " Nieuw. ", script([]))
    assert na.data == plan.pad.read_bytes()
    assert op_schijf(plan) == " Nieuw."


def test_wat_niet_past_wordt_niet_bewaard(bestand, script, lijst):
    plan = bestand({}, uren="8")
    voor = plan.pad.read_bytes()
    with pytest.raises(AntwoordError):
        save_answer(plan, lijst.vraag("uren"), "veel", script([]))
    assert plan.pad.read_bytes() == voor


@pytest.mark.parametrize("keuze", ["mijn", "hun", "hun\n\nmijn", "heel anders"])
def test_bij_een_botsing_kiest_de_gebruiker(bestand, script, ambitie, keuze):
    plan = bestand({}, ambitie="oud")
    schrijf(plan, "hun")
    speler = script([], keuzes=[keuze])
    na = save_answer(plan, ambitie, "mijn", speler)
    assert speler.getoond == [("ambitie", "mijn", "hun")]
    assert op_schijf(plan) == keuze
    assert na.data == plan.pad.read_bytes()


def test_een_tweede_botsing_wordt_weer_gevraagd(bestand, script, ambitie):
    plan = bestand({}, ambitie="oud")
    schrijf(plan, "hun")
    speler = script([], keuzes=["mijn", "mijn"])
    echt = speler.choose_text

    def kies(vraag, onze, hunne, _waarom=""):
        if hunne == "hun":
            schrijf(plan, "weer anders")
        return echt(vraag, onze, hunne)

    speler.choose_text = kies
    save_answer(plan, ambitie, "mijn", speler)
    assert [hunne for _, _, hunne in speler.getoond] == ["hun", "weer anders"]
    assert op_schijf(plan) == "mijn"


def test_wie_niet_kiest_vindt_zijn_tekst_naast_het_plan(bestand, script, ambitie):
    plan = bestand({}, ambitie="oud")
    schrijf(plan, "hun")
    with pytest.raises(BestandError, match=r"Er is niets verloren.*a\.herstel-1\.yaml"):
        save_answer(plan, ambitie, "mijn", script([], keuzes=[None]))
    assert op_schijf(plan) == "hun"
    rest = load_plan(plan.pad.with_name("a.herstel-1.yaml"), plan.vragenlijst)
    assert rest.plan.antwoorden["ambitie"] == "mijn"


# Leftovers.


@pytest.fixture
def rest(bestand):
    """Return a plan, and a file that an interrupted save left beside it."""

    def maak(nu: str, in_rest: str):
        plan = bestand({}, ambitie=nu)
        pad = plan.pad.with_name("a.herstel-1.yaml")
        ambitie = plan.vragenlijst.vraag("ambitie")
        pad.write_bytes(plan.with_answer(ambitie, in_rest).data)
        return plan, pad

    return maak


def test_zonder_resten_wordt_niets_gevraagd(bestand, script):
    plan = bestand()
    assert offer_leftovers(plan, script([])) is plan


def test_een_rest_overnemen(rest, script):
    plan, pad = rest("", "gered")
    na = offer_leftovers(plan, script([], ja=[True]))
    assert op_schijf(plan) == na.plan.antwoorden["ambitie"] == "gered"
    assert not pad.exists()


def test_een_rest_kan_ouder_zijn_dus_de_gebruiker_ziet_beide(rest, script):
    plan, pad = rest("nu", "toen")
    speler = script([], ja=[True], keuzes=["nu"])
    offer_leftovers(plan, speler)
    waarom = "Bij “Ambitie” staat in het plan iets anders dan in die tekst."
    assert speler.getoond == [("ambitie", "toen", "nu", waarom)]
    assert op_schijf(plan) == "nu"
    assert not pad.exists()


def test_wie_niet_kiest_houdt_de_rest(rest, script):
    plan, pad = rest("nu", "toen")
    assert offer_leftovers(plan, script([], ja=[True], keuzes=[None])) is plan
    assert pad.exists()


@pytest.mark.parametrize("weg", [True, False])
def test_een_rest_niet_overnemen(rest, script, weg):
    plan, pad = rest("nu", "toen")
    speler = script([], ja=[False, weg])
    offer_leftovers(plan, speler)
    assert speler.gevraagd_ja[1] == "Mag a.herstel-1.yaml dan weg?"
    assert op_schijf(plan) == "nu"
    assert pad.exists() is not weg
