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


def drop_unused_headers(sjabloon: Sjabloon, new: dict[str, bytes]) -> frozenset[str]:
    """Return the parts of headers and footers that no page has; takes them out of the lists.

    `new` holds the parts that are new, and gets the lists of relationships and types.
    """
    document = new.get(sjabloon.document)
    rels = relationships_part(sjabloon.document)
    data = new.get(rels, sjabloon.relationships)
    if document is None or data is None or sjabloon.relationships is None:  # nothing has a header
        return frozenset()
    path = sjabloon.package.path
    edges = [
        relationship
        for relationship in read_relationships(sjabloon.relationships, sjabloon.document, path)
        if relationship.kind in (REL_HEADER, REL_FOOTER)
    ]
    gone = {
        relationship.id: relationship.target
        for relationship in edges
        # From the end, where the last section stands.
        if all(
            document.rfind(quote + relationship.id.encode() + quote) < 0 for quote in (b'"', b"'")
        )
    }
    if not gone:
        return frozenset()
    new[rels] = without_entries(data, rels, path, lambda entry: entry.get("Id", "") in gone)
    # Two relationships may lead to one part.
    names = frozenset(gone.values()) - {r.target for r in edges if r.id not in gone}
    types = new.get(TYPES) or sjabloon.package.content(TYPES)
    new[TYPES] = without_entries(
        types, TYPES, path, lambda entry: entry.get("PartName", "")[1:] in names
    )
    return names | {relationships_part(name) for name in names}
