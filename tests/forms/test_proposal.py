"""Whole forms: every place is found, named and typed, whatever way Word wrote it."""

from __future__ import annotations

import pytest

from field_kinds import KINDS
from small_forms import asked, proposal
from whole_forms import FORMS


@pytest.mark.parametrize("name", KINDS)
def test_elke_soort_veld_wordt_gevonden_en_benoemd(name):
    content, parts, expected = KINDS[name]
    assert asked(content, **parts) == expected


def test_van_elke_soort_veld_is_er_een():
    assert len(KINDS) == 64


@pytest.mark.parametrize("name", KINDS)
def test_elke_plek_is_een_vraag_of_weggelaten_met_een_reden(name):
    content, parts, _ = KINDS[name]
    found = proposal(content, **parts)
    every = [place for container in found.form.containers for place in container.places]
    placed = [place for question in found.questions for place in question.places]
    left = [one.place for one in found.left if one.place is not None]
    assert sorted(map(id, every)) == sorted(map(id, [*placed, *left]))
    assert all(one.reason for one in found.left)


@pytest.mark.parametrize("name", FORMS)
def test_elk_formulier_geeft_zijn_vragen(name):
    content, expected = FORMS[name]
    assert asked(content) == expected


def test_vierentwintig_formulieren():
    assert len(FORMS) == 24


@pytest.mark.parametrize("name", FORMS)
def test_een_handtekening_en_wat_de_gemeente_invult_blijven_weg(name):
    content, _ = FORMS[name]
    reasons = {one.reason for one in proposal(content).left}
    assert reasons == {"wordt met de hand gezet", "is voor wie het formulier ontvangt"}
