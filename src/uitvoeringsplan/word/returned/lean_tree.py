"""A part as a tree of only what reading back asks for.

A drawing is no more than the words in it, and what nobody here knows is an element of its own, so
that a reader can name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from uitvoeringsplan.ooxml.names import W15, W
from uitvoeringsplan.ooxml.tree import MC, parse, replace_content, w

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
IN_CONTENTS = "_Toc"  # in the name of every bookmark that a contents list leads to
#: What nobody here knows, where words may stand; `w:name` is its name in the format.
UNKNOWN = "unknown"

# That they are there is all we ask, and which words stand in them.
_CLOSED = tuple(
    map(
        w,
        (
            "drawing", "pict", "object", "altChunk", "contentPart", "subDoc", "pgNum", "dayShort",
            "dayLong", "monthShort", "monthLong", "yearShort", "yearLong",
        ),
    )
)  # fmt: skip
# Where words may stand, or what holds them.
_HOLDERS = frozenset(
    map(
        w,
        (
            "p", "r", "hyperlink", "fldSimple", "sdtContent", "ins", "moveTo", "smartTag",
            "customXml", "dir", "bdo", "rubyBase", "body", "hdr", "ftr", "tc",
        ),
    )
)  # fmt: skip
# What may stand there and is known: it is read, or it shows nothing.
_KNOWN = frozenset(
    map(
        w,
        (
            "p", "pPr", "r", "rPr", "ruby", "rubyBase", "rt", "hyperlink", "fldSimple", "sdt",
            "sdtContent", "ins", "del", "moveFrom", "moveTo", "tbl", "tr", "tc", "tcPr",
            "commentRangeStart", "commentRangeEnd", "commentReference", "smartTag", "customXml",
            "dir", "bdo", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym",
            "fldChar", "footnoteReference", "endnoteReference", "t", "delText", "instrText",
            "delInstrText", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak",
            "permStart", "permEnd", "sectPr", "annotationRef", "footnoteRef", "endnoteRef",
            "customXmlPr", "smartTagPr", "fldData", "moveFromRangeStart", "moveFromRangeEnd",
            "moveToRangeStart", "moveToRangeEnd",
            *(
                f"customXml{kind}Range{side}"
                for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
                for side in ("Start", "End")
            ),
        ),
    )
).union(_CLOSED)  # fmt: skip
# Vocabularies of which something is read; of any other nothing, nor what is in it.
_READ = tuple(f"{{{name}}}" for name in (W, MC, M, W15))


def w14(name: str) -> str:
    """Return a name in the namespace of Word 2010."""
    return f"{{{W14}}}{name}"


def w15(name: str) -> str:
    """Return a name in the namespace of Word 2012."""
    return f"{{{W15}}}{name}"


def read_lean(package: Package, name: str) -> Element:
    """Return the root of a part, without what nobody reads; raises SjabloonError."""
    root = parse(package.inhoud(name), name, package.pad)
    for closed in list(root.iter(*_CLOSED)):
        words = " ".join(_words(closed).split())
        replace_content(closed, ())
        closed.text = words or None
    names = {element.tag for element in root.iter()}
    foreign = [tag for tag in names if not tag.startswith(_READ)]
    if foreign:
        etree.strip_elements(root, *foreign, with_tail=False)
    unknown = [tag for tag in names - _KNOWN if tag.startswith(_READ[0])]
    for element in list(root.iter(*unknown)) if unknown else ():
        parent = element.getparent()
        if parent is not None and parent.tag in _HOLDERS:
            local, words = etree.QName(element).localname, _words(element)
            replace_content(element, ())
            element.clear()
            element.tag, element.text = UNKNOWN, words
            element.set(w("name"), local)
    return root


def _words(element: Element) -> str:
    """Return the words in an element, with a blank behind every paragraph."""
    parts = element.iter(w("t"), w("p"))
    return "".join(" " if part.tag == w("p") else part.text or "" for part in parts)
