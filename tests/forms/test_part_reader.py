"""One part of a form, with what stands in what."""

from __future__ import annotations

from small_forms import around, block, box, cell, control, p, read, table
from uitvoeringsplan.forms.layout import Table
from uitvoeringsplan.forms.places import Level

_SECTION, _ITEM = "<w15:repeatingSection/>", "<w15:repeatingSectionItem/>"


def places(*content, **parts):
    return [place for container in read(*content, **parts).containers for place in container.places]


def test_alleen_het_binnenste_veld_is_een_plek():
    (place,) = places(around(around(p(around(control("kern"))))))
    assert place.default == "kern"


def test_om_wat_een_veld_staat():
    found = places(
        p(control("a")),
        block("b"),
        table([around(cell("c"))], around(f"<w:tr>{cell('d')}</w:tr>")),
    )
    assert [place.level for place in found] == [Level.INLINE, Level.BLOCK, Level.CELL, Level.ROW]
    assert [place.default for place in found] == ["a", "b", "c", "d"]


def test_wat_op_slot_zit_is_tekst():
    form = read(p("Zaak ", control("Z-1", more='<w:lock w:val="contentLocked"/>')))
    assert form.containers[0].words == "Zaak Z-1"
    assert form.containers[0].places == []


def test_een_veld_om_wat_op_slot_zit_blijft_een_plek():
    inside = control("vast", more='<w:lock w:val="contentLocked"/>')
    (place,) = places(around(p("los ", inside)))
    assert place.default == "los vast"


def test_een_tekstvak_heeft_twee_helften_en_een_plek():
    (place,) = places(p(box(p("Vak: ", control("een")), p("Vak: ", control("twee")))))
    assert place.default == "een"
    assert len(place.twins) == 1


def test_een_deel_dat_zich_herhaalt():
    found = places(around(around(p(control("a")), _ITEM), _SECTION), p(control("b")))
    assert [place.repeats is not None for place in found] == [True, False]


def test_een_cel_die_met_die_erboven_een_is():
    form = read(table([cell("a", merge="restart"), "b"], [cell(merge="continue"), "c"]))
    grid = form.containers[0].blocks[0]
    assert isinstance(grid, Table)
    assert [one.goes_on for row in grid.rows for one in row.cells] == [False, False, True, False]


def test_noten_zijn_elk_een_deel_zonder_de_lijnen_van_word():
    line = f'<w:footnote w:type="separator" w:id="0">{p("x")}</w:footnote>'
    own = f'<w:footnote w:id="2">{p("Bron: ", control("b"))}</w:footnote>'
    form = read(p("tekst"), notes=line + own)
    assert [container.words for container in form.containers] == ["tekst", "Bron:"]
