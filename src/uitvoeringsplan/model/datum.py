"""Dates as a plan stores them (ISO) and as a reader sees them (Dutch)."""

from __future__ import annotations

import datetime as dt
import re

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_GETYPT = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)\.?[-/. ]+(\d{4})")


def lees_datum(tekst: str) -> dt.date | None:
    """Return the date that someone typed, or None.

    Reads `2027-01-31`, `31-1-2027`, `31/01/2027`, `31 januari 2027` and `31 jan. 2027`.
    """
    tekst = " ".join(tekst.lower().split())
    try:
        return dt.date.fromisoformat(tekst)
    except ValueError:
        pass
    gevonden = _GETYPT.fullmatch(tekst)
    if not gevonden:
        return None
    dag, maand, jaar = gevonden.groups()
    if not maand.isdigit():
        # "mrt" is the usual short form of maart; the others are the first letters.
        passend = [n for n, naam in enumerate(MAANDEN, 1) if naam.startswith(maand)]
        if maand == "mrt":
            passend = [3]
        if len(passend) != 1 or len(maand) < 3:
            return None
        maand = str(passend[0])
    try:
        return dt.date(int(jaar), int(maand), int(dag))
    except ValueError:
        return None


def in_woorden(tekst: str) -> str:
    """Return a stored date as `31 januari 2027`; anything else comes back unchanged."""
    datum = lees_datum(tekst)
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}" if datum else tekst
