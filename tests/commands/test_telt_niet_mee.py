"""Every command that reads a plan says once what of it is a comment to YAML."""

from __future__ import annotations

import json
import subprocess

import pytest

MELDING = "wat hier achter de spatie staat (“#417”) is in YAML een opmerking en telt niet mee."
BETER = "kenmerk: 'Z-2026 #417'"


@pytest.fixture
def regel(plan):
    """Put such a value in the plan, and return its line."""
    regels = plan.read_text("utf-8").split("\n")
    waar = next(i for i, een in enumerate(regels) if een.startswith("  kenmerk:"))
    regels[waar] = "  kenmerk: Z-2026 #417"
    plan.write_text("\n".join(regels), "utf-8")
    return waar + 1


@pytest.mark.parametrize(
    "opdracht",
    [
        ("status", "dorp.plan.yaml"),
        ("status", "dorp.plan.yaml", "--json"),
        ("genereer", "dorp.plan.yaml"),
        ("antwoord", "dorp.plan.yaml", "gemeente", "Ede"),
        ("punt", "dorp.plan.yaml"),
        ("nieuw", "nieuw.plan.yaml", "--antwoorden", "dorp.plan.yaml"),
        ("verder", "dorp.plan.yaml"),
        ("nieuw", "dorp.plan.yaml"),
    ],
    ids=" ".join,
)
def test_elke_opdracht_zegt_het_een_keer(draai, speel, regel, opdracht):
    if opdracht[0] == "verder" or opdracht[1] == "dorp.plan.yaml":
        speel(keuzes=[None], ja=[True])
    gedraaid = draai(*opdracht)
    assert gedraaid.code in (0, 130)
    assert gedraaid.fout.count(MELDING) == 1
    assert f"Let op: dorp.plan.yaml, regel {regel}: " in gedraaid.fout
    assert BETER in gedraaid.fout
    if "--json" in opdracht:
        json.loads(gedraaid.uit)


def test_inlezen_zegt_het(draai, plan, regel):
    draai("genereer", plan.name)
    gedraaid = draai("inlezen", "dorp.docx", plan.name)
    assert f"regel {regel}: {MELDING}" in gedraaid.fout


def test_vergelijk_zegt_het(draai, plan, regel):
    gedraaid = draai("vergelijk", plan.name, plan.name)
    assert gedraaid.fout.count(MELDING) == 1
    assert f"dorp.plan.yaml, regel {regel}: " in gedraaid.fout


@pytest.mark.git
@pytest.mark.usefixtures("kale_git")
def test_ook_wie_het_plan_gaat_vastleggen_hoort_het(draai, plan, regel):
    """It does not stop the commit: it may be what was meant."""
    for opdracht in (["init", "-q"], ["add", plan.name]):
        subprocess.run(["git", *opdracht], cwd=plan.parent, check=True)
    gedraaid = draai("git", "--klaargezet")
    assert gedraaid.code == 0
    assert f"dorp.plan.yaml, regel {regel}: {MELDING}" in gedraaid.fout


def test_controleer_maakt_er_een_bevinding_van(draai, plan, regel):
    gedraaid = draai("controleer", plan.name, "--formaat", "json")
    (een,) = json.loads(gedraaid.uit)
    (bevinding,) = [b for b in een["bevindingen"] if b["controle"] == "telt-niet-mee"]
    assert (bevinding["regel"], bevinding["ernst"]) == (regel, "waarschuwing")
    assert MELDING in bevinding["melding"]
    assert MELDING not in gedraaid.fout
    sarif = json.loads(draai("controleer", plan.name, "--formaat", "sarif").uit)
    assert "telt-niet-mee" in json.dumps(sarif)


def test_tussen_aanhalingstekens_is_er_niets_te_zeggen(draai, plan, regel, vervang):
    vervang(plan, "kenmerk: Z-2026 #417", BETER)
    gedraaid = draai("genereer", plan.name)
    assert gedraaid.code == 0
    assert gedraaid.fout.startswith("Nagekeken")
    assert regel
