"""The conversation: its order, going back and elsewhere, and what does not fit."""

from __future__ import annotations

import pytest
from gesprek_player import concept, op_schijf, voer

from uitvoeringsplan.model.beurt import FIELDS_TITLE, Beantwoord, Gestopt, Spring, Terug, list_steps
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.tasks.ask_questions import Gesprek


def test_de_volgorde_gegevens_dan_hoofdstukken(lijst):
    assert [(stap.vraag.id, stap.onderdeel, stap.inleiding) for stap in list_steps(lijst)] == [
        ("gemeente", FIELDS_TITLE, ""),
        ("status", FIELDS_TITLE, ""),
        ("datum", FIELDS_TITLE, ""),
        ("ambitie", "Doel", "Waar gaan we heen?"),
        ("team", "Werk: Mensen", "Wat gaan we doen?"),
        ("uren", "Werk: Mensen", ""),
        ("budget", "Werk: Geld", ""),
    ]


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


def test_elke_vraag_weet_de_hoeveelste_ze_is(bestand, script):
    speler = script([Beantwoord("Delft"), *[Beantwoord("")] * 2, *[Beantwoord("12")] * 4])
    voer(bestand(), speler, "gemeente", alles=True)
    assert [(str(beurt.positie), beurt.positie.gedaan) for beurt in speler.beurten] == [
        ("gegeven 1 van 3", 1),  # the status has a default
        ("gegeven 2 van 3", 2),
        ("gegeven 3 van 3", 2),
        ("vraag 1 van 4", 0),
        ("vraag 2 van 4", 0),
        ("vraag 3 van 4", 1),
        ("vraag 4 van 4", 0),
    ]
    assert [beurt.positie.aantal for beurt in speler.beurten] == [3, 3, 3, 1, 2, 2, 1]


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
    assert [(plek.vraag_id, plek.is_open) for plek in speler.beurten[0].plekken().alle] == [
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


def test_zonder_begin_wordt_niets_gevraagd(bestand, script):
    begin = bestand()
    uitkomst = Gesprek(begin, script([]), Concepten(begin.pad)).voer(None)
    assert uitkomst.bestand is begin
    assert not uitkomst.gestopt
