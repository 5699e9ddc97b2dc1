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
from uitvoeringsplan.files.file_reading import reden

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPENERS = (("xdg-open",), ("gio", "open"), ("kde-open",))
_SCHERMEN = ("DISPLAY", "WAYLAND_DISPLAY")
# A helper that finds no program for the file says so at once; one that does may stay as long as
# that program.
_EVEN = 1.0


def open_bestand(
    pad: Path, *, omgeving: Mapping[str, str] = os.environ, systeem: str = sys.platform
) -> None:
    """Show a file to whoever is behind the screen, without waiting till it is closed.

    Raises OpenError when there is nothing to show it with.
    """
    pad = pad.absolute()
    if not pad.is_file():
        raise OpenError(f"{pad} is niet te openen: dit bestand bestaat niet.")
    if systeem == "win32":
        _met_windows(pad)
        return
    opdracht = ("open",) if systeem == "darwin" else _opdracht(pad, omgeving)
    try:
        _start([*opdracht, str(pad)], pad)
    except OSError as fout:
        raise _niet_te_openen(pad, f"{opdracht[0]} doet het niet ({reden(fout)})") from fout


def can_open(*, omgeving: Mapping[str, str] = os.environ, systeem: str = sys.platform) -> bool:
    """Whether there is a screen here to show a file on; no use in asking otherwise."""
    if systeem in ("win32", "darwin"):
        return True
    try:
        _opdracht(Path(), omgeving)
    except OpenError:
        return False
    return True


def _opdracht(pad: Path, omgeving: Mapping[str, str]) -> tuple[str, ...]:
    """Return the helper of a Linux desktop."""
    zoekpad = omgeving.get("PATH")
    if (wsl := shutil.which("wslview", path=zoekpad)) is not None:
        return (wsl,)
    if not any(omgeving.get(naam) for naam in _SCHERMEN):
        raise _niet_te_openen(pad, "hier is geen bureaublad")
    for naam, *rest in _OPENERS:
        if (programma := shutil.which(naam, path=zoekpad)) is not None:
            return (programma, *rest)
    raise _niet_te_openen(pad, "xdg-open ontbreekt (pakket xdg-utils)")


def _met_windows(pad: Path) -> None:
    try:
        os.startfile(pad)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 - what was asked for
    except OSError as fout:
        raise _niet_te_openen(pad, f"Windows weet niet waarmee ({reden(fout)})") from fout


def _start(opdracht: list[str], pad: Path) -> None:
    stil = subprocess.DEVNULL
    proces = subprocess.Popen(  # noqa: S603 - the helper that was found, and a path
        opdracht, stdin=stil, stdout=stil, stderr=stil, start_new_session=True
    )
    try:
        code = proces.wait(_EVEN)
    except subprocess.TimeoutExpired:
        # It goes on without us; somebody has to hear of its end.
        threading.Thread(target=proces.wait, daemon=True).start()
        return
    if code:
        raise _niet_te_openen(pad, "er is geen programma dat dit soort bestanden toont")


def _niet_te_openen(pad: Path, waarom: str) -> OpenError:
    return OpenError(
        f"{pad} is gemaakt, maar niet te openen: {waarom}. Open het zelf, of kopieer het naar een"
        " computer waar dat kan."
    )
