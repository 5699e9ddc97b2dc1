"""A text laid out in the rows of a screen: how wide signs are, where the cursor can be, and rows.

The library draws sign by sign, so a width is the sum of those of the signs. The cursor stands
between what a reader sees as letters: grapheme clusters of Unicode Standard Annex 29, of which a
space is always one by itself, because rows are broken there.

A row is `text[start:end]`, wrapped at words; a point has a hanging indent. The spaces at which it
was broken belong to it, and may hang outside the window. A row depends on the text of its paragraph
and the width alone, so that the rows of a paragraph that stayed the same are used again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from prompt_toolkit.layout.screen import Char
from wcwidth import iter_graphemes

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.visible import is_hidden, sign_name

if TYPE_CHECKING:
    from collections.abc import Iterator

# Signs of one column that never join the sign beside them. Most texts have no others.
_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*")
_PIECE = re.compile("[^ \n]+|[ \n]")
_WHITE = " \n"
# What a line begins with that is a point of a list, or becomes one at the next letter.
POINT = re.compile(r"( *)(?:-|(\d{1,3})\.) +")


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


class Row(NamedTuple):
    """One row; `is_last` of its paragraph."""

    start: int
    end: int
    indent: int
    is_last: bool


class Rows:
    """All rows of a text at one width, and the way between a place in the text and the screen."""

    def __init__(self, text: str, columns: int, earlier: Rows | None = None) -> None:
        self.text = text
        self.columns = columns
        known = earlier.paragraphs if earlier is not None and earlier.columns == columns else {}
        self.paragraphs: dict[str, tuple[list[int], int]] = {}
        self._start: list[int] = []
        self._indent: list[int] = []
        start = 0
        for paragraph in text.split("\n"):
            found = (
                known.get(paragraph) or self.paragraphs.get(paragraph) or wrap(paragraph, columns)
            )
            self.paragraphs[paragraph] = found
            starts, hang = found
            if len(starts) == 1:
                self._start.append(start)
                self._indent.append(0)
            else:
                self._start.extend([start + s for s in starts])
                self._indent.append(0)
                self._indent.extend(repeat(hang, len(starts) - 1))
            start += len(paragraph) + 1

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._start)

    def row(self, number: int) -> Row:
        """Return one row."""
        begin = self._start[number]
        if number + 1 == len(self._start):
            return Row(begin, len(self.text), self._indent[number], is_last=True)
        end = self._start[number + 1]
        if self.text[end - 1] == "\n":
            return Row(begin, end - 1, self._indent[number], is_last=True)
        return Row(begin, end, self._indent[number], is_last=False)

    def number(self, place: int) -> int:
        """Return the row that a place in the text stands on."""
        return bisect_right(self._start, place) - 1

    def column(self, place: int) -> int:
        """Return the column of a place in the text."""
        number = self.number(place)
        return self._indent[number] + width(self.text[self._start[number] : place])

    def edges(self, number: int) -> tuple[int, int]:
        """Return the first and the last place of the cursor on a row."""
        row = self.row(number)
        last = row.end if row.is_last else stop_before(self.text, row.end)
        return row.start, max(row.start, last)

    def place(self, number: int, column: int) -> int:
        """Return the last place of the cursor on a row that is not past a column."""
        row = self.row(number)
        place, last = self.edges(number)
        rest = column - row.indent
        for cluster in clusters(self.text[place:last]):
            rest -= width(cluster)
            if rest < 0:
                break
            place += len(cluster)
        return place


def wrap(paragraph: str, columns: int) -> tuple[list[int], int]:
    """Return where the rows of a paragraph begin, and the indent of all but the first.

    A row has at most `columns` columns, the spaces at its end not counted. A word that is longer
    than a row is broken; nothing comes between the mark of a point and its first word.
    """
    head = POINT.match(paragraph)
    hang = min(head.end(), columns // 2) if head else 0
    starts = [0]
    room = columns
    plain = is_plain(paragraph)
    mark = head.end() if head else 0
    end = len(paragraph.rstrip(" "))
    while True:
        begin = starts[-1]
        if plain:
            if end - begin <= room:
                break
            fits = begin + room
        else:
            fits = _fits(paragraph, begin, room)
            if fits >= end:
                break
        cut = paragraph.rfind(" ", begin, fits + 1) + 1
        if cut <= max(begin, mark):  # one word is longer than the row
            cut = fits
        while paragraph[cut] == " ":
            cut += 1
        starts.append(cut)
        room = columns - hang
    return starts, hang


def _fits(paragraph: str, begin: int, room: int) -> int:
    """Return the end of the letters that fit in the room, at least one."""
    if is_plain(paragraph[begin : begin + room + 1]):
        return min(begin + room, len(paragraph))
    for piece in (paragraph[begin : begin + 8 * room], paragraph[begin:]):
        end, over = begin, room
        for cluster in clusters(piece):
            over -= width(cluster)
            if over < 0 and end > begin:
                return end
            end += len(cluster)
        if end == len(paragraph):
            break  # else there are many signs that take no room, and all of it is looked at
    return len(paragraph)
