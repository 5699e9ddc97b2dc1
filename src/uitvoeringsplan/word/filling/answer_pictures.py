"""Pictures in a document: the drawings that belong to answers, with their alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_IMAGE, TYPES
from uitvoeringsplan.ooxml.relationships import Relationship, with_default_type
from uitvoeringsplan.word.writing.picture_xml import Picture, picture_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.ooxml.package import Package


class _Deel(NamedTuple):
    name: str
    png: bytes


class AnswerPictures:
    """Puts pictures into one document, and gathers what its package must have for them.

    `ids` are those for new relationships of the document.
    """

    def __init__(
        self,
        package: Package,
        document: str,
        pictures: Mapping[str, Sequence[Tekening]],
        ids: Iterator[str],
    ) -> None:
        self._package = package
        self._map = document.rpartition("/")[0]
        self._pictures = pictures
        self._ids = ids
        self._parts: list[_Deel] = []
        self.relationships: list[Relationship] = []

    def xml(self, vraag_id: str) -> str:
        """Return the paragraphs with the pictures of a question; nothing when it has none."""
        return "".join(
            self._paragraph(f"uvp-{vraag_id}-{number}", picture)
            for number, picture in enumerate(self._pictures.get(vraag_id, ()), 1)
        )

    def parts(self) -> dict[str, bytes]:
        """Return the parts that the package gets, with the list of content types."""
        if not self._parts:
            return {}
        types = with_default_type(self._package.content(TYPES), "png", "image/png")
        return {TYPES: types, **{part.name: part.png for part in self._parts}}

    def checksums(self) -> dict[str, str]:
        """Return those of the pictures by the id that leads to them."""
        ids = (id_ for id_, *_ in self.relationships)
        return {id_: f"{crc32(part.png):08x}" for id_, part in zip(ids, self._parts, strict=True)}

    def _paragraph(self, name: str, tekening: Tekening) -> str:
        part = "/".join(filter(None, (self._map, "media", f"{name}.png")))
        self._parts.append(_Deel(part, tekening.png))
        id_ = next(self._ids)
        self.relationships.append(Relationship(id_, REL_IMAGE, part, extern=False))
        picture = Picture(name, id_, tekening.alternatief, tekening.width_cm, tekening.height_cm)
        white = '<w:pPr><w:spacing w:before="240" w:after="120"/></w:pPr>'
        return f"<w:p>{white}<w:r>{picture_xml(picture)}</w:r></w:p>"
