"""Reading plain lines from a keyboard without losing the line that is not finished.

A terminal that edits lines by itself keeps an unfinished one to itself, and throws it away at
Ctrl+C or when its window closes. So the keys are read one by one here. Nothing is redrawn: a sign
is echoed when it is typed and wiped when it is taken back, as the terminal itself would do.
"""

from __future__ import annotations

import contextlib
import re
import time
import unicodedata
from typing import TYPE_CHECKING, TextIO

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import vergeet
from uitvoeringsplan.terminal.toetsenbron import CTRL_D, keys_of
from uitvoeringsplan.terminal.vouwen import cel

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.terminal.toetsenbron import Keys

_BREATH = 0.4  # seconds between two times that the unfinished line is passed on
# What arrow keys and the like send; a lone Escape, or Alt with a letter.
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\[O\r\n]|\Z)")
_CTRL_U, _CTRL_W = "\x15", "\x17"
_END = re.compile(f"[\n{CTRL_D}]")
_TAB = " " * 4


class Regelinvoer:
    """Reads lines; to be called like `input`, with what to do with an unfinished one."""

    def __init__(self, keyboard: TextIO, screen: TextIO, keys: Keys | None = None) -> None:
        self._screen = screen
        self._keyboard = keyboard
        self._keys = keys or keys_of(keyboard)
        self._waiting = ""  # what was typed or pasted behind the last line end

    def __call__(self, prompt: str, onderweg: Callable[[str], object] = vergeet) -> str:
        """Return the next line; `onderweg` gets the unfinished one, at most half a second late.

        Also an empty one, once there is nothing to read: whoever keeps lines can do so then.
        Whatever ends it passes the unfinished line on first: raises KeyboardInterrupt, EOFError,
        or OnderbrokenError for a signal that ends the program.
        """
        self._screen.write(prompt)
        self._screen.flush()
        if self._keys is None:
            regel = self._keyboard.readline()
            if not regel:
                raise EOFError
            return regel.removesuffix("\n")
        line = _Line()
        try:
            with self._keys as keys:
                self._fill(line, keys, onderweg)
        except BaseException as fout:
            onderweg(line.tekst)
            with contextlib.suppress(OSError):  # the window may be gone
                self._echo("\n")
            if isinstance(fout, OnderbrokenError) and onderweg is vergeet:
                raise OnderbrokenError(fout.signaal, met_concept=False) from fout
            raise
        self._echo("\n")
        return line.tekst

    def _fill(self, line: _Line, keys: Keys, onderweg: Callable[[str], object]) -> None:
        passed_on: str | None = None
        due = 0.0
        while True:
            end = _END.search(self._waiting)
            typed = self._waiting[: end.start()] if end else self._waiting
            self._waiting = self._waiting[end.end() :] if end else ""
            self._echo(line.add(typed))
            if end and end[0] == "\n":
                return
            if end:
                raise EOFError
            now = time.monotonic()
            if now >= due:
                due = now + _BREATH
                if line.tekst != passed_on:
                    passed_on = line.tekst
                    onderweg(passed_on)
            self._waiting = self._without_escapes(keys.read(due - now))

    def _without_escapes(self, typed: str) -> str:
        return _ESCAPE.sub("", typed).replace("\r\n", "\n").replace("\r", "\n")

    def _echo(self, tekst: str) -> None:
        if tekst:
            self._screen.write(tekst)
            self._screen.flush()


class _Line:
    """One line as it is typed; `add` returns what to show for the keys."""

    def __init__(self) -> None:
        self._signs: list[str] = []

    @property
    def tekst(self) -> str:
        return "".join(self._signs)

    def add(self, typed: str) -> str:
        return "".join(map(self._key, typed))

    def _key(self, key: str) -> str:
        if key in "\b\x7f":
            return self._wipe(max(0, len(self._signs) - self._last_length()))
        if key == _CTRL_U:
            return self._wipe(0)
        if key == _CTRL_W:
            return self._wipe(len(re.sub(r"\S*\s*\Z", "", self.tekst)))
        if key != "\t" and unicodedata.category(key) == "Cc":
            return ""
        self._signs.append(key)
        return _TAB if key == "\t" else key

    def _last_length(self) -> int:
        """Return how many signs the last letter has, with the accents that are put on it."""
        length = 1
        while length < len(self._signs) and _cells(self._signs[-length]) == 0:
            length += 1
        return length

    def _wipe(self, keep: int) -> str:
        cells = sum(map(_cells, self._signs[keep:]))
        del self._signs[keep:]
        return "\b \b" * cells


def _cells(sign: str) -> int:
    """Return how many columns a sign takes."""
    if sign == "\t":
        return len(_TAB)
    return cel(sign)
