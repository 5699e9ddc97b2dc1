"""Laying two rows beside each other: what stands in both, what resembles what, and what changed.

Both work in the order of the rows; something that moved went in one place and came in another.
The time they take grows with the length of the rows, also when somebody means them to be slow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Generic, TypeVar

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    Paar = tuple[int, int]
    Kenmerken = frozenset[Hashable]

_MAX_PAIRS = 40_000  # up to so many pairs everything is compared with everything
_MAX_PAIRS_TOGETHER = 10_000_000  # in two rows; real texts stay far below
_MAX_DEPTH = 32
_MAX_LIKENESSES = 2_500
_WINDOW = 12  # how far to look for a likeness when there are more pairs than that


class _Span(NamedTuple):
    """A piece of both rows: from and up to."""

    old: int
    old_end: int
    new: int
    new_end: int
    depth: int = 0

    @property
    def pairs(self) -> int:
        return (self.old_end - self.old) * (self.new_end - self.new)


def equal_pairs(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    is_loose: Callable[[Hashable], bool] | None = None,
) -> list[Paar]:
    """Return the places (in the old row, in the new row) of what is in both, in order.

    Something that `is_loose` is never a reason to lay two pieces beside each other; it only counts
    beside something that is.
    """
    pairs: list[Paar] = []
    room = _MAX_PAIRS_TOGETHER
    stack = [_Span(0, len(old), 0, len(new))]
    while stack:
        span = _without_equal_ends(old, new, stack.pop(), pairs)
        if span.pairs <= min(_MAX_PAIRS, room):
            room -= span.pairs
            pairs += _all_pairs(old, new, span, is_loose)
            continue
        fixed = _fixed_points(old, new, span, is_loose) if span.depth < _MAX_DEPTH else []
        if not fixed:  # nothing to hold on to: all of it went, all of it came
            continue
        pairs += fixed
        start, target = span.old, span.new
        for i, j in (*fixed, (span.old_end, span.new_end)):
            stack.append(_Span(start, i, target, j, span.depth + 1))
            start, target = i + 1, j + 1
    return sorted(pairs)


def similar_pairs(
    old: Sequence[Kenmerken], new: Sequence[Kenmerken], at_least: float
) -> list[Paar]:
    """Return the places of what resembles each other at least this much (0 to 1), in order."""
    if len(old) * len(new) > _MAX_LIKENESSES:
        return _first_likenesses(old, new, at_least)
    # The best that can be had of the rest of both rows, from every place.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    value = [[_likeness(a, b) for b in new] for a in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = value[i][j] + best[i + 1][j + 1] if value[i][j] >= at_least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs: list[Paar] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if value[i][j] >= at_least and best[i][j] == value[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _without_equal_ends(
    old: Sequence[Hashable], new: Sequence[Hashable], span: _Span, pairs: list[Paar]
) -> _Span:
    """Return what is left when equal beginnings and ends went into `pairs`."""
    i, i_end, j, j_end, depth = span
    while i < i_end and j < j_end and old[i] == new[j]:
        pairs.append((i, j))
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        pairs.append((i_end, j_end))
    return _Span(i, i_end, j, j_end, depth)


def _all_pairs(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    span: _Span,
    is_loose: Callable[[Hashable], bool] | None,
) -> list[Paar]:
    if not span.pairs:
        return []
    i, i_end, j, j_end, _ = span
    # Without autojunk=False a word that is used often would never be equal to itself.
    matcher = SequenceMatcher(is_loose, old[i:i_end], new[j:j_end], autojunk=False)
    return [
        (i + piece.a + n, j + piece.b + n)
        for piece in matcher.get_matching_blocks()
        for n in range(piece.size)
    ]


def _fixed_points(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    span: _Span,
    is_loose: Callable[[Hashable], bool] | None,
) -> list[Paar]:
    """Return the longest row of what occurs once in both, in the order of both."""
    i, i_end, j, j_end, _ = span
    old_count = Counter(old[i:i_end])
    new_count = Counter(new[j:j_end])
    place = {item: n for n, item in enumerate(new[j:j_end], j) if new_count[item] == 1}
    pairs = [
        (n, place[item])
        for n, item in enumerate(old[i:i_end], i)
        if old_count[item] == 1 and item in place and not (is_loose and is_loose(item))
    ]
    return _longest_rising(pairs)


def _longest_rising(pairs: list[Paar]) -> list[Paar]:
    """Return the most pairs whose second numbers go up, as their first numbers do."""
    lowest: list[int] = []  # by length of the row so far, its lowest last number
    owner: list[int] = []
    previous: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(lowest, j)
        previous.append(owner[length - 1] if length else -1)
        lowest[length : length + 1] = [j]
        owner[length : length + 1] = [number]
    result: list[Paar] = []
    number = owner[-1] if owner else -1
    while number >= 0:
        result.append(pairs[number])
        number = previous[number]
    return result[::-1]


def _first_likenesses(
    old: Sequence[Kenmerken], new: Sequence[Kenmerken], at_least: float
) -> list[Paar]:
    """Return pairs that are near each other: of many rows nobody wants to wait for the best."""
    pairs: list[Paar] = []
    free = 0
    for i, a in enumerate(old):
        values = [(_likeness(a, b), -j) for j, b in enumerate(new[free : free + _WINDOW])]
        best_value, place = max(values, default=(0.0, 0))
        if best_value >= at_least:
            pairs.append((i, free - place))
            free += 1 - place
    return pairs


def _likeness(one: Kenmerken, other: Kenmerken) -> float:
    together = len(one) + len(other)
    return 2 * len(one & other) / together if together else 0.0


_Item = TypeVar("_Item", bound="Hashable")


class ChangedRegion(NamedTuple, Generic[_Item]):
    """A place in the old row, from and up to, that at least one version changed.

    `new` holds what each of the two has there; `by` which of them (0, 1) changed it; `choice`
    the one that counts. `is_loose`: the change could as well have stood elsewhere, as the things
    beside it are equal to what came or went.
    """

    old: int
    old_end: int
    old_items: tuple[_Item, ...]
    new: tuple[tuple[_Item, ...], tuple[_Item, ...]]
    by: frozenset[int]
    choice: int
    is_loose: bool

    @property
    def is_of_both(self) -> bool:
        """Whether both versions changed something here."""
        return len(self.by) > 1

    @property
    def is_equal(self) -> bool:
        """Whether both versions have the same here."""
        return self.new[0] == self.new[1]

    @property
    def chosen(self) -> tuple[_Item, ...]:
        """What comes in the place of the old things."""
        return self.new[self.choice]


class _Edit(NamedTuple):
    """A change of one version: from and up to in the old row, and how much longer it became."""

    old: int
    old_end: int
    growth: int
    is_loose: bool
    side: int


def find_regions(
    old: Sequence[_Item], versions: tuple[Sequence[_Item], Sequence[_Item]]
) -> list[ChangedRegion[_Item]]:
    """Return the places that were changed, in order; changes that overlap are in one place."""
    edits = sorted(one for side in (0, 1) for one in _edits(old, versions[side], side))
    groups: list[list[_Edit]] = []
    end = -1
    for one in edits:
        # Two insertions in one place overlap too: nobody knows which of them comes first.
        same_place = groups and one[:2] == groups[-1][-1][:2]
        if one.old < end or same_place:
            groups[-1].append(one)
        else:
            groups.append([one])
        end = max(end, one.old_end)
    result: list[ChangedRegion[_Item]] = []
    shift = [0, 0]
    for group in groups:
        first, last = group[0].old, max(one.old_end for one in group)
        new = []
        for side in (0, 1):
            start = first + shift[side]
            shift[side] += sum(one.growth for one in group if one.side == side)
            new.append(tuple(versions[side][start : last + shift[side]]))
        result.append(
            ChangedRegion(
                first, last, tuple(old[first:last]), (new[0], new[1]),
                frozenset(one.side for one in group), group[0].side,
                any(one.is_loose for one in group),
            )
        )  # fmt: skip
    return result


def _edits(old: Sequence[_Item], new: Sequence[_Item], side: int) -> list[_Edit]:
    result: list[_Edit] = []
    start = target = 0
    for i, j in (*equal_pairs(old, new), (len(old), len(new))):
        if start < i or target < j:
            first, last = _reach(old, new, (start, i), (target, j))
            is_loose = (first, last) != (start, i)
            result.append(_Edit(first, last, (j - target) - (i - start), is_loose, side))
        start, target = i + 1, j + 1
    return result


def _reach(
    old: Sequence[_Item],
    new: Sequence[_Item],
    gone: tuple[int, int],
    came: tuple[int, int],
) -> tuple[int, int]:
    """Return where in the old row a change may have been made.

    Of two equal things in a row one can go, or come, and nobody can tell which of them it was.
    """
    (i, i_end), (j, j_end) = gone, came
    if i < i_end and j < j_end:
        return gone
    row, start, end = (old, i, i_end) if i < i_end else (new, j, j_end)
    before = after = 0
    while (
        start - before > 0 and i - before > 0 and row[start - before - 1] == row[end - before - 1]
    ):
        before += 1
    while (
        end + after < len(row)
        and i_end + after < len(old)
        and row[start + after] == row[end + after]
    ):
        after += 1
    return i - before, i_end + after
