"""The styles of a document, as far as reading it asks: what is a heading, what is a list.

Everything is worked out through `w:basedOn` once, when the part is read. Styles are known by
their name, which is English in every language version of Word; their ids are not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import child, is_true, number, parse, val, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.tree import Element

_VAL = w("val")
_STRUCK = (w("strike"), w("dstrike"))
# Where the properties of a style itself stand; what a table style says of its rows stands apart.
_PROPERTIES = (("pPr",), ("pPr", "numPr"), ("rPr",))
_KOPNAAM = "heading ([1-9])"
BODY_TEXT = 9  # the outline level of what is no heading
NO_NUMBERING = "0"  # the numId that takes a paragraph out of its list


class Style(NamedTuple):
    """One style; None is what neither it nor a style it is based on says."""

    name: str  # in lower case
    kind: str = "paragraph"
    level: int | None = None
    num_id: str | None = None
    ilvl: int | None = None
    vet: bool | None = None
    cursief: bool | None = None
    hidden: bool | None = None
    doorgehaald: bool | None = None
    place: str | None = None  # `superscript`, `subscript` or `baseline`


NO_STYLE = Style("")


class Styles(NamedTuple):
    """The styles by id. An id that is empty or unknown means the default paragraph style."""

    styles: dict[str, Style]
    ids: dict[str, str]  # by name in lower case; the first style of that name
    standaard: str
    elements: Mapping[str, Element] = MappingProxyType({})  # each as the part has it

    def style(self, style_id: str) -> Style:
        """Return the style of a paragraph, as Word takes it."""
        style = self.styles.get(style_id)
        return style if style is not None else self.styles.get(self.standaard, NO_STYLE)

    def name(self, style_id: str) -> str:
        """Return the name in lower case, such as `heading 1`."""
        return self.style(style_id).name

    def level(self, style_id: str) -> int | None:
        """Return the outline level, from 0; None for body text."""
        level = self.style(style_id).level
        return None if level is None or level >= BODY_TEXT else level

    def numbering(self, style_id: str) -> tuple[str, int] | None:
        """Return the list and the level in it that the style puts a paragraph in."""
        style = self.style(style_id)
        if style.num_id is None or style.num_id == NO_NUMBERING:
            return None
        return style.num_id, style.ilvl or 0

    def id_start(self, name: str) -> str:
        """Return the id of the style with this name, empty when there is none."""
        return self.ids.get(name.lower(), "")


NO_STYLES = Styles({}, {}, "")
is_turned_on, getal = is_true, number  # the names of ooxml.tree, until their readers use those


@lru_cache(maxsize=4)  # opening a template and checking a document ask for the same ones again
def load_styles(xml: bytes, name: str, path: str) -> Styles:
    """Return the styles of a styles part; `name` and `path` are for messages."""
    return read_styles(parse(xml, name, path))


def read_styles(root: Element) -> Styles:
    """Return the styles that the tree of a styles part has."""
    elements: dict[str, Element] = {}
    default = ""
    for element in root.iterchildren(w("style")):
        style_id = val(element, "styleId")
        elements.setdefault(style_id, element)
        is_paragraph = element.get(w("type"), "paragraph") == "paragraph"
        if is_paragraph and is_true(element.get(w("default"), "0")):
            default = default or style_id
    styles: dict[str, Style] = {}
    for style_id in elements:
        _work_out(style_id, elements, styles)
    ids: dict[str, str] = {}
    for style_id, style in styles.items():
        ids.setdefault(style.name, style_id)
    return Styles(styles, ids, default, elements)


def _work_out(style_id: str, elements: dict[str, Element], styles: dict[str, Style]) -> None:
    """Add a style to `styles`, after what it is based on; a circle ends where it closes."""
    chain: dict[str, None] = {}  # in order; a chain may be as long as there are styles
    while style_id in elements and style_id not in styles and style_id not in chain:
        chain[style_id] = None
        style_id = val(child(elements[style_id], "basedOn"))
    for own in reversed(chain):
        styles[own] = _style(elements[own], styles.get(style_id, NO_STYLE))
        style_id = own


def _style(element: Element, base: Style) -> Style:
    values: dict[str, str | None] = {}
    for group in (element, *(child(element, *path) for path in _PROPERTIES)):
        for each in () if group is None else group:
            values.setdefault(each.tag, each.get(_VAL))
    name = (values.get(w("name")) or "").lower()
    level = number(values.get(w("outlineLvl")))
    # Word's own headings have their level also where the file does not say so.
    if level is None and (heading := re.fullmatch(_KOPNAAM, name)):
        level = int(heading[1]) - 1
    ilvl = number(values.get(w("ilvl")))
    struck = [name for name in _STRUCK if name in values]

    def switch(name: str, inherited: bool | None) -> bool | None:  # noqa: FBT001 - as it comes
        return is_true(values[w(name)]) if w(name) in values else inherited

    return Style(
        name,
        element.get(w("type"), "paragraph"),
        base.level if level is None else level,
        values.get(w("numId")) or base.num_id,
        base.ilvl if ilvl is None else ilvl,
        switch("b", base.vet),
        switch("i", base.cursief),
        switch("vanish", base.hidden),
        any(is_true(values[name]) for name in struck) if struck else base.doorgehaald,
        values.get(w("vertAlign")) or base.place,
    )
