"""With which options a document was made, as a property of its own.

So that whoever looks at it later makes the same document again, instead of taking an option for a
change. Only what differs from a plain run is written: names and fingerprints, no path and no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import REL_EIGEN
from uitvoeringsplan.ooxml.package import lees_pakket, schrijf_pakket
from uitvoeringsplan.ooxml.relationships import lees_relaties
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.eigenschappen import add_properties, lees_eigen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.package import Pakket

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
