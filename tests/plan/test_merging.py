from __future__ import annotations

import itertools

import pytest

from handwritten_plans import EVERYTHING, LIJST, Handschrift
from uitvoeringsplan.plan.merging import merge_answers
from uitvoeringsplan.plan.planbestand import Planbestand, new_planbestand, read_planbestand

V0, V1 = LIJST.vraag("v0"), LIJST.vraag("v1")


@pytest.fixture
def old(tmp_path) -> Planbestand:
    return new_planbestand(tmp_path / "a.plan.yaml", LIJST, {}, {"v0": "was", "v1": "x"})


@pytest.mark.parametrize("ours", ["was", "van ons", ""])
@pytest.mark.parametrize("theirs", ["was", "van ons", "van hen", ""])
def test_een_antwoord_drie_kanten(old, ours, theirs):
    together = merge_answers(old, old.with_answer(V0, ours), old.with_answer(V0, theirs))
    botst = ours != "was" and theirs not in ("was", ours)
    assert together.clashes == (((V0, ours, theirs),) if botst else ())
    expected = theirs if ours == "was" or botst else ours
    assert together.file.plan.text(V0) == expected


def test_wie_niets_veranderde_krijgt_precies_het_bestand_van_de_ander(old):
    theirs = old.with_answer(V0, "van hen")
    assert merge_answers(old, old, theirs).file is theirs
    assert merge_answers(old, theirs, old).file.data == theirs.data


def test_wat_niet_botst_komt_mee_naast_wat_botst(old):
    ours = old.with_answer(V0, "van ons").with_answer(V1, "y")
    together = merge_answers(old, ours, old.with_answer(V0, "van hen"))
    assert [b.vraag.id for b in together.clashes] == ["v0"]
    assert together.file.plan.text(V0) == "van hen"
    assert together.file.plan.text(V1) == "y"


@pytest.mark.parametrize("seed", range(40))
def test_elk_paar_van_antwoorden_in_elk_handschrift(tmp_path, seed):
    """Whatever the file looks like, one answer of ours and one of theirs go together."""
    old = read_planbestand(Handschrift(seed).data, tmp_path / "a.plan.yaml", LIJST)
    pairs = list(itertools.permutations(EVERYTHING, 2))
    for start_ons, start_hen in pairs[seed % 7 :: 7]:
        theirs = old.with_answer(start_hen, "van hen")
        together = merge_answers(old, old.with_answer(start_ons, "van ons"), theirs)
        assert together.clashes == ()
        for vraag in EVERYTHING:
            # A list makes points of its lines.
            own = {start_ons.id: "van ons", start_hen.id: "van hen"}.get(vraag.id)
            wil = old.plan.text(vraag) if own is None else vraag.normalise(own)
            assert together.file.plan.text(vraag) == wil
