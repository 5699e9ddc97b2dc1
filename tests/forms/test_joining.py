"""Questions that belong together."""

from __future__ import annotations

import pytest

from small_forms import cell, control, field, heading, legacy_text, p, proposal, table, tick

_STORE = '<w:dataBinding w:storeItemID="{1}" w:xpath="/f/naam"/>'


def found(*content):
    return [(q.label, q.type, len(q.places)) for q in proposal(*content).questions]


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (p("Geboren op: ", control(), " - ", control(), " - ", control()), "Geboren op"),
        (p("Op ", legacy_text(), "/", legacy_text(), "/", legacy_text()), "Op"),
        (p("Datum: [dd] - [mm] - [jjjj]"), "Datum"),
        (p("Dag: ", control(), " Maand: ", control(), " Jaar: ", control()), "Datum"),
        (p("Datum: __-__-____"), "Datum"),
    ],
)
def test_drie_delen_van_een_datum(content, label):
    assert [(one, kind) for one, kind, _ in found(content)] == [(label, "datum")]


def test_drie_plekken_die_geen_datum_zijn():
    assert len(found(p("Van: ", control(), " Via: ", control(), " Naar: ", control()))) == 3


@pytest.mark.parametrize(
    "place",
    [
        control("Anna", more=_STORE),
        control("Anna", title="Naam", tag="naam"),
        field("MERGEFIELD Naam", "«Naam»"),
        "{naam_aanvrager}",
    ],
)
def test_dezelfde_waarde_op_twee_plekken(place):
    (question,) = found(p("Naam: ", place), p("Ondergetekende, ", place, ", verklaart dit."))
    assert question == ("Naam", "regel", 2)


def test_hetzelfde_label_twee_keer_blijft_twee_vragen():
    assert found(p("Naam: ", control()), p("Naam: ", control())) == [
        ("Naam", "regel", 1),
        ("Naam (2)", "regel", 1),
    ]


def test_vakjes_ver_uit_elkaar_waarvan_er_een_geldt():
    def option(name):
        return table([cell(p(tick(), f" {name}"), span=2)], ["Reden:", cell(p(control()))]) + p()

    questions = proposal(
        heading("Soort"), p("Kies één optie."), option("Nieuw"), option("Vervolg")
    ).questions
    assert (questions[0].label, questions[0].type) == ("Kies één optie", "keuze")
    assert questions[0].choices == ("Nieuw", "Vervolg")
    assert [q.label for q in questions[1:]] == ["Reden", "Reden (2)"]


def test_zonder_die_zin_blijven_het_losse_vakjes():
    rows = (table([cell(p(tick(), f" {name}"))]) + p("tekst") for name in ("Nieuw", "Vervolg"))
    assert [kind for _, kind, _ in found(*rows)] == ["jaanee", "jaanee"]
