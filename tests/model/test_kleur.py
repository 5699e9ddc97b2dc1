from __future__ import annotations

import colorsys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from uitvoeringsplan.model.kleur import (
    MINIMUM,
    WIT,
    donkerder,
    helderheid,
    lees_kleur,
    leesbare_kleur,
    lichter,
    verhouding,
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
    assert lees_kleur(tekst) == kleur


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [("000000", "FFFFFF", 21.0), ("767676", WIT, 4.54), ("777777", WIT, 4.48),
     ("FF0000", WIT, 4.0), ("0000FF", WIT, 8.59), ("0B5563", WIT, 8.42)],
)  # fmt: skip
def test_contrast_als_in_de_tabellen_van_wcag(een, ander, verwacht):
    assert verhouding(een, ander) == pytest.approx(verwacht, abs=0.005)


@given(kleuren, kleuren)
def test_contrast_heeft_geen_richting_en_grenzen(een, ander):
    assert verhouding(een, ander) == verhouding(ander, een)
    assert 1 <= verhouding(een, ander) <= 21
    assert (verhouding(een, ander) == 1) == (helderheid(een) == helderheid(ander))


@given(kleuren, lichte_vlakken)
@example("FFFFFE", [WIT])
@example("FF0000", [WIT])
def test_op_licht_is_er_altijd_een_kleur_en_ze_is_leesbaar(kleur, vlakken):
    beter = leesbare_kleur(kleur, vlakken)
    assert beter is not None
    assert all(verhouding(beter, vlak) >= MINIMUM for vlak in vlakken)


@given(kleuren, lichte_vlakken)
def test_de_tint_blijft(kleur, vlakken):
    """Eight bits a part leave little room for a hue in a colour that is nearly grey."""
    beter = leesbare_kleur(kleur, vlakken)
    assert beter is not None
    if min(bont(kleur), bont(beter)) < 12:
        assert bont(beter) <= bont(kleur) + 1
        return
    verschil = abs(tint(kleur) - tint(beter))
    assert min(verschil, 360 - verschil) <= 60 * 1.5 / bont(beter) + 60 * 0.5 / bont(kleur)


@given(kleuren, lichte_vlakken)
def test_wat_al_leesbaar_is_blijft(kleur, vlakken):
    if all(verhouding(kleur, vlak) >= MINIMUM for vlak in vlakken):
        assert leesbare_kleur(kleur, vlakken) == kleur


@given(kleuren)
def test_een_kleinere_verandering_was_niet_genoeg(kleur):
    """One step of lightness back, the colour does not stand out against white any more."""
    beter = leesbare_kleur(kleur, [WIT])
    assert beter is not None
    if beter == kleur:
        return
    assert licht(beter) <= licht(kleur)
    assert verhouding(beter, WIT) < MINIMUM + 0.12


@given(kleuren, st.lists(kleuren, min_size=1, max_size=3))
def test_zonder_antwoord_kan_geen_grijs_het_ook_niet(kleur, vlakken):
    beter = leesbare_kleur(kleur, vlakken)
    if beter is None:
        grijs = [f"{g:02X}" * 3 for g in (0, 255)]
        assert all(any(verhouding(g, vlak) < MINIMUM for vlak in vlakken) for g in grijs)
    else:
        assert all(verhouding(beter, vlak) >= MINIMUM for vlak in vlakken)


def test_op_zwart_en_wit_tegelijk():
    beter = leesbare_kleur("FF8800", ["000000", WIT])
    assert beter is not None
    assert min(verhouding(beter, "000000"), verhouding(beter, WIT)) >= MINIMUM
    assert leesbare_kleur("FF8800", ["000000", "777777", WIT]) is None


@pytest.mark.parametrize(
    ("kleur", "deel", "verwacht"),
    [("C0504D", 0xBF, "943634"), ("4F81BD", 0xBF, "365F91"), ("4F81BD", 0x80, "244061")],
)
def test_een_schaduw_zoals_word_haar_opschrijft(kleur, deel, verwacht):
    """Word rounds a little differently; nobody sees one step of 255."""
    assert delen(donkerder(kleur, deel / 255)) == pytest.approx(delen(verwacht), abs=2)


@pytest.mark.parametrize(
    ("kleur", "deel", "verwacht"),
    [("4F81BD", 0x99, "95B3D7"), ("4F81BD", 0x66, "B8CCE4"), ("C0504D", 0x33, "F2DBDB")],
)
def test_een_lichtere_tint_zoals_word_haar_opschrijft(kleur, deel, verwacht):
    assert delen(lichter(kleur, deel / 255)) == pytest.approx(delen(verwacht), abs=2)
