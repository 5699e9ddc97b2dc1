"""What a paragraph is by its style and its properties: a heading, a point of a list, or text.

This is the one place that knows how Word says on which level a heading or a point stands. Lists
are counted along, so every paragraph must be read once, in order, also one without words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.styles import BODY_TEXT, NO_NUMBERING, getal
from uitvoeringsplan.ooxml.tree import child, val, w

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.counters import Counted, Counters
    from uitvoeringsplan.ooxml.styles import Style, Styles
    from uitvoeringsplan.ooxml.tree import Element

_LIST_STYLE = "list (bullet|number)(?: ([2-5]))?"
_CONTENTS = "table of contents"


class Paragraph(NamedTuple):
    """A paragraph without its words.

    `outline` is the level of a heading, from 0, None for any other text. `number` is what the list
    with `num_id` counts before it, None where it is in no list. `list_style` is `bullet` or
    `number` where its style is one of Word's own for points, and `list_level`, from 0, is how deep
    the point is then, or by its list.
    """

    style_id: str
    style: Style
    outline: int | None
    num_id: str
    number: Counted | None
    list_style: str
    list_level: int


class ParagraphReader:
    """Reads the paragraphs of one document, with the lists that they count in."""

    def __init__(self, stylesheet: Styles, counters: Counters) -> None:
        self._stylesheet, self._counters = stylesheet, counters
        self._styles: dict[str, Paragraph] = {}  # of a paragraph that has no more than its style
        # The lists in which the level of a paragraph is told by the paragraph, not by its style.
        self._layered = {style.num_id for style in stylesheet.styles.values() if style.ilvl}

    def look_ahead(self, holder: Element) -> None:
        """Learn from all paragraphs of a part which lists have levels of their own."""
        for num_pr in holder.iter(w("numPr")):
            if val(child(num_pr, "ilvl")) not in ("", "0"):
                self._layered.add(val(child(num_pr, "numId")))

    def read(self, properties: Element | None) -> Paragraph:
        """Return what the next paragraph is, by its `w:pPr`."""
        style_id = val(child(properties, "pStyle"))
        paragraph = self._styles.get(style_id) or self._of_style(style_id)
        num_id, ilvl = paragraph.num_id, None
        if properties is not None:
            outline = getal(val(child(properties, "outlineLvl")))
            if outline is not None:
                paragraph = paragraph._replace(outline=outline if outline < BODY_TEXT else None)
            num_pr = child(properties, "numPr")
            num_id = val(child(num_pr, "numId")) or num_id
            ilvl = getal(val(child(num_pr, "ilvl")))
        if not num_id or num_id == NO_NUMBERING:
            return paragraph._replace(num_id=num_id)
        if ilvl is None:  # Word's own styles for points count in lists of one level
            ilvl = self._counters.layer_of_style(num_id, style_id)
            ilvl = (paragraph.style.ilvl or 0) if ilvl is None else ilvl
        deep = ilvl if num_id in self._layered else ilvl or paragraph.list_level
        number = self._counters.tel(num_id, ilvl)
        return paragraph._replace(num_id=num_id, number=number, list_level=deep)

    def _of_style(self, style_id: str) -> Paragraph:
        style = self._stylesheet.style(style_id)
        outline = self._stylesheet.level(style_id)
        points = re.fullmatch(_LIST_STYLE, style.name)
        kind, level = (points[1], int(points[2] or 1) - 1) if points else ("", 0)
        num_id = style.num_id or ""
        self._styles[style_id] = found = Paragraph(
            style_id, style, outline, num_id, None, kind, level
        )
        return found


def is_contents_list(sdt: Element) -> bool:
    """Whether a control holds the contents list that Word makes."""
    return val(child(sdt, "sdtPr", "docPartObj", "docPartGallery")).lower() == _CONTENTS
