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
    """A number as it stands in the text; `begin` is where."""

    soort: NumberKind
    tekst: str
    begin: int


_MINSTE_CIJFERS = 8  # of any of these numbers; most lines have fewer, and need no closer look
_CIJFER = re.compile(r"\d")
_OPMAAK = "*\\"  # of a plan as it is stored
_ERVOOR = 30  # signs before a number that are looked at
_WEBADRES = re.compile(r"https?://\S+", re.IGNORECASE)

_NEGEN = re.compile(
    r"(?<!\w)(?<!\d[.,])(?:\d{9}|\d{4}([ ./-])\d{2}\1\d{3}|\d{3}([ ./-])\d{3}\2\d{3})(?!\w)"
)
# With its name before it, in any grouping; an old one may lack the zero in front.
_MET_NAAM = re.compile(
    r"\b(?:bsn|burger ?service ?(?:nummer|nr)|sofi ?-?(?:nummer|nr))\b(?:[ -]?(?:nummer|nr))?"
    r"(?:[ .:=#(/-]|is|luidt){0,8}(\d(?:[ ./-]?\d){7,8})(?!\w)",
    re.IGNORECASE,
)
# What stands before a number of another kind. A number in a case file can pass the test as well.
_ANDER_NUMMER = re.compile(
    r"(?:€|\b(?:euro|eur|rsin|kvk|btw|fi|iban|agb|isbn|issn|ean|uzovi|lrk|brin|oin|postbus"
    r"|artikel(?:nummer)?|art|nummer van de zaak)"
    r"|\b\w*(?:zaak|kenmerk|dossier|referentie|registratie"
    r"|document|factuur|order|bestel|inkoop|contract|project|product|vestigings|dataset|besluit)\w*"
    r"|\bref)[\s.:#('\"-]*(?:(?:nr|nummer|code|is)[\s.:#(-]*)?$",
    re.IGNORECASE,
)
_EENHEID = re.compile(
    r"[\s)]*(?:€|%|euro|eur\b|miljoen|mln|inwoners|mensen|stuks|keer|bezoek|views|woningen|km|m2|m²)",
    re.IGNORECASE,
)

# Length of the number by country, for those that pay in euros with one (SEPA).
_IBAN_LENGTE = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28,
    "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31,
    "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
    "TR": 26, "VA": 22, "MA": 28,
}  # fmt: skip
_IBAN = re.compile(rf"(?<![^\W_])(?:{'|'.join(_IBAN_LENGTE)})[ .-]?\d\d", re.IGNORECASE)
_IBAN_TEKEN = re.compile(r"[ ./()-]{0,2}([A-Z0-9])", re.IGNORECASE)
_IBAN_NL = re.compile(r"NL\d\d[A-Z]{4}\d{10}")
_MIN_CIJFERS = 8  # of an account; a sentence that begins with `de 22` has fewer
_OVERHEIDSBANKEN = ("BNGH", "NWAB")  # only public bodies have an account there

_TUSSEN = r"[ ./()-]{0,3}"
_VOOR_MOBIEL = r"(?<![\w+])(?<!\d[.,])(?<!\w[/-])\(?"
_NUL = rf"\)?{_TUSSEN}(?:\(?0\)?)?{_TUSSEN}"
_MOBIEL = re.compile(
    rf"{_VOOR_MOBIEL}(?:(?:\+|00) ?\(?31{_NUL}6|06)\)?((?:{_TUSSEN}\d){{8}})(?!\d)"
)
_MOBIEL_BUREN = re.compile(  # Belgium and Germany
    rf"{_VOOR_MOBIEL}(?:\+|00) ?\(?(?:32{_NUL}4|49{_NUL}1[567])((?:{_TUSSEN}\d){{8,10}})(?!\d)"
)
_PRIVE = re.compile(
    r"\b(?:priv[eé]|thuis|huistelefoon)[\w-]*(?: ?(?:telefoon|tel|nummer|nr)\w*)?[ .:(-]{1,4}"
    rf"((?:(?:\+|00) ?31{_TUSSEN}|0)[1-57](?:{_TUSSEN}\d){{8}})(?!\d)",
    re.IGNORECASE,
)
_JAAR = re.compile(r"(?:19|20)\d\d")


def find_numbers(tekst: str, *, is_kenmerk: bool = False) -> Iterator[PersonalNumber]:
    """Yield the numbers of persons in one line of text, in order of their kind.

    `is_kenmerk` says that the text is the number of a case, which passes the test of eleven once
    in eleven times. Addresses on the web are left out.
    """
    if len(_CIJFER.findall(tekst)) < _MINSTE_CIJFERS:
        return
    glad, plek = _glad(tekst)

    def nummer(soort: NumberKind, begin: int, einde: int) -> PersonalNumber:
        return PersonalNumber(soort, tekst[plek[begin] : plek[einde - 1] + 1], plek[begin])

    for begin, einde in sorted(_bsns(glad, is_kenmerk=is_kenmerk)):
        yield nummer(NumberKind.BSN, begin, einde)
    for begin, einde in _ibans(glad):
        yield nummer(NumberKind.IBAN, begin, einde)
    for m in (*_MOBIEL.finditer(glad), *_MOBIEL_BUREN.finditer(glad)):
        if not _is_datum(m[1]):
            yield nummer(NumberKind.MOBIEL, *_om_haken(m))
    for m in _PRIVE.finditer(glad):
        yield nummer(NumberKind.PRIVE, *m.span(1))


