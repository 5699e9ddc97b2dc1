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


_NA_ALLES = dt.date.max.toordinal() + 1
_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# Spans in days: one shorter than a month is set in its month; weeks are told apart up to the
# second, quarters up to the third.
_MAAND = 28
_WEKEN = 16 * 7
_KWARTALEN = 8 * 366


class Stretch(NamedTuple):
    """A stretch of the axis, and its name: the fullest first."""

    van: int
    tot: int
    namen: tuple[str, ...]


class TimeAxis(NamedTuple):
    """The days from `van` up to `tot`, divided coarsely above and finely below."""

    boven: tuple[Stretch, ...]
    onder: tuple[Stretch, ...]

    @property
    def van(self) -> int:
        """The number of the first day."""
        return self.onder[0].van

    @property
    def tot(self) -> int:
        """The number of the day after the last."""
        return self.onder[-1].tot


def make_axis(eerste: dt.date, laatste: dt.date, past: Callable[[int, str], bool]) -> TimeAxis:
    """Return the finest axis on which every name below fits; both days lie on it.

    Where no name fits at all, everything is one stretch.

    `past(aantal, naam)` tells whether a name fits when that many stretches share the width.
    """
    dagen = (laatste - eerste).days
    if dagen < _MAAND:
        eerste, laatste = _hele_maanden(eerste, laatste)
    if dagen <= _WEKEN:
        weken = tuple(_weken(eerste, laatste))
        if past(len(weken), "30"):
            return TimeAxis(_boven(weken, _maandnamen), weken)
    for maanden, naam in ((1, "mmm"), (3, "K4")) if dagen <= _KWARTALEN else ():
        onder = tuple(_maanden(eerste, laatste, maanden))
        if past(len(onder), naam):
            return TimeAxis(_boven(onder, _jaarnamen), onder)
    stap = next(
        stap
        for stap in _stappen()
        if (aantal := _aantal(eerste, laatste, stap)) == 1
        or past(aantal, "2027" if stap == 1 else "2020-2029")
    )
    return TimeAxis((), tuple(_jaren(eerste, laatste, stap)))


def _weken(eerste: dt.date, laatste: dt.date) -> Iterator[Stretch]:
    begin = max(1, eerste.toordinal() - eerste.weekday())
    for van in range(begin, laatste.toordinal() + 1, 7):
        dag = dt.date.fromordinal(van).day
        yield Stretch(van, min(van + 7, _NA_ALLES), (f"ma {dag}", str(dag)))


def _maanden(eerste: dt.date, laatste: dt.date, stap: int) -> Iterator[Stretch]:
    begin = (eerste.year * 12 + eerste.month - 1) // stap * stap
    einde = laatste.year * 12 + laatste.month - 1
    for maand in range(begin, einde + 1, stap):
        nummer = maand % 12
        namen: tuple[str, ...] = (_KORT[nummer],)
        if stap > 1:
            namen = (f"{_KORT[nummer]}-{_KORT[nummer + stap - 1]}", f"K{nummer // stap + 1}")
        yield Stretch(_ordinaal(maand), _ordinaal(maand + stap), namen)


def _jaren(eerste: dt.date, laatste: dt.date, stap: int) -> Iterator[Stretch]:
    for jaar in range(eerste.year // stap * stap, laatste.year + 1, stap):
        naam = str(max(1, jaar))
        reeks = naam if stap == 1 else f"{naam}-{min(jaar + stap, dt.MAXYEAR + 1) - 1}"
        yield Stretch(_ordinaal(jaar * 12), _ordinaal((jaar + stap) * 12), (reeks,))


def _aantal(eerste: dt.date, laatste: dt.date, stap: int) -> int:
    return laatste.year // stap - eerste.year // stap + 1


def _stappen() -> Iterator[int]:
    """Return 1, 2, 5, 10, 20, 50 and so on; for some step all years are one stretch."""
    for macht in count():
        yield from (10**macht, 2 * 10**macht, 5 * 10**macht)


def _hele_maanden(eerste: dt.date, laatste: dt.date) -> tuple[dt.date, dt.date]:
    na = _ordinaal(laatste.year * 12 + laatste.month)
    return eerste.replace(day=1), dt.date.fromordinal(na - 1)


def _ordinaal(maand: int) -> int:
    """Return the number of the first day of a month, counted from the year 0."""
    jaar, nummer = divmod(maand, 12)
    if jaar < dt.MINYEAR:
        return 1
    return _NA_ALLES if jaar > dt.MAXYEAR else dt.date(jaar, nummer + 1, 1).toordinal()


def _boven(
    onder: tuple[Stretch, ...], namen: Callable[[dt.date], tuple[str, ...]]
) -> tuple[Stretch, ...]:
    """Return the stretches above: those below with the same names taken together."""
    uit: list[Stretch] = []
    for deel in onder:
        naam = namen(dt.date.fromordinal(deel.van))
        if uit and uit[-1].namen == naam:
            uit[-1] = uit[-1]._replace(tot=deel.tot)
        else:
            uit.append(Stretch(deel.van, deel.tot, naam))
    return tuple(uit)


def _maandnamen(dag: dt.date) -> tuple[str, ...]:
    maand = dag.month - 1
    return f"{MONTHS[maand]} {dag.year}", f"{_KORT[maand]} {dag.year}", _KORT[maand]


def _jaarnamen(dag: dt.date) -> tuple[str, ...]:
    return (str(dag.year),)
