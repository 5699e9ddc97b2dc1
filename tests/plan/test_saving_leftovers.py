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
TMP, HERSTEL = ".a.plan.yaml.123-0.tmp", "a.herstel-1.yaml"


@pytest.fixture
def plan(tmp_path) -> Planbestand:
    bestand = new_planbestand(
        tmp_path / "a.plan.yaml", LIJST, {"gemeente": "Delft"}, {"v0": "Een.", "v4": "Slot."}
    )
    save_new(bestand)
    return bestand


def laat_achter(plan: Planbestand, naam: str, data: bytes, *, uren: float = 2) -> Path:
    """Put a leftover beside a plan, of some hours ago."""
    pad = plan.pad.with_name(naam)
    pad.write_bytes(data)
    toen = time.time() - uren * 3600
    os.utime(pad, (toen, toen))
    return pad


def gevonden(plan: Planbestand, **opties) -> dict[str, dict[str, str]]:
    return {rest.pad.name: dict(rest.antwoorden) for rest in find_leftovers(plan, **opties)}


def namen(plan: Planbestand) -> list[str]:
    return sorted(pad.name for pad in plan.pad.parent.iterdir())


@pytest.mark.parametrize("naam", [TMP, HERSTEL, ".a.plan.yaml.9-12.tmp", "a.herstel-42.yaml"])
@pytest.mark.parametrize("uren", [0, 2])
def test_een_hele_rest_met_een_ander_antwoord_wordt_aangeboden(plan, naam, uren):
    anders = plan.with_answer(V0, "Anders.").with_answer(LIJST.vraag("kader"), "Nieuw.")
    laat_achter(plan, naam, anders.data, uren=uren)
    assert gevonden(plan) == {naam: {"v0": "Anders.", "kader": "Nieuw."}}
    assert namen(plan) == sorted([naam, "a.plan.yaml"])


@pytest.mark.parametrize("naam", [TMP, HERSTEL])
def test_een_rest_zonder_nieuws_wordt_opgeruimd(plan, naam):
    laat_achter(plan, naam, plan.data)
    assert gevonden(plan, sweep=False) == {}
    assert naam in namen(plan)
    assert gevonden(plan) == {}
    assert namen(plan) == ["a.plan.yaml"]


def test_wat_het_plan_intussen_meer_heeft_is_geen_nieuws_van_de_rest(plan):
    laat_achter(plan, HERSTEL, plan.data)
    plan = save_plan(plan, plan.with_answer(LIJST.vraag("v1"), "later"))
    assert gevonden(plan) == {}


def test_elke_afgekapte_rest_wordt_opgeruimd(plan):
    """A kill can cut a temporary file anywhere; nothing in it was ever acknowledged."""
    heel = plan.with_answer(V4, "Een heel andere tekst aan het slot.").data
    for einde in range(len(heel)):
        laat_achter(plan, TMP, heel[:einde])
        assert gevonden(plan) == {}, einde
        assert namen(plan) == ["a.plan.yaml"], einde


def test_een_rest_die_midden_in_het_laatste_antwoord_op_een_regel_eindigt(tmp_path):
    # The last question is a block here, so what is cut off there is a plan like any other.
    tekst = (
        "soort: proef\nvragenlijst: 1\nantwoorden:\n  v1: x\n  v0: |\n    een\n    twee\n    drie\n"
    )
    plan = read_planbestand(tekst.encode(), tmp_path / "a.plan.yaml", LIJST)
    plan.pad.write_bytes(plan.data)
    for regel in ("drie", "twee", "een"):
        laat_achter(plan, TMP, tekst[: tekst.index(f"    {regel}")].encode())
        assert gevonden(plan) == {}
        assert namen(plan) == ["a.plan.yaml"]


def test_een_rest_van_een_plan_zonder_laatste_regeleinde_is_ook_heel(plan):
    plan = read_planbestand(plan.data.rstrip(b"\n"), plan.pad, LIJST)
    plan.pad.write_bytes(plan.data)
    laat_achter(plan, TMP, plan.with_answer(V0, "Anders.").data)
    assert gevonden(plan) == {TMP: {"v0": "Anders."}}


def test_een_herstelbestand_blijft_ook_als_het_plan_intussen_meer_sleutels_heeft(plan):
    kort = b"soort: proef\nvragenlijst: 1\nantwoorden:\n  v0: Kort"
    laat_achter(plan, HERSTEL, kort)
    assert gevonden(plan) == {HERSTEL: {"v0": "Kort"}}


def test_een_ingekort_antwoord_in_een_herstelbestand_is_nieuws(plan):
    laat_achter(plan, HERSTEL, plan.with_answer(V0, "Ee").data)
    assert gevonden(plan) == {HERSTEL: {"v0": "Ee"}}


@pytest.mark.parametrize("data", [b"", b"soort: anders\nvragenlijst: 1\n", b"a: [", b"\xff\xfe"])
def test_een_herstelbestand_dat_geen_plan_is_blijft_staan(plan, data):
    laat_achter(plan, HERSTEL, data)
    assert gevonden(plan) == {}
    assert namen(plan) == [HERSTEL, "a.plan.yaml"]


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
    for naam in ANDERMANS:
        laat_achter(plan, naam, b"half", uren=99)
    assert gevonden(plan) == {}
    assert namen(plan) == sorted([*ANDERMANS, "a.plan.yaml"])


