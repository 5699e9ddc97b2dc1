"""Cells, headers and footers that would be left without a paragraph when what is in them goes.

Word calls a file with an empty cell damaged, and also one with a cell that ends in a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.splice import Splice
from uitvoeringsplan.word.invulvelden import (
    BEELD,
    DEEL,
    HUISSTIJL,
    SDT,
    SDT_INHOUD,
    TBL,
    TC,
    TR,
    P,
    tag_van,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.ooxml.scan import Afdruk, Element

_RANDEN = (f"{W} hdr", f"{W} ftr")
_BLOKKEN = (P, SDT, TBL)


class Houder(NamedTuple):
    """A cell, header or footer with something in it that can go: its end, and its blocks."""

    slot: int
    is_cel: bool
    blokken: tuple[tuple[int, int, bool], ...]  # begin, end, whether it is a paragraph


def vind_houders(afdruk: Afdruk) -> tuple[Houder, ...]:
    """Return what may have to be given a paragraph."""
    wortel = afdruk.wortel
    elementen = [*([wortel] if wortel.naam in _RANDEN else []), *afdruk.alle(TC)]
    return tuple(
        Houder(
            element.slot,
            element.naam == TC,
            tuple((blok.begin, blok.einde, blok.naam == P) for blok in _blokken(element)),
        )
        for element in elementen
        if any(_kan_weg(kind) for kind in element.kinderen)
    )


class Tabel(NamedTuple):
    """A table with rows that can go: where it stands, and where its rows do."""

    begin: int
    einde: int
    rijen: tuple[tuple[int, int], ...]


def vind_tabellen(afdruk: Afdruk) -> tuple[Tabel, ...]:
    """Return the tables that may be left without a row, which the format does not allow."""
    return tuple(
        Tabel(tabel.begin, tabel.einde, tuple((rij.begin, rij.einde) for rij in _rijen(tabel)))
        for tabel in afdruk.alle(TBL)
        if any(_kan_weg(kind) for kind in tabel.kinderen)
    )


def lege_tabellen(tabellen: Iterable[Tabel], knippen: Iterable[Splice]) -> list[Splice]:
    """Return what takes a table away of which `knippen` take every row."""
    weg = [knip[:2] for knip in knippen if not knip.nieuw]
    return [
        Splice(tabel.begin, tabel.einde)
        for tabel in tabellen
        if all(
            any(begin <= rij[0] and rij[1] <= einde for begin, einde in weg) for rij in tabel.rijen
        )
    ]


def aangevuld(houders: Iterable[Houder], knippen: Iterable[Splice], w: str) -> list[Splice]:
    """Return what gives a paragraph to those that need one when `knippen` are carried out."""
    houders = tuple(houders)
    if not houders:
        return []
    weg = [knip[:2] for knip in knippen if not knip.nieuw]
    uit = []
    for houder in houders:
        over = [
            blok
            for blok in houder.blokken
            if not any(begin <= blok[0] and blok[1] <= einde for begin, einde in weg)
        ]
        # How a cell ends in the template itself is not ours to judge.
        is_goed = over and (not houder.is_cel or over[-1][2] or over[-1] == houder.blokken[-1])
        if not is_goed:
            uit.append(Splice(houder.slot, houder.slot, f"<{w}p/>".encode()))
    return uit


def _blokken(element: Element) -> Iterator[Element]:
    """Yield what stands in an element, in order; of a part with a condition what stands in that."""
    for kind in element.kinderen:
        inhoud = kind.kind(SDT_INHOUD) if kind.naam == SDT else None
        if inhoud is not None and tag_van(kind).startswith(DEEL):
            yield from _blokken(inhoud)
        elif kind.naam in _BLOKKEN:
            yield kind


def _rijen(element: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those in controls."""
    for kind in element.kinderen:
        inhoud = kind.kind(SDT_INHOUD) if kind.naam == SDT else None
        if inhoud is not None:
            yield from _rijen(inhoud)
        elif kind.naam == TR:
            yield kind


def _kan_weg(element: Element) -> bool:
    if element.naam != SDT:
        return False
    tag = tag_van(element)
    return tag.startswith((DEEL, BEELD)) or tag in HUISSTIJL
