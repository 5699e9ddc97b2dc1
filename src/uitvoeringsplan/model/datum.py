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
    weekdag: int = -1

    @property
    def klopt(self) -> bool:
        return self.weekdag in (-1, self.datum.weekday())


def read_datum(text: str) -> dt.date | None:
    """Return the date that someone typed, or None.

    Reads `2027-01-31`, and what has the day in front: `31-1-2027`, `31/01/2027`, `31.01.2027`,
    `31 januari 2027`, `31 jan. '27`, `zondag 31 januari 2027.` A year of two digits is one from
    2020 to 2099. A day of the week that is another one, and a word such as `vandaag`, make no date:
    what a plan says may not hang on the day that somebody reads it.
    """
    read_ = _read(text)
    return read_.datum if read_ is not None and read_.klopt else None


def other_weekday(text: str) -> str:
    """Return the day of the week of a date that was typed with another one; else nothing."""
    read_ = _read(text)
    return "" if read_ is None or read_.klopt else WEEKDAYS[read_.datum.weekday()]


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
    if voorop := re.fullmatch(_YEAR_FIRST, text):
        return _date(-1, voorop[1], int(voorop[3]), voorop[4])
    found = re.fullmatch(_TYPED, text)
    if not found:
        return None
    weekdag, day, month, year = found.groups()
    welke = -1 if weekdag is None else _weekday(weekdag)
    return None if welke is None else _date(welke, year, _month(month), day)


def _date(weekdag: int, year: str, month: int, day: str) -> _Typed | None:
    number_ = int(year.removeprefix("'"))
    if len(year) < 4:
        if number_ < _FIRST_SHORT_YEAR:
            return None
        number_ += 2000
    try:
        return _Typed(dt.date(number_, month, int(day)), weekdag)
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
