"""A form as it lies on the page."""

from __future__ import annotations

from small_forms import box, cell, control, p, read, table
from uitvoeringsplan.forms.layout import Cell, Line, Row, Table, forget, walk


def test_alles_komt_in_de_volgorde_van_lezen():
    form = read(p(box(p("vak")), "boven"), table(["links", cell(p("rechts ", control()))]))
    found = list(walk(form.containers[0]))
    assert [type(one) for one in found] == [Line, Line, Table, Row, Cell, Line, Cell, Line]
    assert [one.words for one in found if isinstance(one, Line)] == [
        "vak",
        "boven",
        "links",
        "rechts",
    ]


def test_woorden_in_een_plek_zijn_geen_woorden_van_het_formulier():
    form = read(p("Naam: ", control("Anna"), " hier"))
    line = form.containers[0].lines[0]
    assert line.words == "Naam: hier"
    assert [place.default for place in line.places] == ["Anna"]


def test_wat_volgt_uit_een_regel_wordt_opnieuw_uitgerekend():
    container = read(p("een"), table(["twee"])).containers[0]
    assert container.words == "een twee"
    container.lines[0].pieces = []
    forget(container)
    assert container.words == "twee"


def test_een_cel_kent_de_cellen_erboven():
    form = read(table([cell("breed", span=2), "smal"], ["a", "b", "c"]))
    grid = next(block for block in form.containers[0].blocks if isinstance(block, Table))
    below = grid.rows[1].cells
    assert [one.words for one in grid.rows[0].over(below[1])] == ["breed"]
    assert [one.words for one in grid.rows[0].over(below[2])] == ["smal"]
    assert grid.columns == 3
    assert below[0].around is form.containers[0]
