"""Telling whether a Word file is still the one that was made here."""

from __future__ import annotations

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.eigenschappen import lees_eigen
from uitvoeringsplan.word.pakket import lees_pakket
from uitvoeringsplan.word.relaties import hoofddocument, lees_relaties
from uitvoeringsplan.word.xmlnamen import REL_EIGEN


def is_bijgewerkt_in_word(data: bytes) -> bool:
    """Whether someone saved this file after it was made here, or it was never made here.

    Every program that saves a document writes its main part anew; the fingerprint of that part,
    which stands in the properties, then no longer fits.
    """
    try:
        pakket = lees_pakket(data, "")
        eigen = next((r.doel for r in lees_relaties(pakket, "") if r.soort == REL_EIGEN), "")
        if eigen not in pakket.leden:
            return True
        document = pakket.leden[hoofddocument(pakket)]
        return lees_eigen(pakket.inhoud(eigen)).get("document") != f"{document.crc:08x}"
    except SjabloonError:
        return True
