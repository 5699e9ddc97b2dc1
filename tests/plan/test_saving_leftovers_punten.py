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

TMP, RECOVERY = ".a.plan.yaml.123-0.tmp", "a.herstel-1.yaml"
PUNT = OpenPunt("v1", tekst="Klopt dit?", sleutel="p1")


@pytest.fixture
def plan(tmp_path):
    file = new_planbestand(tmp_path / "a.plan.yaml", LIJST, {"gemeente": "Delft"}, {"v0": "x"})
    save_new(file)
    return file


def leave_behind(plan, name: str, data: bytes):
    path = plan.path.with_name(name)
    path.write_bytes(data)
    then_ = time.time() - 7200
    os.utime(path, (then_, then_))
    return path


@pytest.mark.parametrize("name", [TMP, RECOVERY])
def test_een_punt_dat_het_plan_niet_heeft_wordt_aangeboden(plan, name):
    path = leave_behind(plan, name, add_punten(plan, [PUNT]).data)
    (rest,) = find_leftovers(plan)
    assert (rest.path, dict(rest.antwoorden), rest.punten) == (path, {}, (PUNT,))
    assert path.exists()


def test_een_rest_zonder_nieuwe_punten_wordt_opgeruimd(plan):
    full = add_punten(plan, [PUNT])
    path = leave_behind(plan, RECOVERY, full.data)
    assert find_leftovers(close_punten(full, {0: "2027-01-01"})) == []
    assert not path.exists()


def test_een_afgekapt_punt_telt_niet(plan):
    """A save that was killed may have written half a point; a whole one ends with its key."""
    data = add_punten(plan, [PUNT]).data
    for end in (b"    klaar:\n", b"      Klopt dit?\n", b"    auteur:\n"):
        leave_behind(plan, TMP, data[: data.index(end) + len(end)])
        assert find_leftovers(plan) == []


def test_wat_niet_bewaard_kon_worden_is_terug_te_vinden(plan):
    full = add_punten(plan, [PUNT])
    assert "herstel-1" in str(rescued(full, "mis."))
    assert [rest.punten for rest in find_leftovers(plan)] == [(PUNT,)]
