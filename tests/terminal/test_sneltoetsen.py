"""The table of keys is what a user reads about them, everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from toetsenbord import CTRL_C, CTRL_D, CTRL_S, ENTER, ESC, OMLAAG, Venster, toetsenbord

from uitvoeringsplan.terminal.gespreksscherm import Gespreksscherm
from uitvoeringsplan.terminal.kader import Kop
from uitvoeringsplan.terminal.sneltoetsen import Plaats, hier

README = Path(__file__).resolve().parents[2] / "README.md"


def test_de_readme_noemt_elke_toets_van_een_lang_antwoord():
    if not README.exists():
        pytest.skip("geen README bij deze tests")
    regels = README.read_text("utf-8").split("\n")
    begin = regels.index("| toets | wat er gebeurt |") + 2
    tabel = regels[begin : regels.index("", begin)]
    assert tabel == [f"| {toets.naam} | {toets.uitleg} |" for toets in hier(Plaats.TEKST)]


KEUZES = [("a", "de eerste"), ("b", "de tweede")]


@pytest.mark.parametrize(
    ("toetsen", "gekozen"),
    [(ENTER, "a"), (OMLAAG + CTRL_S, "b"), (ESC, None), (CTRL_C, None), (CTRL_D, None), ("", None)],
)
def test_een_keuze_tussendoor(toetsen, gekozen):
    scherm = Gespreksscherm(lambda _: None)
    with toetsenbord(venster := Venster(), eindigt=True) as invoer:
        invoer.send_text(toetsen)
        assert scherm.kies(Kop("Rij 1", "Wat nu?"), KEUZES, {}) == gekozen
        scherm.sluit()
    assert "Wat nu?" in venster.beelden[0]
    assert "Esc niets kiezen" in venster.beelden[0]
