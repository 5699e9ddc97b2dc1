"""Places in a line that a pair of bookmarks marks, seen as the controls that they cannot be.

A form field of old and a merge field have no tag, and LibreOffice 7.4 takes the tag of a control in
a line away. Bookmarks around the place tell which question it is for. While a part is read or
filled, a control stands around what is between them; it never comes into a document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.tree import child, new, parent_of, val, w
from uitvoeringsplan.word.invulvelden import AROUND_MARKED, CHOICE_SIGN, kind_of, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.ooxml.tree import Element

# Behind the number of the place or of the choice comes the id, with `_` for `-`. LibreOffice puts
# a number behind the name of a bookmark of a form field.
_NAME = re.compile("uv([1-9][0-9]*)_([a-z0-9_]+?)(?:_Copy_[0-9]+)?")
_START, _END, _SDT = w("bookmarkStart"), w("bookmarkEnd"), w("sdt")
_SILENT = frozenset((_START, _END, w("proofErr")))


def mark_name(vraag_id: str, number: int) -> str:
    """Return the name of the bookmark of a place; of a box for a choice it is that number."""
    return f"uv{number}_{vraag_id.replace('-', '_')}"


def wrap_marked(root: Element) -> bool:
    """Put a control with a tag around every marked place that has none; return whether any is.

    A control that lost its tag gets it back. Marks of which the end stands deeper than the
    beginning mark nothing.
    """
    named = ((one, _NAME.fullmatch(val(one, "name"))) for one in root.iter(_START))
    starts = [(one, found) for one, found in named if found]
    if not starts:
        return False
    ends = {val(end, "id"): end for end in root.iter(_END)}
    for start, found in starts:
        if between := _between(start, ends):
            _tag(between, f"{found[2].replace('_', '-')}{CHOICE_SIGN}{found[1]}")
    return True


def unwrap_marked(root: Element) -> None:
    """Take the controls that `wrap_marked` put in a part away again."""
    for control in [one for one in root.iter(_SDT) if is_wrapped(one)]:
        content = child(control, "sdtContent")
        for inner in list(content) if content is not None else ():
            control.addprevious(inner)
        parent_of(control).remove(control)


def is_wrapped(control: Element) -> bool:
    """Whether `wrap_marked` put this control there."""
    return val(child(control, "sdtPr", "placeholder", "docPart")) == AROUND_MARKED


def _between(start: Element, ends: Mapping[str, Element]) -> list[Element]:
    """Return what stands between the two ends of a bookmark, whole: things that it begins in too.

    LibreOffice 7.4 puts the beginning into the control, or behind the sign that begins a field.
    """
    end = ends.get(val(start, "id"))
    if end is None:
        return []
    first: Element | None = start
    while first is not None and first.getparent() is not end.getparent():
        first = first.getparent()
    if first is None:
        return []
    found = [first]
    for one in first.itersiblings():
        if one is end:
            break
        found.append(one)
    else:
        return []
    while _open_ends(found) and (before := found[0].getprevious()) is not None:
        found.insert(0, before)
    while found and found[-1].tag in _SILENT:
        found.pop()
    while found and found[0].tag in _SILENT:
        found.pop(0)
    return found


def _open_ends(elements: Iterable[Element]) -> int:
    """Return how many fields end in these things that did not begin there."""
    deep = lowest = 0
    for one in elements:
        for sign in one.iter(w("fldChar")):
            deep += {"begin": 1, "end": -1}.get(val(sign, "fldCharType"), 0)
            lowest = min(lowest, deep)
    return -lowest


def _tag(between: list[Element], tag: str) -> None:
    """Give the control among these things the tag, or put one with it around them.

    Neither when a control around them says whose they are.
    """
    outer = (tag_of(one) for one in between[0].iterancestors(_SDT))
    if tag.partition(CHOICE_SIGN)[0] in outer:
        return
    holder = parent_of(between[0]).getparent()
    if holder is not None and holder.tag == _SDT and kind_of(holder):
        between = [holder]  # LibreOffice 7.4 put the mark somewhere in it
    controls = [one for one in between if one.tag == _SDT]
    if len(controls) == 1 and not _has_words(one for one in between if one.tag != _SDT):
        properties = child(controls[0], "sdtPr")
        if properties is None:
            controls[0].insert(0, properties := new("sdtPr"))
        if child(properties, "tag") is None:
            properties.append(new("tag", val=tag))
        return
    properties = new(
        "sdtPr", new("tag", val=tag), new("placeholder", new("docPart", val=AROUND_MARKED))
    )
    control = new("sdt", properties)
    between[0].addprevious(control)
    control.append(new("sdtContent", *between))


def _has_words(elements: Iterable[Element]) -> bool:
    words = (w("t"), w("sym"), w("fldChar"), w("fldSimple"))
    return any(next(one.iter(*words), None) is not None for one in elements)
