"""What changed in the words of one paragraph, point or cell."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from uitvoeringsplan.model.alignment import equal_pairs
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from uitvoeringsplan.model.answer_markup import Run


class Verandering(StrEnum):
    """What became of something: a piece of text, a block, a row, a whole answer."""

    GELIJK = "gelijk"
    WEG = "weg"
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"  # of what has parts: some of them changed


class Verschilstuk(NamedTuple):
    """A run of text in one dress, and whether it stayed, went or came."""

    change: Verandering
    run: Run


# Signs that belong to the one before them: accents, joiners and the colours of emoji.
_ATTACHED = "\u0300-\u036f\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
# A word keeps the signs inside it (3.000, e-mail, post@x.nl); every other sign, and every blank,
# stands alone.
_WORD = re.compile(
    rf"[\w{_ATTACHED}]+(?:[.,:/'’@-][\w{_ATTACHED}]+)*|[^\w\s](?:\u200d[^\w\s]|[{_ATTACHED}])*|\s"
)
_LETTER = re.compile(r"\w")
_SHORT = 4  # letters: a word like “van” between two changes is no help to a reader


class _Group(NamedTuple):
    """Words that are in both texts, or what of the one came in the place of what of the other."""

    equal: list[Run]
    gone: list[Run]
    new: list[Run]

    @property
    def is_change(self) -> bool:
        return bool(self.gone or self.new)

    @property
    def is_swap(self) -> bool:
        return bool(self.gone and self.new)


class _Words:
    """Gives every word in its dress a number, for numbers are quick to compare."""

    def __init__(self) -> None:
        self.runs: list[Run] = []  # by number
        self._numbers: dict[Run, dict[str, int]] = {}

    def numbers(self, runs: Iterable[Run]) -> list[int]:
        """Return the numbers of the words of a text."""
        result: list[int] = []
        for run in runs:
            known = self._numbers.setdefault(run._replace(text=""), {})
            for word in _WORD.findall(run.text):
                if word not in known:
                    known[word] = len(self.runs)
                    self.runs.append(run._replace(text=word))
                result.append(known[word])
        return result


def compare_words(old: Sequence[Run], new: Sequence[Run]) -> tuple[Verschilstuk, ...]:
    """Return the runs of both texts in one row: without what is new the old text, and so on.

    Both are in their normal form (`normalise_runs`); a word in another dress is another word.
    """
    if old == new or not (old and new):  # most of what a long text has
        what = Verandering.GELIJK if old == new else Verandering.WEG if old else Verandering.NIEUW
        return tuple(Verschilstuk(what, run) for run in old or new)
    before, old, new = _equal_start(old, new)
    after, old, new = _equal_end(old, new)
    result = [(Verandering.GELIJK, run) for run in before]
    for group in _readable(_groups(old, new)):
        result += [(Verandering.GELIJK, word) for word in group.equal]
        result += [(Verandering.WEG, word) for word in group.gone]
        result += [(Verandering.NIEUW, word) for word in group.new]
    result += [(Verandering.GELIJK, run) for run in after]
    return _joined(result)


def features(runs: Iterable[Run]) -> frozenset[Hashable]:
    """Return what a text is recognised by when some of it has changed: its words."""
    text = "".join(run.text for run in runs).casefold()
    words = {word for word in _WORD.findall(text) if _LETTER.match(word)}
    return frozenset(words or _WORD.findall(text))


def _groups(old: Sequence[Run], new: Sequence[Run]) -> list[_Group]:
    """Return the words of both: by turns what is equal, perhaps nothing, and what changed."""
    words = _Words()
    left, right = words.numbers(old), words.numbers(new)
    runs = words.runs
    # Lines below each other are compared as lines; a blank says nothing.
    blanks = {n for n, run in enumerate(runs) if run.text.isspace() and run.text != "\n"}
    groups = [_Group([], [], [])]
    start = target = 0
    for i, j in (*equal_pairs(left, right, blanks.__contains__), (len(left), len(right))):
        if start < i or target < j:
            gone = [runs[number] for number in left[start:i]]
            came = [runs[number] for number in right[target:j]]
            groups += (_Group([], gone, came), _Group([], [], []))
        groups[-1].equal.extend(runs[number] for number in left[i : i + 1])
        start, target = i + 1, j + 1
    return groups


def _readable(groups: list[_Group]) -> list[_Group]:
    """Return the groups with changes joined that have next to nothing between them."""
    result: list[_Group] = []
    for group in groups:
        if len(result) > 1 and _reads_as_one(result[-2], result[-1].equal, group):
            between = result.pop().equal
            result[-1].gone.extend((*between, *group.gone))
            result[-1].new.extend((*between, *group.new))
        else:
            result.append(group)
    return result


def _reads_as_one(one: _Group, between: list[Run], other: _Group) -> bool:
    """Whether two changes read better as one; where nothing was replaced they do not."""
    if any(run.text == "\n" for run in between):
        return False
    letters = [run.text for run in between if _LETTER.match(run.text)]
    if not letters:
        return (one.is_swap and other.is_change) or (one.is_change and other.is_swap)
    is_short = len(letters) == 1 and len(letters[0]) <= _SHORT
    return is_short and one.is_swap and other.is_swap


def _equal_start(old: Sequence[Run], new: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """Return what both start with, up to a blank, and the rest of each.

    A long text in which a word changed is not cut into words for this.
    """
    left, right = list(old), list(new)
    n = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    n = min(len(left), len(right)) if n is None else n
    start, left, right = left[:n], left[n:], right[n:]
    if left and right and left[0]._replace(text="") == right[0]._replace(text=""):
        a, b = left[0].text, right[0].text
        place = next(
            (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
        )
        while place and not a[place - 1].isspace():
            place -= 1
        if place:
            start.append(left[0]._replace(text=a[:place]))
            left[:1] = [left[0]._replace(text=a[place:])] if a[place:] else []
            right[:1] = [right[0]._replace(text=b[place:])] if b[place:] else []
    return start, left, right


def _equal_end(old: Sequence[Run], new: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """Return what both end with, from a blank on, and the rest of each."""
    backwards = _equal_start(_reversed(old), _reversed(new))
    end, left, right = map(_reversed, backwards)
    return end, left, right


def _reversed(runs: Sequence[Run]) -> list[Run]:
    return [run._replace(text=run.text[::-1]) for run in reversed(runs)]


def _joined(parts: Iterable[tuple[Verandering, Run]]) -> tuple[Verschilstuk, ...]:
    """Return the pieces with neighbours joined that had the same fate and have the same dress."""
    result: list[Verschilstuk] = []
    letters: list[str] = []
    for what, run in parts:
        bare = Verschilstuk(what, run._replace(text=""))
        if result and result[-1] == bare:
            letters.append(run.text)
            continue
        if result:
            result[-1] = _with_text(result[-1], letters)
        result.append(bare)
        letters = [run.text]
    if result:
        result[-1] = _with_text(result[-1], letters)
    return tuple(result)


def _with_text(bare: Verschilstuk, letters: list[str]) -> Verschilstuk:
    return bare._replace(run=bare.run._replace(text="".join(letters)))