def is_bsn(tekst: str) -> bool:
    """Whether nine digits can be a citizen service number: they pass the test of eleven.

    Source: Logisch ontwerp BSN, Ministerie van BZK.
    """
    cijfers = [int(teken) for teken in tekst if teken.isdecimal()]
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(cijfers) != len(gewichten) or not any(cijfers):
        return False
    return sum(c * g for c, g in zip(cijfers, gewichten, strict=True)) % 11 == 0


def is_iban(tekst: str) -> bool:
    """Whether letters and digits are an account number: length and remainder of 97. ISO 13616."""
    kaal = "".join(teken for teken in tekst.upper() if teken.isalnum())
    if not kaal.isascii() or len(kaal) != _IBAN_LENGTE.get(kaal[:2]) or not kaal[2:4].isdecimal():
        return False
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


def _glad(tekst: str) -> tuple[str, list[int]]:
    """Return the text in plain signs, and where each of them stands in it."""
    zonder_adres = _WEBADRES.sub(lambda m: "_" * len(m[0]), tekst)
    tekens, plek = [], []
    for i, teken in enumerate(zonder_adres):
        soort = "" if teken.isascii() else unicodedata.category(teken)
        if soort == "Cf" or teken in _OPMAAK:  # a soft hyphen, a joiner: nobody sees it
            continue
        if soort == "Pd" or teken == "\u2212":
            teken_ = "-"
        elif soort == "Zs":
            teken_ = " "
        elif soort == "Nd":
            teken_ = str(unicodedata.decimal(teken))
        else:
            teken_ = teken
        tekens.append(teken_)
        plek.append(i)
    return "".join(tekens), plek


def _bsns(glad: str, *, is_kenmerk: bool) -> set[tuple[int, int]]:
    uit = {
        m.span(1)
        for m in _MET_NAAM.finditer(glad)
        if is_bsn("".join(filter(str.isdecimal, m[1])).zfill(9))
    }
    for m in () if is_kenmerk else _NEGEN.finditer(glad):
        begin, einde = m.span()
        voor = glad[max(0, begin - _ERVOOR) : begin]
        los = "" if m[0].isdecimal() else " "  # the tail of a longer number with the same signs
        is_deel = re.search(rf"(?:\w[/-]|€ ?-?|\d[.,{los}])$", voor)
        loopt_door = re.match(r"[.,/-]\d| \d{3}\b", glad[einde : einde + 5])
        is_anders = is_deel or loopt_door or _EENHEID.match(glad, einde)
        if is_anders or _ANDER_NUMMER.search(voor) or not is_bsn(m[0]):
            continue
        if not any(van <= begin < tot for van, tot in uit):
            uit.add((begin, einde))
    return uit


def _ibans(glad: str) -> Iterator[tuple[int, int]]:
    for m in _IBAN.finditer(glad):
        kaal, einde = "", m.start()
        while len(kaal) < _IBAN_LENGTE[m[0][:2].upper()]:
            teken = _IBAN_TEKEN.match(glad, einde)
            if teken is None:
                break
            kaal, einde = kaal + teken[1].upper(), teken.end()
        past = _IBAN_NL.fullmatch(kaal) if kaal.startswith("NL") else _genoeg_cijfers(kaal)
        loopt_door = glad[einde : einde + 1].isalnum()
        if past and not loopt_door and is_iban(kaal) and kaal[4:8] not in _OVERHEIDSBANKEN:
            yield m.start(), einde


def _genoeg_cijfers(kaal: str) -> bool:
    return sum(map(str.isdecimal, kaal[4:])) >= _MIN_CIJFERS


def _is_datum(cijfers: str) -> bool:
    """Whether what stands behind `06` are years, or the rest of a date and an hour."""
    groepen = re.findall(r"\d+", cijfers)
    jaren = [groep for groep in groepen if _JAAR.fullmatch(groep)]
    if not jaren or any(len(groep) > 2 and groep not in jaren for groep in groepen):
        return False
    return len(jaren) == len(groepen) or groepen[-1] not in jaren


def _om_haken(m: re.Match[str]) -> tuple[int, int]:
    """Return where a number stands; a bracket in front of it only with its other half."""
    begin, einde = m.span()
    stuk = m[0]
    if stuk.startswith("(") and ")" not in stuk:
        begin += 1
    return begin, einde
