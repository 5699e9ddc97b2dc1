"""What a killed or failed save left: offered when it has something, else swept, never guessed."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from uitvoeringsplan.files.atomic import write_atomic
from uitvoeringsplan.plan import saving
from uitvoeringsplan.plan.planbestand import (
    Planbestand,
    new_planbestand,
    read_planbestand,
)
from uitvoeringsplan.plan.saving import find_leftovers, save_new, save_plan, write_rescue

V0, V4 = LIJST.vraag("v0"), LIJST.vraag("v4")
TMP, RECOVERY = ".a.plan.yaml.123-0.tmp", "a.herstel-1.yaml"


@pytest.fixture
def plan(tmp_path) -> Planbestand:
    file = new_planbestand(
        tmp_path / "a.plan.yaml", LIJST, {"gemeente": "Delft"}, {"v0": "Een.", "v4": "Slot."}
    )
    save_new(file)
    return file


def leave_behind(plan: Planbestand, name: str, data: bytes, *, hours: float = 2) -> Path:
    """Put a leftover beside a plan, of some hours ago."""
    path = plan.path.with_name(name)
    path.write_bytes(data)
    then_ = time.time() - hours * 3600
    os.utime(path, (then_, then_))
    return path


def found(plan: Planbestand, **options) -> dict[str, dict[str, str]]:
    return {rest.path.name: dict(rest.antwoorden) for rest in find_leftovers(plan, **options)}


def names(plan: Planbestand) -> list[str]:
    return sorted(path.name for path in plan.path.parent.iterdir())


@pytest.mark.parametrize("name", [TMP, RECOVERY, ".a.plan.yaml.9-12.tmp", "a.herstel-42.yaml"])
@pytest.mark.parametrize("hours", [0, 2])
def test_een_hele_rest_met_een_ander_antwoord_wordt_aangeboden(plan, name, hours):
    otherwise = plan.with_answer(V0, "Anders.").with_answer(LIJST.vraag("kader"), "Nieuw.")
    leave_behind(plan, name, otherwise.data, hours=hours)
    assert found(plan) == {name: {"v0": "Anders.", "kader": "Nieuw."}}
    assert names(plan) == sorted([name, "a.plan.yaml"])


@pytest.mark.parametrize("name", [TMP, RECOVERY])
def test_een_rest_zonder_nieuws_wordt_opgeruimd(plan, name):
    leave_behind(plan, name, plan.data)
    assert found(plan, sweep=False) == {}
    assert name in names(plan)
    assert found(plan) == {}
    assert names(plan) == ["a.plan.yaml"]


def test_wat_het_plan_intussen_meer_heeft_is_geen_nieuws_van_de_rest(plan):
    leave_behind(plan, RECOVERY, plan.data)
    plan = save_plan(plan, plan.with_answer(LIJST.vraag("v1"), "later"))
    assert found(plan) == {}


def test_elke_afgekapte_rest_wordt_opgeruimd(plan):
    """A kill can cut a temporary file anywhere; nothing in it was ever acknowledged."""
    heel = plan.with_answer(V4, "Een heel andere tekst aan het slot.").data
    for end in range(len(heel)):
        leave_behind(plan, TMP, heel[:end])
        assert found(plan) == {}, end
        assert names(plan) == ["a.plan.yaml"], end


def test_een_rest_die_midden_in_het_laatste_antwoord_op_een_regel_eindigt(tmp_path):
    # The last question is a block here, so what is cut off there is a plan like any other.
    text = (
        "soort: proef\nvragenlijst: 1\nantwoorden:\n  v1: x\n  v0: |\n    een\n    twee\n    drie\n"
    )
    plan = read_planbestand(text.encode(), tmp_path / "a.plan.yaml", LIJST)
    plan.path.write_bytes(plan.data)
    for line in ("drie", "twee", "een"):
        leave_behind(plan, TMP, text[: text.index(f"    {line}")].encode())
        assert found(plan) == {}
        assert names(plan) == ["a.plan.yaml"]


def test_een_rest_van_een_plan_zonder_laatste_regeleinde_is_ook_heel(plan):
    plan = read_planbestand(plan.data.rstrip(b"\n"), plan.path, LIJST)
    plan.path.write_bytes(plan.data)
    leave_behind(plan, TMP, plan.with_answer(V0, "Anders.").data)
    assert found(plan) == {TMP: {"v0": "Anders."}}


def test_een_herstelbestand_blijft_ook_als_het_plan_intussen_meer_sleutels_heeft(plan):
    short = b"soort: proef\nvragenlijst: 1\nantwoorden:\n  v0: Kort"
    leave_behind(plan, RECOVERY, short)
    assert found(plan) == {RECOVERY: {"v0": "Kort"}}


def test_een_ingekort_antwoord_in_een_herstelbestand_is_nieuws(plan):
    leave_behind(plan, RECOVERY, plan.with_answer(V0, "Ee").data)
    assert found(plan) == {RECOVERY: {"v0": "Ee"}}


@pytest.mark.parametrize("data", [b"", b"soort: anders\nvragenlijst: 1\n", b"a: [", b"\xff\xfe"])
def test_een_herstelbestand_dat_geen_plan_is_blijft_staan(plan, data):
    leave_behind(plan, RECOVERY, data)
    assert found(plan) == {}
    assert names(plan) == [RECOVERY, "a.plan.yaml"]


ANDERMANS = (
    ".b.plan.yaml.123-0.tmp",
    "b.herstel-1.yaml",
    ".aa.plan.yaml.123-0.tmp",
    ".a.plan.yaml.123-0.tmp.bak",
    ".axplan.yaml.1-0.tmp",
    "a.plan.yaml.1-0.tmp",
    ".a.plan.yaml.1-0-0.tmp",
    ".a.plan.yaml.x.tmp",
    "a.b.herstel-1.yaml",
    "a.herstel-.yaml",
    "a.herstel-1.yaml.orig",
    "b.plan.yaml",
)


def test_wat_van_een_ander_is_blijft_staan(plan):
    for name in ANDERMANS:
        leave_behind(plan, name, b"half", hours=99)
    assert found(plan) == {}
    assert names(plan) == sorted([*ANDERMANS, "a.plan.yaml"])


def test_een_naam_met_tekens_die_een_patroon_zou_kunnen_zijn(tmp_path):
    plan = new_planbestand(tmp_path / "a+(b)[c].plan.yaml", LIJST, {}, {"v0": "Een."})
    save_new(plan)
    place = write_rescue(plan.path, plan.with_answer(V0, "Anders.").data)
    assert place == tmp_path / "a+(b)[c].herstel-1.yaml"
    assert found(plan) == {place.name: {"v0": "Anders."}}


@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
def test_van_een_symlink_ligt_een_rest_naast_het_doel(plan, tmp_path):
    link = tmp_path / "links" / "link.plan.yaml"
    link.parent.mkdir()
    link.symlink_to(plan.path)
    leave_behind(plan, TMP, plan.with_answer(V0, "Anders.").data)
    leave_behind(plan, ".a.plan.yaml.5-0.tmp", b"half")
    place = write_rescue(link, plan.with_answer(V0, "Weer anders.").data)
    assert place.parent == link.parent
    assert found(plan._replace(path=link)) == {
        place.name: {"v0": "Weer anders."},
        TMP: {"v0": "Anders."},
    }
    assert names(plan) == [TMP, "a.plan.yaml", "links"]


def test_een_plan_in_de_eigen_map_vindt_zijn_rest_een_keer(plan, monkeypatch):
    monkeypatch.chdir(plan.path.parent)
    leave_behind(plan, RECOVERY, plan.with_answer(V0, "Anders.").data)
    assert len(find_leftovers(plan._replace(path=Path(plan.path.name)))) == 1


def test_de_rest_van_een_plan_met_een_lange_naam_wordt_herkend(tmp_path):
    plan = new_planbestand(tmp_path / f"{'é' * 118}.plan.yaml", LIJST, {}, {"v0": "Een."})
    save_new(plan)
    place = write_rescue(plan.path, plan.with_answer(V0, "Anders.").data)
    assert place is not None
    assert place.parent == tmp_path
    assert found(plan) == {place.name: {"v0": "Anders."}}


# Somebody who is saving right now.


def tijdens_het_bewaren(plan: Planbestand, perform) -> list[str]:
    """Call `perform` at the moment that a save has its temporary file; return the names before."""
    seen: list[str] = []

    def surface_before():
        seen.extend(names(plan))
        perform()

    write_atomic(plan.path, plan.data, just_before=surface_before)
    return seen


def test_een_bewaring_op_een_andere_computer_wordt_niet_weggeveegd(plan):
    # Its lock is not ours: only the age of its file tells that it is busy.
    seen = tijdens_het_bewaren(plan, lambda: found(plan))
    assert len(seen) == 2
    assert names(plan) == ["a.plan.yaml"]


@pytest.mark.parametrize("half", [True, False])
def test_zonder_het_slot_wordt_niets_weggeveegd(plan, monkeypatch, half):
    @contextlib.contextmanager
    def taken(_path):
        yield False

    monkeypatch.setattr(saving, "hold_lock", taken)
    leave_behind(plan, TMP, plan.data[:99] if half else plan.data)
    assert found(plan) == {}
    assert names(plan) == [TMP, "a.plan.yaml"]


def test_een_verse_rest_wacht_een_uur(plan):
    leave_behind(plan, TMP, b"half", hours=0.9)
    assert found(plan) == {}
    assert TMP in names(plan)
    leave_behind(plan, TMP, b"half", hours=1.1)
    assert found(plan) == {}
    assert TMP not in names(plan)


def test_een_map_die_niet_te_lezen_is(plan, monkeypatch):
    def nee(_path):
        raise PermissionError(13, "nee")

    monkeypatch.setattr(Path, "iterdir", nee)
    assert find_leftovers(plan) == []


def test_een_rest_die_niet_weg_mag_is_geen_fout(plan, monkeypatch):
    leave_behind(plan, TMP, b"half")

    def nee(_path):
        raise PermissionError(13, "nee")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", nee)
        assert found(plan) == {}
    assert TMP in names(plan)


def test_zonder_iets_dat_erop_lijkt_komt_er_geen_slot(plan, monkeypatch):
    """Nearly always there is nothing, and loading the lock is a tenth of what `status` takes."""
    asked = []

    @contextlib.contextmanager
    def slot(path):
        asked.append(path)
        yield True

    monkeypatch.setattr(saving, "hold_lock", slot)
    assert find_leftovers(plan) == []
    assert asked == []
    leave_behind(plan, TMP, b"soort: pol")
    assert find_leftovers(plan) == []
    assert asked == [plan.path]
    assert TMP not in names(plan)
