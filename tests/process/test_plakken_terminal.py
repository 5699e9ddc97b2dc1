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

_ALINEA = "Alinea {} over “é”, € en 😀: # geen commentaar, a: b en 'zo'.\n- punt\n  - dieper\n\n"
_GETEKEND = 20_000  # bytes: a few windows full; a drawing per key would be millions


@pytest.fixture
def vraag(tmp_path):
    """Return the program at a question with a long answer, and what reads the answer saved."""
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    lijst = load_vragenlijst(find_vragen(None))
    terminal = Term(tmp_path, "verder", pad.name, "--vraag", "borgen-budget", "--alles")
    terminal.wacht_op_nieuw("Welk budget is er beschikbaar?", "Ctrl+S verder")
    terminal.typ(CTRL_A + BACKSPACE)
    yield terminal, lambda: load_plan(pad, lijst).plan.antwoorden["borgen-budget"]
    terminal.sluit()


def test_een_lange_tekst_plakken(vraag):
    """It is drawn when it is there, not letter by letter."""
    terminal, antwoord = vraag
    tekst = "".join(_ALINEA.format(n) for n in range(2000))
    tekst = tekst.encode()[: 100 * 1024].decode(errors="ignore")
    getekend = len(terminal.ruw)
    terminal.plak(tekst)
    terminal.wacht_op("Lange tekst? Dat gaat sneller met F4")
    terminal.typ(CTRL_S)
    terminal.wacht_op_nieuw("Wie binnen de gemeente krijgt training?")
    assert antwoord() == clean(tekst)
    assert len(terminal.ruw) - getekend < _GETEKEND


def test_plakken_uit_word(vraag):
    terminal, antwoord = vraag
    terminal.plak("Kop\x0bzachte regel\n•\tpunt één\no\tdieper\n1.\tnummer ")
    terminal.wacht_op("De geplakte tekst is opgeschoond")
    terminal.typ(CTRL_S)
    terminal.wacht_op_nieuw("Wie binnen de gemeente krijgt training?")
    assert antwoord() == "Kop\nzachte regel\n- punt één\n  - dieper\n1. nummer"


def test_plakken_zonder_merkteken(vraag):
    """A terminal that does not mark a paste sends keys, with Enter between the lines."""
    terminal, antwoord = vraag
    regels = ["Eerste alinea.", "", "- punt één", "- punt twee", "", "Slot: “é” 😀."]
    terminal.typ(ENTER.join(regels))
    terminal.wacht_op("Slot: “é”")
    terminal.typ(CTRL_S)
    terminal.wacht_op_nieuw("Wie binnen de gemeente krijgt training?")
    assert antwoord() == "\n".join(regels)


def test_plakken_zonder_merkteken_met_inspringen(vraag):
    """The lines keep their own indentation; the editor adds none."""
    terminal, antwoord = vraag
    regels = ["- punt", "  - dieper", "  - ook dieper", "- punt twee"]
    terminal.typ(ENTER.join(regels))
    terminal.wacht_op("punt twee")
    terminal.typ(CTRL_S)
    terminal.wacht_op_nieuw("Wie binnen de gemeente krijgt training?")
    assert antwoord() == "\n".join(regels)
