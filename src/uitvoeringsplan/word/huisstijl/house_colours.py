"""The colours of a house style in the parts of a document, and what stands behind its text.

Word shows the colour of the theme wherever one is named, and other programs the value that stands
beside that name. Both must say the same, also for tints and shades.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.kleur import darker, lighter, luminance, read_kleur
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import child, finder, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.tree import Element

#: The names of the theme colours that become the accent of the house style.
ACCENTS = ("accent1", "hyperlink")

# What names a theme colour, what makes a tint or shade of it, and where its value stands.
_PLACES = (
    ("themeColor", "themeTint", "themeShade", "color"),
    ("themeFill", "themeFillTint", "themeFillShade", "fill"),
)
_coloured = finder("//*[@w:themeColor or @w:themeFill]")
_PART = re.compile("[0-9A-Fa-f]{2}")
# Of text without a colour of its own, Word makes white on what is darker than this.
_LIGHT = 0.4
_OWN = {w("tc"): "tcPr", w("p"): "pPr", w("r"): "rPr"}  # where their own properties stand


def recolour(root: Element, accent: str) -> None:
    """Give every accent of the theme and every link in a part this colour."""
    for element in _coloured(root):
        for theme, tint, shade, name in _PLACES:
            if val(element, theme) not in ACCENTS:
                continue
            colour = accent
            if _PART.fullmatch(part := val(element, shade)):
                colour = darker(colour, int(part, 16) / 255)
            elif _PART.fullmatch(part := val(element, tint)):
                colour = lighter(colour, int(part, 16) / 255)
            element.set(w("val" if element.tag == w("color") else name), colour)


class _Look(NamedTuple):
    """What counts of a style, or of a piece of text."""

    background: str = ""
    colour: str | None = None  # the name of a theme colour, empty for any other; None: not said


class Backgrounds:
    """Gathers which backgrounds a document puts behind its text, part by part.

    Followed are the backgrounds of cells, paragraphs and runs, also those that a paragraph style
    gives; not those by which a table style shades some of its rows. `dark` holds the dark ones
    behind text whose colour Word chooses.
    """

    def __init__(self, style_roots: Iterable[Element]) -> None:
        self._styles: dict[str, Element] = {}
        self.behind_text: set[str] = set()
        self.behind_accent: set[str] = set()
        self.dark: set[str] = set()
        for root in style_roots:
            for style in root:
                if val(style, "type") in ("paragraph", "character"):
                    self._styles[val(style, "styleId")] = style
        for id_ in self._styles:
            self._take(self._style(id_))

    def read(self, element: Element, above: _Look = _Look()) -> None:  # noqa: B008 - a constant
        """Take in a part with text."""
        here = above
        if element.tag in _OWN:
            own = child(element, _OWN[element.tag])
            look = _Look()
            if own is not None:
                style = val(child(own, "pStyle")) or val(child(own, "rStyle"))
                look = _over(_look(own, own), self._style(style))
            here = _over(look, above)
            if element.tag == w("r"):
                self._take(here)
        elif element.tag in (w("hyperlink"), w("sdt")):  # an answer may have links
            self._take(_Look(above.background, ACCENTS[1]))
        for inner in element:
            self.read(inner, here)

    def _take(self, look: _Look) -> None:
        if not look.background:
            return
        is_light = luminance(look.background) >= _LIGHT
        if look.colour in ACCENTS and is_light:
            self.behind_accent.add(look.background)
        elif look.colour is None:
            (self.behind_text if is_light else self.dark).add(look.background)

    def _style(self, style_id: str) -> _Look:
        look = _Look()
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            ppr, rpr = child(style, "pPr"), child(style, "rPr")
            own = _look(ppr, rpr)
            look = _over(look, own._replace(background=own.background or _background(rpr)))
            style_id = val(child(style, "basedOn"))
        return look


def _over(upper: _Look, lower: _Look) -> _Look:
    """Return a look of which the upper one goes before."""
    return _Look(
        upper.background or lower.background,
        lower.colour if upper.colour is None else upper.colour,
    )


def _look(with_background: Element | None, with_colour: Element | None) -> _Look:
    colour = child(with_colour, "color")
    return _Look(
        _background(with_background), None if colour is None else val(colour, "themeColor")
    )


def _background(properties: Element | None) -> str:
    return read_kleur(val(child(properties, "shd"), "fill")) or ""
