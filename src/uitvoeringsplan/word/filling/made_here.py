"""Telling whether a Word file is still the one that was made here, and with which options it was.

The options are a property of its own, so that whoever looks at it later makes the same document
again, instead of taking an option for a change. Only what differs from a plain run is written:
names and fingerprints, no path and no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import REL_EIGEN, REL_KERN
from uitvoeringsplan.ooxml.package import lees_pakket, schrijf_pakket
from uitvoeringsplan.ooxml.relationships import hoofddocument, lees_relaties
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.filling.properties import add_properties, lees_eigen
from uitvoeringsplan.word.fixed.parts import parts_checksum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.package import Pakket


_ANTWOORD = "antwoord."


def is_bijgewerkt_in_word(data: bytes) -> bool:
    """Whether someone saved this file after it was made here, or it was never made here.

    Every program that saves a document writes its parts anew; the checksum of them, which stands
    in the properties, then no longer fits. Older versions of this program wrote only that of the
    main part.
    """
    try:
        pakket = lees_pakket(data, "")
        eigen = _eigenschappen(pakket)
        document = pakket.leden[hoofddocument(pakket)]
        if eigen.get("document") != f"{document.crc:08x}":
            return True
        apart = (r.doel for r in lees_relaties(pakket, "") if r.soort in (REL_EIGEN, REL_KERN))
        nu = parts_checksum(pakket.leden, tuple(apart))
        return eigen.get("delen", nu) != nu
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


_OPTIES = "opties"


def with_options(data: bytes, opties: Mapping[str, str]) -> bytes:
    """Return a document that was just made, with these options in it; without any, as it was."""
    if not opties:
        return data
    pakket = lees_pakket(data, "")
    deel = _eigen_deel(pakket)
    root = parse(pakket.inhoud(deel), deel, "")
    add_properties(root, {_OPTIES: " ".join(f"{naam}={waarde}" for naam, waarde in opties.items())})
    return schrijf_pakket(list(pakket.met_delen({deel: write(root)}).leden.values()))


def read_options(data: bytes) -> dict[str, str]:
    """Return the options that a document of ours was made with; raises SjabloonError."""
    pakket = lees_pakket(data, "")
    deel = _eigen_deel(pakket)
    tekst = lees_eigen(pakket.inhoud(deel)).get(_OPTIES, "") if deel in pakket.leden else ""
    paren = (stuk.partition("=") for stuk in tekst.split())
    return {naam: waarde for naam, _, waarde in paren}


def _eigen_deel(pakket: Pakket) -> str:
    return next((r.doel for r in lees_relaties(pakket, "") if r.soort == REL_EIGEN), "")
