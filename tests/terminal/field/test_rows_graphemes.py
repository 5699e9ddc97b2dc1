"""How wide a text is, and between which signs the cursor stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.layout.screen import Char

from trials import proeven
from uitvoeringsplan.terminal.field.rows import (
    clusters,
    is_plain,
    show_every_sign,
    stop_after,
    stop_before,
    width,
)

FAMILIE = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
LETTERS = ["a", " ", "\n", "é", "e\u0301", "漢", FAMILIE, "⚠\ufe0f", "\U0001f1f3\U0001f1f1", "1"]


@pytest.fixture(autouse=True)
def _tekens():
    show_every_sign()


def test_elk_gewoon_teken_is_een_kolom_breed():
    gewoon = [chr(n) for n in range(0x3000) if is_plain(chr(n))]
    assert len(gewoon) > 600
    assert {Char(teken).width for teken in gewoon} == {1}


@pytest.mark.parametrize(
    ("tekst", "kolommen"),
    [("vet é “x”", 9), ("漢字", 4), ("e\u0301", 1), ("a\u00adb", 10), ("\u00a0", 1), (FAMILIE, 6)],
)
def test_de_breedte_is_die_van_het_scherm(tekst, kolommen):
    assert width(tekst) == kolommen == sum(Char(teken).width for teken in tekst)


def test_een_spatie_is_altijd_een_letter_apart():
    assert list(clusters(" \u0301b")) == [" ", "\u0301", "b"]


@proeven(200)
@given(st.lists(st.sampled_from(LETTERS)).map("".join))
def test_vooruit_en_achteruit_komt_de_cursor_op_dezelfde_plekken(tekst):
    vooruit, plek = [0], 0
    while plek < len(tekst):
        plek = stop_after(tekst, plek)
        vooruit.append(plek)
    achteruit = [len(tekst)]
    while achteruit[-1]:
        achteruit.append(stop_before(tekst, achteruit[-1]))
    assert vooruit == achteruit[::-1]
    assert vooruit[1:] == [
        sum(map(len, list(clusters(tekst))[: i + 1])) for i in range(len(vooruit) - 1)
    ]
