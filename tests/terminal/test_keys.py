"""The table of keys is what a user reads about them, everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from keystrokes import CTRL_C, CTRL_D, CTRL_S, ENTER, ESC, OMLAAG, Venster, toetsenbord

from uitvoeringsplan.terminal.keys import KeyScope, explain_keys, key_bar, keys_of_scope
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller
from uitvoeringsplan.terminal.screen.frame import QuestionHeader

README = Path(__file__).resolve().parents[2] / "README.md"


def test_de_readme_noemt_elke_toets_van_een_lang_antwoord():
    if not README.exists():
        pytest.skip("geen README bij deze tests")
    regels = README.read_text("utf-8").split("\n")
    begin = regels.index("| toets | wat er gebeurt |") + 2
    tabel = regels[begin : regels.index("", begin)]
    assert tabel == [
        f"| {toets.naam} | {toets.uitleg} |" for toets in keys_of_scope(KeyScope.TEKST)
    ]


KEUZES = [("a", "de eerste"), ("b", "de tweede")]


@pytest.mark.parametrize(
    ("toetsen", "gekozen"),
    [(ENTER, "a"), (OMLAAG + CTRL_S, "b"), (ESC, None), (CTRL_C, None), (CTRL_D, None), ("", None)],
)
def test_een_keuze_tussendoor(toetsen, gekozen):
    scherm = TerminalVragensteller(lambda _: None)
    with toetsenbord(venster := Venster(), eindigt=True) as invoer:
        invoer.send_text(toetsen)
        assert scherm.choose(QuestionHeader("Rij 1", "Wat nu?"), KEUZES, {}) == gekozen
        scherm.close()
    assert "Wat nu?" in venster.beelden[0]
    assert "Esc niets kiezen" in venster.beelden[0]


@pytest.mark.parametrize("plaats", list(KeyScope))
@pytest.mark.parametrize("kolommen", [40, 80])
def test_elke_toets_van_een_plaats_staat_er_met_wat_zij_doet(plaats, kolommen):
    tekst = explain_keys(plaats, kolommen)
    assert tekst.startswith(f"Toetsen {plaats.value}")
    assert max(map(len, tekst.split("\n"))) <= kolommen
    woorden = " ".join(tekst.split())
    for toets in keys_of_scope(plaats):
        assert f"{toets.naam} {toets.uitleg}" in woorden


@pytest.mark.parametrize("plaats", list(KeyScope))
def test_de_balk_is_zo_lang_als_het_venster(plaats):
    for kolommen in range(20, 120, 7):
        assert len(key_bar(plaats, kolommen)) <= kolommen


def test_de_balk_van_de_lijst():
    assert key_bar(KeyScope.LIJST, 80) == "F1 toetsen  Enter erheen  Esc sluiten"
    assert key_bar(KeyScope.LIJST, 20) == "F1 toetsen"


@pytest.mark.parametrize("plaats", list(KeyScope))
def test_een_toets_doet_op_een_plaats_maar_een_ding(plaats):
    toetsen = [naam for toets in keys_of_scope(plaats) for naam in toets.toetsen]
    assert len(set(toetsen)) == len(toetsen)
