"""Tables: rows and cells out of the grid that Word keeps, with what was merged."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from uitvoeringsplan.document.inline import is_placeholder
from uitvoeringsplan.model.document import Cel, Tabel
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.styles import getal, staat_aan
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

    def begin_row(self, row: Element) -> int:
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
    """A cell in the grid; `einde` is the first column after it."""

    begin: int
    einde: int
    inhoud: tuple[Inhoud, ...]
    hoog: int = 1


def read_table(table: Element, lees: _Lezer, *, plaatshouder: bool) -> tuple[Inhoud, ...]:
    """Return a table; the content alone of a frame of one cell; nothing when all is empty.

    `lees` returns what is in a cell, given whether that is a placeholder.
    """
    heading: list[list[_Cell]] = []
    rows: list[list[_Cell]] = []
    lopend: dict[int, _Cell] = {}  # by column, what a merged cell below goes on with
    grid = Grid()
    for rij, open_rij in _children(table, "tr", plaatshouder):
        eigen = child(rij, "trPr")
        if child(eigen, "del") is not None:
            continue
        group = heading if is_on(eigen, "tblHeader") and not rows else rows
        if group is rows and not rows:
            grid.part()  # no cell is both in the head and under it
        cells, lopend = _cells(rij, grid, lees, lopend, plaatshouder=open_rij)
        if cells:
            group.append(cells)
    alles = [cell for rij_ in (*heading, *rows) for cell in rij_]
    if not any(cell.inhoud for cell in alles):
        return ()
    if len(alles) == 1:
        return alles[0].inhoud
    columns = sorted({cell.begin for cell in alles})
    eigen = child(table, "tblPr")
    return (
        Tabel(
            tuple(_straight(heading, columns)),
            tuple(_straight(rows, columns)),
            " ".join(val(child(eigen, "tblCaption")).split()),
            bool(heading) and _has_first_column(child(eigen, "tblLook")),
            _widths(table, columns),
        ),
    )


def _cells(
    rij: Element, grid: Grid, lees: _Lezer, above: dict[int, _Cell], *, plaatshouder: bool
) -> tuple[list[_Cell], dict[int, _Cell]]:
    """Return the cells that begin in a row, and by column those that may go on below it."""
    cells: list[_Cell] = []
    voortgezet: list[_Cell] = []
    lopend: dict[int, _Cell] = {}
    if begin := grid.begin_row(rij):
        cells.append(_Cell(0, begin, ()))
    for tc, open_cel in _children(rij, "tc", plaatshouder):
        eigen = child(tc, "tcPr")
        if child(eigen, "cellDel") is not None:
            continue
        place = grid.take(eigen)
        if place.goes_on:
            cell = above[place.column]
            voortgezet.append(cell)
        else:
            cell = _Cell(place.column, place.column + place.width, lees(tc, open_cel))
            cells.append(cell)
        if place.is_merged:
            lopend[place.column] = cell
    if cells:  # a row of nothing but cells that go on is no row to a reader
        for cell in voortgezet:
            cell.hoog += 1
    return cells, lopend


def _straight(rows: Sequence[Sequence[_Cell]], columns: list[int]) -> Iterator[Celrij]:
    """Return the rows on a grid of the columns in which a cell begins, short rows filled up."""
    bezet: dict[int, int] = {}  # by column, how many rows a cell from above still takes
    for rij in rows:
        per_kolom = {cell.begin: cell for cell in rij}
        result: list[Cel] = []
        last = -1  # the column up to which the last cell reaches
        for kolom in columns:
            if bezet.get(kolom):
                bezet[kolom] -= 1
            elif cell := per_kolom.get(kolom):
                below = [k for k in columns if kolom <= k < cell.einde]
                bezet |= dict.fromkeys(below, cell.hoog - 1)
                result.append(Cel(cell.inhoud, len(below), cell.hoog))
                last = cell.einde
            elif kolom >= last:
                result.append(Cel(()))
        yield tuple(result)


def _widths(table: Element, columns: list[int]) -> tuple[int, ...]:
    """Return how wide the columns are, in percents; nothing when one has no width."""
    rooster = child(table, "tblGrid")
    sizes = [getal(val(kolom, "w")) or 0 for kolom in rooster] if rooster is not None else []
    grenzen = [*columns, len(sizes)]
    breedtes = [sum(sizes[first:last]) for first, last in pairwise(grenzen)]
    if not all(breedtes):
        return ()
    return tuple(round(100 * breedte / sum(breedtes)) for breedte in breedtes)


def _children(parent: Element, name: str, is_open: bool) -> Iterator[tuple[Element, bool]]:  # noqa: FBT001 - passed on with each child
    """Return the rows or cells, also those in controls, and whether each is a placeholder."""
    for element in parent:
        if element.tag == w(name):
            yield element, is_open
        elif element.tag in _TRANSPARENT:
            yield from _children(element, name, is_open or is_placeholder(element))


def _has_first_column(uiterlijk: Element | None) -> bool:
    if uiterlijk is None:
        return False
    loose = val(uiterlijk, "firstColumn")
    if loose:
        return staat_aan(loose)
    try:
        return bool(int(val(uiterlijk) or "0", 16) & _FIRST_COLUMN)
    except ValueError:
        return False
