"""A date is shown as people write it and stored as it was; what nobody touched stays the same."""

from __future__ import annotations

import pytest
from gesprek_player import concept, on_disk, run

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
SHOWN = "| Lezen | 3 maart 2027 |\n| Praten \\| doen |  |"


@pytest.fixture
def with_tabel(lijst):
    return lijst._replace(
        hoofdstukken=(*lijst.hoofdstukken, Hoofdstuk("plan", "P", vragen=(PLANNING,)))
    )


@pytest.fixture
def start(file, with_tabel):
    return file({"datum": "2027-03-03"}, with_tabel, planning=RIJEN)


@pytest.fixture(params=[("datum", "3 maart 2027"), ("planning", SHOWN)], ids=["datum", "tabel"])
def case(request):
    return request.param


def test_de_vraag_begint_met_de_datum_in_woorden(start, script, case):
    vraag_id, shown = case
    player = script([Gestopt(shown)])
    run(start, player, vraag_id)
    assert (player.beurten[0].text, player.beurten[0].antwoord) == (shown, shown)


@pytest.mark.parametrize("how", [Gestopt, Beantwoord, Terug, lambda t: Spring(t, "ambitie")])
def test_wie_niets_verandert_laat_geen_concept_achter_en_geen_ander_plan(start, script, case, how):
    vraag_id, shown = case
    before = start.path.read_bytes()

    def type_in(beurt):
        if beurt.stap.vraag.id == vraag_id:
            beurt.concept(beurt.text)

    run(start, script([how(shown), *[Gestopt("")] * 2], type_in), vraag_id)
    assert start.path.read_bytes() == before
    assert concept(start, vraag_id) is None


def test_wat_getypt_is_wordt_bewaard_zoals_altijd(start, script):
    run(start, script([Beantwoord("zo. 4 apr '27"), Gestopt("")]), "datum", everything=True)
    assert on_disk(start, "datum") == "2027-04-04"
    run(
        load_plan(start.path, start.vragenlijst),
        script([Beantwoord(SHOWN.replace("maart", "mei"))]),
        "planning",
    )
    assert on_disk(start, "planning") == RIJEN.replace("-03-", "-05-", 1)


def test_een_concept_blijft_zoals_het_getypt_was(start, script):
    run(start, script([Gestopt("4-4-2")]), "datum")
    player = script([Gestopt("4-4-2")])
    run(start, player, "datum")
    assert (player.beurten[0].text, player.beurten[0].antwoord) == ("4-4-2", "3 maart 2027")


def test_een_concept_in_de_vorm_van_het_bestand_is_geen_concept(start, script):
    def type_in(beurt):
        beurt.concept("2027-03-03")

    run(start, script([Gestopt("2027-03-03")], type_in), "datum")
    assert concept(start, "datum") is None


def test_wie_tussen_twee_datums_kiest_ziet_ze_in_woorden(start, script):
    run(start, script([Gestopt("2027-05-05")]), "datum")
    datum = start.vragenlijst.vraag("datum")
    new = save_plan(start, start.with_answer(datum, "6-6-2027"))
    player = script([Gestopt("")], keuzes=["6 juni 2027"])
    run(new, player, "datum")
    assert player.shown[0][:3] == ("datum", "5 mei 2027", "6 juni 2027")
    assert player.beurten[0].text == "6 juni 2027"


def test_ook_bij_het_bewaren_staan_twee_datums_er_in_woorden(start, script):
    datum = start.vragenlijst.vraag("datum")

    def other(beurt):
        if beurt.stap.vraag.id == "datum":
            save_plan(start, start.with_answer(datum, "2027-06-06"))

    player = script([Beantwoord("5-5-2027"), Gestopt("")], other, keuzes=["6 juni 2027"])
    run(start, player, "datum", everything=True)
    assert player.shown[0] == ("datum", "5-5-2027", "6 juni 2027")
    assert on_disk(start, "datum") == "2027-06-06"
