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

from trials import FACTOR, times
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal

_WIJZEN = ("Ctrl+C", "SIGTERM", "SIGHUP", "venster dicht", "kill -9")
_TIMES = times(12, len(_WIJZEN))
_EXIT = {"Ctrl+C": 130, "SIGTERM": 143, "SIGHUP": 129, "kill -9": -9}
_PIECES = ("woord ", "één ", "😀", "- punt", "; ", "“wat” ", ENTER, "nee", "# ", "a: b ")
# Private modes that are on during a question: the mouse, the second window and marked pastes. The
# library asks for the mouse in four ways. pyte keeps a private mode shifted by 5 bits.
_OWN_STANDEN = (1000, 1003, 1006, 1015, 1049, 2004)


@pytest.mark.parametrize("manner", _WIJZEN)
def test_onderbroken_tijdens_het_typen(tmp_path, manner):
    for n in range(_WIJZEN.index(manner), _TIMES, len(_WIJZEN)):
        _one_time(tmp_path / str(n), manner, random.Random(f"{manner} {n}"))  # noqa: S311


def _one_time(map_: Path, manner: str, chance: random.Random) -> None:
    """Answer, type on, interrupt and look at what is left."""
    map_.mkdir()
    path = map_ / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    lijst = load_vragenlijst(find_vragen(None))

    terminal = Term(map_, "verder", path.name, "--vraag", "borgen-college", "--alles")
    terminal.wait_for_new("Op welke manier is het college betrokken?", "Ctrl+S verder")
    terminal.type_in(f"{ENTER}Erbij {chance.random()}.")
    terminal.wait_for("Erbij ")
    gegeven = f"{load_plan(path, lijst).plan.antwoorden['borgen-college']}\nErbij"
    terminal.type_in(CTRL_S)
    terminal.wait_for_new("Welk budget is er beschikbaar?", "Ctrl+S verder")
    stond_er = load_plan(path, lijst).plan.antwoorden["borgen-budget"]

    concepten = Concepten(path, map_ / ".concepten")
    typed = [stond_er]
    _type_in(terminal, typed, chance)
    on_disk = stond_er
    if chance.random() < 0.5:  # long enough for a draft, and then on with typing
        on_disk = typed[-1]
        terminal.wait(lambda: _concept(concepten) == on_disk, "het concept")
        _type_in(terminal, typed, chance)
    op_scherm = on_disk
    if manner != "kill -9" and chance.random() < 0.7:
        slot = f"Slot{chance.randrange(10_000)}."
        typed.append(op_scherm := typed[-1] + slot)
        terminal.type_in(slot)
        terminal.wait_for(slot)
    elif manner == "Ctrl+C":
        op_scherm = typed[-1]  # it comes after what was typed, so that is there
    _onderbreek(terminal, manner)
    _let_op_de_terminal(terminal, manner)
    terminal.sluit()

    plan = load_plan(path, lijst).plan
    assert plan.antwoorden["borgen-college"].startswith(gegeven), "een gegeven antwoord is weg"
    assert plan.antwoorden["borgen-budget"] == stond_er
    saved = _concept(concepten)
    over = stond_er if saved is None else saved
    assert any(text.startswith(over) for text in typed), "het concept is iets anders"
    assert over.startswith(on_disk), "een concept dat er was is weg"
    assert over.startswith(op_scherm), "wat op het scherm stond is weg"
    if saved is not None:
        _wordt_aangeboden(map_, saved)


def _concept(concepten: Concepten) -> str | None:
    concept = concepten.read("borgen-budget")
    return concept.text if concept else None


def _type_in(terminal: Term, typed: list[str], chance: random.Random) -> None:
    """Type at the speed of a fast typist, adding to `typed` all there is after each piece."""
    for _ in range(chance.randint(2, 7 * FACTOR)):
        piece = chance.choice(_PIECES)
        if piece == ENTER and typed[-1].rpartition("\n")[2].startswith("- "):
            piece = " "  # Enter goes on with a list, or not when it comes together with more
        typed.append(typed[-1] + piece.replace(ENTER, "\n"))
        terminal.type_in(piece)
        terminal.read_even(chance.uniform(0.005, 0.15))


def _onderbreek(terminal: Term, manner: str) -> None:
    if manner == "Ctrl+C":
        terminal.type_in(CTRL_C * 2)  # the first one asks whether that is meant
    elif manner == "venster dicht":
        terminal.hang_op()
    else:
        number = signal.SIGKILL if manner == "kill -9" else getattr(signal, manner)
        terminal.kind.kill(number)
    code = terminal.end()
    assert code == _EXIT.get(manner, code)


def _let_op_de_terminal(terminal: Term, manner: str) -> None:
    if manner in ("venster dicht", "kill -9"):
        return
    assert terminal.settings_nu() == terminal.settings
    for stand in _OWN_STANDEN:
        assert stand << 5 not in terminal.screen.mode, f"stand {stand} is nog aan"
    assert modes.DECTCEM in terminal.screen.mode, "de cursor is weg"
    assert modes.DECAWM in terminal.screen.mode


def _wordt_aangeboden(map_: Path, text: str) -> None:
    terminal = Term(map_, "verder")
    terminal.wait_for("» je concept van", keys=True)  # the first choice, so Enter takes it
    terminal.type_in(ENTER)
    terminal.wait_for_new("Dit is je concept van", "Ctrl+S verder")
    assert "".join(text.split())[-20:] in "".join(terminal.picture.split())
    terminal.stop()
    assert terminal.end() == 130
    terminal.sluit()
    assert [c.text for c in Concepten(map_ / "dorp.plan.yaml", map_ / ".concepten").every()] == [
        text
    ]
