"""What `inlezen` passes over in silence today, kind by kind and for each operation where.

A form that words lose on their way home counts as much as words that nobody hears of. Who closes
a silence takes it off; nothing is put on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from returned_file import ANSWERS, CELL
from visible_kinds import CHANGED, DELETED, INSERTED, MOVED

if TYPE_CHECKING:
    from visible_edits import Edit

_ANSWER = ("antwoord",)
_CELL = ("cel",)
_FIXED = ("vast",)
_ANSWERS = ("antwoord", "cel")
_ANYWHERE = ("antwoord", "cel", "vast")
_NOT_CELL = ("antwoord", "vast")
_NOT_TEXT = ("cel", "vast")

OPEN: dict[str, dict[str, tuple[str, ...]]] = {
    "vet": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _FIXED, MOVED: _CELL},
    "cursief": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _FIXED, MOVED: _CELL},
    "onderstreept": {CHANGED: _FIXED, DELETED: _FIXED},
    "hoog": {CHANGED: _FIXED, DELETED: _FIXED},
    "laag": {CHANGED: _FIXED, DELETED: _FIXED},
    "verborgen": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "gemarkeerd": {CHANGED: _FIXED, DELETED: _FIXED},
    "witte letters": {CHANGED: _FIXED, DELETED: _FIXED},
    "hoofdletters": {CHANGED: _FIXED, DELETED: _FIXED},
    "kleinkapitaal": {CHANGED: _FIXED, DELETED: _FIXED},
    "link naar buiten": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _FIXED, MOVED: _CELL},
    "link naar binnen": {
        INSERTED: _ANSWERS,
        CHANGED: _ANYWHERE,
        DELETED: _ANYWHERE,
        MOVED: _ANSWERS,
    },
    "veld HYPERLINK": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _CELL, MOVED: _CELL},
    "teken dat een letter heeft": {CHANGED: _FIXED},
    "tab": {CHANGED: _NOT_TEXT},
    "regeleinde": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _CELL, MOVED: _CELL},
    "pagina-einde": {CHANGED: _FIXED},
    "kolomeinde": {CHANGED: _FIXED},
    "formule": {CHANGED: _FIXED},
    "formule op een eigen regel": {CHANGED: _FIXED},
    "veld REF": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "eenvoudig veld REF": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "veld PAGE": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "eenvoudig veld PAGE": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "veld DATE": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "ingevoegd bestand": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED},
    "ingebed bestand": {CHANGED: _FIXED},
    "tabel": {CHANGED: _FIXED},
    "lijst die opnieuw telt": {CHANGED: _FIXED, DELETED: _NOT_CELL, MOVED: _ANSWER},
    "lijst met letters": {CHANGED: _FIXED, DELETED: _FIXED},
    "punt op het derde niveau": {
        INSERTED: _ANSWER,
        CHANGED: _NOT_CELL,
        DELETED: _NOT_CELL,
        MOVED: _ANSWER,
    },
    "andere soort lijst": {CHANGED: _FIXED, DELETED: _FIXED},
    "ander kopniveau": {CHANGED: _FIXED, DELETED: _FIXED},
    "alinearand": {CHANGED: _FIXED, DELETED: _FIXED},
    "arcering": {CHANGED: _FIXED, DELETED: _FIXED},
    "sectie-einde": {CHANGED: _FIXED, DELETED: _FIXED},
    "op een nieuwe pagina": {CHANGED: _FIXED, DELETED: _FIXED},
    "tabelrij": {MOVED: _CELL},
}


def group_of(place: str) -> str:
    """Return the column of `OPEN` that a place belongs to."""
    return "cel" if place == CELL else "antwoord" if place in ANSWERS else "vast"


def is_open(edit: Edit) -> bool:
    """Whether it is known that such an edit is passed over."""
    return group_of(edit.place) in OPEN.get(edit.kind.name, {}).get(edit.operation, ())
