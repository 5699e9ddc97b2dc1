"""Fields of Word: the ones that fetch something from a computer or another file, and who made it.

A field that fetches is undone: its result stays, as text. One that tells who works with the file or
where it lies goes with its result; one that the plan answers only loses the old result.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import remove, unwrap, val, w
from uitvoeringsplan.word.cleaning.element_names import points_at_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.cleaning.left_out import LeftOut

_FETCHES = frozenset(
    (
        "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE",
        "RD", "DOCVARIABLE", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "NEXT", "NEXTIF", "SKIPIF",
    )
)  # fmt: skip
# What they say is wrong in a document, and in a PDF it would be a place on somebody's computer.
_VANISHES = frozenset(
    (
        "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE",
        "COMMENTS", "REVNUM", "EDITTIME", "FILESIZE",
    )
)  # fmt: skip
# What they say is worked out anew from the plan.
_ANEW = frozenset(("AUTHOR", "SAVEDATE", "CREATEDATE", "PRINTDATE"))
# Of the properties by name, those that say who made it; of others the words are wanted.
_PROPERTY = ("DOCPROPERTY", "INFO")
_MAKERS = re.compile(
    r"\S+\s+\W?(?:company|manager|author|lastsavedby|last author|template|hyperlinkbase|filename"
    r"|comments|revnum)",
    re.IGNORECASE,
)


class _Field(NamedTuple):
    code: list[Element]
    result: list[Element]
    marks: list[Element]


def clean_fields(root: Element, report: LeftOut) -> Iterator[Callable[[], object]]:
    """Yield what to do with the fields of a part."""
    for short in root.iter(w("fldSimple")):
        yield from _clean(
            val(short, "instr"), [partial(unwrap, short)], list(short.iter(w("t"))), report
        )
    for field in _long_fields(root):
        code = "".join(element.text or "" for element in field.code)
        around = [partial(remove, element) for element in (*field.marks, *field.code)]
        yield from _clean(code, around, field.result, report)


def _clean(
    code: str, around: list[partial[None]], result: list[Element], report: LeftOut
) -> Iterator[Callable[[], object]]:
    """Yield what clears the result of one field, takes away the field `around` that, or both."""
    name = _name(code)
    vanishes = name in _VANISHES or (name in _PROPERTY and _MAKERS.match(code.strip()))
    if vanishes or name in _ANEW:
        if any(text.text for text in result):
            report.meld("veldwaarde")
        yield from (partial(_clear, text) for text in result)
    elif _fetches(code):
        report.meld("veld")
    else:
        return
    if name not in _ANEW:
        yield from around


def _clear(text: Element) -> None:
    text.text = None


def _long_fields(root: Element) -> Iterator[_Field]:
    """Yield the fields that are spread over runs; the inner one before the one around it.

    What stands in the code of a field counts as its code, also the result of a field in it.
    """
    stack: list[tuple[_Field, bool]] = []  # with whether it is past its code
    for piece in root.iter(w("fldChar"), w("instrText"), w("t")):
        kind = val(piece, "fldCharType")
        if piece.tag == w("fldChar") and kind == "begin":
            stack.append((_Field([], [], [piece]), False))
        elif not stack:
            continue
        elif piece.tag == w("fldChar"):
            field, _ = stack.pop()
            field.marks.append(piece)
            if kind == "separate":
                stack.append((field, True))
                continue
            yield field
            if stack and not stack[-1][1]:  # all of it is code of the one around it
                stack[-1][0].code.extend((*field.marks, *field.code, *field.result))
            elif stack:
                stack[-1][0].result.extend(field.result)
        else:
            field, is_past = stack[-1]
            (field.result if is_past else field.code).append(piece)


def _name(code: str) -> str:
    return next(iter(code.split()), "").upper()


def _fetches(code: str) -> bool:
    return _name(code) in (*_FETCHES, *_PROPERTY) or points_at_disk(code.replace("\\\\", "\\"))
