"""`controleer`: exit codes, and its three formats."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from uitvoeringsplan.checks.plan.rules import NOT_COUNTED, RULES, UNREADABLE

FORMATEN = Path(__file__).resolve().parents[2] / "docs" / "formaten.md"
REGEL_IDS = [UNREADABLE.id, NOT_COUNTED.id, *(regel.id for regel in RULES)]


@pytest.fixture
def klaar(draai, plan):
    """Make the example a plan that was adopted."""
    for naam, tekst in (
        ("status", "vastgesteld"),
        ("datum-vaststelling", "2026-11-20"),
        ("bestuurlijk-trekker", "wethouder Samenleving"),
    ):
        assert draai("antwoord", plan.name, naam, tekst).code == 0
    return plan


@pytest.fixture
def mis(plan, draai):
    """Make the example a plan with a finding of every weight."""
    for naam, tekst in (
        ("gemeente", "--leeg"),
        ("lokale-ambitie", "Kijk [hier](https://www.kis.nl) bij XXX."),
    ):
        draai("antwoord", plan.name, naam, tekst)
    draai("punt", plan.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    return plan


def test_een_plan_zonder_bevindingen_krijgt_een_zin(draai, klaar):
    assert draai("controleer") == (0, f"{klaar.name}: er zijn geen bevindingen.\n", "")


def test_zonder_fout_is_de_uitkomst_nul(draai, plan):
    gedraaid = draai("controleer", plan.name)
    assert gedraaid.code == 0
    assert gedraaid.uit.startswith("dorp.plan.yaml:\nopmerking   regel ")
    assert gedraaid.uit.endswith("\n\n0 fouten, 0 waarschuwingen en 1 opmerking in 1 plan.\n")


def test_met_een_fout_is_de_uitkomst_een(draai, mis):
    gedraaid = draai("controleer", mis.name)
    assert (gedraaid.code, gedraaid.fout) == (1, "")
    assert "[verplicht]" in gedraaid.uit
    assert re.search(r"^fout   regel \d+, Gemeente: ", gedraaid.uit, re.MULTILINE)
    assert "1 fout, 3 waarschuwingen en 1 opmerking in 1 plan." in gedraaid.uit


def test_een_open_punt_houdt_een_vastgesteld_plan_tegen(draai, klaar):
    draai("punt", klaar.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    gedraaid = draai("controleer")
    assert gedraaid.code == 1
    assert "[open-punt]" in gedraaid.uit
    gezegd = " ".join(gedraaid.uit.split())
    (naam,) = re.findall(rf"`uitvoeringsplan punt {re.escape(klaar.name)} (p\w+) --klaar`", gezegd)
    draai("punt", klaar.name, naam, "--klaar")
    assert draai("controleer").code == 0


def test_meer_plannen(draai, klaar, kopieen):
    namen = kopieen(klaar, 2)
    kapot = klaar.with_name("kapot.plan.yaml")
    kapot.write_text("onzin: [", "utf-8")
    gedraaid = draai("controleer", *namen, kapot.name, "weg.plan.yaml")
    assert gedraaid.code == 1
    koppen = re.findall(r"^(\S+\.plan\.yaml):", gedraaid.uit, re.MULTILINE)
    assert koppen == [*namen, kapot.name, "weg.plan.yaml"]
    assert gedraaid.uit.rstrip().endswith("in 4 plannen.")
    assert gedraaid.uit.count("[onleesbaar]") == 2


@pytest.mark.parametrize("formaat", ["tekst", "json", "sarif"])
def test_er_wordt_niets_geschreven(draai, mis, mapstand, formaat):
    draai("genereer")
    voor = mapstand()
    assert draai("controleer", mis.name, "--formaat", formaat).code == 1
    assert mapstand() == voor


@pytest.mark.parametrize("argumenten", [["--formaat", "xml"], ["--formaat"], ["--json"]])
def test_verkeerd_gebruik(draai, plan, argumenten):
    gedraaid = draai("controleer", plan.name, *argumenten)
    assert (gedraaid.code, gedraaid.uit) == (2, "")
    assert re.search(r"`uitvoeringsplan( controleer)? --help`", gedraaid.fout)


def test_een_onbekend_formaat_noemt_wat_wel_kan(draai, plan):
    gezegd = draai("controleer", plan.name, "--formaat", "xml").fout
    assert all(naam in gezegd for naam in ("tekst", "json", "sarif"))


def test_geen_plan_in_de_map(fout):
    assert "in deze map staat geen plan" in fout("controleer")


def test_een_vragenlijst_die_niet_kan(fout, plan):
    plan.with_name("kapot.yaml").write_text("soort: [", "utf-8")
    assert "kapot.yaml" in fout("controleer", plan.name, "--vragen", "kapot.yaml")


def beschreven() -> dict[str, list[str]]:
    """Return the keys per table of the section of docs/formaten.md, by the word before it."""
    tekst = FORMATEN.read_text("utf-8")
    kop = r"^## [^\n]*`controleer --formaat json`\n"
    (deel,) = re.findall(rf"{kop}(.*?)^## ", tekst, re.MULTILINE | re.DOTALL)
    uit: dict[str, list[str]] = {}
    naam = ""
    for regel in deel.splitlines():
        if regel.endswith(":"):
            naam = "".join(re.findall(r"`([^`]+)`", regel))
        elif regel.startswith("| `"):
            uit.setdefault(naam, []).extend(re.findall(r"`([^`]+)`", regel.split(" | ")[0]))
    return uit


def test_json_heeft_de_beschreven_sleutels(draai, mis):
    gedraaid = draai("controleer", mis.name, "weg.plan.yaml", "--formaat", "json")
    assert gedraaid.code == 1
    plannen = json.loads(gedraaid.uit)
    beschrijving = beschreven()
    assert beschrijving.keys() == {"", "bevindingen", "bron"}
    for plan in plannen:
        assert list(plan) == beschrijving[""]
        for een in plan["bevindingen"]:
            assert list(een) == beschrijving["bevindingen"]
            assert list(een["bron"]) == beschrijving["bron"]
            assert een["controle"] in REGEL_IDS
        for ernst, meervoud in (("fout", "fouten"), ("opmerking", "opmerkingen")):
            assert plan[meervoud] == sum(een["ernst"] == ernst for een in plan["bevindingen"])
    mis_, weg = plannen
    assert (mis_["plan"], weg["plan"]) == (mis.name, "weg.plan.yaml")
    assert {een["vraag"] for een in mis_["bevindingen"]} >= {"gemeente", "lokale-ambitie"}
    assert [een["regel"] for een in weg["bevindingen"]] == [None]


def test_json_zonder_bevindingen(draai, klaar):
    gedraaid = draai("controleer", klaar.name, "--formaat", "json")
    assert (gedraaid.code, json.loads(gedraaid.uit)[0]["bevindingen"]) == (0, [])


def test_de_controles_staan_beschreven():
    tekst = FORMATEN.read_text("utf-8")
    (deel,) = re.findall(r"^## Nakijken: `controleer`\n(.*?)^## ", tekst, re.MULTILINE | re.DOTALL)
    assert re.findall(r"^\| `([a-z-]+)` \|", deel, re.MULTILINE) == [
        *REGEL_IDS[2:], NOT_COUNTED.id, UNREADABLE.id,
    ]  # fmt: skip


def test_sarif_heeft_wat_de_standaard_vraagt(draai, mis):
    """By hand: what section 3 of SARIF 2.1.0 requires of what is in the log."""
    vreemd = mis.with_name("een plan.plan.yaml")
    vreemd.write_bytes(mis.read_bytes())
    namen = (mis.name, vreemd.name, str(mis.resolve()), "weg.plan.yaml")
    gedraaid = draai("controleer", *namen, "--formaat", "sarif")
    assert gedraaid.code == 1
    log = json.loads(gedraaid.uit)
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    regels = driver["rules"]
    assert driver["name"] == "uitvoeringsplan"
    assert [regel["id"] for regel in regels] == REGEL_IDS
    for regel in regels:
        for naam in ("shortDescription", "fullDescription", "help"):
            assert regel[naam].keys() == {"text"}
            assert regel[naam]["text"].endswith((".", regel.get("helpUri", "") + "."))
        assert regel["help"]["text"].count("Bron: ") == 1
        assert regel["properties"]["bron"] in regel["help"]["text"]
        assert regel["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert regel.get("helpUri", "https://").startswith("https://")
    uris = []
    for een in run["results"]:
        assert regels[een["ruleIndex"]]["id"] == een["ruleId"]
        assert een["level"] in ("error", "warning", "note")
        assert een["message"].keys() == {"text"}
        (plaats,) = een["locations"]
        fysiek = plaats["physicalLocation"]
        assert fysiek["region"]["startLine"] >= 1
        assert re.fullmatch(r"[A-Za-z0-9_.~/:%-]+", fysiek["artifactLocation"]["uri"])
        uris.append(fysiek["artifactLocation"]["uri"])
        for logisch in plaats.get("logicalLocations", ()):
            assert logisch.keys() == {"name", "fullyQualifiedName"}
    verwacht = [mis.name, "een%20plan.plan.yaml", mis.resolve().as_uri(), "weg.plan.yaml"]
    assert list(dict.fromkeys(uris)) == verwacht


def test_sarif_wijst_de_regel_aan(draai, mis):
    log = json.loads(draai("controleer", mis.name, "--formaat", "sarif").uit)
    regels = mis.read_text("utf-8").split("\n")
    (een,) = [r for r in log["runs"][0]["results"] if r["ruleId"] == "link-tekst"]
    (plaats,) = een["locations"]
    assert "[hier]" in regels[plaats["physicalLocation"]["region"]["startLine"] - 1]
    assert plaats["logicalLocations"][0]["fullyQualifiedName"] == "lokale-ambitie"
    assert een["message"]["text"].startswith("Lokale ambitie: ")


def test_sarif_leest_de_woorden_van_een_plan_niet_als_verwijzing(draai, plan):
    draai("antwoord", plan.name, "lokale-ambitie", "Zie [het {plan}](www.kis.nl).")
    log = json.loads(draai("controleer", plan.name, "--formaat", "sarif").uit)
    (tekst,) = [
        r["message"]["text"] for r in log["runs"][0]["results"] if r["ruleId"] == "link-adres"
    ]
    assert tekst.endswith("[het {{plan}}] (www.kis.nl)")
    assert "[het {plan}](www.kis.nl)" in " ".join(draai("controleer", plan.name).uit.split())
