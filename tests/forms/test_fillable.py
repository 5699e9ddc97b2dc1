"""Which questions can be filled, and why the others cannot."""

from __future__ import annotations

import pytest

from field_kinds import KINDS
from small_forms import DATE, box, cell, choices, control, p, proposal, run, table, tick
from uitvoeringsplan.forms.fillable import Use, part_of, to_fill, use_of

BODY = {"word/document.xml": "body", "word/header1.xml": "header", "word/footnotes.xml": "note"}


def use(*content, **parts):
    return use_of(proposal(*content, **parts).questions[0], BODY)


@pytest.mark.parametrize(
    ("content", "becomes"),
    [
        (p("Naam: ", control()), Use.FIELD),
        (table(["Naam", ""]), Use.QUESTION),
        (p("Naam: ____"), Use.FIELD),
        (p("Naam: [naam]"), Use.FIELD),
        (p("Dag: ", control(kind=DATE)), Use.FIELD),
        (p("Maat: ", control(kind=choices("S"))), Use.FIELD),
        (p(tick(), " Akkoord"), Use.FIELD),
        (p("☐ Akkoord"), Use.NOT_YET),
        (p("Acties") + table(["Wat", "Wie"], ["", ""], ["", ""]), Use.NOT_YET),
        (p(box(p("Vak: ", control()))), Use.NOT_YET),
        (p("Naam: ", run("__"), "<w:hyperlink>" + run("____") + "</w:hyperlink>"), Use.NOT_YET),
    ],
)
def test_wat_een_vraag_wordt(content, becomes):
    found, reason = use(content)
    assert found is becomes
    assert bool(reason) is (becomes is Use.NOT_YET)


@pytest.mark.parametrize("type_", ["tekst", "tabel", "keuze"])
def test_een_vraag_waar_het_veld_niet_bij_past_is_nog_niets(type_):
    for content in (p("Dag: ", control(kind=DATE)), p(tick(), " Akkoord")):
        (question,) = proposal(content).questions
        assert use_of(question, BODY)[0] is Use.FIELD
        question.type = type_
        assert use_of(question, BODY)[0] is Use.NOT_YET


def test_een_koptekst_is_een_gegeven_en_een_noot_nog_niets():
    assert use(p("x"), header=p("Zaak: ", control()))[0] is Use.FIELD
    note = f'<w:footnote w:id="2">{p("Bron: ", control())}</w:footnote>'
    assert use(p("x"), notes=note) == (Use.NOT_YET, "het staat in een voetnoot of eindnoot")


def test_een_antwoord_over_meer_regels_komt_in_de_eerste():
    (question,) = proposal(table(["Verslag:", ""], [cell(span=2)], [cell(span=2)])).questions
    assert len(question.places) == 3
    assert to_fill(question) == question.places[:1]
    assert part_of(question.places[0]) == "word/document.xml"


@pytest.mark.parametrize("name", KINDS)
def test_van_elke_soort_is_bekend_of_ze_in_te_vullen_is(name):
    content, parts, _ = KINDS[name]
    for question in proposal(content, **parts).questions:
        found, reason = use_of(question, BODY)
        assert (found is Use.NOT_YET) is bool(reason)
