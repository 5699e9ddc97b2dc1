"""The spelling of a text: which words there are to look at, and what the terminal wants to know.

Not looked at: addresses, the signs of the markup, what has a digit in it, one letter, and a code
in capitals. The rest is left to a dictionary, which cannot have every word: Dutch makes new words
by joining words, and a plan has names of its own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MAX_CODE = 5  # so many capitals may be the name of anything
_MAX_WORD = 60  # letters; what is longer is no word
_MARGIN = 300  # characters that a piece of a text is made longer by, to see its words whole
_ACCENTS = "\u0300-\u036f"  # what is put on the letter before it
# The ending of an address or of the name of a file.
_ENDING = "nl|be|eu|com|org|net|info|nu|example|docx?|dotx|xlsx?|pptx?|odt|pdf|ya?ml|md|html?|txt"
_ADDRESS = re.compile(
    r"\]\([^)\s]*\)?"  # behind the text of a link
    r"|(?:https?://|www\.)\S+|\S+@\S+"
    rf"|(?<![\w.-])(?:[\w-]+\.)+(?:{_ENDING})\b(?:/\S*)?",
    re.IGNORECASE,
)
_LETTERS = re.compile(rf"[\w{_ACCENTS}]+(?:['’‑-][\w{_ACCENTS}]+)*-?")
_BLANK = re.compile(r"\s")


class Spelling(Protocol):
    """Says which words are wrong, and what they may have to be.

    Nothing here waits, except `find_fouten` and `wait_for_voorstellen`. What is not known yet is
    asked for; `wek` is called, from another thread, when there is something else to show. `meld` is
    called in the same way with the one remark that there is when looking had to stop.
    """

    wek: Callable[[], object]
    meld: Callable[[str], object]
    cursor: Callable[[], int]

    @property
    def why_off(self) -> str:
        """Why nothing is looked at, and how that could be; empty when it is."""

    @property
    def is_off(self) -> bool:
        """Whether it is known by now that nothing is looked at; asking begins nothing."""

    def errors(self, text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Give where wrong words stand in `text`, between `start` and `end`; for drawing.

        The word at the `cursor` is left alone: it may not be finished.
        """

    def all_fouten(self, text: str) -> list[tuple[int, int]]:
        """Return where every wrong word stands, also the one at the cursor."""

    def is_ready(self, text: str) -> bool:
        """Whether every word of a text has been looked at; what has not is asked for."""

    def suggestions(self, word: str) -> tuple[str, ...] | None:
        """Return what a word may have to be, the best first; None while that is being found."""

    def remember(self, word: str) -> bool:
        """Take a word for right in this plan; False when that holds only until the end."""

    def find_fouten(self, text: str) -> tuple[str, ...]:
        """Return the wrong words of a text, each once; waits a moment for what is not known yet."""

    def wait_for_voorstellen(self, word: str) -> tuple[str, ...]:
        """Return what a word may have to be; waits for it, and gives nothing when it is late."""

    def stop(self) -> None:
        """Let go of everything; there are no wrong words after this."""


class Spelwoord(NamedTuple):
    """A word to look at in its one form, and where it stands in its text."""

    start: int
    end: int
    word: str


def find_spelwoorden(text: str, start: int, end: int) -> list[Spelwoord]:
    """Return the words that lie at least partly between `start` and `end`, whole."""
    left = max(0, start - _MARGIN)
    for blank in _BLANK.finditer(text, left, start):
        left = blank.end()
    found = _BLANK.search(text, end, end + _MARGIN)
    right = found.start() if found else min(len(text), end + _MARGIN)
    return [
        Spelwoord(left + since, left + until, word)
        for since, until, word in _find_again(text[left:right])
        if left + since < end and left + until > start
    ]


def read_spelwoorden(texts: Iterable[str]) -> set[str]:
    """Return every word of some texts that has a spelling, and the parts between its hyphens."""
    return {
        part
        for text in texts
        for _, _, word in _find(text)
        for part in (word, *word.split("-"))
        if part
    }


