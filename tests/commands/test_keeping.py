"""`inlezen` offers to keep what could not come along: all, some, none, or without a question."""

from __future__ import annotations

import pytest

from edited_docx import LIJST, edited, make, met, type_over
from uitvoeringsplan.plan.planbestand import load_plan


@pytest.fixture
def word(plan):
    """Make a file in which three sentences outside the answers are changed."""
    return type_over(
        make(plan, plan.with_name("dorp.docx")),
        ("heeft de regie", "heeft niet de regie"),
        ("Het hele college is", "Het halve college is"),
        ("is op orde.", "is zoek."),
    )


def punten(plan):
    return load_plan(plan, LIJST).punten


@pytest.mark.usefixtures("word")
@pytest.mark.parametrize(
    ("keuzes", "kept"),
    [
        (["alle"], "halve regie zoek"),
        (["geen"], ""),
        ([None], ""),
        (["kies", "ja", "nee", "ja"], "halve zoek"),
        (["kies", "nee", "rest"], "regie zoek"),
        (["kies", "ja", None], "halve"),
    ],
)
def test_de_gebruiker_kiest_wat_er_bewaard_wordt(run_command, plan, speel, keuzes, kept):
    player = speel(keuzes=keuzes)
    player.show = lambda _: None
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 0
    texts = " ".join(punt.tekst for punt in punten(plan))
    assert len(punten(plan)) == len(kept.split())
    assert all(word in texts for word in kept.split())
    # The first is what Enter takes, and it loses nothing.
    assert player.asked_keuze[0] == (
        "3 dingen staan niet zo in het plan. Als open punt bewaren?", "alle", "kies", "geen",
    )  # fmt: skip
    count = len(kept.split())
    said = {0: "niets als open punt bewaard", 1: "1 open punt erbij"}
    assert said.get(count, f"{count} open punten erbij") in outcome.result


@pytest.mark.usefixtures("word")
def test_per_stuk_staan_de_plaats_en_de_woorden_erbij(run_command, speel):
    shown = []
    speel(keuzes=["kies", "nee", "nee", "nee"]).show = shown.append
    run_command("inlezen", "dorp.docx")
    assert [one.strip().partition("\n")[0] for one in shown] == [
        "1 van 3. Lokale ambitie", "2 van 3. Lokale doelstellingen",
        "3 van 3. Lokale doelstellingen",
    ]  # fmt: skip
    assert "Het halve college" in " ".join(shown[0].split())


@pytest.mark.usefixtures("word")
def test_zonder_vragen_met_een_optie_en_maar_een_keer(run_command, plan, speel):
    speel(keuzes=[])  # nothing is asked, also in a terminal
    outcome = run_command("inlezen", "dorp.docx", "--als-punten")
    assert outcome.code == 0
    assert "dorp.plan.yaml: 3 open punten erbij." in outcome.result
    before = plan.read_bytes()
    outcome = run_command("inlezen", "dorp.docx", "--als-punten")
    assert plan.read_bytes() == before
    assert " ".join(outcome.error.split()).count("staat al als open punt") == 3
    assert "niets nieuws" not in outcome.result


@pytest.mark.usefixtures("word")
def test_een_proef_bewaart_ook_geen_punt(run_command, plan, speel):
    speel(keuzes=[])
    before = plan.read_bytes()
    outcome = run_command("inlezen", "dorp.docx", "--proef", "--als-punten")
    assert "3 open punten erbij. Er is niets bewaard." in outcome.result
    assert "Met --als-punten" in run_command("inlezen", "dorp.docx", "--proef").error
    assert plan.read_bytes() == before


def test_wat_op_een_keuze_wacht_bewaart_geen_punt(run_command, plan):
    word = edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    type_over(word, ("heeft de regie", "heeft niet de regie"))
    met(plan, lokale_ambitie="Uit het plan.")
    before = plan.read_bytes()
    assert run_command("inlezen", "dorp.docx", "--als-punten").code == 1
    assert plan.read_bytes() == before
