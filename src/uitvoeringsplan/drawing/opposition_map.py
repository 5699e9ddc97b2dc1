"""The map of oppositions as a picture: groups, and lines between them that grow with incidents."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.canvas import Canvas, cm, in_cm, pt
from uitvoeringsplan.drawing.colours import WHITE, Palette, make_palette
from uitvoeringsplan.drawing.map_layout import (
    COUNT_SIZE,
    GROUP_SIZE,
    THEME_SIZE,
    Connection,
    MapPage,
    ThemeBox,
    divide_map,
    footer_height,
)
from uitvoeringsplan.drawing.oppositions import Kaart
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, Looks, Tekening
from uitvoeringsplan.drawing.typeface import line_height, load_typeface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vraag import Kolom


_EXPLANATION = "Hoe dikker de lijn, hoe meer voorvallen er zijn genoemd."
_EDGE = pt(1.25)
_STAPPEN = 40  # points along a curve


def draw_oppositions(
    kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], form: Looks = DEFAULT_LOOKS
) -> list[Tekening]:
    """Return the drawings of a table of oppositions: one, or more when a page is too small.

    Nothing when no row has two groups. Raises TekenError when nothing can be drawn at all.
    """
    kaart = Kaart.from_tabel(kolommen, rijen)
    return list(_draw(kaart, form)) if kaart.tegenstellingen else []


@lru_cache(maxsize=8)  # one run makes several documents with the same drawing
def _draw(kaart: Kaart, form: Looks) -> tuple[Tekening, ...]:
    sheets = divide_map(kaart, form)
    kleuren = make_palette(form.accent, form.text)
    result = []
    for number, sheet in enumerate(sheets, 1):
        rest = kaart.incomplete if number == len(sheets) else ()
        words = sheet.kaart._replace(incomplete=rest).alternatief(number, len(sheets))
        png = _sign(sheet, kleuren) if form.is_drawn else b""
        width, height = (in_cm(size * form.scale) for size in (sheet.width, sheet.height))
        result.append(Tekening(png, width, height, words))
    return tuple(result)


def _sign(sheet: MapPage, kleuren: Palette) -> bytes:
    canvas = Canvas(sheet.width, sheet.height, kleuren)
    for stroke in sheet.connections:
        canvas.curve(_bend(stroke), kleuren.accent, stroke.thickness)
    vet = load_typeface(pt(GROUP_SIZE), vet=True)
    for group in sheet.groups:
        canvas.surface(group.box, kleuren.soft)
        canvas.edge(group.box, kleuren.accent, _EDGE)
        canvas.text(group.box.midden, group.lines, vet, kleuren.text, anchor="m")
    for theme in sheet.themes:
        _theme(canvas, theme)
    y = sheet.height - (footer_height() - cm(0.35)) // 2
    small = load_typeface(pt(COUNT_SIZE))
    canvas.text((sheet.width // 2, y), [_EXPLANATION], small, kleuren.grey, anchor="m")
    return canvas.png()


def _theme(canvas: Canvas, theme: ThemeBox) -> None:
    plain, small = load_typeface(pt(THEME_SIZE)), load_typeface(pt(COUNT_SIZE))
    box = theme.box
    canvas.surface(box, WHITE)
    canvas.edge(box, canvas.palette.grey, pt(0.75))
    x = box.midden[0]
    above = len(theme.lines) * line_height(plain)
    margin = (box.y1 - box.y0 - above - line_height(small)) // 2
    midden = box.y0 + margin + above // 2
    canvas.text((x, midden), theme.lines, plain, canvas.palette.text, anchor="m")
    below = box.y1 - margin - line_height(small) // 2
    canvas.text((x, below), [theme.telling], small, canvas.palette.grey, anchor="m")


def _bend(stroke: Connection) -> list[tuple[float, float]]:
    """Return points along a curve that leaves and arrives level (Bezier, handles halfway)."""
    (x0, y0), (x1, y1) = stroke.start, stroke.naar
    parts = [stap / _STAPPEN for stap in range(_STAPPEN + 1)]
    return [
        (x0 + (x1 - x0) * (1.5 * t * (1 - t) + t**3), y0 + (y1 - y0) * t * t * (3 - 2 * t))
        for t in parts
    ]
