from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.drawing.alternative_text import MAX_LENGTH
from uitvoeringsplan.drawing.oppositions import Kaart, Tegenstelling
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.vraag import Kolom

KOLOMMEN = tuple(Kolom(name, name) for name in ("wij", "zij", "thema", "voorvallen"))
CEL = text.map(one_line)
GROUP = st.sampled_from(["jongeren", "Jongeren", "gemeente", "ouders", ""]) | CEL
RIJ = st.tuples(GROUP, GROUP, CEL, CEL)


def kaart(*rijen: tuple[str, ...]) -> Kaart:
    return Kaart.from_tabel(KOLOMMEN, rijen)


def test_een_groep_is_een_plek_ook_met_andere_hoofdletters():
    result = kaart(
        ("Jongeren", "Ouderen", "geluid", ""),
        ("ouderen", "gemeente", "parkeren", "2"),
        ("GEMEENTE", "jongeren", "", "a; b"),
    )
    assert result.groups == ("Jongeren", "Ouderen", "gemeente")
    assert result.tegenstellingen == (
        Tegenstelling(0, 1, "geluid", 0),
        Tegenstelling(1, 2, "parkeren", 2),
        Tegenstelling(2, 0, "", 2),
    )


def test_dezelfde_tegenstelling_telt_op():
    result = kaart(
        ("a", "b", "Geluid", "1"), ("B", "A", "geluid", "x; y"), ("a", "b", "parkeren", "")
    )
    assert result.tegenstellingen == (
        Tegenstelling(0, 1, "Geluid", 3),
        Tegenstelling(0, 1, "parkeren", 0),
    )


def test_een_groep_tegenover_zichzelf():
    assert kaart(("a", "A", "koers", "")).tegenstellingen == (Tegenstelling(0, 0, "koers", 0),)


@pytest.mark.parametrize(
    ("cel", "count"),
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
def test_hoeveel_voorvallen_een_cel_noemt(cel, count):
    [one] = kaart(("a", "b", "t", cel)).tegenstellingen
    assert one.events == count


def test_het_alternatief_zegt_wat_de_kaart_zegt():
    result = kaart(
        ("Jongeren", "Ouderen", "geluid", "1"),
        ("Ouderen", "Gemeente", "", "3"),
        ("Gemeente", "Jongeren", "regels", ""),
        ("Boeren", "", "stikstof", ""),
        ("", "", "los thema", ""),
        ("", "", "", "voorval"),
    )
    assert result.alternatief() == (
        "Kaart van tegenstellingen: 3 tegenstellingen tussen 3 groepen. Wie tegenover wie:"
        " Jongeren tegenover Ouderen over geluid (1 voorval); Ouderen tegenover Gemeente"
        " (3 voorvallen); Gemeente tegenover Jongeren over regels (geen voorvallen)."
        " Niet getekend, want er ontbreekt een groep: Boeren; los thema."
    )
    assert result.alternatief(1, 2).startswith("Kaart van tegenstellingen, deel 1 van 2: 3 ")


def test_zonder_tegenstellingen_zijn_er_geen_woorden():
    assert kaart(("a", "", "t", "")).alternatief() == ""


@trials(200)
@given(st.lists(RIJ, max_size=40))
def test_elke_tegenstelling_staat_in_de_woorden_of_is_geteld(rijen):
    result = kaart(*rijen)
    words = result.alternatief()
    assert len(words) <= MAX_LENGTH
    assert all(
        0 <= nr < len(result.groups) for t in result.tegenstellingen for nr in (t.wij, t.zij)
    )
    assert len({group.casefold() for group in result.groups}) == len(result.groups)
    if result.tegenstellingen:
        counted = re.search(r"En nog (\d+) tegenstelling(en)?; zie de tabel", words)
        over = int(counted[1]) if counted else 0
        assert 0 <= over <= len(result.tegenstellingen)
        assert words.count(" tegenover ") >= len(result.tegenstellingen) - over
