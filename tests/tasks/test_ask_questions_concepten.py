"""Drafts of answers that are not finished."""

from __future__ import annotations

import datetime as dt
import os
import re

import pytest
from gesprek_player import concept, op_schijf, voer

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Overgeslagen, Spring, Terug
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import save_plan
from uitvoeringsplan.tasks.ask_questions import when_kept
from uitvoeringsplan.tasks.set_answer import set_answer


def test_stoppen_bewaart_een_concept_en_laat_het_antwoord_staan(bestand, script):
    begin = bestand({}, ambitie="Oud.")
    voor = begin.pad.read_bytes()
    uitkomst = voer(begin, script([Gestopt("Oud, en half")]), "ambitie")
    assert (uitkomst.gestopt, uitkomst.concept) == (True, True)
    assert begin.pad.read_bytes() == voor
    assert concept(begin, "ambitie") == "Oud, en half"


@pytest.mark.parametrize("tekst", ["Blijft.", "", " \n"])
def test_stoppen_zonder_iets_nieuws_geeft_geen_concept(bestand, script, tekst):
    begin = bestand({}, ambitie="Blijft.")
    voor = begin.pad.read_bytes()
    uitkomst = voer(begin, script([Gestopt(tekst)]), "ambitie")
    assert (uitkomst.gestopt, uitkomst.concept) == (True, False)
    assert begin.pad.read_bytes() == voor
    assert concept(begin, "ambitie") is None


def test_de_volgende_keer_staat_het_concept_klaar_met_zijn_tijd(bestand, script):
    begin = bestand({}, ambitie="Oud.")
    voer(begin, script([Gestopt("half")]), "ambitie")
    speler = script([Beantwoord("heel")])
    speler.zetten += [Beantwoord("")] * 3
    voer(load_plan(begin.pad, begin.vragenlijst), speler, "ambitie")
    beurt = speler.beurten[0]
    assert beurt.tekst == "half"
    assert re.fullmatch(r"Dit is je concept van \d\d:\d\d uur\.", beurt.melding)
    assert op_schijf(begin, "ambitie") == "heel"
    assert concept(begin, "ambitie") is None  # saved, so gone


def test_een_concept_van_een_andere_dag_noemt_de_dag():
    nu = dt.datetime.now().astimezone()
    assert when_kept(nu) == f"{nu:%H:%M} uur"
    assert when_kept(dt.datetime(2026, 3, 1, 9, 5).astimezone()) == "01-03-2026 om 09:05 uur"


def test_wat_getypt_wordt_komt_in_het_concept(bestand, script):
    begin = bestand()

    def typ(beurt):
        beurt.concept("half")
        assert concept(begin, "ambitie") == "half"
        beurt.concept("")
        assert concept(begin, "ambitie") is None
        beurt.concept("half en meer")

    voer(begin, script([Gestopt("half en meer")], typ), "ambitie")
    assert concept(begin, "ambitie") == "half en meer"


def test_een_tekst_die_er_al_staat_is_geen_concept(bestand, script):
    begin = bestand({}, ambitie="Oud.")

    def typ(beurt):
        beurt.concept("Oud, anders")
        beurt.concept("Oud.\n")

    voer(begin, script([Gestopt("Oud.")], typ), "ambitie")
    assert concept(begin, "ambitie") is None


def test_een_concept_blijft_buiten_de_map_van_het_plan(bestand, script, conceptmap):
    begin = bestand()
    voer(begin, script([Gestopt("half")]), "ambitie")
    assert [pad.name for pad in begin.pad.parent.iterdir()] == ["a.plan.yaml"]
    assert [pad.name for pad in conceptmap.rglob("*.txt")] == ["ambitie.leeg.concept.txt"]


def test_kan_een_concept_nergens_heen_dan_staat_de_tekst_op_het_scherm(
    bestand, script, conceptmap, monkeypatch
):
    begin = bestand()
    (conceptmap / "dicht").write_text("", "utf-8")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(conceptmap / "dicht"))
    speler = script([Beantwoord("gaat door"), Gestopt("half")], lambda beurt: beurt.concept("iets"))
    uitkomst = voer(begin, speler, "ambitie")
    assert op_schijf(begin, "ambitie") == "gaat door"
    assert not uitkomst.concept
    ((gezegd,),) = speler.getoond
    assert gezegd.endswith("Dit typte je:\nhalf")


