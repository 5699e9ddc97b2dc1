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
_ANSWERS = ("antwoord", "cel")

OPEN: dict[str, dict[str, tuple[str, ...]]] = {
    "vet": {INSERTED: _CELL, CHANGED: _CELL, MOVED: _CELL},
    "cursief": {INSERTED: _CELL, CHANGED: _CELL, MOVED: _CELL},
    "link naar buiten": {INSERTED: _CELL, CHANGED: _CELL, MOVED: _CELL},
    "link naar binnen": {
        INSERTED: _ANSWERS,
        CHANGED: _ANSWERS,
        DELETED: _ANSWERS,
        MOVED: _ANSWERS,
    },
    "veld HYPERLINK": {INSERTED: _CELL, CHANGED: _CELL, DELETED: _CELL, MOVED: _CELL},
    "tab": {CHANGED: _CELL},
    "regeleinde": {INSERTED: _CELL, CHANGED: _CELL, DELETED: _CELL, MOVED: _CELL},
    "lijst die opnieuw telt": {DELETED: _ANSWER, MOVED: _ANSWER},
    "punt op het derde niveau": {
        INSERTED: _ANSWER,
        CHANGED: _ANSWER,
        DELETED: _ANSWER,
        MOVED: _ANSWER,
    },
    "tabelrij": {MOVED: _CELL},
}


def group_of(place: str) -> str:
    """Return the column of `OPEN` that a place belongs to."""
    return "cel" if place == CELL else "antwoord" if place in ANSWERS else "vast"


def is_open(edit: Edit) -> bool:
    """Whether it is known that such an edit is passed over."""
    return group_of(edit.place) in OPEN.get(edit.kind.name, {}).get(edit.operation, ())
