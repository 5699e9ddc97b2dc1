"""Rows of a table that ask the same again and again: one question that is a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.label import Label, Origin, Sureness
from uitvoeringsplan.forms.layout import Cell, Line, Place, Table, walk
from uitvoeringsplan.forms.places import Level, Source, Takes
from uitvoeringsplan.forms.questions import FormColumn, FormQuestion
from uitvoeringsplan.forms.table_context import column_head
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.forms.labels import LabelFinder
    from uitvoeringsplan.forms.layout import Container, Form, Row
    from uitvoeringsplan.forms.sections import Section, Sections


_FEWEST = 2  # rows that repeat each other


class Repeated(NamedTuple):
    """Rows that are one question: the places in them, row by row."""

    rows: list[list[Place]]
    table: Table | None = None
    is_headless: bool = False


def find_repeated(form: Form) -> list[Repeated]:
    """Return the rows of tables, and the items of repeating sections, that are one question."""
    found: list[Repeated] = []
    taken: set[Place] = set()
    for container in form.containers:
        for block in walk(container):
            if isinstance(block, Table):
                for one in _in_table(block):
                    found.append(one)
                    taken.update(place for row in one.rows for place in row)
        found += _sections(container.places, taken)
    return found


def _in_table(table: Table) -> Iterator[Repeated]:
    run: list[Row] = []
    for row in [*table.rows, None]:
        if row is not None and row.places and (not run or _is_same(run[-1], row)):
            run.append(row)
            continue
        if repeated := _repeated(run, table):
            yield repeated
        run = [row] if row is not None and row.places else []


def _is_same(one: Row, other: Row) -> bool:
    """Whether two rows ask the same: the same words in the same columns."""
    if len(one.cells) != len(other.cells):
        return False
    return _letters(one) == _letters(other) and all(
        (a.column == b.column and a.width == b.width) or len(one.places) == len(other.places)
        for a, b in zip(one.cells, other.cells, strict=True)
    )


def _letters(row: Row) -> str:
    """Return what a row says; a currency before a place says nothing."""
    return row.words if wording.has_letters(row.words, 1) else ""


def _repeated(run: list[Row], table: Table) -> Repeated | None:
    """Return rows as one question when their columns say what they hold, or their own words do."""
    if not run:
        return None
    places = [row.places for row in run]
    first = places[0][0]
    if first.level is Level.ROW:
        return Repeated(places, table)
    in_section = first.repeats is not None
    grows = first.line is not None and _is_numbered(first.line.container)
    has_ticks = any(place.takes is Takes.TICK for row in places for place in row)
    if not in_section and ((len(run) < _FEWEST and not grows) or has_ticks):
        return None
    if wording.has_letters(run[0].words, 1):
        return None if _has_names(run) else Repeated(places, table, is_headless=True)
    cells = [cell for cell in run[0].cells if cell.places]
    has_heads = all(column_head(cell) is not None for cell in cells)
    is_table = len(cells) > 1 or len(run) > _FEWEST
    return Repeated(places, table) if has_heads and is_table else None


def _is_numbered(container: Container) -> bool:
    """Whether a cell stands under the head of a column that numbers the rows."""
    head = column_head(container) if isinstance(container, Cell) else None
    return head is not None and wording.is_serial(head.words)


def _has_names(run: list[Row]) -> bool:
    """Whether only the first cell of each row holds words: the name of what is in that row."""
    first = run[0].cells[0]
    return (
        wording.has_letters(first.words, 1)
        and not first.places
        and column_head(run[0].cells[-1]) is not None
    )


def _sections(places: list[Place], taken: set[Place]) -> Iterator[Repeated]:
    """Yield the repeating sections that are not rows of a table."""
    by_section: dict[object, list[Place]] = {}
    for place in places:
        if place.repeats is not None and place not in taken:
            by_section.setdefault(place.repeats, []).append(place)
    for found in by_section.values():
        yield Repeated([found])


class TableReader:
    """Makes questions of rows that repeat."""

    def __init__(self, finder: LabelFinder, sections: Sections) -> None:
        self._finder, self._sections = finder, sections

    def question(self, repeated: Repeated) -> FormQuestion:
        """Return the question that is a table."""
        first = repeated.rows[0]
        section = self._sections.of_place[first[0]]
        if first[0].level is Level.ROW:
            columns = self._heads_of_row(repeated.table, first[0])
        else:
            columns = self._columns(first, is_headless=repeated.is_headless)
        label = self._label(repeated, section, columns)
        places = [place for row in repeated.rows for place in row]
        question = FormQuestion(
            label.text,
            "tabel",
            places,
            section,
            label.origin,
            label.sureness,
            explanation=label.explanation,
            columns=columns,
        )
        if repeated.table is None or first[0].repeats is not None:
            question.doubts.append("Dit deel mag vaker voorkomen; elke keer wordt een rij.")
        return question

    def _columns(self, row: list[Place], *, is_headless: bool) -> tuple[FormColumn, ...]:
        result: list[FormColumn] = []
        cells: set[int] = set()
        for place in row:
            cell = place.line.container if place.line is not None else None
            if isinstance(cell, Cell) and place.source is not Source.CONTROL:
                # Examples below each other in a cell are one value.
                if id(cell) in cells:
                    continue
                cells.add(id(cell))
            head = column_head(cell) if isinstance(cell, Cell) and not is_headless else None
            text = wording.tidy(head.words) if head is not None else self._finder.find(place).text
            result.append(FormColumn(_free(text or "Kolom", result), *column_type(place, text)))
        return tuple(result)

    def _heads_of_row(self, table: Table | None, place: Place) -> tuple[FormColumn, ...]:
        rows = table.rows if table is not None else []
        cell = place.line.container if place.line is not None else None
        index = cell.row.index if isinstance(cell, Cell) else 0
        above = rows[index - 1].cells if index else []
        result: list[FormColumn] = []
        for one in above:
            if wording.has_letters(one.words, 1):
                result.append(FormColumn(_free(wording.tidy(one.words), result)))
        return tuple(result) or (FormColumn(place.title or "Kolom"),)

    def _label(
        self, repeated: Repeated, section: Section, columns: tuple[FormColumn, ...]
    ) -> Label:
        """Return what a table is about: what stands above it, or else what its columns are."""
        first = repeated.rows[0][0]
        if first.level is Level.ROW and first.title and not wording.is_generic(first.title):
            return Label(first.title, Origin.TITLE, Sureness.LIKELY)
        table = repeated.table
        caption = _caption(table, first) if table is not None else None
        if caption is not None:
            return Label(wording.tidy(caption.words), Origin.LINE_ABOVE, Sureness.LIKELY)
        if table is not None and not self._is_first_in(table, first):
            return _of_columns(columns)
        if table is None and (found := self._finder.line_above(repeated.rows[0][0])).text:
            return found
        if section.title and section.level >= 0:
            return Label(wording.without_number(section.title), Origin.HEADING, Sureness.LIKELY)
        return _of_columns(columns)

    def _is_first_in(self, table: Table, first: Place) -> bool:
        """Whether nothing in the table stands above the rows, but their heads and a band."""
        cell = first.line.container if first.line is not None else None
        if not isinstance(cell, Cell):
            return True
        return not _has_others_above(table, cell)


def _of_columns(columns: tuple[FormColumn, ...]) -> Label:
    text = ", ".join(column.label for column in columns)
    return Label(text, Origin.COLUMN, Sureness.GUESS)


def _caption(table: Table, first: Place) -> Line | None:
    """Return the line right above a table whose first rows with places these are."""
    cell = first.line.container if first.line is not None else None
    if not isinstance(cell, Cell) or _has_others_above(table, cell):
        return None
    if any(len(row.cells) == 1 for row in table.rows[: cell.row.index]):
        return None  # a band of its own
    blocks = table.container.blocks[max(0, table.position - 4) : table.position]
    for block in reversed(blocks):
        if isinstance(block, Table) or block.own_places:
            return None
        if wording.has_letters(block.words):
            is_short = len(block.words.split()) <= 10
            return block if is_short and block.words.rstrip()[-1] not in ".!" else None
    return None


def _has_others_above(table: Table, cell: Cell) -> bool:
    """Whether something else is to be filled in above a row; in an example it does not count."""
    return any(row.places and not row.words for row in table.rows[: cell.row.index]) or any(
        row.places and row.places[0].source is not Source.BRACKET
        for row in table.rows[: cell.row.index]
    )


def column_type(place: Place, label: str) -> tuple[str, tuple[str, ...]]:
    """Return the type of a column and its choices, by what a place in it takes."""
    if place.takes is Takes.CHOICE and place.choices:
        return "keuze", place.choices
    if place.takes is Takes.TICK:
        return "jaanee", ()
    if place.takes is Takes.DATE or (
        place.takes is Takes.WORDS and wording.names_date(label) and len(label) < 40
    ):
        return "datum", ()
    return "regel", ()


def _free(label: str, before: list[FormColumn]) -> str:
    names = [column.label for column in before]
    number = 2
    free = label
    while free in names:
        free, number = f"{label} ({number})", number + 1
    return free
