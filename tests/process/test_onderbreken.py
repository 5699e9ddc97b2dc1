"""Interruptions at random moments while somebody types in a real terminal.

UVP_PROEVEN=17 does 204 of them. Two things no program can do: put a terminal right after kill -9
(the shell does that), and put right a terminal that is gone.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from pyte import modes
from scherm import CTRL_C, CTRL_S, ENTER, Term

from proeven import FACTOR
from uitvoeringsplan.storage.concepten import Concepten
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.storage.vindplaats import find_voorbeeld, find_vragen
from uitvoeringsplan.storage.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal

_KEREN = 12 * FACTOR
_WIJZEN = ("Ctrl+C", "SIGTERM", "SIGHUP", "venster dicht", "kill -9")
_EXIT = {"Ctrl+C": 130, "SIGTERM": 143, "SIGHUP": 129, "kill -9": -9}
_TE_VEEL = 1.0  # seconds of typing that may be lost
_STUKJES = ("woord ", "één ", "😀", "- punt", "; ", "“wat” ", ENTER, "nee", "# ", "a: b ")
_GEPLAKTE_STAND = 2004 << 5  # how pyte keeps the private mode "mark pastes"


class Toets(NamedTuple):
    """A few keys, when they were pressed, and all that was typed with them."""

    moment: float
    tekst: str


@pytest.mark.parametrize("wijze", _WIJZEN)
def test_onderbroken_tijdens_het_typen(tmp_path, wijze, capsys):
    keren = len(range(_WIJZEN.index(wijze), _KEREN, len(_WIJZEN)))
    verloren = [
        _een_keer(tmp_path / str(n), wijze, random.Random(f"{wijze} {n}"))  # noqa: S311
        for n in range(keren)
    ]
    with capsys.disabled():
        sys.stdout.write(f" [{wijze}: {keren} keer, hooguit {max(verloren):.2f} s typen kwijt] ")


def _een_keer(map_: Path, wijze: str, toeval: random.Random) -> float:
    """Answer, type on, interrupt and look at what is left; return the seconds of typing lost."""
    map_.mkdir()
    pad = map_ / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    lijst = load_vragenlijst(find_vragen(None))

    terminal = Term(map_, "verder", pad.name, "--vraag", "borgen-college", "--alles")
    terminal.wacht_op_nieuw("Op welke manier is het college betrokken?", "Ctrl+S verder")
    terminal.typ(f"{ENTER}Erbij {toeval.random()}.")
    terminal.wacht_op("Erbij ")
    gegeven = f"{load_plan(pad, lijst).plan.antwoorden['borgen-college']}\nErbij"
    terminal.typ(CTRL_S)
    terminal.wacht_op_nieuw("Welk budget is er beschikbaar?", "Ctrl+S verder")
    stond_er = load_plan(pad, lijst).plan.antwoorden["borgen-budget"]

    getypt = _typ(terminal, stond_er, toeval)
    onderbroken = time.monotonic()
    _onderbreek(terminal, wijze)
    _let_op_de_terminal(terminal, wijze)
    terminal.sluit()

    plan = load_plan(pad, lijst).plan
    assert plan.antwoorden["borgen-college"].startswith(gegeven), "een gegeven antwoord is weg"
    assert plan.antwoorden["borgen-budget"] == stond_er
    concept = Concepten(pad, map_ / ".concepten").lees("borgen-budget")
    kwijt = _kwijt(getypt, concept.tekst if concept else stond_er, onderbroken)
    assert kwijt <= _TE_VEEL
    if wijze == "Ctrl+C":
        assert kwijt == 0, "Ctrl+C komt na wat er is getypt, dus alles is er"
    if concept:
        _wordt_aangeboden(map_, concept.tekst)
    return kwijt


def _typ(terminal: Term, tekst: str, toeval: random.Random) -> list[Toets]:
    """Type at the speed of a fast typist, for a random while; the screen is read meanwhile."""
    tot = time.monotonic() + toeval.uniform(0.1, 1.2 if FACTOR == 1 else 2.5)
    getypt = [Toets(time.monotonic(), tekst)]
    while time.monotonic() < tot:
        stukje = toeval.choice(_STUKJES)
        tekst += stukje.replace(ENTER, "\n")
        getypt.append(Toets(time.monotonic(), tekst))
        terminal.typ(stukje)
        terminal.lees_even(toeval.uniform(0.005, 0.2))
    return getypt


def _onderbreek(terminal: Term, wijze: str) -> None:
    if wijze == "Ctrl+C":
        terminal.typ(CTRL_C)
    elif wijze == "venster dicht":
        terminal.hang_op()
    else:
        nummer = signal.SIGKILL if wijze == "kill -9" else getattr(signal, wijze)
        terminal.kind.kill(nummer)
    code = terminal.einde()
    assert code == _EXIT.get(wijze, code)


def _let_op_de_terminal(terminal: Term, wijze: str) -> None:
    if wijze in ("venster dicht", "kill -9"):
        return
    assert terminal.instellingen_nu() == terminal.instellingen
    assert _GEPLAKTE_STAND not in terminal.scherm.mode
    assert modes.DECTCEM in terminal.scherm.mode, "de cursor is weg"
    assert modes.DECAWM in terminal.scherm.mode


def _kwijt(getypt: list[Toets], bewaard: str, onderbroken: float) -> float:
    """Return how long before the interruption the first keys that are lost were typed."""
    assert any(toets.tekst.startswith(bewaard) for toets in getypt), "het concept is iets anders"
    weg = [toets.moment for toets in getypt if not bewaard.startswith(toets.tekst)]
    return max(0.0, onderbroken - weg[0]) if weg else 0.0


def _wordt_aangeboden(map_: Path, tekst: str) -> None:
    terminal = Term(map_, "verder")
    terminal.wacht_op("Waar wil je verder?", toetsen=True)
    assert "» je concept van" in terminal.beeld
    terminal.typ(ENTER)
    terminal.wacht_op_nieuw("Dit is je concept van", "Ctrl+S verder")
    assert "".join(tekst.split())[-20:] in "".join(terminal.beeld.split())
    terminal.typ(CTRL_C)
    assert terminal.einde() == 130
    terminal.sluit()
    assert [c.tekst for c in Concepten(map_ / "dorp.plan.yaml", map_ / ".concepten").alle()] == [
        tekst
    ]
