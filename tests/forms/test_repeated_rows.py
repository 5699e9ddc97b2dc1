"""Rows that ask the same again and again."""

from __future__ import annotations

from small_forms import DATE, around, cell, choices, control, p, proposal, table, tick

_SECTION, _ITEM = "<w15:repeatingSection/>", "<w15:repeatingSectionItem/>"


def found(*content):
    return [
        (q.label, q.type, [(c.label, c.type) for c in q.columns])
        for q in proposal(*content).questions
    ]


def test_lege_rijen_onder_koppen_zijn_een_tabel():
    assert found(p("Acties"), table(["Wat", "Wanneer", "Datum"], *([["", "", ""]] * 3))) == [
        ("Acties", "tabel", [("Wat", "regel"), ("Wanneer", "regel"), ("Datum", "datum")])
    ]


def test_een_rij_onder_koppen_is_van_elke_kolom_een_vraag():
    assert [label for label, _, _ in found(table(["Wat", "Wie"], ["", ""]))] == ["Wat", "Wie"]


def test_een_rij_met_een_nummer_ervoor_is_er_een_van_een_lijst():
    assert found(p("Betrokkenen"), table(["Nr.", "Naam"], ["", ""])) == [
        ("Betrokkenen", "tabel", [("Nr", "regel"), ("Naam", "regel")])
    ]


def test_de_kolommen_hebben_het_soort_van_hun_velden():
    row = [cell(p(control(kind=DATE))), cell(p(control(kind=choices("a", "b"))))]
    assert found(p("Rooster"), table(["Dag", "Dienst"], row, row)) == [
        ("Rooster", "tabel", [("Dag", "datum"), ("Dienst", "keuze")])
    ]


def test_rijen_met_dezelfde_woorden_zijn_een_tabel():
    row = [cell(p("Naam: ", control())), cell(p("Rol: ", control()))]
    assert found(p("Team"), table(row, row, row)) == [
        ("Team", "tabel", [("Naam", "regel"), ("Rol", "regel")])
    ]


def test_rijen_met_een_eigen_naam_zijn_geen_tabel():
    rows = [
        ["Geld", cell(p(control())), cell(p(control()))],
        ["Tijd", cell(p(control())), cell(p(control()))],
    ]
    assert len(found(table([cell(), "Nu", "Straks"], *rows))) == 4


def test_rijen_met_vakjes_zijn_geen_tabel():
    row = [cell(p(tick())), cell(p(tick()))]
    assert [kind for _, kind, _ in found(table(["Ja", "Nee"], row, row))] != ["tabel"]


def test_een_deel_dat_zich_herhaalt_is_een_tabel():
    item = around(p("Van: ", control()) + p("Tot: ", control()), _ITEM)
    (question,) = proposal(p("Banen:"), around(item, _SECTION)).questions
    assert question.type == "tabel"
    assert [column.label for column in question.columns] == ["Van", "Tot"]
    assert question.doubts


def test_zonder_opschrift_heet_een_tabel_naar_haar_kolommen():
    rows = table(["Naam", cell(p(control()))], ["Wat", "Wie"], ["", ""], ["", ""])
    assert found(rows)[-1][0] == "Wat, Wie"
