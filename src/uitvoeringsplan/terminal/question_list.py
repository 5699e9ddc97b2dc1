"""The list of questions while somebody looks through it: what is found, marked and in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import fold
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.beurt import Plek


class PartHeading(NamedTuple):
    """A line above the questions of one part: its title, and how many of them are filled in."""

    titel: str
    filled: int
    total: int


ListLine = PartHeading | int  # a number stands for that question among those found


class ListState:
    """Which questions are found, which one is marked, and which lines are in view.

    Starts at `current`, else at the first open question. A view always holds the marked question,
    whatever its height; its heading too, when that stands right above it and there is room.
    """

    def __init__(self, plekken: Sequence[Plek], current: str | None = None) -> None:
        self._places = plekken
        self._koppen = part_headings(plekken)
        self._above: int | None = None  # not shown yet
        self._marked = 0
        self.sought = ""
        self._fill_lines()
        keuzes = [i for i, plek in enumerate(plekken) if plek.vraag_id == current]
        keuzes += [i for i, plek in enumerate(plekken) if plek.is_open]
        self._marked = keuzes[0] if keuzes else 0

    @property
    def chosen(self) -> Plek | None:
        """The marked question; None when nothing is found."""
        return self.found[self._marked] if self.found else None

    @property
    def count(self) -> int:
        """How many questions there are, found or not."""
        return len(self._places)

    def search(self, sought: str) -> None:
        """Show only what has these words; the mark stays where it is when that is found."""
        was = self.chosen
        self.sought = sought
        self._fill_lines()
        if was is not None and was in self.found:
            self._marked = self.found.index(was)
        else:
            self._marked = 0

    def move(self, stappen: int) -> None:
        """Mark another question, so many further on; the first and the last are the ends."""
        last = len(self.found) - 1
        self._marked = max(0, min(last, self._marked + stappen))

    def move_page(self, direction: int, height: int) -> None:
        """Mark a question a page further on (1) or back (-1), at least the next one."""
        if not self.found:
            return
        here = self._numbers[self._marked]
        further = [
            i
            for i, number in enumerate(self._numbers)
            if 0 < direction * (number - here) < max(2, height)
        ]
        if further:
            self._marked = further[-1] if direction > 0 else further[0]
        else:
            self.move(direction)

    def scroll(self, lines: int, height: int) -> None:
        """Shift the view; the mark comes along when it would get out of sight."""
        if not self.found:
            return
        self.view(height)
        above = max(0, min(len(self._lines) - height, (self._above or 0) + lines))
        self._above = above
        view = [i for i, number in enumerate(self._numbers) if 0 <= number - above < height]
        if self._marked in view:
            return
        if view:
            self._marked = view[0] if lines > 0 else view[-1]
        else:  # nothing but a heading is in view
            self.move(1 if lines > 0 else -1)

    def view(self, height: int) -> Sequence[ListLine]:
        """Return the lines in view, at most `height` of them."""
        if self.found:
            here = self._numbers[self._marked]
            if self._above is None:
                self._above = here - height // 2
            met_kop = here - (
                height > 1 and here > 0 and isinstance(self._lines[here - 1], PartHeading)
            )
            self._above = max(here - height + 1, min(self._above, met_kop))
        self._above = max(0, min(self._above or 0, len(self._lines) - height))
        return self._lines[self._above : self._above + height]

    def is_marked(self, line: ListLine) -> bool:
        """Whether this is the line of the marked question."""
        return line == self._marked

    def _fill_lines(self) -> None:
        self.found = find_plekken(self._places, self.sought)
        self._lines: list[ListLine] = []
        self._numbers: list[int] = []  # of the lines of the questions
        onderdeel = ""
        for i, plek in enumerate(self.found):
            if plek.onderdeel and plek.onderdeel != onderdeel:
                self._lines.append(self._koppen[plek.onderdeel])
            onderdeel = plek.onderdeel
            self._numbers.append(len(self._lines))
            self._lines.append(i)


def part_headings(plekken: Sequence[Plek]) -> dict[str, PartHeading]:
    """Return the heading of every part, by its title."""
    result: dict[str, PartHeading] = {}
    for plek in plekken:
        titel, filled, total = result.get(plek.onderdeel, PartHeading(plek.onderdeel, 0, 0))
        result[plek.onderdeel] = PartHeading(titel, filled + plek.is_filled, total + 1)
    return result


def find_plekken(plekken: Iterable[Plek], sought: str) -> list[Plek]:
    """Return the questions that have every word, or part of one, in label, question or chapter.

    Capitals and accents make no difference; without any word all are found.
    """
    words = fold(sought).split()
    return [plek for plek in plekken if all(word in _text(plek) for word in words)]


def _text(plek: Plek) -> str:
    return fold(f"{plek.label}\n{plek.vraag}\n{plek.onderdeel}")
