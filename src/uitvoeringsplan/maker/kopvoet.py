"""Headers, footers and page setup: one pair for standing pages, one for lying ones.

Two pairs, because a right tab stands at a fixed place: what lines up on a standing page would
end in the middle of a lying one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uitvoeringsplan.maker.bouwsel import Bouwsel
from uitvoeringsplan.maker.bronblokken import Paar
from uitvoeringsplan.maker.elementen import Element, el
from uitvoeringsplan.maker.thema import A4_KORT, A4_LANG, MARGE, MARGE_LIGGEND

if TYPE_CHECKING:
    from uitvoeringsplan.maker.schrijver import Schrijver

Part = Any  # python-docx leaves the makers of headers and footers untyped

_RAND = 709  # from the edge of the paper to header and footer


class Secties:
    """Makes the section properties; the headers and footers are shared between sections."""

    def __init__(self, schrijver: Schrijver, part: Part) -> None:
        self._schrijver = schrijver
        self._part = part
        self._verbanden: dict[bool, tuple[str, str]] = {}  # by whether the page lies

    def eigenschappen(self, *, liggend: bool, voorblad: bool = False) -> Element:
        """Return the properties of a section; a title page gets no header and footer."""
        if liggend not in self._verbanden:
            self._verbanden[liggend] = (
                _kop(self._schrijver, self._part, liggend=liggend),
                _voet(self._schrijver, self._part, liggend=liggend),
            )
        kop, voet = self._verbanden[liggend]
        maat = (
            el("pgSz", w=A4_LANG, h=A4_KORT, orient="landscape")
            if liggend
            else el("pgSz", w=A4_KORT, h=A4_LANG)
        )
        hoogte = MARGE_LIGGEND if liggend else MARGE
        marges = {"top": hoogte, "right": MARGE, "bottom": hoogte, "left": MARGE}
        return el(
            "sectPr",
            el("headerReference", type="default", r__id=kop),
            el("footerReference", type="default", r__id=voet),
            el("type", val="nextPage"),
            maat,
            el("pgMar", **marges, header=_RAND, footer=_RAND, gutter=0),
            el("titlePg") if voorblad else None,
        )


def _kop(schrijver: Schrijver, part: Part, *, liggend: bool) -> str:
    deel: Element
    verband: str
    deel, verband = part.add_header_part()
    stijl = "UvpKoptekstLiggend" if liggend else "Header"
    _vul(deel.element, schrijver, "koptekst", stijl)
    return verband


def _voet(schrijver: Schrijver, part: Part, *, liggend: bool) -> str:
    deel: Element
    verband: str
    deel, verband = part.add_footer_part()
    stijl = "UvpVoettekstLiggend" if liggend else "Footer"
    _vul(deel.element, schrijver, "voettekst", stijl)
    return verband


def _vul(element: Element, schrijver: Schrijver, deel: str, stijl: str) -> None:
    element.clear()  # also drops python-docx's own attributes, which name namespaces we lack
    bouwsel = Bouwsel(schrijver.besturing)
    for blok in schrijver.bron.delen[deel]:
        if bouwsel.neem(blok):
            continue
        if not isinstance(blok, Paar):
            melding = f"In de {deel} horen regels met een linker- en een rechterhelft: … :: …"
            raise schrijver.bron.fout(melding, blok.regel)
        bouwsel.inhoud.append(schrijver.paar(blok, stijl))
    for kind in bouwsel.inhoud:
        element.append(kind)
