from __future__ import annotations

import pytest

from uitvoeringsplan.model.beurt import Gegeven, Gestopt, Terug
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.tasks.gesprek import GEGEVENS_TITEL, stappen, voer_gesprek


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


def route(bestand, *ids: str):
    return [stap for stap in stappen(bestand.vragenlijst) if stap.vraag.id in ids]


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

    speler = script([Gegeven(tekst) for tekst in antwoorden.values()], controleer)
    uitkomst = voer_gesprek(begin, stappen(begin.vragenlijst), speler)
    assert gegeven == list(antwoorden)
    assert not uitkomst.gestopt
    assert uitkomst.voortgang.beantwoord == 4
    assert [beurt.beantwoord for beurt in speler.beurten] == [0, 0, 0, 0, 1, 2, 3]
    assert {beurt.totaal for beurt in speler.beurten} == {4}


def test_overslaan_laat_de_vraag_open(bestand, script):
    begin = bestand()
    speler = script([Gegeven(""), Gegeven("12")])
    uitkomst = voer_gesprek(begin, route(begin, "team", "uren"), speler)
    assert begin.pad.read_bytes() == uitkomst.bestand.data
    assert "team" in [vraag.id for vraag in uitkomst.voortgang.open]
    assert op_schijf(begin, "uren") == "12"


def test_terug_bewaart_wat_getypt_was(bestand, script):
    begin = bestand()
    speler = script([Gegeven("een"), Terug("- half"), Gegeven("twee"), Gegeven("- heel")])
    voer_gesprek(begin, route(begin, "ambitie", "team"), speler)
    assert speler.gevraagd == ["ambitie", "team", "ambitie", "team"]
    assert [beurt.tekst for beurt in speler.beurten] == ["", "", "een", "- half"]
    assert op_schijf(begin, "ambitie") == "twee"
    assert op_schijf(begin, "team") == "- heel"


def test_voor_de_eerste_vraag_is_er_geen(bestand, script):
    begin = bestand()
    speler = script([Terug("een"), Gegeven("een"), Gegeven("- b")])
    voer_gesprek(begin, route(begin, "ambitie", "team"), speler)
    assert speler.gevraagd == ["ambitie", "ambitie", "team"]


def test_stoppen_bewaart_wat_getypt_was(bestand, script):
    begin = bestand()
    uitkomst = voer_gesprek(begin, stappen(begin.vragenlijst)[3:], script([Gestopt("half")]))
    assert uitkomst.gestopt
    assert op_schijf(begin, "ambitie") == "half"
    assert uitkomst.voortgang.beantwoord == 1


def test_stoppen_op_een_lege_regel_haalt_niets_weg(bestand, script):
    begin = bestand(ambitie="Blijft.")
    voor = begin.pad.read_bytes()
    assert voer_gesprek(begin, route(begin, "ambitie"), script([Gestopt("")])).gestopt
    assert begin.pad.read_bytes() == voor


def test_een_fout_antwoord_komt_terug_met_de_reden(bestand, script):
    begin = bestand()
    speler = script([Gegeven("12 uur"), Gegeven("twaalf"), Gegeven("12")])
    voer_gesprek(begin, route(begin, "uren"), speler)
    assert speler.gevraagd == ["uren"] * 3
    assert [beurt.tekst for beurt in speler.beurten] == ["", "12 uur", "twaalf"]
    assert speler.beurten[0].melding == ""
    assert "“12 uur” is geen heel getal" in speler.beurten[1].melding
    assert "“twaalf” is geen heel getal" in speler.beurten[2].melding
    assert op_schijf(begin, "uren") == "12"


def test_na_een_fout_antwoord_is_de_melding_bij_de_volgende_vraag_weg(bestand, script):
    begin = bestand()
    speler = script([Gegeven("x"), Gegeven("1"), Gegeven("")])
    voer_gesprek(begin, route(begin, "uren", "budget"), speler)
    assert (speler.beurten[-1].melding, speler.beurten[-1].tekst) == ("", "")


@pytest.mark.parametrize("zet", [Terug("x"), Gestopt("x")])
def test_wat_niet_past_verdringt_het_oude_antwoord_niet(bestand, script, zet):
    begin = bestand(uren="8")
    voer_gesprek(begin, route(begin, "uren"), script([zet, Gegeven("8")]))
    assert op_schijf(begin, "uren") == "8"


def test_een_standaard_staat_klaar(bestand, script):
    begin = bestand()
    speler = script([Gestopt()])
    voer_gesprek(begin, route(begin, "status"), speler)
    assert speler.beurten[0].tekst == "concept"


def test_wat_een_ander_intussen_schreef_blijft_staan(bestand, script):
    begin = bestand()

    def ander(beurt):
        if beurt.stap.vraag.id == "team":
            begin.pad.write_text("# van een ander\n" + begin.pad.read_text("utf-8"), "utf-8")

    speler = script([Gegeven("een"), Gegeven("- b")], ander)
    uitkomst = voer_gesprek(begin, route(begin, "ambitie", "team"), speler)
    tekst = begin.pad.read_text("utf-8")
    assert tekst.startswith("# van een ander\n")
    assert "    - b\n" in tekst
    assert uitkomst.bestand.data == begin.pad.read_bytes()


def test_een_lege_route_vraagt_niets(bestand, script):
    begin = bestand()
    uitkomst = voer_gesprek(begin, [], script([]))
    assert uitkomst.bestand is begin
    assert not uitkomst.gestopt
