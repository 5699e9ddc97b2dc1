"""How signs are drawn, in how many columns, and where the cursor can stand: letters and words.

The library draws sign by sign, so a width is the sum of those of the signs. The cursor stands
between what a reader sees as letters: grapheme clusters of Unicode Standard Annex 29, of which a
space is always one by itself, because rows are broken there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit.layout.screen import Char
from wcwidth import iter_graphemes

from uitvoeringsplan.terminal.visible import is_verborgen, naam

if TYPE_CHECKING:
    from collections.abc import Iterator

# Signs of one column that never join the sign beside them. Most texts have no others.
_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*")
_PIECE = re.compile("[^ \n]+|[ \n]")
_WHITE = " \n"


class _Widths(dict[str, int]):
    def __missing__(self, teken: str) -> int:
        width = self[teken] = Char(teken).width
        return width


_WIDTHS = _Widths()


def is_plain(tekst: str) -> bool:
    """Whether every sign takes one column and stands by itself."""
    return (tekst.isascii() and tekst.isprintable()) or _PLAIN.fullmatch(tekst) is not None


def width(tekst: str) -> int:
    """Return the columns that a text without line ends takes."""
    return len(tekst) if is_plain(tekst) else sum(map(_WIDTHS.__getitem__, tekst))


def clusters(tekst: str) -> Iterator[str]:
    """Give the letters of a text as a reader counts them."""
    if is_plain(tekst):
        yield from tekst
        return
    for word in _PIECE.findall(tekst):
        yield from word if is_plain(word) else iter_graphemes(word)


def stop_before(tekst: str, plek: int) -> int:
    """Return the place of the cursor before `plek`."""
    return _stops(tekst, plek)[0] if plek > 0 else 0


def stop_after(tekst: str, plek: int) -> int:
    """Return the place of the cursor behind `plek`."""
    return _stops(tekst, plek + 1)[1] if plek < len(tekst) else len(tekst)


def _stops(tekst: str, plek: int) -> tuple[int, int]:
    """Return where the letter begins and ends that has the sign before `plek`."""
    teken = tekst[plek - 1]
    if teken in _WHITE or is_plain(tekst[plek - 1 : plek + 1]):
        return plek - 1, plek
    begin = max(tekst.rfind(" ", 0, plek), tekst.rfind("\n", 0, plek)) + 1
    end = min((i for i in (tekst.find(wit, plek) for wit in _WHITE) if i >= 0), default=len(tekst))
    for cluster in iter_graphemes(tekst[begin:end]):
        if begin + len(cluster) >= plek:
            return begin, begin + len(cluster)
        begin += len(cluster)
    return plek - 1, plek


_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")


def word_at(tekst: str, plek: int) -> tuple[int, int]:
    """Return where the word at a place begins and ends, or the one sign that is no word."""
    begin = tekst.rfind("\n", 0, plek) + 1
    end = tekst.find("\n", plek)
    for word in _WORD.finditer(tekst, begin, len(tekst) if end < 0 else end):
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


class _Names(dict[str, str]):
    """What stands on the screen for a sign: what the library knows, and `<U+200B>` for the others.

    Looked up when a sign is first drawn: making the whole table takes longer than the first screen.
    """

    def __contains__(self, teken: object) -> bool:
        return super().__contains__(teken) or (
            isinstance(teken, str) and teken > "\xa0" and is_verborgen(teken)
        )

    def __missing__(self, teken: str) -> str:
        return naam(teken)


def show_every_sign() -> None:
    """Let every prompt show what it would else send; what is typed or edited stays as it is.

    The library draws sign by sign, and would send any of them to the terminal.
    """
    if not isinstance(Char.display_mappings, _Names):
        Char.display_mappings = _Names(Char.display_mappings)
