from __future__ import annotations

import colorsys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from uitvoeringsplan.model.kleur import (
    MIN_CONTRAST,
    WHITE,
    contrast_ratio,
    darker,
    lighter,
    luminance,
    read_kleur,
    readable_kleur,
)

kleuren = st.integers(0, 0xFFFFFF).map("{:06X}".format)
lichte_surfaces = st.lists(
    st.tuples(*[st.integers(0xE0, 0xFF)] * 3).map(lambda d: "{:02X}{:02X}{:02X}".format(*d)),
    min_size=1,
    max_size=3,
)


def parts(kleur: str) -> tuple[int, int, int]:
    return int(kleur[:2], 16), int(kleur[2:4], 16), int(kleur[4:], 16)


def tint(kleur: str) -> float:
    """Return the hue in degrees, by the standard library."""
    return colorsys.rgb_to_hls(*(part / 255 for part in parts(kleur)))[0] * 360


def vivid(kleur: str) -> int:
    return max(parts(kleur)) - min(parts(kleur))


def light(kleur: str) -> int:
    return max(parts(kleur)) + min(parts(kleur))


@pytest.mark.parametrize(
    ("text", "kleur"),
    [
        ("#0B5563", "0B5563"),
        ("0b5563", "0B5563"),
        ("#abcdef", "ABCDEF"),
        ("#fff", None),
        ("", None),
        ("rood", None),
        ("#0B5563 ", None),
        ("##0B556", None),
        ("#0B55６３", None),
        ("#0B556\n", None),
    ],
)
def test_een_kleur_lezen(text, kleur):
    assert read_kleur(text) == kleur


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", "FFFFFF", 21.0), ("767676", WHITE, 4.54), ("777777", WHITE, 4.48),
     ("FF0000", WHITE, 4.0), ("0000FF", WHITE, 8.59), ("0B5563", WHITE, 8.42)],
)  # fmt: skip
def test_contrast_als_in_de_tabellen_van_wcag(one, other, expected):
    assert contrast_ratio(one, other) == pytest.approx(expected, abs=0.005)


@given(kleuren, kleuren)
def test_contrast_heeft_geen_richting_en_grenzen(one, other):
    assert contrast_ratio(one, other) == contrast_ratio(other, one)
    assert 1 <= contrast_ratio(one, other) <= 21
    assert (contrast_ratio(one, other) == 1) == (luminance(one) == luminance(other))


@given(kleuren, lichte_surfaces)
@example("FFFFFE", [WHITE])
@example("FF0000", [WHITE])
def test_op_licht_is_er_altijd_een_kleur_en_ze_is_leesbaar(kleur, surfaces):
    better = readable_kleur(kleur, surfaces)
    assert better is not None
    assert all(contrast_ratio(better, surface) >= MIN_CONTRAST for surface in surfaces)


@given(kleuren, lichte_surfaces)
def test_de_tint_blijft(kleur, surfaces):
    """Eight bits a part leave little room for a hue in a colour that is nearly grey."""
    better = readable_kleur(kleur, surfaces)
    assert better is not None
    if min(vivid(kleur), vivid(better)) < 12:
        assert vivid(better) <= vivid(kleur) + 1
        return
    verschil = abs(tint(kleur) - tint(better))
    assert min(verschil, 360 - verschil) <= 60 * 1.5 / vivid(better) + 60 * 0.5 / vivid(kleur)


@given(kleuren, lichte_surfaces)
def test_wat_al_leesbaar_is_blijft(kleur, surfaces):
    if all(contrast_ratio(kleur, surface) >= MIN_CONTRAST for surface in surfaces):
        assert readable_kleur(kleur, surfaces) == kleur


@given(kleuren)
def test_een_kleinere_verandering_was_niet_genoeg(kleur):
    """One step of lightness back, the colour does not stand out against white any more."""
    better = readable_kleur(kleur, [WHITE])
    assert better is not None
    if better == kleur:
        return
    assert light(better) <= light(kleur)
    assert contrast_ratio(better, WHITE) < MIN_CONTRAST + 0.12


@given(kleuren, st.lists(kleuren, min_size=1, max_size=3))
def test_zonder_antwoord_kan_geen_grijs_het_ook_niet(kleur, surfaces):
    better = readable_kleur(kleur, surfaces)
    if better is None:
        grey = [f"{g:02X}" * 3 for g in (0, 255)]
        assert all(
            any(contrast_ratio(g, surface) < MIN_CONTRAST for surface in surfaces) for g in grey
        )
    else:
        assert all(contrast_ratio(better, surface) >= MIN_CONTRAST for surface in surfaces)


def test_op_zwart_en_wit_tegelijk():
    better = readable_kleur("FF8800", ["000000", WHITE])
    assert better is not None
    assert min(contrast_ratio(better, "000000"), contrast_ratio(better, WHITE)) >= MIN_CONTRAST
    assert readable_kleur("FF8800", ["000000", "777777", WHITE]) is None


@pytest.mark.parametrize(
    ("kleur", "part", "expected"),
    [("C0504D", 0xBF, "943634"), ("4F81BD", 0xBF, "365F91"), ("4F81BD", 0x80, "244061")],
)
def test_een_schaduw_zoals_word_haar_opschrijft(kleur, part, expected):
    """Word rounds a little differently; nobody sees one step of 255."""
    assert parts(darker(kleur, part / 255)) == pytest.approx(parts(expected), abs=2)


@pytest.mark.parametrize(
    ("kleur", "part", "expected"),
    [("4F81BD", 0x99, "95B3D7"), ("4F81BD", 0x66, "B8CCE4"), ("C0504D", 0x33, "F2DBDB")],
)
def test_een_lichtere_tint_zoals_word_haar_opschrijft(kleur, part, expected):
    assert parts(lighter(kleur, part / 255)) == pytest.approx(parts(expected), abs=2)
