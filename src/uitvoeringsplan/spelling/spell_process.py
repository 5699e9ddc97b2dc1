"""Asking the helper process for spelling, without ever waiting for it.

Everything that could wait is done in a thread: starting the helper, writing to it, reading what it
says. What it said is there to be looked up. A helper that stops, or that says nothing for too
long, is given up; nothing else stops with it.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

from uitvoeringsplan.files.processes import GROUP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_PATIENCE = 30.0  # seconds; also for loading the dictionary on a slow disk
_AT_ONCE = 64  # words: what is on a screen is known before the rest of a long text
_END = ""
_FLAGS = (
    GROUP.get("creationflags", 0)
    | getattr(subprocess, "CREATE_NO_WINDOW", 0)
    | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
)


def command(dictionary: Path) -> list[str]:
    """Return what starts the helper; it loads nothing from the folder that the user is in."""
    module = "uitvoeringsplan.spelling.spell_helper"
    return [sys.executable, "-P", "-X", "utf8", "-m", module, str(dictionary)]


class SpellProcess:
    """A helper and what it said: `oordelen` per word, None while it has not said it yet.

    `words` gives the words that are right anyhow; it is called in the thread. So is `news`, after
    some answers, with whether there is anything to show; and `gone`, once, when the helper was
    given up.
    """

    def __init__(
        self,
        command: Sequence[str],
        words: Callable[[], Iterable[str]],
        news: Callable[[bool], object],
        gone: Callable[[], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.oordelen: dict[str, bool | None] = {}
        self.suggestions: dict[str, tuple[str, ...] | None] = {}
        self._command = command
        self._words = words
        self._news = news
        self._gone = gone
        self._clock = clock
        self._queue: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._waiting_since: float | None = None
        self._is_stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()  # so that no helper is started after the end
        self._thread = threading.Thread(target=self._work, name="spelling", daemon=True)
        self._thread.start()

    def ask(self, word: str) -> None:
        """Have a word judged, if that has not been asked yet."""
        if word not in self.oordelen:
            self.oordelen[word] = None
            self._queue.put(f"k {word}")

    def ask_suggestions(self, word: str) -> None:
        """Have suggestions found, if that has not been asked yet."""
        if word not in self.suggestions:
            self.suggestions[word] = None
            self._queue.put(f"v {word}")

    def learn(self, word: str) -> None:
        """Take a word for right from now on; what was wrong is judged again, it may be in there."""
        self._queue.put(f"w {word}")
        for other, is_good in list(self.oordelen.items()):
            if is_good is False:
                del self.oordelen[other]
        self.oordelen[word] = True

    def check_patience(self) -> None:
        """Give up a helper that has said nothing for too long; costs next to nothing."""
        since = self._waiting_since
        if since is not None and self._clock() - since > _PATIENCE:
            self._kill()

    def stop(self) -> None:
        """End the helper; may be called more than once, and does not wait."""
        with self._lock:
            self._is_stopped = True
        self._queue.put(_END)
        self._kill()

    def wait(self, seconds: float) -> bool:
        """Wait for the helper to be gone, for who must know; return whether it is."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _kill(self) -> None:
        if self._process is not None:
            with contextlib.suppress(OSError):  # it was gone already
                self._process.kill()

    def _work(self) -> None:
        # What goes wrong with the pipe or the program means that there is no helper any more.
        with contextlib.suppress(OSError):
            self._converse()
        if not self._is_stopped:
            self._gone()

    def _converse(self) -> None:
        with self._lock:
            if self._is_stopped:
                return
            self._process = process = subprocess.Popen(  # noqa: S603 - our own arguments
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(sys.executable).parent,  # not in a folder of the user
                **{**GROUP, "creationflags": _FLAGS},
            )
        # Leaving closes the pipes, by which the helper ends, and waits for that.
        with process:
            try:
                self._waiting_since = self._clock()
                self._send(process.stdin, [f"w {word}" for word in self._words()])
                while self._pass_on(process):
                    pass
            finally:
                process.kill()

    def _pass_on(self, process: subprocess.Popen[bytes]) -> bool:
        """Pass some questions on and take in the answers; False at the end."""
        self._waiting_since = None
        vragen = [self._queue.get()]
        while len(vragen) < _AT_ONCE and not self._queue.empty():
            vragen.append(self._queue.get())
        if _END in vragen:
            return False
        self._waiting_since = self._clock()
        self._send(process.stdin, vragen)
        is_news = [self._take(process.stdout, vraag) for vraag in vragen if vraag[0] != "w"]
        self._news(any(is_news))
        return True

    def _take(self, antwoorden: IO[bytes] | None, vraag: str) -> bool:
        """Take in the answer to a question; return whether there is something else to show now.

        Raises BrokenPipeError when the helper is gone.
        """
        kind, _, word = vraag.partition(" ")
        line = antwoorden.readline() if antwoorden else b""
        if not line.endswith(b"\n"):
            raise BrokenPipeError
        antwoord = line.decode("utf-8").rstrip("\r\n")
        if kind == "v":
            self.suggestions[word] = tuple(antwoord.split("\t")) if antwoord else ()
            return True
        if self.oordelen.get(word) is None:  # else it was learnt meanwhile
            self.oordelen[word] = antwoord == "1"
        return self.oordelen[word] is False

    @staticmethod
    def _send(pipe: IO[bytes] | None, vragen: Sequence[str]) -> None:
        if pipe:
            pipe.write("".join(f"{vraag}\n" for vraag in vragen).encode())
            pipe.flush()
