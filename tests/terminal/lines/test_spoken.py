"""The list of questions in plain lines."""

from __future__ import annotations

import pytest
from plain_answers import Regels

from uitvoeringsplan.model.beurt import Aandacht, Gestopt, Plek, Plekken

PLACES = Plekken(
    (
        Plek("a", "Eerste", "Begin", is_open=True, vraag="Wie?"),
        Plek("b", "Tweede", "Werk: Geld", is_open=True, aandacht=Aandacht(1, 2)),
        Plek("c", "Derde", "Werk: Geld", is_open=False, is_filled=True, vraag="Wanneer?"),
    ),
    7,
    20,
    Aandacht(punten=2),
    ("Er is iets.",),
)


def choose(*lines: str, plekken: Plekken = PLACES, current: str | None = "c", end=EOFError):
    typist = Regels(list(lines), end)
    return typist.vragensteller.choose_question(plekken, current), typist.said


def test_de_hele_lijst_met_per_vraag_wat_ervan_te_weten_is():
    assert choose("")[1][:-1] == [
        "7 van de 20 vragen zijn beantwoord.",
        "Over het hele plan: 2 open punten.",
        "Er is iets.",
        "Begin, 0 van 1 ingevuld.",
        "1. Eerste: open.",
        "Werk: Geld, 1 van 2 ingevuld.",
        "2. Tweede: open, 2 fouten, 1 open punt.",
        "3. Derde: ingevuld. Hier ben je nu.",
    ]


def test_een_nummer_gaat_erheen():
    assert choose("2")[0] == "b"


@pytest.mark.parametrize("line", ["", "  ", ".terug", ".TERUG"])
def test_sluiten(line):
    assert choose(line)[0] is None


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_stoppen_en_het_einde_van_de_invoer(end):
    assert choose(".stop")[0] == Gestopt()
    assert choose(end=end)[0] == Gestopt()


def test_zoeken_laat_elke_vraag_haar_nummer():
    chosen, said = choose("WANNÉÉR", "3")
    assert chosen == "c"
    assert said[-3:] == [
        "Gevonden: 1 van 3.",
        "Werk: Geld, 1 van 2 ingevuld.",
        "3. Derde: ingevuld. Hier ben je nu.",
    ]


def test_niets_gevonden():
    assert choose("xyz", "")[1][-1] == "Niets gevonden voor “xyz”."


@pytest.mark.parametrize("number", ["0", "4", "123456789"])
def test_een_nummer_dat_er_niet_is(number):
    chosen, said = choose(number, "1")
    assert chosen == "a"
    assert said[-1] == "Dat is geen nummer van 1 tot en met 3."


def test_de_lijst_nog_eens_en_de_hulp():
    assert choose(".lijst", "")[1].count("1. Eerste: open.") == 2
    hulp = choose(".hulp", "")[1][-1]
    assert all(word in hulp for word in ("nummer", ".terug", ".lijst", ".stop"))
    assert choose(".punt", "")[1][-1].startswith(".punt ken ik hier niet. Typ een nummer")


def test_een_lijst_zonder_vragen_zegt_niets():
    assert choose(plekken=Plekken()) == (None, [])


def test_een_hoofdstuk_heeft_geen_kop():
    lijst = Plekken((Plek("a", "Begin (0 van 3)", "", is_open=True),), 0, 3)
    assert choose("1", plekken=lijst)[1][:2] == [
        "0 van de 3 vragen zijn beantwoord.",
        "1. Begin (0 van 3): open.",
    ]
