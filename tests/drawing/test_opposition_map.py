from __future__ import annotations

import pytest
from drawing_examples import (
    VORMEN,
    WIJ_ZIJ,
    beeld,
    een_tegenstelling,
    kaart,
    keten,
    paren,
    ster,
    stukken,
)
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.drawing.canvas import cm
from uitvoeringsplan.drawing.colours import WHITE, make_palette
from uitvoeringsplan.drawing.map_layout import divide_map
from uitvoeringsplan.drawing.opposition_map import draw_oppositions
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, STANDING, Looks


@proeven(40)
@given(st.lists(een_tegenstelling, max_size=12), VORMEN)
def test_elke_tabel_is_te_tekenen_en_steeds_hetzelfde(rijen, vorm):
    tekeningen = draw_oppositions(WIJ_ZIJ, rijen, vorm)
    assert tekeningen == draw_oppositions(WIJ_ZIJ, rijen, vorm)
    assert bool(tekeningen) == bool(kaart(*rijen).tegenstellingen)
    for tekening in tekeningen:
        plaat = beeld(tekening.png)
        assert plaat.width == cm(vorm.tekenmaat[0])
        assert abs(tekening.breedte_cm - vorm.breedte_cm) < 0.02
        assert abs(plaat.width / plaat.height - tekening.breedte_cm / tekening.hoogte_cm) < 0.2
        assert tekening.alternatief
        assert set(dict(stukken(tekening.png))) == {"IHDR", "PLTE", "pHYs", "IDAT", "IEND"}


@pytest.mark.parametrize("vorm", [DEFAULT_LOOKS, STANDING])
@pytest.mark.parametrize(
    "rijen",
    [
        pytest.param(paren(1), id="twee groepen"),
        pytest.param(keten(6), id="zes op een rij"),
        pytest.param(paren(8), id="acht paren"),
        pytest.param(keten(16), id="zestien op een rij"),
        pytest.param(ster(15), id="ster"),
        pytest.param(keten(60), id="zestig op een rij"),
        pytest.param(ster(60), id="grote ster"),
    ],
)
def test_elke_bladzijde_past_op_papier(rijen, vorm):
    tekeningen = draw_oppositions(WIJ_ZIJ, rijen, vorm)
    assert all(tekening.hoogte_cm <= vorm.hoogte_cm for tekening in tekeningen)
    assert all(len(tekening.png) < 150_000 for tekening in tekeningen)
    assert len(tekeningen) <= len(rijen) // 4 + 1


def test_de_lijnen_zijn_getekend():
    """Halfway between a group and its theme the accent is on the page."""
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "thema", "3")])
    [blad] = divide_map(kaart(("a", "b", "thema", "3")), DEFAULT_LOOKS)
    plaat = beeld(tekening.png)
    for lijn in blad.verbindingen:
        midden = ((lijn.van[0] + lijn.naar[0]) // 2, (lijn.van[1] + lijn.naar[1]) // 2)
        assert plaat.getpixel(midden) == (0x0B, 0x55, 0x63)


@proeven(25)
@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_elke_kleur_komt_precies_zo_in_de_png(accent, tekst):
    vorm = Looks(f"{accent:06X}", f"{tekst:06X}", 9.0, 6.0)
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "thema", "3")], vorm)
    kleuren = make_palette(vorm.accent, vorm.tekst)
    plaat = beeld(tekening.png)
    gevonden = {kleur for _, kleur in plaat.getcolors(300)}
    assert gevonden >= {WHITE, kleuren.accent, kleuren.zacht, kleuren.tekst, kleuren.grijs}
    assert plaat.getpixel((0, plaat.height - 1)) == WHITE


def test_zonder_twee_groepen_is_er_geen_tekening():
    assert draw_oppositions(WIJ_ZIJ, [("a", "", "t", "")]) == []
    assert draw_oppositions(WIJ_ZIJ, []) == []


def test_een_onvolledige_rij_staat_in_de_woorden():
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "t", ""), ("", "boeren", "stikstof", "")])
    assert tekening.alternatief.endswith("Niet getekend, want er ontbreekt een groep: boeren.")
