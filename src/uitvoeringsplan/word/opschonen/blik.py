"""Whether a template has anything private at all, at a glance.

Most templates are our own, and every run opens one. So the glance is quick and careful: what it
does not know for certain to be clean takes the long way, which may find nothing either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import (
    DEEL_KERN,
    REL_DOCUMENT,
    REL_GLOSSARIUM,
    REL_INSTELLINGEN,
    REL_KERN,
    TYPES,
)
from uitvoeringsplan.ooxml.relationships import hoofddocument, lees_relaties, relatiedeel
from uitvoeringsplan.word.opschonen.relatiesoorten import Lot, lot_van
from uitvoeringsplan.word.opschonen.sporen import ELEMENT, is_verdacht, wijst_aan

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket

_GEWONE_INSTELLINGEN = frozenset(
    naam.encode()
    for naam in (
        "settings", "zoom", "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl",
        "compat", "compatSetting", "themeFontLang", "clrSchemeMapping", "decimalSymbol",
        "listSeparator", "updateFields", "trackRevisions", "footnotePr", "endnotePr", "footnote",
        "endnote", "hyphenationZone", "autoHyphenation",
    )
)  # fmt: skip
_EIGEN_BOUWSTEEN = b"Uvp"
_BOUWSTEEN = re.compile(rb":docPartPr>\s*<\w+:name \w+:val=\"([^\"]*)")


class Opgeschoond(NamedTuple):
    """A package without private parts, and what to tell the user about it."""

    pakket: Pakket
    zinnen: tuple[str, ...]


def schoon_op(pakket: Pakket) -> Opgeschoond:
    """Return the package of a template without what is private in it; raises SjabloonError.

    A package that has nothing of that comes back as it is.
    """
    if is_schoon(pakket):
        return Opgeschoond(pakket, ())
    # Only a stranger's template waits for what looks into every corner.
    from uitvoeringsplan.word.opschonen.pakket import Schoonmaak  # noqa: PLC0415

    werk = Schoonmaak(pakket)
    werk.voer_uit()
    return Opgeschoond(werk.pakket(), werk.verslag.zinnen())


def is_schoon(pakket: Pakket) -> bool:
    """Whether it is certain at a glance that there is nothing to take out."""
    document = hoofddocument(pakket)
    eigen = {REL_DOCUMENT: document, REL_KERN: DEEL_KERN}
    hoofd = lees_relaties(pakket, "")
    if any(relatie.doel != eigen.get(relatie.soort) for relatie in hoofd):
        return False
    gezien = {TYPES, relatiedeel(""), *(relatie.doel for relatie in hoofd)}
    rij = [(document, REL_DOCUMENT)]
    for naam, soort in rij:  # grows while it is walked through
        data = pakket.inhoud(naam) if naam.endswith(".xml") and naam in pakket.leden else b""
        if not data or not _is_schoon_deel(data, soort):
            return False
        gezien.add(naam)
        relaties = lees_relaties(pakket, naam)
        if relaties:
            gezien.add(relatiedeel(naam))
        for relatie in relaties:
            lot = lot_van(relatie)
            aangewezen = lot is Lot.ALS_AANGEWEZEN and wijst_aan(data, relatie.id)
            if lot is not Lot.BLIJFT and not aangewezen:
                return False
            if not relatie.extern and relatie.doel not in gezien:
                gezien.add(relatie.doel)
                rij.append((relatie.doel, relatie.soort))
    return gezien == pakket.leden.keys()


def _is_schoon_deel(data: bytes, soort: str) -> bool:
    if b"<!--" in data or data.count(b"<?") > data.startswith(b"<?xml "):
        return False
    if soort == REL_INSTELLINGEN:
        return _GEWONE_INSTELLINGEN.issuperset(ELEMENT.findall(data))
    if soort == REL_GLOSSARIUM:
        namen = _BOUWSTEEN.findall(data)
        eigen = all(naam.startswith(_EIGEN_BOUWSTEEN) for naam in namen)
        if not eigen or b"description" in data or len(namen) != data.count(b"<w:docPartPr>"):
            return False
    return not is_verdacht(data)
