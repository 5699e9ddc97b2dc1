"""Putting an element where the schema wants it, in XML that stays as it is.

The children of most elements of WordprocessingML have a fixed order; a file that breaks it is
corrupt to Word. A piece that is added comes behind the last child that stands before it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.splice import Splice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.ooxml.scan import Element

STIJL = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority",
    "semiHidden", "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose",
    "personalReply", "rsid", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr",
)  # fmt: skip
STIJLEN = ("docDefaults", "latentStyles", "style")
STANDAARDEN = ("rPrDefault", "pPrDefault")
NUMMERING = ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup")
P_PR = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
R_PR = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath", "rPrChange",
)  # fmt: skip


def w(naam: str) -> str:
    """Return a name in the namespace of WordprocessingML, as `tast_af` writes it."""
    return f"{W} {naam}"


def waarde(element: Element | None, naam: str = "val") -> str:
    """Return an attribute in namespace w, empty when it or its element is absent."""
    return "" if element is None else element.attributen.get(w(naam), "")


def afdaling(element: Element | None, *namen: str) -> Element | None:
    """Return the element at this path of names in namespace w, None when it is not there."""
    for naam in namen:
        element = element.kind(w(naam)) if element else None
    return element


def invoegplek(ouder: Element, volgorde: Sequence[str], naam: str, *, na: bool = False) -> int:
    """Return where an element called `naam` may come in `ouder`; `na`: behind its likes."""
    voor = {w(eerder) for eerder in volgorde[: volgorde.index(naam) + na]}
    return max((kind.einde for kind in ouder.kinderen if kind.naam in voor), default=ouder.binnen)


def ingevoegd(data: bytes, ouder: Element, volgorde: Sequence[str], naam: str, xml: str) -> Splice:
    """Return what puts `xml`, the one element called `naam`, into `ouder`.

    One that is there already gives way to it.
    """
    if oud := ouder.kind(w(naam)):
        return Splice(oud.begin, oud.einde, xml.encode())
    return achter(data, ouder, xml, invoegplek(ouder, volgorde, naam))


def achter(data: bytes, ouder: Element, xml: str, plek: int) -> Splice:
    """Return what puts `xml` into `ouder` at a place in it, also when it is one empty tag."""
    if ouder.slot < ouder.einde:
        return Splice(plek, plek, xml.encode())
    opening = data[ouder.begin : ouder.einde]
    naam = opening[1:].split(b"/", 1)[0].split(None, 1)[0]
    kaal = opening.rstrip(b">").rstrip().rstrip(b"/")
    return Splice(ouder.begin, ouder.einde, kaal + b">" + xml.encode() + b"</" + naam + b">")
