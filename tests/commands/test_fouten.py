"""Mistakes in a plan or a question set: one Dutch message, exit 1, nothing written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from uitvoeringsplan.files.lookup import find_vragen


def regelnummer(pad: Path, begin: str) -> int:
    return 1 + next(
        i for i, r in enumerate(pad.read_text("utf-8").splitlines()) if r.strip().startswith(begin)
    )


# The plan.


@pytest.mark.parametrize("opdracht", [("genereer",), ("status",)])
def test_een_plan_dat_er_niet_is(fout, opdracht):
    gezegd = fout(*opdracht, "weg.plan.yaml")
    assert gezegd == "weg.plan.yaml: dit bestand bestaat niet. Controleer de naam en de map.\n"


def test_antwoord_in_een_plan_dat_er_niet_is(fout):
    assert fout("antwoord", "weg.plan.yaml", "gemeente", "x").startswith("weg.plan.yaml: ")


def test_een_map_in_plaats_van_een_plan(fout, werkmap):
    (werkmap / "map.plan.yaml").mkdir()
    assert "map.plan.yaml: dit is een map" in fout("genereer", "map.plan.yaml")


@pytest.mark.parametrize("opdracht", ["genereer", "status"])
def test_geen_plan_in_de_map(fout, opdracht, werkmap):
    gezegd = fout(opdracht)
    assert f"{werkmap}: in deze map staat geen plan" in gezegd
    assert "uitvoeringsplan nieuw" in gezegd


def test_meer_dan_een_plan_in_de_map(fout, plan):
    shutil.copy(plan, plan.with_name("a.plan.yaml"))
    assert "meer plannen: a.plan.yaml, dorp.plan.yaml. Noem het plan" in fout("genereer")


def test_een_plan_dat_niet_gelezen_mag_worden(fout, plan, monkeypatch):
    echt = Path.read_bytes

    def geweigerd(pad: Path) -> bytes:
        if pad.name == plan.name and pad == Path(plan.name):
            raise PermissionError(13, "Permission denied", str(pad))
        return echt(pad)

    monkeypatch.setattr(Path, "read_bytes", geweigerd)
    assert "dorp.plan.yaml: dit bestand mag niet gelezen worden" in fout("genereer", plan.name)


@pytest.mark.parametrize(
    ("regel", "woorden"),
    [
        pytest.param("  gemeente: 'Oudermeer", "aanhalingsteken", id="aanhalingsteken"),
        pytest.param("  gemeente: [Oudermeer", "haak", id="haak"),
        pytest.param("  gemeente: a: b", "dubbele punt", id="dubbele-punt"),
        pytest.param("  gemeente: &x Oudermeer", "", id="anker"),
        pytest.param("  gemeente: Delft\n  gemeente: Oudermeer", "gemeente", id="dubbele-sleutel"),
        pytest.param("<<<<<<< HEAD", "", id="conflict"),
    ],
)
@pytest.mark.parametrize("opdracht", ["genereer", "status"])
def test_verkeerde_yaml(fout, plan, opdracht, regel, woorden, vervang):
    vervang(plan, "  gemeente: Oudermeer", regel)
    gezegd = fout(opdracht, plan.name)
    assert re.match(r"dorp\.plan\.yaml, regel \d+, kolom \d+: ", gezegd)
    assert woorden in gezegd


def test_een_verkeerde_codering(fout, plan):
    plan.write_bytes(plan.read_text("utf-8").replace("Oudermeer", "Súdwest").encode("cp1252"))
    assert "UTF-8" in fout("genereer", plan.name)
    plan.write_bytes("soort: polarisatie".encode("utf-16"))
    assert "UTF-16. Sla het op als UTF-8" in fout("genereer", plan.name)


def test_een_onbekende_vraag_in_het_plan(fout, plan, vervang):
    vervang(plan, "  lokale-ambitie: |", "  lokale-ambitei: |")
    gezegd = fout("genereer", plan.name)
    regel = regelnummer(plan, "lokale-ambitei")
    assert f"dorp.plan.yaml, regel {regel}, kolom 3: “lokale-ambitei”" in gezegd
    assert "Bedoel je “lokale-ambitie”?" in gezegd


def test_een_onbekende_sleutel(fout, plan, vervang):
    vervang(plan, "antwoorden:", "antworden:")
    gezegd = fout("status", plan.name)
    assert f"regel {regelnummer(plan, 'antworden')}, kolom 1" in gezegd
    assert "Bedoel je “antwoorden”?" in gezegd


def test_een_antwoord_dat_niet_past_in_het_plan(fout, plan, vervang):
    vervang(plan, "  datum: 2026-11-12", "  datum: donderdag")
    gezegd = fout("genereer", plan.name)
    assert f"regel {regelnummer(plan, 'datum: ')}, kolom 10: datum: “donderdag”" in gezegd
    assert "3 maart 2027 of 03-03-2027" in " ".join(gezegd.split())


def test_een_plan_van_een_andere_soort(fout, plan, vervang):
    vervang(plan, "soort: polarisatie", "soort: wonen")
    assert "--vragen" in fout("genereer", plan.name)


def test_een_vraag_die_er_niet_is(fout, plan):
    gezegd = fout("antwoord", plan.name, "borgen-budgt", "x")
    assert "“borgen-budgt”" in gezegd
    assert "Bedoel je “borgen-budget”?" in gezegd
    assert "uitvoeringsplan status --alles" in gezegd


def test_een_antwoord_dat_niet_past(fout, plan):
    assert "datum: “straks” is geen datum" in fout("antwoord", plan.name, "datum", "straks")


# The question set.


def test_vragen_die_er_niet_zijn(fout, plan):
    assert fout("genereer", plan.name, "--vragen", "weg.yaml").startswith("weg.yaml: ")


def test_vragen_met_een_onbekende_sleutel(fout, plan, werkmap, vervang):
    shutil.copy(find_vragen(folder=Path("nergens")), werkmap / "vragen.yaml")
    vervang(werkmap / "vragen.yaml", "    label: Gemeente", "    labl: Gemeente")
    gezegd = fout("genereer", plan.name)
    regel = regelnummer(werkmap / "vragen.yaml", "labl")
    assert f"vragen.yaml, regel {regel}, kolom 5: " in gezegd
    assert "“label”" in gezegd
