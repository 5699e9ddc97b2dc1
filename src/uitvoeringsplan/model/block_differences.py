"""What changed in the blocks of an answer, or in the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from uitvoeringsplan.model.alignment import gelijke_paren, gelijkende_paren
from uitvoeringsplan.model.opmaak import Alinea, Punt, Stuk
from uitvoeringsplan.model.word_differences import (
    Verandering,
    Verschilstuk,
    kenmerken,
    vergelijk_woorden,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from uitvoeringsplan.model.opmaak import Blok

    _Rij = tuple[str, ...]
    _Plek = tuple[int | None, int | None]

_Item = TypeVar("_Item", bound="Hashable")

_ALIKE = 0.4  # of the words; a text that shares fewer is another text
_ROW_ALIKE = 0.3


class Blokverschil(NamedTuple):
    """A block of the old text, of the new text, or of both with what changed in it."""

    oud: Blok | None
    nieuw: Blok | None
    stukken: tuple[Verschilstuk, ...]
    andere_vorm: bool = False  # a paragraph became a point, a level or a number was changed

    @property
    def wat(self) -> Verandering:
        """What became of the block."""
        anders = self.andere_vorm or any(s.wat is not Verandering.GELIJK for s in self.stukken)
        return _what(self.oud is not None, self.nieuw is not None, anders=anders)


class Rijverschil(NamedTuple):
    """A row of the old table, of the new one, or of both with what changed in its cells."""

    oud: _Rij | None
    nieuw: _Rij | None
    cellen: tuple[tuple[Verschilstuk, ...], ...]

    @property
    def wat(self) -> Verandering:
        """What became of the row."""
        return _what(self.oud is not None, self.nieuw is not None, anders=self.oud != self.nieuw)


def vergelijk_blokken(oud: Sequence[Blok], nieuw: Sequence[Blok]) -> tuple[Blokverschil, ...]:
    """Return the blocks of both texts in one row."""
    begin_oud, begin_nieuw = _list_begin(oud), _list_begin(nieuw)
    uit: list[Blokverschil] = []
    for i, j in _side_by_side(
        [_without_number(blok) for blok in oud],
        [_without_number(blok) for blok in nieuw],
        lambda blok: kenmerken(blok.stukken),
        _ALIKE,
    ):
        links = None if i is None else oud[i]
        rechts = None if j is None else nieuw[j]
        stukken = vergelijk_woorden(
            links.stukken if links else (), rechts.stukken if rechts else ()
        )
        begint = i in begin_oud or j in begin_nieuw
        uit.append(
            Blokverschil(links, rechts, stukken, _has_other_shape(links, rechts, begint=begint))
        )
    return tuple(uit)


def vergelijk_rijen(oud: Sequence[_Rij], nieuw: Sequence[_Rij]) -> tuple[Rijverschil, ...]:
    """Return the rows of two tables with the same columns in one row."""
    uit: list[Rijverschil] = []
    for i, j in _side_by_side(oud, nieuw, _row_features, _ROW_ALIKE):
        links = None if i is None else oud[i]
        rechts = None if j is None else nieuw[j]
        leeg = ("",) * len(links or rechts or ())
        cellen = zip(links or leeg, rechts or leeg, strict=True)
        uit.append(
            Rijverschil(
                links, rechts, tuple(vergelijk_woorden(_runs(a), _runs(b)) for a, b in cellen)
            )
        )
    return tuple(uit)


def lijstnummers(blokken: Sequence[Blok]) -> list[int | None]:
    """Return for every numbered point which list it is in, from 0; None for the other blocks.

    A list ends at a paragraph, and at a bullet or a point of a higher level.
    """
    uit: list[int | None] = []
    lopend: dict[int, int] = {}
    volgende = 0
    for blok in blokken:
        lijst = None
        if isinstance(blok, Alinea):
            lopend.clear()
        else:
            lopend = {niveau: lijst for niveau, lijst in lopend.items() if niveau <= blok.niveau}
            if blok.nummer is None:
                lopend.pop(blok.niveau, None)
            else:
                lijst = lopend.setdefault(blok.niveau, volgende)
                volgende += lijst == volgende
        uit.append(lijst)
    return uit


def _what(in_oud: bool, in_nieuw: bool, *, anders: bool) -> Verandering:  # noqa: FBT001 - a pair
    if not in_oud:
        return Verandering.NIEUW
    if not in_nieuw:
        return Verandering.WEG
    return Verandering.GEWIJZIGD if anders else Verandering.GELIJK


def _side_by_side(
    oud: Sequence[_Item],
    nieuw: Sequence[_Item],
    kenmerken_van: Callable[[_Item], frozenset[Hashable]],
    vanaf: float,
) -> list[_Plek]:
    """Return the places in both rows: equal ones together, and those that resemble each other.

    Between two such pairs what went stands before what came.
    """
    paren: list[tuple[int, int]] = []
    van = naar = 0
    for i, j in (*gelijke_paren(oud, nieuw), (len(oud), len(nieuw))):
        if van < i and naar < j:
            links = [kenmerken_van(ding) for ding in oud[van:i]]
            rechts = [kenmerken_van(ding) for ding in nieuw[naar:j]]
            paren += [(van + a, naar + b) for a, b in gelijkende_paren(links, rechts, vanaf)]
        paren.append((i, j))
        van, naar = i + 1, j + 1
    uit: list[_Plek] = []
    van = naar = 0
    for i, j in paren:
        uit += [(n, None) for n in range(van, i)]
        uit += [(None, n) for n in range(naar, j)]
        uit.append((i, j))
        van, naar = i + 1, j + 1
    return uit[:-1]  # the last pair is the end of both rows


def _without_number(blok: Blok) -> Blok:
    """Return a block as it is when numbers go on from the point before it."""
    return blok if isinstance(blok, Alinea) or blok.nummer is None else blok._replace(nummer=0)


def _list_begin(blokken: Sequence[Blok]) -> frozenset[int]:
    """Return the places of the points that a list starts with; the others are counted from them."""
    gezien: set[int] = set()
    uit: set[int] = set()
    for plek, lijst in enumerate(lijstnummers(blokken)):
        if lijst is not None and lijst not in gezien:
            gezien.add(lijst)
            uit.add(plek)
    return frozenset(uit)


def _has_other_shape(oud: Blok | None, nieuw: Blok | None, *, begint: bool) -> bool:
    if oud is None or nieuw is None:
        return False
    if isinstance(oud, Punt) and isinstance(nieuw, Punt):
        if (oud.niveau, oud.nummer is None) != (nieuw.niveau, nieuw.nummer is None):
            return True
        return begint and oud.nummer != nieuw.nummer
    return type(oud) is not type(nieuw)


def _runs(cel: str) -> tuple[Stuk, ...]:
    return (Stuk(cel),) if cel else ()


def _row_features(rij: _Rij) -> frozenset[Hashable]:
    """Return the words by their column, and the cells as a whole."""
    return frozenset(
        (kolom, kenmerk)
        for kolom, cel in enumerate(rij)
        if cel
        for kenmerk in (cel, *kenmerken(_runs(cel)))
    )
