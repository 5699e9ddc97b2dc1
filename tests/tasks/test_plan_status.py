from __future__ import annotations

import json
from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.tasks.plan_status import Status, load_status, to_json


def test_de_stand_van_het_enige_plan_in_de_map(voorbeeldplan):
    (status,) = load_status([])
    assert status.pad == Path(voorbeeldplan.name)
    assert (status.voortgang.totaal, status.plan.gegevens["gemeente"]) == (20, "Oudermeer")


def test_meer_plannen_op_volgorde(voorbeeldplan):
    ander = voorbeeldplan.with_name("a.plan.yaml")
    ander.write_bytes(voorbeeldplan.read_bytes())
    assert [status.pad for status in load_status([voorbeeldplan, ander])] == [voorbeeldplan, ander]
    with pytest.raises(BestandError, match=r"staan meer plannen: a\.plan\.yaml, dorp\.plan\.yaml"):
        load_status([])


def test_geen_plan_in_de_map(werkmap):
    with pytest.raises(BestandError, match="in deze map staat geen plan") as fout:
        load_status([])
    assert str(werkmap) in str(fout.value)


def test_hoofdstukken_naar_keuze_staan_apart(plan, lijst):
    doel, werk = lijst.hoofdstukken
    ruim = lijst._replace(hoofdstukken=(doel._replace(is_optioneel=True), werk))
    een = plan({}, ambitie="a", uren="3")
    (uit,) = to_json([Status(Path("a.plan.yaml"), een, ruim, voortgang(ruim, een))])
    assert (uit["vragen"], uit["beantwoord"]) == (3, 1)
    assert [onderdeel["id"] for onderdeel in uit["onderdelen"]] == ["mensen", "geld"]
    assert uit["naar_keuze"] == [
        {"id": "doel", "titel": "Doel", "vragen": 1, "beantwoord": 1, "open": []}
    ]


def test_de_vorm_van_json(plan, lijst):
    een = plan({"status": "Vastgesteld"}, ambitie="a", uren="3")
    uit = to_json([Status(Path("map/a.plan.yaml"), een, lijst, voortgang(lijst, een))])
    assert json.loads(json.dumps(uit)) == [
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
