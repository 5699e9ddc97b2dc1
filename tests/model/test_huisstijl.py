from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.model.huisstijl import (
    Huisstijl,
    Logo,
    is_font_name,
    kleur_objection,
    pixel_objection,
    size_on_paper,
)
from uitvoeringsplan.model.kleur import MIN_CONTRAST, WHITE, contrast_ratio

kleuren = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@given(kleuren)
def test_een_bezwaar_noemt_een_kleur_die_wel_kan(kleur):
    objection = kleur_objection(kleur)
    assert bool(objection) == (contrast_ratio(kleur, WHITE) < MIN_CONTRAST)
    if objection:
        guess = re.search("Probeer #([0-9A-F]{6})", objection)
        assert guess is not None
        assert kleur_objection(guess[1]) == ""
        assert objection.endswith(".")


def test_een_bezwaar_zegt_waar_en_hoeveel():
    assert kleur_objection("7FB2BA") == (
        "de kleur #7FB2BA heeft op wit een contrast van 2,3; minstens 4,5 is nodig om de tekst te"
        " kunnen lezen. Probeer #4C7E86."
    )
    objection = kleur_objection("717171", ("DDDDDD", WHITE))
    assert "op de achtergrond #DDDDDD een contrast van 3,5" in objection


def test_net_te_weinig_wordt_niet_naar_boven_afgerond():
    assert contrast_ratio("777777", WHITE) > 4.45
    assert "contrast van 4,4;" in kleur_objection("777777")


def test_zonder_enige_uitweg():
    assert "veel donkerder" in kleur_objection("888888", (WHITE, "777777", "000000"))


@pytest.mark.parametrize(
    "name",
    ["Verdana", "Segoe UI", "Source Sans 3", "Noto Sans CJK JP", "O'Neill & Zn", "Ω-x", "a" * 31],
)
def test_namen_van_letters(name):
    assert is_font_name(name)


@pytest.mark.parametrize(
    "name",
    ["", " Arial", "a" * 32, "Arial, sans-serif", "Arial;color:red", "<b>", 'A"B', "-x", "a\nb",
     "a\tb", "http://x", "../x"],
)  # fmt: skip
def test_geen_namen_van_letters(name):
    assert not is_font_name(name)


@pytest.mark.parametrize(
    ("pixels_across", "pixels_high", "word"),
    [(16, 16, ""), (10_000, 500, ""), (15, 100, "maar 15 bij 100"), (10_001, 900, "kleiner dan"),
     (2000, 99, "smalle strook"), (99, 2000, "smalle strook"), (2000, 100, "")],
)  # fmt: skip
def test_pixels(pixels_across, pixels_high, word):
    objection = pixel_objection(pixels_across, pixels_high)
    assert (word in objection) if word else objection == ""


@given(
    st.integers(16, 10_000),
    st.integers(16, 10_000),
    st.floats(0, 2400),
    st.none() | st.floats(1, 16),
)
def test_op_papier_blijft_de_verhouding(pixels_across, pixels_high, dpi, width):
    width_cm, height_cm = size_on_paper(pixels_across, pixels_high, dpi, width)
    assert width_cm / height_cm == pytest.approx(pixels_across / pixels_high)
    if width is None:
        assert width_cm <= 6.0001
        assert height_cm <= 3.0001
    else:
        assert width_cm == width


def test_een_klein_logo_wordt_niet_opgeblazen():
    assert size_on_paper(100, 50, 100) == pytest.approx((2.54, 1.27))
    assert size_on_paper(96, 96) == pytest.approx((2.54, 2.54))


def test_wat_tekst_kleedt():
    assert not Huisstijl("h").dresses_text
    assert not Huisstijl("h", logo=Logo("png", b"", "t", 1, 1), adres=("x",)).dresses_text
    for name in ("accent", "tekst", "letter_koppen", "letter_tekst"):
        assert Huisstijl("h", **{name: "x"}).dresses_text
