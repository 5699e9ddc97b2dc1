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

VARIABELE = "UITVOERINGSPLAN_LIBREOFFICE"
ZONDER = "Een docx, html of md maken lukt ook zonder LibreOffice."
_NAMEN = ("soffice", "libreoffice")


def vind_libreoffice(omgeving: Mapping[str, str] = os.environ, systeem: str = sys.platform) -> Path:
    """Return the program; raises OmzetError when it is not there."""
    if eigen := omgeving.get(VARIABELE):
        pad = Path(eigen)
        if pad.is_dir():
            pad = next((p for p in _in_map(pad, systeem) if p.is_file()), pad)
        if not pad.is_file():
            raise OmzetError(
                f"{VARIABELE} wijst naar {eigen}, maar daar staat LibreOffice niet. Verbeter het"
                f" pad, of haal de variabele weg. {ZONDER}"
            )
        return pad
    for naam in _NAMEN:
        if gevonden := shutil.which(naam, path=omgeving.get("PATH")):
            return Path(gevonden)
    for pad in _gewone_plekken(omgeving, systeem):
        if pad.is_file():
            return pad
    hoe = "(`sudo apt install libreoffice-writer` of het pakket van je systeem)"
    if systeem in ("win32", "darwin"):
        hoe = "(van libreoffice.org, of via je beheerder)"
    raise OmzetError(
        f"Voor pdf en odt is LibreOffice nodig, en dat is hier niet gevonden. Installeer het {hoe},"
        f" of zet in {VARIABELE} waar het programma staat. {ZONDER}"
    )


def _in_map(map_: Path, systeem: str) -> Iterator[Path]:
    """Yield where the program can be in a folder of LibreOffice."""
    namen = ("soffice.com", "soffice.exe") if systeem == "win32" else ("soffice",)
    for deel in ("", "program", "Contents/MacOS"):
        for naam in namen:
            yield map_ / deel / naam


def _gewone_plekken(omgeving: Mapping[str, str], systeem: str) -> Iterator[Path]:
    """Yield where LibreOffice is installed by itself."""
    if systeem == "win32":
        for naam in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
            if basis := omgeving.get(naam):
                yield from _in_map(Path(basis) / "LibreOffice", systeem)
        if basis := omgeving.get("LOCALAPPDATA"):
            yield from _in_map(Path(basis) / "Programs" / "LibreOffice", systeem)
    elif systeem == "darwin":
        for basis in ("/", omgeving.get("HOME", "/")):
            yield from _in_map(Path(basis) / "Applications" / "LibreOffice.app", systeem)
    else:
        mappen = [*Path("/opt").glob("libreoffice*"), Path("/usr/lib/libreoffice")]
        for map_ in sorted(mappen, reverse=True):
            yield from _in_map(map_, systeem)
