"""What a place asks, where those words stand, and how sure that is."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from uitvoeringsplan.named_tuple import NamedTuple


class Origin(StrEnum):
    """Where the words of a label stand, in words for a report."""

    BEFORE = "ervoor in de regel"
    BEHIND = "erachter in de regel"
    OWN_CELL = "erboven in de cel"
    ROW_AND_COLUMN = "naam van de rij en kop van de kolom"
    LEFT = "cel links"
    RIGHT = "cel rechts"
    COLUMN = "kop van de kolom"
    ABOVE = "rij erboven"
    LINE_ABOVE = "regel erboven"
    BELOW = "bijschrift eronder"
    TITLE = "titel van het invulveld"
    PROMPT = "eigen woorden van het invulveld"
    NAME = "naam van het samenvoegveld"
    HEADING = "kop erboven"
    SENTENCE = "zin eromheen"
    CHOICES = "de keuzes zelf"
    NOWHERE = "nergens"


class Sureness(IntEnum):
    """How sure a label is."""

    GUESS = 0
    LIKELY = 1
    SURE = 2


class Label(NamedTuple):
    """What a place asks, where that stands, and what explains it."""

    text: str
    origin: Origin
    sureness: Sureness
    explanation: str = ""


NO_LABEL = Label("", Origin.NOWHERE, Sureness.GUESS)
