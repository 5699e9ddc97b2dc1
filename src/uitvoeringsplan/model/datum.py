"""Dates as a plan stores them (ISO) and as a reader sees them (Dutch)."""

from __future__ import annotations

import datetime as dt
import re

from uitvoeringsplan.named_tuple import NamedTuple

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
#: Two digits are a year of this century from here on: no plan is older, and a lower number is as
#: likely the day of a date that was written with the year in front.
_FIRST_SHORT_YEAR = 20
_PLAIN_SIGNS = str.maketrans("‐‑–—−’‘ʼ`´", "-----'''''")  # what Word makes of `-` and `'`
# A date that is stored is neither; `re` keeps a pattern that is asked for.
_TYPED = (
    r"(?:([a-z]{2,9})\.?,? )?(\d{1,2})(?:e|de|ste)?[-/. ]+(\d{1,2}|[a-z]+)\.?,?[-/. ]+"
    r"(\d{4}|'?\d{2})\.?"
)
_YEAR_FIRST = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?"


class _Typed(NamedTuple):
    """A date, and the day of the week that stood in front of it; -1 when none did."""

    datum: dt.date
    weekday: int = -1

    @property
    def holds(self) -> bool:
        return self.weekday in (-1, self.datum.weekday())


def read_datum(text: str) -> dt.date | None:
    """Return the date that someone typed, or None.

    Reads `2027-01-31`, and what has the day in front: `31-1-2027`, `31/01/2027`, `31.01.2027`,
    `31 januari 2027`, `31 jan. '27`, `zondag 31 januari 2027.` A year of two digits is one from
    2020 to 2099. A day of the week that is another one, and a word such as `vandaag`, make no date:
    what a plan says may not hang on the day that somebody reads it.
    """
    typed = _read(text)
    return typed.datum if typed is not None and typed.holds else None


def other_weekday(text: str) -> str:
    """Return the day of the week of a date that was typed with another one; else nothing."""
    typed = _read(text)
    return "" if typed is None or typed.holds else WEEKDAYS[typed.datum.weekday()]


def datum_in_words(text: str) -> str:
    """Return a stored date as `31 januari 2027`; anything else comes back unchanged."""
    datum = read_datum(text)
    return f"{datum.day} {MONTHS[datum.month - 1]} {datum.year:04}" if datum else text


def _read(text: str) -> _Typed | None:
    text = " ".join(text.lower().translate(_PLAIN_SIGNS).split())
    try:
        return _Typed(dt.date.fromisoformat(text))
    except ValueError:
        pass
    if not text:
        return None
    if in_front := re.fullmatch(_YEAR_FIRST, text):
        return _date(-1, in_front[1], int(in_front[3]), in_front[4])
    found = re.fullmatch(_TYPED, text)
    if not found:
        return None
    weekday, day, month, year = found.groups()
    welke = -1 if weekday is None else _weekday(weekday)
    return None if welke is None else _date(welke, year, _month(month), day)


def _date(weekday: int, year: str, month: int, day: str) -> _Typed | None:
    full_year = int(year.removeprefix("'"))
    if len(year) < 4:
        if full_year < _FIRST_SHORT_YEAR:
            return None
        full_year += 2000
    try:
        return _Typed(dt.date(full_year, month, int(day)), weekday)
    except ValueError:
        return None


def _month(text: str) -> int:
    """Return the number of a month from its number, name or short form; 0 when it is none."""
    if text.isdigit():
        return int(text)
    # "mrt" is the usual short form of maart; the others are the first letters.
    fitting = [n for n, name in enumerate(MONTHS, 1) if name.startswith(text)]
    if text == "mrt":
        fitting = [3]
    return fitting[0] if len(fitting) == 1 and len(text) >= 3 else 0


def _weekday(text: str) -> int | None:
    """Return the number of a day of the week from its name or first letters, or None."""
    fitting = [n for n, name in enumerate(WEEKDAYS) if name.startswith(text)]
    return fitting[0] if len(fitting) == 1 else None
