"""What a place asks, by the words around it."""

from __future__ import annotations

import pytest

from small_forms import block, cell, control, field, heading, p, proposal, table
from uitvoeringsplan.forms.label import Origin, Sureness

NAMED = "[Naam van de straat]"


def first(*content):
    question = proposal(*content).questions[0]
    return question.label, question.origin


@pytest.mark.parametrize(
    ("content", "label", "origin"),
    [
        (p("Naam: ", control(title="Titel")), "Naam", Origin.BEFORE),
        (p("Naam ", control()), "Naam", Origin.BEFORE),
        (p("Reden:") + block(title="Antwoord"), "Reden", Origin.LINE_ABOVE),
        (table([cell(p("Naam"), p(control()))]), "Naam", Origin.OWN_CELL),
        (table(["Naam", cell(p(control()))]), "Naam", Origin.LEFT),
        (p(control(title="Naam")), "Naam", Origin.TITLE),
        (p(control(prompt=NAMED)), "Naam van de straat", Origin.PROMPT),
        (p(control(title="Invoer tekst", prompt=NAMED)), "Naam van de straat", Origin.PROMPT),
        (heading("Doel") + block(), "Doel", Origin.HEADING),
        (table(["Wat", "Wie"], [cell(p(control())), cell(p(control()))]), "Wat", Origin.COLUMN),
        (
            table([cell(), "Nu", "Straks"], ["Geld", cell(p(control())), cell(p(control()))]),
            "Geld – Nu",
            Origin.ROW_AND_COLUMN,
        ),
        (
            table([cell("Wat wil je?", span=2)], [cell(p(control()), span=2)]),
            "Wat wil je?",
            Origin.ABOVE,
        ),
        (
            p("De wet van ", control(prompt="[naam van de wet]"), " geldt."),
            "Naam van de wet",
            Origin.PROMPT,
        ),
        (p(field("MERGEFIELD EersteNaam", "«x»")), "Eerste naam", Origin.NAME),
        (p("____________\t____________") + p("Naam\t\tPlaats"), "Naam", Origin.BELOW),
    ],
)
def test_waar_een_label_staat(content, label, origin):
    assert first(content) == (label, origin)


def test_wat_er_nog_meer_staat_legt_uit():
    (question,) = proposal(
        p("Tijd: ", control(title="Begin", prompt="Vul de tijd in, bijv. 10.45"))
    ).questions
    assert question.explanation.split("\n") == ["Begin", "Bijvoorbeeld: 10.45"]


def test_een_zin_boven_een_veld_met_een_naam_legt_uit():
    sentence = "Zo weten inwoners van elke wijk waar ze met een vraag terechtkunnen:"
    (question,) = proposal(p(sentence), block(title="Melden")).questions
    assert (question.label, question.explanation) == ("Melden", sentence)


def test_een_titel_die_vaak_voorkomt_noemt_niets():
    lines = [heading("Doel"), *(p(control(title="Persoon", prompt=f"[Rol {n}]")) for n in "abc")]
    assert [q.label for q in proposal(*lines).questions] == ["Rol a", "Rol b", "Rol c"]


def test_een_lange_alinea_onder_een_kop_legt_uit_en_noemt_niet():
    long = "Hier staat in een hele zin wat de bedoeling van dit deel is, en hoe je het invult. " * 2
    (question,) = proposal(heading("Doel"), p(long), block()).questions
    assert (question.label, question.origin) == ("Doel", Origin.HEADING)
    assert question.explanation == long.strip()


def test_hoe_zeker_een_label_is():
    sure = proposal(p("Naam: ", control())).questions[0]
    guess = proposal(p("zomaar iets"), p(), block()).questions[0]
    assert sure.sureness is Sureness.SURE
    assert guess.sureness is Sureness.GUESS


def test_twee_plekken_in_een_regel_elk_met_hun_label():
    found = proposal(p("Plaats: ", control(), "   Datum: ", control())).questions
    assert [q.label for q in found] == ["Plaats", "Datum"]
