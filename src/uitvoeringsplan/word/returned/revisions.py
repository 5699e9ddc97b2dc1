"""Tracked changes: the text as it is when all of them are accepted, or all rejected.

After this nothing of them is left in the tree, so whoever reads on need not know that they exist.
The versions of one thing (`mc:AlternateContent`) that Word offers to older programs go too: of
those the first that can be read is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, chosen, remove, unwrap, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.tree import Element

_NEW = (w("ins"), w("moveTo"))
_OLD = (w("del"), w("moveFrom"))
_DELETED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_FORMER = {w("rPrChange"): "rPr", w("pPrChange"): "pPr"}
_CELL_OLD, _CELL_NEW = w("cellDel"), w("cellIns")
_TRACES = (*_NEW, *_OLD, *_FORMER, _CELL_OLD, _CELL_NEW)
_P, _TBL, _TR, _TC, _SDT = w("p"), w("tbl"), w("tr"), w("tc"), w("sdt")
_P_PR, _R_PR, _TR_PR = w("pPr"), w("rPr"), w("trPr")
# In these a change is a mark of what is around them, not a wrapper.
_PROPERTIES = frozenset((_R_PR, _TR_PR, w("numPr")))
_PLACES = frozenset(map(w, ("bookmarkStart", "commentRangeStart", "commentRangeEnd")))
# A control that came or went (ECMA-376 17.13.5.4 and 17.13.5.6): only the control itself, for what
# stands in it has tracked changes of its own.
_CONTROL_OLD, _CONTROL_NEW = w("customXmlDelRangeStart"), w("customXmlInsRangeStart")
_CONTROL_MARKS = frozenset((_CONTROL_OLD, _CONTROL_NEW))


def settle(root: Element, *, accepted: bool) -> bool:
    """Settle all tracked changes below `root`; returns whether there were any."""
    controls = next(root.iter(*_CONTROL_MARKS), None) is not None
    if controls:
        _settle_controls(root, _CONTROL_OLD if accepted else _CONTROL_NEW)
    traces = next(root.iter(*_TRACES), None) is not None
    _choose(root)
    if traces:
        _settle(root, accepted=accepted)
    return controls or traces


def _choose(root: Element) -> None:
    """Leave of a thing with several versions the one that is read, without what is around it."""
    for alternate in list(root.iter(ALTERNATE_CONTENT)):
        kept = chosen(alternate)
        for version in list(alternate):
            if version not in kept:
                remove(version)
            else:
                unwrap(version)
        unwrap(alternate)


def _settle(root: Element, *, accepted: bool) -> None:
    goes, stays = (_OLD, _NEW) if accepted else (_NEW, _OLD)
    joined, rows = _take_marks(root, goes, stays)
    for row in rows:
        remove(row)
    cell_mark = _CELL_OLD if accepted else _CELL_NEW
    for mark in list(root.iter(cell_mark)):
        cell = next(mark.iterancestors(_TC), None)
        if cell is not None and child(cell, "tcPr") is mark.getparent():
            remove(cell)
    if not accepted:
        _restore(root)
    etree.strip_elements(root, *goes, *_FORMER, _CELL_OLD, _CELL_NEW, with_tail=False)
    etree.strip_tags(root, *stays)
    for table in list(root.iter(_TBL)):
        if next(table.iterchildren(_TR, _SDT), None) is None:  # it has lost all of its rows
            remove(table)
    for text in list(root.iter(*_DELETED)):
        text.tag = _DELETED[text.tag]
    for parent in {id(p): p for mark in joined if (p := mark.getparent()) is not None}.values():
        _join(parent, joined)


def _take_marks(
    root: Element, goes: Iterable[str], stays: Iterable[str]
) -> tuple[set[Element], list[Element]]:
    """Take out the marks in properties; returns the paragraphs without an end, and the rows."""
    joined: set[Element] = set()
    rows: list[Element] = []
    for mark in list(root.iter(*goes, *stays)):
        properties = mark.getparent()
        if properties is None or properties.tag not in _PROPERTIES:
            continue
        owner = properties.getparent()
        if mark.tag in goes and owner is not None:
            if properties.tag == _TR_PR and owner.tag == _TR:
                rows.append(owner)
            elif properties.tag == _R_PR and owner.tag == _P_PR:
                paragraph = owner.getparent()
                if paragraph is not None and paragraph.tag == _P:
                    joined.add(paragraph)
        properties.remove(mark)
    return joined, rows


def _restore(root: Element) -> None:
    """Give properties back what they were before a change that is rejected."""
    for change in list(root.iter(*_FORMER)):
        properties = change.getparent()
        former = child(change, _FORMER[change.tag])
        if properties is not None and former is not None:
            kept = [element for element in properties if element.tag == _R_PR]
            properties[:] = [*former, *kept]


def _join(parent: Element, joined: set[Element]) -> None:
    """Join the paragraphs in an element where the mark between them goes.

    The words go to the paragraph behind it, which keeps its own properties; at the end of a cell
    or a control there is none, and what is empty then goes with its mark.
    """
    waiting: Element | None = None  # a paragraph without an end
    # What stood in the paragraphs before that one, put in only where it stays: to move it on from
    # each to the next would take the square of their number.
    before: list[Element] = []
    for element in list(parent):
        if waiting is not None and element.tag == _P:
            parts = [part for part in waiting if part.tag != _P_PR]
            for part in parts:  # one by one: see `tree.remove`
                waiting.remove(part)
            before += parts
            parent.remove(waiting)
            waiting = None
        elif waiting is not None and element.tag not in _PLACES:
            _put_first(waiting, before)
            if not _has_text(waiting):
                parent.remove(waiting)
            waiting, before = None, []
        if element in joined:
            waiting = element
        elif element.tag == _P and before:
            _put_first(element, before)
            before = []
    if waiting is not None:
        _put_first(waiting, before)
        if not _has_text(waiting) and len(list(parent.iterchildren(_P))) > 1:
            parent.remove(waiting)


def _put_first(paragraph: Element, parts: list[Element]) -> None:
    """Put parts in a paragraph, behind its properties."""
    start = 0 if child(paragraph, "pPr") is None else 1
    paragraph[start:start] = parts


def _has_text(paragraph: Element) -> bool:
    return any(part.tag != _P_PR for part in paragraph)


def _settle_controls(root: Element, gone: str) -> None:
    """Settle the controls that came or went; of one that goes the content stays."""
    for sdt in [sdt for sdt in root.iter(_SDT) if _has_mark(sdt, gone)]:
        content = child(sdt, "sdtContent")
        sdt[:] = [] if content is None else content
        unwrap(sdt)
    etree.strip_elements(root, *_CONTROL_MARKS, with_tail=False)


def _has_mark(sdt: Element, mark: str) -> bool:
    """Whether one of the marks right before a control is this one."""
    for before in sdt.itersiblings(preceding=True):
        if before.tag not in _CONTROL_MARKS:
            return False
        if before.tag == mark:
            return True
    return False
