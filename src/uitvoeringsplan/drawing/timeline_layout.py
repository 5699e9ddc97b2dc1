"""Where everything of a timeline goes: rows, bars, grid and pages, measured before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.canvas import Box, cm, pt
from uitvoeringsplan.drawing.time_axis import TimeAxis, make_axis
from uitvoeringsplan.drawing.typeface import break_lines, line_height, load_typeface, text_width
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

    from uitvoeringsplan.drawing.actions import Actie, Tijdlijn
    from uitvoeringsplan.drawing.picture import Looks


REVERSED = "let op: gereed vóór start"
_PUNT, _PUNT_SMALL = 10.5, 9.5
_LINES = 3  # of a name, before it is cut
_RIJMARGE = cm(0.09)
_MARGIN = cm(0.15)
BAR = cm(0.42)
DIAMOND = cm(0.21)  # from the middle of a diamond to its points
_SHORTEST = cm(0.16)  # a bar of one day must still be seen
SAMPLE = cm(0.46)  # the small sample of a bar beside its word
_BREEDSTE_STAND = cm(3.9), cm(2.9)  # of a wide and of a narrow drawing


class Typefaces(NamedTuple):
    """The typefaces of a drawing."""

    plain: FreeTypeFont
    small: FreeTypeFont
    vet: FreeTypeFont
    small_bold: FreeTypeFont


class Bar(NamedTuple):
    """An action on the axis: a bar, or a diamond when only one day is known; words beside it."""

    box: Box
    is_diamond: bool = False
    caption: str = ""
    caption_x: int = 0
    anchor: str = "l"  # the words begin (l) or end (r) there


class TimelineRow(NamedTuple):
    """One action: its place on the page, its name in lines, its bar and its state in lines."""

    actie: Actie
    box: Box
    name: tuple[str, ...]
    bar: Bar
    stand: tuple[str, ...]


class Grid(NamedTuple):
    """What all pages share: the columns and the axis."""

    width: int
    kop: int  # height of the heading
    header_rows: int
    names: Box  # x only
    veld: Box  # x only: where the bars are
    standen: Box  # x only
    axis: TimeAxis

    def x(self, day: int) -> int:
        """Return where a day begins."""
        part = (day - self.axis.start) / (self.axis.end - self.axis.start)
        return self.veld.x0 + round(part * (self.veld.x1 - self.veld.x0))


class TimelinePage(NamedTuple):
    """The rows of one drawing and its height."""

    rijen: tuple[TimelineRow, ...]
    height: int


def typefaces() -> Typefaces:
    """Return the typefaces; readable at the size that the drawing is meant for."""
    plain, small = pt(_PUNT), pt(_PUNT_SMALL)
    return Typefaces(
        load_typeface(plain),
        load_typeface(small),
        load_typeface(plain, vet=True),
        load_typeface(small, vet=True),
    )


def make_grid(stroke: Tijdlijn, form: Looks) -> Grid:
    """Return the columns and the axis for these actions."""
    kind = typefaces()
    width = cm(form.sign_size[0])
    is_narrow = width < cm(20)
    stand = _standbreedte(stroke, kind, _BREEDSTE_STAND[is_narrow])
    name = round((width - stand) * (0.36 if is_narrow else 0.33))
    veld = Box(name + _MARGIN, 0, width - stand - _MARGIN, 0)

    def past(count: int, word: str) -> bool:
        return text_width(word, kind.small) + pt(5) <= (veld.x1 - veld.x0) // count

    first, last = stroke.days
    axis = make_axis(first, last, past)
    header_rows = 2 if axis.above else 1
    return Grid(
        width,
        header_rows * (line_height(kind.small) + pt(3)) + pt(2),
        header_rows,
        Box(0, 0, name, 0),
        veld,
        Box(width - stand, 0, width, 0),
        axis,
    )


def _standbreedte(stroke: Tijdlijn, kind: Typefaces, most: int) -> int:
    """Return how wide the last column is; nothing when no action has a state."""
    words = {actie.stand for actie in stroke.acties if actie.stand}
    lines = [line for word in words for line in break_lines(word, kind.small, most, 1)]
    if not lines:
        return 0
    breedst = max(text_width(line, kind.small) for line in lines)
    kop = text_width("Stand", kind.vet) + 2 * _MARGIN
    return max(kop, min(most, breedst + SAMPLE + 3 * _MARGIN))


def divide(stroke: Tijdlijn, grid: Grid, highest: int) -> list[TimelinePage]:
    """Return the rows by page: as few pages as there can be, about equally full."""
    kind = typefaces()
    heights = [_rijhoogte(actie, grid, kind) for actie in stroke.acties]
    space = max(highest - grid.kop - pt(1), *heights)
    parts = _parts(heights, space)
    # The same number of pages with less room on each: no last page with a single row.
    layer, height = max(heights), space
    while layer < height:
        midden = (layer + height) // 2
        if len(_parts(heights, midden)) <= len(parts):
            height = midden
        else:
            layer = midden + 1
    result, start = [], 0
    for count in _parts(heights, height):
        rijen, y = [], grid.kop
        for number in range(start, start + count):
            box = Box(0, y, grid.width, y + heights[number])
            rijen.append(_rij(stroke.acties[number], box, grid, kind))
            y = box.y1
        result.append(TimelinePage(tuple(rijen), y + pt(1)))
        start += count
    return result


def _parts(heights: list[int], space: int) -> list[int]:
    """Return how many rows go on each page."""
    result, full = [0], 0
    for height in heights:
        if result[-1] and full + height > space:
            result.append(0)
            full = 0
        result[-1] += 1
        full += height
    return result


def _rijhoogte(actie: Actie, grid: Grid, kind: Typefaces) -> int:
    name = len(_name(actie, grid, kind)) * line_height(kind.plain)
    stand = len(_stand(actie, grid, kind)) * line_height(kind.small)
    return max(name, stand, BAR) + 2 * _RIJMARGE


def _name(actie: Actie, grid: Grid, kind: Typefaces) -> tuple[str, ...]:
    space = grid.names.x1 - 2 * _MARGIN
    return break_lines(actie.name, kind.plain, space, _LINES) or ("–",)


def _stand(actie: Actie, grid: Grid, kind: Typefaces) -> tuple[str, ...]:
    space = grid.standen.x1 - grid.standen.x0 - SAMPLE - 3 * _MARGIN
    return break_lines(actie.stand, kind.small, space, 2) if space > 0 else ()


def _rij(actie: Actie, box: Box, grid: Grid, kind: Typefaces) -> TimelineRow:
    name, stand = _name(actie, grid, kind), _stand(actie, grid, kind)
    return TimelineRow(actie, box, name, _bar(actie, box, grid, kind), stand)


def _bar(actie: Actie, box: Box, grid: Grid, kind: Typefaces) -> Bar:
    first, last = (day.toordinal() for day in actie.days)
    y = box.midden[1]
    veld = grid.veld
    if actie.is_mijlpaal:
        x = (grid.x(first) + grid.x(first + 1)) // 2
        x = min(max(x, veld.x0 + DIAMOND), veld.x1 - DIAMOND - 1)
        diamond = Bar(
            Box(x - DIAMOND, y - DIAMOND, x + DIAMOND + 1, y + DIAMOND + 1), is_diamond=True
        )
        return _with_caption(diamond, "start" if actie.start else "gereed", veld, kind)
    x0, x1 = grid.x(first), grid.x(last + 1)
    if x1 - x0 < _SHORTEST:
        x0 = min(max((x0 + x1 - _SHORTEST) // 2, veld.x0), veld.x1 - _SHORTEST)
        x1 = x0 + _SHORTEST
    bar = Bar(Box(x0, y - BAR // 2, x1, y - BAR // 2 + BAR))
    return _with_caption(bar, REVERSED, veld, kind) if actie.is_reversed else bar


def _with_caption(bar: Bar, text: str, veld: Box, kind: Typefaces) -> Bar:
    """Put words right of a shape, or left where the page ends; nowhere when neither has room."""
    box = bar.box
    width = text_width(text, kind.small) + _MARGIN
    if box.x1 + width <= veld.x1:
        return bar._replace(caption=text, caption_x=box.x1 + _MARGIN)
    if box.x0 - width >= veld.x0:
        return bar._replace(caption=text, caption_x=box.x0 - _MARGIN, anchor="r")
    return bar
