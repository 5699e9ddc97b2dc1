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

NAAMLOOS = "actie zonder naam"
_ACTIES = ("actie", "acties")
# Part of the words that is kept for the actions without a date, when there are many of both.
_WITHOUT_DATE = 400
_LONG = 3 * 366  # days; above this the words go by year
_QUARTERS = ("eerste", "tweede", "derde", "vierde")


class Actie(NamedTuple):
    """One row of the table; `stand` is empty when nobody filled it in."""

    naam: str
    start: dt.date | None = None
    gereed: dt.date | None = None
    stand: str = ""

    @property
    def dagen(self) -> tuple[dt.date, ...]:
        """The first and the last known day; one day twice when only one is known, or none."""
        bekend = sorted(dag for dag in (self.start, self.gereed) if dag)
        return (bekend[0], bekend[-1]) if bekend else ()

    @property
    def is_mijlpaal(self) -> bool:
        """Whether only one of the two dates is known."""
        return (self.start is None) != (self.gereed is None)

    @property
    def is_omgekeerd(self) -> bool:
        """Whether it would be ready before it starts."""
        return self.start is not None and self.gereed is not None and self.gereed < self.start

    @property
    def in_words(self) -> str:
        """The action as it stands in the words with a drawing."""
        wanneer = _when(self)
        let_op = "let op: gereed ligt vóór start" if self.is_omgekeerd else ""
        bij = ", ".join(filter(None, (wanneer, let_op, self.stand)))
        return f"{shorten(self.naam)} ({bij})" if bij else shorten(self.naam)


class Tijdlijn(NamedTuple):
    """The actions that can be drawn, by date, and the ones that cannot, as in the table."""

    acties: tuple[Actie, ...] = ()
    zonder_datum: tuple[Actie, ...] = ()

    @classmethod
    def from_tabel(cls, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]]) -> Tijdlijn:
        """Return the actions of a table with the columns actie, start, gereed and stand."""
        plek = {kolom.id: nummer for nummer, kolom in enumerate(kolommen)}

        def cel(rij: Sequence[str], naam: str) -> str:
            return rij[plek[naam]].strip() if naam in plek else ""

        acties = [
            Actie(
                cel(rij, "actie") or NAAMLOOS,
                read_datum(cel(rij, "start")),
                read_datum(cel(rij, "gereed")),
                cel(rij, "stand"),
            )
            for rij in rijen
            if any(cel(rij, naam) for naam in ("actie", "start", "gereed"))
        ]
        return cls(
            tuple(sorted((a for a in acties if a.dagen), key=lambda actie: actie.dagen)),
            tuple(a for a in acties if not a.dagen),
        )

    @property
    def dagen(self) -> tuple[dt.date, ...]:
        """The first and the last day of all actions together; nothing when none has a date."""
        if not self.acties:
            return ()
        return self.acties[0].dagen[0], max(actie.dagen[1] for actie in self.acties)

    def alternatief(self, deel: int = 1, delen: int = 1) -> str:
        """Return what a drawing of these actions says, in words; `deel` counts from 1.

        Never longer than GRENS: what does not fit is counted, and stands in the table.
        """
        if not self.acties:
            return ""
        plek = f", deel {deel} van {delen}" if delen > 1 else ""
        aantal = len(self.acties)
        telling = f"{aantal} {_ACTIES[aantal != 1]}"
        kop = f"Planning in de tijd{plek}: {telling}, {_period(*self.dagen)}."
        rest = self._zonder_datum(_WITHOUT_DATE)
        tekst = bounded(kop, self._per_periode(), MAX_LENGTH - len(rest), _ACTIES)
        return tekst + self._zonder_datum(MAX_LENGTH - len(tekst))

    def _per_periode(self) -> list[tuple[str, list[str]]]:
        eerste, laatste = self.dagen
        periode = _year if (laatste - eerste).days > _LONG else _quarter
        sleutel: Callable[[Actie], str] = lambda actie: periode(actie.dagen[0])  # noqa: E731
        return [
            (f"Begin in {naam}", [actie.in_words for actie in groep])
            for naam, groep in groupby(self.acties, sleutel)
        ]

    def _zonder_datum(self, ruimte: int) -> str:
        if not self.zonder_datum:
            return ""
        namen = [actie.in_words for actie in self.zonder_datum]
        return bounded("", [("Zonder datum, en daarom niet getekend", namen)], ruimte, _ACTIES)


def _year(dag: dt.date) -> str:
    return str(dag.year)


def _quarter(dag: dt.date) -> str:
    return f"het {_QUARTERS[(dag.month - 1) // 3]} kwartaal van {dag.year}"


def _when(actie: Actie) -> str:
    if actie.start and actie.gereed:
        return _period(actie.start, actie.gereed)
    if actie.start:
        return f"start {_day(actie.start)}"
    return f"gereed {_day(actie.gereed)}" if actie.gereed else ""


def _period(van: dt.date, tot: dt.date) -> str:
    if van == tot:
        return _day(van)
    begin = _day(van)
    if van.year == tot.year:
        begin = begin.removesuffix(f" {van.year}")
    return f"{begin} tot en met {_day(tot)}"


def _day(dag: dt.date) -> str:
    return datum_in_words(dag.isoformat())
