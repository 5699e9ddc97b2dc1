"""The building blocks of a template: only the placeholders that its own controls ask for stay.

A template can hold signatures, addresses and whole letters as AutoText, which no document shows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from uitvoeringsplan.ooxml.scan import Element
    from uitvoeringsplan.word.opschonen.verslag import Verslag

_GEVRAAGD = re.compile(rb"<\w+:placeholder\s*>\s*<\w+:docPart\s+\w+:val\s*=\s*[\"']([^\"']*)[\"']")
_DEEL, _EIGENSCHAPPEN, _NAAM = (f"{W} {n}" for n in ("docPart", "docPartPr", "name"))
_BESCHRIJVING, _SOORT = f"{W} description", f"{W} type"
_EIGEN = "Uvp"


def gevraagde_bouwstenen(data: bytes) -> set[str]:
    """Return the names of the placeholders that the controls of a part ask for."""
    if b"placeholder" not in data:
        return set()
    return {m[1].decode() for m in _GEVRAAGD.finditer(data)}


def schone_bouwstenen(
    data: bytes, naam: str, pad: str, gevraagd: Collection[str], verslag: Verslag
) -> bytes:
    """Return the part with building blocks that has only placeholders that are asked for.

    Those of this program may stay in any case: their words are the same in every template.
    """
    knippen = []
    for heet, deel in _bouwstenen(data, naam, pad):
        if not _mag(heet, gevraagd):
            if not any(k.attributen.get(f"{W} val") == "bbPlcHdr" for k in deel.alle(_SOORT)):
                verslag.meld("bouwsteen")
            knippen.append(Splice(deel.begin, deel.einde))
        else:
            knippen += [Splice(k.begin, k.einde) for k in deel.alle(_BESCHRIJVING)]
    return splice(data, knippen)


def bouwsteennamen(data: bytes, naam: str, pad: str) -> set[str]:
    """Return the names of the building blocks in a part."""
    return {heet for heet, _ in _bouwstenen(data, naam, pad)}


def _mag(heet: str, gevraagd: Collection[str]) -> bool:
    return heet in gevraagd or heet.startswith(_EIGEN)


def _bouwstenen(data: bytes, naam: str, pad: str) -> Iterator[tuple[str, Element]]:
    bewaar = {_DEEL, _EIGENSCHAPPEN, _NAAM, _BESCHRIJVING, _SOORT}.__contains__
    for deel in tast_af(data, naam, pad, bewaar=bewaar).alle(_DEEL):
        eigenschappen = deel.kind(_EIGENSCHAPPEN)
        if eigenschappen is not None:  # else it is what a control in a placeholder asks for
            eigen = eigenschappen.kind(_NAAM)
            yield eigen.attributen.get(f"{W} val", "") if eigen else "", deel
