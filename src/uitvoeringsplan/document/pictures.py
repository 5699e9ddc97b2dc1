"""Pictures in a Word file: their bytes, their size and the text for who cannot see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.document import Afbeelding
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.styles import getal, staat_aan
from uitvoeringsplan.ooxml.tree import outside, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie
    from uitvoeringsplan.ooxml.tree import Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SIER = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML = "{urn:schemas-microsoft-com:vml}"
_EMU = 9_525  # in one pixel of the screen
_PUNT = re.compile(r"(width|height):\s*([0-9.]+)pt")
ZONDER_TEKST = "Afbeelding zonder beschrijving"
# What every browser shows, known by how the bytes begin: the name of a part may lie.
_SOORTEN = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)


class Beelden:
    """The pictures of one part, found by the ids of its relationships."""

    def __init__(self, pakket: Pakket, relaties: Mapping[str, Relatie]) -> None:
        self._pakket = pakket
        self._relaties = relaties

    def van_tekening(self, tekening: Element) -> list[Afbeelding]:
        """Return the pictures of a `w:drawing`; none when it is there for show only."""
        eigen = next(tekening.iter(f"{_WP}docPr"), None)
        if eigen is None or any(staat_aan(sier.get("val")) for sier in eigen.iter(_SIER)):
            return []
        maat = next(tekening.iter(f"{_WP}extent"), None)
        breedte, hoogte = (
            round((getal(maat.get(kant)) or 0) / _EMU) if maat is not None else 0
            for kant in ("cx", "cy")
        )
        tekst = _tekst(eigen.get("descr"), eigen.get("title"))
        return [
            Afbeelding(*self._bytes(bron.get(f"{{{R}}}embed", "")), tekst, breedte, hoogte)
            for bron in outside(tekening, w("txbxContent"))
            if bron.tag == f"{_A}blip"
        ]

    def van_vml(self, beeld: Element) -> list[Afbeelding]:
        """Return the pictures of a `w:pict` or `w:object`, as older versions of Word wrote them."""
        uit = []
        for vorm in outside(beeld, w("txbxContent")):
            if vorm.tag != f"{_VML}shape":
                continue
            maten = dict(_PUNT.findall(vorm.get("style", "")))
            breedte, hoogte = (
                round(float(maten.get(kant, "0")) * 4 / 3) for kant in ("width", "height")
            )
            uit += [
                Afbeelding(*self._bytes(bron.get(f"{{{R}}}id", "")), tekst, breedte, hoogte)
                for bron in vorm.findall(f"{_VML}imagedata")
                for tekst in [_tekst(vorm.get("alt"), "")]
            ]
        return uit

    def _bytes(self, relatie_id: str) -> tuple[bytes, str]:
        """Return the bytes and the media type; nothing for a picture that is not in the file."""
        relatie = self._relaties.get(relatie_id)
        if relatie is None or relatie.extern or relatie.doel not in self._pakket.leden:
            return b"", ""
        data = self._pakket.inhoud(relatie.doel)
        soort = next((soort for begin, soort in _SOORTEN if data.startswith(begin)), "")
        return (data, soort) if soort else (b"", "")


def _tekst(beschrijving: str | None, titel: str | None) -> str:
    return " ".join((beschrijving or titel or "").split()) or ZONDER_TEKST
