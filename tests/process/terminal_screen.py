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
_SECOND_WINDOW = 1049
_QUIET = 0.15  # seconds without output after which a screen is taken to be finished


class _Emulator(pyte.HistoryScreen):
    """A screen that answers where the cursor stands, as every terminal does.

    It has a second window (DEC private mode 1049), which pyte 0.8.2 takes no notice of. What is
    behind that comes back when the program gives it up, with the cursor where it stood.
    """

    antwoord: Callable[[bytes], None]
    behind: tuple[dict[int, Any], Any, list[Any]] | None = None

    def set_mode(self, *modes: int, private: bool = False, **_rest: object) -> None:
        """Set modes; a program that takes the second window gets an empty one."""
        super().set_mode(*modes, private=private)
        if private and _SECOND_WINDOW in modes and self.behind is None:
            old = list(self.history.top)
            self.behind = (dict(self.buffer), copy.copy(self.cursor), old)
            self.buffer.clear()
            self.dirty.update(range(self.lines))

    def reset_mode(self, *modes: int, private: bool = False, **_rest: object) -> None:
        """Reset modes; nothing of the second window is left, nor can be scrolled back to."""
        super().reset_mode(*modes, private=private)
        if private and _SECOND_WINDOW in modes and self.behind is not None:
            lines, cursor, old = self.behind
            self.behind = None
            self.buffer.clear()
            self.buffer.update(lines)
            cursor.hidden = self.cursor.hidden
            self.cursor = cursor
            self.history.top.clear()
            self.history.top.extend(old)
            self.dirty.update(range(self.lines))

    def draw(self, data: str) -> None:
        """Draw, also an accent on a wide sign, and what stands behind a joiner of emoji.

        pyte 0.8.2 stops at a joiner, and puts an accent in the empty cell behind a wide sign.
        """
        for part in _BINDTEKEN.split(data):
            if _BINDTEKEN.fullmatch(part) and self.cursor.x:
                line, x = self.buffer[self.cursor.y], self.cursor.x - 1
                x -= not line[x].data  # behind a wide sign there is an empty cell
                line[x] = line[x]._replace(data=line[x].data + part)
            elif part:
                super().draw(part)

    def write_process_input(self, data: str) -> None:
        self.antwoord(data.encode())


