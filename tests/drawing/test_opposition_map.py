from __future__ import annotations

import pytest
from drawing_examples import (
    FORMS,
    WIJ_ZIJ,
    chain,
    kaart,
    one_tegenstelling,
    pairs,
    picture,
    runs,
    star,
)
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.drawing.canvas import cm
from uitvoeringsplan.drawing.colours import WHITE, make_palette
from uitvoeringsplan.drawing.map_layout import divide_map
from uitvoeringsplan.drawing.opposition_map import draw_oppositions
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, STANDING, Looks


@trials(40)
@given(st.lists(one_tegenstelling, max_size=12), FORMS)
def test_elke_tabel_is_te_tekenen_en_steeds_hetzelfde(rijen, form):
    tekeningen = draw_oppositions(WIJ_ZIJ, rijen, form)
    assert tekeningen == draw_oppositions(WIJ_ZIJ, rijen, form)
    assert bool(tekeningen) == bool(kaart(*rijen).tegenstellingen)
    for tekening in tekeningen:
        plaat = picture(tekening.png)
        assert plaat.width == cm(form.sign_size[0])
        assert abs(tekening.width_cm - form.width_cm) < 0.02
        assert abs(plaat.width / plaat.height - tekening.width_cm / tekening.height_cm) < 0.2
        assert tekening.alternatief
        assert set(dict(runs(tekening.png))) == {"IHDR", "PLTE", "pHYs", "IDAT", "IEND"}


@pytest.mark.parametrize("form", [DEFAULT_LOOKS, STANDING])
@pytest.mark.parametrize(
    "rijen",
    [
        pytest.param(pairs(1), id="twee groepen"),
        pytest.param(chain(6), id="zes op een rij"),
        pytest.param(pairs(8), id="acht paren"),
        pytest.param(chain(16), id="zestien op een rij"),
        pytest.param(star(15), id="ster"),
        pytest.param(chain(60), id="zestig op een rij"),
        pytest.param(star(60), id="grote ster"),
    ],
)
def test_elke_bladzijde_past_op_papier(rijen, form):
    tekeningen = draw_oppositions(WIJ_ZIJ, rijen, form)
    assert all(tekening.height_cm <= form.height_cm for tekening in tekeningen)
    assert all(len(tekening.png) < 150_000 for tekening in tekeningen)
    assert len(tekeningen) <= len(rijen) // 4 + 1


def test_de_lijnen_zijn_getekend():
    """Halfway between a group and its theme the accent is on the page."""
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "thema", "3")])
    [sheet] = divide_map(kaart(("a", "b", "thema", "3")), DEFAULT_LOOKS)
    plaat = picture(tekening.png)
    for stroke in sheet.connections:
        midden = ((stroke.start[0] + stroke.naar[0]) // 2, (stroke.start[1] + stroke.naar[1]) // 2)
        assert plaat.getpixel(midden) == (0x0B, 0x55, 0x63)


@trials(25)
@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_elke_kleur_komt_precies_zo_in_de_png(accent, text):
    form = Looks(f"{accent:06X}", f"{text:06X}", 9.0, 6.0)
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "thema", "3")], form)
    kleuren = make_palette(form.accent, form.text)
    plaat = picture(tekening.png)
    found = {kleur for _, kleur in plaat.getcolors(300)}
    assert found >= {WHITE, kleuren.accent, kleuren.soft, kleuren.text, kleuren.grey}
    assert plaat.getpixel((0, plaat.height - 1)) == WHITE


def test_zonder_twee_groepen_is_er_geen_tekening():
    assert draw_oppositions(WIJ_ZIJ, [("a", "", "t", "")]) == []
    assert draw_oppositions(WIJ_ZIJ, []) == []


def test_een_onvolledige_rij_staat_in_de_woorden():
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "t", ""), ("", "boeren", "stikstof", "")])
    assert tekening.alternatief.endswith("Niet getekend, want er ontbreekt een groep: boeren.")
