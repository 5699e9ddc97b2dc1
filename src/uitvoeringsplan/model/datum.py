"""Dates as a plan stores them (ISO) and as a reader sees them (Dutch)."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
#: Two digits are a year of this century from here on: no plan is older, and a lower number is as
#: likely the day of a date that was written with the year in front.
_FIRST_SHORT_YEAR = 20
_PLAIN_SIGNS = str.maketrans("‐‑–—−’‘ʼ`´", "-----'''''")  # what Word makes of `-` and `'`
_TYPED = re.compile(
    r"(?:([a-z]{2,9})\.?,? )?(\d{1,2})(?:e|de|ste)?[-/. ]+(\d{1,2}|[a-z]+)\.?,?[-/. ]+"
    r"(\d{4}|'?\d{2})\.?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?")


class _Typed(NamedTuple):
    """A date, and the day of the week that stood in front of it; -1 when none did."""

    datum: dt.date
    weekdag: int = -1

    @property
    def klopt(self) -> bool:
        return self.weekdag in (-1, self.datum.weekday())


def lees_datum(tekst: str) -> dt.date | None:
    """Return the date that someone typed, or None.

    Reads `2027-01-31`, and what has the day in front: `31-1-2027`, `31/01/2027`, `31.01.2027`,
    `31 januari 2027`, `31 jan. '27`, `zondag 31 januari 2027.` A year of two digits is one from
    2020 to 2099. A day of the week that is another one, and a word such as `vandaag`, make no date:
    what a plan says may not hang on the day that somebody reads it.
    """
    gelezen = _read(tekst)
    return gelezen.datum if gelezen is not None and gelezen.klopt else None


def andere_weekdag(tekst: str) -> str:
    """Return the day of the week of a date that was typed with another one; else nothing."""
    gelezen = _read(tekst)
    return "" if gelezen is None or gelezen.klopt else WEEKDAGEN[gelezen.datum.weekday()]


def in_woorden(tekst: str) -> str:
    """Return a stored date as `31 januari 2027`; anything else comes back unchanged."""
    datum = lees_datum(tekst)
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year:04}" if datum else tekst


def _read(tekst: str) -> _Typed | None:
    tekst = " ".join(tekst.lower().translate(_PLAIN_SIGNS).split())
    try:
        return _Typed(dt.date.fromisoformat(tekst))
    except ValueError:
        pass
    if voorop := _YEAR_FIRST.fullmatch(tekst):
        return _date(-1, voorop[1], int(voorop[3]), voorop[4])
    gevonden = _TYPED.fullmatch(tekst)
    if not gevonden:
        return None
    weekdag, dag, maand, jaar = gevonden.groups()
    welke = -1 if weekdag is None else _weekday(weekdag)
    return None if welke is None else _date(welke, jaar, _month(maand), dag)


def _date(weekdag: int, jaar: str, maand: int, dag: str) -> _Typed | None:
    getal = int(jaar.removeprefix("'"))
    if len(jaar) < 4:
        if getal < _FIRST_SHORT_YEAR:
            return None
        getal += 2000
    try:
        return _Typed(dt.date(getal, maand, int(dag)), weekdag)
    except ValueError:
        return None


def _month(tekst: str) -> int:
    """Return the number of a month from its number, name or short form; 0 when it is none."""
    if tekst.isdigit():
        return int(tekst)
    # "mrt" is the usual short form of maart; the others are the first letters.
    passend = [n for n, naam in enumerate(MAANDEN, 1) if naam.startswith(tekst)]
    if tekst == "mrt":
        passend = [3]
    return passend[0] if len(passend) == 1 and len(tekst) >= 3 else 0


def _weekday(tekst: str) -> int | None:
    """Return the number of a day of the week from its name or first letters, or None."""
    passend = [n for n, naam in enumerate(WEEKDAGEN) if naam.startswith(tekst)]
    return passend[0] if len(passend) == 1 else None
