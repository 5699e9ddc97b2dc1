"""The edge of the program: how a run ends, and what is around the work of a command.

Exit codes: 0 done; 1 the user's input or findings; 2 wrong use; 3 a bug of ours; 130 Ctrl-C.
What ends the program from outside (Ctrl+C, a signal of the system, a window that is closed) does so
by an exception, so that whatever is at work cleans up after itself: a LibreOffice that was started,
a copy of a document among the temporary files.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import signal
import sys

from uitvoeringsplan import __version__
from uitvoeringsplan.commands.output import UitgangDichtError, close_output, prepare_streams, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import FrameType
    from typing import Any, NoReturn

DONE, INPUT, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
# SIGHUP comes when a window is closed, and SIGBREAK on Windows for that and for Ctrl+Break.
_ENDINGS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class AfgebrokenError(BaseException):
    """The system ends the program.

    No Exception: what goes on after a fault, with the next plan or after the next save, must not go
    on after this.
    """

    def __init__(self, signal: int) -> None:
        self.signal = signal
        super().__init__("Afgebroken. Wat al klaar was, is bewaard.")


def run(work: Callable[[], object]) -> int:
    """Do the work of the program and return its exit code; says on stderr what went wrong."""
    prepare_streams()
    try:
        outcome = work()
    except BaseException as error:  # noqa: BLE001 - the one place that may: it becomes a report
        return _ended_by(error)
    return outcome if isinstance(outcome, int) else DONE


def _ended_by(error: BaseException) -> int:
    """Say what went wrong, and return the exit code."""
    # Nothing waits for it when all goes well.
    from uitvoeringsplan.errors import (  # noqa: PLC0415
        GebruikError,
        OnderbrokenError,
        UitvoeringsplanError,
    )

    if isinstance(error, OnderbrokenError | AfgebrokenError):
        _complain(str(error))  # the window may be gone, and with it everyone to tell
        return 128 + error.signal
    if isinstance(error, UitvoeringsplanError):
        _complain(str(error))
        return USAGE if isinstance(error, GebruikError) else INPUT
    if isinstance(error, KeyboardInterrupt | EOFError):
        _complain("Gestopt.")
        return INTERRUPTED
    if isinstance(error, UitgangDichtError):
        return _output_closed()
    if isinstance(error, Exception):
        return _bug(error)
    raise error


def work(command: Callable[..., int], values: Mapping[str, Any]) -> int:
    """Run the function of a command, ready for what the system may do meanwhile."""
    # Who asks what there is reads no file.
    from uitvoeringsplan.files.file_reading import notices_to, once  # noqa: PLC0415

    gc.freeze()  # what was loaded stays; `__main__` put looking for garbage off
    gc.enable()
    with signals(), notices_to(once(functools.partial(say, err=True))):
        return command(**values)


@contextlib.contextmanager
def signals() -> Iterator[None]:
    """Let Ctrl+C raise KeyboardInterrupt, and what else ends the program AfgebrokenError.

    What was ignored when we were started (nohup, a job in the background) stays ignored. Signals
    come in the main thread only, so in another there is nothing to do.
    """
    threading = sys.modules.get("threading")  # as long as nobody loaded it, there is one thread
    if threading is not None and threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (*_ENDINGS, signal.SIGINT)}
    try:
        for number in _ENDINGS:
            if before[number] is signal.SIG_DFL:
                signal.signal(number, _break_off)
        if callable(before[signal.SIGINT]):
            signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
    finally:
        for number, handler in before.items():
            if handler is not None:  # one that was not set by Python
                signal.signal(number, handler)


def _break_off(number: int, _frame: FrameType | None) -> NoReturn:
    raise AfgebrokenError(number)


def _output_closed() -> int:
    close_output()
    _complain(
        "De uitvoer kan nergens meer heen: het programma dat haar las is gestopt, of de schijf is"
        " vol. Wat er daarna nog te doen was, is niet gedaan."
    )
    return INPUT


def _complain(text: str) -> None:
    say(text, err=True)


def _bug(error: Exception) -> int:
    """Put the traceback in a file that can be sent to us."""
    import tempfile  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    account = "".join(traceback.format_exception(error))
    lines = f"uitvoeringsplan {__version__}, Python {sys.version}, {sys.platform}\n\n{account}"
    with tempfile.NamedTemporaryFile(
        "w", prefix="uitvoeringsplan-fout-", suffix=".txt", encoding="utf-8", delete=False
    ) as file:
        file.write(lines)
    _complain(
        f"Er ging iets mis wat niet aan jou ligt ({type(error).__name__}).\n"
        f"Wat er gebeurde staat in {file.name}. Stuur dat bestand naar de makers. Kijk eerst of"
        " er tekst in staat die geheim moet blijven."
    )
    return BUG
