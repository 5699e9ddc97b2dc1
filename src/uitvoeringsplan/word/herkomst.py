"""Telling whether a Word file is still the one that was made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.eigenschappen import lees_eigen
from uitvoeringsplan.word.pakket import lees_pakket
from uitvoeringsplan.word.relaties import hoofddocument, lees_relaties
from uitvoeringsplan.word.xmlnamen import REL_EIGEN

if TYPE_CHECKING:
    from uitvoeringsplan.word.pakket import Pakket

_ANTWOORD = "antwoord."


def is_bijgewerkt_in_word(data: bytes) -> bool:
    """Whether someone saved this file after it was made here, or it was never made here.

    Every program that saves a document writes its main part anew; the fingerprint of that part,
    which stands in the properties, then no longer fits.
    """
    try:
        pakket = lees_pakket(data, "")
        eigen = _eigenschappen(pakket)
        document = pakket.leden[hoofddocument(pakket)]
        return eigen.get("document") != f"{document.crc:08x}"
    except SjabloonError:
        return True


def afdrukken(data: bytes) -> dict[str, str]:
    """Return the fingerprint of every answer that a file was made from, by the id of its question.

    One without an answer has an empty fingerprint. Raises SjabloonError for what is no Word file.
    """
    eigen = _eigenschappen(lees_pakket(data, ""))
    return {
        naam.removeprefix(_ANTWOORD): waarde
        for naam, waarde in eigen.items()
        if naam.startswith(_ANTWOORD)
    }


def _eigenschappen(pakket: Pakket) -> dict[str, str]:
    naam = next((r.doel for r in lees_relaties(pakket, "") if r.soort == REL_EIGEN), "")
    return lees_eigen(pakket.inhoud(naam)) if naam in pakket.leden else {}
