"""Points in what a failed or killed save left behind."""

from __future__ import annotations

import os
import time

import pytest

from handwritten_plans import LIJST
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import new_planbestand
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten
from uitvoeringsplan.plan.saving import find_leftovers, rescued, save_new

TMP, HERSTEL = ".a.plan.yaml.123-0.tmp", "a.herstel-1.yaml"
PUNT = OpenPunt("v1", tekst="Klopt dit?", sleutel="p1")


@pytest.fixture
def plan(tmp_path):
    bestand = new_planbestand(tmp_path / "a.plan.yaml", LIJST, {"gemeente": "Delft"}, {"v0": "x"})
    save_new(bestand)
    return bestand


def laat_achter(plan, naam: str, data: bytes):
    pad = plan.pad.with_name(naam)
    pad.write_bytes(data)
    toen = time.time() - 7200
    os.utime(pad, (toen, toen))
    return pad


@pytest.mark.parametrize("naam", [TMP, HERSTEL])
def test_een_punt_dat_het_plan_niet_heeft_wordt_aangeboden(plan, naam):
    pad = laat_achter(plan, naam, add_punten(plan, [PUNT]).data)
    (rest,) = find_leftovers(plan)
    assert (rest.pad, dict(rest.antwoorden), rest.punten) == (pad, {}, (PUNT,))
    assert pad.exists()


def test_een_rest_zonder_nieuwe_punten_wordt_opgeruimd(plan):
    vol = add_punten(plan, [PUNT])
    pad = laat_achter(plan, HERSTEL, vol.data)
    assert find_leftovers(close_punten(vol, {0: "2027-01-01"})) == []
    assert not pad.exists()


def test_een_afgekapt_punt_telt_niet(plan):
    """A save that was killed may have written half a point; a whole one ends with its key."""
    data = add_punten(plan, [PUNT]).data
    for einde in (b"    klaar:\n", b"      Klopt dit?\n", b"    auteur:\n"):
        laat_achter(plan, TMP, data[: data.index(einde) + len(einde)])
        assert find_leftovers(plan) == []


def test_wat_niet_bewaard_kon_worden_is_terug_te_vinden(plan):
    vol = add_punten(plan, [PUNT])
    assert "herstel-1" in str(rescued(vol, "mis."))
    assert [rest.punten for rest in find_leftovers(plan)] == [(PUNT,)]
