"""Ids made of words."""

from __future__ import annotations

import re

import pytest

from uitvoeringsplan.forms.ids import MAX_ID, Ids, id_of

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Naam van de aanvrager", "naam-van-de-aanvrager"),
        ("E-mail (privé)", "e-mail-prive"),
        ("1.2 Doel", "doel"),
        ("???", ""),
        (
            "Wat is het doel van het plan voor de komende vier jaar?",
            "wat-doel-plan-komende-vier-jaar",
        ),
    ],
)
def test_woorden_als_id(words, id_):
    assert id_of(words) == id_


def test_wat_bezet_is_krijgt_wat_eromheen_staat_of_een_nummer():
    ids = Ids(("status",))
    assert ids.of("Naam", "Aanvrager") == "naam"
    assert ids.of("Naam", "Partner") == "partner-naam"
    assert ids.of("Naam", "Partner") == "naam-2"
    assert ids.of("Naam") == "naam-3"
    assert ids.of("Status") == "status-2"
    assert ids.of("???") == "vraag"


def test_elk_id_is_geldig_en_eigen():
    ids = Ids()
    made = [
        ids.of("Een heel lang label over van alles en nog wat " * 2, "Ook een lange kop")
        for _ in range(120)
    ]
    assert len(set(made)) == len(made)
    assert all(_ID.fullmatch(one) and len(one) <= MAX_ID for one in made)
