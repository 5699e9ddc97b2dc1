"""Which backgrounds a template puts behind text, to hold the colours of a house style to.

Followed are the backgrounds of cells, paragraphs and runs, also those that a paragraph style
gives; not those by which a table style shades some of its rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.kleur import helderheid, lees_kleur
from uitvoeringsplan.ooxml.insert import afdaling, w, waarde
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.word.huisstijl.kleuren import ACCENTEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.scan import Element

# Of text without a colour of its own, Word makes white on what is darker than this.
_LICHT = 0.4
_LINK, _INVULVELD = w("hyperlink"), w("sdt")
_EIGEN = {w("tc"): "tcPr", w("p"): "pPr", w("r"): "rPr"}  # where their own properties stand
_NODIG = frozenset((
    *_EIGEN, *map(w, _EIGEN.values()), _LINK, _INVULVELD,
    *map(w, ("body", "tbl", "tr", "shd", "color", "pStyle", "rStyle", "style", "basedOn")),
))  # fmt: skip


class _Vorm(NamedTuple):
    """What counts of a style, or of a piece of text."""

    vlak: str = ""
    kleur: str | None = None  # the name of a theme colour, empty for any other; None: not said

    @property
    def is_accent(self) -> bool:
        return self.kleur in ACCENTEN


class Vlakken:
    """Gathers the backgrounds of one document, part by part.

    `donker` holds the dark ones behind text whose colour Word chooses.
    """

    def __init__(self, stijldelen: Iterable[tuple[str, bytes]], pad: str) -> None:
        self._pad = pad
        self._stijlen: dict[str, Element] = {}
        self.achter_tekst: set[str] = set()
        self.achter_accent: set[str] = set()
        self.donker: set[str] = set()
        for naam, data in stijldelen:
            for stijl in tast_af(data, naam, pad, bewaar=_NODIG.__contains__).wortel.kinderen:
                if waarde(stijl, "type") in ("paragraph", "character"):
                    self._stijlen[waarde(stijl, "styleId")] = stijl
        for id_ in self._stijlen:
            self._neem(self._stijl(id_))

    def lees(self, data: bytes, naam: str) -> None:
        """Take in a part with text."""
        wortel = tast_af(data, naam, self._pad, bewaar=_NODIG.__contains__).wortel
        self._loop(wortel, _Vorm())

    def _neem(self, vorm: _Vorm) -> None:
        if not vorm.vlak:
            return
        is_licht = helderheid(vorm.vlak) >= _LICHT
        if vorm.is_accent and is_licht:
            self.achter_accent.add(vorm.vlak)
        elif vorm.kleur is None:
            (self.achter_tekst if is_licht else self.donker).add(vorm.vlak)

    def _loop(self, element: Element, boven: _Vorm) -> None:
        hier = boven
        if eigenschappen := _EIGEN.get(element.naam):
            eigen = element.kind(w(eigenschappen))
            stijl = _Vorm()
            if eigen:
                stijl = self._stijl(waarde(eigen.kind(w("pStyle")) or eigen.kind(w("rStyle"))))
                eigen_vorm = _vorm(eigen, eigen)
                stijl = _Vorm(
                    eigen_vorm.vlak or stijl.vlak,
                    stijl.kleur if eigen_vorm.kleur is None else eigen_vorm.kleur,
                )
            hier = _Vorm(
                stijl.vlak or boven.vlak, boven.kleur if stijl.kleur is None else stijl.kleur
            )
            if element.naam == w("r"):
                self._neem(hier)
        elif element.naam in (_LINK, _INVULVELD):
            self._neem(_Vorm(boven.vlak, ACCENTEN[1]))  # an answer may have links
        for kind in element.kinderen:
            self._loop(kind, hier)

    def _stijl(self, stijl_id: str) -> _Vorm:
        vlak, kleur = "", None
        gezien: set[str] = set()
        while stijl_id in self._stijlen and stijl_id not in gezien:
            gezien.add(stijl_id)
            stijl = self._stijlen[stijl_id]
            ppr, rpr = stijl.kind(w("pPr")), stijl.kind(w("rPr"))
            eigen = _vorm(ppr, rpr)
            vlak = vlak or eigen.vlak or _vlak(rpr)
            kleur = eigen.kleur if kleur is None else kleur
            stijl_id = waarde(stijl.kind(w("basedOn")))
        return _Vorm(vlak, kleur)


def _vorm(met_vlak: Element | None, met_kleur: Element | None) -> _Vorm:
    element = afdaling(met_kleur, "color")
    return _Vorm(_vlak(met_vlak), waarde(element, "themeColor") if element else None)


def _vlak(eigenschappen: Element | None) -> str:
    return lees_kleur(waarde(afdaling(eigenschappen, "shd"), "fill")) or ""
