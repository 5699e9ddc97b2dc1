"""Headers and footers of pages that a document does not have: they go, with all that knows them.

A template with lying pages in a part that is cut out keeps the header of those pages. Nobody sees
it, but it holds text, and a package should have nothing that is not in the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import REL_FOOTER, REL_HEADER, TYPES
from uitvoeringsplan.ooxml.relationships import (
    read_relationships,
    relationships_part,
    without_entries,
)

if TYPE_CHECKING:
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon


def drop_unused_headers(sjabloon: Sjabloon, nieuw: dict[str, bytes]) -> frozenset[str]:
    """Return the parts of headers and footers that no page has; takes them out of the lists.

    `nieuw` holds the parts that are new, and gets the lists of relationships and types.
    """
    document = nieuw.get(sjabloon.document)
    rels = relationships_part(sjabloon.document)
    data = nieuw.get(rels, sjabloon.relaties)
    if document is None or data is None or sjabloon.relaties is None:  # nothing has a header
        return frozenset()
    pad = sjabloon.pakket.pad
    randen = [
        relatie
        for relatie in read_relationships(sjabloon.relaties, sjabloon.document, pad)
        if relatie.soort in (REL_HEADER, REL_FOOTER)
    ]
    weg = {
        relatie.id: relatie.doel
        for relatie in randen
        # From the end, where the last section stands.
        if all(document.rfind(quote + relatie.id.encode() + quote) < 0 for quote in (b'"', b"'"))
    }
    if not weg:
        return frozenset()
    nieuw[rels] = without_entries(data, rels, pad, lambda entry: entry.get("Id", "") in weg)
    # Two relationships may lead to one part.
    namen = frozenset(weg.values()) - {r.doel for r in randen if r.id not in weg}
    types = nieuw.get(TYPES) or sjabloon.pakket.inhoud(TYPES)
    nieuw[TYPES] = without_entries(
        types, TYPES, pad, lambda entry: entry.get("PartName", "")[1:] in namen
    )
    return namen | {relationships_part(naam) for naam in namen}
