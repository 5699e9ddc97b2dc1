"""The glossary part: what Word shows again in a control when someone empties it.

Without it Word would fall back on a sentence in the language of its own menus.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from uitvoeringsplan.maker.besturing import (
    AANWIJZING,
    BOUWSTEEN_ANTWOORD,
    aanwijzing_veld,
    bouwsteen_veld,
)
from uitvoeringsplan.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.vraag import Vraag


def glossarium_xml(velden: Iterable[Vraag]) -> str:
    """Return the glossary document: one entry for answers, one for each field."""
    delen = [_bouwsteen(BOUWSTEEN_ANTWOORD, AANWIJZING)]
    delen += [_bouwsteen(bouwsteen_veld(veld), aanwijzing_veld(veld)) for veld in velden]
    return (
        f'<w:glossaryDocument xmlns:w="{W}"><w:docParts>{"".join(delen)}</w:docParts>'
        "</w:glossaryDocument>"
    )


def _bouwsteen(naam: str, tekst: str) -> str:
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"uitvoeringsplan:{naam}")).upper()
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{naam}"/><w:category>'
        '<w:name w:val="Algemeen"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types>'
        '<w:behaviors><w:behavior w:val="content"/></w:behaviors>'
        f'<w:guid w:val="{{{guid}}}"/></w:docPartPr><w:docPartBody><w:p><w:r><w:rPr>'
        f'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(tekst)}</w:t></w:r></w:p>'
        "</w:docPartBody></w:docPart>"
    )
