"""A few conversations with the real program in a real (pseudo-)terminal."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.storage.vindplaats import find_voorbeeld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

fcntl = pytest.importorskip("fcntl", reason="dit systeem heeft geen pseudo-terminals")
termios = pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")
pytestmark = pytest.mark.terminal

CTRL_C, CTRL_D, CTRL_S, ENTER, F2 = "\x03", "\x04", "\x13", "\r", "\x1bOQ"
_STUUR = re.compile(rb"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>])")
_PLEK_GEVRAAGD = b"\x1b[6n"
# Takes the terminal on its standard input as its own, so that a Ctrl+C in it reaches the program;
# a test run in the background would pass on that such a signal is ignored.
_START = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " signal.signal(signal.SIGINT, signal.SIG_DFL);"
    " os.execv(sys.executable, [sys.executable, '-m', 'uitvoeringsplan', *sys.argv[1:]])"
)
_HOOGUIT = 20  # seconds; a run takes a tenth of it


class Terminal:
    """The program at one end of a pseudo-terminal, and us at the other."""

    def __init__(self, map_: Path, *argumenten: str, kolommen: int = 80) -> None:
        self.kant, hun_kant = os.openpty()
        fcntl.ioctl(self.kant, termios.TIOCSWINSZ, struct.pack("4H", 24, kolommen, 0, 0))
        self.proces = subprocess.Popen(
            [sys.executable, "-c", _START, *argumenten],
            cwd=map_,
            stdin=hun_kant,
            stdout=hun_kant,
            stderr=hun_kant,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        )
        os.close(hun_kant)
        self.ruw = b""
        self.gezien = 0

    @property
    def tekst(self) -> str:
        """All that was written, without the codes that place and colour it."""
        return _STUUR.sub(b"", self.ruw).decode("utf-8", "replace").replace("\r", "")

    def wacht_op(self, zin: str) -> None:
        """Read until `zin` is on the screen, after what was waited for before."""
        tot = time.monotonic() + _HOOGUIT
        while zin not in self.tekst[self.gezien :]:
            assert time.monotonic() < tot, f"{zin!r} kwam niet:\n{self.tekst}"
            assert self._lees(tot), f"{zin!r} kwam niet voor het einde:\n{self.tekst}"
        self.gezien = self.tekst.index(zin, self.gezien) + len(zin)

    def typ(self, toetsen: str) -> None:
        os.write(self.kant, toetsen.encode())

    def einde(self) -> int:
        """Read to the end and return the exit code."""
        tot = time.monotonic() + _HOOGUIT
        while self._lees(tot):
            assert time.monotonic() < tot, f"er kwam geen einde aan:\n{self.tekst}"
        return self.proces.wait(_HOOGUIT)

    def _lees(self, tot: float) -> bool:
        if not select.select([self.kant], [], [], max(0, tot - time.monotonic()))[0]:
            return True
        try:
            nieuw = os.read(self.kant, 65536)
        except OSError:  # how Linux tells that the other end is closed
            return False
        self.ruw += nieuw
        # Programs ask where the cursor stands; a terminal answers.
        for _ in range(nieuw.count(_PLEK_GEVRAAGD)):
            self.typ("\x1b[1;1R")
        return bool(nieuw)

    def sluit(self) -> None:
        if self.proces.poll() is None:
            self.proces.kill()
        self.proces.wait(_HOOGUIT)
        with contextlib.suppress(OSError):
            os.close(self.kant)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    open_: list[Terminal] = []

    def doe(*argumenten: str, **opties: int) -> Terminal:
        open_.append(Terminal(tmp_path, *argumenten, **opties))
        return open_[-1]

    yield doe
    for terminal in open_:
        terminal.sluit()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    return pad


def test_een_plan_beginnen_en_stoppen(start, tmp_path):
    terminal = start("nieuw")
    terminal.wacht_op("Voor welke gemeente is dit plan?")
    terminal.wacht_op("Enter verder")
    terminal.typ("Súdwest-Fryslân" + ENTER)
    terminal.wacht_op("Je plan staat in sudwest-fryslan.plan.yaml")
    terminal.wacht_op("Enter verder")
    terminal.typ("gm1900" + ENTER)
    terminal.wacht_op("In welk jaar begint het plan?")
    terminal.wacht_op("Enter verder")
    terminal.typ("2027" + CTRL_C)
    terminal.wacht_op("Alles is bewaard in sudwest-fryslan.plan.yaml; 20 vragen zijn nog open.")
    assert terminal.einde() == 130
    tekst = (tmp_path / "sudwest-fryslan.plan.yaml").read_text("utf-8")
    for regel in ("gemeente: Súdwest-Fryslân", "gemeentecode: gm1900", "periode-van: '?2027'?"):
        assert re.search(regel, tekst)


def test_een_lang_antwoord_en_terug(start, plan):
    terminal = start("verder", plan.name, "--vraag", "lokale-ambitie", "--alles")
    terminal.wacht_op("Ctrl+S of F10 verder")
    terminal.typ(f"{ENTER}Erbij.{CTRL_S}")
    terminal.wacht_op("Welke eigen doelstellingen heeft de gemeente")
    terminal.wacht_op("Ctrl+S of F10 verder")
    terminal.typ(F2)
    terminal.wacht_op("Welke eigen ambitie voegt de gemeente toe")
    terminal.wacht_op("Ctrl+S of F10 verder")
    terminal.typ(CTRL_C)
    assert terminal.einde() == 130
    assert "*Botsen mag, breken niet.*\n    Erbij.\n\n  # Lokale doelst" in plan.read_text("utf-8")


def test_een_proces_dat_gedood_wordt_verliest_geen_gegeven_antwoord(start, tmp_path):
    terminal = start("nieuw")
    terminal.wacht_op("Enter verder")
    terminal.typ("Ede" + ENTER)
    terminal.wacht_op("Wat is de code van de gemeente?")
    terminal.wacht_op("Enter verder")
    terminal.typ("gm0228" + ENTER)
    terminal.wacht_op("In welk jaar begint het plan?")
    os.kill(terminal.proces.pid, signal.SIGKILL)
    assert terminal.proces.wait(_HOOGUIT) == -signal.SIGKILL
    assert "gemeentecode: gm0228" in (tmp_path / "ede.plan.yaml").read_text("utf-8")
    assert [pad.name for pad in tmp_path.iterdir()] == ["ede.plan.yaml"]


def test_een_smal_venster(start, plan):
    terminal = start("verder", plan.name, "--vraag", "gemeente", kolommen=30)
    terminal.wacht_op("Voor welke gemeente is dit")
    terminal.typ(CTRL_C)
    assert terminal.einde() == 130


def test_een_plan_dat_er_al_is(start, plan):
    voor = plan.read_bytes()
    terminal = start("nieuw", "dorp")
    terminal.wacht_op("dorp.plan.yaml bestaat al. Wil je met dat plan verdergaan? (ja of nee)")
    terminal.typ("wat\n")
    terminal.wacht_op("(ja of nee)")
    terminal.typ("nee\n")
    assert terminal.einde() == 1
    assert plan.read_bytes() == voor


def test_ctrl_c_bij_ja_of_nee(start, plan):
    terminal = start("nieuw", plan.name)
    terminal.wacht_op("(ja of nee)")
    terminal.typ(CTRL_C)
    terminal.wacht_op("^C")
    terminal.typ("\n")  # wakes a read that began just after the signal
    terminal.wacht_op("Gestopt.")
    assert terminal.einde() == 130


def test_een_antwoord_typen_zonder_vragen(start, plan):
    terminal = start("antwoord", plan.name, "borgen-budget")
    terminal.wacht_op("Sluit af met Ctrl+D")
    terminal.typ(f"Het budget is € 5.\n{CTRL_D}")
    terminal.wacht_op("borgen-budget bewaard in dorp.plan.yaml.")
    assert terminal.einde() == 0
    assert "  borgen-budget: |\n    Het budget is € 5.\n\n" in plan.read_text("utf-8")


def test_de_balk_van_veel_plannen(start, plan, tmp_path):
    namen = [f"p{n}.plan.yaml" for n in range(5)]
    for naam in namen:
        (tmp_path / naam).write_bytes(plan.read_bytes())
    terminal = start("genereer", *namen)
    terminal.wacht_op("[####################] 5/5 plannen\n")
    assert terminal.einde() == 0
    assert len(list(tmp_path.glob("p?.docx"))) == 5


def test_uitvoer_naar_een_lezer_die_weg_is(plan):
    """`status | head -0`: no traceback, whatever the exit code."""
    lees, schrijf = os.pipe()
    os.close(lees)
    gedraaid = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", "status", plan.name],
        stdout=schrijf,
        stderr=subprocess.PIPE,
        check=False,
        cwd=plan.parent,
    )
    os.close(schrijf)
    assert gedraaid.stderr == b""
    assert gedraaid.returncode == 1
