"""Pictures in a document: the drawings that belong to answers, with their alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import REL_BEELD, TYPES
from uitvoeringsplan.ooxml.relationships import lees_relaties
from uitvoeringsplan.ooxml.scan import achteraan, tast_af
from uitvoeringsplan.word.plaatje import Plaatje, plaatje_xml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.drawing.tekening import Tekening
    from uitvoeringsplan.ooxml.package import Pakket


class _Deel(NamedTuple):
    naam: str
    png: bytes


class Beeldwerk:
    """Puts pictures into one document, and gathers what its package must have for them."""

    def __init__(
        self, pakket: Pakket, document: str, beelden: Mapping[str, Sequence[Tekening]]
    ) -> None:
        self._pakket = pakket
        self._map = document.rpartition("/")[0]
        self._document = document
        self._beelden = beelden
        self._delen: list[_Deel] = []
        self.relaties: list[tuple[str, str, str, bool]] = []

    def xml(self, vraag_id: str, w: str) -> bytes:
        """Return the paragraphs with the pictures of a question; nothing when it has none."""
        return b"".join(
            self._alinea(f"uvp-{vraag_id}-{nummer}", beeld, w)
            for nummer, beeld in enumerate(self._beelden.get(vraag_id, ()), 1)
        )

    def delen(self) -> dict[str, bytes]:
        """Return the parts that the package gets, with the list of content types."""
        if not self._delen:
            return {}
        types = self._pakket.inhoud(TYPES)
        bekend = tast_af(types, TYPES, self._pakket.pad).wortel.kinderen
        if not any(t.attributen.get("Extension", "").lower() == "png" for t in bekend):
            types = _met_png(types)
        return {TYPES: types, **{deel.naam: deel.png for deel in self._delen}}

    def _alinea(self, naam: str, beeld: Tekening, w: str) -> bytes:
        deel = "/".join(filter(None, (self._map, "media", f"{naam}.png")))
        self._delen.append(_Deel(deel, beeld.png))
        id_ = self._vrij_id(naam)
        self.relaties.append((id_, REL_BEELD, f"/{deel}", False))
        plaatje = Plaatje(naam, id_, beeld.alternatief, beeld.breedte_cm, beeld.hoogte_cm)
        wit = f'<{w}pPr><{w}spacing {w}before="240" {w}after="120"/></{w}pPr>'
        return f"<{w}p>{wit}<{w}r>{plaatje_xml(plaatje, w)}</{w}r></{w}p>".encode()

    def _vrij_id(self, naam: str) -> str:
        bekend = {relatie.id for relatie in lees_relaties(self._pakket, self._document)}
        while naam in bekend:
            naam += "_"
        return naam


def _met_png(types: bytes) -> bytes:
    """Return the list of content types with PNG in it; defaults stand before the overrides."""
    wortel = tast_af(types, TYPES, "").wortel
    prefix = types[wortel.begin + 1 : wortel.binnen].split(b" ")[0].decode().rpartition(":")[0]
    p = f"{prefix}:" if prefix else ""
    regel = f'<{p}Default Extension="png" ContentType="image/png"/>'
    if not wortel.kinderen:
        return achteraan(types, lambda _: regel)
    return types[: wortel.binnen] + regel.encode() + types[wortel.binnen :]
