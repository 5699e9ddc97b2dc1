"""The conversation: its order, going back and elsewhere, and what does not fit."""

from __future__ import annotations

import pytest
from gesprek_player import concept, on_disk, run

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


def test_elk_antwoord_staat_op_schijf_voor_de_volgende_vraag_komt(file, script):
    start = file()
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
            assert on_disk(start, vraag_id) == antwoorden[vraag_id]
        assert on_disk(start, beurt.stap.vraag.id) == ""
        gegeven.append(beurt.stap.vraag.id)

    player = script([Beantwoord(text) for text in antwoorden.values()], controleer)
    outcome = run(start, player, "gemeente", everything=True)
    assert gegeven == list(antwoorden)
    assert not outcome.gestopt
    assert outcome.voortgang.beantwoord == 4
    assert [beurt.beantwoord for beurt in player.beurten] == [0, 0, 0, 0, 1, 2, 3]
    assert {beurt.total for beurt in player.beurten} == {4}


def test_elke_vraag_weet_de_hoeveelste_ze_is(file, script):
    player = script([Beantwoord("Delft"), *[Beantwoord("")] * 2, *[Beantwoord("12")] * 4])
    run(file(), player, "gemeente", everything=True)
    assert [(str(beurt.positie), beurt.positie.done) for beurt in player.beurten] == [
        ("gegeven 1 van 3", 1),  # the status has a default
        ("gegeven 2 van 3", 2),
        ("gegeven 3 van 3", 2),
        ("vraag 1 van 4", 0),
        ("vraag 2 van 4", 0),
        ("vraag 3 van 4", 1),
        ("vraag 4 van 4", 0),
    ]
    assert [beurt.positie.group_size for beurt in player.beurten] == [3, 3, 3, 1, 2, 2, 1]


def test_overslaan_laat_de_vraag_open(file, script):
    start = file({}, budget="x")
    player = script([Beantwoord(""), Beantwoord("12")])
    outcome = run(start, player, "team")
    assert start.path.read_bytes() == outcome.file.data
    assert "team" in [vraag.id for vraag in outcome.voortgang.open]
    assert on_disk(start, "uren") == "12"


def test_wat_beantwoord_is_wordt_overgeslagen_tenzij_alles(file, script):
    start = file({}, team="- b", uren="3")
    player = script([Beantwoord("x"), Gestopt()])
    run(start, player, "ambitie")
    assert player.asked == ["ambitie", "budget"]
    player = script([Beantwoord("x"), Beantwoord("- b"), Gestopt("3")])
    run(start, player, "ambitie", everything=True)
    assert player.asked == ["ambitie", "team", "uren"]


def test_een_beantwoorde_vraag_toont_haar_antwoord(file, script):
    player = script([Gestopt("Er stond al.")])
    run(file({}, ambitie="Er stond al."), player, "ambitie")
    assert (player.beurten[0].text, player.beurten[0].message) == ("Er stond al.", "")


# Back and elsewhere.


def test_terug_bewaart_wat_getypt_was(file, script):
    start = file({}, uren="1", budget="x")
    player = script([Beantwoord("een"), Terug("- half"), Beantwoord("twee"), Beantwoord("- heel")])
    run(start, player, "ambitie", everything=False)
    assert player.asked == ["ambitie", "team", "ambitie"]
    assert [beurt.text for beurt in player.beurten] == ["", "", "een"]
    assert on_disk(start, "ambitie") == "twee"
    assert on_disk(start, "team") == "- half"


def test_na_terug_staat_de_tekst_er_nog(file, script):
    start = file()
    player = script([Beantwoord("een"), Terug("- half"), Beantwoord("een"), Gestopt("- half")])
    run(start, player, "ambitie", everything=True)
    assert player.asked == ["ambitie", "team", "ambitie", "team"]
    assert [beurt.text for beurt in player.beurten] == ["", "", "een", "- half"]


def test_terug_gaat_ook_voorbij_waar_het_gesprek_begon(file, script):
    player = script([Terug(""), Terug(""), Gestopt()])
    run(file(), player, "ambitie")
    assert player.asked == ["ambitie", "datum", "status"]


