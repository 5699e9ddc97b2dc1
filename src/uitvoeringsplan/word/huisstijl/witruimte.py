"""White space on a title page: what was left open above a title gives way to a logo there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.insert import P_PR, achter, afdaling, ingevoegd, w, waarde
from uitvoeringsplan.ooxml.names import REL_STIJLEN
from uitvoeringsplan.ooxml.relationships import lees_relaties
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.styles import getal

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.scan import Element
    from uitvoeringsplan.ooxml.splice import Splice

# In twentieths of a point.
_PER_CM = 567
_RUIM = 1000  # more than this was left open for looks
_BLIJFT = 400


class Witruimte:
    """Knows how much white the paragraph styles of a document leave around a paragraph."""

    def __init__(self, pakket: Pakket, document: str) -> None:
        self._stijlen: dict[str, Element] = {}
        self._ids: dict[str, str] = {}
        for relatie in lees_relaties(pakket, document):
            if relatie.soort == REL_STIJLEN and relatie.doel in pakket.leden:
                afdruk = tast_af(pakket.inhoud(relatie.doel), relatie.doel, pakket.pad)
                for stijl in afdruk.wortel.kinderen:
                    id_ = waarde(stijl, "styleId")
                    self._stijlen[id_] = stijl
                    self._ids.setdefault(waarde(stijl.kind(w("name"))).lower(), id_)

    def stijl(self, naam: str) -> str:
        """Return the id of the style with this name, empty when there is none."""
        return self._ids.get(naam.lower(), "")

    def wijkt(
        self, data: bytes, alinea: Element, hoogte: float, boven: str, p: str
    ) -> list[Splice]:
        """Return what makes room above a paragraph for something of `hoogte` centimetres.

        So what comes below stays at its height on the page. `boven` is the style of the paragraph
        that takes the room, `p` the prefix with its colon.
        """
        ppr = alinea.kind(w("pPr"))
        eigen = afdaling(alinea, "pPr", "spacing")
        stijl = waarde(afdaling(alinea, "pPr", "pStyle"))
        voor = getal(waarde(eigen, "before"))
        oud = self._wit(stijl, "before") if voor is None else voor
        if oud < _RUIM:
            return []
        nodig = round(hoogte * _PER_CM) + self._wit(boven, "before") + self._wit(boven, "after")
        rest = "".join(
            f' {p}{naam.rpartition(" ")[2]}="{tekst}"'
            for naam, tekst in (eigen.attributen if eigen else {}).items()
            if naam != w("before")
        )
        xml = f'<{p}spacing {p}before="{max(_BLIJFT, oud - nodig)}"{rest}/>'
        if ppr:
            return [ingevoegd(data, ppr, P_PR, "spacing", xml)]
        return [achter(data, alinea, f"<{p}pPr>{xml}</{p}pPr>", alinea.binnen)]

    def _wit(self, stijl_id: str, kant: str) -> int:
        """Return the white that a style leaves on one side, through what it is based on."""
        gezien: set[str] = set()
        while stijl_id in self._stijlen and stijl_id not in gezien:
            gezien.add(stijl_id)
            stijl = self._stijlen[stijl_id]
            wit = getal(waarde(afdaling(stijl, "pPr", "spacing"), kant))
            if wit is not None:
                return wit
            stijl_id = waarde(stijl.kind(w("basedOn")))
        return 0
