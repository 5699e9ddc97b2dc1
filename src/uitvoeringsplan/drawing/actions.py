"""The actions of a plan over time: which of them can be drawn, and what the drawing says in words.

An action is drawn from the first to the last date that is known of it. One without any date
cannot be drawn; it is named in the words that go with the drawing.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.alternative_text import MAX_LENGTH, bounded, shorten
from uitvoeringsplan.model.datum import datum_in_words, read_datum
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.vraag import Kolom

NAMELESS = "actie zonder naam"
_ACTIES = ("actie", "acties")
# Part of the words that is kept for the actions without a date, when there are many of both.
_WITHOUT_DATE = 400
_LONG = 3 * 366  # days; above this the words go by year
_QUARTERS = ("eerste", "tweede", "derde", "vierde")


class Actie(NamedTuple):
    """One row of the table; `stand` is empty when nobody filled it in."""

    name: str
    start: dt.date | None = None
    gereed: dt.date | None = None
    stand: str = ""

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The first and the last known day; one day twice when only one is known, or none."""
        known = sorted(day for day in (self.start, self.gereed) if day)
        return (known[0], known[-1]) if known else ()

    @property
    def is_mijlpaal(self) -> bool:
        """Whether only one of the two dates is known."""
        return (self.start is None) != (self.gereed is None)

    @property
    def is_reversed(self) -> bool:
        """Whether it would be ready before it starts."""
        return self.start is not None and self.gereed is not None and self.gereed < self.start

    @property
    def in_words(self) -> str:
        """The action as it stands in the words with a drawing."""
        when = _when(self)
        let_op = "let op: gereed ligt vóór start" if self.is_reversed else ""
        bij = ", ".join(filter(None, (when, let_op, self.stand)))
        return f"{shorten(self.name)} ({bij})" if bij else shorten(self.name)


class Tijdlijn(NamedTuple):
    """The actions that can be drawn, by date, and the ones that cannot, as in the table."""

    acties: tuple[Actie, ...] = ()
    without_datum: tuple[Actie, ...] = ()

    @classmethod
    def from_tabel(cls, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> Tijdlijn:
        """Return the actions of a table with the columns actie, start, gereed and stand."""
        place = {kolom.id: number for number, kolom in enumerate(kolommen)}

        def cel(rij: Sequence[str], name: str) -> str:
            return rij[place[name]].strip() if name in place else ""

        acties = [
            Actie(
                cel(rij, "actie") or NAMELESS,
                read_datum(cel(rij, "start")),
                read_datum(cel(rij, "gereed")),
                cel(rij, "stand"),
            )
            for rij in rijen
            if any(cel(rij, name) for name in ("actie", "start", "gereed"))
        ]
        return cls(
            tuple(sorted((a for a in acties if a.days), key=lambda actie: actie.days)),
            tuple(a for a in acties if not a.days),
        )

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The first and the last day of all actions together; nothing when none has a date."""
        if not self.acties:
            return ()
        return self.acties[0].days[0], max(actie.days[1] for actie in self.acties)

    def alternatief(self, part: int = 1, parts: int = 1) -> str:
        """Return what a drawing of these actions says, in words; `part` counts from 1.

        Never longer than GRENS: what does not fit is counted, and stands in the table.
        """
        if not self.acties:
            return ""
        place = f", deel {part} van {parts}" if parts > 1 else ""
        count = len(self.acties)
        telling = f"{count} {_ACTIES[count != 1]}"
        kop = f"Planning in de tijd{place}: {telling}, {_period(*self.days)}."
        rest = self._without_datum(_WITHOUT_DATE)
        text = bounded(kop, self._per_periode(), MAX_LENGTH - len(rest), _ACTIES)
        return text + self._without_datum(MAX_LENGTH - len(text))

    def _per_periode(self) -> list[tuple[str, list[str]]]:
        first, last = self.days
        periode = _year if (last - first).days > _LONG else _quarter
        key: Callable[[Actie], str] = lambda actie: periode(actie.days[0])  # noqa: E731
        return [
            (f"Begin in {name}", [actie.in_words for actie in group])
            for name, group in groupby(self.acties, key)
        ]

    def _without_datum(self, space: int) -> str:
        if not self.without_datum:
            return ""
        names = [actie.in_words for actie in self.without_datum]
        return bounded("", [("Zonder datum, en daarom niet getekend", names)], space, _ACTIES)


def _year(day: dt.date) -> str:
    return str(day.year)


def _quarter(day: dt.date) -> str:
    return f"het {_QUARTERS[(day.month - 1) // 3]} kwartaal van {day.year}"


def _when(actie: Actie) -> str:
    if actie.start and actie.gereed:
        return _period(actie.start, actie.gereed)
    if actie.start:
        return f"start {_day(actie.start)}"
    return f"gereed {_day(actie.gereed)}" if actie.gereed else ""


def _period(since: dt.date, until: dt.date) -> str:
    if since == until:
        return _day(since)
    start = _day(since)
    if since.year == until.year:
        start = start.removesuffix(f" {since.year}")
    return f"{start} tot en met {_day(until)}"


def _day(day: dt.date) -> str:
    return datum_in_words(day.isoformat())
