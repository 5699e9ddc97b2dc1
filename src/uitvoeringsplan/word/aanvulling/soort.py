"""What kind of Word file a template is, and making a plain document of it.

A template of Word (.dotx) becomes a document, macros are refused, and settings that would make
Word fetch something from another file are dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.aftasten import tast_af
from uitvoeringsplan.word.pakket import ingepakt
from uitvoeringsplan.word.relaties import hoofddocument, lees_relaties, relatiedeel
from uitvoeringsplan.word.sjabloon.keuzedelen import Knip, geknipt
from uitvoeringsplan.word.xmlnamen import (
    REL_GLOSSARIUM,
    REL_INSTELLINGEN,
    TYPE_DOCUMENT,
    TYPE_DOTX,
    TYPES,
    R,
)

if TYPE_CHECKING:
    from uitvoeringsplan.word.aftasten import Element
    from uitvoeringsplan.word.pakket import Pakket

_MACROS = ("macroenabled", "vbaproject", "vbadata")


def als_document(pakket: Pakket) -> Pakket:
    """Return the package as that of a plain document; raises SjabloonError for macros."""
    types = pakket.inhoud(TYPES)
    document = hoofddocument(pakket)
    sporen = (types.decode("utf-8", "replace"), *pakket.leden)
    if any(macro in spoor.lower() for spoor in sporen for macro in _MACROS):
        raise SjabloonError(
            pakket.pad,
            "in dit sjabloon zitten macro's. Zo'n bestand wordt niet gebruikt. Sla het in Word op"
            " als Word-document (*.docx) of Word-sjabloon (*.dotx), zonder macro's.",
        )
    nieuw: dict[str, bytes | None] = {}
    if TYPE_DOTX.encode() in types:
        nieuw[TYPES] = types.replace(TYPE_DOTX.encode(), TYPE_DOCUMENT.encode())
    for relatie in lees_relaties(pakket, document):
        if relatie.soort == REL_INSTELLINGEN:
            nieuw |= _zonder_buitenwereld(pakket, relatie.doel)
        elif relatie.soort == REL_GLOSSARIUM:
            for eigen in lees_relaties(pakket, relatie.doel):
                if eigen.soort == REL_INSTELLINGEN:
                    nieuw |= _zonder_buitenwereld(pakket, eigen.doel)
    return met_delen(pakket, nieuw)


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


def _zonder_buitenwereld(pakket: Pakket, naam: str) -> dict[str, bytes | None]:
    """Return the settings and their relations without what points outside the package.

    Those are the template that a document hangs on, a source of addresses and a style sheet for
    saving. Word looks each of them up when it opens the document.
    """
    extern = {rel.id for rel in lees_relaties(pakket, naam) if rel.extern}
    if not extern or naam not in pakket.leden:
        return {}
    verband = relatiedeel(naam)
    relaties = tast_af(pakket.inhoud(verband), verband, pakket.pad)
    instellingen = tast_af(pakket.inhoud(naam), naam, pakket.pad)
    over = [kind for kind in relaties.wortel.kinderen if kind.attributen.get("Id") not in extern]
    weg = [kind for kind in relaties.wortel.kinderen if kind.attributen.get("Id") in extern]
    wijzers = [kind for kind in instellingen.wortel.kinderen if _wijst(kind, extern)]
    return {
        verband: _zonder(relaties.data, weg) if over else None,
        naam: _zonder(instellingen.data, wijzers),
    }


def _wijst(element: Element, ids: set[str]) -> bool:
    eigen = any(
        waarde in ids for naam, waarde in element.attributen.items() if naam.startswith(f"{R} ")
    )
    return eigen or any(_wijst(kind, ids) for kind in element.kinderen)


def _zonder(data: bytes, elementen: list[Element]) -> bytes:
    return geknipt(data, (Knip(element.begin, element.einde) for element in elementen))
