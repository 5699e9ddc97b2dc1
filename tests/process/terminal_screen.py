"""The program in a real (pseudo-)terminal, with a screen that can be read like a user reads it."""

from __future__ import annotations

import contextlib
import copy
import os
import re
import select
import signal
import sys
import termios
import time
from typing import TYPE_CHECKING, Any

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CTRL_C, CTRL_D, CTRL_S, ENTER = "\x03", "\x04", "\x13", "\r"
CTRL_A, BACKSPACE, ESC = "\x01", "\x7f", "\x1b"
F1, F2, F3, F4, F5, F10 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[21~"
OMHOOG, OMLAAG = "\x1b[A", "\x1b[B"
LANG_GENOEG = 30  # seconds; whatever is waited for takes a tenth of it
_STUUR = re.compile(rb"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>])")
_BINDTEKEN = re.compile("([\u0300-\u036f\u200c\u200d\ufe00-\ufe0f\u20e3])")
_TWEEDE_VENSTER = 1049
_STIL = 0.15  # seconds without output after which a screen is taken to be finished


class _Emulator(pyte.HistoryScreen):
    """A screen that answers where the cursor stands, as every terminal does.

    It has a second window (DEC private mode 1049), which pyte 0.8.2 takes no notice of. What is
    behind that comes back when the program gives it up, with the cursor where it stood.
    """

    antwoord: Callable[[bytes], None]
    erachter: tuple[dict[int, Any], Any, list[Any]] | None = None

    def set_mode(self, *modes: int, private: bool = False, **_rest: object) -> None:
        """Set modes; a program that takes the second window gets an empty one."""
        super().set_mode(*modes, private=private)
        if private and _TWEEDE_VENSTER in modes and self.erachter is None:
            oud = list(self.history.top)
            self.erachter = (dict(self.buffer), copy.copy(self.cursor), oud)
            self.buffer.clear()
            self.dirty.update(range(self.lines))

    def reset_mode(self, *modes: int, private: bool = False, **_rest: object) -> None:
        """Reset modes; nothing of the second window is left, nor can be scrolled back to."""
        super().reset_mode(*modes, private=private)
        if private and _TWEEDE_VENSTER in modes and self.erachter is not None:
            regels, cursor, oud = self.erachter
            self.erachter = None
            self.buffer.clear()
            self.buffer.update(regels)
            cursor.hidden = self.cursor.hidden
            self.cursor = cursor
            self.history.top.clear()
            self.history.top.extend(oud)
            self.dirty.update(range(self.lines))

    def draw(self, data: str) -> None:
        """Draw, also an accent on a wide sign, and what stands behind a joiner of emoji.

        pyte 0.8.2 stops at a joiner, and puts an accent in the empty cell behind a wide sign.
        """
        for deel in _BINDTEKEN.split(data):
            if _BINDTEKEN.fullmatch(deel) and self.cursor.x:
                regel, x = self.buffer[self.cursor.y], self.cursor.x - 1
                x -= not regel[x].data  # behind a wide sign there is an empty cell
                regel[x] = regel[x]._replace(data=regel[x].data + deel)
            elif deel:
                super().draw(deel)

    def write_process_input(self, data: str) -> None:
        self.antwoord(data.encode())


class Term:
    """The program at one end of a pseudo-terminal; the keyboard and the screen at the other."""

    def __init__(
        self,
        map_: Path,
        *argumenten: str,
        kolommen: int = 80,
        rijen: int = 24,
        opdracht: tuple[str, ...] = (sys.executable, "-m", "uitvoeringsplan"),
        **omgeving: str,
    ) -> None:
        self.scherm = _Emulator(kolommen, rijen, history=20_000, ratio=0.5)
        self.scherm.antwoord = self._schrijf
        self._stroom = pyte.ByteStream(self.scherm)
        # Nothing of the person who runs the tests: no home, no editor, no drafts, no colours, and
        # no desktop to open a document on.
        over = {
            naam: waarde
            for naam, waarde in os.environ.items()
            if naam
            not in (
                "VISUAL",
                "EDITOR",
                "NO_COLOR",
                "XDG_STATE_HOME",
                "COLUMNS",
                "LINES",
                "DISPLAY",
                "WAYLAND_DISPLAY",
            )
        }
        self.kind = pexpect.spawn(
            opdracht[0],
            [*opdracht[1:], *argumenten],
            cwd=map_,
            dimensions=(rijen, kolommen),
            # A test run in the background would pass on that a Ctrl+C is ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            env={
                **over,
                "TERM": "xterm-256color",
                "LC_ALL": "C.UTF-8",
                "HOME": str(map_ / ".thuis"),
                "UITVOERINGSPLAN_CONCEPTEN": str(map_ / ".concepten"),
                **omgeving,
            },
        )
        self.kant: int = self.kind.child_fd
        self.instellingen = termios.tcgetattr(self.kant)
        self.dicht = False
        self.ruw = bytearray()
        self._nieuw = bytearray()

    @property
    def beeld(self) -> str:
        """The window as it is now, without the blanks at the end of lines."""
        return "\n".join(regel.rstrip() for regel in self.scherm.display).rstrip("\n")

    @property
    def alles(self) -> str:
        """The window and what has scrolled out of it."""
        oud = (
            "".join(regel[x].data for x in range(self.scherm.columns)).rstrip()
            for regel in self.scherm.history.top
        )
        return "\n".join([*oud, self.beeld])

    @property
    def klaar_voor_toetsen(self) -> bool:
        """Whether a prompt reads every key now; between prompts the terminal is as it was."""
        return not termios.tcgetattr(self.kant)[3] & termios.ICANON

    def wacht(self, klaar: Callable[[], bool], waarop: str) -> None:
        """Read until it is true."""
        tot = time.monotonic() + LANG_GENOEG
        while not klaar():
            assert time.monotonic() < tot, f"{waarop!r} kwam niet:\n{self.beeld}"
            assert self._lees(0.5) is not None, f"het einde kwam voor {waarop!r}:\n{self.beeld}"

    def rust(self) -> None:
        """Read until the screen has come to rest, to look at it."""
        while self._lees(_STIL):
            pass

    def wacht_op(self, zin: str, *, toetsen: bool = False) -> None:
        """Read until `zin` stands in the window, however it is folded."""
        gezocht = "".join(zin.split())

        def staat_er() -> bool:
            return gezocht in "".join(self.beeld.split()) and (
                not toetsen or self.klaar_voor_toetsen
            )

        self.wacht(staat_er, zin)

    def wacht_op_nieuw(self, *zinnen: str) -> None:
        """Read until all of this was written since the last key, with a prompt after it."""
        gezocht = ["".join(zin.split()) for zin in zinnen]

        def staat_er() -> bool:
            nieuw = "".join(_STUUR.sub(b"", bytes(self._nieuw)).decode("utf-8", "replace").split())
            return self.klaar_voor_toetsen and all(zin in nieuw for zin in gezocht)

        self.wacht(staat_er, " / ".join(zinnen))

    def typ(self, toetsen: str) -> None:
        """Press keys; reads meanwhile, so that a long text cannot fill up both directions."""
        self._nieuw.clear()
        self._schrijf(toetsen.encode())

    def stop(self, *, vraagt: bool = True) -> None:
        """Stop at a question; on the whole window the program asks whether that is meant."""
        self.typ(CTRL_C)
        if vraagt:
            self.wacht_op("Stoppen? Ctrl+C of b: bewaren en stoppen.")
            self.typ(CTRL_C)

    def plak(self, tekst: str) -> None:
        """Paste as a terminal does that marks the begin and the end of it."""
        self.typ(f"\x1b[200~{tekst}\x1b[201~".replace("\n", "\r"))

    def lees_even(self, seconden: float) -> None:
        """Show what is written in this time."""
        tot = time.monotonic() + seconden
        while (nog := tot - time.monotonic()) > 0 and self._lees(nog) is not None:
            pass

    def einde(self) -> int:
        """Read to the end and return the exit code, negative for a signal that ended it."""
        tot = time.monotonic() + LANG_GENOEG
        while not self.dicht and self._lees(0.5) is not None:
            assert time.monotonic() < tot, f"er kwam geen einde aan:\n{self.beeld}"
        while self.kind.isalive():
            assert time.monotonic() < tot, "het programma ging door zonder terminal"
            time.sleep(0.01)
        code: int | None = self.kind.exitstatus
        return -(self.kind.signalstatus or 0) if code is None else code

    def instellingen_nu(self) -> list[object]:
        """Return the settings of the terminal, to compare with those of the start."""
        return termios.tcgetattr(self.kant)

    def hang_op(self) -> None:
        """Close the window: the program gets SIGHUP, and reads and writes nothing any more."""
        self.dicht = True
        self.kind.ptyproc.fileobj.close()
        self.kind.ptyproc.closed = self.kind.closed = True

    def sluit(self) -> None:
        """End whatever still runs."""
        with contextlib.suppress(ProcessLookupError):
            if self.kind.isalive():
                self.kind.kill(signal.SIGKILL)
        if not self.dicht:
            self.kind.delayafterclose = self.kind.ptyproc.delayafterclose = 0
            self.kind.close(force=True)

    def _lees(self, wachttijd: float) -> bytes | None:
        """Show what has been written; empty when nothing came in time, None after the end."""
        if not select.select([self.kant], [], [], wachttijd)[0]:
            return b""
        try:
            nieuw = os.read(self.kant, 65536)
        except OSError:  # how Linux tells that the other end is closed
            return None
        self.ruw += nieuw
        self._nieuw += nieuw
        self._stroom.feed(nieuw)
        return nieuw or None

    def _schrijf(self, data: bytes) -> None:
        while data:
            lees, schrijf, _ = select.select([self.kant], [self.kant], [], LANG_GENOEG)
            assert lees or schrijf, "het programma leest niet meer"
            if schrijf:
                data = data[os.write(self.kant, data[:1024]) :]
            elif self._lees(0) is None:
                return
