"""What changed in the blocks of an answer, or in the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from uitvoeringsplan.model.alignment import equal_pairs, similar_pairs
from uitvoeringsplan.model.answer_markup import ListItem, Paragraph, Run
from uitvoeringsplan.model.word_differences import (
    Verandering,
    Verschilstuk,
    compare_words,
    features,
)
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from uitvoeringsplan.model.answer_markup import Block

    _Rij = tuple[str, ...]
    _Plek = tuple[int | None, int | None]

_Item = TypeVar("_Item", bound="Hashable")

_ALIKE = 0.4  # of the words; a text that shares fewer is another text
_ROW_ALIKE = 0.3


class Blokverschil(NamedTuple):
    """A block of the old text, of the new text, or of both with what changed in it."""

    oud: Block | None
    nieuw: Block | None
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


def compare_blocks(oud: Sequence[Block], nieuw: Sequence[Block]) -> tuple[Blokverschil, ...]:
    """Return the blocks of both texts in one row."""
    begin_oud, begin_nieuw = _list_begin(oud), _list_begin(nieuw)
    result: list[Blokverschil] = []
    for i, j in _side_by_side(
        [_without_number(block) for block in oud],
        [_without_number(block) for block in nieuw],
        lambda block: features(block.stukken),
        _ALIKE,
    ):
        left = None if i is None else oud[i]
        right = None if j is None else nieuw[j]
        stukken = compare_words(left.stukken if left else (), right.stukken if right else ())
        begint = i in begin_oud or j in begin_nieuw
        result.append(
            Blokverschil(left, right, stukken, _has_other_shape(left, right, begint=begint))
        )
    return tuple(result)


def compare_rows(oud: Sequence[_Rij], nieuw: Sequence[_Rij]) -> tuple[Rijverschil, ...]:
    """Return the rows of two tables with the same columns in one row."""
    result: list[Rijverschil] = []
    for i, j in _side_by_side(oud, nieuw, _row_features, _ROW_ALIKE):
        left = None if i is None else oud[i]
        right = None if j is None else nieuw[j]
        leeg = ("",) * len(left or right or ())
        cellen = zip(left or leeg, right or leeg, strict=True)
        result.append(
            Rijverschil(left, right, tuple(compare_words(_runs(a), _runs(b)) for a, b in cellen))
        )
    return tuple(result)


def list_numbers(blocks: Sequence[Block]) -> list[int | None]:
    """Return for every numbered point which list it is in, from 0; None for the other blocks.

    A list ends at a paragraph, and at a bullet or a point of a higher level.
    """
    result: list[int | None] = []
    running: dict[int, int] = {}
    following = 0
    for block in blocks:
        lijst = None
        if isinstance(block, Paragraph):
            running.clear()
        else:
            running = {level: lijst for level, lijst in running.items() if level <= block.niveau}
            if block.nummer is None:
                running.pop(block.niveau, None)
            else:
                lijst = running.setdefault(block.niveau, following)
                following += lijst == following
        result.append(lijst)
    return result


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
    start_at: float,
) -> list[_Plek]:
    """Return the places in both rows: equal ones together, and those that resemble each other.

    Between two such pairs what went stands before what came.
    """
    pairs: list[tuple[int, int]] = []
    start = target = 0
    for i, j in (*equal_pairs(oud, nieuw), (len(oud), len(nieuw))):
        if start < i and target < j:
            left = [kenmerken_van(ding) for ding in oud[start:i]]
            right = [kenmerken_van(ding) for ding in nieuw[target:j]]
            pairs += [(start + a, target + b) for a, b in similar_pairs(left, right, start_at)]
        pairs.append((i, j))
        start, target = i + 1, j + 1
    result: list[_Plek] = []
    start = target = 0
    for i, j in pairs:
        result += [(n, None) for n in range(start, i)]
        result += [(None, n) for n in range(target, j)]
        result.append((i, j))
        start, target = i + 1, j + 1
    return result[:-1]  # the last pair is the end of both rows


def _without_number(block: Block) -> Block:
    """Return a block as it is when numbers go on from the point before it."""
    return (
        block if isinstance(block, Paragraph) or block.nummer is None else block._replace(nummer=0)
    )


def _list_begin(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the points that a list starts with; the others are counted from them."""
    gezien: set[int] = set()
    result: set[int] = set()
    for place, lijst in enumerate(list_numbers(blocks)):
        if lijst is not None and lijst not in gezien:
            gezien.add(lijst)
            result.add(place)
    return frozenset(result)


def _has_other_shape(oud: Block | None, nieuw: Block | None, *, begint: bool) -> bool:
    if oud is None or nieuw is None:
        return False
    if isinstance(oud, ListItem) and isinstance(nieuw, ListItem):
        if (oud.niveau, oud.nummer is None) != (nieuw.niveau, nieuw.nummer is None):
            return True
        return begint and oud.nummer != nieuw.nummer
    return type(oud) is not type(nieuw)


def _runs(cell: str) -> tuple[Run, ...]:
    return (Run(cell),) if cell else ()


def _row_features(rij: _Rij) -> frozenset[Hashable]:
    """Return the words by their column, and the cells as a whole."""
    return frozenset(
        (kolom, kenmerk)
        for kolom, cell in enumerate(rij)
        if cell
        for kenmerk in (cell, *features(_runs(cell)))
    )
