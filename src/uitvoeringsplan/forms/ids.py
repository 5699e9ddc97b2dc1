"""Ids of questions and chapters, made of their words: never of what a form calls its fields."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_LETTER = re.compile("[^a-z0-9]+")
# Word keeps 40 characters of a bookmark's name. A question set leaves four of them to us; a place
# in a line of a form takes up to six, with its number.
MAX_ID = 34
_SMALL = frozenset(
    (
        "de",
        "het",
        "een",
        "van",
        "the",
        "a",
        "an",
        "of",
        "en",
        "and",
        "in",
        "op",
        "to",
        "for",
        "voor",
        "is",
    )
)


class Ids:
    """Gives out ids that nothing else has; `taken` are those that are gone already."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._count: dict[str, int] = {}

    def of(self, words: str, around: str = "", *, otherwise: str = "vraag") -> str:
        """Return an id made of words, with what is around them where those alone are taken."""
        base = id_of(words) or otherwise
        for candidate in (base, _join(id_of(around), base) if around else base):
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        number = self._count.get(base, 1)
        while True:
            number += 1
            candidate = f"{base[: MAX_ID - len(str(number)) - 1].rstrip('-')}-{number}"
            if candidate not in self._taken:
                self._count[base] = number
                self._taken.add(candidate)
                return candidate


def id_of(words: str) -> str:
    """Return words as an id, cut between them; empty when there are no letters in them."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = [part for part in _NO_LETTER.sub(" ", bare).split() if part]
    if len("-".join(parts)) > MAX_ID:
        parts = [part for part in parts if part not in _SMALL] or parts
    while parts and not parts[0][0].isalpha():
        parts.pop(0)
    result = ""
    for part in parts:
        longer = f"{result}-{part}" if result else part[:MAX_ID]
        if len(longer) > MAX_ID:
            break
        result = longer
    return result


def _join(before: str, base: str) -> str:
    """Return two ids as one that fits: the first gives way."""
    room = MAX_ID - len(base) - 1
    if room < 3 or not before:
        return base
    short = before[:room].rstrip("-")
    if len(before) > room and "-" in short:
        short = short.rpartition("-")[0]
    return f"{short}-{base}"
