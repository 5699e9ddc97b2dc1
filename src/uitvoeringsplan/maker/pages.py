"""Pages: their setup, headers and footers, and the title page.

One pair of header and footer for standing pages, one for lying ones, because a right tab stands at
a fixed place: what lines up on a standing page would end in the middle of a lying one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uitvoeringsplan.maker.controls import ElementRow
from uitvoeringsplan.maker.elements import Element, el, paragraph, run
from uitvoeringsplan.maker.looks import A4_LONG, A4_SHORT, MARGIN, MARGIN_LYING
from uitvoeringsplan.maker.source import Pair, SourcePlace, SourceText

if TYPE_CHECKING:
    from uitvoeringsplan.maker.writer import Writer


Part = Any  # python-docx leaves the makers of headers and footers untyped

_RAND = 709  # from the edge of the paper to header and footer


class Sections:
    """Makes the section properties; the headers and footers are shared between sections."""

    def __init__(self, schrijver: Writer, part: Part) -> None:
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
            el("pgSz", w=A4_LONG, h=A4_SHORT, orient="landscape")
            if liggend
            else el("pgSz", w=A4_SHORT, h=A4_LONG)
        )
        hoogte = MARGIN_LYING if liggend else MARGIN
        marges = {"top": hoogte, "right": MARGIN, "bottom": hoogte, "left": MARGIN}
        return el(
            "sectPr",
            el("headerReference", type="default", r__id=kop),
            el("footerReference", type="default", r__id=voet),
            el("type", val="nextPage"),
            maat,
            el("pgMar", **marges, header=_RAND, footer=_RAND, gutter=0),
            el("titlePg") if voorblad else None,
        )


def _kop(schrijver: Writer, part: Part, *, liggend: bool) -> str:
    deel: Element
    verband: str
    deel, verband = part.add_header_part()
    stijl = "UvpKoptekstLiggend" if liggend else "Header"
    _vul(deel.element, schrijver, "koptekst", stijl)
    return verband


def _voet(schrijver: Writer, part: Part, *, liggend: bool) -> str:
    deel: Element
    verband: str
    deel, verband = part.add_footer_part()
    stijl = "UvpVoettekstLiggend" if liggend else "Footer"
    _vul(deel.element, schrijver, "voettekst", stijl)
    return verband


def _vul(element: Element, schrijver: Writer, deel: str, stijl: str) -> None:
    element.clear()  # also drops python-docx's own attributes, which name namespaces we lack
    bouwsel = ElementRow(schrijver.besturing)
    for blok in schrijver.bron.delen[deel]:
        if bouwsel.neem(blok):
            continue
        if not isinstance(blok, Pair):
            melding = f"In de {deel} horen regels met een linker- en een rechterhelft: … :: …"
            raise schrijver.bron.fout(melding, blok.regel)
        bouwsel.inhoud.append(schrijver.paar(blok, stijl))
    for kind in bouwsel.inhoud:
        element.append(kind)


_STIJLEN = ("Subtitle", "UvpPeriode")  # of the first lines; the facts follow


def title_page(schrijver: Writer) -> list[Element]:
    """Return the paragraphs of the title page; its title is that of the question set."""
    uit = ElementRow(schrijver.besturing)
    stijlen = iter(_STIJLEN)
    kop = [paragraph("UvpBalk", []), paragraph("Title", [run(schrijver.vragenlijst.titel)])]
    for blok in schrijver.bron.delen["voorblad"]:
        if uit.neem(blok):
            continue
        if isinstance(
            blok, SourcePlace
        ):  # the logo stands above everything, the address at the end
            uit.inhoud.append(schrijver.huisplek(blok))
            continue
        uit.inhoud.extend(kop)
        kop = []
        if isinstance(blok, Pair):
            uit.inhoud.append(schrijver.paar(blok, "UvpFeit", "UvpFeitlabel"))
        elif isinstance(blok, SourceText) and (stijl := next(stijlen, "")):
            uit.inhoud.append(schrijver.tekst(blok, stijl))
        else:
            melding = "Op het voorblad staan twee regels tekst en daaronder alleen feiten."
            raise schrijver.bron.fout(melding, blok.regel)
    return uit.inhoud
