from __future__ import annotations

import datetime as dt
import os
import re
from dataclasses import replace

import pytest

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.voorwaarde import lees_voorwaarde
from uitvoeringsplan.storage.concepten import Concepten
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.tasks.gesprek import GEGEVENS_TITEL, Gesprek, stappen, wanneer


def test_de_volgorde_gegevens_dan_hoofdstukken(lijst):
    assert [(stap.vraag.id, stap.onderdeel, stap.inleiding) for stap in stappen(lijst)] == [
        ("gemeente", GEGEVENS_TITEL, ""),
        ("status", GEGEVENS_TITEL, ""),
        ("datum", GEGEVENS_TITEL, ""),
        ("ambitie", "Doel", "Waar gaan we heen?"),
        ("team", "Werk: Mensen", "Wat gaan we doen?"),
        ("uren", "Werk: Mensen", ""),
        ("budget", "Werk: Geld", ""),
    ]


def op_schijf(bestand, vraag_id: str) -> str:
    plan = load_plan(bestand.pad, bestand.vragenlijst).plan
    return plan.tekst(bestand.vragenlijst.vraag(vraag_id))


def concept(bestand, vraag_id: str) -> str | None:
    gevonden = Concepten(bestand.pad).lees(vraag_id)
    return gevonden.tekst if gevonden else None


def voer(bestand, speler, begin: str, *, alles: bool = False):
    gesprek = Gesprek(bestand, speler, Concepten(bestand.pad))
    return gesprek.voer(gesprek.plek_van(begin), alles=alles)


def test_elk_antwoord_staat_op_schijf_voor_de_volgende_vraag_komt(bestand, script):
    begin = bestand()
    antwoorden = {
        "gemeente": "Delft",
        "status": "concept",
        "datum": "2027-01-31",
        "ambitie": "Een.\n\n- a",
        "team": "- b",
        "uren": "12",
        "budget": "Veel.",
    }
    gegeven: list[str] = []

    def controleer(beurt):
        for vraag_id in gegeven:
            assert op_schijf(begin, vraag_id) == antwoorden[vraag_id]
        assert op_schijf(begin, beurt.stap.vraag.id) == ""
        gegeven.append(beurt.stap.vraag.id)

    speler = script([Beantwoord(tekst) for tekst in antwoorden.values()], controleer)
    uitkomst = voer(begin, speler, "gemeente", alles=True)
    assert gegeven == list(antwoorden)
    assert not uitkomst.gestopt
    assert uitkomst.voortgang.beantwoord == 4
    assert [beurt.beantwoord for beurt in speler.beurten] == [0, 0, 0, 0, 1, 2, 3]
    assert {beurt.totaal for beurt in speler.beurten} == {4}


def test_overslaan_laat_de_vraag_open(bestand, script):
    begin = bestand({}, budget="x")
    speler = script([Beantwoord(""), Beantwoord("12")])
    uitkomst = voer(begin, speler, "team")
    assert begin.pad.read_bytes() == uitkomst.bestand.data
    assert "team" in [vraag.id for vraag in uitkomst.voortgang.open]
    assert op_schijf(begin, "uren") == "12"


def test_wat_beantwoord_is_wordt_overgeslagen_tenzij_alles(bestand, script):
    begin = bestand({}, team="- b", uren="3")
    speler = script([Beantwoord("x"), Gestopt()])
    voer(begin, speler, "ambitie")
    assert speler.gevraagd == ["ambitie", "budget"]
    speler = script([Beantwoord("x"), Beantwoord("- b"), Gestopt("3")])
    voer(begin, speler, "ambitie", alles=True)
    assert speler.gevraagd == ["ambitie", "team", "uren"]


def test_een_beantwoorde_vraag_toont_haar_antwoord(bestand, script):
    speler = script([Gestopt("Er stond al.")])
    voer(bestand({}, ambitie="Er stond al."), speler, "ambitie")
    assert (speler.beurten[0].tekst, speler.beurten[0].melding) == ("Er stond al.", "")


# Back and elsewhere.


def test_terug_bewaart_wat_getypt_was(bestand, script):
    begin = bestand({}, uren="1", budget="x")
    speler = script([Beantwoord("een"), Terug("- half"), Beantwoord("twee"), Beantwoord("- heel")])
    voer(begin, speler, "ambitie", alles=False)
    assert speler.gevraagd == ["ambitie", "team", "ambitie"]
    assert [beurt.tekst for beurt in speler.beurten] == ["", "", "een"]
    assert op_schijf(begin, "ambitie") == "twee"
    assert op_schijf(begin, "team") == "- half"


def test_na_terug_staat_de_tekst_er_nog(bestand, script):
    begin = bestand()
    speler = script([Beantwoord("een"), Terug("- half"), Beantwoord("een"), Gestopt("- half")])
    voer(begin, speler, "ambitie", alles=True)
    assert speler.gevraagd == ["ambitie", "team", "ambitie", "team"]
    assert [beurt.tekst for beurt in speler.beurten] == ["", "", "een", "- half"]


