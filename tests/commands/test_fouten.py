"""Mistakes in a plan or a question set: one Dutch message, exit 1, nothing written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from uitvoeringsplan.files.lookup import find_vragen


def line_number(path: Path, start: str) -> int:
    return 1 + next(
        i for i, r in enumerate(path.read_text("utf-8").splitlines()) if r.strip().startswith(start)
    )


# The plan.


@pytest.mark.parametrize("command", [("genereer",), ("status",)])
def test_een_plan_dat_er_niet_is(error, command):
    said = error(*command, "weg.plan.yaml")
    assert said == "weg.plan.yaml: dit bestand bestaat niet. Controleer de naam en de map.\n"


def test_antwoord_in_een_plan_dat_er_niet_is(error):
    assert error("antwoord", "weg.plan.yaml", "gemeente", "x").startswith("weg.plan.yaml: ")


def test_een_map_in_plaats_van_een_plan(error, work_folder):
    (work_folder / "map.plan.yaml").mkdir()
    assert "map.plan.yaml: dit is een map" in error("genereer", "map.plan.yaml")


@pytest.mark.parametrize("command", ["genereer", "status"])
def test_geen_plan_in_de_map(error, command, work_folder):
    said = error(command)
    assert f"{work_folder}: in deze map staat geen plan" in said
    assert "uitvoeringsplan nieuw" in said


def test_meer_dan_een_plan_in_de_map(error, plan):
    shutil.copy(plan, plan.with_name("a.plan.yaml"))
    assert "meer plannen: a.plan.yaml, dorp.plan.yaml. Noem het plan" in error("genereer")


def test_een_plan_dat_niet_gelezen_mag_worden(error, plan, monkeypatch):
    real = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == plan.name and path == Path(plan.name):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert "dorp.plan.yaml: dit bestand mag niet gelezen worden" in error("genereer", plan.name)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("  gemeente: 'Oudermeer", "aanhalingsteken", id="aanhalingsteken"),
        pytest.param("  gemeente: [Oudermeer", "haak", id="haak"),
        pytest.param("  gemeente: a: b", "dubbele punt", id="dubbele-punt"),
        pytest.param("  gemeente: &x Oudermeer", "", id="anker"),
        pytest.param("  gemeente: Delft\n  gemeente: Oudermeer", "gemeente", id="dubbele-sleutel"),
        pytest.param("<<<<<<< HEAD", "", id="conflict"),
    ],
)
@pytest.mark.parametrize("command", ["genereer", "status"])
def test_verkeerde_yaml(error, plan, command, line, words, replace):
    replace(plan, "  gemeente: Oudermeer", line)
    said = error(command, plan.name)
    assert re.match(r"dorp\.plan\.yaml, regel \d+, kolom \d+: ", said)
    assert words in said


def test_een_verkeerde_codering(error, plan):
    plan.write_bytes(plan.read_text("utf-8").replace("Oudermeer", "Súdwest").encode("cp1252"))
    assert "UTF-8" in error("genereer", plan.name)
    plan.write_bytes("soort: polarisatie".encode("utf-16"))
    assert "UTF-16. Sla het op als UTF-8" in error("genereer", plan.name)


def test_een_onbekende_vraag_in_het_plan(error, plan, replace):
    replace(plan, "  lokale-ambitie: |", "  lokale-ambitei: |")
    said = error("genereer", plan.name)
    line = line_number(plan, "lokale-ambitei")
    assert f"dorp.plan.yaml, regel {line}, kolom 3: “lokale-ambitei”" in said
    assert "Bedoel je “lokale-ambitie”?" in said


def test_een_onbekende_sleutel(error, plan, replace):
    replace(plan, "antwoorden:", "antworden:")
    said = error("status", plan.name)
    assert f"regel {line_number(plan, 'antworden')}, kolom 1" in said
    assert "Bedoel je “antwoorden”?" in said


def test_een_antwoord_dat_niet_past_in_het_plan(error, plan, replace):
    replace(plan, "  datum: 2026-11-12", "  datum: donderdag")
    said = error("genereer", plan.name)
    assert f"regel {line_number(plan, 'datum: ')}, kolom 10: datum: “donderdag”" in said
    assert "3 maart 2027 of 03-03-2027" in " ".join(said.split())


def test_een_plan_van_een_andere_soort(error, plan, replace):
    replace(plan, "soort: polarisatie", "soort: wonen")
    assert "--vragen" in error("genereer", plan.name)


def test_een_vraag_die_er_niet_is(error, plan):
    said = error("antwoord", plan.name, "borgen-budgt", "x")
    assert "“borgen-budgt”" in said
    assert "Bedoel je “borgen-budget”?" in said
    assert "uitvoeringsplan status --alles" in said


def test_een_antwoord_dat_niet_past(error, plan):
    assert "datum: “straks” is geen datum" in error("antwoord", plan.name, "datum", "straks")


# The question set.


def test_vragen_die_er_niet_zijn(error, plan):
    assert error("genereer", plan.name, "--vragen", "weg.yaml").startswith("weg.yaml: ")


def test_vragen_met_een_onbekende_sleutel(error, plan, work_folder, replace):
    shutil.copy(find_vragen(folder=Path("nergens")), work_folder / "vragen.yaml")
    replace(work_folder / "vragen.yaml", "    label: Gemeente", "    labl: Gemeente")
    said = error("genereer", plan.name)
    line = line_number(work_folder / "vragen.yaml", "labl")
    assert f"vragen.yaml, regel {line}, kolom 5: " in said
    assert "“label”" in said
