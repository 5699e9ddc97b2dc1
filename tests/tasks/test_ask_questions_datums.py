"""A date is shown as people write it and stored as it was; what nobody touched stays the same."""

from __future__ import annotations

import pytest
from gesprek_player import concept, op_schijf, voer

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import save_plan

PLANNING = Vraag(
    id="planning",
    label="Planning",
    vraag="Wat wanneer?",
    type=TYPES["tabel"],
    kolommen=(Kolom("actie", "Actie"), Kolom("start", "Start", TYPES["datum"])),
)
RIJEN = "| Lezen | 2027-03-03 |\n| Praten \\| doen |  |"
GETOOND = "| Lezen | 3 maart 2027 |\n| Praten \\| doen |  |"


@pytest.fixture
def met_tabel(lijst):
    return lijst._replace(
        hoofdstukken=(*lijst.hoofdstukken, Hoofdstuk("plan", "P", vragen=(PLANNING,)))
    )


@pytest.fixture
def begin(bestand, met_tabel):
    return bestand({"datum": "2027-03-03"}, met_tabel, planning=RIJEN)


@pytest.fixture(params=[("datum", "3 maart 2027"), ("planning", GETOOND)], ids=["datum", "tabel"])
def geval(request):
    return request.param


def test_de_vraag_begint_met_de_datum_in_woorden(begin, script, geval):
    vraag_id, getoond = geval
    speler = script([Gestopt(getoond)])
    voer(begin, speler, vraag_id)
    assert (speler.beurten[0].tekst, speler.beurten[0].antwoord) == (getoond, getoond)


@pytest.mark.parametrize("hoe", [Gestopt, Beantwoord, Terug, lambda t: Spring(t, "ambitie")])
def test_wie_niets_verandert_laat_geen_concept_achter_en_geen_ander_plan(begin, script, geval, hoe):
    vraag_id, getoond = geval
    voor = begin.pad.read_bytes()

    def typ(beurt):
        if beurt.stap.vraag.id == vraag_id:
            beurt.concept(beurt.tekst)

    voer(begin, script([hoe(getoond), *[Gestopt("")] * 2], typ), vraag_id)
    assert begin.pad.read_bytes() == voor
    assert concept(begin, vraag_id) is None


def test_wat_getypt_is_wordt_bewaard_zoals_altijd(begin, script):
    voer(begin, script([Beantwoord("zo. 4 apr '27"), Gestopt("")]), "datum", alles=True)
    assert op_schijf(begin, "datum") == "2027-04-04"
    voer(
        load_plan(begin.pad, begin.vragenlijst),
        script([Beantwoord(GETOOND.replace("maart", "mei"))]),
        "planning",
    )
    assert op_schijf(begin, "planning") == RIJEN.replace("-03-", "-05-", 1)


def test_een_concept_blijft_zoals_het_getypt_was(begin, script):
    voer(begin, script([Gestopt("4-4-2")]), "datum")
    speler = script([Gestopt("4-4-2")])
    voer(begin, speler, "datum")
    assert (speler.beurten[0].tekst, speler.beurten[0].antwoord) == ("4-4-2", "3 maart 2027")


def test_een_concept_in_de_vorm_van_het_bestand_is_geen_concept(begin, script):
    def typ(beurt):
        beurt.concept("2027-03-03")

    voer(begin, script([Gestopt("2027-03-03")], typ), "datum")
    assert concept(begin, "datum") is None


def test_wie_tussen_twee_datums_kiest_ziet_ze_in_woorden(begin, script):
    voer(begin, script([Gestopt("2027-05-05")]), "datum")
    datum = begin.vragenlijst.vraag("datum")
    nieuw = save_plan(begin, begin.with_answer(datum, "6-6-2027"))
    speler = script([Gestopt("")], keuzes=["6 juni 2027"])
    voer(nieuw, speler, "datum")
    assert speler.getoond[0][:3] == ("datum", "5 mei 2027", "6 juni 2027")
    assert speler.beurten[0].tekst == "6 juni 2027"


def test_ook_bij_het_bewaren_staan_twee_datums_er_in_woorden(begin, script):
    datum = begin.vragenlijst.vraag("datum")

    def ander(beurt):
        if beurt.stap.vraag.id == "datum":
            save_plan(begin, begin.with_answer(datum, "2027-06-06"))

    speler = script([Beantwoord("5-5-2027"), Gestopt("")], ander, keuzes=["6 juni 2027"])
    voer(begin, speler, "datum", alles=True)
    assert speler.getoond[0] == ("datum", "5-5-2027", "6 juni 2027")
    assert op_schijf(begin, "datum") == "2027-06-06"
