"""The theme part of a package: its colours and typefaces, by the names that Word gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import DRAWINGML
from uitvoeringsplan.ooxml.tree import new_in, parse, write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.tree import Element

ACCENT, LINK = "accent1", "hlink"
HEADING_TYPEFACE, BODY_TYPEFACE = "majorFont", "minorFont"


def theme_colour(data: bytes, name: str, path: str) -> str:
    """Return what the theme writes for a colour (`srgbClr`), empty when it writes none."""
    colour = _first(_parse(data, path), name, "srgbClr")
    return "" if colour is None else colour.get("val", "")


def has_typefaces(data: bytes, path: str) -> bool:
    """Whether the theme names typefaces, so that styles may point at them."""
    root = _parse(data, path)
    return all(
        _first(root, kind, "latin") is not None for kind in (HEADING_TYPEFACE, BODY_TYPEFACE)
    )


def with_theme(
    data: bytes, kleuren: Mapping[str, str], letters: Mapping[str, str], path: str
) -> bytes:
    """Return the theme with other colours and typefaces; what it does not have is passed over."""
    root = _parse(data, path)
    for name, colour in kleuren.items():
        element = _first(root, name)
        if element is not None:
            element[:] = [new_in(DRAWINGML, "srgbClr", val=colour)]
    for kind, typeface in letters.items():
        latin = _first(root, kind, "latin")
        if latin is not None:
            # Without the numbers that describe the old typeface to a program that lacks it.
            latin.attrib.clear()
            latin.set("typeface", typeface)
    return write(root)


def _parse(data: bytes, path: str) -> Element:
    return parse(data, "thema", path)


def _first(root: Element, name: str, inside: str = "") -> Element | None:
    element = next(root.iter(f"{{{DRAWINGML}}}{name}"), None)
    if element is None or not inside:
        return element
    return element.find(f"{{{DRAWINGML}}}{inside}")
