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
    oud: _Rijen
    nieuw: _Rijen

    def kop(self, merken: Marks) -> HeaderRow:
        """Return the header row; it comes and goes with the whole table."""
        wat = Verandering.GELIJK
        if not (self.oud and self.nieuw):
            wat = Verandering.WEG if self.oud else Verandering.NIEUW
        return HeaderRow(self.koppen, partial(merken.om, wat), partial(merken.teken, wat))


def tracked_table_xml(
    vraag: Vraag, oud: Side, nieuw: Side, ppr: str, stijlen: StyleIds, merken: Marks
) -> str:
    """Return the table of both plans and the paragraph behind it; empty when there is nothing.

    That paragraph holds the words for "no answer"; `ppr` are its properties when there is no table.
    """
    tabellen = _tabellen(vraag, oud.waarde, nieuw.waarde)
    leeg_oud = "" if tabellen.oud else oud.empty_text
    leeg_nieuw = "" if tabellen.nieuw else nieuw.empty_text
    runs = tracked_plain_xml(
        compare_words(*((Run(t),) if t else () for t in (leeg_oud, leeg_nieuw))), merken
    )
    if not tabellen.koppen:
        alinea = ParagraphVersion(Verandering.GELIJK, ppr, ppr, runs)
        return tracked_paragraphs_xml([alinea], ppr, merken) if runs else ""
    alinea = ParagraphVersion(
        Verandering.GELIJK, ppr if leeg_oud else TIGHT, ppr if leeg_nieuw else TIGHT, runs
    )
    return _tabel(vraag, tabellen, stijlen, merken) + tracked_paragraphs_xml(
        [alinea], TIGHT, merken
    )


def _tabel(vraag: Vraag, tabellen: _Tabellen, stijlen: StyleIds, merken: Marks) -> str:
    koppen, oud, nieuw = tabellen
    rpr = letters_xml(koppen)
    verschil = [(rij.wat, _met_streepjes(rij)) for rij in compare_rows(oud, nieuw)]
    rijen = [
        TableRow(
            [tracked_plain_xml(cel, merken, rpr) for cel in cellen], partial(merken.teken, wat)
        )
        for wat, cellen in verschil
    ]
    # What went and what came stand side by side, so together they need the room.
    teksten = [["".join(stuk.tekst for _, stuk in cel) for cel in cellen] for _, cellen in verschil]
    breed = widths([koppen, *teksten])
    return table_xml(vraag, tabellen.kop(merken), rijen, breed, stijlen)


def _tabellen(vraag: Vraag, oud: str, nieuw: str) -> _Tabellen:
    """Return the rows as a document shows them, with the columns that one of the two fills.

    Not every program can let a column come or go by itself, so a column is there in both.
    """
    rijen_oud, rijen_nieuw = (sorted_rows(vraag, tekst) for tekst in (oud, nieuw))
    blijft = [
        (i, kolom.vraag)
        for i, kolom in enumerate(vraag.kolommen)
        if any(rij[i] for rij in (*rijen_oud, *rijen_nieuw))
    ]

    def getoond(rijen: _Rijen) -> _Rijen:
        return tuple(tuple(een.in_words(rij[i]) for i, een in blijft) for rij in rijen)

    koppen = tuple(vraag.kolommen[i].label for i, _ in blijft)
    return _Tabellen(koppen, getoond(rijen_oud), getoond(rijen_nieuw))


def _met_streepjes(rij: Rijverschil) -> list[Sequence[Verschilstuk]]:
    """Return the cells with the dash that a document shows where one is empty."""
    uit: list[Sequence[Verschilstuk]] = []
    for plek, cel in enumerate(rij.cellen):
        was_leeg = rij.oud is not None and not rij.oud[plek]
        is_leeg = rij.nieuw is not None and not rij.nieuw[plek]
        if not cel:
            uit.append([Verschilstuk(_kant(rij), Run(EMPTY_CELL))])
        elif was_leeg:
            uit.append([Verschilstuk(Verandering.WEG, Run(EMPTY_CELL)), *cel])
        elif is_leeg:
            uit.append([*cel, Verschilstuk(Verandering.NIEUW, Run(EMPTY_CELL))])
        else:
            uit.append(cel)
    return uit


def _kant(rij: Rijverschil) -> Verandering:
    """Return what became of something that is in every version of the row."""
    if rij.oud is None:
        return Verandering.NIEUW
    return Verandering.WEG if rij.nieuw is None else Verandering.GELIJK
