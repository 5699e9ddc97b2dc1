"""How signs are drawn, in how many columns, and where the cursor can stand: letters and words.

The library draws sign by sign, so a width is the sum of those of the signs. The cursor stands
between what a reader sees as letters: grapheme clusters of Unicode Standard Annex 29, of which a
space is always one by itself, because rows are broken there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from prompt_toolkit.layout.screen import Char
from wcwidth import iter_graphemes

from uitvoeringsplan.terminal.visible import is_hidden, sign_name

if TYPE_CHECKING:
    from collections.abc import Iterator

# Signs of one column that never join the sign beside them. Most texts have no others.
_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*")
_PIECE = re.compile("[^ \n]+|[ \n]")
_WHITE = " \n"


@cache
def _sign_width(sign: str) -> int:
    return Char(sign).width


def is_plain(text: str) -> bool:
    """Whether every sign takes one column and stands by itself."""
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None


def width(text: str) -> int:
    """Return the columns that a text without line ends takes."""
    return len(text) if is_plain(text) else sum(map(_sign_width, text))


def clusters(text: str) -> Iterator[str]:
    """Give the letters of a text as a reader counts them."""
    if is_plain(text):
        yield from text
        return
    for word in _PIECE.findall(text):
        yield from word if is_plain(word) else iter_graphemes(word)


def stop_before(text: str, place: int) -> int:
    """Return the place of the cursor before `place`."""
    return _stops(text, place)[0] if place > 0 else 0


def stop_after(text: str, place: int) -> int:
    """Return the place of the cursor behind `place`."""
    return _stops(text, place + 1)[1] if place < len(text) else len(text)


def _stops(text: str, place: int) -> tuple[int, int]:
    """Return where the letter begins and ends that has the sign before `place`."""
    sign = text[place - 1]
    if sign in _WHITE or is_plain(text[place - 1 : place + 1]):
        return place - 1, place
    begin = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    end = min(
        (i for i in (text.find(white, place) for white in _WHITE) if i >= 0), default=len(text)
    )
    for cluster in iter_graphemes(text[begin:end]):
        if begin + len(cluster) >= place:
            return begin, begin + len(cluster)
        begin += len(cluster)
    return place - 1, place


_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")


def word_at(text: str, place: int) -> tuple[int, int]:
    """Return where the word at a place begins and ends, or the one sign that is no word."""
    begin = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    for word in _WORD.finditer(text, begin, len(text) if end < 0 else end):
        if word.start() <= place <= word.end():
            return word.span()
    return place, min(place + 1, len(text))


def next_word(text: str, place: int) -> int:
    """Return where the next word begins."""
    while place < len(text) and not text[place].isspace():
        place += 1
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def previous_word(text: str, place: int) -> int:
    """Return where this word or the one before begins."""
    while place and text[place - 1].isspace():
        place -= 1
    while place and not text[place - 1].isspace():
        place -= 1
    return place


class _Names(dict[str, str]):
    """What stands on the screen for a sign: what the library knows, and `<U+200B>` for the others.

    Looked up when a sign is first drawn: making the whole table takes longer than the first screen.
    """

    def __contains__(self, sign: object) -> bool:
        return super().__contains__(sign) or (
            isinstance(sign, str) and sign > "\xa0" and is_hidden(sign)
        )

    def __missing__(self, sign: str) -> str:
        return sign_name(sign)


def show_every_sign() -> None:
    """Let every prompt show what it would else send; what is typed or edited stays as it is.

    The library draws sign by sign, and would send any of them to the terminal.
    """
    if not isinstance(Char.display_mappings, _Names):
        Char.display_mappings = _Names(Char.display_mappings)
