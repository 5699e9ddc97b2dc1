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

    wat: Verandering
    stuk: Run


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
        self.stukken: list[Run] = []  # by number
        self._nummers: dict[Run, dict[str, int]] = {}

    def nummers(self, stukken: Iterable[Run]) -> list[int]:
        """Return the numbers of the words of a text."""
        result: list[int] = []
        for stuk in stukken:
            known = self._nummers.setdefault(stuk._replace(tekst=""), {})
            for word in _WORD.findall(stuk.tekst):
                if word not in known:
                    known[word] = len(self.stukken)
                    self.stukken.append(stuk._replace(tekst=word))
                result.append(known[word])
        return result


def compare_words(old: Sequence[Run], new: Sequence[Run]) -> tuple[Verschilstuk, ...]:
    """Return the runs of both texts in one row: without what is new the old text, and so on.

    Both are in their normal form (`normalise_runs`); a word in another dress is another word.
    """
    if old == new or not (old and new):  # most of what a long text has
        wat = Verandering.GELIJK if old == new else Verandering.WEG if old else Verandering.NIEUW
        return tuple(Verschilstuk(wat, stuk) for stuk in old or new)
    before, old, new = _equal_begin(old, new)
    after, old, new = _equal_end(old, new)
    result = [(Verandering.GELIJK, stuk) for stuk in before]
    for group in _readable(_groups(old, new)):
        result += [(Verandering.GELIJK, word) for word in group.equal]
        result += [(Verandering.WEG, word) for word in group.gone]
        result += [(Verandering.NIEUW, word) for word in group.new]
    result += [(Verandering.GELIJK, stuk) for stuk in after]
    return _joined(result)


def features(stukken: Iterable[Run]) -> frozenset[Hashable]:
    """Return what a text is recognised by when some of it has changed: its words."""
    tekst = "".join(stuk.tekst for stuk in stukken).casefold()
    words = {word for word in _WORD.findall(tekst) if _LETTER.match(word)}
    return frozenset(words or _WORD.findall(tekst))


def _groups(old: Sequence[Run], new: Sequence[Run]) -> list[_Group]:
    """Return the words of both: by turns what is equal, perhaps nothing, and what changed."""
    words = _Words()
    left, right = words.nummers(old), words.nummers(new)
    stukken = words.stukken
    # Lines below each other are compared as lines; a blank says nothing.
    blanks = {n for n, stuk in enumerate(stukken) if stuk.tekst.isspace() and stuk.tekst != "\n"}
    groups = [_Group([], [], [])]
    start = target = 0
    for i, j in (*equal_pairs(left, right, blanks.__contains__), (len(left), len(right))):
        if start < i or target < j:
            gone = [stukken[number] for number in left[start:i]]
            came = [stukken[number] for number in right[target:j]]
            groups += (_Group([], gone, came), _Group([], [], []))
        groups[-1].equal.extend(stukken[number] for number in left[i : i + 1])
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
    if any(stuk.tekst == "\n" for stuk in between):
        return False
    letters = [stuk.tekst for stuk in between if _LETTER.match(stuk.tekst)]
    if not letters:
        return (one.is_swap and other.is_change) or (one.is_change and other.is_swap)
    is_short = len(letters) == 1 and len(letters[0]) <= _SHORT
    return is_short and one.is_swap and other.is_swap


def _equal_begin(old: Sequence[Run], new: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """Return what both start with, up to a blank, and the rest of each.

    A long text in which a word changed is not cut into words for this.
    """
    left, right = list(old), list(new)
    n = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    n = min(len(left), len(right)) if n is None else n
    begin, left, right = left[:n], left[n:], right[n:]
    if left and right and left[0]._replace(tekst="") == right[0]._replace(tekst=""):
        a, b = left[0].tekst, right[0].tekst
        place = next(
            (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
        )
        while place and not a[place - 1].isspace():
            place -= 1
        if place:
            begin.append(left[0]._replace(tekst=a[:place]))
            left[:1] = [left[0]._replace(tekst=a[place:])] if a[place:] else []
            right[:1] = [right[0]._replace(tekst=b[place:])] if b[place:] else []
    return begin, left, right


def _equal_end(old: Sequence[Run], new: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """Return what both end with, from a blank on, and the rest of each."""
    backwards = _equal_begin(_reversed(old), _reversed(new))
    end, left, right = map(_reversed, backwards)
    return end, left, right


def _reversed(stukken: Sequence[Run]) -> list[Run]:
    return [stuk._replace(tekst=stuk.tekst[::-1]) for stuk in reversed(stukken)]


def _joined(parts: Iterable[tuple[Verandering, Run]]) -> tuple[Verschilstuk, ...]:
    """Return the pieces with neighbours joined that had the same fate and have the same dress."""
    result: list[Verschilstuk] = []
    letters: list[str] = []
    for wat, stuk in parts:
        bare = Verschilstuk(wat, stuk._replace(tekst=""))
        if result and result[-1] == bare:
            letters.append(stuk.tekst)
            continue
        if result:
            result[-1] = _with_text(result[-1], letters)
        result.append(bare)
        letters = [stuk.tekst]
    if result:
        result[-1] = _with_text(result[-1], letters)
    return tuple(result)


def _with_text(bare: Verschilstuk, letters: list[str]) -> Verschilstuk:
    return bare._replace(stuk=bare.stuk._replace(tekst="".join(letters)))
