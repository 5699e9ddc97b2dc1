from __future__ import annotations

import pytest

from uitvoeringsplan.terminal.sneltoetsen import Plaats, hier
from uitvoeringsplan.terminal.toetsenuitleg import toetsenbalk, toetsenuitleg


@pytest.mark.parametrize("plaats", list(Plaats))
@pytest.mark.parametrize("kolommen", [40, 80])
def test_elke_toets_van_een_plaats_staat_er_met_wat_zij_doet(plaats, kolommen):
    tekst = toetsenuitleg(plaats, kolommen)
    assert tekst.startswith(f"Toetsen {plaats.value}")
    assert max(map(len, tekst.split("\n"))) <= kolommen
    woorden = " ".join(tekst.split())
    for toets in hier(plaats):
        assert f"{toets.naam} {toets.uitleg}" in woorden


@pytest.mark.parametrize("plaats", list(Plaats))
def test_de_balk_is_zo_lang_als_het_venster(plaats):
    for kolommen in range(20, 120, 7):
        assert len(toetsenbalk(plaats, kolommen)) <= kolommen


def test_de_balk_van_de_lijst():
    assert toetsenbalk(Plaats.LIJST, 80) == "F1 toetsen  Enter erheen  Esc sluiten"
    assert toetsenbalk(Plaats.LIJST, 20) == "F1 toetsen"


@pytest.mark.parametrize("plaats", list(Plaats))
def test_een_toets_doet_op_een_plaats_maar_een_ding(plaats):
    toetsen = [naam for toets in hier(plaats) for naam in toets.toetsen]
    assert len(set(toetsen)) == len(toetsen)
