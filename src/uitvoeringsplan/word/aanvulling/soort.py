"""What kind of Word file a template is, and making a plain document of it.

A template of Word (.dotx) becomes a document, and macros are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import TYPE_DOCUMENT, TYPE_DOTX, TYPES
from uitvoeringsplan.ooxml.package import ingepakt

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket

_MACROS = ("macroenabled", "vbaproject", "vbadata")


def als_document(pakket: Pakket) -> Pakket:
    """Return the package as that of a plain document; raises SjabloonError for macros."""
    types = pakket.inhoud(TYPES)
    sporen = (types.decode("utf-8", "replace"), *pakket.leden)
    if any(macro in spoor.lower() for spoor in sporen for macro in _MACROS):
        raise SjabloonError(
            pakket.pad,
            "in dit sjabloon zitten macro's. Zo'n bestand wordt niet gebruikt. Sla het in Word op"
            " als Word-document (*.docx) of Word-sjabloon (*.dotx), zonder macro's.",
        )
    if TYPE_DOTX.encode() not in types:
        return pakket
    return met_delen(pakket, {TYPES: types.replace(TYPE_DOTX.encode(), TYPE_DOCUMENT.encode())})


def met_delen(pakket: Pakket, nieuw: dict[str, bytes | None]) -> Pakket:
    """Return the package with parts added or replaced, and those that are None left out."""
    if not nieuw:
        return pakket
    leden = dict(pakket.leden)
    for naam, data in nieuw.items():
        if data is None:
            leden.pop(naam, None)
        else:
            leden[naam] = ingepakt(naam, data)
    return pakket._replace(leden=leden)
