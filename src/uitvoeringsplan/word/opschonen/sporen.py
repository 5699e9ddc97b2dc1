"""What in the bytes of a part tells that something in it may have to go."""

from __future__ import annotations

import re

# Elements that may hold something that has to go.
SPOREN = frozenset(
    naam.encode()
    for naam in (
        "AlternateContent", "Choice", "Fallback", "OLEObject", "altChunk", "annotationRef",
        "blip", "cNvPr", "cellDel", "cellIns", "cellMerge", "commentRangeEnd",
        "commentRangeStart", "commentReference", "contentPart", "control", "customXml",
        "customXmlDelRangeStart", "customXmlInsRangeStart", "customXmlMoveFromRangeStart",
        "customXmlMoveToRangeStart", "customXmlPr", "dataBinding", "del", "docPr", "drawing",
        "externalData", "fldSimple", "group", "hlinkClick", "hlinkHover", "hlinkMouseOver",
        "imagedata", "ins", "line", "moveFrom", "moveFromRangeStart", "moveTo",
        "moveToRangeStart", "numberingChange", "objectEmbed", "objectLink", "oval", "pPrChange",
        "permEnd", "permStart", "pict", "printerSettings", "proofErr", "rPrChange", "rect",
        "roundrect", "rsid", "sectPrChange", "shape", "smartTag", "smartTagPr", "subDoc",
        "tblGridChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange", "vanish",
        "webExtensionCreated", "webExtensionLinked",
    )
)  # fmt: skip
# Fields that tell nothing but the place of something in the document itself.
_GEWONE_VELDEN = frozenset(
    (b"TOC", b"PAGE", b"NUMPAGES", b"SECTIONPAGES", b"PAGEREF", b"REF", b"SEQ", b"STYLEREF")
)
#: The name of an element where it begins.
ELEMENT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)")
_CODE = re.compile(rb"instrText[^>]*>([^<]*)")


def wijst_aan(data: bytes, id_: str) -> bool:
    """Whether a part points at a relationship."""
    ruw = id_.encode()
    return b'"%b"' % ruw in data or b"'%b'" % ruw in data


def is_verdacht(data: bytes) -> bool:
    """Whether a part with text may have something that has to go."""
    if b"rsid" in data or not SPOREN.isdisjoint(ELEMENT.findall(data)):
        return True
    return b"instrText" in data and not all(_is_gewoon(m[1]) for m in _CODE.finditer(data))


def _is_gewoon(code: bytes) -> bool:
    delen = code.split()
    if not delen or (delen[0] == b"HYPERLINK" and delen[1:2] == [b"\\l"]):
        return True
    return delen[0] in _GEWONE_VELDEN and not any(teken in code for teken in (b":", b"/", b"\\\\"))
