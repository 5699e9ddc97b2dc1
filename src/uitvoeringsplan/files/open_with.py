"""Showing a file with the program that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import OpenError
from uitvoeringsplan.files.file_reading import reason

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPENERS = (("xdg-open",), ("gio", "open"), ("kde-open",))
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
# A helper that finds no program for the file says so at once; one that does may stay as long as
# that program.
_A_MOMENT = 1.0


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
