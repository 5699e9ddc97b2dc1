"""The list of questions in plain lines."""

from __future__ import annotations

import pytest
from plain_answers import Regels

from uitvoeringsplan.model.beurt import Aandacht, Gestopt, Plek, Plekken

PLEKKEN = Plekken(
    (
        Plek("a", "Eerste", "Begin", is_open=True, vraag="Wie?"),
        Plek("b", "Tweede", "Werk: Geld", is_open=True, aandacht=Aandacht(1, 2)),
        Plek("c", "Derde", "Werk: Geld", is_open=False, is_gevuld=True, vraag="Wanneer?"),
    ),
    7,
    20,
    Aandacht(punten=2),
    ("Er is iets.",),
)


def kies(*regels: str, plekken: Plekken = PLEKKEN, huidig: str | None = "c", einde=EOFError):
    typist = Regels(list(regels), einde)
    return typist.vragensteller.choose_question(plekken, huidig), typist.gezegd


def test_de_hele_lijst_met_per_vraag_wat_ervan_te_weten_is():
    assert kies("")[1][:-1] == [
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
    assert kies("2")[0] == "b"


@pytest.mark.parametrize("regel", ["", "  ", ".terug", ".TERUG"])
def test_sluiten(regel):
    assert kies(regel)[0] is None


@pytest.mark.parametrize("einde", [EOFError, KeyboardInterrupt])
def test_stoppen_en_het_einde_van_de_invoer(einde):
    assert kies(".stop")[0] == Gestopt()
    assert kies(einde=einde)[0] == Gestopt()


def test_zoeken_laat_elke_vraag_haar_nummer():
    gekozen, gezegd = kies("WANNÉÉR", "3")
    assert gekozen == "c"
    assert gezegd[-3:] == [
        "Gevonden: 1 van 3.",
        "Werk: Geld, 1 van 2 ingevuld.",
        "3. Derde: ingevuld. Hier ben je nu.",
    ]


def test_niets_gevonden():
    assert kies("xyz", "")[1][-1] == "Niets gevonden voor “xyz”."


@pytest.mark.parametrize("nummer", ["0", "4", "123456789"])
def test_een_nummer_dat_er_niet_is(nummer):
    gekozen, gezegd = kies(nummer, "1")
    assert gekozen == "a"
    assert gezegd[-1] == "Dat is geen nummer van 1 tot en met 3."


def test_de_lijst_nog_eens_en_de_hulp():
    assert kies(".lijst", "")[1].count("1. Eerste: open.") == 2
    hulp = kies(".hulp", "")[1][-1]
    assert all(woord in hulp for woord in ("nummer", ".terug", ".lijst", ".stop"))
    assert kies(".punt", "")[1][-1].startswith(".punt ken ik hier niet. Typ een nummer")


def test_een_lijst_zonder_vragen_zegt_niets():
    assert kies(plekken=Plekken()) == (None, [])


def test_een_hoofdstuk_heeft_geen_kop():
    lijst = Plekken((Plek("a", "Begin (0 van 3)", "", is_open=True),), 0, 3)
    assert kies("1", plekken=lijst)[1][:2] == [
        "0 van de 3 vragen zijn beantwoord.",
        "1. Begin (0 van 3): open.",
    ]
