"""`status`: how far plans are, for a person and for a program."""

from __future__ import annotations

import json
import re


def test_status(run_command, plan):
    run_command("antwoord", plan.name, "borgen-budget", "--leeg")
    outcome = run_command("status")
    assert outcome.code == 0
    assert "dorp.plan.yaml: Oudermeer, status concept" in outcome.result
    assert "] 19/20" in outcome.result
    assert re.findall(r"open (\S+):", outcome.result) == ["borgen-budget"]
    fixed, keuze = run_command("status", "--alles").result.split(
        "Deze hoofdstukken mag je ook invullen:"
    )
    line = re.compile(r"^ {9}.{5}(\S+): ", re.MULTILINE)
    assert len(line.findall(fixed)) == 20
    assert line.findall(keuze)[:4] == [
        "signalering-meldpunt", "signalering-online", "communicatie-aanpak", "acties",
    ]  # fmt: skip


def test_status_telt_hoofdstukken_naar_keuze_niet_mee(run_command, plan):
    before = run_command("status").result
    assert "] 20/20" in before
    _, keuze = before.split("Deze hoofdstukken mag je ook invullen:\n")
    assert re.findall(r"\[(.)\] +(\d+/\d+) +(.+)", keuze) == [
        ("x", "3/3", "Aanvullingen op het format"),
        ("x", "1/1", "Planning"),
        ("x", "3/3", "Volgen en bijstellen"),
        ("x", "4/4", "Lokaal beeld (intern)"),
    ]
    run_command("antwoord", plan.name, "acties", "--leeg")
    after = run_command("status").result
    assert "] 20/20" in after
    assert "[ ] 0/1  Planning" in after
    assert "open acties" not in after


def test_status_van_meer_plannen(run_command, plan, copies):
    outcome = run_command("status", *copies(plan, 2))
    assert re.findall(r"^p\d", outcome.result, re.MULTILINE) == ["p0", "p1"]


def test_status_als_json(run_command, plan):
    (stand,) = json.loads(run_command("status", plan.name, "--json").result)
    assert (stand["plan"], stand["gemeente"], stand["vragen"]) == (
        "dorp.plan.yaml",
        "Oudermeer",
        20,
    )
    assert stand["beantwoord"] == 20 - sum(len(o["open"]) for o in stand["onderdelen"])
    assert sum(o["vragen"] for o in stand["onderdelen"]) == 20
    assert [(o["id"], o["vragen"]) for o in stand["naar_keuze"]] == [
        ("aanvullingen", 3),
        ("planning", 1),
        ("volgen", 3),
        ("lokaal-beeld-intern", 4),
    ]


BROKEN = "soort: anders\nvragenlijst: 1\n"


def test_status_gaat_verder_na_een_kapot_plan(run_command, plan, work_folder):
    (work_folder / "a.plan.yaml").write_text(BROKEN, "utf-8")
    outcome = run_command("status", "a.plan.yaml", "weg.plan.yaml", plan.name)
    assert outcome.code == 1
    assert "dorp.plan.yaml: Oudermeer, status concept" in outcome.result
    assert "a.plan.yaml, regel 1, kolom 8: dit plan is van de soort “anders”" in outcome.error
    assert "weg.plan.yaml: dit bestand bestaat niet" in outcome.error
    assert "Van 2 van de 3 plannen is de stand niet te lezen." in outcome.error


def test_status_als_json_gaat_verder_na_een_kapot_plan(run_command, plan, work_folder):
    (work_folder / "a.plan.yaml").write_text(BROKEN, "utf-8")
    outcome = run_command("status", "a.plan.yaml", plan.name, "--json")
    broken, heel = json.loads(outcome.result)
    assert outcome.code == 1
    assert (set(broken), broken["plan"]) == ({"plan", "fout"}, "a.plan.yaml")
    assert "van de soort “anders”" in broken["fout"]
    assert heel["gemeente"] == "Oudermeer"
