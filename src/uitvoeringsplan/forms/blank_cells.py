"""Empty cells of a table that are there to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.layout import Line, Piece, Place
from uitvoeringsplan.forms.places import Level, Source, Takes
from uitvoeringsplan.forms.table_context import column_head

if TYPE_CHECKING:
    from uitvoeringsplan.forms.layout import Cell, Container, Row, Table

_MAX_LEFT = 160


def fill_cells(container: Container) -> None:
    """Put a place in the empty cells to write in of the tables in a container, inner ones first."""
    for block in container.blocks:
        if isinstance(block, Line):
            for box in block.boxes:
                fill_cells(box)
            continue
        for row in block.rows:
            for cell in row.cells:
                fill_cells(cell)
        _fill_table(block)


def _fill_table(table: Table) -> None:
    if not any(_is_blank(cell) for row in table.rows for cell in row.cells):
        return
    heads = _heads(table)
    for row in table.rows:
        # What is found in a row tells of the row below it, and not of the cells beside it.
        for cell in [cell for cell in row.cells if _is_blank(cell) and _is_wanted(cell, heads)]:
            _fill(cell)


def _is_wanted(cell: Cell, heads: dict[int, int]) -> bool:
    """Whether the cells around an empty one say that somebody writes in it."""
    row = cell.row
    if _is_head(row):
        return False
    if row.index in heads:
        over = row.table.rows[heads[row.index]].over(cell)
        is_named = any(wording.has_letters(one.words, 1) for one in over)
        return is_named and not any(wording.is_notes(one.words) for one in over)
    if any(one.words for one in row.cells[1:]) and (
        column_head(cell) is not None or _is_list_of_words(row)
    ):
        return False  # left open in a row that is filled in
    return _has_label_left(cell) or _is_under_words(cell)


def _is_list_of_words(row: Row) -> bool:
    """Whether a table holds words under heads, in an odd number of columns: no labels and places.

    Pairs of a label and a place make an even number.
    """
    head = row.table.rows[0]
    is_named = all(wording.has_letters(cell.words, 1) and not cell.places for cell in head.cells)
    return is_named and len(head.cells) % 2 == 1 and _is_filled_in(row, head)


def _is_blank(cell: Cell) -> bool:
    return cell.is_empty and not cell.goes_on and cell.element is not None


def _heads(table: Table) -> dict[int, int]:
    """Return by row the one above it with the heads of its columns.

    Rows under heads are empty or hold places; a row with words of its own in the first column has
    a name, and its other cells are under the heads too.
    """
    result: dict[int, int] = {}
    head: int | None = None
    for row in table.rows:
        if _is_head(row):
            head = row.index
        elif head is not None and _goes_with(row, table.rows[head]):
            result[row.index] = head
        elif head is None or not _is_filled_in(row, table.rows[head]):
            head = None
    return result


def _is_head(row: Row) -> bool:
    """Whether a row holds short words over several columns, and the one below something else."""
    cells = [cell for cell in row.cells if not cell.goes_on]
    named = [cell for cell in cells if wording.has_letters(cell.words, 1)]
    if len(named) < 2 or row.places or any(len(cell.words) > 80 for cell in cells):
        return False
    if row.index + 1 >= len(row.table.rows):
        return False
    below = row.table.rows[row.index + 1]
    open_cells = [cell for cell in below.cells[1:] if cell.is_empty or cell.places]
    first = below.cells[0].is_empty or bool(below.cells[0].places)
    is_open = len(below.cells) > 1 and len(open_cells) >= len(below.cells) - 1 - first
    # Heads stand out, so the first row below them may be filled in as an example.
    is_open |= all(cell.is_shaded or row.is_header for cell in cells) and not any(
        cell.is_shaded for cell in below.cells
    )
    is_label_row = any(cell.words.rstrip().endswith(":") for cell in named)
    has_empty = any(_is_blank(cell) for cell in cells[1:]) and len(named) < len(cells) - 1
    return is_open and not (is_label_row and has_empty)


def _is_filled_in(row: Row, head: Row) -> bool:
    """Whether a row under heads was filled in by whoever made the form."""
    starts = [cell.column for cell in head.cells]
    return [cell.column for cell in row.cells] == starts


def _goes_with(row: Row, head: Row) -> bool:
    """Whether a row stands under heads: its cells are in the same columns, and open."""
    if len(row.cells) < 2:
        return False
    starts = {cell.column for cell in head.cells}
    in_columns = sum(cell.column in starts for cell in row.cells)
    open_cells = [cell for cell in row.cells if cell.is_empty or cell.places]
    return in_columns == len(row.cells) and len(open_cells) >= len(row.cells) - 1


def _has_label_left(cell: Cell) -> bool:
    """Whether the cell right before an empty one says what to write in it."""
    row = cell.row
    place = row.cells.index(cell)
    if place == 0:
        return False
    before = row.cells[place - 1]
    if before.places or before.goes_on or not wording.has_letters(before.words):
        return False
    if len(before.words) > _MAX_LEFT or (place > 1 and _is_number(before)):
        return False
    lines = [line for line in before.lines if line.words]
    return len(lines) <= 3 and not wording.is_notes(before.words)


def _is_number(cell: Cell) -> bool:
    return not wording.has_letters(cell.words, 1)


def _is_under_words(cell: Cell) -> bool:
    """Whether a row of nothing but empty cells stands under one that asks something."""
    row = cell.row
    if not all(one.is_empty for one in row.cells) or row.index == 0:
        return False
    above = row.table.rows[row.index - 1]
    if all(_is_blank(one) or (len(one.places) and not one.words) for one in above.cells):
        # Rows to write on, one under another, go on with what began above them.
        return bool(above.places) and len(above.cells) == len(row.cells) == 1
    if above.places:
        # A label with its place, and more room below it.
        first, *rest = above.cells
        is_label = wording.has_letters(first.words) and not first.places
        is_wide = len(row.cells) == 1
        return (
            is_wide
            and is_label
            and bool(rest)
            and all(one.places and not one.words for one in rest)
        )
    return wording.has_letters(above.words) and (
        len(above.cells) == 1 or (len(row.cells) == 1 and _asks(above))
    )


def _asks(row: Row) -> bool:
    """Whether a row holds one question, with perhaps a number before it."""
    named = [cell for cell in row.cells if wording.has_letters(cell.words)]
    return len(named) == 1


def _fill(cell: Cell) -> None:
    place = Place(Source.CELL, Takes.WORDS, Level.CELL, cell.element, is_long=True)
    lines = cell.lines
    if lines:
        line = lines[0]
        line.pieces = [Piece("", place)]
        line.forget()
        place.line = line
        cell.forget_own()
