"""Pictures: what they really are, how large, and whether they are whole.

Read from the bytes, by hand: a library for pictures takes longer to load than a plan to make.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import NamedTuple
from xml.parsers import expat

from uitvoeringsplan.errors import AfbeeldingError

PNG, JPEG, SVG = "png", "jpeg", "svg"

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_CM_PER_INCH = 2.54
_METER_PER_INCH = 0.0254
# Frames of a JPEG that say its size; C4, C8 and CC in this range are something else.
_KADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ZONDER_LENGTE = frozenset((0x01, *range(0xD0, 0xD8)))
_SVG = "http://www.w3.org/2000/svg"
_GETAL = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(?:px|pt|mm|cm|in)?\s*")
# Inside a picture: a fragment of itself, or data that it brings along.
_EIGEN = re.compile(r"\s*(?:#|data:image/|$)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)|(@import)", re.IGNORECASE)


class Afbeelding(NamedTuple):
    """A picture of pixels; `dpi` is 0 when it does not say."""

    soort: str
    breed: int
    hoog: int
    dpi: float


def soort_van(data: bytes) -> str:
    """Return the kind of picture by its first bytes, empty when it is none that we know."""
    if data.startswith(_PNG):
        return PNG
    if data.startswith(_JPEG):
        return JPEG
    return SVG if b"<svg" in data[:4096] or b":svg" in data[:4096] else ""


def lees_afbeelding(data: bytes) -> Afbeelding:
    """Return the size of a PNG or JPEG; raises AfbeeldingError when it is damaged."""
    try:
        afbeelding = _png(data) if data.startswith(_PNG) else _jpeg(data)
    except (struct.error, IndexError):
        afbeelding = None
    if afbeelding is None or not afbeelding.breed or not afbeelding.hoog:
        raise AfbeeldingError("de afbeelding is beschadigd. Sla haar opnieuw op.")
    return afbeelding


def _png(data: bytes) -> Afbeelding | None:
    """Walk through all chunks: each has a length and a checksum, and the last is IEND."""
    plek, breed, hoog, dpi, pixels = len(_PNG), 0, 0, 0.0, False
    while plek < len(data):
        lengte, naam = struct.unpack_from(">L4s", data, plek)
        inhoud = data[plek + 8 : plek + 8 + lengte]
        (som,) = struct.unpack_from(">L", data, plek + 8 + lengte)
        if zlib.crc32(naam + inhoud) != som or (naam == b"IHDR") != (plek == len(_PNG)):
            return None
        if naam == b"IHDR":
            breed, hoog = struct.unpack_from(">2L", inhoud)
        elif naam == b"pHYs":
            per_eenheid, _, eenheid = struct.unpack(">2LB", inhoud)
            dpi = per_eenheid * _METER_PER_INCH if eenheid == 1 else 0.0
        elif naam == b"IEND":
            return Afbeelding(PNG, breed, hoog, dpi) if pixels else None
        pixels = pixels or naam == b"IDAT"
        plek += 12 + lengte
    return None


def _jpeg(data: bytes) -> Afbeelding | None:
    """Walk through the segments up to the one with the size; the end must be there as well."""
    plek, dpi = 2, 0.0
    if b"\xff\xd9" not in data[-1024:]:  # some cameras and programs write a little behind it
        return None
    while data[plek] == 0xFF:
        merk = data[plek + 1]
        if merk == 0xFF or merk in _ZONDER_LENGTE:  # a byte of filling, or a mark on its own
            plek += 1 if merk == 0xFF else 2
            continue
        (lengte,) = struct.unpack_from(">H", data, plek + 2)
        if merk in _KADERS:
            hoog, breed = struct.unpack_from(">2H", data, plek + 5)
            return Afbeelding(JPEG, breed, hoog, dpi)
        if merk == 0xE0 and data[plek + 4 : plek + 9] == b"JFIF\0":
            eenheid, per_eenheid = struct.unpack_from(">BH", data, plek + 11)
            dpi = per_eenheid * {1: 1.0, 2: _CM_PER_INCH}.get(eenheid, 0.0)
        plek += 2 + lengte
    return None


def lees_svg(data: bytes) -> float:
    """Return how many times as wide as high a drawing is, 0 when it does not say.

    Raises AfbeeldingError when it is damaged, runs a program, or fetches something from outside.
    """
    lezer = _Svglezer()
    try:
        lezer.tas.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as fout:
        raise AfbeeldingError(
            f"de SVG is geen geldige XML (regel {fout.lineno}). Sla haar opnieuw op."
        ) from None
    return lezer.verhouding


class _Svglezer:
    """Looks at every element of a drawing; the first one tells its size."""

    def __init__(self) -> None:
        self.tas = expat.ParserCreate(namespace_separator=" ")
        self.tas.StartElementHandler = self._begin
        self.tas.EndElementHandler = self._einde
        self.tas.CharacterDataHandler = self._tekst
        self.tas.EntityDeclHandler = self._entiteit
        self.tas.ProcessingInstructionHandler = self._opdracht
        self.verhouding = 0.0
        self._stapel: list[str] = []
        self._stijl: list[str] = []  # the text of a style element, which comes in pieces

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        ruimte, _, kaal = naam.rpartition(" ")
        if not self._stapel:
            if naam != f"{_SVG} svg":
                raise AfbeeldingError("dit is geen SVG. Sla de tekening op als SVG.")
            self.verhouding = _svg_verhouding(attributen)
        if kaal.lower() in ("script", "foreignobject", "handler", "listener", "iframe", "embed"):
            raise AfbeeldingError(
                f"in de SVG staat een onderdeel “{kaal}”. Dat hoort niet in een logo; sla de"
                " tekening op als gewone SVG."
            )
        for sleutel, waarde in attributen.items():
            self._attribuut(sleutel.rpartition(" ")[2].lower(), waarde)
        self._stapel.append(kaal if ruimte == _SVG else "")

    def _attribuut(self, naam: str, waarde: str) -> None:
        if naam.startswith("on"):
            raise AfbeeldingError(
                f"in de SVG staat een programma (bij “{naam}”). Sla haar op als gewone SVG."
            )
        if naam in ("href", "src", "base") and not _EIGEN.match(waarde):
            # A plain link fetches nothing until somebody follows it, but a logo needs none.
            raise _van_buiten(waarde)
        self._verwijzingen(waarde)

    def _einde(self, _naam: str) -> None:
        if self._stapel.pop() == "style":
            self._verwijzingen("".join(self._stijl))
            self._stijl.clear()

    def _tekst(self, tekst: str) -> None:
        if self._stapel[-1] == "style":
            self._stijl.append(tekst)

    def _verwijzingen(self, tekst: str) -> None:
        for vondst in _URL.finditer(tekst):
            if vondst[2] or not _EIGEN.match(vondst[1]):
                raise _van_buiten(vondst[1] or vondst[2])

    def _entiteit(self, naam: str, *_: object) -> None:
        raise AfbeeldingError(
            f"de SVG bepaalt een eigen teken (&{naam};). Zo'n bestand wordt niet gelezen; sla haar"
            " op als gewone SVG."
        )

    def _opdracht(self, naam: str, _waarde: str) -> None:
        if naam == "xml-stylesheet":
            raise _van_buiten(naam)


def _van_buiten(adres: str) -> AfbeeldingError:
    kort = adres if len(adres) <= 60 else f"{adres[:59]}…"
    return AfbeeldingError(f"de SVG haalt iets van buiten (“{kort}”). Sla haar op met alles erin.")


def _svg_verhouding(attributen: dict[str, str]) -> float:
    kader = re.split(r"[\s,]+", attributen.get("viewBox", "").strip())
    maten = kader[2:] if len(kader) == 4 else [attributen.get(n, "") for n in ("width", "height")]
    breed, hoog = (
        float(vondst[1]) if (vondst := _GETAL.fullmatch(maat)) else 0.0 for maat in maten
    )
    return breed / hoog if breed and hoog else 0.0
