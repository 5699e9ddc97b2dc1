"""Empty cells of a table that are there to write in."""

from __future__ import annotations

import pytest

from small_forms import cell, control, p, read, table
from uitvoeringsplan.forms.blank_cells import fill_cells
from uitvoeringsplan.forms.layout import forget
from uitvoeringsplan.forms.places import Source


def filled(*rows):
    """Return the cells that got a place, by row and column."""
    container = read(table(*rows)).containers[0]
    fill_cells(container)
    forget(container)
    cells = [one for row in container.blocks[0].rows for one in row.cells]
    wanted = [one for one in cells if any(place.source is Source.CELL for place in one.places)]
    return [(one.row.index, one.column) for one in wanted]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["Naam:", ""], ["Plaats:", ""]], [(0, 1), (1, 1)]),
        ([["Naam", "", "Telefoon", ""]], [(0, 1), (0, 3)]),
        ([["Wat", "Wie"], ["", ""], ["", ""]], [(1, 0), (1, 1), (2, 0), (2, 1)]),
        ([["", "Nu", "Straks"], ["Geld", "", ""]], [(1, 1), (1, 2)]),
        ([["", "PARTIJ 1", "", "PARTIJ 2"], ["Naam", "", "", ""]], [(1, 1), (1, 3)]),
        ([["1.1", "Wat wil je?"], [cell(span=2)]], [(1, 0)]),
        ([["Verslag", ""], [cell(span=2)], [cell(span=2)]], [(0, 1), (1, 0), (2, 0)]),
    ],
)
def test_een_cel_om_in_te_schrijven(rows, found):
    assert filled(*rows) == found


@pytest.mark.parametrize(
    "rows",
    [
        [["", ""], ["", ""]],
        [["a", "b"], ["c", "d"], [cell(span=2)]],
        [["Vraag", "Toelichting"], ["Naam", ""]],
        [["Begrip", "Kort", "Uitleg"], ["Plan", "", "een plan"], ["Doel", "", "een doel"]],
        [[cell(p("Naam: ", control())), ""]],
    ],
)
def test_een_lege_cel_die_alleen_ruimte_is(rows):
    assert filled(*rows) == []
