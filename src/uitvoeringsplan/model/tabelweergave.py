"""A table as a document shows it: sorted, cells in words, columns without content left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.datum import in_woorden
from uitvoeringsplan.model.tabel import lees_tabel
from uitvoeringsplan.model.vraag import VraagType

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag

LEGE_CEL = "–"  # a screen reader would pass an empty cell in silence


def gesorteerd(vraag: Vraag, waarde: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows as they are stored, in the order of the document.

    Rows without a value in the column they are sorted by come last; equal ones keep their order.
    """
    rijen = lees_tabel(vraag.kolommen, waarde)
    if not vraag.sorteer:
        return rijen
    plek = [kolom.id for kolom in vraag.kolommen].index(vraag.sorteer)
    getallen = vraag.kolommen[plek].type is VraagType.GETAL

    def sleutel(rij: tuple[str, ...]) -> tuple[bool, int, str]:
        cel = rij[plek]
        getal = int(cel) if getallen and re.fullmatch("-?[0-9]+", cel) else 0
        return (not cel, getal, cel.casefold())

    return tuple(sorted(rijen, key=sleutel))


def zichtbare_tabel(
    vraag: Vraag, waarde: str
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the headers and the rows; dates in words, no column in which nothing is filled in."""
    rijen = gesorteerd(vraag, waarde)
    blijft = [i for i in range(len(vraag.kolommen)) if any(rij[i] for rij in rijen)]
    datums = [kolom.type is VraagType.DATUM for kolom in vraag.kolommen]
    return (
        tuple(vraag.kolommen[i].label for i in blijft),
        tuple(tuple(in_woorden(rij[i]) if datums[i] else rij[i] for i in blijft) for rij in rijen),
    )
