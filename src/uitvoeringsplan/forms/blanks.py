"""Places that no field of Word marks: blank lines, empty cells, words between brackets, room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms.blank_cells import fill_cells
from uitvoeringsplan.forms.blank_room import find_room
from uitvoeringsplan.forms.blank_text import LeftBlank, after_colons, cut_line
from uitvoeringsplan.forms.layout import Line, forget, walk
from uitvoeringsplan.forms.places import Takes

if TYPE_CHECKING:
    from uitvoeringsplan.forms.layout import Form


def find_blanks(form: Form) -> list[LeftBlank]:
    """Put the places that are only seen to be one in a form; returns what was left, and why."""
    left: list[LeftBlank] = []
    places = (place for container in form.containers for place in container.places)
    # Where fields of Word take words, nothing that has none takes any.
    has_fields = any(place.takes is not Takes.TICK for place in places)
    for container in form.containers:
        for block in list(walk(container)):
            if isinstance(block, Line):
                cut_line(block, left)
        forget(container)
    for container in form.containers:
        fill_cells(container)
        if not has_fields:
            after_colons(container)
        forget(container)
    if not has_fields:
        find_room(form)
    return left
