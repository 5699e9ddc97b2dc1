"""LibreOffice: letting it turn one file into another without leaving a trace.

It works in a folder of our own, with a profile in it: a LibreOffice that somebody has open is
left alone, and what a user has set or installed changes nothing. The profile forbids macros, and
everything that a document would fetch from elsewhere.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.files.processes import GROEP, einde_wacht, stop_groep
from uitvoeringsplan.files.system_error import reden
from uitvoeringsplan.pdf.office_leftovers import (
    PROFIEL,
    ruim_pijp_op,
    ruim_resten_op,
    werkmap,
)
from uitvoeringsplan.pdf.office_location import ZONDER, vind_libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ("ODT", "PDF", "Doel", "LibreOffice", "libreoffice", "vind_libreoffice")

_INSTELLINGEN = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
)
# What LibreOffice says of every run, whether it went well or not.
_GERUIS = ("Warning: failed to launch javaldx", "convert ", "Overwriting: ")


class Doel(NamedTuple):
    """What to make: the ending of the file, the filter with its options, how a whole file looks."""

    einde: str
    filter: str
    begin: bytes
    slot: bytes  # somewhere in the last kilobyte


PDF = Doel(
    "pdf",
    # PDF/UA, with a table of headings, places that can be linked to, and pictures as they are.
    "pdf:writer_pdf_Export:{"
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"17"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"UseLosslessCompression":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"},'
    '"ExportFormFields":{"type":"boolean","value":"false"}}',
    b"%PDF-",
    b"%%EOF",
)
ODT = Doel("odt", "odt:writer8", b"PK\3\4", b"PK\5\6")


class LibreOffice(NamedTuple):
    """A LibreOffice with a folder of its own, ready to make files one after another."""

    programma: Path
    map_: Path
    tijd: float  # seconds that one file may take

    def zet_om(self, data: bytes, doel: Doel) -> bytes:
        """Return what LibreOffice makes of a Word file; raises OmzetError.

        No process is left, whatever happens: Ctrl+C, a signal, a file that takes too long.
        """
        try:
            return self._draai(data, doel)
        except OSError as fout:
            raise OmzetError(
                f"LibreOffice ({self.programma}) is niet te gebruiken: {reden(fout)}. {ZONDER}"
            ) from fout

    def _draai(self, data: bytes, doel: Doel) -> bytes:
        profiel, bron = self.map_ / PROFIEL, self.map_ / "document.docx"
        uit, verslag = self.map_ / f"document.{doel.einde}", self.map_ / "verslag.txt"
        uit.unlink(missing_ok=True)
        bron.write_bytes(data)
        opdracht = [
            str(self.programma), f"-env:UserInstallation={profiel.as_uri()}", "--headless",
            "--norestore", "--nolockcheck", "--nologo", "--nodefault",
            "--convert-to", doel.filter, "--outdir", str(self.map_), str(bron),
        ]  # fmt: skip
        # A file and not a pipe: a grandchild that goes on would keep a pipe open.
        with einde_wacht() as onderbreekbaar, verslag.open("wb") as uitvoer:
            proces = subprocess.Popen(  # noqa: S603 - the program that was found, our own arguments
                opdracht,
                cwd=self.map_,
                env=os.environ | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(self.map_)),
                stdin=subprocess.DEVNULL,
                stdout=uitvoer,
                stderr=uitvoer,
                **GROEP,
            )
            try:
                with onderbreekbaar():
                    proces.wait(self.tijd)
            except subprocess.TimeoutExpired:
                raise OmzetError(
                    f"LibreOffice was na {self.tijd:g} seconden nog niet klaar en is gestopt."
                    " Probeer het nog eens; lukt het weer niet, open het Word-bestand dan zelf in"
                    f" LibreOffice en bewaar het daar als {doel.einde}."
                ) from None
            finally:
                stop_groep(proces)
                ruim_pijp_op(profiel.as_uri())
        return _uitkomst(uit, doel, verslag)


@contextlib.contextmanager
def libreoffice(tijd: float) -> Iterator[LibreOffice]:
    """Find LibreOffice and give it a folder, which is gone afterwards; raises OmzetError."""
    programma = vind_libreoffice()
    with einde_wacht() as onderbreekbaar, contextlib.ExitStack() as stapel:
        ruim_resten_op()
        try:
            map_ = stapel.enter_context(werkmap())
        except OSError as fout:
            raise OmzetError(f"Er is geen tijdelijke map te maken ({reden(fout)}).") from fout
        _maak_profiel(map_ / PROFIEL)
        with onderbreekbaar():
            yield LibreOffice(programma, map_, tijd)


def _maak_profiel(profiel: Path) -> None:
    bestand = profiel / "user" / "registrymodifications.xcu"
    try:
        bestand.parent.mkdir(parents=True)
        bestand.write_text(_instellingen(), "utf-8")
    except OSError as fout:
        raise OmzetError(
            f"In de tijdelijke map {profiel.parent.parent} is niet te schrijven ({reden(fout)})."
        ) from fout


def _uitkomst(pad: Path, doel: Doel, verslag: Path) -> bytes:
    try:
        data = pad.read_bytes()
    except FileNotFoundError:
        data = b""
    if data.startswith(doel.begin) and doel.slot in data[-1024:]:
        return data
    regels = verslag.read_bytes().decode("utf-8", "replace").splitlines()
    gezegd = [r.strip() for r in regels if r.strip() and not r.startswith(_GERUIS)]
    laatste = f"Het zei als laatste: “{gezegd[-1][:300]}”." if gezegd else "Het zei niets."
    raise OmzetError(
        f"LibreOffice maakte geen {doel.einde}. {laatste} Kijk of het onderdeel Writer is"
        " geïnstalleerd, en of LibreOffice het Word-bestand zelf kan openen."
    )


def _instellingen() -> str:
    regels = "".join(
        f'<item oor:path="/org.openoffice.{pad}"><prop oor:name="{naam}" oor:op="fuse">'
        f"<value>{waarde}</value></prop></item>"
        for pad, naam, waarde in _INSTELLINGEN
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{regels}</oor:items>'
    )
