"""Others who write in the same plan while a conversation goes on."""

from __future__ import annotations

import pytest
from gesprek_player import op_schijf, voer

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.beurt import Beantwoord
from uitvoeringsplan.plan.planbestand import load_plan


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
            nieuw = nu.with_answer(begin.vragenlijst.vraag("ambitie"), tekst)
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
