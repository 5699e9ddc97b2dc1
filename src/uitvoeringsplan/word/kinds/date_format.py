"""Dates in the format and the language of a control (ECMA-376 part 1, 17.16.4.1)."""

from __future__ import annotations

import datetime as dt
import re

from uitvoeringsplan.model.datum import MONTHS, WEEKDAYS

# By the first letters of a language: its months and its days, from Monday on.
_NAMES = {
    "nl": (MONTHS, WEEKDAYS),
    "en": (
        (
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ),
    "de": (
        (
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
            "Oktober", "November", "Dezember",
        ),
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    ),
    "fr": (
        (
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
            "octobre", "novembre", "décembre",
        ),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ),
}  # fmt: skip
_SHORT_MONTHS = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
}
_SHORT_DAY = {"nl": 2, "de": 2}
_PIECE = re.compile("'([^']*)'|(d{1,4}|M{1,4}|yyyy|yy|y)|(.)", re.DOTALL)
_PLAIN = "d MMMM yyyy"


def date_text(day: dt.date, picture: str, language: str) -> str:
    """Return a date as a control with this format and language shows it.

    In a language whose words are not known here they are Dutch.
    """
    return "".join(
        _part(day, sign, _base(language)) if sign else quoted or other
        for quoted, sign, other in _PIECE.findall(picture or _PLAIN)
    )


def read_date(text: str, picture: str, language: str) -> dt.date | None:
    """Return the date that a text is in this format and language; None for any other text."""
    language = _base(language)
    pattern, signs = "", []
    for quoted, sign, other in _PIECE.findall(picture or _PLAIN):
        if sign:
            signs.append(sign)
            pattern += (
                r"(\d{1,4})" if sign in ("d", "dd", "M", "MM", "y", "yy", "yyyy") else r"(\S+?)"
            )
        else:
            pattern += re.escape(quoted or other)
    found = re.fullmatch(pattern, text)
    if found is None:
        return None
    year = month = day = 0
    for sign, part in zip(signs, found.groups(), strict=True):
        if sign[0] == "y":
            year = int(part) + (2000 if len(part) <= 2 else 0)
        elif sign in ("M", "MM"):
            month = int(part)
        elif sign[0] == "M":
            names = [_month(n, sign, language).casefold() for n in range(1, 13)]
            month = 1 + names.index(part.casefold()) if part.casefold() in names else 0
        elif sign in ("d", "dd"):
            day = int(part)
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    # The day of the week counts too, and so does each part that stands there twice.
    return (
        date
        if date_text(date, picture, language).casefold() == text.casefold()
        or all(len(sign) < 3 or sign[0] != "d" for sign in signs)
        else None
    )


def _base(language: str) -> str:
    base = language[:2].lower()
    return base if base in _NAMES else "nl"


def _part(day: dt.date, sign: str, language: str) -> str:
    size = len(sign)
    if sign[0] == "y":
        return f"{day.year:04}" if size > 2 else f"{day.year % 100:02}"
    if size <= 2:
        number = day.day if sign[0] == "d" else day.month
        return f"{number:0{size}}"
    if sign[0] == "M":
        return _month(day.month, sign, language)
    name = _NAMES[language][1][day.weekday()]
    return name if size > 3 else name[: _SHORT_DAY.get(language, 3)]


def _month(number: int, sign: str, language: str) -> str:
    if len(sign) > 3:
        return _NAMES[language][0][number - 1]
    short = _SHORT_MONTHS.get(language)
    return short[number - 1] if short else _NAMES[language][0][number - 1][:3]
