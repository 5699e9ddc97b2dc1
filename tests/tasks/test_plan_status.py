from __future__ import annotations

import json
from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.tasks.plan_status import Status, load_status, to_json


def test_de_stand_van_het_enige_plan_in_de_map(example_plan):
    (status,) = load_status([])
    assert status.path == Path(example_plan.name)
    assert (status.voortgang.total, status.plan.gegevens["gemeente"]) == (20, "Oudermeer")


def test_meer_plannen_op_volgorde(example_plan):
    other = example_plan.with_name("a.plan.yaml")
    other.write_bytes(example_plan.read_bytes())
    assert [status.path for status in load_status([example_plan, other])] == [example_plan, other]
    with pytest.raises(BestandError, match=r"staan meer plannen: a\.plan\.yaml, dorp\.plan\.yaml"):
        load_status([])


def test_geen_plan_in_de_map(work_folder):
    with pytest.raises(BestandError, match="in deze map staat geen plan") as error:
        load_status([])
    assert str(work_folder) in str(error.value)


def test_hoofdstukken_naar_keuze_staan_apart(plan, lijst):
    target, work = lijst.hoofdstukken
    roomy = lijst._replace(hoofdstukken=(target._replace(is_optioneel=True), work))
    one = plan({}, ambitie="a", uren="3")
    (result,) = to_json([Status(Path("a.plan.yaml"), one, roomy, voortgang(roomy, one))])
    assert (result["vragen"], result["beantwoord"]) == (3, 1)
    assert [onderdeel["id"] for onderdeel in result["onderdelen"]] == ["mensen", "geld"]
    assert result["naar_keuze"] == [
        {"id": "doel", "titel": "Doel", "vragen": 1, "beantwoord": 1, "open": []}
    ]


def test_de_vorm_van_json(plan, lijst):
    one = plan({"status": "Vastgesteld"}, ambitie="a", uren="3")
    result = to_json([Status(Path("map/a.plan.yaml"), one, lijst, voortgang(lijst, one))])
    assert json.loads(json.dumps(result)) == [
        {
            "plan": str(Path("map/a.plan.yaml")),
            "gemeente": "",
            "status": "vastgesteld",
            "vragen": 4,
            "beantwoord": 2,
            "onderdelen": [
                {"id": "doel", "titel": "Doel", "vragen": 1, "beantwoord": 1, "open": []},
                {"id": "mensen", "titel": "Mensen", "vragen": 2, "beantwoord": 1, "open": ["team"]},
                {"id": "geld", "titel": "Geld", "vragen": 1, "beantwoord": 0, "open": ["budget"]},
            ],
            "naar_keuze": [],
            "ontbrekende_gegevens": ["gemeente", "datum"],
            "open_punten": 0,
            "punten": [],
            "resten": [],
        }
    ]
