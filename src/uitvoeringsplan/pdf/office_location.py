"""Where LibreOffice is on this computer, and what to do when it is not."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import OmzetError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OFFICE_VARIABLE = "UITVOERINGSPLAN_LIBREOFFICE"
WITHOUT = "Een docx, html of md maken lukt ook zonder LibreOffice."
_NAMES = ("soffice", "libreoffice")


def find_libreoffice(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> Path:
    """Return the program; raises OmzetError when it is not there."""
    if own := environment.get(OFFICE_VARIABLE):
        path = Path(own)
        if path.is_dir():
            path = next((p for p in _in_folder(path, system) if p.is_file()), path)
        if not path.is_file():
            raise OmzetError(
                f"{OFFICE_VARIABLE} wijst naar {own}, maar daar staat LibreOffice niet."
                f" Verbeter het pad, of haal de variabele weg. {WITHOUT}"
            )
        return path
    for name in _NAMES:
        if found := shutil.which(name, path=environment.get("PATH")):
            return Path(found)
    for path in _usual_places(environment, system):
        if path.is_file():
            return path
    how = "(`sudo apt install libreoffice-writer` of het pakket van je systeem)"
    if system in ("win32", "darwin"):
        how = "(van libreoffice.org, of via je beheerder)"
    raise OmzetError(
        f"Voor pdf en odt is LibreOffice nodig, en dat is hier niet gevonden. Installeer het {how},"
        f" of zet in {OFFICE_VARIABLE} waar het programma staat. {WITHOUT}"
    )


def _in_folder(folder: Path, system: str) -> Iterator[Path]:
    """Yield where the program can be in a folder of LibreOffice."""
    names = ("soffice.com", "soffice.exe") if system == "win32" else ("soffice",)
    for part in ("", "program", "Contents/MacOS"):
        for name in names:
            yield folder / part / name


def _usual_places(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    """Yield where LibreOffice is installed by itself."""
    if system == "win32":
        for name in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
            if base := environment.get(name):
                yield from _in_folder(Path(base) / "LibreOffice", system)
        if base := environment.get("LOCALAPPDATA"):
            yield from _in_folder(Path(base) / "Programs" / "LibreOffice", system)
    elif system == "darwin":
        for base in ("/", environment.get("HOME", "/")):
            yield from _in_folder(Path(base) / "Applications" / "LibreOffice.app", system)
    else:
        folders = [*Path("/opt").glob("libreoffice*"), Path("/usr/lib/libreoffice")]
        for folder in sorted(folders, reverse=True):
            yield from _in_folder(folder, system)
