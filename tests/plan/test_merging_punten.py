"""Two saves at once: points of one and of the other, and answers between them."""

from __future__ import annotations

import pytest

from handwritten_plans import LIJST
from handwritten_punten import read
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.merging import merge_answers, merge_versions
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten
from uitvoeringsplan.plan.saving import save_new, save_plan

ONE, TWO, THREE = (OpenPunt("v1", tekst=f"punt {i}", sleutel=f"p{i}") for i in (1, 2, 3))
BASIS = read("soort: proef\nvragenlijst: 1\nantwoorden:\n  v0: a\n  v1: b\n")


def keys(file) -> dict[str, str]:
    return {punt.sleutel: punt.klaar for punt in file.punten}


def test_punten_van_twee_kanten_staan_er_allebei():
    ours = add_punten(BASIS.with_answer(LIJST.vraag("v0"), "c"), [ONE, TWO])
    theirs = add_punten(BASIS.with_answer(LIJST.vraag("v1"), "d"), [TWO, THREE])
    together = merge_answers(BASIS, ours, theirs)
    assert keys(together.file) == {"p1": "", "p2": "", "p3": ""}
    assert together.file.plan.antwoorden == {"v0": "c", "v1": "d"}
    assert together.clashes == ()


@pytest.mark.parametrize(
    ("old", "ours", "theirs", "together"),
    [
        pytest.param("", "2027-01-01", "", "2027-01-01", id="wij dicht"),
        pytest.param("", "", "2027-01-01", "2027-01-01", id="zij dicht"),
        pytest.param("", "2027-01-01", "2027-02-02", "2027-02-02", id="allebei dicht"),
        pytest.param("2027-01-01", "", "2027-01-01", "", id="wij open"),
        pytest.param("2027-01-01", "2027-01-01", "", "", id="zij open"),
    ],
)
def test_dicht_en_open(old, ours, theirs, together):
    basis = add_punten(BASIS, [ONE._replace(klaar=old), TWO])
    side = [close_punten(basis, {0: datum}) for datum in (ours, theirs)]
    assert keys(merge_answers(basis, *side).file) == {"p1": together, "p2": ""}


def test_wat_zij_weghaalden_komt_niet_terug():
    basis = add_punten(BASIS, [ONE])
    ours = add_punten(close_punten(basis, {0: "2027-01-01"}), [TWO])
    assert keys(merge_answers(basis, ours, BASIS).file) == {"p2": ""}


def test_bewaren_naast_iemand_anders(tmp_path):
    path = tmp_path / "a.plan.yaml"
    save_new(new_planbestand(path, LIJST, {}, {"v0": "a"}))
    old = load_plan(path, LIJST)
    save_plan(old, add_punten(old, [ONE]))
    saved = save_plan(old, add_punten(old.with_answer(LIJST.vraag("v0"), "b"), [TWO]))
    assert keys(load_plan(path, LIJST)) == keys(saved) == {"p1": "", "p2": ""}
    assert saved.plan.antwoorden["v0"] == "b"


def only_equal(ours: bytes, old: bytes, theirs: bytes) -> bytes | None:
    """Merge texts of which one is as it was; this needs no git."""
    return theirs if ours == old else ours if theirs == old else None


def test_versies_met_eerste_punten_zonder_git():
    ours = add_punten(BASIS, [ONE, TWO])
    theirs = add_punten(BASIS, [TWO._replace(klaar="2027-01-01"), THREE])
    together = merge_versions(BASIS, ours, theirs, only_equal)
    assert keys(read(together)) == {"p1": "", "p2": "2027-01-01", "p3": ""}
    andersom = merge_versions(BASIS, theirs, ours, only_equal)
    assert andersom == together


def test_versies_waarvan_de_tekst_botst():
    ours = add_punten(BASIS.with_answer(LIJST.vraag("v0"), "c"), [ONE])
    theirs = add_punten(BASIS.with_answer(LIJST.vraag("v0"), "d"), [TWO])
    assert merge_versions(BASIS, ours, theirs, only_equal) is None


def test_versies_waarvan_een_punt_er_niet_uit_kan():
    """A comment among the lines of a new point is somebody's: then a person has to look."""
    theirs = read(BASIS.data + b"punten:\n  - tekst: x # waarom\n    sleutel: p9\n")
    assert merge_versions(BASIS, add_punten(BASIS, [ONE]), theirs, only_equal) is None
