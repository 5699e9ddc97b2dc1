"""The parts of a form, by their titles."""

from __future__ import annotations

import pytest

from small_forms import block, cell, control, heading, p, proposal, table


def paths(*content):
    return [(q.label, q.section.path[1:]) for q in proposal(*content).questions]


def test_koppen_maken_delen():
    assert paths(
        heading("Een"),
        p("A: ", control()),
        heading("Sub", 2),
        p("B: ", control()),
        heading("Twee"),
        p("C: ", control()),
    ) == [("A", ("Een",)), ("B", ("Een", "Sub")), ("C", ("Twee",))]


def test_een_band_in_een_tabel_geldt_tot_de_volgende():
    rows = []
    for who in ("Aanvrager", "Partner"):
        rows += [[cell(p(who, bold=True), span=2)], ["Naam", cell(p(control()))]]
    assert paths(table(*rows), p(), p("Na: ", control())) == [
        ("Naam", ("Aanvrager",)),
        ("Naam", ("Partner",)),
        ("Na", ()),
    ]


def test_een_opschrift_van_een_cel_met_meer_plekken():
    def block(who):
        return cell(p(f"{who}:"), *(p(control(prompt=f"[{one}]")) for one in ("Naam", "Plaats")))

    assert paths(table([block("Van"), block("Aan")])) == [
        ("Naam", ("Van",)),
        ("Plaats", ("Van",)),
        ("Naam", ("Aan",)),
        ("Plaats", ("Aan",)),
    ]


def test_een_cel_met_labels_en_plekken_om_en_om_heeft_geen_opschrift():
    pairs = [p("Rol"), block(), p("Geld"), block()]
    assert paths(table(["Wie", cell(*pairs)])) == [("Rol", ()), ("Geld", ())]


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        (p("Over jullie", bold=True), True),
        (p("Over jullie"), True),
        (p("Over jullie, in een zin."), False),
        (p("Over jullie, " * 12, bold=True), False),
    ],
)
def test_een_regel_boven_een_tabel_die_een_kop_is(line, is_title):
    found = paths(line, table(["Naam:", cell(p(control()))]))
    assert bool(found[0][1]) is is_title


def test_een_koptekst_is_een_eigen_deel():
    (question,) = proposal(p("x"), header=p("Dossier: ", control())).questions
    assert question.section.title == "Koptekst"