@pytest.mark.parametrize(
    ("getypt", "zegt"),
    [
        ("half", "Je tekst kon niet als concept bewaard worden. Dit typte je:\nhalf"),
        ("", "Wat je typte is bewaard als concept."),  # nothing that can be lost
    ],
)
def test_kan_een_concept_nergens_heen_dan_zegt_een_signaal_wat_je_typte(
    bestand, script, conceptmap, monkeypatch, getypt, zegt
):
    begin = bestand()
    (conceptmap / "dicht").write_text("", "utf-8")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(conceptmap / "dicht"))

    def breek_af(beurt):
        beurt.concept("eerst iets")
        beurt.concept(getypt)
        raise OnderbrokenError(15)

    with pytest.raises(OnderbrokenError) as fout:
        voer(begin, script([Gestopt("half")], breek_af), "ambitie")
    assert str(fout.value) == f"Afgebroken. {zegt}"
    assert fout.value.signaal == 15


def test_een_oud_concept_krijgt_de_tijd_van_het_typen(bestand, script, conceptmap):
    begin = bestand()
    Concepten(begin.pad).bewaar("ambitie", "half", None)
    (pad,) = conceptmap.rglob("*.txt")
    moment = dt.datetime(2026, 1, 2, 3, 4).astimezone()
    os.utime(pad, (moment.timestamp(),) * 2)
    speler = script([Gestopt("half")])
    voer(begin, speler, "ambitie")
    assert speler.beurten[0].melding == "Dit is je concept van 02-01-2026 om 03:04 uur."


OUD, NIEUW, HALF = "Oud.", "Nieuw, van een collega.", "Oud, en half"


@pytest.fixture
def ingehaald(bestand, script):
    """Return a plan with a draft that was started from `OUD`, and `NIEUW` as the answer since."""

    def maak(nieuw: str = NIEUW):
        begin = bestand({}, ambitie=OUD)
        voer(begin, script([Gestopt(HALF)]), "ambitie")
        save_plan(begin, begin.with_answer(begin.vragenlijst.vraag("ambitie"), nieuw))
        return load_plan(begin.pad, begin.vragenlijst)

    return maak


@pytest.mark.parametrize("nieuw", [NIEUW, ""])
def test_een_ingehaald_concept_vraagt_welke_tekst_blijft(ingehaald, script, nieuw):
    plan = ingehaald(nieuw)
    speler = script([Beantwoord(HALF), Gestopt()], keuzes=[HALF])
    voer(plan, speler, "ambitie")
    ((vraag_id, onze, hunne, waarom),) = speler.getoond
    assert (vraag_id, onze, hunne) == ("ambitie", HALF, nieuw)
    assert re.fullmatch(
        r"Het antwoord op “Ambitie” is veranderd sinds je concept van \d\d:\d\d uur\.", waarom
    )
    assert (speler.beurten[0].tekst, speler.beurten[0].antwoord) == (HALF, nieuw)
    assert op_schijf(plan, "ambitie") == HALF
    assert concept(plan, "ambitie") is None


@pytest.mark.parametrize("zet", [Overgeslagen(), Terug(HALF), Spring(HALF, "team")])
def test_wie_een_concept_voorbijloopt_laat_het_een_concept(bestand, script, zet):
    begin = bestand({}, ambitie=OUD)
    voer(begin, script([Gestopt(HALF)]), "ambitie")
    voor = begin.pad.read_bytes()
    speler = script([zet, Gestopt()])
    voer(begin, speler, "ambitie")
    assert begin.pad.read_bytes() == voor
    assert concept(begin, "ambitie") == HALF
    assert speler.gevraagd[1:] == ["datum" if isinstance(zet, Terug) else "team"]


def test_wie_verder_schrijft_en_dan_springt_heeft_geantwoord(bestand, script):
    begin = bestand({}, ambitie=OUD)
    voer(begin, script([Gestopt(HALF)]), "ambitie")
    voer(begin, script([Spring("Oud, en nu heel.", "team"), Gestopt()]), "ambitie")
    assert op_schijf(begin, "ambitie") == "Oud, en nu heel."


