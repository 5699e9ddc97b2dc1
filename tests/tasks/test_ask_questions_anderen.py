"""Others who write in the same plan while a conversation goes on."""

from __future__ import annotations

import pytest
from gesprek_player import on_disk, run

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.beurt import Beantwoord
from uitvoeringsplan.plan.planbestand import load_plan


def test_wat_een_ander_intussen_schreef_blijft_staan(file, script):
    start = file({}, uren="1", budget="x")

    def other(beurt):
        if beurt.stap.vraag.id == "team":
            start.path.write_text("# van een ander\n" + start.path.read_text("utf-8"), "utf-8")

    player = script([Beantwoord("een"), Beantwoord("- b")], other)
    outcome = run(start, player, "ambitie")
    text = start.path.read_text("utf-8")
    assert text.startswith("# van een ander\n")
    assert "    - b\n" in text
    assert outcome.file.data == start.path.read_bytes()


def other_schrijft(start, text: str):
    """Return what changes the answer on disk while the question stands open."""

    def perform(beurt):
        if beurt.stap.vraag.id == "ambitie":
            nu = load_plan(start.path, start.vragenlijst)
            new = nu.with_answer(start.vragenlijst.vraag("ambitie"), text)
            start.path.write_bytes(new.data)

    return perform


@pytest.mark.parametrize("keuze", ["van mij", "van hen", "van hen\n\nvan mij"])
def test_een_botsing_komt_bij_de_gebruiker(file, script, keuze):
    start = file({}, ambitie="oud", team="- b", uren="1", budget="x")
    player = script([Beantwoord("van mij")], other_schrijft(start, "van hen"), keuzes=[keuze])
    run(start, player, "ambitie")
    assert player.shown == [("ambitie", "van mij", "van hen")]
    assert on_disk(start, "ambitie") == keuze


def test_wie_bij_een_botsing_niet_kiest_verliest_niets(file, script):
    start = file({}, ambitie="oud")
    player = script([Beantwoord("van mij")], other_schrijft(start, "van hen"), keuzes=[None])
    with pytest.raises(BestandError, match=r"a\.herstel-1\.yaml"):
        run(start, player, "ambitie")
    assert on_disk(start, "ambitie") == "van hen"
    assert "van mij" in (start.path.parent / "a.herstel-1.yaml").read_text("utf-8")
