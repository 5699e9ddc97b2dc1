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

    old: Block | None
    new: Block | None
    runs: tuple[Verschilstuk, ...]
    other_form: bool = False  # a paragraph became a point, a level or a number was changed

    @property
    def change(self) -> Verandering:
        """What became of the block."""
        otherwise = self.other_form or any(s.change is not Verandering.GELIJK for s in self.runs)
        return _what(self.old is not None, self.new is not None, otherwise=otherwise)


class Rijverschil(NamedTuple):
    """A row of the old table, of the new one, or of both with what changed in its cells."""

    old: _Rij | None
    new: _Rij | None
    cellen: tuple[tuple[Verschilstuk, ...], ...]

    @property
    def change(self) -> Verandering:
        """What became of the row."""
        return _what(self.old is not None, self.new is not None, otherwise=self.old != self.new)


def compare_blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[Blokverschil, ...]:
    """Return the blocks of both texts in one row."""
    start_old, start_new = _list_start(old), _list_start(new)
    result: list[Blokverschil] = []
    for i, j in _side_by_side(
        [_without_number(block) for block in old],
        [_without_number(block) for block in new],
        lambda block: features(block.runs),
        _ALIKE,
    ):
        left = None if i is None else old[i]
        right = None if j is None else new[j]
        runs = compare_words(left.runs if left else (), right.runs if right else ())
        starts = i in start_old or j in start_new
        result.append(Blokverschil(left, right, runs, _has_other_shape(left, right, starts=starts)))
    return tuple(result)


def compare_rows(old: Sequence[_Rij], new: Sequence[_Rij]) -> tuple[Rijverschil, ...]:
    """Return the rows of two tables with the same columns in one row."""
    result: list[Rijverschil] = []
    for i, j in _side_by_side(old, new, _row_features, _ROW_ALIKE):
        left = None if i is None else old[i]
        right = None if j is None else new[j]
        empty = ("",) * len(left or right or ())
        cellen = zip(left or empty, right or empty, strict=True)
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
            running = {level: lijst for level, lijst in running.items() if level <= block.level}
            if block.number is None:
                running.pop(block.level, None)
            else:
                lijst = running.setdefault(block.level, following)
                following += lijst == following
        result.append(lijst)
    return result


def _what(in_old: bool, in_new: bool, *, otherwise: bool) -> Verandering:  # noqa: FBT001 - a pair
    if not in_old:
        return Verandering.NIEUW
    if not in_new:
        return Verandering.WEG
    return Verandering.GEWIJZIGD if otherwise else Verandering.GELIJK


def _side_by_side(
    old: Sequence[_Item],
    new: Sequence[_Item],
    features_of: Callable[[_Item], frozenset[Hashable]],
    start_at: float,
) -> list[_Plek]:
    """Return the places in both rows: equal ones together, and those that resemble each other.

    Between two such pairs what went stands before what came.
    """
    pairs: list[tuple[int, int]] = []
    start = target = 0
    for i, j in (*equal_pairs(old, new), (len(old), len(new))):
        if start < i and target < j:
            left = [features_of(ding) for ding in old[start:i]]
            right = [features_of(ding) for ding in new[target:j]]
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
        block if isinstance(block, Paragraph) or block.number is None else block._replace(number=0)
    )


def _list_start(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the points that a list starts with; the others are counted from them."""
    seen: set[int] = set()
    result: set[int] = set()
    for place, lijst in enumerate(list_numbers(blocks)):
        if lijst is not None and lijst not in seen:
            seen.add(lijst)
            result.add(place)
    return frozenset(result)


def _has_other_shape(old: Block | None, new: Block | None, *, starts: bool) -> bool:
    if old is None or new is None:
        return False
    if isinstance(old, ListItem) and isinstance(new, ListItem):
        if (old.level, old.number is None) != (new.level, new.number is None):
            return True
        return starts and old.number != new.number
    return type(old) is not type(new)


def _runs(cell: str) -> tuple[Run, ...]:
    return (Run(cell),) if cell else ()


def _row_features(rij: _Rij) -> frozenset[Hashable]:
    """Return the words by their column, and the cells as a whole."""
    return frozenset(
        (kolom, attribute)
        for kolom, cell in enumerate(rij)
        if cell
        for attribute in (cell, *features(_runs(cell)))
    )
