"""`vergelijk` and `geschiedenis` at the command line."""

from __future__ import annotations

import json
import subprocess
import zipfile

import pytest

from edited_docx import LIJST, edited, met
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.terminal.reports.changes import render_change
from uitvoeringsplan.terminal.visible import make_visible


def git(map_, *command):
    who = ["-c", "user.name=An Test", "-c", "user.email=an@example.org"]
    subprocess.run(["git", *who, *command], cwd=map_, check=True, capture_output=True)


def record(plan, boodschap):
    git(plan.parent, "add", plan.name)
    git(plan.parent, "commit", "-qm", boodschap)


@pytest.fixture
def in_git(plan):
    git(plan.parent, "init", "-q")
    record(plan, "Begin")
    return plan


@pytest.fixture
def old(plan):
    path = plan.with_name("oud.plan.yaml")
    path.write_bytes(plan.read_bytes())
    return path


def test_bijgehouden_wijzigingen_en_opmerkingen_zijn_gezegd(run_command, old, plan):
    met(plan, borgen_budget="Niets.")
    run_command("vergelijk", old.name, plan.name, "--word", "w.docx")
    run_command("punt", plan.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    run_command("genereer", plan.name, "--met-punten")
    for word, zin in (
        ("w.docx", "Er staan nog bijgehouden wijzigingen open. Ze tellen hier als aangenomen."),
        ("dorp-met-punten.docx", "Er staat 1 opmerking in het bestand."),
    ):
        outcome = run_command("vergelijk", word, plan.name)
        assert "Er is geen verschil" not in outcome.result
        assert zin in " ".join(outcome.error.split())


def test_twee_plannen_per_vraag_en_per_woord(run_command, plan, old):
    met(old, borgen_budget="Er is 10.000 euro.", lokale_ambitie="Weg ermee.")
    met(plan, borgen_budget="Er is 12.000 euro.", lokale_ambitie="")
    outcome = run_command("vergelijk", "oud.plan.yaml", "dorp.plan.yaml")
    assert outcome.code == 0
    assert (
        "Beschikbaar budget (borgen-budget)\n  Er is [-10.000-]{+12.000+} euro." in outcome.result
    )
    assert "Lokale ambitie (lokale-ambitie)\n  [-Weg ermee.-]" in outcome.result
    assert "\033" not in outcome.result
    assert outcome.result.count("\n\n") == 3
    assert (
        "\n\nZo lees je dit: [-weg-] staat er niet meer; {+erbij+} is nieuw.\n\n" in outcome.result
    )


def test_gelijke_plannen(run_command, old, plan):
    assert old.read_bytes() == plan.read_bytes()
    assert "Er is geen verschil." in run_command("vergelijk", old.name, plan.name).result


def test_als_json(run_command, plan, old):
    met(plan, borgen_budget="Anders.")
    reading = json.loads(run_command("vergelijk", old.name, plan.name, "--json").result)
    (one,) = [part for part in reading if part["wat"] != "gelijk"]
    assert (one["id"], one["nieuw"]) == ("borgen-budget", "Anders.")


def test_kleur_voor_wie_haar_ziet():
    vraag = LIJST.vraag("borgen-budget")
    one = compare_antwoord(vraag, "Er is 10 euro.", "Er is 12 euro.")
    coloured = make_visible(render_change(one, kleur=True))
    assert "\033[31m[-10-]\033[39m\033[32m{+12+}\033[39m" in coloured
    assert "Er is [-10-]{+12+} euro." in render_change(one, kleur=False)


def test_een_word_bestand_is_ook_een_kant(run_command, plan):
    edited(plan, plan.with_name("an.docx"), borgen_budget="Van An.")
    result = run_command("vergelijk", plan.name, "an.docx").result
    assert "{+Van An.+}" in result
    assert result.count("(") - result.count("](") == 1, "alleen die ene vraag verschilt"
    run_command("genereer", "-u", "zelf.docx")
    assert "Er is geen verschil." in run_command("vergelijk", plan.name, "zelf.docx").result


@pytest.mark.git
def test_zonder_namen_met_de_laatste_commit(run_command, in_git):
    assert "Er is geen verschil." in run_command("vergelijk").result
    met(in_git, borgen_budget="Later.")
    assert "{+Later.+}" in run_command("vergelijk").result
    record(in_git, "Budget")
    assert "Er is geen verschil." in run_command("vergelijk").result
    assert (
        "{+Later.+}"
        in run_command("vergelijk", "HEAD~1:dorp.plan.yaml", "HEAD:dorp.plan.yaml").result
    )


@pytest.mark.git
def test_bijgehouden_wijzigingen_in_word(run_command, in_git):
    before = in_git.read_bytes()
    met(in_git, borgen_budget="Er is geld.")
    outcome = run_command("vergelijk", "--word", "wijzigingen.docx")
    assert outcome.code == 0, outcome.error
    word = in_git.with_name("wijzigingen.docx")
    with zipfile.ZipFile(word) as package:
        text = package.read("word/document.xml").decode()
    assert 'w:author="An Test"' in text
    assert "<w:del " in text
    assert "<w:ins " in text
    assert check_docx(word.read_bytes(), word.name) == []
    assert "bestaat al" in run_command("vergelijk", "--word", "wijzigingen.docx").error
    # What is tracked comes home like any edit: refused, the plan is as it was.
    in_git.write_bytes(before)
    assert run_command("inlezen", "wijzigingen.docx", in_git.name, "--zonder-wijzigingen").code == 0
    assert in_git.read_bytes() == before


@pytest.mark.git
def test_de_geschiedenis_van_een_antwoord(run_command, in_git):
    met(in_git, borgen_budget="Er is 10 euro.")
    record(in_git, "Eerste bedrag")
    met(in_git, lokale_ambitie="Iets anders.")
    record(in_git, "Niet dit antwoord")
    met(in_git, borgen_budget="Er is 12 euro.")
    outcome = run_command("geschiedenis", "dorp.plan.yaml", "borgen-budget")
    assert outcome.code == 0, outcome.error
    assert "An Test: Eerste bedrag" in outcome.result
    assert "Niet dit antwoord" not in outcome.result
    assert outcome.result.endswith("Nog niet vastgelegd\n  Er is [-10-]{+12+} euro.\n")
    reading = json.loads(
        run_command("geschiedenis", "dorp.plan.yaml", "borgen-budget", "--json").result
    )
    assert [w["onderwerp"] for w in reading["wijzigingen"]] == ["Begin", "Eerste bedrag", ""]


@pytest.mark.git
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["vergelijk", "HEAD:weg.plan.yaml", "dorp.plan.yaml"], "weg.plan.yaml"),
        (["vergelijk", "v9:dorp.plan.yaml", "dorp.plan.yaml"], "v9"),
        (["vergelijk", "weg.plan.yaml", "dorp.plan.yaml"], "weg.plan.yaml"),
        (["geschiedenis", "dorp.plan.yaml", "borgen-bugdet"], "Bedoel je “borgen-budget”?"),
    ],
)
def test_wat_niet_kan(run_command, in_git, arguments, words):
    outcome = run_command(*arguments)
    assert outcome.code == 1
    assert words in outcome.error
    assert in_git.exists()


def test_zonder_git_een_duidelijke_zin(run_command, plan):
    assert "git" in run_command("vergelijk").error
    assert run_command("geschiedenis", plan.name, "borgen-budget").code in (1, 2)
