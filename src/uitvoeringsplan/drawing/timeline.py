"""The planning over time as a picture: a bar per action, its state told by pattern and word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.actions import Tijdlijn
from uitvoeringsplan.drawing.canvas import Box, Canvas, cm, in_cm, pt
from uitvoeringsplan.drawing.colours import WHITE, Colour, Palette, make_palette
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, Looks, Tekening
from uitvoeringsplan.drawing.timeline_layout import (
    BAR,
    DIAMOND,
    SAMPLE,
    Grid,
    TimelinePage,
    TimelineRow,
    Typefaces,
    divide,
    make_grid,
    typefaces,
)
from uitvoeringsplan.drawing.typeface import line_height, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.drawing.time_axis import Stretch
    from uitvoeringsplan.model.vraag import Kolom


_MARGIN = cm(0.15)
_STROKE = pt(0.5)
_EDGE = pt(1.25)


def draw_timeline(
    kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], form: Looks = DEFAULT_LOOKS
) -> list[Tekening]:
    """Return the drawings of a table of actions: one, or more when they do not fit on a page.

    Nothing when no action has a date. Raises TekenError when nothing can be drawn at all.
    """
    stroke = Tijdlijn.from_tabel(kolommen, rijen)
    return list(_draw(stroke, form)) if stroke.acties else []


@lru_cache(maxsize=8)  # one run makes several documents with the same drawing
def _draw(stroke: Tijdlijn, form: Looks) -> tuple[Tekening, ...]:
    grid = make_grid(stroke, form)
    pages = divide(stroke, grid, cm(form.sign_size[1]))
    kleuren = make_palette(form.accent, form.text)
    result = []
    for number, sheet in enumerate(pages, 1):
        rest = stroke.without_datum if number == len(pages) else ()
        part = Tijdlijn(tuple(rij.actie for rij in sheet.rijen), rest)
        png = _sign(grid, sheet, kleuren) if form.is_drawn else b""
        words = part.alternatief(number, len(pages))
        width, height = (in_cm(size * form.scale) for size in (grid.width, sheet.height))
        result.append(Tekening(png, width, height, words))
    return tuple(result)


def _sign(grid: Grid, sheet: TimelinePage, kleuren: Palette) -> bytes:
    kind = typefaces()
    canvas = Canvas(grid.width, sheet.height, kleuren)
    canvas.surface(Box(0, 0, grid.width, grid.kop), kleuren.soft)
    strips = [kleuren.strip if number % 2 else WHITE for number in range(len(sheet.rijen))]
    for rij, strip in zip(sheet.rijen, strips, strict=True):
        canvas.surface(rij.box, strip)
    _grid(canvas, grid, sheet.height, kind)
    for rij, strip in zip(sheet.rijen, strips, strict=True):
        _rij(canvas, rij, grid, kind)
        _caption(canvas, rij, kind, strip)
    return canvas.png()


def _grid(canvas: Canvas, grid: Grid, height: int, kind: Typefaces) -> None:
    kleuren, veld = canvas.palette, grid.veld
    row_height = grid.kop // grid.header_rows
    for x in (grid.x(part.start) for part in grid.axis.below[1:]):
        canvas.surface(Box(x, grid.kop - row_height, x + _STROKE, height), kleuren.grid)
    for part in grid.axis.above[1:]:
        x = grid.x(part.start)
        canvas.surface(Box(x, 0, x + _STROKE, height), kleuren.division)
    for x in (veld.x0, veld.x1 - _STROKE):
        canvas.surface(Box(x, 0, x + _STROKE, height), kleuren.grid)
    canvas.surface(Box(0, grid.kop - _STROKE, grid.width, grid.kop), kleuren.accent)
    canvas.surface(Box(0, height - _STROKE, grid.width, height), kleuren.accent)
    midden = grid.kop // 2
    canvas.text((_MARGIN, midden), ["Actie"], kind.vet, kleuren.text)
    if grid.standen.x1 > grid.standen.x0:
        canvas.text((grid.standen.x0 + _MARGIN, midden), ["Stand"], kind.vet, kleuren.text)
    _axis_names(canvas, grid, grid.axis.above, row_height // 2 + pt(1), vet=True)
    _axis_names(canvas, grid, grid.axis.below, grid.kop - row_height // 2, vet=not grid.axis.above)


def _axis_names(canvas: Canvas, grid: Grid, parts: Sequence[Stretch], y: int, *, vet: bool) -> None:
    """Write the names in the heading: all in their fullest form that has room everywhere."""
    kind = typefaces().small_bold if vet else typefaces().small
    boxes = [(grid.x(part.start), grid.x(part.end), part.names) for part in parts]

    def past(name: str, x0: int, x1: int) -> bool:
        return text_width(name, kind) <= x1 - x0 - pt(4)

    # Months at either end may have little room on the axis; they may take a shorter name.
    inside = boxes[1:-1] or boxes
    forms = range(len(parts[0].names)) if parts else range(1)
    fitting = (v for v in forms if all(past(names[v], x0, x1) for x0, x1, names in inside))
    form = next(fitting, forms[-1])
    for x0, x1, names in boxes:
        name = next((name for name in names[form:] if past(name, x0, x1)), "")
        canvas.text(((x0 + x1) // 2, y), [name], kind, canvas.palette.text, anchor="m")


def _rij(canvas: Canvas, rij: TimelineRow, grid: Grid, kind: Typefaces) -> None:
    kleuren, bar = canvas.palette, rij.bar
    vervallen = rij.actie.stand.casefold() == "vervallen"
    ink = kleuren.grey if vervallen else kleuren.text
    y = rij.box.midden[1]
    canvas.text((_MARGIN, y), rij.name, kind.plain, ink)
    if bar.is_diamond:
        is_full = rij.actie.stand.casefold() == "klaar"
        kleur = kleuren.grey if vervallen else kleuren.accent
        canvas.diamond(bar.box.midden, DIAMOND, kleur, is_full=is_full)
    else:
        _patroon(canvas, bar.box, rij.actie.stand)
    if rij.stand:
        x = grid.standen.x0 + _MARGIN
        height = BAR * 3 // 4
        _patroon(
            canvas, Box(x, y - height // 2, x + SAMPLE, y - height // 2 + height), rij.actie.stand
        )
        canvas.text((x + SAMPLE + _MARGIN, y), rij.stand, kind.small, ink)


def _caption(canvas: Canvas, rij: TimelineRow, kind: Typefaces, strip: Colour) -> None:
    """Write beside a bar, on a clean spot: no line of the grid runs through the letters."""
    text, anchor, y = rij.bar.caption, rij.bar.anchor, rij.box.midden[1]
    if not text:
        return
    width, half = text_width(text, kind.small), line_height(kind.small) // 2
    x0 = rij.bar.caption_x - (0 if anchor == "l" else width)
    canvas.surface(Box(x0 - pt(1), y - half, x0 + width + pt(1), y + half), strip)
    place = (rij.bar.caption_x, y)
    canvas.text(place, [text], kind.small, canvas.palette.text, anchor=anchor)


def _patroon(canvas: Canvas, box: Box, stand: str) -> None:
    """Fill a bar by its state; a state of one's own has the look of no state."""
    kleuren = canvas.palette
    match stand.casefold():
        case "klaar":
            canvas.surface(box, kleuren.accent)
        case "loopt":
            canvas.surface(box, WHITE)
            canvas.arcering(box, kleuren.accent, thickness=pt(1.2), stap=pt(4.5))
            canvas.edge(box, kleuren.accent, _EDGE)
        case "nog niet begonnen":
            canvas.surface(box, WHITE)
            canvas.edge(box, kleuren.accent, _EDGE)
        case "vervallen":
            canvas.surface(box, WHITE)
            canvas.streepjesrand(box, kleuren.grey, _EDGE)
        case _:
            canvas.surface(box, kleuren.soft)
            canvas.edge(box, kleuren.accent, _EDGE)
