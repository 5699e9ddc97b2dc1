from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
from uitvoeringsplan.drawing.alternative_text import MAX_LENGTH
from uitvoeringsplan.drawing.oppositions import Kaart, Tegenstelling
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.vraag import Kolom

KOLOMMEN = tuple(Kolom(naam, naam) for naam in ("wij", "zij", "thema", "voorvallen"))
CEL = tekst.map(one_line)
GROEP = st.sampled_from(["jongeren", "Jongeren", "gemeente", "ouders", ""]) | CEL
RIJ = st.tuples(GROEP, GROEP, CEL, CEL)


def kaart(*rijen: tuple[str, ...]) -> Kaart:
    return Kaart.from_tabel(KOLOMMEN, rijen)


def test_een_groep_is_een_plek_ook_met_andere_hoofdletters():
    uit = kaart(
        ("Jongeren", "Ouderen", "geluid", ""),
        ("ouderen", "gemeente", "parkeren", "2"),
        ("GEMEENTE", "jongeren", "", "a; b"),
    )
    assert uit.groepen == ("Jongeren", "Ouderen", "gemeente")
    assert uit.tegenstellingen == (
        Tegenstelling(0, 1, "geluid", 0),
        Tegenstelling(1, 2, "parkeren", 2),
        Tegenstelling(2, 0, "", 2),
    )


def test_dezelfde_tegenstelling_telt_op():
    uit = kaart(("a", "b", "Geluid", "1"), ("B", "A", "geluid", "x; y"), ("a", "b", "parkeren", ""))
    assert uit.tegenstellingen == (
        Tegenstelling(0, 1, "Geluid", 3),
        Tegenstelling(0, 1, "parkeren", 0),
    )


def test_een_groep_tegenover_zichzelf():
    assert kaart(("a", "A", "koers", "")).tegenstellingen == (Tegenstelling(0, 0, "koers", 0),)


@pytest.mark.parametrize(
    ("cel", "aantal"),
    [
        ("", 0),
        ("-", 0),
        ("Geen", 0),
        ("3", 3),
        ("3 voorvallen", 3),
        ("brand in de Kade", 1),
        ("volle avond, met veel boze reacties (september 2026)", 1),
        ("volle avond, met boze reacties; klachten over parkeren", 2),
        ("a;b ; ;c;", 3),
        (";", 0),
        ("2 branden, 1 ruzie", 1),
        ("12345", 1),
    ],
)
def test_hoeveel_voorvallen_een_cel_noemt(cel, aantal):
    [een] = kaart(("a", "b", "t", cel)).tegenstellingen
    assert een.voorvallen == aantal


def test_het_alternatief_zegt_wat_de_kaart_zegt():
    uit = kaart(
        ("Jongeren", "Ouderen", "geluid", "1"),
        ("Ouderen", "Gemeente", "", "3"),
        ("Gemeente", "Jongeren", "regels", ""),
        ("Boeren", "", "stikstof", ""),
        ("", "", "los thema", ""),
        ("", "", "", "voorval"),
    )
    assert uit.alternatief() == (
        "Kaart van tegenstellingen: 3 tegenstellingen tussen 3 groepen. Wie tegenover wie:"
        " Jongeren tegenover Ouderen over geluid (1 voorval); Ouderen tegenover Gemeente"
        " (3 voorvallen); Gemeente tegenover Jongeren over regels (geen voorvallen)."
        " Niet getekend, want er ontbreekt een groep: Boeren; los thema."
    )
    assert uit.alternatief(1, 2).startswith("Kaart van tegenstellingen, deel 1 van 2: 3 ")


def test_zonder_tegenstellingen_zijn_er_geen_woorden():
    assert kaart(("a", "", "t", "")).alternatief() == ""


@proeven(200)
@given(st.lists(RIJ, max_size=40))
def test_elke_tegenstelling_staat_in_de_woorden_of_is_geteld(rijen):
    uit = kaart(*rijen)
    woorden = uit.alternatief()
    assert len(woorden) <= MAX_LENGTH
    assert all(0 <= nr < len(uit.groepen) for t in uit.tegenstellingen for nr in (t.wij, t.zij))
    assert len({groep.casefold() for groep in uit.groepen}) == len(uit.groepen)
    if uit.tegenstellingen:
        geteld = re.search(r"En nog (\d+) tegenstelling(en)?; zie de tabel", woorden)
        over = int(geteld[1]) if geteld else 0
        assert 0 <= over <= len(uit.tegenstellingen)
        assert woorden.count(" tegenover ") >= len(uit.tegenstellingen) - over
