"""Pictures and shapes: their names and descriptions, links to other places, and second versions."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.splice import Splice
from uitvoeringsplan.word.opschonen import namen as n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.ooxml.scan import Afdruk, Element
    from uitvoeringsplan.word.opschonen.verslag import Verslag

# What every program reads that reads drawings at all: the second version is for Word 2007.
_OVERAL_BEKEND = frozenset(("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid"))
_KENMERK = re.compile(rb"\s+((?:[\w.-]+:)?[\w.-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NAAMLOOS = b' name="Afbeelding"'


def kaalgemaakte_tekeningen(
    afdruk: Afdruk, weg: frozenset[str], verslag: Verslag
) -> Iterator[Splice]:
    """Yield what is cut from drawings; `weg` are ids of relationships that go."""
    for soort in n.BESCHREVEN:
        for element in afdruk.alle(soort):
            yield from _beschrijving(afdruk, element, ("descr", "title"), verslag)
    for soort in n.VML_VORMEN:
        for element in afdruk.alle(soort):
            yield from _beschrijving(afdruk, element, ("alt", "title"), verslag)
    yield from _gekoppeld(afdruk, weg, verslag)
    yield from _tweede_versies(afdruk)


def _beschrijving(
    afdruk: Afdruk, element: Element, beschrijft: tuple[str, ...], verslag: Verslag
) -> Iterator[Splice]:
    """Yield what takes the names of files out of a drawing; a good description stays."""
    slecht: set[str] = set()
    for kenmerk, waarde in element.attributen.items():
        kaal = kenmerk.rpartition(" ")[2]
        wijst = kaal in ("href", "src") and n.wijst_naar_schijf(waarde)
        if wijst or (kaal in ("name", *beschrijft) and n.is_bestandsnaam(waarde)):
            slecht.add(kaal)
    if not slecht:
        return
    if slecht & set(beschrijft):
        verslag.meld("beschrijving")
    opening = afdruk.data[element.begin : element.binnen]

    def nieuw(m: re.Match[bytes]) -> bytes:
        kaal = m[1].rpartition(b":")[2].decode()
        if kaal not in slecht:
            return m[0]
        return _NAAMLOOS if kaal == "name" else b""

    yield Splice(element.begin, element.binnen, _KENMERK.sub(nieuw, opening))


def _gekoppeld(afdruk: Afdruk, weg: frozenset[str], verslag: Verslag) -> Iterator[Splice]:
    """Yield what drops the address of a picture elsewhere, and the drawing that has only that."""
    for soort in (n.BLIP, n.VML_BEELD):
        for beeld in afdruk.alle(soort):
            wijzers = {k: v for k, v in beeld.attributen.items() if k.startswith(f"{R} ")}
            slecht = {k.rpartition(" ")[2] for k, v in wijzers.items() if v in weg}
            if not slecht:
                continue
            if len(slecht) == len(wijzers):
                verslag.meld("gekoppeld beeld")
                tekening = _tekening(beeld)
                yield Splice(tekening.begin, tekening.einde)
                continue
            opening = afdruk.data[beeld.begin : beeld.binnen]
            nieuw = _KENMERK.sub(partial(_zonder, slecht), opening)
            yield Splice(beeld.begin, beeld.binnen, nieuw)


def _zonder(slecht: set[str], m: re.Match[bytes]) -> bytes:
    prefix, dubbel, kaal = m[1].rpartition(b":")
    return b"" if dubbel and prefix and kaal.decode() in slecht else m[0]


def _tekening(beeld: Element) -> Element:
    """Return the drawing that a picture is in, the picture itself when it stands in none."""
    element: Element | None = beeld
    while element is not None:
        if element.naam in n.TEKENINGEN:
            return element
        element = element.ouder
    return beeld


def _tweede_versies(afdruk: Afdruk) -> Iterator[Splice]:
    """Yield second versions of what every program can show: nobody sees what is in them."""
    for keus in afdruk.alle(n.ALTERNATIEF):
        eerste, terugval = keus.kind(n.KEUZE), keus.kind(n.TERUGVAL)
        if eerste is not None and terugval is not None:
            nodig = eerste.attributen.get("Requires", "").split()
            if nodig and set(nodig) <= _OVERAL_BEKEND:
                yield Splice(terugval.begin, terugval.einde)