def test_een_antwoord_dat_leeg_wordt_is_te_zien(bestand, script):
    begin = bestand({}, ambitie=OUD)
    speler = script([Beantwoord(""), Beantwoord(""), *[Gestopt()] * 2])
    voer(begin, speler, "ambitie")
    assert speler.getoond == [("“Ambitie” is leeggemaakt.",)]  # and nothing of the empty one


def test_wie_het_antwoord_kiest_is_zijn_concept_kwijt_en_houdt_het_antwoord(ingehaald, script):
    plan = ingehaald()
    speler = script([Gestopt(NIEUW)], keuzes=[NIEUW])
    voer(plan, speler, "ambitie")
    assert (speler.beurten[0].tekst, speler.beurten[0].melding) == (NIEUW, "")
    assert concept(plan, "ambitie") is None
    assert op_schijf(plan, "ambitie") == NIEUW


def test_beide_teksten_worden_het_concept_en_een_tweede_keer_is_er_niets_te_kiezen(
    ingehaald, script
):
    plan = ingehaald()
    beide = f"{NIEUW}\n\n{HALF}"
    voer(plan, script([Gestopt(beide)], keuzes=[beide]), "ambitie")
    assert concept(plan, "ambitie") == beide
    speler = script([Gestopt(beide)])
    voer(plan, speler, "ambitie")
    assert speler.getoond == []
    assert speler.beurten[0].tekst == beide
    assert op_schijf(plan, "ambitie") == NIEUW


def test_wie_niet_kiest_houdt_beide_en_wordt_weer_gevraagd(ingehaald, script):
    plan = ingehaald()
    for _ in range(2):
        speler = script([], keuzes=[None])
        uitkomst = voer(plan, speler, "ambitie")
        assert (uitkomst.gestopt, uitkomst.concept, speler.beurten) == (True, True, [])
        assert len(speler.getoond) == 1
        assert (op_schijf(plan, "ambitie"), concept(plan, "ambitie")) == (NIEUW, HALF)


@pytest.mark.parametrize("nieuw", [OUD, HALF])
def test_wat_niet_veranderde_of_al_gelijk_is_vraagt_niets(ingehaald, script, nieuw):
    plan = ingehaald(nieuw)
    speler = script([Gestopt(HALF)])
    voer(plan, speler, "ambitie")
    assert speler.getoond == []
    assert speler.beurten[0].tekst == HALF


def test_van_een_concept_zonder_vingerafdruk_is_niet_bekend_wat_nieuwer_is(bestand, script):
    begin = bestand({}, ambitie=NIEUW)
    Concepten(begin.pad).bewaar("ambitie", HALF, None)
    Concepten(begin.pad).bewaar("team", HALF, None)
    speler = script([Gestopt(HALF)], keuzes=[HALF])
    voer(begin, speler, "ambitie")
    ((*teksten, waarom),) = speler.getoond
    assert teksten == ["ambitie", HALF, NIEUW]
    assert waarom.endswith("Welk van de twee nieuwer is, is niet bekend.")
    speler = script([Gestopt(HALF)])
    voer(begin, speler, "team")  # without an answer there is nothing that it could replace
    assert speler.getoond == []


@pytest.mark.parametrize("weg", ["antwoord", "met de hand"])
def test_een_antwoord_dat_buiten_het_gesprek_komt_wordt_niet_overschreven(
    voorbeeldplan, script, weg
):
    from uitvoeringsplan.tasks.environment import open_environment  # noqa: PLC0415 - only here

    lijst = open_environment()
    plan = lijst.plan(voorbeeldplan)
    voer(plan, script([Gestopt("van gisteren")]), "borgen-budget")
    if weg == "antwoord":
        set_answer(voorbeeldplan, "borgen-budget", "van vandaag")
    else:
        tekst = re.sub(
            r"(  borgen-budget: \|\n)(?:    .*\n|\n(?=    ))+",
            r"\1    van vandaag\n",
            voorbeeldplan.read_text("utf-8"),
        )
        voorbeeldplan.write_text(tekst, "utf-8")
    plan = lijst.plan(voorbeeldplan)
    speler = script([Beantwoord("van vandaag")], keuzes=["van vandaag"])
    speler.zetten += [Gestopt()]
    voer(plan, speler, "borgen-budget")
    assert speler.getoond[0][:3] == ("borgen-budget", "van gisteren", "van vandaag")
    assert lijst.plan(voorbeeldplan).plan.antwoorden["borgen-budget"] == "van vandaag"
