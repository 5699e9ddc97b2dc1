"""Reading plain lines from a keyboard without losing the line that is not finished.

A terminal that edits lines by itself keeps an unfinished one to itself, and throws it away at
Ctrl+C or when its window closes. So the keys are read one by one here. Nothing is redrawn: a sign
is echoed when it is typed and wiped when it is taken back, as the terminal itself would do.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import select
import signal
import threading
import time
import unicodedata
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, TextIO

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.terminal.wrapping import columns_of_sign

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self


CTRL_D = "\x04"
_CTRL_C, _CTRL_Z = "\x03", "\x1a"
_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Keys(ABC):
    """Where keys come from; `with` it, they come one by one and are not echoed."""

    def __enter__(self) -> Self:
        """Take over the keyboard."""
        return self

    def __exit__(self, *_: object) -> None:  # noqa: B027 - one that took nothing gives nothing
        """Give it back as it was."""

    @abstractmethod
    def read(self, timeout: float) -> str:
        """Return what was typed; empty when nothing was in time; raises EOFError at the end."""


def keys_of(keyboard: TextIO) -> Keys | None:
    """Return the keys of a keyboard; None when it is none, or of a kind that is not known."""
    try:
        number = keyboard.fileno()
        if not os.isatty(number):
            return None
    except (OSError, ValueError):
        return None
    if os.name == "nt":
        return ConsoleKeys()
    return TerminalKeys(number, keyboard.encoding)


class TerminalKeys(Keys):
    """The keys of a POSIX terminal, and the signals that end the program meanwhile.

    A signal that raised by itself could do so between reading a key and keeping it. So it is noted,
    wakes up what waits for keys, and is raised when there are no more.
    """

    def __init__(self, number: int, encoding: str = "utf-8") -> None:
        import termios  # noqa: PLC0415 - not on Windows

        self._termios: Any = termios
        self._number = number
        # Bytes that are no text in this encoding go on as they are (PEP 383).
        self._decode = codecs.getincrementaldecoder(encoding)("surrogateescape").decode
        self._undo = contextlib.ExitStack()
        self._sources = [number]
        self._signals: list[int] = []

    def __enter__(self) -> Self:
        old = self._termios.tcgetattr(self._number)
        self._undo.callback(self._restore, old)
        if threading.current_thread() is threading.main_thread():  # only that one gets signals
            self._note_signals()
        self._take_over()
        return self

    def __exit__(self, *_: object) -> None:
        self._undo.close()
        self._sources = [self._number]

    def _note_signals(self) -> None:
        wake, guard = os.pipe()
        os.set_blocking(guard, False)
        self._undo.callback(os.close, wake)
        self._undo.callback(os.close, guard)
        self._undo.callback(signal.set_wakeup_fd, signal.set_wakeup_fd(guard))
        for number in _SIGNALS:
            if signal.getsignal(number) == signal.SIG_IGN:  # as `nohup` wants
                continue
            old = signal.signal(number, lambda which, _frame: self._signals.append(which))
            self._undo.callback(signal.signal, number, old)
        self._sources = [self._number, wake]

    def _take_over(self) -> None:
        """Keys come one by one, unseen; Ctrl+C and the like still are signals, and lose no keys."""
        settings = self._termios.tcgetattr(self._number)
        settings[3] &= ~(self._termios.ICANON | self._termios.ECHO)
        settings[3] |= self._termios.NOFLSH
        settings[6][self._termios.VMIN], settings[6][self._termios.VTIME] = 1, 0
        self._termios.tcsetattr(self._number, self._termios.TCSADRAIN, settings)

    def _restore(self, settings: list[Any]) -> None:
        with contextlib.suppress(self._termios.error):  # the window may be gone
            self._termios.tcsetattr(self._number, self._termios.TCSADRAIN, settings)

    def read(self, timeout: float) -> str:
        """Return what was typed; empty when nothing was in time; raises EOFError at the end.

        Raises KeyboardInterrupt or OnderbrokenError for a signal, behind what was typed before it.
        """
        ready = select.select(self._sources, [], [], max(0.0, timeout))[0]
        if self._number in ready:
            with contextlib.suppress(OSError):
                if data := os.read(self._number, 65536):
                    return self._decode(data)
        for source in set(ready) - {self._number}:
            os.read(source, 512)  # only to wake up for
        if self._signals:
            number = self._signals.pop()
            raise KeyboardInterrupt if number == signal.SIGINT else OnderbrokenError(number)
        if self._number in ready:
            raise EOFError
        with contextlib.suppress(self._termios.error):
            self._take_over()  # a shell may have put its own settings back, after Ctrl+Z
        return ""


_FIRST_HALVES, _ARROWS = "\x00\xe0", "GHIKMOPQRS"


class ConsoleKeys(Keys):
    """The keys of a Windows console, which gives them one by one and unseen by itself."""

    _STEP = 0.02

    def __init__(self, console: Any = None, sleep: Callable[[float], object] = time.sleep) -> None:
        if console is None:
            import msvcrt  # noqa: PLC0415 - only on Windows

            console = msvcrt
        self._console = console
        self._sleep = sleep
        self._is_stopped = False

    def read(self, timeout: float) -> str:
        """Return what was typed; empty when nothing was in time.

        Raises KeyboardInterrupt for Ctrl+C, behind what was typed before it.
        """
        if self._is_stopped:
            self._is_stopped = False
            raise KeyboardInterrupt
        for _ in range(int(timeout / self._STEP) + 1):
            if self._console.kbhit():
                break
            self._sleep(self._STEP)
        typed = ""
        while self._console.kbhit():
            key = self._console.getwch()
            if key in _FIRST_HALVES and self._console.kbhit():
                second = self._console.getwch()
                # The first half of an arrow key is also the letter à, with any sign behind it.
                key = "" if key == "\x00" or second in _ARROWS else key + second
            if _CTRL_C in key:
                self._is_stopped = True
                break
            typed += key.replace(_CTRL_Z, CTRL_D)
        return typed


_BREATH = 0.4  # seconds between two times that the unfinished line is passed on
# What arrow keys and the like send; a lone Escape, or Alt with a letter.
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\[O\r\n]|\Z)")
_CTRL_U, _CTRL_W = "\x15", "\x17"
_END = re.compile(f"[\n{CTRL_D}]")
_TAB = " " * 4


class LineInput:
    """Reads lines; to be called like `input`, with what to do with an unfinished one."""

    def __init__(self, keyboard: TextIO, screen: TextIO, keys: Keys | None = None) -> None:
        self._screen = screen
        self._keyboard = keyboard
        self._keys = keys or keys_of(keyboard)
        self._waiting = ""  # what was typed or pasted behind the last line end

    def __call__(self, prompt: str, on_the_way: Callable[[str], object] = forget) -> str:
        """Return the next line; `on_the_way` gets the unfinished one, at most half a second late.

        Also an empty one, once there is nothing to read: whoever keeps lines can do so then.
        Whatever ends it passes the unfinished line on first: raises KeyboardInterrupt, EOFError,
        or OnderbrokenError for a signal that ends the program.
        """
        self._screen.write(prompt)
        self._screen.flush()
        if self._keys is None:
            typed = self._keyboard.readline()
            if not typed:
                raise EOFError
            return typed.removesuffix("\n")
        line = _Line()
        try:
            with self._keys as keys:
                self._fill(line, keys, on_the_way)
        except BaseException as error:
            on_the_way(line.text)
            with contextlib.suppress(OSError):  # the window may be gone
                self._echo("\n")
            if isinstance(error, OnderbrokenError) and on_the_way is forget:
                raise OnderbrokenError(error.signal, with_concept=False) from error
            raise
        self._echo("\n")
        return line.text

    def _fill(self, line: _Line, keys: Keys, on_the_way: Callable[[str], object]) -> None:
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
                if line.text != passed_on:
                    passed_on = line.text
                    on_the_way(passed_on)
            self._waiting = self._without_escapes(keys.read(due - now))

    def _without_escapes(self, typed: str) -> str:
        return _ESCAPE.sub("", typed).replace("\r\n", "\n").replace("\r", "\n")

    def _echo(self, text: str) -> None:
        if text:
            self._screen.write(text)
            self._screen.flush()


class _Line:
    """One line as it is typed; `add` returns what to show for the keys."""

    def __init__(self) -> None:
        self._signs: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._signs)

    def add(self, typed: str) -> str:
        return "".join(map(self._key, typed))

    def _key(self, key: str) -> str:
        if key in "\b\x7f":
            return self._wipe(max(0, len(self._signs) - self._last_length()))
        if key == _CTRL_U:
            return self._wipe(0)
        if key == _CTRL_W:
            return self._wipe(len(re.sub(r"\S*\s*\Z", "", self.text)))
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
    return columns_of_sign(sign)
