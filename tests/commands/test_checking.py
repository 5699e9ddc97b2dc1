"""`controleer`: exit codes, and its three formats."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from uitvoeringsplan.checks.plan.rules import NOT_COUNTED, RULES, UNREADABLE

FORMATS = Path(__file__).resolve().parents[2] / "docs" / "formaten.md"
LINE_IDS = [UNREADABLE.id, NOT_COUNTED.id, *(line.id for line in RULES)]


@pytest.fixture
def ready(run_command, plan):
    """Make the example a plan that was adopted."""
    for name, text in (
        ("status", "vastgesteld"),
        ("datum-vaststelling", "2026-11-20"),
        ("bestuurlijk-trekker", "wethouder Samenleving"),
    ):
        assert run_command("antwoord", plan.name, name, text).code == 0
    return plan


@pytest.fixture
def wrong(plan, run_command):
    """Make the example a plan with a finding of every weight."""
    for name, text in (
        ("gemeente", "--leeg"),
        ("lokale-ambitie", "Kijk [hier](https://www.kis.nl) bij XXX."),
    ):
        run_command("antwoord", plan.name, name, text)
    run_command("punt", plan.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    return plan


def test_een_plan_zonder_bevindingen_krijgt_een_zin(run_command, ready):
    assert run_command("controleer") == (0, f"{ready.name}: er zijn geen bevindingen.\n", "")


def test_zonder_fout_is_de_uitkomst_nul(run_command, plan):
    outcome = run_command("controleer", plan.name)
    assert outcome.code == 0
    assert outcome.result.startswith("dorp.plan.yaml:\nopmerking   regel ")
    assert outcome.result.endswith("\n\n0 fouten, 0 waarschuwingen en 1 opmerking in 1 plan.\n")


def test_met_een_fout_is_de_uitkomst_een(run_command, wrong):
    outcome = run_command("controleer", wrong.name)
    assert (outcome.code, outcome.error) == (1, "")
    assert "[verplicht]" in outcome.result
    assert re.search(r"^fout   regel \d+, Gemeente: ", outcome.result, re.MULTILINE)
    assert "1 fout, 3 waarschuwingen en 1 opmerking in 1 plan." in outcome.result


def test_een_open_punt_houdt_een_vastgesteld_plan_tegen(run_command, ready):
    run_command("punt", ready.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    outcome = run_command("controleer")
    assert outcome.code == 1
    assert "[open-punt]" in outcome.result
    said = " ".join(outcome.result.split())
    (name,) = re.findall(rf"`uitvoeringsplan punt {re.escape(ready.name)} (p\w+) --klaar`", said)
    run_command("punt", ready.name, name, "--klaar")
    assert run_command("controleer").code == 0


def test_meer_plannen(run_command, ready, copies):
    names = copies(ready, 2)
    broken = ready.with_name("kapot.plan.yaml")
    broken.write_text("onzin: [", "utf-8")
    outcome = run_command("controleer", *names, broken.name, "weg.plan.yaml")
    assert outcome.code == 1
    koppen = re.findall(r"^(\S+\.plan\.yaml):", outcome.result, re.MULTILINE)
    assert koppen == [*names, broken.name, "weg.plan.yaml"]
    assert outcome.result.rstrip().endswith("in 4 plannen.")
    assert outcome.result.count("[onleesbaar]") == 2


@pytest.mark.parametrize("formaat", ["tekst", "json", "sarif"])
def test_er_wordt_niets_geschreven(run_command, wrong, folder_state, formaat):
    run_command("genereer")
    before = folder_state()
    assert run_command("controleer", wrong.name, "--formaat", formaat).code == 1
    assert folder_state() == before


@pytest.mark.parametrize("arguments", [["--formaat", "xml"], ["--formaat"], ["--json"]])
def test_verkeerd_gebruik(run_command, plan, arguments):
    outcome = run_command("controleer", plan.name, *arguments)
    assert (outcome.code, outcome.result) == (2, "")
    assert re.search(r"`uitvoeringsplan( controleer)? --help`", outcome.error)


def test_een_onbekend_formaat_noemt_wat_wel_kan(run_command, plan):
    said = run_command("controleer", plan.name, "--formaat", "xml").error
    assert all(name in said for name in ("tekst", "json", "sarif"))


def test_geen_plan_in_de_map(error):
    assert "in deze map staat geen plan" in error("controleer")


def test_een_vragenlijst_die_niet_kan(error, plan):
    plan.with_name("kapot.yaml").write_text("soort: [", "utf-8")
    assert "kapot.yaml" in error("controleer", plan.name, "--vragen", "kapot.yaml")


def beschreven() -> dict[str, list[str]]:
    """Return the keys per table of the section of docs/formaten.md, by the word before it."""
    text = FORMATS.read_text("utf-8")
    kop = r"^## [^\n]*`controleer --formaat json`\n"
    (part,) = re.findall(rf"{kop}(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    result: dict[str, list[str]] = {}
    name = ""
    for line in part.splitlines():
        if line.endswith(":"):
            name = "".join(re.findall(r"`([^`]+)`", line))
        elif line.startswith("| `"):
            result.setdefault(name, []).extend(re.findall(r"`([^`]+)`", line.split(" | ")[0]))
    return result


def test_json_heeft_de_beschreven_sleutels(run_command, wrong):
    outcome = run_command("controleer", wrong.name, "weg.plan.yaml", "--formaat", "json")
    assert outcome.code == 1
    plannen = json.loads(outcome.result)
    description = beschreven()
    assert description.keys() == {"", "bevindingen", "bron"}
    for plan in plannen:
        assert list(plan) == description[""]
        for one in plan["bevindingen"]:
            assert list(one) == description["bevindingen"]
            assert list(one["bron"]) == description["bron"]
            assert one["controle"] in LINE_IDS
        for ernst, plural in (("fout", "fouten"), ("opmerking", "opmerkingen")):
            assert plan[plural] == sum(one["ernst"] == ernst for one in plan["bevindingen"])
    wrong_, gone = plannen
    assert (wrong_["plan"], gone["plan"]) == (wrong.name, "weg.plan.yaml")
    assert {one["vraag"] for one in wrong_["bevindingen"]} >= {"gemeente", "lokale-ambitie"}
    assert [one["regel"] for one in gone["bevindingen"]] == [None]


def test_json_zonder_bevindingen(run_command, ready):
    outcome = run_command("controleer", ready.name, "--formaat", "json")
    assert (outcome.code, json.loads(outcome.result)[0]["bevindingen"]) == (0, [])


def test_de_controles_staan_beschreven():
    text = FORMATS.read_text("utf-8")
    (part,) = re.findall(r"^## Nakijken: `controleer`\n(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    assert re.findall(r"^\| `([a-z-]+)` \|", part, re.MULTILINE) == [
        *LINE_IDS[2:], NOT_COUNTED.id, UNREADABLE.id,
    ]  # fmt: skip


def test_sarif_heeft_wat_de_standaard_vraagt(run_command, wrong):
    """By hand: what section 3 of SARIF 2.1.0 requires of what is in the log."""
    foreign = wrong.with_name("een plan.plan.yaml")
    foreign.write_bytes(wrong.read_bytes())
    names = (wrong.name, foreign.name, str(wrong.resolve()), "weg.plan.yaml")
    outcome = run_command("controleer", *names, "--formaat", "sarif")
    assert outcome.code == 1
    log = json.loads(outcome.result)
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    lines = driver["rules"]
    assert driver["name"] == "uitvoeringsplan"
    assert [line["id"] for line in lines] == LINE_IDS
    for line in lines:
        for name in ("shortDescription", "fullDescription", "help"):
            assert line[name].keys() == {"text"}
            assert line[name]["text"].endswith((".", line.get("helpUri", "") + "."))
        assert line["help"]["text"].count("Bron: ") == 1
        assert line["properties"]["bron"] in line["help"]["text"]
        assert line["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert line.get("helpUri", "https://").startswith("https://")
    uris = []
    for one in run["results"]:
        assert lines[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] in ("error", "warning", "note")
        assert one["message"].keys() == {"text"}
        (place,) = one["locations"]
        fysiek = place["physicalLocation"]
        assert fysiek["region"]["startLine"] >= 1
        assert re.fullmatch(r"[A-Za-z0-9_.~/:%-]+", fysiek["artifactLocation"]["uri"])
        uris.append(fysiek["artifactLocation"]["uri"])
        for logisch in place.get("logicalLocations", ()):
            assert logisch.keys() == {"name", "fullyQualifiedName"}
    expected = [wrong.name, "een%20plan.plan.yaml", wrong.resolve().as_uri(), "weg.plan.yaml"]
    assert list(dict.fromkeys(uris)) == expected


def test_sarif_wijst_de_regel_aan(run_command, wrong):
    log = json.loads(run_command("controleer", wrong.name, "--formaat", "sarif").result)
    lines = wrong.read_text("utf-8").split("\n")
    (one,) = [r for r in log["runs"][0]["results"] if r["ruleId"] == "link-tekst"]
    (place,) = one["locations"]
    assert "[hier]" in lines[place["physicalLocation"]["region"]["startLine"] - 1]
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "lokale-ambitie"
    assert one["message"]["text"].startswith("Lokale ambitie: ")


def test_sarif_leest_de_woorden_van_een_plan_niet_als_verwijzing(run_command, plan):
    run_command("antwoord", plan.name, "lokale-ambitie", "Zie [het {plan}](www.kis.nl).")
    log = json.loads(run_command("controleer", plan.name, "--formaat", "sarif").result)
    (text,) = [
        r["message"]["text"] for r in log["runs"][0]["results"] if r["ruleId"] == "link-adres"
    ]
    assert text.endswith("[het {{plan}}] (www.kis.nl)")
    assert "[het {plan}](www.kis.nl)" in " ".join(
        run_command("controleer", plan.name).result.split()
    )
