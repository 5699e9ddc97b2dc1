"""A text laid out in the rows of a screen: wrapped at words, points with a hanging indent.

A row is `tekst[begin:eind]`. The spaces at which it was broken belong to it, and may hang outside
the window. A row depends on the text of its paragraph and the width alone, so that the rows of a
paragraph that stayed the same are used again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import repeat
from typing import NamedTuple

from uitvoeringsplan.terminal.field.graphemes import clusters, is_plain, stop_before, width

# What a line begins with that is a point of a list, or becomes one at the next letter.
KOP = re.compile(r"( *)(?:-|(\d{1,3})\.) +")


class Rij(NamedTuple):
    """One row; `is_laatste` of its paragraph."""

    begin: int
    eind: int
    inspring: int
    is_laatste: bool


class Rijen:
    """All rows of a text at one width, and the way between a place in the text and the screen."""

    def __init__(self, tekst: str, breedte: int, eerder: Rijen | None = None) -> None:
        self.tekst = tekst
        self.breedte = breedte
        known = eerder.alineas if eerder is not None and eerder.breedte == breedte else {}
        self.alineas: dict[str, tuple[list[int], int]] = {}
        self._begin: list[int] = []
        self._indent: list[int] = []
        start = 0
        for alinea in tekst.split("\n"):
            found = known.get(alinea) or self.alineas.get(alinea) or wrap(alinea, breedte)
            self.alineas[alinea] = found
            starts, hang = found
            if len(starts) == 1:
                self._begin.append(start)
                self._indent.append(0)
            else:
                self._begin.extend([start + s for s in starts])
                self._indent.append(0)
                self._indent.extend(repeat(hang, len(starts) - 1))
            start += len(alinea) + 1

    @property
    def aantal(self) -> int:
        """How many rows there are."""
        return len(self._begin)

    def rij(self, nummer: int) -> Rij:
        """Return one row."""
        begin = self._begin[nummer]
        if nummer + 1 == len(self._begin):
            return Rij(begin, len(self.tekst), self._indent[nummer], is_laatste=True)
        eind = self._begin[nummer + 1]
        if self.tekst[eind - 1] == "\n":
            return Rij(begin, eind - 1, self._indent[nummer], is_laatste=True)
        return Rij(begin, eind, self._indent[nummer], is_laatste=False)

    def nummer(self, plek: int) -> int:
        """Return the row that a place in the text stands on."""
        return bisect_right(self._begin, plek) - 1

    def kolom(self, plek: int) -> int:
        """Return the column of a place in the text."""
        nummer = self.nummer(plek)
        return self._indent[nummer] + width(self.tekst[self._begin[nummer] : plek])

    def rand(self, nummer: int) -> tuple[int, int]:
        """Return the first and the last place of the cursor on a row."""
        rij = self.rij(nummer)
        last = rij.eind if rij.is_laatste else stop_before(self.tekst, rij.eind)
        return rij.begin, max(rij.begin, last)

    def plek(self, nummer: int, kolom: int) -> int:
        """Return the last place of the cursor on a row that is not past a column."""
        rij = self.rij(nummer)
        plek, last = self.rand(nummer)
        rest = kolom - rij.inspring
        for cluster in clusters(self.tekst[plek:last]):
            rest -= width(cluster)
            if rest < 0:
                break
            plek += len(cluster)
        return plek


def wrap(alinea: str, breedte: int) -> tuple[list[int], int]:
    """Return where the rows of a paragraph begin, and the indent of all but the first.

    A row has at most `breedte` columns, the spaces at its end not counted. A word that is longer
    than a row is broken; nothing comes between the mark of a point and its first word.
    """
    kop = KOP.match(alinea)
    hang = min(kop.end(), breedte // 2) if kop else 0
    starts = [0]
    room = breedte
    plain = is_plain(alinea)
    mark = kop.end() if kop else 0
    end = len(alinea.rstrip(" "))
    while True:
        begin = starts[-1]
        if plain:
            if end - begin <= room:
                break
            fits = begin + room
        else:
            fits = _fits(alinea, begin, room)
            if fits >= end:
                break
        cut = alinea.rfind(" ", begin, fits + 1) + 1
        if cut <= max(begin, mark):  # one word is longer than the row
            cut = fits
        while alinea[cut] == " ":
            cut += 1
        starts.append(cut)
        room = breedte - hang
    return starts, hang


def _fits(alinea: str, begin: int, room: int) -> int:
    """Return the end of the letters that fit in the room, at least one."""
    if is_plain(alinea[begin : begin + room + 1]):
        return min(begin + room, len(alinea))
    for piece in (alinea[begin : begin + 8 * room], alinea[begin:]):
        end, over = begin, room
        for cluster in clusters(piece):
            over -= width(cluster)
            if over < 0 and end > begin:
                return end
            end += len(cluster)
        if end == len(alinea):
            break  # else there are many signs that take no room, and all of it is looked at
    return len(alinea)
