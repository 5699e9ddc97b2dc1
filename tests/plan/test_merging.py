from __future__ import annotations

import itertools

import pytest

from handwritten_plans import ALLES, LIJST, Handschrift
from uitvoeringsplan.plan.merging import merge_answers
from uitvoeringsplan.plan.planbestand import Planbestand, new_planbestand, read_planbestand

V0, V1 = LIJST.vraag("v0"), LIJST.vraag("v1")


@pytest.fixture
def oud(tmp_path) -> Planbestand:
    return new_planbestand(tmp_path / "a.plan.yaml", LIJST, {}, {"v0": "was", "v1": "x"})


@pytest.mark.parametrize("onze", ["was", "van ons", ""])
@pytest.mark.parametrize("hunne", ["was", "van ons", "van hen", ""])
def test_een_antwoord_drie_kanten(oud, onze, hunne):
    samen = merge_answers(oud, oud.with_answer(V0, onze), oud.with_answer(V0, hunne))
    botst = onze != "was" and hunne not in ("was", onze)
    assert samen.botsingen == (((V0, onze, hunne),) if botst else ())
    verwacht = hunne if onze == "was" or botst else onze
    assert samen.bestand.plan.tekst(V0) == verwacht


def test_wie_niets_veranderde_krijgt_precies_het_bestand_van_de_ander(oud):
    hunne = oud.with_answer(V0, "van hen")
    assert merge_answers(oud, oud, hunne).bestand is hunne
    assert merge_answers(oud, hunne, oud).bestand.data == hunne.data


def test_wat_niet_botst_komt_mee_naast_wat_botst(oud):
    onze = oud.with_answer(V0, "van ons").with_answer(V1, "y")
    samen = merge_answers(oud, onze, oud.with_answer(V0, "van hen"))
    assert [b.vraag.id for b in samen.botsingen] == ["v0"]
    assert samen.bestand.plan.tekst(V0) == "van hen"
    assert samen.bestand.plan.tekst(V1) == "y"


@pytest.mark.parametrize("zaad", range(40))
def test_elk_paar_van_antwoorden_in_elk_handschrift(tmp_path, zaad):
    """Whatever the file looks like, one answer of ours and one of theirs go together."""
    oud = read_planbestand(Handschrift(zaad).data, tmp_path / "a.plan.yaml", LIJST)
    paren = list(itertools.permutations(ALLES, 2))
    for van_ons, van_hen in paren[zaad % 7 :: 7]:
        hunne = oud.with_answer(van_hen, "van hen")
        samen = merge_answers(oud, oud.with_answer(van_ons, "van ons"), hunne)
        assert samen.botsingen == ()
        for vraag in ALLES:
            # A list makes points of its lines.
            eigen = {van_ons.id: "van ons", van_hen.id: "van hen"}.get(vraag.id)
            wil = oud.plan.tekst(vraag) if eigen is None else vraag.normalise(eigen)
            assert samen.bestand.plan.tekst(vraag) == wil
