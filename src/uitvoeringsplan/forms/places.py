"""What a place to fill in can be: how Word wrote it, what it takes, and what it stands around."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.tree import Element


class Source(StrEnum):
    """What in the file is the place, in words for a report."""

    CONTROL = "invulveld"
    LEGACY = "formulierveld"
    MERGE = "samenvoegveld"
    CELL = "lege cel"
    RULE = "invullijn"
    BRACKET = "tekst tussen haken"
    AFTER_COLON = "ruimte achter een dubbele punt"
    UNDER = "ruimte onder een uitleg"
    SIGN = "getekend vakje"


#: Places that no field of Word marks: they are told by what they look like.
BLANKS = frozenset(
    (
        Source.CELL,
        Source.RULE,
        Source.BRACKET,
        Source.AFTER_COLON,
        Source.UNDER,
        Source.SIGN,
    )
)


class Takes(StrEnum):
    """What somebody puts in a place, in words for a report."""

    WORDS = "tekst"
    DATE = "datum"
    NUMBER = "getal"
    CHOICE = "keuzelijst"
    COMBO = "keuzelijst met eigen tekst"
    TICK = "selectievakje"
    PICTURE = "afbeelding"


class Level(StrEnum):
    """What a place stands around."""

    INLINE = "inline"
    BLOCK = "block"
    CELL = "cell"
    ROW = "row"


class Spot(NamedTuple):
    """Where a blank stands in the text: from a sign in one element up to one in another."""

    first: Element
    start: int
    last: Element
    end: int
