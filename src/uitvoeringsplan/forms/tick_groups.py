"""Boxes to tick: which of them are one question, and what stands beside each in its row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.layout import Cell, Line
from uitvoeringsplan.forms.line_context import words_before, words_behind
from uitvoeringsplan.forms.places import Takes
from uitvoeringsplan.forms.table_context import column_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.forms.layout import Place

_FAR = 4  # lines between two boxes of one choice that may be empty


def groups_of(ticks: Sequence[Place]) -> list[list[Place]]:
    """Return boxes, in the order of the form, in groups that are one question."""
    groups: list[list[Place]] = []
    for place in ticks:
        if groups and _goes_on(groups[-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _goes_on(group: list[Place], place: Place) -> bool:
    """Whether a box is one more choice of the boxes before it."""
    last = group[-1]
    line, before = place.line, last.line
    if line is None or before is None:
        return False
    if line is before:
        return _only_words_between(line, last, place)
    if line.container is before.container:
        return _is_next_line(
            before, line, place, is_first=len(group) == 1 and not stands_first(last)
        )
    cell, other = line.container, before.container
    if (
        not isinstance(cell, Cell)
        or not isinstance(other, Cell)
        or cell.row.table is not other.row.table
    ):
        return False
    if cell.row is other.row:
        return _is_next_cell(other, cell, last, place)
    return _is_below(other, cell, place)


def _only_words_between(line: Line, last: Place, place: Place) -> bool:
    """Whether nothing else is filled in between two boxes in a line."""
    places = line.own_places
    between = places[places.index(last) + 1 : places.index(place)]
    words = words_before(place)
    return not any(one.takes is Takes.TICK for one in between) and not re.search(r"[?:]\s", words)


def _is_next_line(before: Line, line: Line, place: Place, *, is_first: bool) -> bool:
    """Whether a line that begins with a box follows on the line with the last one."""
    if not stands_first(place):
        return False
    blocks = line.container.blocks[before.position + 1 : line.position]
    if len(blocks) > _FAR or any(block.words or block.places for block in blocks):
        return False
    if before.words.rstrip().endswith(":") and not is_first and not _stands_first_of(before):
        return False
    return not (before.style != line.style and line.outline is not None)


def stands_first(place: Place) -> bool:
    """Whether a box is the first thing in its line."""
    return not wording.has_letters(words_before(place), 1) and _is_first_piece(place)


def _is_first_piece(place: Place) -> bool:
    return place.line is not None and place.line.own_places[0] is place


def _stands_first_of(line: Line) -> bool:
    own = line.own_places
    return (
        bool(own)
        and own[0].takes is Takes.TICK
        and not wording.has_letters(words_before(own[0]), 1)
    )


def _is_next_cell(other: Cell, cell: Cell, last: Place, place: Place) -> bool:
    """Whether the boxes in two cells of a row each have their own words, and no question."""
    cells = cell.row.cells
    between = cells[cells.index(other) + 1 : cells.index(cell)]
    if not all(one.is_empty for one in between) or not (
        _opens(other, last) and _opens(cell, place)
    ):
        return False
    own = (words_behind(last), words_behind(place))
    return all(wording.has_letters(text, 1) for text in own) or (
        not any(own) and column_head(other) is not None and column_head(cell) is not None
    )


def _opens(cell: Cell, place: Place) -> bool:
    """Whether a box is the first thing in its cell."""
    seen = next((line for line in cell.lines if line.words or line.own_places), None)
    return seen is place.line and stands_first(place)


def _is_below(other: Cell, cell: Cell, place: Place) -> bool:
    """Whether a box stands under another in a column, each with its words in the same row."""
    rows = cell.row.table.rows
    if cell.row.index - other.row.index != 1 or cell.column != other.column:
        return False
    if words_behind(place):
        alone = all(one is cell or one.is_empty for one in cell.row.cells)
        return alone and all(one is other or one.is_empty for one in other.row.cells)
    return (
        row_words_right(cell) != ""
        and row_words_right(other) != ""
        and not row_words_left(cell)
        and not row_words_left(other)
        and sum(one.takes is Takes.TICK for one in rows[cell.row.index].places) == 1
    )


def row_words_right(cell: Cell) -> str:
    """Return the first line of the cell right of one, when that is about it."""
    behind = cell.row.cells[cell.row.cells.index(cell) + 1 :]
    one = behind[0] if behind else None
    if one is None or (one.places and not one.words):
        return ""
    line = next((line for line in one.lines if line.words), None)
    return line.words if line is not None else ""


def row_words_left(cell: Cell) -> str:
    """Return the nearest words left of a cell in its row."""
    before = cell.row.cells[: cell.row.cells.index(cell)]
    return next((one.words for one in reversed(before) if wording.has_letters(one.words)), "")
