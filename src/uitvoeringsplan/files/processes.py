"""Programs of the system: starting one, stopping it with all that it started, showing a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.errors import OpenError
from uitvoeringsplan.files.file_reading import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import FrameType

#: How to start a program so that `stop_group` can find all of it: apart from our own Ctrl+C.
GROUP: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if sys.platform == "win32"
    else {"start_new_session": True}
)

_PATIENCE = 2.0  # seconds to end in by itself


# Ctrl+C, the end of the system, a window that is closed, and on Windows that or Ctrl+Break.
_SIGNALS = tuple(
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK", "SIGINT")
    if hasattr(signal, name)
)
_OPENERS = (("xdg-open",), ("gio", "open"), ("kde-open",))
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
# A helper that finds no program for the file says so at once; one that does may stay as long as
# that program.
_A_MOMENT = 1.0


@contextlib.contextmanager
def hold_signals() -> Iterator[Callable[[], contextlib.AbstractContextManager[object]]]:
    """Let what ends the program wait, except inside the context that the given function makes.

    That is Ctrl+C, and every other signal that somebody above turned into an exception. A program
    that was started but that nobody knows of yet, or that is half stopped, cannot be cleaned up. So
    what starts and stops is never interrupted, and only the time between is. One signal gets
    through; another one waits until everything is cleaned up. Signals come only in the main thread,
    so in another there is nothing to do.
    """
    old = {number: handler for number in _SIGNALS if callable(handler := signal.getsignal(number))}
    if threading.current_thread() is not threading.main_thread() or not old:
        yield contextlib.nullcontext
        return
    gate = _Gate(old)
    try:
        for number in old:
            signal.signal(number, gate.catch)
        yield lambda: gate
    finally:
        # One after another, whatever comes between; Ctrl+C last, as it alone may be caught.
        with contextlib.ExitStack() as stack:
            stack.callback(gate.pass_on)
            for number, handler in reversed(old.items()):
                stack.callback(signal.signal, number, handler)


class _Gate:
    """Holds signals up; open while it is entered."""

    def __init__(self, old: Mapping[int, Callable[[int, FrameType | None], Any]]) -> None:
        self._old = old
        self._is_open = False
        self._waiting = 0  # the first that came

    def catch(self, number: int, frame: FrameType | None) -> None:
        """Pass a signal on when the gate is open, and close it: what follows is cleaning up."""
        if not self._is_open:
            self._waiting = self._waiting or number
            return
        self._is_open = False
        self._old[number](number, frame)
        self._is_open = True

    def pass_on(self) -> None:
        """Let through what has waited."""
        if number := self._waiting:
            self._is_open = False
            self._waiting = 0
            self._old[number](number, None)

    def __enter__(self) -> None:
        self._is_open = True  # first, or what comes right now would wait until the end
        self.pass_on()

    def __exit__(self, *_: object) -> None:
        self._is_open = False


def stop_group(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started with `GROUP` and all it started, and wait for its own end.

    It is asked first, so that it can end its own children, and made to when it does not. Nothing
    happens to one that ended well by itself; one that crashed may have left children.
    """
    if process.poll() == 0:
        return
    if sys.platform == "win32":
        # Windows has no groups to end; this looks up the children of the children.
        subprocess.run(  # noqa: S603 - our own arguments
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607 - part of Windows
            capture_output=True, check=False,
        )  # fmt: skip
    else:
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_PATIENCE)
    process.wait()


def open_file(
    path: Path, *, environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> None:
    """Show a file to whoever is behind the screen, without waiting till it is closed.

    Raises OpenError when there is nothing to show it with.
    """
    path = path.absolute()
    if not path.is_file():
        raise OpenError(f"{path} is niet te openen: dit bestand bestaat niet.")
    if system == "win32":
        _by_windows(path)
        return
    command = ("open",) if system == "darwin" else _command(path, environment)
    try:
        _start([*command, str(path)], path)
    except OSError as error:
        raise _cannot_open(path, f"{command[0]} doet het niet ({reason(error)})") from error


def can_open(*, environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether there is a screen here to show a file on; no use in asking otherwise."""
    if system in ("win32", "darwin"):
        return True
    try:
        _command(Path(), environment)
    except OpenError:
        return False
    return True


def _command(path: Path, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the helper of a Linux desktop."""
    search_path = environment.get("PATH")
    if (wsl := shutil.which("wslview", path=search_path)) is not None:
        return (wsl,)
    if not any(environment.get(name) for name in _SCREENS):
        raise _cannot_open(path, "hier is geen bureaublad")
    for name, *rest in _OPENERS:
        if (program := shutil.which(name, path=search_path)) is not None:
            return (program, *rest)
    raise _cannot_open(path, "xdg-open ontbreekt (pakket xdg-utils)")


def _by_windows(path: Path) -> None:
    try:
        os.startfile(path)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 - what was asked for
    except OSError as error:
        raise _cannot_open(path, f"Windows weet niet waarmee ({reason(error)})") from error


def _start(command: list[str], path: Path) -> None:
    silent = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - the helper that was found, and a path
        command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )
    try:
        code = process.wait(_A_MOMENT)
    except subprocess.TimeoutExpired:
        # It goes on without us; somebody has to hear of its end.
        threading.Thread(target=process.wait, daemon=True).start()
        return
    if code:
        raise _cannot_open(path, "er is geen programma dat dit soort bestanden toont")


def _cannot_open(path: Path, why: str) -> OpenError:
    return OpenError(
        f"{path} is gemaakt, maar niet te openen: {why}. Open het zelf, of kopieer het naar een"
        " computer waar dat kan."
    )
