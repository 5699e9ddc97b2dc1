"""The page numbers in a contents list, as text at the end of every line."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import insert, new, parent_of, w

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_A4, _MARGIN = 11906, 1417
_NUMMERBREEDTE = 567  # room for the number of a chapter, in twentieths of a point


class ContentsLine(NamedTuple):
    """One line of a contents list: its paragraph, and the bookmark that it points at."""

    paragraph: Element
    anchor: str
    width: int  # of the text on its page, in twentieths of a point


def find_contents_lines(tree: Element) -> list[ContentsLine]:
    """Return the lines of the contents lists in a document, in order."""
    return [
        ContentsLine(paragraph, anchor, _width(paragraph))
        for paragraph in _in_inhoudsopgave(tree)
        if (anchor := _anchor(paragraph))
    ]


def fill_numbers(
    lines: list[ContentsLine],
    number_of: Callable[[str], str],
    styles: Element | None,
    known: Collection[str],
) -> None:
    """Write the numbers in their lines; `known` are the anchors that are in the document.

    A line that points nowhere gets none, and so does one for which `number_of` has no text.
    """
    for paragraph, anchor, width in lines:
        _remove_number(paragraph)
        runs = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
        text = number_of(anchor) if anchor in known else ""
        if not text or not runs:
            continue
        number = new("t")
        number.text = text
        run = new("r", new("tab"), number)
        opmaak = runs[-1].find(w("rPr"))
        if opmaak is not None:
            run.insert(0, copy.deepcopy(opmaak))
        runs[-1].addnext(run)
        _ensure_tabs(paragraph, width, styles)


def _in_inhoudsopgave(tree: Element) -> Iterator[Element]:
    """Yield the paragraphs of every contents list, each one once."""
    open_: list[str] = []  # the instructions of the fields we are in
    previous: Element | None = None
    for element in tree.iter(w("p"), w("fldChar"), w("instrText")):
        if element.tag == w("p"):
            if any(_kind(command) == "TOC" for command in open_):
                yield element
        elif element.tag == w("instrText"):
            if open_:
                open_[-1] += element.text or ""
                # The paragraph in which the list begins was there before its instruction.
                paragraph = next(element.iterancestors(w("p")))
                if _kind(open_[-1]) == "TOC" and paragraph is not previous:
                    previous = paragraph
                    yield paragraph
        elif element.get(w("fldCharType")) == "begin":
            open_.append("")
        elif element.get(w("fldCharType")) == "end" and open_:
            open_.pop()


def _anchor(paragraph: Element) -> str:
    for link in paragraph.iter(w("hyperlink")):
        if anchor := link.get(w("anchor")):
            return str(anchor)
    parts = "".join(o.text or "" for o in paragraph.iter(w("instrText"))).split()
    return next((name for field, name in pairwise(parts) if field == "PAGEREF"), "")


def _remove_number(paragraph: Element) -> None:
    """Take out the number that stands there, with the tab before it."""
    gone = _nummervelden(paragraph)
    # Behind the words; a tab before them stands between the number of a chapter and its name.
    tabs: list[Element] | None = None
    for run in paragraph.iter(w("r")):
        if run.find(w("t")) is not None and run not in gone:
            tabs = []
        elif tabs is not None and [k.tag for k in run if k.tag != w("rPr")] == [w("tab")]:
            tabs.append(run)
    for run in dict.fromkeys([*gone, *(tabs or ())]):
        parent_of(run).remove(run)


def _nummervelden(paragraph: Element) -> list[Element]:
    """Return the runs of the fields that Word keeps a page number in."""
    fields: list[tuple[str, list[Element]]] = []
    gone: list[Element] = []
    for run in paragraph.iter(w("r")):
        for field in fields:
            field[1].append(run)
        for element in run.iter(w("fldChar"), w("instrText")):
            if element.tag == w("instrText"):
                fields = [(o + (element.text or ""), runs) for o, runs in fields]
            elif element.get(w("fldCharType")) == "begin":
                fields.append(("", [run]))
            elif element.get(w("fldCharType")) == "end" and fields:
                command, runs = fields.pop()
                gone += runs if _kind(command) == "PAGEREF" else []
    return gone


def _ensure_tabs(paragraph: Element, width: int, styles: Element | None) -> None:
    """Give a line tab stops where neither it nor its style has one to end at."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = new("pPr")
        paragraph.insert(0, properties)
    chain = [properties, *_stijlketen(properties, styles)]
    kinds = {tab.get(w("val")) for part in chain for tab in _tabs(part)}
    if kinds & {"right", "end"}:
        return
    sizes = (_indent(part) for part in chain)
    indent = next((int(size) for size in sizes if size.removeprefix("-").isdecimal()), 0)
    tabs = properties.find(w("tabs"))
    if tabs is None:
        tabs = new("tabs")
        insert(properties, tabs)
    if not kinds & {"left", "start"} and _has_chapter_number(paragraph):
        tabs.append(new("tab", val="left", pos=str(indent + _NUMMERBREEDTE)))
    tabs.append(new("tab", val="right", leader="dot", pos=str(width)))


def _has_chapter_number(paragraph: Element) -> bool:
    """Whether the line has a tab besides the one before its page number."""
    return [parent_of(tab).tag for tab in paragraph.iter(w("tab"))].count(w("r")) > 1


def _stijlketen(properties: Element, styles: Element | None) -> Iterator[Element]:
    """Yield the properties of the style of a paragraph, and of the styles it is based on."""
    op_id = {} if styles is None else {
        style.get(w("styleId")): style for style in styles.iter(w("style"))
    }  # fmt: skip
    reference = properties.find(w("pStyle"))
    while reference is not None:
        # Taken out, so that a circle of styles ends.
        style = op_id.pop(reference.get(w("val")), None)
        if style is None:
            return
        part = style.find(w("pPr"))
        if part is not None:
            yield part
        reference = style.find(w("basedOn"))


def _tabs(properties: Element) -> list[Element]:
    tabs = properties.find(w("tabs"))
    return [] if tabs is None else list(tabs)


def _indent(properties: Element) -> str:
    indent = properties.find(w("ind"))
    if indent is None:
        return ""
    return indent.get(w("left")) or indent.get(w("start")) or ""


def _width(paragraph: Element) -> int:
    """Return how wide the text is on the page of a paragraph."""
    block = paragraph
    while parent_of(block).tag != w("body"):
        block = parent_of(block)
    section = next((s for b in (block, *block.itersiblings()) for s in b.iter(w("sectPr"))), None)
    size = None if section is None else section.find(w("pgSz"))
    margin = None if section is None else section.find(w("pgMar"))
    return (
        _getal(size, "w", _A4) - _getal(margin, "left", _MARGIN) - _getal(margin, "right", _MARGIN)
    )


def _getal(element: Element | None, name: str, otherwise: int) -> int:
    value = "" if element is None else element.get(w(name), "")
    return int(value) if value.isdecimal() else otherwise


def _kind(command: str) -> str:
    return command.split(maxsplit=1)[0].upper() if command.split() else ""
