"""How wide a text is, and between which signs the cursor stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.layout.screen import Char

from trials import trials
from uitvoeringsplan.terminal.field.rows import (
    clusters,
    is_plain,
    show_every_sign,
    stop_after,
    stop_before,
    width,
)

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
LETTERS = ["a", " ", "\n", "é", "e\u0301", "漢", FAMILY, "⚠\ufe0f", "\U0001f1f3\U0001f1f1", "1"]


@pytest.fixture(autouse=True)
def _signs():
    show_every_sign()


def test_elk_gewoon_teken_is_een_kolom_breed():
    plain = [chr(n) for n in range(0x3000) if is_plain(chr(n))]
    assert len(plain) > 600
    assert {Char(sign).width for sign in plain} == {1}


@pytest.mark.parametrize(
    ("text", "kolommen"),
    [("vet é “x”", 9), ("漢字", 4), ("e\u0301", 1), ("a\u00adb", 10), ("\u00a0", 1), (FAMILY, 6)],
)
def test_de_breedte_is_die_van_het_scherm(text, kolommen):
    assert width(text) == kolommen == sum(Char(sign).width for sign in text)


def test_een_spatie_is_altijd_een_letter_apart():
    assert list(clusters(" \u0301b")) == [" ", "\u0301", "b"]


@trials(200)
@given(st.lists(st.sampled_from(LETTERS)).map("".join))
def test_vooruit_en_achteruit_komt_de_cursor_op_dezelfde_plekken(text):
    ahead, place = [0], 0
    while place < len(text):
        place = stop_after(text, place)
        ahead.append(place)
    backwards = [len(text)]
    while backwards[-1]:
        backwards.append(stop_before(text, backwards[-1]))
    assert ahead == backwards[::-1]
    assert ahead[1:] == [
        sum(map(len, list(clusters(text))[: i + 1])) for i in range(len(ahead) - 1)
    ]
