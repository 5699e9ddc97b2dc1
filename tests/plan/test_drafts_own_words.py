from __future__ import annotations

import os
import stat

import pytest

from uitvoeringsplan.plan.drafts import Concepten, OwnWords


@pytest.fixture
def plan(tmp_path):
    return tmp_path / "werk" / "a.plan.yaml"


@pytest.fixture
def eigen(plan, tmp_path) -> OwnWords:
    return OwnWords(plan, tmp_path / "staat")


def test_zonder_bestand_zijn_er_geen(eigen):
    assert eigen.lees() == frozenset()


def test_woorden_blijven_per_plan(eigen, plan, tmp_path):
    assert eigen.bewaar("Zeilwijk")
    assert OwnWords(plan, tmp_path / "staat").lees() == {"Zeilwijk"}
    assert OwnWords(plan.with_name("b.plan.yaml"), tmp_path / "staat").lees() == frozenset()


def test_wat_een_ander_venster_bewaarde_blijft(eigen, plan, tmp_path):
    ander = OwnWords(plan, tmp_path / "staat")
    eigen.bewaar("Zeilwijk")
    ander.bewaar("élan")
    eigen.bewaar("Apeldoorn")
    assert eigen.lees() == {"Zeilwijk", "élan", "Apeldoorn"}


def test_het_bestand_is_van_de_gebruiker_alleen_en_met_de_hand_te_wijzigen(eigen, tmp_path):
    eigen.bewaar("Zeilwijk")
    (pad,) = (pad for pad in (tmp_path / "staat").rglob("*") if pad.is_file())
    if os.name != "nt":
        assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    pad.write_text("\ufeffZeilwijk\r\n\r\n  Malberg \r\n", "utf-8")
    assert eigen.lees() == {"Zeilwijk", "Malberg"}


def test_concepten_hebben_er_geen_last_van(eigen, plan, tmp_path):
    concepten = Concepten(plan, tmp_path / "staat")
    eigen.bewaar("Zeilwijk")
    concepten.bewaar("vraag", "half", None)
    concepten.verwijder("vraag")
    assert concepten.alle() == []
    assert eigen.lees() == {"Zeilwijk"}


def test_wat_niet_te_bewaren_is_wordt_gezegd(plan, tmp_path):
    (tmp_path / "staat").write_text("geen map")
    eigen = OwnWords(plan, tmp_path / "staat")
    assert not eigen.bewaar("Zeilwijk")
    assert eigen.lees() == frozenset()
