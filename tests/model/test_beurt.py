from __future__ import annotations

import pytest

from uitvoeringsplan.model.beurt import (
    Aandacht,
    Beantwoord,
    Beurt,
    Gestopt,
    Spring,
    Stap,
    Terug,
    forget,
)
from uitvoeringsplan.model.vraag import Vraag

STAP = Stap(Vraag(id="v", label="L", vraag="?"), "Deel")


def test_een_beurt_begint_zonder_melding_sprongen_of_concept():
    beurt = Beurt(STAP, "tekst", 1, 20)
    assert (beurt.message, beurt.plekken().every) == ("", ())
    assert beurt.concept is forget
    assert forget("wat dan ook") is None


@pytest.mark.parametrize(
    ("aandacht", "zin"),
    [
        (Aandacht(), ""),
        (Aandacht(1, 1, 1), "1 fout, 1 waarschuwing, 1 open punt"),
        (Aandacht(2, 0, 3), "3 waarschuwingen, 2 open punten"),
    ],
)
def test_wat_aandacht_vraagt_in_woorden(aandacht, zin):
    assert str(aandacht) == zin


@pytest.mark.parametrize("zet", [Beantwoord("x"), Terug("x"), Spring("x", "v"), Gestopt("x")])
def test_elke_zet_draagt_de_tekst_en_verandert_niet(zet):
    assert zet.text == "x"
    with pytest.raises(AttributeError):
        zet.text = "y"


def test_zetten_zijn_verschillend_ook_met_dezelfde_tekst():
    assert len({Beantwoord("x"), Terug("x"), Spring("x", "v"), Gestopt("x")}) == 4
    assert Beantwoord("x") != Terug("x")
    assert Gestopt() == Gestopt("")
