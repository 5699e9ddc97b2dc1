"""The axis of a timeline: whole weeks, months, quarters or years, with names that fit.

Days are counted as in `date.toordinal`, so that the day after the last day there is has a number.
"""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING

from uitvoeringsplan.model.datum import MONTHS
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_AFTER_EVERYTHING = dt.date.max.toordinal() + 1
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# Spans in days: one shorter than a month is set in its month; weeks are told apart up to the
# second, quarters up to the third.
_MONTH = 28
_WEEKS = 16 * 7
_KWARTALEN = 8 * 366


class Stretch(NamedTuple):
    """A stretch of the axis, and its name: the fullest first."""

    start: int
    end: int
    names: tuple[str, ...]


class TimeAxis(NamedTuple):
    """The days from `start` up to `end`, divided coarsely above and finely below."""

    above: tuple[Stretch, ...]
    below: tuple[Stretch, ...]

    @property
    def start(self) -> int:
        """The number of the first day."""
        return self.below[0].start

    @property
    def end(self) -> int:
        """The number of the day after the last."""
        return self.below[-1].end


def make_axis(first: dt.date, last: dt.date, past: Callable[[int, str], bool]) -> TimeAxis:
    """Return the finest axis on which every name below fits; both days lie on it.

    Where no name fits at all, everything is one stretch.

    `past(aantal, naam)` tells whether a name fits when that many stretches share the width.
    """
    days = (last - first).days
    if days < _MONTH:
        first, last = _whole_months(first, last)
    if days <= _WEEKS:
        weeks = tuple(_weeks(first, last))
        if past(len(weeks), "30"):
            return TimeAxis(_above(weeks, _maandnamen), weeks)
    for months, name in ((1, "mmm"), (3, "K4")) if days <= _KWARTALEN else ():
        below = tuple(_months(first, last, months))
        if past(len(below), name):
            return TimeAxis(_above(below, _jaarnamen), below)
    stap = next(
        stap
        for stap in _stappen()
        if (count := _count(first, last, stap)) == 1
        or past(count, "2027" if stap == 1 else "2020-2029")
    )
    return TimeAxis((), tuple(_years(first, last, stap)))


def _weeks(first: dt.date, last: dt.date) -> Iterator[Stretch]:
    start = max(1, first.toordinal() - first.weekday())
    for since in range(start, last.toordinal() + 1, 7):
        day = dt.date.fromordinal(since).day
        yield Stretch(since, min(since + 7, _AFTER_EVERYTHING), (f"ma {day}", str(day)))


def _months(first: dt.date, last: dt.date, stap: int) -> Iterator[Stretch]:
    start = (first.year * 12 + first.month - 1) // stap * stap
    end = last.year * 12 + last.month - 1
    for month in range(start, end + 1, stap):
        number = month % 12
        names: tuple[str, ...] = (_SHORT[number],)
        if stap > 1:
            names = (f"{_SHORT[number]}-{_SHORT[number + stap - 1]}", f"K{number // stap + 1}")
        yield Stretch(_ordinal(month), _ordinal(month + stap), names)


def _years(first: dt.date, last: dt.date, stap: int) -> Iterator[Stretch]:
    for year in range(first.year // stap * stap, last.year + 1, stap):
        name = str(max(1, year))
        series = name if stap == 1 else f"{name}-{min(year + stap, dt.MAXYEAR + 1) - 1}"
        yield Stretch(_ordinal(year * 12), _ordinal((year + stap) * 12), (series,))


def _count(first: dt.date, last: dt.date, stap: int) -> int:
    return last.year // stap - first.year // stap + 1


def _stappen() -> Iterator[int]:
    """Return 1, 2, 5, 10, 20, 50 and so on; for some step all years are one stretch."""
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)


def _whole_months(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    after = _ordinal(last.year * 12 + last.month)
    return first.replace(day=1), dt.date.fromordinal(after - 1)


def _ordinal(month: int) -> int:
    """Return the number of the first day of a month, counted from the year 0."""
    year, number = divmod(month, 12)
    if year < dt.MINYEAR:
        return 1
    return _AFTER_EVERYTHING if year > dt.MAXYEAR else dt.date(year, number + 1, 1).toordinal()


def _above(
    below: tuple[Stretch, ...], names: Callable[[dt.date], tuple[str, ...]]
) -> tuple[Stretch, ...]:
    """Return the stretches above: those below with the same names taken together."""
    result: list[Stretch] = []
    for part in below:
        name = names(dt.date.fromordinal(part.start))
        if result and result[-1].names == name:
            result[-1] = result[-1]._replace(end=part.end)
        else:
            result.append(Stretch(part.start, part.end, name))
    return tuple(result)


def _maandnamen(day: dt.date) -> tuple[str, ...]:
    month = day.month - 1
    return f"{MONTHS[month]} {day.year}", f"{_SHORT[month]} {day.year}", _SHORT[month]


def _jaarnamen(day: dt.date) -> tuple[str, ...]:
    return (str(day.year),)
