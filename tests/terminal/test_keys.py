"""The table of keys is what a user reads about them, everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from keystrokes import CTRL_C, CTRL_D, CTRL_S, ENTER, ESC, OMLAAG, Venster, keyboard

from uitvoeringsplan.terminal.keys import KeyScope, explain_keys, key_bar, keys_of_scope
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller
from uitvoeringsplan.terminal.screen.frame import QuestionHeader

README = Path(__file__).resolve().parents[2] / "README.md"


def test_de_readme_noemt_elke_toets_van_een_lang_antwoord():
    if not README.exists():
        pytest.skip("geen README bij deze tests")
    lines = README.read_text("utf-8").split("\n")
    start = lines.index("| toets | wat er gebeurt |") + 2
    tabel = lines[start : lines.index("", start)]
    assert tabel == [f"| {key.name} | {key.explanation} |" for key in keys_of_scope(KeyScope.TEKST)]


KEUZES = [("a", "de eerste"), ("b", "de tweede")]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [(ENTER, "a"), (OMLAAG + CTRL_S, "b"), (ESC, None), (CTRL_C, None), (CTRL_D, None), ("", None)],
)
def test_een_keuze_tussendoor(keys, chosen):
    screen = TerminalVragensteller(lambda _: None)
    with keyboard(window := Venster(), ends=True) as typed:
        typed.send_text(keys)
        assert screen.choose(QuestionHeader("Rij 1", "Wat nu?"), KEUZES, {}) == chosen
        screen.close()
    assert "Wat nu?" in window.pictures[0]
    assert "Esc niets kiezen" in window.pictures[0]


@pytest.mark.parametrize("place", list(KeyScope))
@pytest.mark.parametrize("kolommen", [40, 80])
def test_elke_toets_van_een_plaats_staat_er_met_wat_zij_doet(place, kolommen):
    text = explain_keys(place, kolommen)
    assert text.startswith(f"Toetsen {place.value}")
    assert max(map(len, text.split("\n"))) <= kolommen
    words = " ".join(text.split())
    for key in keys_of_scope(place):
        assert f"{key.name} {key.explanation}" in words


@pytest.mark.parametrize("place", list(KeyScope))
def test_de_balk_is_zo_lang_als_het_venster(place):
    for kolommen in range(20, 120, 7):
        assert len(key_bar(place, kolommen)) <= kolommen


def test_de_balk_van_de_lijst():
    assert key_bar(KeyScope.LIJST, 80) == "F1 toetsen  Enter erheen  Esc sluiten"
    assert key_bar(KeyScope.LIJST, 20) == "F1 toetsen"


@pytest.mark.parametrize("place", list(KeyScope))
def test_een_toets_doet_op_een_plaats_maar_een_ding(place):
    keys = [name for key in keys_of_scope(place) for name in key.keys]
    assert len(set(keys)) == len(keys)
