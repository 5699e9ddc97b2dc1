"""The words of a document that are no answer, and fingerprints of them, sentence by sentence.

A document that comes back may have been changed where no answer stands: in the fixed text, a
header, a note, a text box. The properties hold a short fingerprint of every sentence there, so
that a later reader can name what is new and where something went, without the old text in it.

White space is left out, for programs change it without anybody seeing it. The value of a field of
the plan is no fixed text; a sentence that holds one has two fingerprints, without and with it, for
programs that make plain text of a control.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The version of what is written here. A reader with other rules cannot compare.
VERSIE = "1"
VAST = "vast"  # how the names of these properties begin
_LENGTE = 240  # of one property: Word itself shows and keeps no more than 255 signs

#: Where the value of a field of the plan stands in a sentence; no text of XML can hold it.
WAARDE = "\0"
_EINDE_ZIN = re.compile(r"(?<=[.!?]) (?=\S)")
# Signs that programs put in or take out by themselves, and what they are read as.
_GEWOON = (("\u00ad", ""), ("\u2011", "-"), ("\u200b", ""), ("\ufeff", ""))


class Zin(NamedTuple):
    """A sentence that is no answer: its words, and its fingerprints.

    `afdruk` is that without the values of fields, empty when nothing else is in it; `gevuld` the
    one with them, empty when it has no field.
    """

    woorden: str
    afdruk: str
    gevuld: str = ""


def make_sentences(tekst: str, waarden: Iterable[str] = ()) -> list[Zin]:
    """Return the sentences of a paragraph; `waarden` are the values that its marks stand for."""
    over = iter(waarden)
    uit = []
    for zin in _EINDE_ZIN.split(_plain(tekst)):
        if WAARDE not in zin:
            if zin:
                uit.append(Zin(zin, _afdruk(zin)))
            continue
        delen = zin.split(WAARDE)
        kaal = " ".join("".join(delen).split())
        heel = delen[0] + "".join(next(over, "") + deel for deel in delen[1:])
        heel = _plain(heel)
        # A stop or a comma behind a value that stands alone is no text to keep.
        is_tekst = any(teken.isalnum() for teken in kaal)
        if heel:
            uit.append(Zin(heel, _afdruk(kaal) if is_tekst else "", _afdruk(heel)))
    return uit


def as_properties(soorten: dict[str, Iterable[str]]) -> dict[str, str]:
    """Return the properties that hold these fingerprints, in pieces that every program keeps."""
    uit = {VAST: VERSIE}
    for soort, afdrukken in soorten.items():
        stuk = ""
        nummer = 1
        for afdruk in afdrukken:
            if stuk and len(stuk) + len(afdruk) >= _LENGTE:
                uit[f"{VAST}.{soort}.{nummer}"] = stuk
                nummer += 1
                stuk = ""
            stuk = f"{stuk} {afdruk}" if stuk else afdruk
        if stuk:
            uit[f"{VAST}.{soort}.{nummer}"] = stuk
    return uit


def from_properties(eigen: dict[str, str]) -> dict[str, list[str]] | None:
    """Return the fingerprints by kind; None when a document does not hold ours."""
    if eigen.get(VAST) != VERSIE:
        return None
    uit: dict[str, list[str]] = {}
    stukken = []
    for naam, waarde in eigen.items():
        _, soort, nummer = (*naam.split("."), "", "")[:3]
        if naam.startswith(f"{VAST}.") and nummer.isdecimal() and nummer.isascii():
            stukken.append((soort, int(nummer), waarde))
    for soort, _, waarde in sorted(stukken):
        uit.setdefault(soort, []).extend(waarde.split())
    return uit


def encode(zin: Zin) -> str:
    """Return the fingerprints of a sentence as a property holds them."""
    return f"{zin.afdruk}={zin.gevuld}" if zin.gevuld else zin.afdruk


def _plain(tekst: str) -> str:
    if not tekst.isascii():
        for teken, gewoon in _GEWOON:
            tekst = tekst.replace(teken, gewoon)
    return " ".join(tekst.split())


def _afdruk(woorden: str) -> str:
    # Nobody hides a change from this on purpose: who can write the text can write the property.
    return f"{crc32(woorden.encode('utf-8', 'surrogatepass')) & 0xFFFFFF:06x}"
