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
lichte_vlakken = st.lists(
    st.tuples(*[st.integers(0xE0, 0xFF)] * 3).map(lambda d: "{:02X}{:02X}{:02X}".format(*d)),
    min_size=1,
    max_size=3,
)


def delen(kleur: str) -> tuple[int, int, int]:
    return int(kleur[:2], 16), int(kleur[2:4], 16), int(kleur[4:], 16)


def tint(kleur: str) -> float:
    """Return the hue in degrees, by the standard library."""
    return colorsys.rgb_to_hls(*(deel / 255 for deel in delen(kleur)))[0] * 360


def bont(kleur: str) -> int:
    return max(delen(kleur)) - min(delen(kleur))


def licht(kleur: str) -> int:
    return max(delen(kleur)) + min(delen(kleur))


@pytest.mark.parametrize(
    ("tekst", "kleur"),
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
def test_een_kleur_lezen(tekst, kleur):
    assert read_kleur(tekst) == kleur


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [("000000", "FFFFFF", 21.0), ("767676", WHITE, 4.54), ("777777", WHITE, 4.48),
     ("FF0000", WHITE, 4.0), ("0000FF", WHITE, 8.59), ("0B5563", WHITE, 8.42)],
)  # fmt: skip
def test_contrast_als_in_de_tabellen_van_wcag(een, ander, verwacht):
    assert contrast_ratio(een, ander) == pytest.approx(verwacht, abs=0.005)


@given(kleuren, kleuren)
def test_contrast_heeft_geen_richting_en_grenzen(een, ander):
    assert contrast_ratio(een, ander) == contrast_ratio(ander, een)
    assert 1 <= contrast_ratio(een, ander) <= 21
    assert (contrast_ratio(een, ander) == 1) == (luminance(een) == luminance(ander))


@given(kleuren, lichte_vlakken)
@example("FFFFFE", [WHITE])
@example("FF0000", [WHITE])
def test_op_licht_is_er_altijd_een_kleur_en_ze_is_leesbaar(kleur, vlakken):
    beter = readable_kleur(kleur, vlakken)
    assert beter is not None
    assert all(contrast_ratio(beter, vlak) >= MIN_CONTRAST for vlak in vlakken)


@given(kleuren, lichte_vlakken)
def test_de_tint_blijft(kleur, vlakken):
    """Eight bits a part leave little room for a hue in a colour that is nearly grey."""
    beter = readable_kleur(kleur, vlakken)
    assert beter is not None
    if min(bont(kleur), bont(beter)) < 12:
        assert bont(beter) <= bont(kleur) + 1
        return
    verschil = abs(tint(kleur) - tint(beter))
    assert min(verschil, 360 - verschil) <= 60 * 1.5 / bont(beter) + 60 * 0.5 / bont(kleur)


@given(kleuren, lichte_vlakken)
def test_wat_al_leesbaar_is_blijft(kleur, vlakken):
    if all(contrast_ratio(kleur, vlak) >= MIN_CONTRAST for vlak in vlakken):
        assert readable_kleur(kleur, vlakken) == kleur


@given(kleuren)
def test_een_kleinere_verandering_was_niet_genoeg(kleur):
    """One step of lightness back, the colour does not stand out against white any more."""
    beter = readable_kleur(kleur, [WHITE])
    assert beter is not None
    if beter == kleur:
        return
    assert licht(beter) <= licht(kleur)
    assert contrast_ratio(beter, WHITE) < MIN_CONTRAST + 0.12


@given(kleuren, st.lists(kleuren, min_size=1, max_size=3))
def test_zonder_antwoord_kan_geen_grijs_het_ook_niet(kleur, vlakken):
    beter = readable_kleur(kleur, vlakken)
    if beter is None:
        grijs = [f"{g:02X}" * 3 for g in (0, 255)]
        assert all(any(contrast_ratio(g, vlak) < MIN_CONTRAST for vlak in vlakken) for g in grijs)
    else:
        assert all(contrast_ratio(beter, vlak) >= MIN_CONTRAST for vlak in vlakken)


def test_op_zwart_en_wit_tegelijk():
    beter = readable_kleur("FF8800", ["000000", WHITE])
    assert beter is not None
    assert min(contrast_ratio(beter, "000000"), contrast_ratio(beter, WHITE)) >= MIN_CONTRAST
    assert readable_kleur("FF8800", ["000000", "777777", WHITE]) is None


@pytest.mark.parametrize(
    ("kleur", "deel", "verwacht"),
    [("C0504D", 0xBF, "943634"), ("4F81BD", 0xBF, "365F91"), ("4F81BD", 0x80, "244061")],
)
def test_een_schaduw_zoals_word_haar_opschrijft(kleur, deel, verwacht):
    """Word rounds a little differently; nobody sees one step of 255."""
    assert delen(darker(kleur, deel / 255)) == pytest.approx(delen(verwacht), abs=2)


@pytest.mark.parametrize(
    ("kleur", "deel", "verwacht"),
    [("4F81BD", 0x99, "95B3D7"), ("4F81BD", 0x66, "B8CCE4"), ("C0504D", 0x33, "F2DBDB")],
)
def test_een_lichtere_tint_zoals_word_haar_opschrijft(kleur, deel, verwacht):
    assert delen(lighter(kleur, deel / 255)) == pytest.approx(delen(verwacht), abs=2)
