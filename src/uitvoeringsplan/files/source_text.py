"""The text of a file before anything is made of it: its bytes, its encoding, its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.errors import BestandError, GeenTekstError, InhoudError, Plaats
from uitvoeringsplan.files.file_reading import grootte, reden

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5 * 2**20

_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})(?: |$)|^={7}$", re.MULTILINE)
# What YAML itself allows in a file, without the signs that it takes for a line end and an editor
# does not (a lone CR, NEL, LS, PS): lines and columns would no longer be those that a user sees.
# A byte order mark inside the text goes too, because libyaml drops some of them.
# Listed one by one: the same set as "all but what is allowed" takes ten times longer to compile.
_NIET_TOEGESTAAN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)

_ALS_UTF8 = (
    "Sla het op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8). Er is niets veranderd."
)

LeesError = type[InhoudError]


class MetPlaats(Protocol):
    """Anything that knows where it stands in its file."""

    @property
    def regel(self) -> int:
        """The line, from 1."""

    @property
    def kolom(self) -> int:
        """The column, from 1."""


@dataclass(frozen=True)
class Bron:
    """A file that was read: where it is, its text with plain line ends, how it was written."""

    pad: Path | str
    tekst: str
    fout: LeesError
    bom: bool = False
    crlf: bool = False
    _regels: list[str] = field(default_factory=list, repr=False, compare=False)

    def mis(self, melding: str, regel: int, kolom: int = 1) -> Exception:
        """Return the error of this kind of file, with its place and the line itself."""
        if not self._regels:
            self._regels.extend(self.tekst.split("\n"))
        regeltekst = self._regels[regel - 1] if 0 < regel <= len(self._regels) else ""
        return self.fout(self.pad, melding, Plaats(regel, kolom, regeltekst))

    def mis_bij(self, melding: str, knoop: MetPlaats) -> Exception:
        """Return the error at the place of `knoop`."""
        return self.mis(melding, knoop.regel, knoop.kolom)

    def mis_op(self, melding: str, index: int) -> Exception:
        """Return the error at an offset in the text."""
        begin = self.tekst.rfind("\n", 0, index) + 1
        return self.mis(melding, self.tekst.count("\n", 0, index) + 1, index - begin + 1)


def lees_bytes(pad: Path) -> bytes:
    """Return the content of a file; raises BestandError with a Dutch reason."""
    try:
        if pad.is_dir():
            raise BestandError(pad, "dit is een map. Geef de naam van een bestand.")
        if grootte(pad) > MAX_BYTES:
            raise BestandError(
                pad, f"het bestand is groter dan {MAX_BYTES // 2**20} MB. Is dit het goede bestand?"
            )
        return pad.read_bytes()
    except FileNotFoundError:
        raise BestandError(pad, "dit bestand bestaat niet. Controleer de naam en de map.") from None
    except PermissionError:
        raise BestandError(
            pad,
            "dit bestand mag niet gelezen worden. Controleer de rechten, of sluit het in het"
            " andere programma.",
        ) from None
    except OSError as fout:
        raise BestandError(pad, f"dit bestand is niet te lezen ({reden(fout)}).") from fout


def ontcijfer(data: bytes, pad: Path | str, fout: LeesError) -> Bron:
    """Return the text of a file, which must be UTF-8; raises `fout` with the place otherwise.

    Such a file is shared and written again: taking it in another encoding would change lines that
    nobody touched, and git would merge it no more. So it is named what it is, and left alone.
    """
    if len(data) > MAX_BYTES:
        raise fout(pad, f"het bestand wordt groter dan {MAX_BYTES // 2**20} MB; dat kan niet.")
    bom = data.startswith(b"\xef\xbb\xbf")
    try:
        tekst = data[3 * bom :].decode("utf-8")
    except UnicodeDecodeError as mis:
        raise _geen_utf8(data[3 * bom :], mis.start, pad, fout) from None
    crlf = "\r\n" in tekst
    bron = Bron(pad, tekst.replace("\r\n", "\n"), fout, bom=bom, crlf=crlf)
    has_marks = any(mark in bron.tekst for mark in _MARKS)  # far quicker than the pattern
    if has_marks and (conflict := _CONFLICT.search(bron.tekst)):
        raise bron.mis_op(
            "hier staat nog een conflict van git. Kies welke tekst blijft en haal de regels met"
            " <<<<<<<, ======= en >>>>>>> weg.",
            conflict.start(),
        )
    if verboden := _NIET_TOEGESTAAN.search(bron.tekst):
        if verboden[0] == "\x00" and _is_utf16(data):
            melding = f"dit lijkt UTF-16 zonder merkteken vooraan. {_ALS_UTF8}"
            raise bron.mis_op(melding, verboden.start())
        raise bron.mis_op(
            f"hier staat een onzichtbaar teken (U+{ord(verboden[0]):04X}). Haal het weg.",
            verboden.start(),
        )
    return bron


def _geen_utf8(data: bytes, plek: int, pad: Path | str, fout: LeesError) -> Exception:
    """Return the error for bytes that are no UTF-8 at `plek`: what they are, and how to save."""
    from uitvoeringsplan.model.text_decoding import decode_text  # noqa: PLC0415 - seldom

    voor = data[:plek].rpartition(b"\n")[2].decode("utf-8")
    rest = data[plek:].partition(b"\n")[0].rstrip(b"\r").decode("cp1252", "replace")
    hier = Plaats(data.count(b"\n", 0, plek) + 1, len(voor) + 1, voor + rest)
    try:
        gelezen = decode_text(data)
    except GeenTekstError as mis:
        return fout(pad, mis.melding, hier if b"\x00" not in data else Plaats(1, 1))
    if gelezen.is_certain:
        return fout(
            pad,
            f"het bestand is opgeslagen als {gelezen.codering}. {_ALS_UTF8}",
            Plaats(1, 1),
        )
    return fout(
        pad,
        "dit teken is geen UTF-8; het bestand lijkt opgeslagen als Windows-1252 (ANSI)."
        f" {_ALS_UTF8}",
        hier,
    )


def _is_utf16(data: bytes) -> bool:
    from uitvoeringsplan.model.text_decoding import looks_like_utf16  # noqa: PLC0415 - seldom

    return looks_like_utf16(data)
