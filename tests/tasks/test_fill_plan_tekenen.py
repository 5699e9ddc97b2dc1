"""Which drawings a document gets."""

from __future__ import annotations

import pytest

from uitvoeringsplan.files.lookup import find_sjabloon, find_voorbeeld, find_vragen
from uitvoeringsplan.model.uitgave import internal_part, plan_for, public_part
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.fill_plan import draw_beelden
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

LIJST = load_vragenlijst(find_vragen())
PLAN = load_plan(find_voorbeeld(), LIJST).plan
RIJ = "|  | {} |  |  | {} | {} |  |  |  |"


def drawn(part, plan):
    sjabloon = open_sjabloon(find_sjabloon(part.sjabloon).read_bytes(), "s.docx", part)
    return draw_beelden(sjabloon, part, plan_for(part, LIJST, plan))


def met_acties(*rijen):
    text = "\n".join(RIJ.format(*rij) for rij in rijen)
    return drawn(public_part(LIJST), PLAN.__class__("polarisatie", "1", {}, {"acties": text}))


def test_elke_tekening_past_op_haar_bladzijde():
    (tijdlijn,) = drawn(public_part(LIJST), PLAN)["acties"]
    (kaart,) = drawn(internal_part(LIJST), PLAN)["beeld-wij-zij"]
    assert 24 < tijdlijn.width_cm < 25  # a lying page
    assert 15.5 < kaart.width_cm < 16.5  # a standing one


def test_zonder_antwoord_geen_tekening():
    assert drawn(public_part(LIJST), PLAN.__class__("polarisatie", "1")) == {}


@pytest.mark.parametrize(
    ("rijen", "tekeningen"),
    [
        ([("een", "", "")], 0),
        ([("een", "2027-01-01", "2027-02-01"), ("twee", "", "")], 0),
        ([("een", "2027-01-01", ""), ("twee", "", "2027-05-01")], 1),
    ],
)
def test_een_tijdlijn_van_een_actie_zegt_niets(rijen, tekeningen):
    assert len(met_acties(*rijen).get("acties", ())) == tekeningen
