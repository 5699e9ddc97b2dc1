r"""Tables as text, one row a line, `| cell | cell |`, and as a document shows them.

In a cell a bar is written `\|`, and every backslash right before a bar is doubled; other
backslashes are themselves. So reading what was written gives the same cells, and a row that is
added or changed is one line in a diff.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.cleaning import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.vraag import Kolom, Vraag

    _Rij = tuple[str, ...]
    _Rijen = tuple[_Rij, ...]

EMPTY_CELL = "–"  # a screen reader would pass an empty cell in silence
_BAR = re.compile(r"(\\*)\|")


def read_tabel(kolommen: Sequence[Kolom], text: str) -> _Rijen:
    """Return the cells, row by row; empty lines do not count.

    Raises TabelError for a row that is no row, or has not one cell per column.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    rows = []
    for number, line in enumerate(lines, 1):
        rij = _read_row(line)
        if not rij:
            raise TabelError(number, "een rij begint en eindigt met |, zoals | cel | cel |.")
        if len(rij) != len(kolommen):
            names = ", ".join(kolom.label for kolom in kolommen)
            raise TabelError(
                number,
                f"hier horen {len(kolommen)} cellen ({names}), maar er staan er {len(rij)}."
                r" Schrijf een | in een cel als \|.",
            )
        rows.append(rij)
    return tuple(rows)


def write_tabel(rows: Iterable[Sequence[str]]) -> str:
    """Return the text of these rows; every cell is cleaned, and set on one line."""
    return "\n".join(f"| {' | '.join(map(_write_cell, rij))} |" for rij in rows)


def replace_row(rows: _Rijen, place: int, rij: _Rij) -> _Rijen:
    """Return the rows with another one at `place`."""
    _must_exist(rows, place)
    return (*rows[:place], rij, *rows[place + 1 :])


def move_row(rows: _Rijen, start: int, target: int) -> _Rijen:
    """Return the rows with the one at `start` moved, so that it then stands at `target`."""
    _must_exist(rows, target)
    left_over = delete_row(rows, start)
    return (*left_over[:target], rows[start], *left_over[target:])


def delete_row(rows: _Rijen, place: int) -> _Rijen:
    """Return the rows without the one at `place`."""
    _must_exist(rows, place)
    return (*rows[:place], *rows[place + 1 :])


def sorted_rows(vraag: Vraag, value: str) -> _Rijen:
    """Return the rows as they are stored, in the order of the document.

    Rows without a value in the column they are sorted by come last; equal ones keep their order.
    """
    rows = read_tabel(vraag.kolommen, value)
    if not vraag.sorteer:
        return rows
    place = [kolom.id for kolom in vraag.kolommen].index(vraag.sorteer)
    sort_key = vraag.kolommen[place].type.sort_key
    return tuple(sorted(rows, key=lambda rij: (not rij[place], sort_key(rij[place]))))


def visible_tabel(vraag: Vraag, value: str) -> tuple[_Rij, _Rijen]:
    """Return the headers and the rows; cells in words, no column in which nothing is filled in."""
    rows = sorted_rows(vraag, value)
    stays = [i for i in range(len(vraag.kolommen)) if any(rij[i] for rij in rows)]
    vragen = [kolom.vraag for kolom in vraag.kolommen]
    return (
        tuple(vraag.kolommen[i].label for i in stays),
        tuple(tuple(vragen[i].in_words(rij[i]) for i in stays) for rij in rows),
    )


def _must_exist(rows: _Rijen, place: int) -> None:
    # A slice would take a place outside the table, or one counted from the end, without a word.
    if not 0 <= place < len(rows):
        raise IndexError(place)


@lru_cache(maxsize=256)  # checking, drawing and writing a plan read the same rows
def _read_row(line: str) -> _Rij:
    """Return the cells of one line, or nothing when it does not start and end with a bar."""
    line = line.strip()
    if not line.startswith("|"):
        return ()
    cells: list[str] = []
    cell, start_at = "", 1
    for bar in _BAR.finditer(line, 1):
        pairs, is_literal = divmod(len(bar[1]), 2)
        cell += line[start_at : bar.start()] + "\\" * pairs
        start_at = bar.end()
        if is_literal:
            cell += "|"
        else:
            cells.append(one_line(cell))
            cell = ""
    return () if cell or line[start_at:] else tuple(cells)


def _write_cell(cell: str) -> str:
    cell = one_line(cell)
    return _BAR.sub(_escaped, cell) if "|" in cell else cell


def _escaped(bar: re.Match[str]) -> str:
    return bar[1] * 2 + r"\|"
