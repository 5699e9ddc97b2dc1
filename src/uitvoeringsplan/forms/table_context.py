"""What the cells around a cell say of it: the head of its column, the name of its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.label import Sureness

if TYPE_CHECKING:
    from uitvoeringsplan.forms.layout import Cell, Row, Table


def column_head(cell: Cell | None) -> Cell | None:
    """Return the cell with the head of the column of a cell; None in a table without heads."""
    if cell is None:
        return None
    table = cell.row.table
    if table.heads is None:
        table.heads = _find_heads(table)
    head = table.heads.get(cell.row.index)
    over = [one for one in head.over(cell) if not one.goes_on] if head is not None else []
    own = [one for one in over if one.column == cell.column or one.end == cell.end]
    return own[0] if own and own[0].words else None


def _find_heads(table: Table) -> dict[int, Row]:
    """Return by row the one above it with the heads of its columns, which it has the same of."""
    result: dict[int, Row] = {}
    head: Row | None = None
    for row in table.rows:
        if head is not None and _lies_like(head, row):
            result[row.index] = head
        if is_row_of_heads(row):
            head = row
        elif head is not None and not _lies_like(head, row):
            head = None
    return result


def has_notes_above(cell: Cell) -> bool:
    """Whether the column of a cell holds notes for who fills in the form."""
    table = cell.row.table
    if table.notes is None:
        every = (one for row in table.rows for one in row.cells)
        table.notes = [one for one in every if wording.is_notes(one.words)]
    return any(
        one.row.index < cell.row.index and one.column < cell.end and cell.column < one.end
        for one in table.notes
    )


def is_row_of_heads(row: Row) -> bool:
    """Whether a row holds short words over columns in which something is to be filled in."""
    named = [cell for cell in row.cells if wording.has_letters(cell.words, 1)]
    if len(named) < 2 or row.places or any(len(cell.words) > 90 for cell in named):
        return False
    below = row.table.rows[row.index + 1 : row.index + 2]
    if not below or len(below[0].cells) < 2:
        return False
    if sum(cell.words.rstrip().endswith(":") for cell in named) > len(named) / 2:
        return False
    # Below a name of a row comes another name; below a head comes something to fill in.
    return any(cell.places for cell in below[0].cells) or all(
        cell.is_shaded or row.is_header for cell in named
    )


def _lies_like(row: Row, other: Row) -> bool:
    """Whether two rows have the same columns."""
    return len(row.cells) > 1 and [cell.column for cell in row.cells] == [
        cell.column for cell in other.cells
    ]


def row_name(cell: Cell) -> str:
    """Return the words in the first cell of a row, when nothing is filled in there."""
    first = cell.row.cells[0]
    if first is cell or first.places or not wording.has_letters(first.words):
        return ""
    line = next((one for one in first.lines if one.words), None)
    return wording.tidy(line.words if line is not None else first.words)


def has_more_places(cell: Cell) -> bool:
    """Whether more cells of the rows under these heads are to be filled in."""
    return sum(bool(one.places) for one in cell.row.cells) > 1


def follows_label(cell: Cell) -> bool:
    """Whether the cell right before another one ends in a colon or a question mark."""
    at = cell.row.cells.index(cell)
    before = cell.row.cells[at - 1] if at else None
    return before is not None and before.words.rstrip()[-1:] in (":", "?")


def words_left(cell: Cell) -> tuple[str, str, Sureness]:
    """Return the words left of a cell, what explains them, and how sure they are its label."""
    at = cell.row.cells.index(cell)
    passed = 0
    for one in reversed(cell.row.cells[:at]):
        if one.places:
            # Words behind the last place in a cell may be about the next one.
            passed += 1
            if passed > 1 or one.words:
                return "", "", Sureness.GUESS
            continue
        if wording.has_letters(one.words):
            lines = [line.words for line in one.lines if line.words]
            first, *rest = _joined(lines) or [one.words]
            sureness = Sureness.GUESS if passed else Sureness.SURE
            return first, " ".join(rest), sureness
    return "", "", Sureness.GUESS


def _joined(lines: list[str]) -> list[str]:
    """Return lines of which a first one that is plainly not finished has the next with it."""
    if len(lines) > 1 and (lines[0].rstrip()[-1:] in "/,-(&" or lines[1][:1].islower()):
        return [f"{lines[0]} {lines[1]}", *lines[2:]]
    return lines