def test_terug_gaat_ook_voorbij_waar_het_gesprek_begon(bestand, script):
    speler = script([Terug(""), Terug(""), Gestopt()])
    voer(bestand(), speler, "ambitie")
    assert speler.gevraagd == ["ambitie", "datum", "status"]


def test_voor_de_allereerste_vraag_is_er_geen(bestand, script):
    speler = script([Terug("Delft"), Gestopt("Delft")])
    begin = bestand()
    voer(begin, speler, "gemeente")
    assert speler.gevraagd == ["gemeente", "gemeente"]
    assert op_schijf(begin, "gemeente") == "Delft"


def test_springen_bewaart_wat_getypt_was_en_f2_gaat_terug_naar_waar_je_was(bestand, script):
    begin = bestand()
    speler = script([Spring("een", "budget"), Terug("geld"), Terug("een"), Gestopt()])
    voer(begin, speler, "ambitie")
    assert speler.gevraagd == ["ambitie", "budget", "ambitie", "datum"]
    assert [beurt.tekst for beurt in speler.beurten][:3] == ["", "", "een"]
    assert op_schijf(begin, "budget") == "geld"


def test_na_een_sprong_gaat_het_daar_verder(bestand, script):
    speler = script([Spring("", "uren"), Beantwoord("3"), Gestopt()])
    voer(bestand(), speler, "gemeente")
    assert speler.gevraagd == ["gemeente", "uren", "budget"]


def test_de_spronglijst_dichtdoen_verandert_niets(bestand, script):
    """A jump to the question itself is what closing the list without a choice comes to."""
    begin = bestand({}, ambitie="Oud.")
    gezien = []
    speler = script([Spring("Nieuw, half", "ambitie"), Terug("Nieuw, half"), Gestopt()])
    speler.bij_vraag = lambda _: gezien.append(
        (op_schijf(begin, "ambitie"), concept(begin, "ambitie"))
    )
    voer(begin, speler, "ambitie")
    assert speler.gevraagd == ["ambitie", "ambitie", "datum"]
    assert gezien[1] == ("Oud.", "Nieuw, half")
    assert [beurt.tekst for beurt in speler.beurten][:2] == ["Oud.", "Nieuw, half"]


def test_de_spronglijst_toont_wat_open_is(bestand, script):
    speler = script([Gestopt()])
    voer(bestand({}, ambitie="x"), speler, "gemeente")
    assert [(plek.vraag_id, plek.is_open) for plek in speler.beurten[0].plekken] == [
        ("gemeente", True),
        ("status", False),
        ("datum", False),  # not required while the plan is a draft
        ("ambitie", False),
        ("team", True),
        ("uren", True),
        ("budget", True),
    ]


# What does not fit.


def test_een_fout_antwoord_komt_terug_met_de_reden(bestand, script):
    begin = bestand({}, budget="x")
    speler = script([Beantwoord("12 uur"), Beantwoord("twaalf"), Beantwoord("12")])
    voer(begin, speler, "uren")
    assert speler.gevraagd == ["uren"] * 3
    assert [beurt.tekst for beurt in speler.beurten] == ["", "12 uur", "twaalf"]
    assert speler.beurten[0].melding == ""
    assert "“12 uur” is geen heel getal" in speler.beurten[1].melding
    assert "“twaalf” is geen heel getal" in speler.beurten[2].melding
    assert op_schijf(begin, "uren") == "12"
    assert concept(begin, "uren") is None


def test_een_fout_antwoord_is_bij_een_ongeluk_niet_weg(bestand, script):
    begin = bestand()
    gezien = []
    speler = script([Beantwoord("twaalf"), Gestopt("twaalf")])
    speler.bij_vraag = lambda _: gezien.append(concept(begin, "uren"))
    voer(begin, speler, "uren")
    assert gezien == [None, "twaalf"]


def test_na_een_fout_antwoord_is_de_melding_bij_de_volgende_vraag_weg(bestand, script):
    speler = script([Beantwoord("x"), Beantwoord("1"), Beantwoord("")])
    voer(bestand(), speler, "uren")
    assert (speler.beurten[-1].melding, speler.beurten[-1].tekst) == ("", "")


@pytest.mark.parametrize("zet", [Terug("x"), Spring("x", "budget"), Gestopt("x")])
def test_wat_niet_past_verdringt_het_oude_antwoord_niet_en_wordt_een_concept(bestand, script, zet):
    begin = bestand({}, uren="8")
    voer(begin, script([zet, Gestopt()]), "uren")
    assert op_schijf(begin, "uren") == "8"
    assert concept(begin, "uren") == "x"


def test_een_standaard_staat_klaar(bestand, script):
    speler = script([Gestopt()])
    voer(bestand(), speler, "status")
    assert speler.beurten[0].tekst == "concept"


# Drafts.


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
    assert wanneer(nu) == f"{nu:%H:%M} uur"
    assert wanneer(dt.datetime(2026, 3, 1, 9, 5).astimezone()) == "01-03-2026 om 09:05 uur"


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
    assert [pad.name for pad in conceptmap.rglob("*.txt")] == ["ambitie.concept.txt"]


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


# Conditions.


