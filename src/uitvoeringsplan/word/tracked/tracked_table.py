"""A changed table: rows that came or went as a whole, and words in the cells of the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import Run
from uitvoeringsplan.model.block_differences import compare_rows
from uitvoeringsplan.model.tabel import EMPTY_CELL, sorted_rows
from uitvoeringsplan.model.word_differences import (
    Verandering,
    Verschilstuk,
    compare_words,
)
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.tracked.tracked_paragraphs import ParagraphVersion, tracked_paragraphs_xml
from uitvoeringsplan.word.tracked.tracked_runs import tracked_plain_xml
from uitvoeringsplan.word.writing.table_xml import (
    TIGHT,
    HeaderRow,
    TableRow,
    letters_xml,
    table_xml,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.block_differences import Rijverschil
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.tracked.tracked_runs import Marks, Side
    from uitvoeringsplan.word.writing.answer_xml import StyleIds

_Rijen = tuple[tuple[str, ...], ...]


class _Tabellen(NamedTuple):
    """The table of an answer in two plans: the headers, and the rows of each."""

    koppen: tuple[str, ...]
    old: _Rijen
    new: _Rijen

    def kop(self, marks: Marks) -> HeaderRow:
        """Return the header row; it comes and goes with the whole table."""
        what = Verandering.GELIJK
        if not (self.old and self.new):
            what = Verandering.WEG if self.old else Verandering.NIEUW
        return HeaderRow(self.koppen, partial(marks.around, what), partial(marks.sign, what))


def tracked_table_xml(
    vraag: Vraag, old: Side, new: Side, ppr: str, styles: StyleIds, marks: Marks
) -> str:
    """Return the table of both plans and the paragraph behind it; empty when there is nothing.

    That paragraph holds the words for "no answer"; `ppr` are its properties when there is no table.
    """
    tabellen = _tabellen(vraag, old.value, new.value)
    empty_old = "" if tabellen.old else old.empty_text
    empty_new = "" if tabellen.new else new.empty_text
    runs = tracked_plain_xml(
        compare_words(*((Run(t),) if t else () for t in (empty_old, empty_new))), marks
    )
    if not tabellen.koppen:
        paragraph = ParagraphVersion(Verandering.GELIJK, ppr, ppr, runs)
        return tracked_paragraphs_xml([paragraph], ppr, marks) if runs else ""
    paragraph = ParagraphVersion(
        Verandering.GELIJK, ppr if empty_old else TIGHT, ppr if empty_new else TIGHT, runs
    )
    return _tabel(vraag, tabellen, styles, marks) + tracked_paragraphs_xml(
        [paragraph], TIGHT, marks
    )


def _tabel(vraag: Vraag, tabellen: _Tabellen, styles: StyleIds, marks: Marks) -> str:
    koppen, old, new = tabellen
    rpr = letters_xml(koppen)
    verschil = [(row.change, _with_dashes(row)) for row in compare_rows(old, new)]
    rows = [
        TableRow([tracked_plain_xml(cell, marks, rpr) for cell in cells], partial(marks.sign, what))
        for what, cells in verschil
    ]
    # What went and what came stand side by side, so together they need the room.
    texts = [["".join(run.text for _, run in cell) for cell in cells] for _, cells in verschil]
    width = widths([koppen, *texts])
    return table_xml(vraag, tabellen.kop(marks), rows, width, styles)


def _tabellen(vraag: Vraag, old: str, new: str) -> _Tabellen:
    """Return the rows as a document shows them, with the columns that one of the two fills.

    Not every program can let a column come or go by itself, so a column is there in both.
    """
    rijen_old, rijen_new = (sorted_rows(vraag, text) for text in (old, new))
    stays = [
        (i, column.vraag)
        for i, column in enumerate(vraag.kolommen)
        if any(row[i] for row in (*rijen_old, *rijen_new))
    ]

    def shown(rows: _Rijen) -> _Rijen:
        return tuple(tuple(one.in_words(row[i]) for i, one in stays) for row in rows)

    koppen = tuple(vraag.kolommen[i].label for i, _ in stays)
    return _Tabellen(koppen, shown(rijen_old), shown(rijen_new))


def _with_dashes(row: Rijverschil) -> list[Sequence[Verschilstuk]]:
    """Return the cells with the dash that a document shows where one is empty."""
    result: list[Sequence[Verschilstuk]] = []
    for place, cell in enumerate(row.cellen):
        was_empty = row.old is not None and not row.old[place]
        is_empty = row.new is not None and not row.new[place]
        if not cell:
            result.append([Verschilstuk(_side(row), Run(EMPTY_CELL))])
        elif was_empty:
            result.append([Verschilstuk(Verandering.WEG, Run(EMPTY_CELL)), *cell])
        elif is_empty:
            result.append([*cell, Verschilstuk(Verandering.NIEUW, Run(EMPTY_CELL))])
        else:
            result.append(cell)
    return result


def _side(row: Rijverschil) -> Verandering:
    """Return what became of something that is in every version of the row."""
    if row.old is None:
        return Verandering.NIEUW
    return Verandering.WEG if row.new is None else Verandering.GELIJK
