"""Every command that reads a plan says once what of it is a comment to YAML."""

from __future__ import annotations

import json
import subprocess

import pytest

MESSAGE = "wat hier achter de spatie staat (“#417”) is in YAML een opmerking en telt niet mee."
BETTER = "kenmerk: 'Z-2026 #417'"


@pytest.fixture
def line(plan):
    """Put such a value in the plan, and return its line."""
    lines = plan.read_text("utf-8").split("\n")
    where = next(i for i, one in enumerate(lines) if one.startswith("  kenmerk:"))
    lines[where] = "  kenmerk: Z-2026 #417"
    plan.write_text("\n".join(lines), "utf-8")
    return where + 1


@pytest.mark.parametrize(
    "command",
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
def test_elke_opdracht_zegt_het_een_keer(run_command, speel, line, command):
    if command[0] == "verder" or command[1] == "dorp.plan.yaml":
        speel(keuzes=[None], ja=[True])
    outcome = run_command(*command)
    assert outcome.code in (0, 130)
    assert outcome.error.count(MESSAGE) == 1
    assert f"Let op: dorp.plan.yaml, regel {line}: " in outcome.error
    assert BETTER in outcome.error
    if "--json" in command:
        json.loads(outcome.result)


def test_inlezen_zegt_het(run_command, plan, line):
    run_command("genereer", plan.name)
    outcome = run_command("inlezen", "dorp.docx", plan.name)
    assert f"regel {line}: {MESSAGE}" in outcome.error


def test_vergelijk_zegt_het(run_command, plan, line):
    outcome = run_command("vergelijk", plan.name, plan.name)
    assert outcome.error.count(MESSAGE) == 1
    assert f"dorp.plan.yaml, regel {line}: " in outcome.error


@pytest.mark.git
@pytest.mark.usefixtures("bare_git")
def test_ook_wie_het_plan_gaat_vastleggen_hoort_het(run_command, plan, line):
    """It does not stop the commit: it may be what was meant."""
    for command in (["init", "-q"], ["add", plan.name]):
        subprocess.run(["git", *command], cwd=plan.parent, check=True)
    outcome = run_command("git", "--klaargezet")
    assert outcome.code == 0
    assert f"dorp.plan.yaml, regel {line}: {MESSAGE}" in outcome.error


def test_controleer_maakt_er_een_bevinding_van(run_command, plan, line):
    outcome = run_command("controleer", plan.name, "--formaat", "json")
    (one,) = json.loads(outcome.result)
    (bevinding,) = [b for b in one["bevindingen"] if b["controle"] == "telt-niet-mee"]
    assert (bevinding["regel"], bevinding["ernst"]) == (line, "waarschuwing")
    assert MESSAGE in bevinding["melding"]
    assert MESSAGE not in outcome.error
    sarif = json.loads(run_command("controleer", plan.name, "--formaat", "sarif").result)
    assert "telt-niet-mee" in json.dumps(sarif)


def test_tussen_aanhalingstekens_is_er_niets_te_zeggen(run_command, plan, line, replace):
    replace(plan, "kenmerk: Z-2026 #417", BETTER)
    outcome = run_command("genereer", plan.name)
    assert outcome.code == 0
    assert outcome.error.startswith("Nagekeken")
    assert line
