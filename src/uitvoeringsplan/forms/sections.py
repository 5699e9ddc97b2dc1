"""The parts of a form: headings, lines that are headings to the eye, and bands across a table."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from uitvoeringsplan.forms.layout import Cell, Line, Row, Table
from uitvoeringsplan.forms.places import Takes
from uitvoeringsplan.forms.wording import asks_to_write, has_letters, tidy
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.forms.layout import Container, Form, Place

_MOST_WORDS = 12  # in a line that is a heading to the eye
_EYE = 9  # the level of what only looks like a heading, below every real one
_BAND = 10
_EDGES = {"header": "Koptekst", "footer": "Voettekst", "note": "Noten"}


class Section(NamedTuple):
    """A part of the form: its title as it stands there, and the one that it is a part of.

    `number` tells sections with the same title apart. `words` is what stands under the title.
    """

    number: int
    title: str
    level: int
    parent: Section | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The titles from the highest to this one."""
        return (*(self.parent.path if self.parent else ()), self.title)


class Sections:
    """In which section each place stands, and what is a title of one."""

    def __init__(self, form: Form) -> None:
        self._count = 0
        self.of_place: dict[Place, Section] = {}
        self.of_line: dict[Line, Section] = {}
        self.bands: dict[Row, Section] = {}
        self.titles: set[Line] = set()
        self.all: list[Section] = []
        self._top = self._new(form.title, -1, None)
        for container in form.containers:
            self._take(container)

    def _new(self, title: str, level: int, parent: Section | None) -> Section:
        section = Section(self._count, title, level, parent)
        self._count += 1
        self.all.append(section)
        return section

    def _take(self, container: Container) -> None:
        title = _EDGES.get(container.kind)
        self._blocks(container, self._new(title, -1, None) if title else self._top)

    def _blocks(self, container: Container, now: Section) -> None:
        last: Section | None = None  # the band that a table right above ended in
        for block in container.blocks:
            if isinstance(block, Table):
                last = self._table(block, last or now)
                continue
            last = None
            for box in block.boxes:
                self._blocks(box, now)
            if _is_title(block):
                now = self._below(now, block.words, _level(block))
                self.titles.add(block)
            self.of_line[block] = now
            for place in block.own_places:
                self.of_place[place] = now

    def _table(self, table: Table, now: Section) -> Section:
        """Take a table; returns its last band, which holds on for a table right below it."""
        band = now
        for row in table.rows:
            if is_band(row):
                band = self.bands[row] = self._below(band, row.words, _BAND)
            for cell in row.cells:
                self._blocks(cell, band)
        return band

    def _below(self, now: Section, title: str, level: int) -> Section:
        parent: Section | None = now
        while parent is not None and parent.level >= level:
            parent = parent.parent
        return self._new(tidy(title), level, parent)


def _level(line: Line) -> int:
    return line.outline if line.outline is not None else _EYE


def _is_title(line: Line) -> bool:
    """Whether a line is a heading, by its level, its style or its looks."""
    if line.own_places or not has_letters(line.words) or line.container.kind == "note":
        return False
    if isinstance(line.container, Cell):
        return is_caption(line) or (line.outline is not None and len(line.container.places) > 2)
    return line.outline is not None or _looks_like_title(line)


def _looks_like_title(line: Line) -> bool:
    """Whether a line without a level is a heading to the eye."""
    before_table = _before_table(line)
    if len(line.words.split()) > _MOST_WORDS * (1 + before_table):
        return False
    if not before_table and (": " in line.words or (line.is_point and not line.is_bold)):
        return False
    if any(name in line.style for name in ("heading", "kop", "title", "titel")):
        return True
    end = line.words.rstrip()[-1]
    ends_open = end in ".,;!" or (end in "?:" and not before_table)
    return not ends_open and not asks_to_write(line.words) and (line.is_bold or before_table)


def is_caption(line: Line) -> bool:
    """Whether a line is the first of a cell in which more things below each other are asked."""
    cell = line.container
    if not isinstance(cell, Cell) or line.own_places or len(line.words.split()) > _MOST_WORDS:
        return False
    if any(block.words or block.places for block in islice(cell.blocks, line.position)):
        return False
    rest = _seen(cell)[1:]
    if len(rest) < 2:
        return False
    if sum(one.words.endswith(":") for one in rest) > 1:
        stands_out = line.is_bold and not any(one.is_bold for one in rest)
        return stands_out or _is_asked_beside(cell, rest)
    # Where each place has a line above it of its own, the first line is a label like the others.
    alone = list(takewhile(lambda one: one.own_places and not has_letters(one.words), rest))
    return len(alone) > 1 and not _is_choice(alone)


def _seen(cell: Cell) -> list[Line]:
    return [line for line in cell.lines if line.words or line.own_places]


def _is_asked_beside(cell: Cell, rest: list[Line]) -> bool:
    """Whether another cell of the row asks the same, of somebody else."""
    asked = [line.words for line in rest]
    others = (_seen(other)[1:] for other in cell.row.cells if other is not cell)
    return any([line.words for line in lines] == asked for lines in others)


def _is_choice(lines: list[Line]) -> bool:
    return any(place.takes is Takes.TICK for line in lines for place in line.own_places)


def _before_table(line: Line) -> bool:
    """Whether the next thing that is there to see is a table."""
    for block in line.container.blocks[line.position + 1 :]:
        if isinstance(block, Table):
            return True
        if block.words or block.places:
            return False
    return False


def is_band(row: Row) -> bool:
    """Whether a row is one cell across the whole table, with words that name what is below it."""
    if len(row.cells) != 1 or row.cells[0].goes_on or row.index + 1 >= len(row.table.rows):
        return False
    cell = row.cells[0]
    if cell.places or not has_letters(cell.words):
        return False
    lines = [line for line in cell.lines if line.words]
    if row.table.columns < 2:
        return len(lines) == 1 and lines[0].outline is not None
    is_short = len(cell.words.split()) <= 3 * _MOST_WORDS and len(lines) == 1
    return is_short and (cell.is_shaded or all(line.is_bold for line in lines) or row.is_header)


def places_of(form: Form) -> Iterator[Place]:
    """Yield the places of a form in the order in which it is read."""
    for container in form.containers:
        yield from container.places
