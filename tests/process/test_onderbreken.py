"""Interruptions at random moments while somebody types in a real terminal.

UVP_PROEVEN=17 does 204 of them. Two things no program can do: put a terminal right after kill -9
(the shell does that), and put right a terminal that is gone.

How old a draft may be is a matter of `window`; here it counts what has been seen: a draft on the
disk survives everything, and what stands on the screen everything but kill -9.
"""

from __future__ import annotations

import random
import signal
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from pyte import modes
from terminal_screen import CTRL_C, CTRL_S, ENTER, Term

from trials import FACTOR, keren
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal

_WIJZEN = ("Ctrl+C", "SIGTERM", "SIGHUP", "venster dicht", "kill -9")
_KEREN = keren(12, len(_WIJZEN))
_EXIT = {"Ctrl+C": 130, "SIGTERM": 143, "SIGHUP": 129, "kill -9": -9}
_STUKJES = ("woord ", "één ", "😀", "- punt", "; ", "“wat” ", ENTER, "nee", "# ", "a: b ")
# Private modes that are on during a question: the mouse, the second window and marked pastes. The
# library asks for the mouse in four ways. pyte keeps a private mode shifted by 5 bits.
_EIGEN_STANDEN = (1000, 1003, 1006, 1015, 1049, 2004)


@pytest.mark.parametrize("wijze", _WIJZEN)
def test_onderbroken_tijdens_het_typen(tmp_path, wijze):
    for n in range(_WIJZEN.index(wijze), _KEREN, len(_WIJZEN)):
        _een_keer(tmp_path / str(n), wijze, random.Random(f"{wijze} {n}"))  # noqa: S311


def _een_keer(map_: Path, wijze: str, toeval: random.Random) -> None:
    """Answer, type on, interrupt and look at what is left."""
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

    concepten = Concepten(pad, map_ / ".concepten")
    getypt = [stond_er]
    _typ(terminal, getypt, toeval)
    op_schijf = stond_er
    if toeval.random() < 0.5:  # long enough for a draft, and then on with typing
        op_schijf = getypt[-1]
        terminal.wacht(lambda: _concept(concepten) == op_schijf, "het concept")
        _typ(terminal, getypt, toeval)
    op_scherm = op_schijf
    if wijze != "kill -9" and toeval.random() < 0.7:
        slot = f"Slot{toeval.randrange(10_000)}."
        getypt.append(op_scherm := getypt[-1] + slot)
        terminal.typ(slot)
        terminal.wacht_op(slot)
    elif wijze == "Ctrl+C":
        op_scherm = getypt[-1]  # it comes after what was typed, so that is there
    _onderbreek(terminal, wijze)
    _let_op_de_terminal(terminal, wijze)
    terminal.sluit()

    plan = load_plan(pad, lijst).plan
    assert plan.antwoorden["borgen-college"].startswith(gegeven), "een gegeven antwoord is weg"
    assert plan.antwoorden["borgen-budget"] == stond_er
    bewaard = _concept(concepten)
    over = stond_er if bewaard is None else bewaard
    assert any(tekst.startswith(over) for tekst in getypt), "het concept is iets anders"
    assert over.startswith(op_schijf), "een concept dat er was is weg"
    assert over.startswith(op_scherm), "wat op het scherm stond is weg"
    if bewaard is not None:
        _wordt_aangeboden(map_, bewaard)


def _concept(concepten: Concepten) -> str | None:
    concept = concepten.lees("borgen-budget")
    return concept.tekst if concept else None


def _typ(terminal: Term, getypt: list[str], toeval: random.Random) -> None:
    """Type at the speed of a fast typist, adding to `getypt` all there is after each piece."""
    for _ in range(toeval.randint(2, 7 * FACTOR)):
        stukje = toeval.choice(_STUKJES)
        if stukje == ENTER and getypt[-1].rpartition("\n")[2].startswith("- "):
            stukje = " "  # Enter goes on with a list, or not when it comes together with more
        getypt.append(getypt[-1] + stukje.replace(ENTER, "\n"))
        terminal.typ(stukje)
        terminal.lees_even(toeval.uniform(0.005, 0.15))


def _onderbreek(terminal: Term, wijze: str) -> None:
    if wijze == "Ctrl+C":
        terminal.typ(CTRL_C * 2)  # the first one asks whether that is meant
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
    for stand in _EIGEN_STANDEN:
        assert stand << 5 not in terminal.scherm.mode, f"stand {stand} is nog aan"
    assert modes.DECTCEM in terminal.scherm.mode, "de cursor is weg"
    assert modes.DECAWM in terminal.scherm.mode


def _wordt_aangeboden(map_: Path, tekst: str) -> None:
    terminal = Term(map_, "verder")
    terminal.wacht_op("» je concept van", toetsen=True)  # the first choice, so Enter takes it
    terminal.typ(ENTER)
    terminal.wacht_op_nieuw("Dit is je concept van", "Ctrl+S verder")
    assert "".join(tekst.split())[-20:] in "".join(terminal.beeld.split())
    terminal.stop()
    assert terminal.einde() == 130
    terminal.sluit()
    assert [c.tekst for c in Concepten(map_ / "dorp.plan.yaml", map_ / ".concepten").alle()] == [
        tekst
    ]
