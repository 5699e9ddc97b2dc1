"""Whether a word is spelled right, by a dictionary that cannot have every word.

Dutch makes new words by joining words, and a plan has names of its own.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from uitvoeringsplan.model.spelwoorden import has_spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_KORTSTE_DEEL = 5  # letters; with shorter ones nearly every mistake is made of two words
_NADRUK = "\u0301"  # the accent that may stress any vowel: wél, vóór
# What is put behind a name: Oudermeers, Oudermeer's, Oudermeerse, Oudermeerder.
_ACHTERVOEGSELS = ("s", "'s", "se", "er", "der", "ers", "ders")
_KORTSTE_NAAM = 4


class Woordenschat:
    """Words that are right without a dictionary: names, and what the questions themselves say."""

    def __init__(self, woorden: Iterable[str] = ()) -> None:
        self._woorden = set(woorden)

    def add(self, woord: str) -> None:
        """Know one more word."""
        self._woorden.add(woord)

    def __contains__(self, woord: str) -> bool:
        """Whether a word is known: as it is, at the start of a sentence, or as a name with more."""
        kent = self._woorden
        if woord in kent or woord[:1].lower() + woord[1:] in kent:
            return True
        if woord.isupper() and (woord.lower() in kent or woord.capitalize() in kent):
            return True
        return woord[:1].isupper() and any(
            woord.endswith(eind) and len(woord) - len(eind) >= _KORTSTE_NAAM and stam in kent
            for eind in _ACHTERVOEGSELS
            if (stam := woord.removesuffix(eind))
        )


def is_gespeld(woord: str, kent: Callable[[str], bool]) -> bool:
    """Whether a word is spelled right, given what says which words there are.

    Also right: a word with a stressed vowel, an abbreviation with its dot, the first part of a
    compound with a hyphen behind it, right words with a hyphen between, and a compound.
    """
    if kent(woord) or kent(f"{woord}."):
        return True
    kaal = unicodedata.normalize("NFC", unicodedata.normalize("NFD", woord).replace(_NADRUK, ""))
    if kaal != woord:
        return is_gespeld(kaal, kent)
    *delen, laatste = woord.split("-")
    if not delen:
        return _is_samenstelling(woord, kent)
    return all(any(map(kent, _first_parts(deel))) or _is_deel(deel, kent) for deel in delen) and (
        not laatste or _is_deel(laatste, kent)
    )


def _is_deel(deel: str, kent: Callable[[str], bool]) -> bool:
    """Whether what stands between two hyphens is right."""
    return not has_spelling(deel) or is_gespeld(deel, kent)


def _is_samenstelling(woord: str, kent: Callable[[str], bool]) -> bool:
    """Whether a word is made of two known words, with or without an s between them.

    A letter that stands on both sides of the seam is nearly always one that was typed twice.
    """
    return any(
        woord[i - 1] != woord[i] and kent(woord[i:]) and any(map(kent, _first_parts(woord[:i])))
        for i in range(_KORTSTE_DEEL, len(woord) - _KORTSTE_DEEL + 1)
    )


def _first_parts(deel: str) -> tuple[str, ...]:
    """Return what the first part of a compound may be by itself: with the s of the seam, or not."""
    return (deel, deel[:-1]) if deel.endswith("s") and len(deel) > _KORTSTE_DEEL else (deel,)
