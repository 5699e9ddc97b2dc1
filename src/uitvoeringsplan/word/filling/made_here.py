"""Telling whether a Word file is still the one that was made here, and with which options it was.

The options are a property of its own, so that whoever looks at it later makes the same document
again, instead of taking an option for a change. Only what differs from a plain run is written:
names and fingerprints, no path and no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import REL_CORE, REL_CUSTOM
from uitvoeringsplan.ooxml.package import load_package, write_package
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.filling.properties import add_properties, read_custom
from uitvoeringsplan.word.fixed.parts import parts_checksum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.package import Package


_ANTWOORD = "antwoord."


def is_edited_in_word(data: bytes) -> bool:
    """Whether someone saved this file after it was made here, or it was never made here.

    Every program that saves a document writes its parts anew; the checksum of them, which stands
    in the properties, then no longer fits. Older versions of this program wrote only that of the
    main part.
    """
    try:
        pakket = load_package(data, "")
        eigen = _eigenschappen(pakket)
        document = pakket.leden[main_part(pakket)]
        if eigen.get("document") != f"{document.crc:08x}":
            return True
        apart = (
            r.doel for r in load_relationships(pakket, "") if r.soort in (REL_CUSTOM, REL_CORE)
        )
        nu = parts_checksum(pakket.leden, tuple(apart))
        return eigen.get("delen", nu) != nu
    except SjabloonError:
        return True


def fingerprints(data: bytes) -> dict[str, str]:
    """Return the fingerprint of every answer that a file was made from, by the id of its question.

    One without an answer has an empty fingerprint. Raises SjabloonError for what is no Word file.
    """
    eigen = _eigenschappen(load_package(data, ""))
    return {
        naam.removeprefix(_ANTWOORD): waarde
        for naam, waarde in eigen.items()
        if naam.startswith(_ANTWOORD)
    }


def _eigenschappen(pakket: Package) -> dict[str, str]:
    naam = next((r.doel for r in load_relationships(pakket, "") if r.soort == REL_CUSTOM), "")
    return read_custom(pakket.inhoud(naam)) if naam in pakket.leden else {}


_OPTIES = "opties"


def with_options(data: bytes, opties: Mapping[str, str]) -> bytes:
    """Return a document that was just made, with these options in it; without any, as it was."""
    if not opties:
        return data
    pakket = load_package(data, "")
    deel = _eigen_deel(pakket)
    root = parse(pakket.inhoud(deel), deel, "")
    add_properties(root, {_OPTIES: " ".join(f"{naam}={waarde}" for naam, waarde in opties.items())})
    return write_package(list(pakket.met_delen({deel: write(root)}).leden.values()))


def read_options(data: bytes) -> dict[str, str]:
    """Return the options that a document of ours was made with; raises SjabloonError."""
    pakket = load_package(data, "")
    deel = _eigen_deel(pakket)
    tekst = read_custom(pakket.inhoud(deel)).get(_OPTIES, "") if deel in pakket.leden else ""
    paren = (stuk.partition("=") for stuk in tekst.split())
    return {naam: waarde for naam, _, waarde in paren}


def _eigen_deel(pakket: Package) -> str:
    return next((r.doel for r in load_relationships(pakket, "") if r.soort == REL_CUSTOM), "")
