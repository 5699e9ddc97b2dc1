"""Which boxes to tick are one question."""

from __future__ import annotations

from small_forms import cell, p, read, table, tick
from uitvoeringsplan.forms.places import Takes
from uitvoeringsplan.forms.tick_groups import groups_of, row_words_left, row_words_right


def sizes(*content):
    places = read(*content).containers[0].places
    return [len(group) for group in groups_of([one for one in places if one.takes is Takes.TICK])]


def test_vakjes_in_een_regel():
    assert sizes(p("Openbaar? ", tick(), " Ja ", tick(), " Nee")) == [2]
    assert sizes(p("Openbaar? ", tick(), " Ja. Betaald? ", tick(), " Nee")) == [1, 1]


def test_vakjes_in_regels_onder_elkaar():
    lines = [p(tick(), f" {one}") for one in ("een", "twee", "drie")]
    assert sizes(*lines) == [3]
    assert sizes(lines[0], p("Iets anders"), lines[1]) == [1, 1]
    assert sizes(p("Kies: ", tick(), " een"), lines[1]) == [2]


def test_vakjes_in_een_rij_met_elk_hun_woorden():
    assert sizes(table([cell(p(tick(), f" {one}")) for one in ("een", "twee", "drie")])) == [3]


def test_vakjes_in_een_kolom_met_hun_woorden_ernaast():
    assert sizes(table(*([cell(p(tick())), one] for one in ("een", "twee")))) == [2]


def test_vakjes_achter_een_eigen_vraag():
    assert sizes(table(*([f"{one}?", cell(p(tick()))] for one in ("Warm", "Koud")))) == [1, 1]


def test_twee_cellen_met_elk_een_eigen_keuze():
    one = cell(p("Adres:"), p(tick(), " post"), p(tick(), " mail"))
    assert sizes(table([one, one])) == [2, 2]


def test_woorden_naast_een_vakje():
    row = read(table(["links", cell(p(tick())), "rechts"])).containers[0].blocks[0].rows[0]
    assert row_words_left(row.cells[1]) == "links"
    assert row_words_right(row.cells[1]) == "rechts"
