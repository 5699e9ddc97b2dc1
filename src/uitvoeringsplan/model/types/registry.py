"""The types of question by their names; a new one is a class and an entry here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.types.list_types import LijstType, MeerkeuzeType
from uitvoeringsplan.model.types.table_type import TabelType
from uitvoeringsplan.model.types.value_types import DatumType, GetalType, JaNeeType, KeuzeType
from uitvoeringsplan.model.vraag import REGEL, TEKST, Shape

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import VraagType

#: In the order in which a message names them.
TYPES: dict[str, VraagType] = {
    een.name: een
    for een in (
        TEKST,
        REGEL,
        LijstType(),
        KeuzeType(),
        MeerkeuzeType(),
        DatumType(),
        GetalType(),
        JaNeeType(),
        TabelType(),
    )
}


def column_types() -> list[str]:
    """Return the names of the types that a column of a table can have."""
    return [naam for naam, een in TYPES.items() if een.shape is Shape.LINE]