class Term:
    """The program at one end of a pseudo-terminal; the keyboard and the screen at the other."""

    def __init__(
        self,
        map_: Path,
        *arguments: str,
        kolommen: int = 80,
        rijen: int = 24,
        command: tuple[str, ...] = (sys.executable, "-m", "uitvoeringsplan"),
        **environment: str,
    ) -> None:
        self.screen = _Emulator(kolommen, rijen, history=20_000, ratio=0.5)
        self.screen.antwoord = self._write
        self._stream = pyte.ByteStream(self.screen)
        # Nothing of the person who runs the tests: no home, no editor, no drafts, no colours, and
        # no desktop to open a document on.
        over = {
            name: value
            for name, value in os.environ.items()
            if name
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
            command[0],
            [*command[1:], *arguments],
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
                **environment,
            },
        )
        self.side: int = self.kind.child_fd
        self.settings = termios.tcgetattr(self.side)
        self.closed = False
        self.raw = bytearray()
        self._new = bytearray()

    @property
    def picture(self) -> str:
        """The window as it is now, without the blanks at the end of lines."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip("\n")

    @property
    def everything(self) -> str:
        """The window and what has scrolled out of it."""
        old = (
            "".join(line[x].data for x in range(self.screen.columns)).rstrip()
            for line in self.screen.history.top
        )
        return "\n".join([*old, self.picture])

    @property
    def ready_before_keys(self) -> bool:
        """Whether a prompt reads every key now; between prompts the terminal is as it was."""
        return not termios.tcgetattr(self.side)[3] & termios.ICANON

    def wait(self, ready: Callable[[], bool], on_which: str) -> None:
        """Read until it is true."""
        end = time.monotonic() + LANG_GENOEG
        while not ready():
            assert time.monotonic() < end, f"{on_which!r} kwam niet:\n{self.picture}"
            assert self._read(0.5) is not None, f"het einde kwam voor {on_which!r}:\n{self.picture}"

    def rest(self) -> None:
        """Read until the screen has come to rest, to look at it."""
        while self._read(_QUIET):
            pass

    def wait_for(self, zin: str, *, keys: bool = False) -> None:
        """Read until `zin` stands in the window, however it is folded."""
        sought = "".join(zin.split())

        def stands_there() -> bool:
            return sought in "".join(self.picture.split()) and (not keys or self.ready_before_keys)

        self.wait(stands_there, zin)

    def wait_for_new(self, *zinnen: str) -> None:
        """Read until all of this was written since the last key, with a prompt after it."""
        sought = ["".join(zin.split()) for zin in zinnen]

        def stands_there() -> bool:
            new = "".join(_STUUR.sub(b"", bytes(self._new)).decode("utf-8", "replace").split())
            return self.ready_before_keys and all(zin in new for zin in sought)

        self.wait(stands_there, " / ".join(zinnen))

    def type_in(self, keys: str) -> None:
        """Press keys; reads meanwhile, so that a long text cannot fill up both directions."""
        self._new.clear()
        self._write(keys.encode())

    def stop(self, *, vraagt: bool = True) -> None:
        """Stop at a question; on the whole window the program asks whether that is meant."""
        self.type_in(CTRL_C)
        if vraagt:
            self.wait_for("Stoppen? Ctrl+C of b: bewaren en stoppen.")
            self.type_in(CTRL_C)

    def plak(self, text: str) -> None:
        """Paste as a terminal does that marks the begin and the end of it."""
        self.type_in(f"\x1b[200~{text}\x1b[201~".replace("\n", "\r"))

    def read_even(self, seconds: float) -> None:
        """Show what is written in this time."""
        end = time.monotonic() + seconds
        while (nog := end - time.monotonic()) > 0 and self._read(nog) is not None:
            pass

    def end(self) -> int:
        """Read to the end and return the exit code, negative for a signal that ended it."""
        end = time.monotonic() + LANG_GENOEG
        while not self.closed and self._read(0.5) is not None:
            assert time.monotonic() < end, f"er kwam geen einde aan:\n{self.picture}"
        while self.kind.isalive():
            assert time.monotonic() < end, "het programma ging door zonder terminal"
            time.sleep(0.01)
        code: int | None = self.kind.exitstatus
        return -(self.kind.signalstatus or 0) if code is None else code

    def settings_nu(self) -> list[object]:
        """Return the settings of the terminal, to compare with those of the start."""
        return termios.tcgetattr(self.side)

    def hang_op(self) -> None:
        """Close the window: the program gets SIGHUP, and reads and writes nothing any more."""
        self.closed = True
        self.kind.ptyproc.fileobj.close()
        self.kind.ptyproc.closed = self.kind.closed = True

    def sluit(self) -> None:
        """End whatever still runs."""
        with contextlib.suppress(ProcessLookupError):
            if self.kind.isalive():
                self.kind.kill(signal.SIGKILL)
        if not self.closed:
            self.kind.delayafterclose = self.kind.ptyproc.delayafterclose = 0
            self.kind.close(force=True)

    def _read(self, wachttijd: float) -> bytes | None:
        """Show what has been written; empty when nothing came in time, None after the end."""
        if not select.select([self.side], [], [], wachttijd)[0]:
            return b""
        try:
            new = os.read(self.side, 65536)
        except OSError:  # how Linux tells that the other end is closed
            return None
        self.raw += new
        self._new += new
        self._stream.feed(new)
        return new or None

    def _write(self, data: bytes) -> None:
        while data:
            read, schrijf, _ = select.select([self.side], [self.side], [], LANG_GENOEG)
            assert read or schrijf, "het programma leest niet meer"
            if schrijf:
                data = data[os.write(self.side, data[:1024]) :]
            elif self._read(0) is None:
                return
