"""The typefaces and the colour of text of a house style in the styles of a document.

Where a template has a theme, its styles come to point at the typefaces of that theme; where it has
none, they name the typeface themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.tree import child, ensure, insert, is_true, new, val, w
from uitvoeringsplan.word.huisstijl.house_colours import ACCENTS

if TYPE_CHECKING:
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.ooxml.tree import Element

_HEADING_STYLE = re.compile("heading [1-9]|title|subtitle|toc heading")
# What a house style decides about a typeface; letters of other scripts keep theirs.
_OWN = frozenset(map(w, ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme")))


def set_typefaces(root: Element, huisstijl: Huisstijl, *, theme: bool) -> None:
    """Give a styles part the typefaces and the text colour of the house style.

    `theme` tells whether there is a theme that has the typefaces.
    """
    default = _default_style(root)
    if huisstijl.letter_tekst:  # the defaults, and what overrules them
        name = "" if theme else huisstijl.letter_tekst
        _set_typeface(_default_properties(root), "minor", name)
        if child(default, "rPr", "rFonts") is not None and default is not None:
            _set_typeface(ensure(default, "rPr"), "minor", name)
    if huisstijl.letter_koppen:
        for style in root:
            if _HEADING_STYLE.fullmatch(val(child(style, "name")).lower()):
                name = "" if theme else huisstijl.letter_koppen
                _set_typeface(ensure(style, "rPr"), "major", name)
    if huisstijl.tekst:
        _set_text_colour(root, default, huisstijl.tekst)


def _set_text_colour(root: Element, default: Element | None, colour: str) -> None:
    """Give all text a colour.

    It stands in the default paragraph style, because LibreOffice 7.4 gives links in a table the
    colour of the document defaults. Where a table style colours text, white on dark for example,
    it does stand in those defaults: a colour of the paragraph style would win from it.
    """
    own = child(default, "rPr", "color")
    tables = [style for style in root if val(style, "type") == "table"]
    if default is None or any(next(t.iter(w("color")), None) is not None for t in tables):
        insert(_default_properties(root), new("color", val=colour))
        default = None if own is None else default
    if default is not None and val(own, "themeColor") not in ACCENTS:
        insert(ensure(default, "rPr"), new("color", val=colour))


def _default_properties(root: Element) -> Element:
    return ensure(root, "docDefaults", "rPrDefault", "rPr")


def _default_style(root: Element) -> Element | None:
    """Return the default paragraph style."""
    styles = (style for style in root.findall(w("style")) if val(style, "type") == "paragraph")
    return next((style for style in styles if is_true(style.get(w("default"), "0"))), None)


def _set_typeface(properties: Element, kind: str, typeface: str) -> None:
    """Give the letters of a style a typeface; an empty one means that of the theme."""
    fonts = (
        new("rFonts", ascii=typeface, hAnsi=typeface)
        if typeface
        else new("rFonts", asciiTheme=f"{kind}HAnsi", hAnsiTheme=f"{kind}HAnsi")
    )
    old = child(properties, "rFonts")
    for key, value in () if old is None else old.attrib.items():
        if key not in _OWN:
            fonts.set(key, value)
    insert(properties, fonts)
