"""Pictures in a Word file: their bytes, their size and the text for who cannot see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.document import Afbeelding
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.styles import getal, is_turned_on
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
WITHOUT_TEXT = "Afbeelding zonder beschrijving"
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
            is_turned_on(decoration.get("val")) for decoration in properties.iter(_DECORATIVE)
        ):
            return []
        size = next(tekening.iter(f"{_WP}extent"), None)
        width, height = (
            round((getal(size.get(side)) or 0) / _EMU) if size is not None else 0
            for side in ("cx", "cy")
        )
        text = _text(properties.get("descr"), properties.get("title"))
        return [
            Afbeelding(*self._bytes(source.get(f"{{{R}}}embed", "")), text, width, height)
            for source in outside(tekening, w("txbxContent"))
            if source.tag == f"{_A}blip"
        ]

    def of_vml(self, picture: Element) -> list[Afbeelding]:
        """Return the pictures of a `w:pict` or `w:object`, as older versions of Word wrote them."""
        result = []
        for form in outside(picture, w("txbxContent")):
            if form.tag != f"{_VML}shape":
                continue
            sizes = dict(_POINTS.findall(form.get("style", "")))
            width, height = (
                round(float(sizes.get(side, "0")) * 4 / 3) for side in ("width", "height")
            )
            result += [
                Afbeelding(*self._bytes(source.get(f"{{{R}}}id", "")), text, width, height)
                for source in form.findall(f"{_VML}imagedata")
                for text in [_text(form.get("alt"), "")]
            ]
        return result

    def _bytes(self, relationship_id: str) -> tuple[bytes, str]:
        """Return the bytes and the media type; nothing for a picture that is not in the file."""
        relationship = self._relationships.get(relationship_id)
        if (
            relationship is None
            or relationship.extern
            or relationship.target not in self._package.members
        ):
            return b"", ""
        data = self._package.content(relationship.target)
        kind = next((kind for start, kind in _KINDS if data.startswith(start)), "")
        return (data, kind) if kind else (b"", "")


def _text(description: str | None, title: str | None) -> str:
    return " ".join((description or title or "").split()) or WITHOUT_TEXT
