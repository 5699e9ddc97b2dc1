"""Groups and what divides them: what a map of oppositions shows, and what it says in words.

A group is one place on the map, in however many rows it stands; capitals make no difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.alternative_text import MAX_LENGTH, bounded, shorten
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vraag import Kolom

_NONE = frozenset({"", "-", "–", "geen", "nvt", "n.v.t.", "nee", "onbekend"})
_ONLY_NUMBER = re.compile(r"([0-9]{1,4})(?: \w+)?")
_TEGENSTELLINGEN = ("tegenstelling", "tegenstellingen")
_NOT_DRAWN = 300  # characters of the words for rows without two groups
_MAX_GROUP = 60
_MAX_THEME = 70


class Tegenstelling(NamedTuple):
    """Two groups, by their number on the map, and what is between them."""

    wij: int
    zij: int
    theme: str = ""
    events: int = 0

    @property
    def telling(self) -> str:
        """The number of incidents in words."""
        if not self.events:
            return "geen voorvallen"
        return "1 voorval" if self.events == 1 else f"{self.events} voorvallen"


class Kaart(NamedTuple):
    """The groups in order of appearance and the oppositions between them.

    `incomplete` names the rows that cannot be drawn, because one of the two groups is missing.
    """

    groups: tuple[str, ...] = ()
    tegenstellingen: tuple[Tegenstelling, ...] = ()
    incomplete: tuple[str, ...] = ()

    @classmethod
    def from_tabel(cls, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> Kaart:
        """Return the map of a table with the columns wij, zij, thema and voorvallen.

        Rows about the same two groups and the same theme are one opposition.
        """
        place = {kolom.id: number for number, kolom in enumerate(kolommen)}
        groups: dict[str, tuple[int, str]] = {}
        seen: dict[tuple[int, int, str], Tegenstelling] = {}
        incomplete: list[str] = []
        for rij in rijen:
            wij, zij, theme, events = (
                rij[place[name]].strip() if name in place else ""
                for name in ("wij", "zij", "thema", "voorvallen")
            )
            if not (wij and zij):
                incomplete += (
                    [shorten(wij or zij or theme, _MAX_GROUP)] if wij or zij or theme else []
                )
                continue
            one, other = (
                groups.setdefault(name.casefold(), (len(groups), name))[0] for name in (wij, zij)
            )
            key = (min(one, other), max(one, other), theme.casefold())
            earlier = seen.get(key, Tegenstelling(one, other, theme))
            seen[key] = earlier._replace(events=earlier.events + _count(events))
        names = tuple(name for _, name in groups.values())
        return cls(names, tuple(seen.values()), tuple(incomplete))

    def alternatief(self, part: int = 1, parts: int = 1) -> str:
        """Return what a drawing of this map says, in words; `part` counts from 1.

        Never longer than GRENS: what does not fit is counted, and stands in the table.
        """
        if not self.tegenstellingen:
            return ""
        place = f", deel {part} van {parts}" if parts > 1 else ""
        count = len(self.tegenstellingen)
        groups = "1 groep" if len(self.groups) == 1 else f"{len(self.groups)} groepen"
        kop = (
            f"Kaart van tegenstellingen{place}:"
            f" {count} {_TEGENSTELLINGEN[count != 1]} tussen {groups}."
        )
        zinnen = [("Wie tegenover wie", [self._in_words(t) for t in self.tegenstellingen])]
        rest = self._not_drawn(_NOT_DRAWN)
        text = bounded(kop, zinnen, MAX_LENGTH - len(rest), _TEGENSTELLINGEN)
        return text + self._not_drawn(MAX_LENGTH - len(text))

    def _in_words(self, one: Tegenstelling) -> str:
        wij, zij = (shorten(self.groups[number], _MAX_GROUP) for number in (one.wij, one.zij))
        theme = f" over {shorten(one.theme, _MAX_THEME)}" if one.theme else ""
        return f"{wij} tegenover {zij}{theme} ({one.telling})"

    def _not_drawn(self, space: int) -> str:
        if not self.incomplete:
            return ""
        group = [("Niet getekend, want er ontbreekt een groep", self.incomplete)]
        return bounded("", group, space, ("rij", "rijen"))


def _count(events: str) -> int:
    """Return how many incidents a cell names: a number, or a list with semicolons.

    Commas do not part incidents, for they are part of how one is told.
    """
    if events.casefold() in _NONE:
        return 0
    if getal := _ONLY_NUMBER.fullmatch(events):
        return int(getal[1])
    return sum(1 for part in events.split(";") if part.strip())
