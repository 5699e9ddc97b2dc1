"""Pasting into an answer in a real terminal: a long text, and a terminal that does not mark it."""

from __future__ import annotations

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from terminal_screen import BACKSPACE, CTRL_A, CTRL_S, ENTER, Term

from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

pytestmark = pytest.mark.terminal

_PARAGRAPH = "Alinea {} over “é”, € en 😀: # geen commentaar, a: b en 'zo'.\n- punt\n  - dieper\n\n"
_DRAWN = 20_000  # bytes: a few windows full; a drawing per key would be millions


@pytest.fixture
def vraag(tmp_path):
    """Return the program at a question with a long answer, and what reads the answer saved."""
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    lijst = load_vragenlijst(find_vragen(None))
    terminal = Term(tmp_path, "verder", path.name, "--vraag", "borgen-budget", "--alles")
    terminal.wait_for_new("Welk budget is er beschikbaar?", "Ctrl+S verder")
    terminal.type_in(CTRL_A + BACKSPACE)
    yield terminal, lambda: load_plan(path, lijst).plan.antwoorden["borgen-budget"]
    terminal.sluit()


def test_een_lange_tekst_plakken(vraag):
    """It is drawn when it is there, not letter by letter."""
    terminal, antwoord = vraag
    text = "".join(_PARAGRAPH.format(n) for n in range(2000))
    text = text.encode()[: 100 * 1024].decode(errors="ignore")
    drawn = len(terminal.raw)
    terminal.plak(text)
    terminal.wait_for("Lange tekst? Dat gaat sneller met F4")
    terminal.type_in(CTRL_S)
    terminal.wait_for_new("Wie binnen de gemeente krijgt training?")
    assert antwoord() == clean(text)
    assert len(terminal.raw) - drawn < _DRAWN


def test_plakken_uit_word(vraag):
    terminal, antwoord = vraag
    terminal.plak("Kop\x0bzachte regel\n•\tpunt één\no\tdieper\n1.\tnummer ")
    terminal.wait_for("De geplakte tekst is opgeschoond")
    terminal.type_in(CTRL_S)
    terminal.wait_for_new("Wie binnen de gemeente krijgt training?")
    assert antwoord() == "Kop\nzachte regel\n- punt één\n  - dieper\n1. nummer"


def test_plakken_zonder_merkteken(vraag):
    """A terminal that does not mark a paste sends keys, with Enter between the lines."""
    terminal, antwoord = vraag
    lines = ["Eerste alinea.", "", "- punt één", "- punt twee", "", "Slot: “é” 😀."]
    terminal.type_in(ENTER.join(lines))
    terminal.wait_for("Slot: “é”")
    terminal.type_in(CTRL_S)
    terminal.wait_for_new("Wie binnen de gemeente krijgt training?")
    assert antwoord() == "\n".join(lines)


def test_plakken_zonder_merkteken_met_inspringen(vraag):
    """The lines keep their own indentation; the editor adds none."""
    terminal, antwoord = vraag
    lines = ["- punt", "  - dieper", "  - ook dieper", "- punt twee"]
    terminal.type_in(ENTER.join(lines))
    terminal.wait_for("punt twee")
    terminal.type_in(CTRL_S)
    terminal.wait_for_new("Wie binnen de gemeente krijgt training?")
    assert antwoord() == "\n".join(lines)
