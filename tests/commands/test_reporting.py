"""`status`: how far plans are, for a person and for a program."""

from __future__ import annotations

import json
import re


def test_status(draai, plan):
    draai("antwoord", plan.name, "borgen-budget", "--leeg")
    gedraaid = draai("status")
    assert gedraaid.code == 0
    assert "dorp.plan.yaml: Oudermeer, status concept" in gedraaid.uit
    assert "] 19/20" in gedraaid.uit
    assert re.findall(r"open (\S+):", gedraaid.uit) == ["borgen-budget"]
    vast, keuze = draai("status", "--alles").uit.split("Deze hoofdstukken mag je ook invullen:")
    regel = re.compile(r"^ {9}.{5}(\S+): ", re.MULTILINE)
    assert len(regel.findall(vast)) == 20
    assert regel.findall(keuze)[:4] == [
        "signalering-meldpunt", "signalering-online", "communicatie-aanpak", "acties",
    ]  # fmt: skip


def test_status_telt_hoofdstukken_naar_keuze_niet_mee(draai, plan):
    voor = draai("status").uit
    assert "] 20/20" in voor
    _, keuze = voor.split("Deze hoofdstukken mag je ook invullen:\n")
    assert re.findall(r"\[(.)\] +(\d+/\d+) +(.+)", keuze) == [
        ("x", "3/3", "Aanvullingen op het format"),
        ("x", "1/1", "Planning"),
        ("x", "3/3", "Volgen en bijstellen"),
        ("x", "4/4", "Lokaal beeld (intern)"),
    ]
    draai("antwoord", plan.name, "acties", "--leeg")
    na = draai("status").uit
    assert "] 20/20" in na
    assert "[ ] 0/1  Planning" in na
    assert "open acties" not in na


def test_status_van_meer_plannen(draai, plan, kopieen):
    gedraaid = draai("status", *kopieen(plan, 2))
    assert re.findall(r"^p\d", gedraaid.uit, re.MULTILINE) == ["p0", "p1"]


def test_status_als_json(draai, plan):
    (stand,) = json.loads(draai("status", plan.name, "--json").uit)
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


KAPOT = "soort: anders\nvragenlijst: 1\n"


def test_status_gaat_verder_na_een_kapot_plan(draai, plan, werkmap):
    (werkmap / "a.plan.yaml").write_text(KAPOT, "utf-8")
    gedraaid = draai("status", "a.plan.yaml", "weg.plan.yaml", plan.name)
    assert gedraaid.code == 1
    assert "dorp.plan.yaml: Oudermeer, status concept" in gedraaid.uit
    assert "a.plan.yaml, regel 1, kolom 8: dit plan is van de soort “anders”" in gedraaid.fout
    assert "weg.plan.yaml: dit bestand bestaat niet" in gedraaid.fout
    assert "Van 2 van de 3 plannen is de stand niet te lezen." in gedraaid.fout


def test_status_als_json_gaat_verder_na_een_kapot_plan(draai, plan, werkmap):
    (werkmap / "a.plan.yaml").write_text(KAPOT, "utf-8")
    gedraaid = draai("status", "a.plan.yaml", plan.name, "--json")
    kapot, heel = json.loads(gedraaid.uit)
    assert gedraaid.code == 1
    assert (set(kapot), kapot["plan"]) == ({"plan", "fout"}, "a.plan.yaml")
    assert "van de soort “anders”" in kapot["fout"]
    assert heel["gemeente"] == "Oudermeer"
