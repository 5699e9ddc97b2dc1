"""Words in a text, for the cursor, the mouse and the count."""

from __future__ import annotations

import re

_WOORD = re.compile(r"\w(?:[\w'’-]*\w)?")


def word_at(tekst: str, plek: int) -> tuple[int, int]:
    """Return where the word at a place begins and ends, or the one sign that is no word."""
    begin = tekst.rfind("\n", 0, plek) + 1
    end = tekst.find("\n", plek)
    for word in _WOORD.finditer(tekst, begin, len(tekst) if end < 0 else end):
        if word.start() <= plek <= word.end():
            return word.span()
    return plek, min(plek + 1, len(tekst))


def next_word(tekst: str, plek: int) -> int:
    """Return where the next word begins."""
    while plek < len(tekst) and not tekst[plek].isspace():
        plek += 1
    while plek < len(tekst) and tekst[plek].isspace():
        plek += 1
    return plek


def previous_word(tekst: str, plek: int) -> int:
    """Return where this word or the one before begins."""
    while plek and tekst[plek - 1].isspace():
        plek -= 1
    while plek and not tekst[plek - 1].isspace():
        plek -= 1
    return plek
