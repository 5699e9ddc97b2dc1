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
    gevuld: int
    totaal: int


ListLine = PartHeading | int  # a number stands for that question among those found


class ListState:
    """Which questions are found, which one is marked, and which lines are in view.

    Starts at `huidig`, else at the first open question. A view always holds the marked question,
    whatever its height; its heading too, when that stands right above it and there is room.
    """

    def __init__(self, plekken: Sequence[Plek], huidig: str | None = None) -> None:
        self._plekken = plekken
        self._koppen = part_headings(plekken)
        self._boven: int | None = None  # not shown yet
        self._gemerkt = 0
        self.gezocht = ""
        self._fill_lines()
        keuzes = [i for i, plek in enumerate(plekken) if plek.vraag_id == huidig]
        keuzes += [i for i, plek in enumerate(plekken) if plek.is_open]
        self._gemerkt = keuzes[0] if keuzes else 0

    @property
    def gekozen(self) -> Plek | None:
        """The marked question; None when nothing is found."""
        return self.gevonden[self._gemerkt] if self.gevonden else None

    @property
    def aantal(self) -> int:
        """How many questions there are, found or not."""
        return len(self._plekken)

    def search(self, gezocht: str) -> None:
        """Show only what has these words; the mark stays where it is when that is found."""
        was = self.gekozen
        self.gezocht = gezocht
        self._fill_lines()
        if was is not None and was in self.gevonden:
            self._gemerkt = self.gevonden.index(was)
        else:
            self._gemerkt = 0

    def move(self, stappen: int) -> None:
        """Mark another question, so many further on; the first and the last are the ends."""
        laatste = len(self.gevonden) - 1
        self._gemerkt = max(0, min(laatste, self._gemerkt + stappen))

    def move_page(self, richting: int, hoogte: int) -> None:
        """Mark a question a page further on (1) or back (-1), at least the next one."""
        if not self.gevonden:
            return
        hier = self._nummers[self._gemerkt]
        verder = [
            i
            for i, nummer in enumerate(self._nummers)
            if 0 < richting * (nummer - hier) < max(2, hoogte)
        ]
        if verder:
            self._gemerkt = verder[-1] if richting > 0 else verder[0]
        else:
            self.move(richting)

    def scroll(self, regels: int, hoogte: int) -> None:
        """Shift the view; the mark comes along when it would get out of sight."""
        if not self.gevonden:
            return
        self.view(hoogte)
        boven = max(0, min(len(self._regels) - hoogte, (self._boven or 0) + regels))
        self._boven = boven
        zicht = [i for i, nummer in enumerate(self._nummers) if 0 <= nummer - boven < hoogte]
        if self._gemerkt in zicht:
            return
        if zicht:
            self._gemerkt = zicht[0] if regels > 0 else zicht[-1]
        else:  # nothing but a heading is in view
            self.move(1 if regels > 0 else -1)

    def view(self, hoogte: int) -> Sequence[ListLine]:
        """Return the lines in view, at most `hoogte` of them."""
        if self.gevonden:
            hier = self._nummers[self._gemerkt]
            if self._boven is None:
                self._boven = hier - hoogte // 2
            met_kop = hier - (
                hoogte > 1 and hier > 0 and isinstance(self._regels[hier - 1], PartHeading)
            )
            self._boven = max(hier - hoogte + 1, min(self._boven, met_kop))
        self._boven = max(0, min(self._boven or 0, len(self._regels) - hoogte))
        return self._regels[self._boven : self._boven + hoogte]

    def is_marked(self, regel: ListLine) -> bool:
        """Whether this is the line of the marked question."""
        return regel == self._gemerkt

    def _fill_lines(self) -> None:
        self.gevonden = find_plekken(self._plekken, self.gezocht)
        self._regels: list[ListLine] = []
        self._nummers: list[int] = []  # of the lines of the questions
        onderdeel = ""
        for i, plek in enumerate(self.gevonden):
            if plek.onderdeel and plek.onderdeel != onderdeel:
                self._regels.append(self._koppen[plek.onderdeel])
            onderdeel = plek.onderdeel
            self._nummers.append(len(self._regels))
            self._regels.append(i)


def part_headings(plekken: Sequence[Plek]) -> dict[str, PartHeading]:
    """Return the heading of every part, by its title."""
    uit: dict[str, PartHeading] = {}
    for plek in plekken:
        titel, gevuld, totaal = uit.get(plek.onderdeel, PartHeading(plek.onderdeel, 0, 0))
        uit[plek.onderdeel] = PartHeading(titel, gevuld + plek.is_gevuld, totaal + 1)
    return uit


def find_plekken(plekken: Iterable[Plek], gezocht: str) -> list[Plek]:
    """Return the questions that have every word, or part of one, in label, question or chapter.

    Capitals and accents make no difference; without any word all are found.
    """
    woorden = fold(gezocht).split()
    return [plek for plek in plekken if all(woord in _tekst(plek) for woord in woorden)]


def _tekst(plek: Plek) -> str:
    return fold(f"{plek.label}\n{plek.vraag}\n{plek.onderdeel}")