def test_voor_de_allereerste_vraag_is_er_geen(file, script):
    player = script([Terug("Delft"), Gestopt("Delft")])
    start = file()
    run(start, player, "gemeente")
    assert player.asked == ["gemeente", "gemeente"]
    assert on_disk(start, "gemeente") == "Delft"


def test_springen_bewaart_wat_getypt_was_en_f2_gaat_terug_naar_waar_je_was(file, script):
    start = file()
    player = script([Spring("een", "budget"), Terug("geld"), Terug("een"), Gestopt()])
    run(start, player, "ambitie")
    assert player.asked == ["ambitie", "budget", "ambitie", "datum"]
    assert [beurt.text for beurt in player.beurten][:3] == ["", "", "een"]
    assert on_disk(start, "budget") == "geld"


def test_na_een_sprong_gaat_het_daar_verder(file, script):
    player = script([Spring("", "uren"), Beantwoord("3"), Gestopt()])
    run(file(), player, "gemeente")
    assert player.asked == ["gemeente", "uren", "budget"]


def test_de_spronglijst_dichtdoen_verandert_niets(file, script):
    """A jump to the question itself is what closing the list without a choice comes to."""
    start = file({}, ambitie="Oud.")
    seen = []
    player = script([Spring("Nieuw, half", "ambitie"), Terug("Nieuw, half"), Gestopt()])
    player.bij_vraag = lambda _: seen.append((on_disk(start, "ambitie"), concept(start, "ambitie")))
    run(start, player, "ambitie")
    assert player.asked == ["ambitie", "ambitie", "datum"]
    assert seen[1] == ("Oud.", "Nieuw, half")
    assert [beurt.text for beurt in player.beurten][:2] == ["Oud.", "Nieuw, half"]


def test_de_spronglijst_toont_wat_open_is(file, script):
    player = script([Gestopt()])
    run(file({}, ambitie="x"), player, "gemeente")
    assert [(place.vraag_id, place.is_open) for place in player.beurten[0].plekken().every] == [
        ("gemeente", True),
        ("status", False),
        ("datum", False),  # not required while the plan is a draft
        ("ambitie", False),
        ("team", True),
        ("uren", True),
        ("budget", True),
    ]


# What does not fit.


def test_een_fout_antwoord_komt_terug_met_de_reden(file, script):
    start = file({}, budget="x")
    player = script([Beantwoord("12 uur"), Beantwoord("twaalf"), Beantwoord("12")])
    run(start, player, "uren")
    assert player.asked == ["uren"] * 3
    assert [beurt.text for beurt in player.beurten] == ["", "12 uur", "twaalf"]
    assert player.beurten[0].message == ""
    assert "“12 uur” is geen heel getal" in player.beurten[1].message
    assert "“twaalf” is geen heel getal" in player.beurten[2].message
    assert on_disk(start, "uren") == "12"
    assert concept(start, "uren") is None


def test_een_fout_antwoord_is_bij_een_ongeluk_niet_weg(file, script):
    start = file()
    seen = []
    player = script([Beantwoord("twaalf"), Gestopt("twaalf")])
    player.bij_vraag = lambda _: seen.append(concept(start, "uren"))
    run(start, player, "uren")
    assert seen == [None, "twaalf"]


def test_na_een_fout_antwoord_is_de_melding_bij_de_volgende_vraag_weg(file, script):
    player = script([Beantwoord("x"), Beantwoord("1"), Beantwoord("")])
    run(file(), player, "uren")
    assert (player.beurten[-1].message, player.beurten[-1].text) == ("", "")


@pytest.mark.parametrize("zet", [Terug("x"), Spring("x", "budget"), Gestopt("x")])
def test_wat_niet_past_verdringt_het_oude_antwoord_niet_en_wordt_een_concept(file, script, zet):
    start = file({}, uren="8")
    run(start, script([zet, Gestopt()]), "uren")
    assert on_disk(start, "uren") == "8"
    assert concept(start, "uren") == "x"


def test_een_standaard_staat_klaar(file, script):
    player = script([Gestopt()])
    run(file(), player, "status")
    assert player.beurten[0].text == "concept"


def test_zonder_begin_wordt_niets_gevraagd(file, script):
    start = file()
    outcome = Gesprek(start, script([]), Concepten(start.path)).run(None)
    assert outcome.file is start
    assert not outcome.gestopt
