"""Numbers that belong to one person, found in running text: BSN, IBAN and mobile telephone.

People write them with all kinds of spaces, hyphens, dots, slashes and brackets. The text is first
brought to plain signs; what is found is given as it stands. The tests of eleven and of 97 are a few
lines: a library for them is 6 MB and takes 46 ms to load (python-stdnum 2.2), one for telephone
numbers 48 MB (phonenumbers 9.0), and neither knows which of the numbers it finds is private.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class NumberKind(StrEnum):
    """What a number can be."""

    BSN = "burgerservicenummer"
    IBAN = "rekeningnummer (IBAN)"
    MOBIEL = "mobiel nummer"
    PRIVE = "privénummer"


class PersonalNumber(NamedTuple):
    """A number as it stands in the text; `start` is where."""

    kind: NumberKind
    text: str
    start: int


_FEWEST_DIGITS = 8  # of any of these numbers; most lines have fewer, and need no closer look
_DIGIT = re.compile(r"\d")
_OPMAAK = "*\\"  # of a plan as it is stored
_BEFORE = 30  # signs before a number that are looked at
_WEBADRES = re.compile(r"https?://\S+", re.IGNORECASE)

_NEGEN = re.compile(
    r"(?<!\w)(?<!\d[.,])(?:\d{9}|\d{4}([ ./-])\d{2}\1\d{3}|\d{3}([ ./-])\d{3}\2\d{3})(?!\w)"
)
# With its name before it, in any grouping; an old one may lack the zero in front.
_WITH_NAME = re.compile(
    r"\b(?:bsn|burger ?service ?(?:nummer|nr)|sofi ?-?(?:nummer|nr))\b(?:[ -]?(?:nummer|nr))?"
    r"(?:[ .:=#(/-]|is|luidt){0,8}(\d(?:[ ./-]?\d){7,8})(?!\w)",
    re.IGNORECASE,
)
# What stands before a number of another kind. A number in a case file can pass the test as well.
_OTHER_NUMBER = re.compile(
    r"(?:€|\b(?:euro|eur|rsin|kvk|btw|fi|iban|agb|isbn|issn|ean|uzovi|lrk|brin|oin|postbus"
    r"|artikel(?:nummer)?|art|nummer van de zaak)"
    r"|\b\w*(?:zaak|kenmerk|dossier|referentie|registratie"
    r"|document|factuur|order|bestel|inkoop|contract|project|product|vestigings|dataset|besluit)\w*"
    r"|\bref)[\s.:#('\"-]*(?:(?:nr|nummer|code|is)[\s.:#(-]*)?$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[\s)]*(?:€|%|euro|eur\b|miljoen|mln|inwoners|mensen|stuks|keer|bezoek|views|woningen|km|m2|m²)",
    re.IGNORECASE,
)

# Length of the number by country, for those that pay in euros with one (SEPA).
_IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28,
    "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31,
    "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
    "TR": 26, "VA": 22, "MA": 28,
}  # fmt: skip
_IBAN = re.compile(rf"(?<![^\W_])(?:{'|'.join(_IBAN_LENGTHS)})[ .-]?\d\d", re.IGNORECASE)
_IBAN_SIGN = re.compile(r"[ ./()-]{0,2}([A-Z0-9])", re.IGNORECASE)
_IBAN_NL = re.compile(r"NL\d\d[A-Z]{4}\d{10}")
_MIN_DIGITS = 8  # of an account; a sentence that begins with `de 22` has fewer
_OVERHEIDSBANKEN = ("BNGH", "NWAB")  # only public bodies have an account there

_BETWEEN = r"[ ./()-]{0,3}"
_BEFORE_MOBILE = r"(?<![\w+])(?<!\d[.,])(?<!\w[/-])\(?"
_NUL = rf"\)?{_BETWEEN}(?:\(?0\)?)?{_BETWEEN}"
_MOBILE = re.compile(
    rf"{_BEFORE_MOBILE}(?:(?:\+|00) ?\(?31{_NUL}6|06)\)?((?:{_BETWEEN}\d){{8}})(?!\d)"
)
_MOBILE_NEIGHBOURS = re.compile(  # Belgium and Germany
    rf"{_BEFORE_MOBILE}(?:\+|00) ?\(?(?:32{_NUL}4|49{_NUL}1[567])((?:{_BETWEEN}\d){{8,10}})(?!\d)"
)
_PRIVE = re.compile(
    r"\b(?:priv[eé]|thuis|huistelefoon)[\w-]*(?: ?(?:telefoon|tel|nummer|nr)\w*)?[ .:(-]{1,4}"
    rf"((?:(?:\+|00) ?31{_BETWEEN}|0)[1-57](?:{_BETWEEN}\d){{8}})(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_numbers(text: str, *, is_attribute: bool = False) -> Iterator[PersonalNumber]:
    """Yield the numbers of persons in one line of text, in order of their kind.

    `is_attribute` says that the text is the number of a case, which passes the test of eleven once
    in eleven times. Addresses on the web are left out.
    """
    if len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return
    glad, place = _glad(text)

    def number(kind: NumberKind, start: int, end: int) -> PersonalNumber:
        return PersonalNumber(kind, text[place[start] : place[end - 1] + 1], place[start])

    for start, end in sorted(_bsns(glad, is_attribute=is_attribute)):
        yield number(NumberKind.BSN, start, end)
    for start, end in _ibans(glad):
        yield number(NumberKind.IBAN, start, end)
    for m in (*_MOBILE.finditer(glad), *_MOBILE_NEIGHBOURS.finditer(glad)):
        if not _is_datum(m[1]):
            yield number(NumberKind.MOBIEL, *_around_brackets(m))
    for m in _PRIVE.finditer(glad):
        yield number(NumberKind.PRIVE, *m.span(1))


def is_bsn(text: str) -> bool:
    """Whether nine digits can be a citizen service number: they pass the test of eleven.

    Source: Logisch ontwerp BSN, Ministerie van BZK.
    """
    digits = [int(sign) for sign in text if sign.isdecimal()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(digits) != len(weights) or not any(digits):
        return False
    return sum(c * g for c, g in zip(digits, weights, strict=True)) % 11 == 0


def is_iban(text: str) -> bool:
    """Whether letters and digits are an account number: length and remainder of 97. ISO 13616."""
    bare = "".join(sign for sign in text.upper() if sign.isalnum())
    if not bare.isascii() or len(bare) != _IBAN_LENGTHS.get(bare[:2]) or not bare[2:4].isdecimal():
        return False
    return int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1


def _glad(text: str) -> tuple[str, list[int]]:
    """Return the text in plain signs, and where each of them stands in it."""
    without_adres = _WEBADRES.sub(lambda m: "_" * len(m[0]), text)
    signs, place = [], []
    for i, sign in enumerate(without_adres):
        kind = "" if sign.isascii() else unicodedata.category(sign)
        if kind == "Cf" or sign in _OPMAAK:  # a soft hyphen, a joiner: nobody sees it
            continue
        if kind == "Pd" or sign == "\u2212":
            shown = "-"
        elif kind == "Zs":
            shown = " "
        elif kind == "Nd":
            shown = str(unicodedata.decimal(sign))
        else:
            shown = sign
        signs.append(shown)
        place.append(i)
    return "".join(signs), place


def _bsns(glad: str, *, is_attribute: bool) -> set[tuple[int, int]]:
    result = {
        m.span(1)
        for m in _WITH_NAME.finditer(glad)
        if is_bsn("".join(filter(str.isdecimal, m[1])).zfill(9))
    }
    for m in () if is_attribute else _NEGEN.finditer(glad):
        start, end = m.span()
        before = glad[max(0, start - _BEFORE) : start]
        los = "" if m[0].isdecimal() else " "  # the tail of a longer number with the same signs
        is_part = re.search(rf"(?:\w[/-]|€ ?-?|\d[.,{los}])$", before)
        runs_on = re.match(r"[.,/-]\d| \d{3}\b", glad[end : end + 5])
        is_otherwise = is_part or runs_on or _UNIT.match(glad, end)
        if is_otherwise or _OTHER_NUMBER.search(before) or not is_bsn(m[0]):
            continue
        if not any(first <= start < end for first, end in result):
            result.add((start, end))
    return result


def _ibans(glad: str) -> Iterator[tuple[int, int]]:
    for m in _IBAN.finditer(glad):
        bare, end = "", m.start()
        while len(bare) < _IBAN_LENGTHS[m[0][:2].upper()]:
            sign = _IBAN_SIGN.match(glad, end)
            if sign is None:
                break
            bare, end = bare + sign[1].upper(), sign.end()
        past = _IBAN_NL.fullmatch(bare) if bare.startswith("NL") else _has_enough_digits(bare)
        runs_on = glad[end : end + 1].isalnum()
        if past and not runs_on and is_iban(bare) and bare[4:8] not in _OVERHEIDSBANKEN:
            yield m.start(), end


def _has_enough_digits(bare: str) -> bool:
    return sum(map(str.isdecimal, bare[4:])) >= _MIN_DIGITS


def _is_datum(digits: str) -> bool:
    """Whether what stands behind `06` are years, or the rest of a date and an hour."""
    groups = re.findall(r"\d+", digits)
    years = [group for group in groups if _YEAR.fullmatch(group)]
    if not years or any(len(group) > 2 and group not in years for group in groups):
        return False
    return len(years) == len(groups) or groups[-1] not in years


def _around_brackets(m: re.Match[str]) -> tuple[int, int]:
    """Return where a number stands; a bracket in front of it only with its other half."""
    start, end = m.span()
    run = m[0]
    if run.startswith("(") and ")" not in run:
        start += 1
    return start, end
