"""Two saves at once: points of one and of the other, and answers between them."""

from __future__ import annotations

import pytest

from handwritten_plans import LIJST
from handwritten_punten import lees
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.merging import merge_answers, merge_versions
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten
from uitvoeringsplan.plan.saving import save_new, save_plan

EEN, TWEE, DRIE = (OpenPunt("v1", tekst=f"punt {i}", sleutel=f"p{i}") for i in (1, 2, 3))
BASIS = lees("soort: proef\nvragenlijst: 1\nantwoorden:\n  v0: a\n  v1: b\n")


def sleutels(bestand) -> dict[str, str]:
    return {punt.sleutel: punt.klaar for punt in bestand.punten}


def test_punten_van_twee_kanten_staan_er_allebei():
    onze = add_punten(BASIS.with_answer(LIJST.vraag("v0"), "c"), [EEN, TWEE])
    hunne = add_punten(BASIS.with_answer(LIJST.vraag("v1"), "d"), [TWEE, DRIE])
    samen = merge_answers(BASIS, onze, hunne)
    assert sleutels(samen.bestand) == {"p1": "", "p2": "", "p3": ""}
    assert samen.bestand.plan.antwoorden == {"v0": "c", "v1": "d"}
    assert samen.botsingen == ()


@pytest.mark.parametrize(
    ("oud", "onze", "hunne", "samen"),
    [
        pytest.param("", "2027-01-01", "", "2027-01-01", id="wij dicht"),
        pytest.param("", "", "2027-01-01", "2027-01-01", id="zij dicht"),
        pytest.param("", "2027-01-01", "2027-02-02", "2027-02-02", id="allebei dicht"),
        pytest.param("2027-01-01", "", "2027-01-01", "", id="wij open"),
        pytest.param("2027-01-01", "2027-01-01", "", "", id="zij open"),
    ],
)
def test_dicht_en_open(oud, onze, hunne, samen):
    basis = add_punten(BASIS, [EEN._replace(klaar=oud), TWEE])
    kant = [close_punten(basis, {0: datum}) for datum in (onze, hunne)]
    assert sleutels(merge_answers(basis, *kant).bestand) == {"p1": samen, "p2": ""}


def test_wat_zij_weghaalden_komt_niet_terug():
    basis = add_punten(BASIS, [EEN])
    onze = add_punten(close_punten(basis, {0: "2027-01-01"}), [TWEE])
    assert sleutels(merge_answers(basis, onze, BASIS).bestand) == {"p2": ""}


def test_bewaren_naast_iemand_anders(tmp_path):
    pad = tmp_path / "a.plan.yaml"
    save_new(new_planbestand(pad, LIJST, {}, {"v0": "a"}))
    oud = load_plan(pad, LIJST)
    save_plan(oud, add_punten(oud, [EEN]))
    bewaard = save_plan(oud, add_punten(oud.with_answer(LIJST.vraag("v0"), "b"), [TWEE]))
    assert sleutels(load_plan(pad, LIJST)) == sleutels(bewaard) == {"p1": "", "p2": ""}
    assert bewaard.plan.antwoorden["v0"] == "b"


def alleen_gelijk(onze: bytes, oud: bytes, hunne: bytes) -> bytes | None:
    """Merge texts of which one is as it was; this needs no git."""
    return hunne if onze == oud else onze if hunne == oud else None


def test_versies_met_eerste_punten_zonder_git():
    onze = add_punten(BASIS, [EEN, TWEE])
    hunne = add_punten(BASIS, [TWEE._replace(klaar="2027-01-01"), DRIE])
    samen = merge_versions(BASIS, onze, hunne, alleen_gelijk)
    assert sleutels(lees(samen)) == {"p1": "", "p2": "2027-01-01", "p3": ""}
    andersom = merge_versions(BASIS, hunne, onze, alleen_gelijk)
    assert andersom == samen


def test_versies_waarvan_de_tekst_botst():
    onze = add_punten(BASIS.with_answer(LIJST.vraag("v0"), "c"), [EEN])
    hunne = add_punten(BASIS.with_answer(LIJST.vraag("v0"), "d"), [TWEE])
    assert merge_versions(BASIS, onze, hunne, alleen_gelijk) is None


def test_versies_waarvan_een_punt_er_niet_uit_kan():
    """A comment among the lines of a new point is somebody's: then a person has to look."""
    hunne = lees(BASIS.data + b"punten:\n  - tekst: x # waarom\n    sleutel: p9\n")
    assert merge_versions(BASIS, add_punten(BASIS, [EEN]), hunne, alleen_gelijk) is None
