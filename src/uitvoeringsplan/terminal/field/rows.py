"""A text laid out in the rows of a screen: wrapped at words, points with a hanging indent.

A row is `text[begin:end]`. The spaces at which it was broken belong to it, and may hang outside
the window. A row depends on the text of its paragraph and the width alone, so that the rows of a
paragraph that stayed the same are used again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import repeat

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.field.graphemes import clusters, is_plain, stop_before, width

# What a line begins with that is a point of a list, or becomes one at the next letter.
POINT = re.compile(r"( *)(?:-|(\d{1,3})\.) +")


class Row(NamedTuple):
    """One row; `is_last` of its paragraph."""

    begin: int
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
        self._begin: list[int] = []
        self._indent: list[int] = []
        start = 0
        for paragraph in text.split("\n"):
            found = (
                known.get(paragraph) or self.paragraphs.get(paragraph) or wrap(paragraph, columns)
            )
            self.paragraphs[paragraph] = found
            starts, hang = found
            if len(starts) == 1:
                self._begin.append(start)
                self._indent.append(0)
            else:
                self._begin.extend([start + s for s in starts])
                self._indent.append(0)
                self._indent.extend(repeat(hang, len(starts) - 1))
            start += len(paragraph) + 1

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._begin)

    def row(self, number: int) -> Row:
        """Return one row."""
        begin = self._begin[number]
        if number + 1 == len(self._begin):
            return Row(begin, len(self.text), self._indent[number], is_last=True)
        end = self._begin[number + 1]
        if self.text[end - 1] == "\n":
            return Row(begin, end - 1, self._indent[number], is_last=True)
        return Row(begin, end, self._indent[number], is_last=False)

    def number(self, place: int) -> int:
        """Return the row that a place in the text stands on."""
        return bisect_right(self._begin, place) - 1

    def column(self, place: int) -> int:
        """Return the column of a place in the text."""
        number = self.number(place)
        return self._indent[number] + width(self.text[self._begin[number] : place])

    def edges(self, number: int) -> tuple[int, int]:
        """Return the first and the last place of the cursor on a row."""
        row = self.row(number)
        last = row.end if row.is_last else stop_before(self.text, row.end)
        return row.begin, max(row.begin, last)

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
