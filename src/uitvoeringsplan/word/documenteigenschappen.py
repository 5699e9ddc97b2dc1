"""The parts with properties of a finished document, and what makes its package know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import (
    DEEL_KERN,
    REL_EIGEN,
    REL_KERN,
    TYPE_EIGEN,
    TYPE_KERN,
    TYPES,
)
from uitvoeringsplan.ooxml.relationships import inhoudstype, met_relaties
from uitvoeringsplan.word.eigenschappen import eigen_xml, kern_xml
from uitvoeringsplan.word.fixed.parts import parts_checksum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.package import Lid
    from uitvoeringsplan.word.sjabloon.openen import Sjabloon

_EIGEN = "docProps/custom.xml"


def eigenschappen(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    leden: Mapping[str, Lid],
    vast: dict[str, str],
    types: bytes | None = None,
    eerder: Plan | None = None,
    met_plaats: frozenset[str] | None = None,
) -> dict[str, bytes]:
    """Return the parts by name; `leden` is what the package holds besides.

    `vast` are the properties about the fixed text, `types` is the list of content types when it
    was changed, `met_plaats` are the ids that have a control in the document (None: not told).
    """
    pakket = sjabloon.pakket
    bekend = sjabloon.hoofdrelaties
    kern, eigen = bekend.get(REL_KERN, DEEL_KERN), bekend.get(REL_EIGEN, _EIGEN)
    oud = pakket.inhoud(eigen) if eigen in pakket.leden else None
    afdrukken = {
        "document": f"{leden[sjabloon.document].crc:08x}",
        "delen": parts_checksum(leden, (kern, eigen)),
        **vast,
    }
    nieuw = {
        kern: kern_xml(vragenlijst, plan),
        eigen: eigen_xml(vragenlijst, plan, afdrukken, oud, eerder, met_plaats),
    }
    ontbreekt = [
        (f"uvpDeel{i}", soort, doel, False)
        for i, (soort, doel) in enumerate(((REL_KERN, kern), (REL_EIGEN, eigen)), 1)
        if soort not in bekend
    ]
    if ontbreekt:
        nieuw["_rels/.rels"] = met_relaties(pakket.inhoud("_rels/.rels"), ontbreekt)
        types = types or pakket.inhoud(TYPES)
        types = inhoudstype(types, kern, TYPE_KERN)
        nieuw[TYPES] = inhoudstype(types, eigen, TYPE_EIGEN)
    return nieuw
