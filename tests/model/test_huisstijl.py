from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.model.huisstijl import (
    Huisstijl,
    Logo,
    is_letternaam,
    kleurbezwaar,
    maat_op_papier,
    pixelbezwaar,
)
from uitvoeringsplan.model.kleur import MINIMUM, WIT, verhouding

kleuren = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@given(kleuren)
def test_een_bezwaar_noemt_een_kleur_die_wel_kan(kleur):
    bezwaar = kleurbezwaar(kleur)
    assert bool(bezwaar) == (verhouding(kleur, WIT) < MINIMUM)
    if bezwaar:
        raad = re.search("Probeer #([0-9A-F]{6})", bezwaar)
        assert raad is not None
        assert kleurbezwaar(raad[1]) == ""
        assert bezwaar.endswith(".")


def test_een_bezwaar_zegt_waar_en_hoeveel():
    assert kleurbezwaar("7FB2BA") == (
        "de kleur #7FB2BA heeft op wit een contrast van 2,3; minstens 4,5 is nodig om de tekst te"
        " kunnen lezen. Probeer #4C7E86."
    )
    bezwaar = kleurbezwaar("717171", ("DDDDDD", WIT))
    assert "op de achtergrond #DDDDDD een contrast van 3,5" in bezwaar


def test_net_te_weinig_wordt_niet_naar_boven_afgerond():
    assert verhouding("777777", WIT) > 4.45
    assert "contrast van 4,4;" in kleurbezwaar("777777")


def test_zonder_enige_uitweg():
    assert "veel donkerder" in kleurbezwaar("888888", (WIT, "777777", "000000"))


@pytest.mark.parametrize(
    "naam",
    ["Verdana", "Segoe UI", "Source Sans 3", "Noto Sans CJK JP", "O'Neill & Zn", "Ω-x", "a" * 31],
)
def test_namen_van_letters(naam):
    assert is_letternaam(naam)


@pytest.mark.parametrize(
    "naam",
    ["", " Arial", "a" * 32, "Arial, sans-serif", "Arial;color:red", "<b>", 'A"B', "-x", "a\nb",
     "a\tb", "http://x", "../x"],
)  # fmt: skip
def test_geen_namen_van_letters(naam):
    assert not is_letternaam(naam)


@pytest.mark.parametrize(
    ("breed", "hoog", "woord"),
    [(16, 16, ""), (10_000, 500, ""), (15, 100, "maar 15 bij 100"), (10_001, 900, "kleiner dan"),
     (2000, 99, "smalle strook"), (99, 2000, "smalle strook"), (2000, 100, "")],
)  # fmt: skip
def test_pixels(breed, hoog, woord):
    bezwaar = pixelbezwaar(breed, hoog)
    assert (woord in bezwaar) if woord else bezwaar == ""


@given(
    st.integers(16, 10_000),
    st.integers(16, 10_000),
    st.floats(0, 2400),
    st.none() | st.floats(1, 16),
)
def test_op_papier_blijft_de_verhouding(breed, hoog, dpi, breedte):
    breed_cm, hoog_cm = maat_op_papier(breed, hoog, dpi, breedte)
    assert breed_cm / hoog_cm == pytest.approx(breed / hoog)
    if breedte is None:
        assert breed_cm <= 6.0001
        assert hoog_cm <= 3.0001
    else:
        assert breed_cm == breedte


def test_een_klein_logo_wordt_niet_opgeblazen():
    assert maat_op_papier(100, 50, 100) == pytest.approx((2.54, 1.27))
    assert maat_op_papier(96, 96) == pytest.approx((2.54, 2.54))


def test_wat_tekst_kleedt():
    assert not Huisstijl("h").kleedt_tekst
    assert not Huisstijl("h", logo=Logo("png", b"", "t", 1, 1), adres=("x",)).kleedt_tekst
    for naam in ("accent", "tekst", "letter_koppen", "letter_tekst"):
        assert Huisstijl("h", **{naam: "x"}).kleedt_tekst
