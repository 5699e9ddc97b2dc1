"""A changed table: rows that came or went as a whole, and words in the cells of the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.block_differences import vergelijk_rijen
from uitvoeringsplan.model.opmaak import Stuk
from uitvoeringsplan.model.tabel import LEGE_CEL, gesorteerd
from uitvoeringsplan.model.word_differences import (
    Verandering,
    Verschilstuk,
    vergelijk_woorden,
)
from uitvoeringsplan.word.tracked.tracked_paragraphs import Alineaversie, alineas_xml
from uitvoeringsplan.word.tracked.tracked_runs import kale_loops_xml
from uitvoeringsplan.word.writing.table_xml import (
    TIGHT,
    Koprij,
    Tabelrij,
    breedtes,
    letters,
    tabel_van,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.block_differences import Rijverschil
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.tracked.tracked_runs import Kant, Merken
    from uitvoeringsplan.word.writing.answer_xml import Stijlen

_Rijen = tuple[tuple[str, ...], ...]


class _Tabellen(NamedTuple):
    """The table of an answer in two plans: the headers, and the rows of each."""

    koppen: tuple[str, ...]
    oud: _Rijen
    nieuw: _Rijen

    def kop(self, merken: Merken) -> Koprij:
        """Return the header row; it comes and goes with the whole table."""
        wat = Verandering.GELIJK
        if not (self.oud and self.nieuw):
            wat = Verandering.WEG if self.oud else Verandering.NIEUW
        return Koprij(self.koppen, partial(merken.om, wat), partial(merken.teken, wat))


def tabelinhoud(
    vraag: Vraag, oud: Kant, nieuw: Kant, ppr: str, stijlen: Stijlen, merken: Merken
) -> str:
    """Return the table of both plans and the paragraph behind it; empty when there is nothing.

    That paragraph holds the words for "no answer"; `ppr` are its properties when there is no table.
    """
    tabellen = _tabellen(vraag, oud.waarde, nieuw.waarde)
    leeg_oud = "" if tabellen.oud else oud.leegtekst
    leeg_nieuw = "" if tabellen.nieuw else nieuw.leegtekst
    runs = kale_loops_xml(
        vergelijk_woorden(*((Stuk(t),) if t else () for t in (leeg_oud, leeg_nieuw))), merken
    )
    if not tabellen.koppen:
        alinea = Alineaversie(Verandering.GELIJK, ppr, ppr, runs)
        return alineas_xml([alinea], ppr, merken) if runs else ""
    alinea = Alineaversie(
        Verandering.GELIJK, ppr if leeg_oud else TIGHT, ppr if leeg_nieuw else TIGHT, runs
    )
    return _tabel(vraag, tabellen, stijlen, merken) + alineas_xml([alinea], TIGHT, merken)


def _tabel(vraag: Vraag, tabellen: _Tabellen, stijlen: Stijlen, merken: Merken) -> str:
    koppen, oud, nieuw = tabellen
    rpr = letters(koppen)
    verschil = [(rij.wat, _met_streepjes(rij)) for rij in vergelijk_rijen(oud, nieuw)]
    rijen = [
        Tabelrij([kale_loops_xml(cel, merken, rpr) for cel in cellen], partial(merken.teken, wat))
        for wat, cellen in verschil
    ]
    # What went and what came stand side by side, so together they need the room.
    teksten = [["".join(stuk.tekst for _, stuk in cel) for cel in cellen] for _, cellen in verschil]
    breed = breedtes([koppen, *teksten])
    return tabel_van(vraag, tabellen.kop(merken), rijen, breed, stijlen)


def _tabellen(vraag: Vraag, oud: str, nieuw: str) -> _Tabellen:
    """Return the rows as a document shows them, with the columns that one of the two fills.

    Not every program can let a column come or go by itself, so a column is there in both.
    """
    rijen_oud, rijen_nieuw = (gesorteerd(vraag, tekst) for tekst in (oud, nieuw))
    blijft = [
        (i, kolom.vraag)
        for i, kolom in enumerate(vraag.kolommen)
        if any(rij[i] for rij in (*rijen_oud, *rijen_nieuw))
    ]

    def getoond(rijen: _Rijen) -> _Rijen:
        return tuple(tuple(een.in_woorden(rij[i]) for i, een in blijft) for rij in rijen)

    koppen = tuple(vraag.kolommen[i].label for i, _ in blijft)
    return _Tabellen(koppen, getoond(rijen_oud), getoond(rijen_nieuw))


def _met_streepjes(rij: Rijverschil) -> list[Sequence[Verschilstuk]]:
    """Return the cells with the dash that a document shows where one is empty."""
    uit: list[Sequence[Verschilstuk]] = []
    for plek, cel in enumerate(rij.cellen):
        was_leeg = rij.oud is not None and not rij.oud[plek]
        is_leeg = rij.nieuw is not None and not rij.nieuw[plek]
        if not cel:
            uit.append([Verschilstuk(_kant(rij), Stuk(LEGE_CEL))])
        elif was_leeg:
            uit.append([Verschilstuk(Verandering.WEG, Stuk(LEGE_CEL)), *cel])
        elif is_leeg:
            uit.append([*cel, Verschilstuk(Verandering.NIEUW, Stuk(LEGE_CEL))])
        else:
            uit.append(cel)
    return uit


def _kant(rij: Rijverschil) -> Verandering:
    """Return what became of something that is in every version of the row."""
    if rij.oud is None:
        return Verandering.NIEUW
    return Verandering.WEG if rij.nieuw is None else Verandering.GELIJK
