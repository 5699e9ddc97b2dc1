"""The answer to a question of the type `tabel`, out of the table that stands in its place.

A cell that does not fit is set apart, so that it never holds up the rest. In its place comes what
stood there before; that is only taken from the same row, or the same place between its neighbours.
Where nobody knows it, nothing is filled in. The words themselves go to the user.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.tabel import (
    EMPTY_CELL,
    read_tabel,
    sorted_rows,
    visible_tabel,
    write_tabel,
)
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.returned.answer_blocks import MAX_SIGNS
from uitvoeringsplan.word.returned.caveats import cell_remarks
from uitvoeringsplan.word.returned.result import Refusal
from uitvoeringsplan.word.returned.values import StoredText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.values import KnownAnswer
    from uitvoeringsplan.word.returned.walk import PlacedCell, PlacedParagraph, PlacedTable

    _Rij = tuple[str, ...]
    _Rijen = tuple[_Rij, ...]

MAX_CEL = 50_000  # characters; more is no cell that anybody typed
_EMPTY = "deze cel moet ingevuld zijn."
_TOO_LONG = "de tekst is te lang voor een cel."
_NAME = 40  # characters of the cell by which a row is recognised
MAX_RIJEN = 2_000
_MAX_CELLS = 20_000
_MAX_WIDTH = 500
_TOO_LARGE = "De tabel is te groot om terug te lezen."


class TableRow(NamedTuple):
    """A row as the document has it: its number there, and its cells in the order of the plan."""

    number: int  # from 1, without the row with the headers
    cellen: _Rij


class CheckedRows(NamedTuple):
    """The rows that fit, and what was set apart from them."""

    rijen: tuple[_Rij, ...]
    refused: tuple[Refusal, ...]


class RowCheck:
    """Judges the rows of one table; `old` are those that it had before, in the same order.

    `doubted` are the cells whose words nobody may take over without looking, by the number of
    their row and by column.
    """

    def __init__(
        self,
        vraag: Vraag,
        rows: Sequence[TableRow],
        old: Sequence[_Rij],
        doubted: Mapping[tuple[int, int], Refusal] = MappingProxyType({}),
    ) -> None:
        self._rows, self._old, self._doubted = rows, old, doubted
        self._questions = [column.vraag for column in vraag.kolommen]
        self._left: list[int] = []  # the old rows that are not there any more
        self._in_place: dict[int, int] = {}  # a row that came in the place of one old row

    def check(self) -> CheckedRows:
        """Return the rows as a plan can store them."""
        faults = {i: error for i, row in enumerate(self._rows) if (error := self._faults(row))}
        if not faults:
            return CheckedRows(tuple(row.cellen for row in self._rows), ())
        self._compare()
        rows: list[_Rij] = []
        refused: list[Refusal] = []
        for i, row in enumerate(self._rows):
            was = self._was(i, faults[i]) if i in faults else ()
            cells = list(row.cellen)
            apart = []
            for column, message in faults.get(i, {}).items():
                cells[column] = was[column] if was else ""
                if doubt := self._doubted.get((row.number, column)):
                    apart.append(doubt)
                elif cells[column] != row.cellen[column]:
                    apart.append(self._refusal(row, column, message))
            if self._lacks_something(cells):
                refused.append(_whole_row(row, faults[i]))
                continue
            rows.append(tuple(cells))
            refused += apart
        return CheckedRows(tuple(rows), tuple(refused))

    def _faults(self, row: TableRow) -> dict[int, str]:
        """Return what is wrong with the cells of a row, by column."""
        result = {}
        for column, (vraag, cell) in enumerate(zip(self._questions, row.cellen, strict=True)):
            if doubt := self._doubted.get((row.number, column)):
                result[column] = doubt.message
            elif len(cell) > MAX_CEL:
                result[column] = _TOO_LONG
            elif not cell and vraag.verplicht is Verplicht.ALTIJD:
                result[column] = _EMPTY
            else:
                try:
                    vraag.normalise(cell)
                except AntwoordError as error:
                    result[column] = error.message
        return result

    def _lacks_something(self, cells: Sequence[str]) -> bool:
        return any(
            not cell and vraag.verplicht is Verplicht.ALTIJD
            for vraag, cell in zip(self._questions, cells, strict=True)
        )

    def _compare(self) -> None:
        new = [row.cellen for row in self._rows]
        matcher = SequenceMatcher(None, self._old, new, autojunk=False)
        for kind, start_at, until, start, end in matcher.get_opcodes():
            if kind != "equal":
                self._left += range(start_at, until)
            if kind == "replace" and until - start_at == end - start == 1:
                self._in_place[start] = start_at

    def _was(self, i: int, faults: Iterable[int]) -> _Rij:
        """Return the old row that this row was; empty when nobody can tell."""
        others = [k for k in range(len(self._questions)) if k not in set(faults)]

        def equal(old: _Rij) -> int:
            return sum(bool(old[k]) and old[k] == cells[k] for k in others)

        cells = self._rows[i].cellen
        candidates = sorted(((equal(self._old[j]), j) for j in self._left), reverse=True)
        if i in self._in_place:
            chosen = self._in_place[i]
        elif not candidates or candidates[0][0] == 0:
            return ()
        else:
            (most, chosen), *rest = candidates
            filled = sum(bool(cells[k]) for k in others)
            if (rest and rest[0][0] == most) or 2 * most < filled:
                return ()
        self._left.remove(chosen)
        return self._old[chosen]

    def _refusal(self, row: TableRow, column: int, message: str) -> Refusal:
        place = _place(row.number, row.cellen, column, self._questions[column].label)
        return Refusal(place, row.cellen[column], message)


def _whole_row(row: TableRow, faults: dict[int, str]) -> Refusal:
    words = " | ".join(cell[:MAX_CEL] for cell in row.cellen if cell)
    return Refusal(f"rij {row.number}", words, " ".join(dict.fromkeys(faults.values())))


def _place(number: int, cellen: _Rij, column: int, label: str) -> str:
    return f"rij {number}{_row_name(cellen, column)}, kolom “{label}”"


def _row_name(cellen: _Rij, column: int = -1) -> str:
    """Return the first words of a row, by which somebody knows it; not those that do not fit."""
    name = next((cell for k, cell in enumerate(cellen) if cell and k != column), "")
    short = name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
    return f" (“{short}”)" if short else ""


class _Shown(NamedTuple):
    """What a table shows: its headers and rows, and whether cells of it were merged."""

    koppen: _Rij
    rijen: _Rijen
    is_samengevoegd: bool


def tables_in(
    paragraphs: Sequence[PlacedParagraph], places: range, depth: int
) -> list[PlacedTable]:
    """Return the tables that stand in a range of paragraphs, `depth` cells deep."""
    found = (paragraphs[i].path[depth].tabel for i in places if len(paragraphs[i].path) > depth)
    return list(dict.fromkeys(found))


def from_table(
    table: PlacedTable,
    paragraphs: Sequence[PlacedParagraph],
    reader: MarkupReader,
    known: KnownAnswer,
) -> StoredText:
    """Return the rows as a plan stores them, in the order that they had there.

    What a cell shows that the plan cannot say is in the notes, or sets the cell apart.
    """
    width = max((cell.kolom + cell.width for row in table.rijen for cell in row), default=0)
    count = sum(map(len, table.rijen))
    if len(table.rijen) > MAX_RIJEN or count > _MAX_CELLS or width > _MAX_WIDTH:
        return StoredText("", _TOO_LARGE)
    vraag = known.vraag
    grid = _shown(table, paragraphs, reader)
    if sum(min(len(cell), MAX_CEL) for row in grid.rijen for cell in row) > MAX_SIGNS:
        return StoredText("", _TOO_LARGE)
    said = _Said(table, grid, paragraphs, reader)
    for earlier in () if said.doubts else _known_texts(known):
        if _as_shown(vraag, earlier) == (grid.koppen, grid.rijen):
            return StoredText(earlier, notes=said.notes)
    columns, message = _columns(vraag, grid)
    if grid.is_samengevoegd:
        message = "In de tabel zijn cellen samengevoegd. Kijk na of alles op zijn plaats staat."
    vragen = [column.vraag for column in vraag.kolommen]
    rows = [
        TableRow(number, cells)
        for number, shown in enumerate(grid.rijen, 1)
        if any(cells := tuple(_row(vragen, columns, shown)))
    ]
    known_ones = _known_texts(known)
    old = sorted_rows(vraag, known_ones[0]) if known_ones else ()
    doubted = {
        (number, columns.index(place)): refusal
        for (number, place), refusal in said.doubts.items()
        if place in columns
    }
    keuring = RowCheck(vraag, rows, old, doubted).check()
    text = write_tabel(_in_old_order(tuple(row.cellen for row in rows), known))
    notes = (*said.notes, *_moved_rows(vraag, rows, old, text))
    if not keuring.refused:
        return StoredText(text, message, notes=notes)
    fitting = write_tabel(_in_old_order(keuring.rijen, known))
    return StoredText(text, message, keuring.refused, fitting, notes)


class _Said:
    """What the cells of a table show besides their words: notes, and doubts by row and column."""

    def __init__(
        self,
        table: PlacedTable,
        grid: _Shown,
        paragraphs: Sequence[PlacedParagraph],
        reader: MarkupReader,
    ) -> None:
        notes: list[str] = []
        self.doubts: dict[tuple[int, int], Refusal] = {}
        for cell in (cell for row in table.rijen for cell in row):
            lines = paragraphs[cell.start : cell.end]
            for caveat in cell_remarks(lines, reader):
                number, label = cell.rij, _label(grid.koppen, cell.kolom)
                cellen = grid.rijen[number - 1] if number else ()
                place = _place(number, cellen, cell.kolom, label)
                if not number:
                    notes.append(f"In de kop van kolom “{label}” {caveat.message}")
                elif caveat.is_doubt:
                    words = one_line(" ".join(map(reader.marked_words, lines)))
                    message = f"In die cel {caveat.message}"
                    self.doubts[number, cell.kolom] = Refusal(place, words, message)
                else:
                    notes.append(f"In {place}, {caveat.message}")
        self.notes = tuple(notes)


def _label(koppen: _Rij, column: int) -> str:
    return koppen[column] if column < len(koppen) else str(column + 1)


def _moved_rows(
    vraag: Vraag, rows: Sequence[TableRow], old: Sequence[_Rij], text: str
) -> Iterator[str]:
    """Yield what to say of a row that was moved, where the document has an order of its own."""
    if not vraag.sorteer or sorted_rows(vraag, text) == tuple(row.cellen for row in rows):
        return
    places: dict[_Rij, list[int]] = {}
    for place, cellen in enumerate(old):
        places.setdefault(cellen, []).append(place)
    known = [(places[row.cellen].pop(0), row) for row in rows if places.get(row.cellen)]
    label = next(kolom.label for kolom in vraag.kolommen if kolom.id == vraag.sorteer)
    for (place, _), (after, row) in pairwise(known):
        if after < place:
            yield (
                f"Rij {row.number}{_row_name(row.cellen)} staat in Word op een andere plaats. Het"
                f" document zet de rijen zelf op volgorde van “{label}”; dat blijft zo."
            )


def _shown(
    table: PlacedTable, paragraphs: Sequence[PlacedParagraph], reader: MarkupReader
) -> _Shown:
    rows = []
    for cells in table.rijen:
        width = max((cell.kolom + cell.width for cell in cells), default=0)
        row = [""] * width
        for cell in cells:
            row[cell.kolom] = _cell_text(cell, paragraphs, reader)
        rows.append(tuple(row))
    koppen = rows[0] if rows else ()
    return _Shown(
        koppen,
        tuple(rows[1:]),
        any(cell.width > 1 or cell.goes_on for cells in table.rijen for cell in cells),
    )


def _cell_text(
    cell: PlacedCell, paragraphs: Sequence[PlacedParagraph], reader: MarkupReader
) -> str:
    parts = (paragraphs[i] for i in range(cell.start, cell.end) if not paragraphs[i].is_hidden)
    return one_line(" ".join(reader.words(paragraph) for paragraph in parts))


def _columns(vraag: Vraag, grid: _Shown) -> tuple[list[int | None], str]:
    """Return for every column of the question where the table has it, and what is wrong."""
    koppen = [one_line(heading).casefold() for heading in grid.koppen]
    places: list[int | None] = []
    for column in vraag.kolommen:
        names = (one_line(column.label).casefold(), column.id)
        found = [i for i, heading in enumerate(koppen) if heading in names]
        places.append(found[0] if len(found) == 1 else None)
    used = {place for place in places if place is not None}
    unknown = [grid.koppen[i] for i in range(len(koppen)) if i not in used]
    if not used:
        return places, "De kopregel van de tabel is niet te herkennen."
    if unknown:
        listed = ", ".join(f"“{heading}”" for heading in unknown)
        return places, f"De tabel heeft kolommen die het plan niet kent: {listed}."
    return places, ""


def _row(vragen: Sequence[Vraag], places: Sequence[int | None], shown: _Rij) -> Iterator[str]:
    """Yield the cells of a row in the order of the question, each in the form of its column."""
    for vraag, place in zip(vragen, places, strict=True):
        cell = shown[place] if place is not None and place < len(shown) else ""
        if cell == EMPTY_CELL:
            cell = ""
        try:
            yield vraag.normalise(cell)
        except AntwoordError:
            yield cell  # judging the rows says which cell it is


def _known_texts(known: KnownAnswer) -> list[str]:
    """Return the texts that the table had before, the one that the document was made with first."""
    good = []
    for text in known.earlier:
        try:
            read_tabel(known.vraag.kolommen, text)
        except TabelError:
            continue
        good.append(text)
    return sorted(good, key=lambda text: not known.is_same(text))


def _as_shown(vraag: Vraag, text: str) -> tuple[_Rij, _Rijen]:
    """Return headers and rows as the document shows them."""
    koppen, rows = visible_tabel(vraag, text)
    return (
        tuple(map(one_line, koppen)),
        tuple(tuple(one_line(cell or EMPTY_CELL) for cell in row) for row in rows),
    )


def _in_old_order(rows: _Rijen, known: KnownAnswer) -> _Rijen:
    """Return the rows in the order of the plan, where the document had sorted them.

    A changed row takes the place of the one that it was, a new one comes behind its neighbour.
    """
    vraag = known.vraag
    known_ones = _known_texts(known)
    if not vraag.sorteer or not known_ones:
        return rows
    stored = read_tabel(vraag.kolommen, known_ones[0])
    displayed = sorted_rows(vraag, known_ones[0])
    # Equal rows are told apart by their order, which sorting keeps.
    free: dict[_Rij, list[int]] = {}
    for place, row in enumerate(stored):
        free.setdefault(row, []).append(place)
    old = [free[row].pop(0) for row in displayed]
    places: list[tuple[float, int]] = []
    matcher = SequenceMatcher(None, displayed, rows, autojunk=False)
    for _, start_at, until, start, end in matcher.get_opcodes():
        for i, new in enumerate(range(start, end)):
            if start_at + i < until:
                places.append((old[start_at + i], new))
            else:
                previous = places[-1][0] if places else -1
                places.append((previous, new))
    return tuple(rows[new] for _, new in sorted(places))
