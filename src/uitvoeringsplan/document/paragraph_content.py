"""What stands in a paragraph, thing by thing and in order: the one walk that every reader shares.

Nothing is passed over. A thing that shows something is an item of its own; what is around other
things begins with an item and ends with `Kind.END`; what says nothing by itself stands in `SILENT`
or `_LOOKED_THROUGH` below. Whatever is in none of these tables is `Kind.UNKNOWN`. What an item
means (its dress, whether a field hides it, whether a change counts) is for the reader to say. The
names are those of ECMA-376 part 1, 17.3 (EG_PContent and EG_RunInnerContent).
"""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, chosen, outside, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.tree import Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: A formula in the text, and one between paragraphs.
FORMULAS = frozenset((f"{_M}oMath", f"{_M}oMathPara"))


class Kind(IntEnum):
    """What an item is; those up to `END` are around the items behind them."""

    CONTROL = auto()  # content control
    LINK = auto()  # hyperlink
    FIELD = auto()  # field in one element
    INSERTED = auto()  # text that was inserted, or moved to here
    DELETED = auto()  # text that was deleted, or moved from here
    RUBY = auto()  # small letters above the words before it
    END = auto()  # end of what began last
    TEXT = auto()  # letters
    DELETED_TEXT = auto()  # letters that were deleted
    SIGN = auto()  # tab, break or hyphen
    SYMBOL = auto()  # place in a symbol font
    FIELD_SIGN = auto()  # begin, separator or end of a field
    INSTRUCTION = auto()  # piece of the instruction of a field
    NOTE = auto()  # reference to a note
    PICTURE = auto()  # drawing, picture or text box
    FILE = auto()  # embedded file
    VALUE = auto()  # page number or date that Word fills in
    FORMULA = auto()  # equation
    BOOKMARK = auto()  # beginning of a bookmark
    COMMENT = auto()  # beginning, end or reference of a comment
    CONTENTS = auto()  # contents list
    UNKNOWN = auto()  # what nobody here knows


class Item(NamedTuple):
    """One thing in a paragraph, in the run that it stands in (None for what stands in no run).

    `text` is what it reads as: the letters of text, the character for a sign. An item of `END` has
    the element that ends.
    """

    kind: Kind
    element: Element
    run: Element | None
    text: str = ""


AROUND = frozenset(kind for kind in Kind if kind < Kind.END)
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_KINDS = {
    w(name): kind
    for kind, names in {
        Kind.CONTROL: ("sdt",),
        Kind.LINK: ("hyperlink",),
        Kind.FIELD: ("fldSimple",),
        Kind.INSERTED: ("ins", "moveTo"),
        Kind.DELETED: ("del", "moveFrom"),
        Kind.RUBY: ("rt",),
        Kind.TEXT: ("t",),
        Kind.DELETED_TEXT: ("delText", "delInstrText"),
        Kind.SYMBOL: ("sym",),
        Kind.FIELD_SIGN: ("fldChar",),
        Kind.INSTRUCTION: ("instrText",),
        Kind.NOTE: ("footnoteReference", "endnoteReference"),
        Kind.PICTURE: ("drawing", "pict", "contentPart"),
        Kind.FILE: ("object", "altChunk", "subDoc"),
        Kind.VALUE: (
            "pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong",
        ),
        Kind.BOOKMARK: ("bookmarkStart",),
        Kind.COMMENT: ("commentRangeStart", "commentRangeEnd", "commentReference"),
        Kind.CONTENTS: ("docPartObj",),
    }.items()
    for name in names
} | dict.fromkeys(_SIGNS, Kind.SIGN)  # fmt: skip
# Wrappers that say nothing to a reader.
_LOOKED_THROUGH = frozenset(
    map(w, ("smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase"))
)
# What shows nothing.
SILENT = frozenset(
    map(
        w,
        (
            "pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr", "customXmlPr", "smartTagPr", "bookmarkEnd",
            "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "annotationRef",
            "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "sectPr", "fldData",
            *(f"move{way}Range{side}" for way in ("From", "To") for side in ("Start", "End")),
            *(
                f"customXml{kind}Range{side}"
                for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
                for side in ("Start", "End")
            ),
        ),
    )
)  # fmt: skip
_P, _RUN, _RUBY, _RT, _TEXT = w("p"), w("r"), w("ruby"), w("rt"), w("t")


def read_items(holder: Iterable[Element]) -> list[Item]:
    """Return what stands in a paragraph, or in anything that holds what a paragraph does."""
    result: list[Item] = []
    _gather(holder, None, result)
    return result


def _gather(holder: Iterable[Element], run: Element | None, result: list[Item]) -> None:
    for element in holder:
        tag = element.tag
        if tag == _RUN:
            _gather(element, element, result)
        elif tag == _TEXT:
            result.append(Item(Kind.TEXT, element, run, element.text or ""))
        elif kind := _KINDS.get(tag):
            result.append(Item(kind, element, run, _SIGNS.get(tag, "")))
            if kind in AROUND:
                _gather(element, run, result)
                result.append(Item(Kind.END, element, run))
        elif tag in _LOOKED_THROUGH:
            _gather(element, run, result)
        elif tag not in SILENT:
            _gather_other(element, run, result)


def _gather_other(element: Element, run: Element | None, result: list[Item]) -> None:
    """Take what is no item itself, or one that no table names."""
    tag = element.tag
    if tag == ALTERNATE_CONTENT:
        for version in chosen(element):
            _gather(version, run, result)
    elif tag == _RUBY:  # the words come before what stands above them
        _gather(sorted(element, key=lambda part: part.tag == _RT), run, result)
    else:
        kind = Kind.FORMULA if tag.startswith(_M) else Kind.UNKNOWN
        result.append(Item(kind, element, run))


def letters(items: Iterable[Item]) -> str:
    """Return the letters alone of what stands in a paragraph."""
    return "".join(item.text for item in items if item.kind is Kind.TEXT)


def paragraphs_in(holder: Element) -> list[Element]:
    """Return the paragraphs somewhere in a thing, without those in a drawing in one of them."""
    return [element for element in outside(holder, _P) if element.tag == _P]


def formula_letters(formula: Element) -> str:
    """Return the letters of a formula."""
    return "".join(letters.text or "" for letters in formula.iter(f"{_M}t"))


def words_inside(element: Element) -> str:
    """Return the words somewhere in a thing, with a blank behind every paragraph."""
    if not len(element):
        return ""
    parts = element.iter(_TEXT, _P)
    return " ".join(
        "".join(part.text or "" if part.tag == _TEXT else " " for part in parts).split()
    )
