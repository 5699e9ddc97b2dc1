"""Room to write under a text that asks for something, where nothing marks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.layout import Cell, Line, Piece, Place, forget, walk
from uitvoeringsplan.forms.places import Level, Source, Takes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.forms.layout import Form, Table

_OFTEN = 3  # times that a text asks for something, when it does so under every choice
_SHORTEST_TEXT = 20


def find_room(form: Form) -> None:
    """Put a place under a text that asks to write something and has nothing to write in."""
    asked: dict[str, list[Cell]] = {}
    for container in form.containers:
        for block in walk(container):
            if isinstance(block, Cell) and _is_asking_cell(block):
                asked.setdefault(block.words, []).append(block)
        for section in _sections(container.blocks):
            if room := _room_in(section):
                _put(room, _place(room))
    for cells in asked.values():
        for cell in cells if len(cells) >= _OFTEN else ():
            place = _place(cell.lines[-1])
            place.is_new_line = True
            line = Line(cell.lines[-1].element, [])
            _put(line, place)
            cell.add(line)
    for container in form.containers:
        forget(container)


def _is_asking_cell(cell: Cell) -> bool:
    """Whether a cell is a whole row of words under something to tick or fill in."""
    row = cell.row
    if len(row.cells) != 1 or row.index == 0 or cell.places or len(cell.words) < _SHORTEST_TEXT:
        return False
    return bool(row.table.rows[row.index - 1].places)


def _sections(blocks: Sequence[Line | Table]) -> list[list[Line | Table]]:
    """Return what stands under each heading, without what stands above the first."""
    sections: list[list[Line | Table]] = []
    for block in blocks:
        if isinstance(block, Line) and block.outline is not None:
            sections.append([])
        elif sections:
            sections[-1].append(block)
    return sections


def _room_in(section: list[Line | Table]) -> Line | None:
    """Return the empty line of a section that begins by asking to write, and asks nothing else."""
    lines = [block for block in section if isinstance(block, Line) and not block.boxes]
    if len(lines) < len(section) or any(line.places for line in lines):
        return None
    first = next((place for place, line in enumerate(lines) if line.words), len(lines))
    if not lines[first:] or not wording.asks_to_write(lines[first].words):
        return None
    rest = lines[first:]
    room = next((line for line in rest if not line.words), None)
    if room is None or any(line.words for line in rest[rest.index(room) :]):
        return None
    return room


def _place(line: Line) -> Place:
    return Place(Source.UNDER, Takes.WORDS, Level.BLOCK, line.element, is_long=True)


def _put(line: Line, place: Place) -> None:
    place.line = line
    line.pieces = [Piece("", place)]
    line.forget()
