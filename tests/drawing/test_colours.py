from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.drawing.colours import WHITE, contrast, make_palette, mix
from uitvoeringsplan.errors import TekenError

HEX = st.integers(0, 0xFFFFFF).map("{:06x}".format)


@trials(500)
@given(accent=HEX, text=HEX)
def test_elke_huisstijl_is_te_lezen(accent, text):
    kleuren = make_palette(accent, text)
    for surface in (WHITE, kleuren.soft, kleuren.strip):
        assert contrast(kleuren.text, surface) >= 4.5
        assert contrast(kleuren.grey, surface) >= 4.5
        assert contrast(kleuren.accent, surface) >= 3


def test_een_goede_kleur_blijft_wat_ze_is():
    kleuren = make_palette("#0b5563", "1F2A2E")
    assert kleuren.accent == (0x0B, 0x55, 0x63)
    assert kleuren.text == (0x1F, 0x2A, 0x2E)


@pytest.mark.parametrize("kleur", ["", "rood", "0B556", "0B55633", "#", "gg0000"])
def test_wat_geen_kleur_is(kleur):
    with pytest.raises(TekenError, match="is geen kleur"):
        make_palette(kleur, "000000")
    with pytest.raises(TekenError, match="is geen kleur"):
        make_palette("0B5563", kleur)


def test_mengen():
    assert mix((0, 0, 0), WHITE, 0) == WHITE
    assert mix((10, 20, 30), WHITE, 1) == (10, 20, 30)
    assert mix((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)