def has_spelling(word: str) -> bool:
    """Whether a row of letters is a word, and not a code, an initial or a number."""
    if not 1 < len(word.rstrip("-")) <= _MAX_WORD or "_" in word:
        return False
    if len(word) <= _MAX_CODE and word.isupper():
        return False
    return not any(map(str.isdigit, word))


def _find(run: str) -> tuple[Spelwoord, ...]:
    addresses = [address.span() for address in _ADDRESS.finditer(run)] if _has_address(run) else []
    return tuple(
        Spelwoord(found.start(), found.end(), _one_form(found[0]))
        for found in _LETTERS.finditer(run)
        if has_spelling(found[0])
        and not ("*" in run and _touches_letter(run, *found.span()))
        and not any(since < found.end() and found.start() < until for since, until in addresses)
    )


_find_again = lru_cache(maxsize=512)(_find)  # a key changes one row of a screen


def _one_form(word: str) -> str:
    """Return a word with its letters, apostrophes and hyphens in their one form."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word).replace("’", "'").replace("‑", "-")


def _has_address(run: str) -> bool:
    return "." in run or "@" in run or "/" in run or "](" in run


def _touches_letter(run: str, since: int, until: int) -> bool:
    """Whether there are only stars between these letters and others: a word dressed in part."""
    start, end = since, until
    while start and run[start - 1] == "*":
        start -= 1
    while run[end : end + 1] == "*":
        end += 1
    return (0 < start < since and run[start - 1].isalnum()) or (
        end > until and run[end : end + 1].isalnum()
    )


_MIN_PART = 5  # letters; with shorter ones nearly every mistake is made of two words
_STRESS = "\u0301"  # the accent that may stress any vowel: wél, vóór
# What is put behind a name: Oudermeers, Oudermeer's, Oudermeerse, Oudermeerder.
_SUFFIXES = ("s", "'s", "se", "er", "der", "ers", "ders")
_MIN_NAME = 4


class Woordenschat:
    """Words that are right without a dictionary: names, and what the questions themselves say."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = set(words)

    def add(self, word: str) -> None:
        """Know one more word."""
        self._words.add(word)

    def __contains__(self, word: str) -> bool:
        """Whether a word is known: as it is, at the start of a sentence, or as a name with more."""
        kent = self._words
        if word in kent or word[:1].lower() + word[1:] in kent:
            return True
        if word.isupper() and (word.lower() in kent or word.capitalize() in kent):
            return True
        return word[:1].isupper() and any(
            word.endswith(end) and len(word) - len(end) >= _MIN_NAME and stem in kent
            for end in _SUFFIXES
            if (stem := word.removesuffix(end))
        )


def is_gespeld(word: str, kent: Callable[[str], bool]) -> bool:
    """Whether a word is spelled right, given what says which words there are.

    Also right: a word with a stressed vowel, an abbreviation with its dot, the first part of a
    compound with a hyphen behind it, right words with a hyphen between, and a compound.
    """
    if kent(word) or kent(f"{word}."):
        return True
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(_STRESS, ""))
    if bare != word:
        return is_gespeld(bare, kent)
    *parts, last = word.split("-")
    if not parts:
        return _is_compound(word, kent)
    return all(any(map(kent, _first_parts(part))) or _is_part(part, kent) for part in parts) and (
        not last or _is_part(last, kent)
    )


def _is_part(part: str, kent: Callable[[str], bool]) -> bool:
    """Whether what stands between two hyphens is right."""
    return not has_spelling(part) or is_gespeld(part, kent)


def _is_compound(word: str, kent: Callable[[str], bool]) -> bool:
    """Whether a word is made of two known words, with or without an s between them.

    A letter that stands on both sides of the seam is nearly always one that was typed twice.
    """
    return any(
        word[i - 1] != word[i] and kent(word[i:]) and any(map(kent, _first_parts(word[:i])))
        for i in range(_MIN_PART, len(word) - _MIN_PART + 1)
    )


def _first_parts(part: str) -> tuple[str, ...]:
    """Return what the first part of a compound may be by itself: with the s of the seam, or not."""
    return (part, part[:-1]) if part.endswith("s") and len(part) > _MIN_PART else (part,)