def test_een_naam_met_tekens_die_een_patroon_zou_kunnen_zijn(tmp_path):
    plan = new_planbestand(tmp_path / "a+(b)[c].plan.yaml", LIJST, {}, {"v0": "Een."})
    save_new(plan)
    plek = write_rescue(plan.pad, plan.with_answer(V0, "Anders.").data)
    assert plek == tmp_path / "a+(b)[c].herstel-1.yaml"
    assert gevonden(plan) == {plek.name: {"v0": "Anders."}}


@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
def test_van_een_symlink_ligt_een_rest_naast_het_doel(plan, tmp_path):
    link = tmp_path / "links" / "link.plan.yaml"
    link.parent.mkdir()
    link.symlink_to(plan.pad)
    laat_achter(plan, TMP, plan.with_answer(V0, "Anders.").data)
    laat_achter(plan, ".a.plan.yaml.5-0.tmp", b"half")
    plek = write_rescue(link, plan.with_answer(V0, "Weer anders.").data)
    assert plek.parent == link.parent
    assert gevonden(plan._replace(pad=link)) == {
        plek.name: {"v0": "Weer anders."},
        TMP: {"v0": "Anders."},
    }
    assert namen(plan) == [TMP, "a.plan.yaml", "links"]


def test_een_plan_in_de_eigen_map_vindt_zijn_rest_een_keer(plan, monkeypatch):
    monkeypatch.chdir(plan.pad.parent)
    laat_achter(plan, HERSTEL, plan.with_answer(V0, "Anders.").data)
    assert len(find_leftovers(plan._replace(pad=Path(plan.pad.name)))) == 1


def test_de_rest_van_een_plan_met_een_lange_naam_wordt_herkend(tmp_path):
    plan = new_planbestand(tmp_path / f"{'é' * 118}.plan.yaml", LIJST, {}, {"v0": "Een."})
    save_new(plan)
    plek = write_rescue(plan.pad, plan.with_answer(V0, "Anders.").data)
    assert plek is not None
    assert plek.parent == tmp_path
    assert gevonden(plan) == {plek.name: {"v0": "Anders."}}


# Somebody who is saving right now.


def tijdens_het_bewaren(plan: Planbestand, doe) -> list[str]:
    """Call `doe` at the moment that a save has its temporary file; return the names before."""
    gezien: list[str] = []

    def vlak_voor():
        gezien.extend(namen(plan))
        doe()

    write_atomic(plan.pad, plan.data, just_before=vlak_voor)
    return gezien


def test_een_bewaring_op_een_andere_computer_wordt_niet_weggeveegd(plan):
    # Its lock is not ours: only the age of its file tells that it is busy.
    gezien = tijdens_het_bewaren(plan, lambda: gevonden(plan))
    assert len(gezien) == 2
    assert namen(plan) == ["a.plan.yaml"]


@pytest.mark.parametrize("half", [True, False])
def test_zonder_het_slot_wordt_niets_weggeveegd(plan, monkeypatch, half):
    @contextlib.contextmanager
    def bezet(_pad):
        yield False

    monkeypatch.setattr(saving, "hold_lock", bezet)
    laat_achter(plan, TMP, plan.data[:99] if half else plan.data)
    assert gevonden(plan) == {}
    assert namen(plan) == [TMP, "a.plan.yaml"]


def test_een_verse_rest_wacht_een_uur(plan):
    laat_achter(plan, TMP, b"half", uren=0.9)
    assert gevonden(plan) == {}
    assert TMP in namen(plan)
    laat_achter(plan, TMP, b"half", uren=1.1)
    assert gevonden(plan) == {}
    assert TMP not in namen(plan)


def test_een_map_die_niet_te_lezen_is(plan, monkeypatch):
    def nee(_pad):
        raise PermissionError(13, "nee")

    monkeypatch.setattr(Path, "iterdir", nee)
    assert find_leftovers(plan) == []


def test_een_rest_die_niet_weg_mag_is_geen_fout(plan, monkeypatch):
    laat_achter(plan, TMP, b"half")

    def nee(_pad):
        raise PermissionError(13, "nee")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", nee)
        assert gevonden(plan) == {}
    assert TMP in namen(plan)


def test_zonder_iets_dat_erop_lijkt_komt_er_geen_slot(plan, monkeypatch):
    """Nearly always there is nothing, and loading the lock is a tenth of what `status` takes."""
    gevraagd = []

    @contextlib.contextmanager
    def slot(pad):
        gevraagd.append(pad)
        yield True

    monkeypatch.setattr(saving, "hold_lock", slot)
    assert find_leftovers(plan) == []
    assert gevraagd == []
    laat_achter(plan, TMP, b"soort: pol")
    assert find_leftovers(plan) == []
    assert gevraagd == [plan.pad]
    assert TMP not in namen(plan)
