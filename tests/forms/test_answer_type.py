"""The type of answer that a place takes."""

from __future__ import annotations

import pytest

from small_forms import DATE, block, cell, choices, control, legacy_text, p, proposal, table


def one(*content):
    return proposal(*content).questions[0]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (p("Naam: ", control()), "regel"),
        (p("Dag: ", control(kind=DATE)), "datum"),
        (p("Geboortedatum: ", control()), "datum"),
        (p("Ingevuld: ", control(prompt="[datum]")), "datum"),
        (p("Aantal leden: ", control()), "getal"),
        (p("Leden: ", legacy_text("3", more='<w:type w:val="number"/>')), "getal"),
        (p("Prijs: ", legacy_text("3,50", more='<w:type w:val="number"/>')), "regel"),
        (p("Akkoord: ", control(kind=choices("Ja", "Nee"))), "jaanee"),
        (p("Maat: ", control(kind=choices("S", "M"))), "keuze"),
        (p("Maat: ", control(kind=choices("S", kind="comboBox"))), "regel"),
        (p("Verslag:") + block(), "tekst"),
        (table([cell(p("Verslag"), block("Een.\nTwee.")), "x"]), "tekst"),
        (p("Straat:") + block(prompt="[Straat]"), "regel"),
        (table(["Naam", ""]), "regel"),
        (table(["Wat wil je bereiken?", cell(p(), p(), p())]), "tekst"),
        (table([cell("Wat wil je bereiken?", span=2)], [cell(span=2)]), "tekst"),
        (table([cell("Naam van het plan", span=2)], [cell(span=2)]), "regel"),
    ],
)
def test_het_soort_van_een_antwoord(content, kind):
    assert one(content).type == kind


def test_wat_er_stond_past_bij_het_soort_of_telt_niet():
    assert one(p("Akkoord: ", control("Ja", choices("Ja", "Nee")))).default == "ja"
    assert one(p("Akkoord: ", control("Nee", choices("Ja", "Nee")))).default == "nee"
    assert one(p("Maat: ", control("M", choices("S", "M")))).default == "M"
    assert one(p("Maat: ", control("XL", choices("S", "M")))).default == ""


def test_een_lijst_met_eigen_tekst_legt_uit_wat_er_te_kiezen_is():
    found = one(p("Maat: ", control(kind=choices("S", "M", kind="comboBox"))))
    assert found.explanation == "Kies uit: S, M; iets anders mag ook."
    assert found.choices == ()
