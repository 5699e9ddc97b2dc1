"""What ends the program from outside: Ctrl+C, a signal of the system, a window that is closed.

Each ends it by an exception, so that whatever is at work cleans up after itself: a LibreOffice that
was started, a copy of a document among the temporary files.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

# SIGHUP comes when a window is closed, and SIGBREAK on Windows for that and for Ctrl+Break.
_EINDE = tuple(
    getattr(signal, naam) for naam in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, naam)
)


class AfgebrokenError(BaseException):
    """The system ends the program.

    No Exception: what goes on after a fault, with the next plan or after the next save, must not go
    on after this.
    """

    def __init__(self, signaal: int) -> None:
        self.signaal = signaal
        super().__init__("Afgebroken. Wat al klaar was, is bewaard.")


@contextlib.contextmanager
def signalen() -> Iterator[None]:
    """Let Ctrl+C raise KeyboardInterrupt, and what else ends the program AfgebrokenError.

    What was ignored when we were started (nohup, a job in the background) stays ignored. Signals
    come in the main thread only, so in another there is nothing to do.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    oud = {nummer: signal.getsignal(nummer) for nummer in (*_EINDE, signal.SIGINT)}
    try:
        for nummer in _EINDE:
            if oud[nummer] is signal.SIG_DFL:
                signal.signal(nummer, _breek_af)
        if callable(oud[signal.SIGINT]):
            signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
    finally:
        for nummer, vanger in oud.items():
            if vanger is not None:  # one that was not set by Python
                signal.signal(nummer, vanger)


def _breek_af(nummer: int, _frame: FrameType | None) -> NoReturn:
    raise AfgebrokenError(nummer)
