"""Tables: rows and cells out of the grid that Word keeps, with what was merged."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.document.inline import is_plaatshouder
from uitvoeringsplan.model.document import Cel, Tabel
from uitvoeringsplan.ooxml.styles import getal, staat_aan
from uitvoeringsplan.ooxml.tree import child, is_on, val, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from uitvoeringsplan.model.document import Celrij, Inhoud
    from uitvoeringsplan.ooxml.tree import Element

    _Lezer = Callable[[Element, bool], tuple[Inhoud, ...]]

_DOORZICHTIG = frozenset(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")))
_EERSTE_KOLOM = 0x0080
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
class _Roostercel:
    """A cell in the grid; `einde` is the first column after it."""

    begin: int
    einde: int
    inhoud: tuple[Inhoud, ...]
    hoog: int = 1


def lees_tabel(tabel: Element, lees: _Lezer, *, plaatshouder: bool) -> tuple[Inhoud, ...]:
    """Return a table; the content alone of a frame of one cell; nothing when all is empty.

    `lees` returns what is in a cell, given whether that is a placeholder.
    """
    kop: list[list[_Roostercel]] = []
    rijen: list[list[_Roostercel]] = []
    lopend: dict[int, _Roostercel] = {}  # by column, what a merged cell below goes on with
    grid = Grid()
    for rij, open_rij in _kinderen(tabel, "tr", plaatshouder):
        eigen = child(rij, "trPr")
        if child(eigen, "del") is not None:
            continue
        groep = kop if is_on(eigen, "tblHeader") and not rijen else rijen
        if groep is rijen and not rijen:
            grid.part()  # no cell is both in the head and under it
        cellen, lopend = _cellen(rij, grid, lees, lopend, plaatshouder=open_rij)
        if cellen:
            groep.append(cellen)
    alles = [cel for rij_ in (*kop, *rijen) for cel in rij_]
    if not any(cel.inhoud for cel in alles):
        return ()
    if len(alles) == 1:
        return alles[0].inhoud
    kolommen = sorted({cel.begin for cel in alles})
    eigen = child(tabel, "tblPr")
    return (
        Tabel(
            tuple(_recht(kop, kolommen)),
            tuple(_recht(rijen, kolommen)),
            " ".join(val(child(eigen, "tblCaption")).split()),
            bool(kop) and _eerste_kolom(child(eigen, "tblLook")),
            _breedtes(tabel, kolommen),
        ),
    )


def _cellen(
    rij: Element, grid: Grid, lees: _Lezer, boven: dict[int, _Roostercel], *, plaatshouder: bool
) -> tuple[list[_Roostercel], dict[int, _Roostercel]]:
    """Return the cells that begin in a row, and by column those that may go on below it."""
    cellen: list[_Roostercel] = []
    voortgezet: list[_Roostercel] = []
    lopend: dict[int, _Roostercel] = {}
    if begin := grid.begin_row(rij):
        cellen.append(_Roostercel(0, begin, ()))
    for tc, open_cel in _kinderen(rij, "tc", plaatshouder):
        eigen = child(tc, "tcPr")
        if child(eigen, "cellDel") is not None:
            continue
        plek = grid.take(eigen)
        if plek.goes_on:
            cel = boven[plek.column]
            voortgezet.append(cel)
        else:
            cel = _Roostercel(plek.column, plek.column + plek.width, lees(tc, open_cel))
            cellen.append(cel)
        if plek.is_merged:
            lopend[plek.column] = cel
    if cellen:  # a row of nothing but cells that go on is no row to a reader
        for cel in voortgezet:
            cel.hoog += 1
    return cellen, lopend


def _recht(rijen: Sequence[Sequence[_Roostercel]], kolommen: list[int]) -> Iterator[Celrij]:
    """Return the rows on a grid of the columns in which a cell begins, short rows filled up."""
    bezet: dict[int, int] = {}  # by column, how many rows a cell from above still takes
    for rij in rijen:
        per_kolom = {cel.begin: cel for cel in rij}
        uit: list[Cel] = []
        tot = -1  # the column up to which the last cell reaches
        for kolom in kolommen:
            if bezet.get(kolom):
                bezet[kolom] -= 1
            elif cel := per_kolom.get(kolom):
                onder = [k for k in kolommen if kolom <= k < cel.einde]
                bezet |= dict.fromkeys(onder, cel.hoog - 1)
                uit.append(Cel(cel.inhoud, len(onder), cel.hoog))
                tot = cel.einde
            elif kolom >= tot:
                uit.append(Cel(()))
        yield tuple(uit)


def _breedtes(tabel: Element, kolommen: list[int]) -> tuple[int, ...]:
    """Return how wide the columns are, in percents; nothing when one has no width."""
    rooster = child(tabel, "tblGrid")
    maten = [getal(val(kolom, "w")) or 0 for kolom in rooster] if rooster is not None else []
    grenzen = [*kolommen, len(maten)]
    breedtes = [sum(maten[van:tot]) for van, tot in pairwise(grenzen)]
    if not all(breedtes):
        return ()
    return tuple(round(100 * breedte / sum(breedtes)) for breedte in breedtes)


def _kinderen(ouder: Element, naam: str, open_: bool) -> Iterator[tuple[Element, bool]]:  # noqa: FBT001 - passed on with each child
    """Return the rows or cells, also those in controls, and whether each is a placeholder."""
    for element in ouder:
        if element.tag == w(naam):
            yield element, open_
        elif element.tag in _DOORZICHTIG:
            yield from _kinderen(element, naam, open_ or is_plaatshouder(element))


def _eerste_kolom(uiterlijk: Element | None) -> bool:
    if uiterlijk is None:
        return False
    los = val(uiterlijk, "firstColumn")
    if los:
        return staat_aan(los)
    try:
        return bool(int(val(uiterlijk) or "0", 16) & _EERSTE_KOLOM)
    except ValueError:
        return False
