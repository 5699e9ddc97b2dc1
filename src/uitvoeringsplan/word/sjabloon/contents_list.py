"""The contents list of a finished document: its real headings, with their numbers and links.

Word works the list out again on opening, and only then knows the pages; every other program shows
what is stored. So what is stored must be the headings of this document, not those of the template.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import escape_text
from uitvoeringsplan.ooxml.styles import BODY_TEXT, NO_NUMBERING
from uitvoeringsplan.ooxml.tree import (
    around,
    child,
    finder,
    fragment,
    new,
    number,
    properties_xml,
    val,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

_LEVELS = r'\\o\s+"?(\d)\s*-\s*(\d)'
# Paragraphs that may be headings; `$ids` are style ids between bars.
_may_be_heading = finder(
    "//w:p[w:pPr[$all or w:outlineLvl or contains($ids, concat('|', w:pStyle/@w:val, '|'))]]"
)


class ListedHeading(NamedTuple):
    """A heading: its place among the paragraphs, its level from 0, and its list."""

    place: int
    level: int
    numbering: tuple[str, int] | None
    style: str  # its id; empty when the heading itself says at which level of the list it is
    anchor: str  # the bookmark that links can point at; empty when it has none


class Inhoudsopgave(NamedTuple):
    """The contents list of a part: the paragraphs it fills, and the headings it is about."""

    first: int  # its place among the paragraphs
    last: int
    instruction: str
    end_ppr: str  # the properties of its last paragraph
    headings: tuple[ListedHeading, ...]  # all of them, for those that are not listed count too
    levels: tuple[int, int]  # the highest and the lowest level that are listed, from 0
    styles: tuple[str, ...]  # of the entries, by level; empty where there is none
    next_id: int  # the first free number for a bookmark


def find_contents(root: Element, stylesheet: Styles) -> Inhoudsopgave | None:
    """Return the contents list of a part, or None when there is none that can be filled."""
    borders = _borders(root)
    if borders is None:
        return None
    first, last, instruction = borders
    places = {paragraph: place for place, paragraph in enumerate(root.iter(w("p")))}
    inside = range(places[first], places[last] + 1)
    levels = re.search(_LEVELS, instruction)
    ids = (number(val(mark, "id")) or 0 for mark in root.iter(w("bookmarkStart")))
    return Inhoudsopgave(
        places[first],
        places[last],
        instruction,
        properties_xml(child(last, "pPr")) if last is not first else "",
        tuple(
            heading
            for paragraph in _possible_headings(root, stylesheet)
            if (place := places[paragraph]) not in inside
            and (heading := _heading(paragraph, place, stylesheet)) is not None
        ),
        (int(levels[1]) - 1, int(levels[2]) - 1) if levels else (0, BODY_TEXT - 1),
        tuple(stylesheet.id_start(f"toc {level + 1}") for level in range(BODY_TEXT)),
        max(ids, default=0) + 1,
    )


class Contents:
    """The contents list in a copy of its part; make it before anything in that is changed."""

    def __init__(self, found: Inhoudsopgave, root: Element) -> None:
        self._found = found
        paragraphs = list(root.iter(w("p")))
        self._first, self._last = paragraphs[found.first], paragraphs[found.last]
        self._headings = [(heading, paragraphs[heading.place]) for heading in found.headings]

    def fill(self, counters: Counters, is_here: Callable[[Element], bool]) -> None:
        """Show the headings that are in the document, which have their bookmarks then.

        `is_here` tells whether an element is still in the part.
        """
        entries: list[str] = []
        used = {heading.anchor for heading in self._found.headings}
        tried: dict[str, int] = {}
        next_id = self._found.next_id
        highest, lowest = self._found.levels
        for heading, paragraph in self._headings:
            # It may stand in a part that went, or an answer may have taken its place.
            if not is_here(paragraph):
                continue
            before = _number(heading, counters)
            text = escape_text(_text(paragraph))
            if not text or not highest <= heading.level <= lowest:
                continue
            anchor = heading.anchor
            if not anchor:
                anchor = _new_anchor(text, used, tried)
                used.add(anchor)
                _set_bookmark(paragraph, anchor, next_id)
                next_id += 2
            entries.append(_entry(self._found.styles[heading.level], before, text, anchor))
        parent = self._first.getparent()
        if parent is not None and is_here(self._first):
            start, end = parent.index(self._first), parent.index(self._last)
            parent[start : end + 1] = fragment(_list(self._found, entries))


def _borders(root: Element) -> tuple[Element, Element, str] | None:
    """Return the first and last paragraph of the field, and its instruction."""
    depth = 0
    start: Element | None = None  # where the outermost field starts
    first: Element | None = None
    instruction = ""
    for element in root.iter(w("fldChar"), w("instrText")):
        if element.tag == w("instrText"):
            text = element.text or ""
            if first is None and depth == 1 and text.split()[:1] == ["TOC"]:
                first, instruction = start, text.strip()
            elif first is not None and depth == 1:
                instruction += text
            continue
        kind = val(element, "fldCharType")
        if depth == 0:
            start = around(element, "p")
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if first is not None and depth == 0 and kind == "end":
            last = around(element, "p")
            is_whole = last is not None and last.getparent() is first.getparent()
            return (first, last, instruction) if last is not None and is_whole else None
    return None


def _possible_headings(root: Element, stylesheet: Styles) -> list[Element]:
    ids = [id_ for id_ in stylesheet.styles if stylesheet.level(id_) is not None]
    by_default = stylesheet.level("") is not None  # then only the styles that say so are no heading
    return _may_be_heading(root, ids=f"|{'|'.join(ids)}|", all=by_default)


def _heading(paragraph: Element, place: int, stylesheet: Styles) -> ListedHeading | None:
    """Return a paragraph as a heading; None when it is none."""
    ppr = child(paragraph, "pPr")
    style_id = val(child(ppr, "pStyle"))
    own = child(ppr, "outlineLvl")
    level = stylesheet.level(style_id) if own is None else number(val(own))
    if level is None or level >= BODY_TEXT:
        return None
    anchors = (val(mark, "name") for mark in paragraph.iter(w("bookmarkStart")))
    has_own_level = child(ppr, "numPr", "ilvl") is not None
    return ListedHeading(
        place,
        level,
        _numbering(ppr, stylesheet.numbering(style_id)),
        "" if has_own_level else style_id,
        next((name for name in anchors if name.startswith("_Toc")), ""),
    )


def _numbering(ppr: Element | None, of_style: tuple[str, int] | None) -> tuple[str, int] | None:
    own = child(ppr, "numPr")
    if own is None:
        return of_style
    num, ilvl = child(own, "numId"), number(val(child(own, "ilvl")))
    num_id = (of_style or ("", 0))[0] if num is None else val(num)
    if num_id in ("", NO_NUMBERING):
        return None
    return num_id, (of_style[1] if of_style else 0) if ilvl is None else ilvl


def _number(heading: ListedHeading, counters: Counters) -> str:
    """Count a heading, and return what stands before it."""
    if heading.numbering is None:
        return ""
    num_id, level = heading.numbering
    of_style = counters.layer_of_style(num_id, heading.style)
    return counters.following(num_id, level if of_style is None else of_style)


def _text(paragraph: Element) -> str:
    """Return the words of a heading."""
    signs = paragraph.iter(w("t"), w("tab"), w("br"))
    return " ".join("".join(t.text or "" if t.tag == w("t") else " " for t in signs).split())


def _new_anchor(text: str, used: set[str], tried: dict[str, int]) -> str:
    """Return a free anchor; `tried` counts per text, so that equal headings do not start over."""
    while True:
        times = tried.get(text, 0)
        tried[text] = times + 1
        anchor = f"_Toc{zlib.crc32(f'{text}#{times}'.encode()) % 10**9:09d}"
        if anchor not in used:
            return anchor


def _set_bookmark(paragraph: Element, name: str, id_: int) -> None:
    """Put a bookmark around the words of a heading, behind its properties."""
    paragraph.insert(1, new("bookmarkStart", id=str(id_), name=name))
    paragraph.append(new("bookmarkEnd", id=str(id_)))


def _entry(style: str, before: str, text: str, anchor: str) -> str:
    """Return one entry; the place of the field in the first one is marked by a line feed."""
    ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    start = f"<w:t>{escape_text(before)}</w:t><w:tab/>" if before else ""
    return (
        f'<w:p>{ppr}\n<w:hyperlink w:anchor="{anchor}" w:history="1"><w:r>{start}'
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:hyperlink></w:p>'
    )


def _list(found: Inhoudsopgave, entries: list[str]) -> str:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape_text(found.instruction)} </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entries = entries or ["<w:p>\n</w:p>"]
    lines = "".join(entry.replace("\n", "" if i else field) for i, entry in enumerate(entries))
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f"{lines}<w:p>{found.end_ppr}{end}</w:p>"
