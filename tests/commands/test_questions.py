"""`vragen`: the question set itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from question_set_builder import set_text, write_set
from uitvoeringsplan.tasks.show_question_set import schema_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def wonen(work_folder) -> Path:
    return write_set(work_folder / "wonen" / "vragen.yaml", set_text("wonen", titel="Samen wonen"))


def test_toon_laat_een_vragenlijst_zien(run_command):
    outcome = run_command("vragen", "toon")
    assert (outcome.code, outcome.error) == (0, "")
    assert outcome.result.startswith("Uitvoeringsplan polarisatie\nsoort polarisatie, versie 1")
    assert max(map(len, outcome.result.splitlines())) < 200
    assert "  borgen-budget: " in outcome.result


def test_toon_noemt_welke_er_zijn(run_command, wonen):
    outcome = run_command("vragen", "toon")
    assert "wonen: Samen wonen\n    versie 1, wonen/vragen.yaml\n" in outcome.result
    assert "polarisatie: Uitvoeringsplan polarisatie\n    versie 1, meegeleverd" in outcome.result
    assert json.loads(run_command("vragen", "toon", "--json").result)[0]["soort"] == "wonen"
    assert run_command("vragen", "toon", "wonen").result.startswith("Samen wonen\n")
    shown = json.loads(run_command("vragen", "toon", "wonen", "--json").result)
    assert shown["gegevens"][0]["id"] == "gemeente"
    assert run_command("vragen", "toon", "--vragen", str(wonen)).result.startswith("Samen wonen\n")
    outcome = run_command("vragen", "toon", "wone")
    assert (outcome.code, "Bedoel je “wonen”?" in outcome.error) == (1, True)


def test_controleer_noemt_alles_en_zegt_het_met_de_uitkomst(run_command, wonen):
    outcome = run_command("vragen", "controleer", "wonen")
    assert outcome == (
        0,
        "wonen/vragen.yaml: soort wonen, 1 vraag, 1 gegeven, sjabloon wonen/wonen.docx. Er is"
        " niets mis.\n",
        "",
    )
    assert run_command("vragen", "controleer", "wonen", "--json").result == "[]\n"
    text = (
        wonen.read_text("utf-8").replace("type: tekst", "type: tekts").replace("titel: S", "ttl: S")
    )
    wonen.write_text(text, "utf-8")
    outcome = run_command("vragen", "controleer", "wonen")
    assert (outcome.code, outcome.error) == (1, "")
    assert "regel 1, kolom 1: hier ontbreekt de sleutel “titel”" in outcome.result
    assert "regel 3, kolom 1: de sleutel “ttl” bestaat hier niet." in outcome.result
    assert "Bedoel je “tekst”?" in outcome.result
    assert outcome.result.endswith("sjabloon wonen/wonen.docx.\n")
    said = json.loads(run_command("vragen", "controleer", "wonen", "--json").result)
    assert [(one["regel"], one["ernst"]) for one in said] == [
        (1, "fout"),
        (3, "fout"),
        (11, "fout"),
    ]
    outcome = run_command("vragen", "controleer", "weg.yaml")
    assert (outcome.code, outcome.result) == (1, "")
    assert "dit bestand bestaat niet" in outcome.error


def test_schema_staat_op_het_scherm_of_in_een_bestand(run_command, work_folder):
    assert run_command("vragen", "schema").result == schema_text()
    outcome = run_command("vragen", "schema", "mijn schema.json")
    assert outcome == (0, "Het schema: mijn schema.json\n", "")
    assert (work_folder / "mijn schema.json").read_text("utf-8") == schema_text()
    (work_folder / "vragen.yaml").write_text("soort: x\n", "utf-8")
    outcome = run_command("vragen", "schema", "vragen.yaml")
    assert (outcome.code, outcome.result) == (1, "")
    assert (work_folder / "vragen.yaml").read_text("utf-8") == "soort: x\n"
