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

    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.tree import Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML = "{urn:schemas-microsoft-com:vml}"
_EMU = 9_525  # in one pixel of the screen
_POINTS = re.compile(r"(width|height):\s*([0-9.]+)pt")
ZONDER_TEKST = "Afbeelding zonder beschrijving"
# What every browser shows, known by how the bytes begin: the name of a part may lie.
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)


class Pictures:
    """The pictures of one part, found by the ids of its relationships."""

    def __init__(self, package: Package, relationships: Mapping[str, Relationship]) -> None:
        self._package = package
        self._relationships = relationships

    def of_drawing(self, tekening: Element) -> list[Afbeelding]:
        """Return the pictures of a `w:drawing`; none when it is there for show only."""
        properties = next(tekening.iter(f"{_WP}docPr"), None)
        if properties is None or any(
            staat_aan(sier.get("val")) for sier in properties.iter(_DECORATIVE)
        ):
            return []
        size = next(tekening.iter(f"{_WP}extent"), None)
        width, hoogte = (
            round((getal(size.get(kant)) or 0) / _EMU) if size is not None else 0
            for kant in ("cx", "cy")
        )
        text = _text(properties.get("descr"), properties.get("title"))
        return [
            Afbeelding(*self._bytes(source.get(f"{{{R}}}embed", "")), text, width, hoogte)
            for source in outside(tekening, w("txbxContent"))
            if source.tag == f"{_A}blip"
        ]

    def of_vml(self, picture: Element) -> list[Afbeelding]:
        """Return the pictures of a `w:pict` or `w:object`, as older versions of Word wrote them."""
        result = []
        for vorm in outside(picture, w("txbxContent")):
            if vorm.tag != f"{_VML}shape":
                continue
            sizes = dict(_POINTS.findall(vorm.get("style", "")))
            width, hoogte = (
                round(float(sizes.get(kant, "0")) * 4 / 3) for kant in ("width", "height")
            )
            result += [
                Afbeelding(*self._bytes(source.get(f"{{{R}}}id", "")), text, width, hoogte)
                for source in vorm.findall(f"{_VML}imagedata")
                for text in [_text(vorm.get("alt"), "")]
            ]
        return result

    def _bytes(self, relatie_id: str) -> tuple[bytes, str]:
        """Return the bytes and the media type; nothing for a picture that is not in the file."""
        relationship = self._relationships.get(relatie_id)
        if (
            relationship is None
            or relationship.extern
            or relationship.doel not in self._package.leden
        ):
            return b"", ""
        data = self._package.inhoud(relationship.doel)
        kind = next((kind for start, kind in _KINDS if data.startswith(start)), "")
        return (data, kind) if kind else (b"", "")


def _text(beschrijving: str | None, title: str | None) -> str:
    return " ".join((beschrijving or title or "").split()) or ZONDER_TEKST
