"""Which words of a text have a spelling to look at.

Not looked at: addresses, the signs of the markup, what has a digit in it, one letter, and a code
in capitals. The rest is left to a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE = 5  # so many capitals may be the name of anything
_LANGSTE = 60  # letters; what is longer is no word
_MARGE = 300  # characters that a piece of a text is made longer by, to see its words whole
_ACCENTEN = "\u0300-\u036f"  # what is put on the letter before it
# The ending of an address or of the name of a file.
_UITGANG = "nl|be|eu|com|org|net|info|nu|example|docx?|dotx|xlsx?|pptx?|odt|pdf|ya?ml|md|html?|txt"
_ADRES = re.compile(
    r"\]\([^)\s]*\)?"  # behind the text of a link
    r"|(?:https?://|www\.)\S+|\S+@\S+"
    rf"|(?<![\w.-])(?:[\w-]+\.)+(?:{_UITGANG})\b(?:/\S*)?",
    re.IGNORECASE,
)
_REEKS = re.compile(rf"[\w{_ACCENTEN}]+(?:['’‑-][\w{_ACCENTEN}]+)*-?")
_WIT = re.compile(r"\s")


class Spelwoord(NamedTuple):
    """A word to look at in its one form, and where it stands in its text."""

    van: int
    tot: int
    woord: str


def find_spelwoorden(tekst: str, begin: int, eind: int) -> list[Spelwoord]:
    """Return the words that lie at least partly between `begin` and `eind`, whole."""
    links = max(0, begin - _MARGE)
    for wit in _WIT.finditer(tekst, links, begin):
        links = wit.end()
    gevonden = _WIT.search(tekst, eind, eind + _MARGE)
    rechts = gevonden.start() if gevonden else min(len(tekst), eind + _MARGE)
    return [
        Spelwoord(links + van, links + tot, woord)
        for van, tot, woord in _find_again(tekst[links:rechts])
        if links + van < eind and links + tot > begin
    ]


def read_spelwoorden(teksten: Iterable[str]) -> set[str]:
    """Return every word of some texts that has a spelling, and the parts between its hyphens."""
    return {
        deel
        for tekst in teksten
        for _, _, woord in _find(tekst)
        for deel in (woord, *woord.split("-"))
        if deel
    }


def has_spelling(reeks: str) -> bool:
    """Whether a row of letters is a word, and not a code, an initial or a number."""
    if not 1 < len(reeks.rstrip("-")) <= _LANGSTE or "_" in reeks:
        return False
    if len(reeks) <= _CODE and reeks.isupper():
        return False
    return not any(map(str.isdigit, reeks))


def _find(stuk: str) -> tuple[Spelwoord, ...]:
    adressen = [adres.span() for adres in _ADRES.finditer(stuk)] if _has_adres(stuk) else []
    return tuple(
        Spelwoord(reeks.start(), reeks.end(), _one_form(reeks[0]))
        for reeks in _REEKS.finditer(stuk)
        if has_spelling(reeks[0])
        and not ("*" in stuk and _touches_letter(stuk, *reeks.span()))
        and not any(van < reeks.end() and reeks.start() < tot for van, tot in adressen)
    )


_find_again = lru_cache(maxsize=512)(_find)  # a key changes one row of a screen


def _one_form(woord: str) -> str:
    """Return a word with its letters, apostrophes and hyphens in their one form."""
    if woord.isascii():
        return woord
    return unicodedata.normalize("NFC", woord).replace("’", "'").replace("‑", "-")


def _has_adres(stuk: str) -> bool:
    return "." in stuk or "@" in stuk or "/" in stuk or "](" in stuk


def _touches_letter(stuk: str, van: int, tot: int) -> bool:
    """Whether there are only stars between these letters and others: a word dressed in part."""
    begin, eind = van, tot
    while begin and stuk[begin - 1] == "*":
        begin -= 1
    while stuk[eind : eind + 1] == "*":
        eind += 1
    return (0 < begin < van and stuk[begin - 1].isalnum()) or (
        eind > tot and stuk[eind : eind + 1].isalnum()
    )
