"""A part as a tree of only what reading back asks for, in the shape that `word.boom` gives.

What no reader looks at (colours, borders, drawings, revision numbers) is passed over while parsing.
So a part of the size that the gate allows takes a fraction of a second, and of the memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element
from xml.parsers import expat

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.aftasten import MAX_DIEPTE, STRIKT
from uitvoeringsplan.word.xmlnamen import W_STRIKT, R, W

if TYPE_CHECKING:
    from uitvoeringsplan.word.pakket import Pakket

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"

_HEEL = (
    "document", "body", "hdr", "ftr", "comments", "comment", "glossaryDocument", "docParts",
    "docPart", "docPartPr", "name", "docPartBody", "p", "pPr", "pStyle", "numPr", "ilvl", "numId",
    "outlineLvl", "r", "rPr", "rStyle", "b", "i", "vanish", "hyperlink", "fldSimple", "sdt",
    "sdtPr", "sdtContent", "alias", "tag", "text", "showingPlcHdr", "placeholder", "docPartObj",
    "docPartGallery", "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tbl", "tr",
    "trPr", "tc", "tcPr", "gridSpan", "vMerge", "cellIns", "cellDel", "bookmarkStart",
    "commentRangeStart", "commentRangeEnd", "commentReference", "smartTag", "customXml", "dir",
    "bdo", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "fldChar",
    "footnoteReference", "endnoteReference",
)  # fmt: skip
_MET_TEKST = ("t", "delText", "instrText", "delInstrText")
_FORMULE = (
    "oMath", "oMathPara", "t", "r", "e", "f", "num", "den", "sup", "sub", "deg", "fName", "d",
    "rad", "nary", "func", "sSup", "sSub", "sSubSup", "sPre", "limLow", "limUpp", "lim", "m", "mr",
    "eqArr", "acc", "bar", "box", "borderBox", "groupChr", "phant",
)  # fmt: skip
_ALLEEN_DAT = ("drawing", "pict", "object", "altChunk")  # that they are there is all we ask
_BEWAAR = {
    **{f"{W}}}{naam}": f"{{{W}}}{naam}" for naam in (*_HEEL, *_MET_TEKST, *_ALLEEN_DAT)},
    **{f"{MC}}}{naam}": f"{{{MC}}}{naam}" for naam in ("AlternateContent", "Choice", "Fallback")},
    **{f"{M}}}{naam}": f"{{{M}}}{naam}" for naam in _FORMULE},
    **{f"{W15}}}{naam}": f"{{{W15}}}{naam}" for naam in ("commentsEx", "commentEx")},
}
# Of these only revision numbers stand in the tag.
_KAAL = {
    f"{W}}}{naam}"
    for naam in ("r", "t", "rPr", "pPr", "tr", "tc", "tbl", "trPr", "tcPr", "sdt", "sdtPr")
}
_TEKST = {f"{W}}}{naam}" for naam in _MET_TEKST} | {f"{M}}}t"}
_DICHT = {f"{W}}}{naam}" for naam in _ALLEEN_DAT}
_KENMERKEN = {
    **{
        f"{W}}}{naam}": f"{{{W}}}{naam}"
        for naam in (
            "val", "id", "name", "anchor", "char", "type", "fldCharType", "instr", "author",
            "date", "initials",
        )
    },
    f"{R}}}id": f"{{{R}}}id",
    f"{W14}}}paraId": f"{{{W14}}}paraId",
    **{f"{W15}}}{naam}": f"{{{W15}}}{naam}" for naam in ("paraId", "paraIdParent", "done")},
}  # fmt: skip


def w14(naam: str) -> str:
    """Return a name in the namespace of Word 2010."""
    return f"{{{W14}}}{naam}"


def w15(naam: str) -> str:
    """Return a name in the namespace of Word 2012."""
    return f"{{{W15}}}{naam}"


def mc(naam: str) -> str:
    """Return a name in the namespace for versions of one thing."""
    return f"{{{MC}}}{naam}"


def lees_leesboom(pakket: Pakket, naam: str) -> Element:
    """Return the root of a part, without what nobody reads; raises SjabloonError."""
    return _Bouwer(naam, pakket.pad).boom(pakket.inhoud(naam))


class _Bouwer:
    """Follows expat through one part; `_over` counts how deep it is in what is passed over."""

    __slots__ = ("_in_tekst", "_letters", "_over", "_pad", "_stapel", "_wat", "_wortel")

    def __init__(self, wat: str, pad: str) -> None:
        self._wat, self._pad = wat, pad
        self._stapel: list[Element] = []
        self._letters: list[str] = []
        self._in_tekst = False
        self._over = 0
        self._wortel = Element("niets")

    def boom(self, data: bytes) -> Element:
        tas = expat.ParserCreate(namespace_separator="}")
        tas.buffer_text = True
        tas.StartElementHandler = self._begin
        tas.EndElementHandler = self._einde
        tas.CharacterDataHandler = self._tekst
        tas.StartDoctypeDeclHandler = self._dtd
        try:
            tas.Parse(data, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as fout:
            raise self._mis(f"is geen geldige XML (regel {fout.lineno}).") from None
        return self._wortel

    def _begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        heel = _BEWAAR.get(naam)
        stapel = self._stapel
        if self._over or (heel is None and stapel):
            self._over += 1
        elif heel is not None and stapel:
            if kenmerken and naam not in _KAAL:
                bewaar = {_KENMERKEN[k]: v for k, v in kenmerken.items() if k in _KENMERKEN}
                element = Element(heel, bewaar)
            else:
                element = Element(heel)
            stapel[-1].append(element)
            if naam in _DICHT:
                self._over = 1
            else:
                stapel.append(element)
                self._in_tekst = naam in _TEKST
        elif naam.startswith(W_STRIKT):
            raise self._mis(STRIKT)
        else:
            self._wortel = Element(heel or naam)
            stapel.append(self._wortel)
        if len(stapel) + self._over > MAX_DIEPTE:
            raise self._mis("is te diep genest.")

    def _einde(self, _naam: str) -> None:
        if self._over:
            self._over -= 1
            return
        element = self._stapel.pop()
        if self._in_tekst:
            element.text = "".join(self._letters)
            self._letters.clear()
            self._in_tekst = False

    def _tekst(self, tekst: str) -> None:
        if self._in_tekst and not self._over:
            self._letters.append(tekst)

    def _dtd(self, *_: object) -> None:
        raise self._mis("bevat een DTD. Zo'n bestand wordt niet gelezen.")

    def _mis(self, melding: str) -> SjabloonError:
        return SjabloonError(self._pad, f"het onderdeel {self._wat} {melding}")
