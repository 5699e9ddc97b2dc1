"""Pictures in a document: the drawings that belong to answers, with their alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_IMAGE, TYPES
from uitvoeringsplan.ooxml.relationships import load_relationships, with_default_type
from uitvoeringsplan.word.writing.picture_xml import Picture, picture_xml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.ooxml.package import Package


class _Deel(NamedTuple):
    naam: str
    png: bytes


class AnswerPictures:
    """Puts pictures into one document, and gathers what its package must have for them."""

    def __init__(
        self, pakket: Package, document: str, beelden: Mapping[str, Sequence[Tekening]]
    ) -> None:
        self._pakket = pakket
        self._map = document.rpartition("/")[0]
        self._document = document
        self._beelden = beelden
        self._delen: list[_Deel] = []
        self.relaties: list[tuple[str, str, str, bool]] = []

    def xml(self, vraag_id: str) -> str:
        """Return the paragraphs with the pictures of a question; nothing when it has none."""
        return "".join(
            self._alinea(f"uvp-{vraag_id}-{nummer}", beeld)
            for nummer, beeld in enumerate(self._beelden.get(vraag_id, ()), 1)
        )

    def delen(self) -> dict[str, bytes]:
        """Return the parts that the package gets, with the list of content types."""
        if not self._delen:
            return {}
        types = with_default_type(self._pakket.inhoud(TYPES), "png", "image/png")
        return {TYPES: types, **{deel.naam: deel.png for deel in self._delen}}

    def _alinea(self, naam: str, beeld: Tekening) -> str:
        deel = "/".join(filter(None, (self._map, "media", f"{naam}.png")))
        self._delen.append(_Deel(deel, beeld.png))
        id_ = self._vrij_id(naam)
        self.relaties.append((id_, REL_IMAGE, f"/{deel}", False))
        plaatje = Picture(naam, id_, beeld.alternatief, beeld.breedte_cm, beeld.hoogte_cm)
        wit = '<w:pPr><w:spacing w:before="240" w:after="120"/></w:pPr>'
        return f"<w:p>{wit}<w:r>{picture_xml(plaatje)}</w:r></w:p>"

    def _vrij_id(self, naam: str) -> str:
        bekend = {relatie.id for relatie in load_relationships(self._pakket, self._document)}
        while naam in bekend:
            naam += "_"
        return naam
