"""The fields of a plan that the program itself looks at, by their ids.

A question set has what fields it wants. Of these the program knows what they mean, so a set that
has half of what belongs together, or that is of a kind which always has a field, is mistaken: the
field was renamed or dropped, and without this check a title would just be shorter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

GEMEENTE = "gemeente"
GEMEENTECODE = "gemeentecode"
PERIODE_VAN = "periode-van"
PERIODE_TOT = "periode-tot"
STATUS = "status"
VERSIE = "versie"
DATUM = "datum"
DATUM_VASTSTELLING = "datum-vaststelling"
VASTGESTELD_DOOR = "vastgesteld-door"
DATUM_HERZIENING = "datum-herziening"
ATTRIBUTE = "kenmerk"
FRAME = "kader"
OPENBAARHEID = "openbaarheid"
INFORMATIECATEGORIE = "informatiecategorie"
INDELING = "indeling"

#: The fields by which one plan is told from another.
CHARACTERISTIC = (GEMEENTE, PERIODE_VAN, PERIODE_TOT)

#: What the program does with a field, as the rest of a sentence that begins with its id.
GEBRUIK = {
    GEMEENTE: "staat in de titel van elk document",
    GEMEENTECODE: "zegt in de metadata van welke gemeente een document is",
    PERIODE_VAN: "staat in de titel van elk document",
    PERIODE_TOT: "staat in de titel van elk document",
    STATUS: "zegt of een plan is vastgesteld",
    VERSIE: "staat in de eigenschappen van elk document",
    DATUM: "is de datum van elk document",
    DATUM_VASTSTELLING: "zegt wanneer een plan is vastgesteld",
    VASTGESTELD_DOOR: "zegt in de metadata wie een plan vaststelde",
    DATUM_HERZIENING: "zegt wanneer een plan wordt herzien",
    ATTRIBUTE: "staat in de metadata van een document",
    FRAME: "staat in de metadata van een document",
    OPENBAARHEID: "zegt of een plan naar buiten mag",
    INFORMATIECATEGORIE: "staat in de metadata van een document",
    INDELING: "kiest tussen een tabel en koppen",
}
#: What means nothing without another field.
_NEEDS = {
    PERIODE_VAN: PERIODE_TOT,
    PERIODE_TOT: PERIODE_VAN,
    GEMEENTECODE: GEMEENTE,
    DATUM_VASTSTELLING: STATUS,
}
#: The fields that every question set of a kind has. Other kinds may do without any.
_ALWAYS = {
    "polarisatie": (GEMEENTE, PERIODE_VAN, PERIODE_TOT, STATUS, VERSIE, DATUM, OPENBAARHEID),
}


class MissingVeld(NamedTuple):
    """A field that a question set misses; `bij` is the id of what shows it, empty for the set."""

    id: str
    bij: str
    message: str


def find_missing_velden(lijst: Vragenlijst) -> Iterator[MissingVeld]:
    """Yield the fields that the program needs and this question set does not have, each once."""
    seen = set(lijst.veld_ids)
    for id_, bij, reason in _needed(lijst):
        if id_ not in seen:
            seen.add(id_)
            vermoed, tip = _origin(lijst, id_)
            yield MissingVeld(
                id_,
                vermoed or bij,
                f"onder `gegevens` ontbreekt “{id_}”: dat gegeven {GEBRUIK[id_]}. {reason}{tip}",
            )


def _needed(lijst: Vragenlijst) -> Iterator[tuple[str, str, str]]:
    """Yield what fields this question set needs: the id, what shows it, and why."""
    for id_ in _ALWAYS.get(lijst.soort, ()):
        yield id_, "", f"Een vragenlijst van de soort “{lijst.soort}” kan niet zonder."
    for veld in lijst.gegevens:
        if veld.id in _NEEDS:
            yield _NEEDS[veld.id], veld.id, f"Het gegeven “{veld.id}” kan niet zonder."
        for old in veld.was:
            if old in GEBRUIK:
                yield old, veld.id, "Het programma kent het alleen onder die naam."
    for vraag in (*lijst.gegevens, *lijst.vragen):
        if vraag.verplicht is Verplicht.VASTGESTELD:
            yield STATUS, vraag.id, "Zonder is niets verplicht vanaf `vastgesteld`."


def _origin(lijst: Vragenlijst, id_: str) -> tuple[str, str]:
    """Return the field that was probably renamed, and what to do about it."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for who makes a mistake

    left_over = [veld for veld in lijst.gegevens if veld.id not in GEBRUIK]
    names = [veld.id for veld in left_over if id_ in veld.was]
    names += get_close_matches(id_, [veld.id for veld in left_over], n=1)
    if names:
        return names[0], f" Heet het hier “{names[0]}”? Geef het dan weer het id “{id_}”."
    return "", f" Voeg het toe, met precies het id “{id_}”."
