"""Headers, footers and page setup: one pair for standing pages, one for lying ones.

Two pairs, because a right tab stands at a fixed place: what lines up on a standing page would
end in the middle of a lying one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uitvoeringsplan.word.auteur.bron import Paar
from uitvoeringsplan.word.auteur.elementen import Element, el
from uitvoeringsplan.word.auteur.thema import A4_KORT, A4_LANG, MARGE, MARGE_LIGGEND

if TYPE_CHECKING:
    from uitvoeringsplan.word.auteur.schrijver import Schrijver

Part = Any  # python-docx leaves the makers of headers and footers untyped

_RAND = 709  # from the edge of the paper to header and footer


class Secties:
    """Makes the section properties; the headers and footers are shared between sections."""

    def __init__(self, schrijver: Schrijver, part: Part) -> None:
        self._verbanden = {
            liggend: (
                _kop(schrijver, part, liggend=liggend),
                _voet(schrijver, part, liggend=liggend),
            )
            for liggend in (False, True)
        }

    def eigenschappen(self, *, liggend: bool, voorblad: bool = False) -> Element:
        """Return the properties of a section; a title page gets no header and footer."""
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
    for blok in schrijver.bron.delen[deel]:
        if not isinstance(blok, Paar):
            melding = f"In de {deel} hoort één regel met een linker- en een rechterhelft: … :: …"
            raise schrijver.bron.fout(melding, blok.regel)
        element.append(schrijver.paar(blok, stijl))
