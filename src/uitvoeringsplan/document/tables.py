"""Tables: rows and cells out of the grid that Word keeps, with what was merged."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from uitvoeringsplan.document.inline import is_placeholder
from uitvoeringsplan.model.document import Cel, Tabel
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.styles import getal, is_turned_on
from uitvoeringsplan.ooxml.tree import child, is_on, val, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from uitvoeringsplan.model.document import Celrij, Inhoud
    from uitvoeringsplan.ooxml.tree import Element

    _Lezer = Callable[[Element, bool], tuple[Inhoud, ...]]

_TRANSPARENT = frozenset(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")))
_FIRST_COLUMN = 0x0080
_MAX_COLUMNS = 200  # more than Word allows; a cell that says it is wider is not believed


class GridCell(NamedTuple):
    """Where a cell stands in its row; `goes_on` tells that it is one with the cell above it."""

    column: int
    width: int
    goes_on: bool
    is_merged: bool  # with the cells above or below it, as far as those agree


class Grid:
    """The columns of a table, row by row."""

    def __init__(self) -> None:
        # By column how wide the merged cells are of the row above, and of this one.
        self._above: dict[int, int] = {}
        self._merged: dict[int, int] = {}
        self._column = 0

    def start_row(self, row: Element) -> int:
        """Go on to a row; returns the column in which its first cell begins."""
        self._above, self._merged = self._merged, {}
        before = getal(val(child(row, "trPr", "gridBefore"))) or 0
        self._column = min(before, _MAX_COLUMNS)
        return self._column

    def part(self) -> None:
        """Let no cell of the next row be one with a cell of this one."""
        self._merged = {}

    def take(self, properties: Element | None) -> GridCell:
        """Return the place of the next cell of the row, by its `w:tcPr`."""
        column = self._column
        width = min(getal(val(child(properties, "gridSpan"))) or 1, _MAX_COLUMNS)
        merge = child(properties, "vMerge")
        is_merged = merge is not None
        goes_on = is_merged and val(merge) != "restart" and self._above.get(column) == width
        if is_merged:
            self._merged[column] = width
        self._column += width
        return GridCell(column, width, goes_on, is_merged)


@dataclass(slots=True)
class _Cell:
    """A cell in the grid; `end` is the first column after it."""

    start: int
    end: int
    content: tuple[Inhoud, ...]
    height: int = 1


def read_table(table: Element, read: _Lezer, *, plaatshouder: bool) -> tuple[Inhoud, ...]:
    """Return a table; the content alone of a frame of one cell; nothing when all is empty.

    `read` returns what is in a cell, given whether that is a placeholder.
    """
    heading: list[list[_Cell]] = []
    rows: list[list[_Cell]] = []
    running: dict[int, _Cell] = {}  # by column, what a merged cell below goes on with
    grid = Grid()
    for rij, open_rij in _children(table, "tr", plaatshouder):
        own = child(rij, "trPr")
        if child(own, "del") is not None:
            continue
        group = heading if is_on(own, "tblHeader") and not rows else rows
        if group is rows and not rows:
            grid.part()  # no cell is both in the head and under it
        cells, running = _cells(rij, grid, read, running, plaatshouder=open_rij)
        if cells:
            group.append(cells)
    everything = [cell for rij_ in (*heading, *rows) for cell in rij_]
    if not any(cell.content for cell in everything):
        return ()
    if len(everything) == 1:
        return everything[0].content
    columns = sorted({cell.start for cell in everything})
    own = child(table, "tblPr")
    return (
        Tabel(
            tuple(_straight(heading, columns)),
            tuple(_straight(rows, columns)),
            " ".join(val(child(own, "tblCaption")).split()),
            bool(heading) and _has_first_column(child(own, "tblLook")),
            _widths(table, columns),
        ),
    )


def _cells(
    rij: Element, grid: Grid, read: _Lezer, above: dict[int, _Cell], *, plaatshouder: bool
) -> tuple[list[_Cell], dict[int, _Cell]]:
    """Return the cells that begin in a row, and by column those that may go on below it."""
    cells: list[_Cell] = []
    continued: list[_Cell] = []
    running: dict[int, _Cell] = {}
    if start := grid.start_row(rij):
        cells.append(_Cell(0, start, ()))
    for tc, open_cel in _children(rij, "tc", plaatshouder):
        own = child(tc, "tcPr")
        if child(own, "cellDel") is not None:
            continue
        place = grid.take(own)
        if place.goes_on:
            cell = above[place.column]
            continued.append(cell)
        else:
            cell = _Cell(place.column, place.column + place.width, read(tc, open_cel))
            cells.append(cell)
        if place.is_merged:
            running[place.column] = cell
    if cells:  # a row of nothing but cells that go on is no row to a reader
        for cell in continued:
            cell.height += 1
    return cells, running


def _straight(rows: Sequence[Sequence[_Cell]], columns: list[int]) -> Iterator[Celrij]:
    """Return the rows on a grid of the columns in which a cell begins, short rows filled up."""
    taken: dict[int, int] = {}  # by column, how many rows a cell from above still takes
    for rij in rows:
        per_kolom = {cell.start: cell for cell in rij}
        result: list[Cel] = []
        last = -1  # the column up to which the last cell reaches
        for kolom in columns:
            if taken.get(kolom):
                taken[kolom] -= 1
            elif cell := per_kolom.get(kolom):
                below = [k for k in columns if kolom <= k < cell.end]
                taken |= dict.fromkeys(below, cell.height - 1)
                result.append(Cel(cell.content, len(below), cell.height))
                last = cell.end
            elif kolom >= last:
                result.append(Cel(()))
        yield tuple(result)


def _widths(table: Element, columns: list[int]) -> tuple[int, ...]:
    """Return how wide the columns are, in percents; nothing when one has no width."""
    rooster = child(table, "tblGrid")
    sizes = [getal(val(kolom, "w")) or 0 for kolom in rooster] if rooster is not None else []
    bounds = [*columns, len(sizes)]
    widths = [sum(sizes[first:last]) for first, last in pairwise(bounds)]
    if not all(widths):
        return ()
    return tuple(round(100 * width / sum(widths)) for width in widths)


def _children(parent: Element, name: str, is_open: bool) -> Iterator[tuple[Element, bool]]:  # noqa: FBT001 - passed on with each child
    """Return the rows or cells, also those in controls, and whether each is a placeholder."""
    for element in parent:
        if element.tag == w(name):
            yield element, is_open
        elif element.tag in _TRANSPARENT:
            yield from _children(element, name, is_open or is_placeholder(element))


def _has_first_column(appearance: Element | None) -> bool:
    if appearance is None:
        return False
    loose = val(appearance, "firstColumn")
    if loose:
        return is_turned_on(loose)
    try:
        return bool(int(val(appearance) or "0", 16) & _FIRST_COLUMN)
    except ValueError:
        return False
