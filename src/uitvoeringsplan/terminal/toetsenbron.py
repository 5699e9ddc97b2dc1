"""Where keys come from when they are read one by one, without a library that draws."""

from __future__ import annotations

import codecs
import contextlib
import os
import select
import signal
import threading
import time
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from uitvoeringsplan.errors import OnderbrokenError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

CTRL_D = "\x04"
_CTRL_C, _CTRL_Z = "\x03", "\x1a"
_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Keys(Protocol):
    """Where keys come from; `with` it, they come one by one and are not echoed."""

    def __enter__(self) -> Self:
        """Take over the keyboard."""

    def __exit__(self, *_: object) -> None:
        """Give it back as it was."""

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


class TerminalKeys:
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
        wake, waker = os.pipe()
        os.set_blocking(waker, False)
        self._undo.callback(os.close, wake)
        self._undo.callback(os.close, waker)
        self._undo.callback(signal.set_wakeup_fd, signal.set_wakeup_fd(waker))
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


class ConsoleKeys:
    """The keys of a Windows console, which gives them one by one and unseen by itself."""

    _STEP = 0.02

    def __init__(self, console: Any = None, sleep: Callable[[float], object] = time.sleep) -> None:
        if console is None:
            import msvcrt  # noqa: PLC0415 - only on Windows

            console = msvcrt
        self._console = console
        self._sleep = sleep
        self._is_stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

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
