"""A part as a tree of only what reading back asks for, in the shape that `word.boom` gives.

What no reader looks at (colours, borders, drawings, revision numbers) is passed over while parsing.
So a part of the size that the gate allows takes a fraction of a second, and of the memory.

"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement
from xml.parsers import expat

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import W15, W_STRIKT, R, W
from uitvoeringsplan.ooxml.read_tree import w
from uitvoeringsplan.ooxml.scan import MAX_DIEPTE, STRIKT
from uitvoeringsplan.word.invulvelden import BLADWIJZER

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"

_HEEL = (
    "document", "body", "hdr", "ftr", "comments", "comment", "glossaryDocument", "docParts",
    "docPart", "docPartPr", "name", "docPartBody", "p", "pPr", "pStyle", "numPr", "ilvl", "numId",
    "outlineLvl", "r", "rPr", "rStyle", "rFonts", "b", "i", "vanish", "strike", "dstrike",
    "position", "vertAlign", "ruby", "rubyBase", "rt", "ffData", "ddList", "listEntry", "result",
    "default", "checkBox", "checked", "hyperlink", "fldSimple", "sdt", "sdtPr", "sdtContent",
    "alias", "tag", "text", "showingPlcHdr", "placeholder", "docPartObj", "docPartGallery",
    "dataBinding", "customXmlDelRangeStart", "customXmlInsRangeStart", "ins", "del", "moveFrom",
    "moveTo", "rPrChange", "pPrChange", "tbl", "tr", "trPr", "tc", "tcPr", "gridBefore", "hidden",
    "gridSpan", "vMerge", "cellIns", "cellDel", "commentRangeStart", "commentRangeEnd",
    "commentReference", "smartTag", "customXml", "dir", "bdo", "tab", "ptab", "br", "cr",
    "noBreakHyphen", "softHyphen", "sym", "fldChar", "footnoteReference", "endnoteReference",
)  # fmt: skip
_MET_TEKST = ("t", "delText", "instrText", "delInstrText")
_FORMULE = (
    "oMath", "oMathPara", "t", "r", "e", "f", "num", "den", "sup", "sub", "deg", "fName", "d",
    "rad", "nary", "func", "sSup", "sSub", "sSubSup", "sPre", "limLow", "limUpp", "lim", "m", "mr",
    "eqArr", "acc", "bar", "box", "borderBox", "groupChr", "phant",
)  # fmt: skip
# That they are there is all we ask, and which words stand in them.
_ALLEEN_DAT = (
    "drawing", "pict", "object", "altChunk", "contentPart", "subDoc", "pgNum", "dayShort",
    "dayLong", "monthShort", "monthLong", "yearShort", "yearLong",
)  # fmt: skip
#: What nobody here knows, where words may stand; `naam` is its name in the format.
UNKNOWN = "onbekend"
_HOUDERS = {
    f"{{{W}}}{naam}"
    for naam in (
        "p", "r", "hyperlink", "fldSimple", "sdtContent", "ins", "moveTo", "smartTag", "customXml",
        "dir", "bdo", "rubyBase", "body", "hdr", "ftr", "tc",
    )
}  # fmt: skip
# What stands there too, and shows nothing.
_STIL = {
    f"{W}}}{naam}"
    for naam in (
        "proofErr", "lastRenderedPageBreak", "permStart", "permEnd", "bookmarkEnd", "sectPr",
        "annotationRef", "footnoteRef", "endnoteRef", "customXmlPr", "smartTagPr", "fldData",
        "tcPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        *(
            f"customXml{soort}Range{kant}"
            for soort in ("Ins", "Del", "MoveFrom", "MoveTo")
            for kant in ("Start", "End")
        ),
    )
}  # fmt: skip
_BEWAAR = {
    **{f"{W}}}{naam}": f"{{{W}}}{naam}" for naam in (*_HEEL, *_MET_TEKST, *_ALLEEN_DAT)},
    **{f"{MC}}}{naam}": f"{{{MC}}}{naam}" for naam in ("AlternateContent", "Choice", "Fallback")},
    **{f"{M}}}{naam}": f"{{{M}}}{naam}" for naam in _FORMULE},
    **{f"{W15}}}{naam}": f"{{{W15}}}{naam}" for naam in ("commentsEx", "commentEx", "dataBinding")},
}
# Word is full of bookmarks. Where they stand is asked only of those of the questions, and of those
# that a contents list leads to.
_BLADWIJZER, _NAAM = f"{W}}}bookmarkStart", f"{W}}}name"
INHOUD = "_Toc"  # in the name of every bookmark that a contents list leads to
# Of these only revision numbers stand in the tag.
_KAAL = {
    f"{W}}}{naam}"
    for naam in ("r", "t", "rPr", "pPr", "tr", "tc", "tbl", "trPr", "tcPr", "sdt", "sdtPr")
}
_TEKST = {f"{W}}}{naam}" for naam in _MET_TEKST} | {f"{M}}}t"}
_W, _LETTERS, _ALINEA = f"{W}}}", f"{W}}}t", f"{W}}}p"
_DICHT = {f"{W}}}{naam}" for naam in _ALLEEN_DAT}
_KENMERKEN = {
    **{
        f"{W}}}{naam}": f"{{{W}}}{naam}"
        for naam in (
            "val", "id", "name", "anchor", "char", "font", "type", "fldCharType", "instr",
            "author", "date", "initials", "ascii", "hAnsi",
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


def lees_leesboom(pakket: Pakket, naam: str) -> Element:
    """Return the root of a part, without what nobody reads; raises SjabloonError."""
    return _bouw(pakket.inhoud(naam), naam, pakket.pad)


def _bouw(data: bytes, wat: str, pad: str) -> Element:  # noqa: C901, PLR0915 - four handlers of one parser
    """Follow expat through one part; `over` counts how deep it is in what is passed over.

    The handlers are functions in this one and not methods: a file may have two hundred thousand
    elements, and looking up what they share takes as long as making them.
    """
    stapel: list[Element] = []
    wortels: list[Element] = []
    letters: list[str] = []
    in_tekst = False
    over = 0
    dicht: Element | None = None  # what is passed over of which the words are kept
    in_dicht = False

    def mis(melding: str) -> SjabloonError:
        return SjabloonError(pad, f"het onderdeel {wat} {melding}")

    def rest(naam: str, kenmerken: dict[str, str]) -> Element | None:
        """Leave what is left of an element that nobody reads; return it when its words are kept."""
        if naam == _BLADWIJZER:
            heet = kenmerken.get(_NAAM, "")
            if heet.startswith(BLADWIJZER) or INHOUD in heet:
                SubElement(stapel[-1], w("bookmarkStart"), {w("name"): heet})
        elif naam.startswith(_W) and naam not in _STIL and stapel[-1].tag in _HOUDERS:
            return SubElement(stapel[-1], UNKNOWN, naam=naam.removeprefix(_W))
        return None

    def begin(naam: str, kenmerken: dict[str, str]) -> None:
        nonlocal over, in_tekst, dicht, in_dicht
        if len(stapel) + over >= MAX_DIEPTE:
            raise mis("is te diep genest.")
        if over:
            over += 1
            in_dicht = dicht is not None and naam == _LETTERS
            return
        heel = _BEWAAR.get(naam)
        if not stapel:
            if naam.startswith(W_STRIKT):
                raise mis(STRIKT)
            wortels.append(Element(heel or naam))
            stapel.append(wortels[0])
        elif heel is None:
            over = 1
            dicht = rest(naam, kenmerken)
        else:
            if kenmerken and naam not in _KAAL:
                bewaar = {_KENMERKEN[k]: v for k, v in kenmerken.items() if k in _KENMERKEN}
                element = SubElement(stapel[-1], heel, bewaar)
            else:
                element = SubElement(stapel[-1], heel)
            if naam in _DICHT:
                over, dicht = 1, element
            else:
                stapel.append(element)
                in_tekst = naam in _TEKST

    def einde(naam: str) -> None:
        nonlocal over, in_tekst, dicht, in_dicht
        if over:
            over -= 1
            in_dicht = False
            if dicht is not None and naam == _ALINEA:
                letters.append(" ")
            if dicht is not None and not over:
                dicht.text = " ".join("".join(letters).split()) or None
                dicht = None
                letters.clear()
            return
        element = stapel.pop()
        if in_tekst:
            element.text = "".join(letters)
            letters.clear()
            in_tekst = False

    def tekst(stuk: str) -> None:
        if in_dicht or (in_tekst and not over):
            letters.append(stuk)

    def dtd(*_: object) -> None:
        raise mis("bevat een DTD. Zo'n bestand wordt niet gelezen.")

    tas = expat.ParserCreate(namespace_separator="}")
    tas.buffer_text = True
    tas.StartElementHandler = begin
    tas.EndElementHandler = einde
    tas.CharacterDataHandler = tekst
    tas.StartDoctypeDeclHandler = dtd
    try:
        tas.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as fout:
        raise mis(f"is geen geldige XML (regel {fout.lineno}).") from None
    return wortels[0]