@pytest.fixture
def met_als(lijst):
    """Return the set with a question that counts only when the plan has a team."""
    werk = lijst.hoofdstukken[1]
    mensen = werk.rijen[1]
    team, uren = mensen.vragen
    uren = replace(uren, als=lees_voorwaarde("team is ingevuld"))
    rijen = (werk.rijen[0], mensen._replace(vragen=(team, uren)), werk.rijen[2])
    return replace(lijst, hoofdstukken=(lijst.hoofdstukken[0], werk._replace(rijen=rijen)))


@pytest.mark.parametrize("alles", [True, False])
@pytest.mark.parametrize(
    ("team", "gevraagd"),
    [("", ["team", "budget"]), ("- ik", ["team", "uren", "budget"])],
)
def test_een_voorwaarde_geldt_meteen(bestand, script, met_als, alles, team, gevraagd):
    speler = script([Beantwoord(team), *[Beantwoord("1")] * 2])
    begin = bestand(None, met_als)
    voer(begin, speler, "team", alles=alles)
    assert speler.gevraagd == gevraagd
    assert [beurt.totaal for beurt in speler.beurten] == [
        3,
        *[len(gevraagd) + 1] * (len(gevraagd) - 1),
    ]
    laatste = [plek.vraag_id for plek in speler.beurten[-1].plekken]
    assert ("uren" in laatste) is bool(team)


def test_terug_slaat_over_wat_niet_meer_telt(bestand, script, met_als):
    speler = script(
        [
            Beantwoord("- ik"),
            Beantwoord("1"),
            Spring("", "team"),
            Beantwoord(""),
            Terug(""),
            Terug(""),
        ]
    )
    speler.zetten += [Terug(""), Gestopt()]
    voer(bestand(None, met_als), speler, "team", alles=True)
    assert speler.gevraagd == ["team", "uren", "budget", "team", "budget", "team", "budget", "team"]


def test_alles_begint_bij_wat_telt(bestand, script, met_als):
    speler = script([Gestopt()])
    voer(bestand(None, met_als), speler, "uren", alles=True)
    assert speler.gevraagd == ["budget"]


# Others.


def test_wat_een_ander_intussen_schreef_blijft_staan(bestand, script):
    begin = bestand({}, uren="1", budget="x")

    def ander(beurt):
        if beurt.stap.vraag.id == "team":
            begin.pad.write_text("# van een ander\n" + begin.pad.read_text("utf-8"), "utf-8")

    speler = script([Beantwoord("een"), Beantwoord("- b")], ander)
    uitkomst = voer(begin, speler, "ambitie")
    tekst = begin.pad.read_text("utf-8")
    assert tekst.startswith("# van een ander\n")
    assert "    - b\n" in tekst
    assert uitkomst.bestand.data == begin.pad.read_bytes()


def ander_schrijft(begin, tekst: str):
    """Return what changes the answer on disk while the question stands open."""

    def doe(beurt):
        if beurt.stap.vraag.id == "ambitie":
            nu = load_plan(begin.pad, begin.vragenlijst)
            nieuw = nu.met_antwoord(begin.vragenlijst.vraag("ambitie"), tekst)
            begin.pad.write_bytes(nieuw.data)

    return doe


@pytest.mark.parametrize("keuze", ["van mij", "van hen", "van hen\n\nvan mij"])
def test_een_botsing_komt_bij_de_gebruiker(bestand, script, keuze):
    begin = bestand({}, ambitie="oud", team="- b", uren="1", budget="x")
    speler = script([Beantwoord("van mij")], ander_schrijft(begin, "van hen"), keuzes=[keuze])
    voer(begin, speler, "ambitie")
    assert speler.getoond == [("ambitie", "van mij", "van hen")]
    assert op_schijf(begin, "ambitie") == keuze


def test_wie_bij_een_botsing_niet_kiest_verliest_niets(bestand, script):
    begin = bestand({}, ambitie="oud")
    speler = script([Beantwoord("van mij")], ander_schrijft(begin, "van hen"), keuzes=[None])
    with pytest.raises(BestandError, match=r"a\.herstel-1\.yaml"):
        voer(begin, speler, "ambitie")
    assert op_schijf(begin, "ambitie") == "van hen"
    assert "van mij" in (begin.pad.parent / "a.herstel-1.yaml").read_text("utf-8")


def test_zonder_begin_wordt_niets_gevraagd(bestand, script):
    begin = bestand()
    uitkomst = Gesprek(begin, script([]), Concepten(begin.pad)).voer(None)
    assert uitkomst.bestand is begin
    assert not uitkomst.gestopt


def test_een_oud_concept_krijgt_de_tijd_van_het_typen(bestand, script, conceptmap):
    begin = bestand()
    Concepten(begin.pad).bewaar("ambitie", "half")
    (pad,) = conceptmap.rglob("*.txt")
    moment = dt.datetime(2026, 1, 2, 3, 4).astimezone()
    os.utime(pad, (moment.timestamp(),) * 2)
    speler = script([Gestopt("half")])
    voer(begin, speler, "ambitie")
    assert speler.beurten[0].melding == "Dit is je concept van 02-01-2026 om 03:04 uur."
