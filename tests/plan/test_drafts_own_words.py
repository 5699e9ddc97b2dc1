from __future__ import annotations

import os
import stat

import pytest

from uitvoeringsplan.plan.drafts import Concepten, OwnWords


@pytest.fixture
def plan(tmp_path):
    return tmp_path / "werk" / "a.plan.yaml"


@pytest.fixture
def own(plan, tmp_path) -> OwnWords:
    return OwnWords(plan, tmp_path / "staat")


def test_zonder_bestand_zijn_er_geen(own):
    assert own.read() == frozenset()


def test_woorden_blijven_per_plan(own, plan, tmp_path):
    assert own.save("Zeilwijk")
    assert OwnWords(plan, tmp_path / "staat").read() == {"Zeilwijk"}
    assert OwnWords(plan.with_name("b.plan.yaml"), tmp_path / "staat").read() == frozenset()


def test_wat_een_ander_venster_bewaarde_blijft(own, plan, tmp_path):
    other = OwnWords(plan, tmp_path / "staat")
    own.save("Zeilwijk")
    other.save("élan")
    own.save("Apeldoorn")
    assert own.read() == {"Zeilwijk", "élan", "Apeldoorn"}


def test_het_bestand_is_van_de_gebruiker_alleen_en_met_de_hand_te_wijzigen(own, tmp_path):
    own.save("Zeilwijk")
    (path,) = (path for path in (tmp_path / "staat").rglob("*") if path.is_file())
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("\ufeffZeilwijk\r\n\r\n  Malberg \r\n", "utf-8")
    assert own.read() == {"Zeilwijk", "Malberg"}


def test_concepten_hebben_er_geen_last_van(own, plan, tmp_path):
    concepten = Concepten(plan, tmp_path / "staat")
    own.save("Zeilwijk")
    concepten.save("vraag", "half", None)
    concepten.remove("vraag")
    assert concepten.every() == []
    assert own.read() == {"Zeilwijk"}


def test_wat_niet_te_bewaren_is_wordt_gezegd(plan, tmp_path):
    (tmp_path / "staat").write_text("geen map")
    own = OwnWords(plan, tmp_path / "staat")
    assert not own.save("Zeilwijk")
    assert own.read() == frozenset()
