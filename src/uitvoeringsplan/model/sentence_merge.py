"""Putting the changes of two people in one answer together, sentence by sentence.

What comes out was written by somebody: every sentence is literally one of theirs, and between two
changes by different people stands at least one whole word that neither touched. Where that cannot
be had the two clash, and a reader decides.

A sentence hangs on the words above its list, the point above it, a number. One that stayed as it
was means something else below another heading: somebody who changed “We doen:” into “We doen
niet:” did not see the point that somebody else put under it. So there too they clash.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from uitvoeringsplan.model.alignment import ChangedRegion, equal_pairs, find_regions
from uitvoeringsplan.model.answer_markup import ListItem, Paragraph, read_markup
from uitvoeringsplan.model.markup_writer import write_markup
from uitvoeringsplan.model.sentences import read_tokens, read_zinnen, write_zinnen
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from uitvoeringsplan.model.answer_markup import Block
    from uitvoeringsplan.model.sentences import Token, Zin

    _Wijziging = tuple[int, int, tuple[Token, ...]]

_Item = TypeVar("_Item", bound="Hashable")

_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?:;](?=\s)|\n")


def merge_markup(base: str, one: str, other: str) -> str | None:
    """Return an answer with the changes of both to `base`; None when they clash."""
    old, left, right = (read_zinnen(read_markup(text)) for text in (base, one, other))
    merged = _merge_zinnen(old, left, right)
    if merged is None:
        return None
    if merged == left:
        return one
    if merged == right:
        return other
    text = write_markup(write_zinnen(merged))
    # Beside new neighbours a sentence may be read otherwise: numbers that go on from another list,
    # a heading above another paragraph. Then it is no longer what somebody wrote.
    return text if read_zinnen(read_markup(text)) == merged else None


def merge_rijen(
    base: Sequence[_Item], one: Sequence[_Item], other: Sequence[_Item]
) -> list[_Item] | None:
    """Return the rows with the changes of both; None when those touch, or are about the same row.

    A row is taken whole, and between two changes by different people stands one that neither
    touched.
    """
    regions = find_regions(base, (one, other))
    if any(region.is_of_both and not region.is_equal for region in regions):
        return None
    if any(_is_other(a, b) and a.old_end == b.old for a, b in pairwise(regions)):
        return None
    return None if _same_thing(regions, lambda rij: [rij]) else _assemble(base, regions)


def find_superset(base: Sequence[Zin], versions: Sequence[Sequence[Zin]]) -> int | None:
    """Return which of two versions (0, 1) has every change that the other one made, if one has."""
    old = read_tokens(base)
    one, other = (_changes(old, read_tokens(zinnen)) for zinnen in versions)
    choice, more, fewer = (0, one, other) if other <= one else (1, other, one)
    if not fewer <= more:
        return None
    # What the one took away, the other may have put elsewhere: then they do not agree after all.
    merged, rest = (_changed_words(old, part) for part in (fewer, more - fewer))
    return None if merged & rest else choice


def _merge_zinnen(
    base: Sequence[Zin], one: Sequence[Zin], other: Sequence[Zin]
) -> list[Zin] | None:
    regions = []
    for region in find_regions(base, (one, other)):
        if not region.is_of_both or region.is_equal:
            regions.append(region)
            continue
        choice = find_superset(region.old_items, region.new)
        if choice is None:
            return None
        regions.append(region._replace(choice=choice))
    if any(_is_other(a, b) and not _word_between(a, b) for a, b in pairwise(regions)):
        return None
    if _same_thing(regions, _names) or shifts_number(regions):
        return None
    return None if breaks_context(_traces(base, regions)) else _assemble(base, regions)


def _is_other(one: ChangedRegion[_Item], other: ChangedRegion[_Item]) -> bool:
    return one.is_of_both or other.is_of_both or one.by != other.by


def _word_between(one: ChangedRegion[Zin], other: ChangedRegion[Zin]) -> bool:
    """Whether a word that nobody touched stands between two changes."""
    if one.old_end < other.old:
        return True
    return _keeps_word(one, from_end=True) or _keeps_word(other, from_end=False)


def _keeps_word(region: ChangedRegion[Zin], *, from_end: bool) -> bool:
    """Whether everybody left the first word alone, or the last one."""
    if region.is_loose:
        return False
    step = -1 if from_end else 1
    old = read_tokens(region.old_items)[::step]
    versions = [read_tokens(region.new[side])[::step] for side in region.by]
    for was, *now in zip(old, *versions, strict=False):
        if any(piece != was for piece in now):
            return False
        if was.is_word:
            return True
    return False


def _same_thing(
    regions: Iterable[ChangedRegion[_Item]], names: Callable[[_Item], Iterable[Hashable]]
) -> bool:
    """Whether both took, brought or moved the same sentence or row, in different places."""
    own: tuple[set[Hashable], set[Hashable]] = (set(), set())
    everything: tuple[set[Hashable], set[Hashable]] = (set(), set())
    for region in regions:
        was = Counter(name for item in region.old_items for name in names(item))
        touched: list[set[Hashable]] = []
        for side in (0, 1):
            now = Counter(name for item in region.new[side] for name in names(item))
            touched.append({*(was - now), *(now - was)})
            everything[side].update(touched[side])
        own[region.choice].update(touched[region.choice] - touched[1 - region.choice])
    return bool(own[0] & everything[1] or own[1] & everything[0])


def _names(zin: Zin) -> Iterable[Hashable]:
    """Yield what a sentence is recognised by when it moved: its looks, and the words of its parts.

    Here a part ends sooner than a sentence does, so that no part is overlooked.
    """
    yield from (part.runs for part in zin.parts)
    for part in _END.split(zin.text.casefold()):
        if words := tuple(_WORD.findall(part)):
            yield words


def _changed_words(old: Sequence[Token], changes: set[_Wijziging]) -> set[str]:
    """Return the words that went or came, whatever they look like."""
    result: set[str] = set()
    for start, end, new in changes:
        was, now = (Counter(word for piece in part for word in piece.words)
                   for part in (old[start:end], new))  # fmt: skip
        result |= (was - now).keys() | (now - was).keys()
    return result


def _assemble(base: Sequence[_Item], regions: Iterable[ChangedRegion[_Item]]) -> list[_Item]:
    result: list[_Item] = []
    end = 0
    for region in regions:
        result += (*base[end : region.old], *region.chosen)
        end = region.old_end
    return [*result, *base[end:]]


def _traces(base: Sequence[Zin], regions: Iterable[ChangedRegion[Zin]]) -> Iterable[Trace]:
    """Yield every sentence that stays, comes or goes, in order, with who did that."""
    end = 0
    for region in regions:
        yield from (Trace(zin) for zin in base[end : region.old])
        side = None if region.is_equal else region.choice
        yield from (Trace(zin, side) for zin in region.chosen)
        yield from (Trace(zin, side, is_gone=True) for zin in region.old_items)
        end = region.old_end
    yield from (Trace(zin) for zin in base[end:])


def _changes(old: Sequence[Token], new: Sequence[Token]) -> set[_Wijziging]:
    """Return (from, up to, new pieces) for every change; those without a word between are one."""
    result: list[tuple[int, int, int, int]] = []
    start = target = 0
    for i, j in (*equal_pairs(old, new), (len(old), len(new))):
        if start < i or target < j:
            if result and not any(piece.is_word for piece in old[result[-1][1] : start]):
                result[-1] = (result[-1][0], i, result[-1][2], j)
            else:
                result.append((start, i, target, j))
        start, target = i + 1, j + 1
    return {(start, end, tuple(new[target:new_end])) for start, end, target, new_end in result}


_REFERENCE = re.compile(
    r"\b(?:punt|stap|onder|nummer|nr|maatregel|actie|doel|sub|onderdeel|regel|lid|item)"
    r"(?:en|pen|s)?\.?\s+\d{1,3}\b"
    r"|\b(?:eerste|tweede|derde|vierde|vijfde|zesde|voorlaatste|laatste|vorige|volgende)\s+"
    r"(?:twee\s+|drie\s+)?(?:punt|stap|maatregel|actie|doel|onderdeel|regel|item)",
    re.IGNORECASE,
)


class Trace(NamedTuple):
    """A sentence, and which of two people (0, 1) brought it or took it away; None for neither."""

    zin: Zin
    side: int | None = None
    is_gone: bool = False


def breaks_context(traces: Iterable[Trace]) -> bool:
    """Whether a point hangs on what another person changed.

    So it is with one who changed the point and one who changed what it hangs on, and with a point
    that both left alone, hung by the one on words that the other changed.
    """
    state = _State()
    return any(state.breaks(trace) for trace in traces)


class _State:
    """What a point would hang on at this place of the text."""

    def __init__(self) -> None:
        self._block: Block | None = None
        self._is_open = False  # the last paragraph has no end, so a list below it hangs on it
        self._was_open = False  # so it was with the paragraph before
        self._lead: set[int] = set()  # who changed those words, or their place
        self._above: dict[int, set[int]] = {}  # by level: who changed the point there, or its place

    def breaks(self, trace: Trace) -> bool:
        """Take the next sentence, and return whether the text can no longer be put together."""
        who = set() if trace.side is None else {trace.side}
        for part in trace.zin.parts:
            is_af = trace.zin.is_af and part is trace.zin.parts[-1]
            head = self._block if part.kop is None else part.kop
            if isinstance(head, ListItem):
                above = (by for level, by in self._above.items() if level < head.level)
                if len(who.union(self._lead, *above)) > 1:
                    return True
            if trace.is_gone:
                self._pass_gone(head, who, is_af=is_af)
            else:
                self._pass(head, who, is_af=is_af, starts=part.kop is not None)
        return False

    def _pass_gone(self, head: Block | None, who: set[int], *, is_af: bool) -> None:
        if isinstance(head, Paragraph) and (self._is_open or not is_af):
            self._lead |= who
        elif isinstance(head, ListItem):
            self._above.setdefault(head.level, set()).update(who)

    def _pass(self, head: Block | None, who: set[int], *, is_af: bool, starts: bool) -> None:
        self._block = head
        if not isinstance(head, ListItem):
            # A paragraph that somebody put into a list takes the points below it from its head.
            if starts:
                self._was_open = self._is_open
                self._lead = self._lead if who else set()
            if self._was_open or self._lead:
                self._lead |= who
            elif not is_af:
                self._lead = set(who)
            self._is_open, self._above = not is_af, {}
        elif starts:
            above = {level: by for level, by in self._above.items() if level < head.level}
            self._above = {**above, head.level: set(who)}
        else:
            self._above.setdefault(head.level, set()).update(who)


def shifts_number(regions: Iterable[ChangedRegion[Zin]]) -> bool:
    """Whether one person gave points other numbers and the other wrote about a number."""
    shifting: set[int] = set()
    referring: set[int] = set()
    for region in regions:
        was = {zin.text: _numbers(zin) for zin in region.old_items}
        for side in region.by:
            for zin in region.new[side]:
                if was.get(zin.text, _numbers(zin)) != _numbers(zin):
                    shifting.add(side)
                if zin not in region.old_items and _REFERENCE.search(zin.text):
                    referring.add(side)
    return any(1 - side in referring for side in shifting)


def _numbers(zin: Zin) -> tuple[int | None, ...]:
    return tuple(part.kop.number for part in zin.parts if isinstance(part.kop, ListItem))
