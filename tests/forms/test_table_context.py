"""What the cells around a cell say of it."""

from __future__ import annotations

from small_forms import cell, control, p, read, table
from uitvoeringsplan.forms import table_context as beside
from uitvoeringsplan.forms.label import Sureness


def cells(*rows):
    return [row.cells for row in read(table(*rows)).containers[0].blocks[0].rows]


def open_cell():
    return cell(p(control()))


def test_de_kop_van_een_kolom_over_meer_rijen():
    rows = cells(
        ["", "Nu", "Straks"], ["Geld", open_cell(), open_cell()], ["Tijd", open_cell(), open_cell()]
    )
    assert [beside.column_head(one).words for one in rows[2][1:]] == ["Nu", "Straks"]
    assert beside.row_name(rows[2][1]) == "Tijd"
    assert beside.has_more_places(rows[2][1])


def test_een_rij_met_andere_kolommen_valt_niet_onder_de_kop():
    rows = cells(["Wat", "Wie"], [open_cell(), open_cell()], [cell("Totaal", span=3), open_cell()])
    assert beside.column_head(rows[1][0]).words == "Wat"
    assert beside.column_head(rows[2][1]) is None


def test_namen_met_een_dubbele_punt_zijn_geen_koppen():
    rows = cells(["Naam:", "Plaats:"], ["", open_cell()])
    assert beside.column_head(rows[1][1]) is None


def test_de_woorden_links_van_een_cel():
    (row,) = cells(["Doel", open_cell(), open_cell(), "Tijd", open_cell()])
    assert beside.words_left(row[1]) == ("Doel", "", Sureness.SURE)
    assert beside.words_left(row[2]) == ("Doel", "", Sureness.GUESS)
    assert beside.words_left(row[4]) == ("Tijd", "", Sureness.SURE)
    assert beside.follows_label(row[1]) is False


def test_de_tweede_regel_links_legt_uit():
    (row,) = cells([cell(p("Doel"), p("Waar het voor is")), open_cell()])
    assert beside.words_left(row[1]) == ("Doel", "Waar het voor is", Sureness.SURE)
    (row,) = cells([cell(p("Aantal leden/"), p("donateurs")), open_cell()])
    assert beside.words_left(row[1])[0] == "Aantal leden/ donateurs"


def test_een_kolom_met_uitleg():
    rows = cells(["Vraag", "Toelichting"], ["Naam", "zo"])
    assert beside.has_notes_above(rows[1][1])
    assert not beside.has_notes_above(rows[1][0])
