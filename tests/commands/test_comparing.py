"""`vergelijk` and `geschiedenis` at the command line."""

from __future__ import annotations

import json
import subprocess
import zipfile

import pytest

from edited_docx import LIJST, bewerkt, met
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.terminal.reports.changes import render_change
from uitvoeringsplan.terminal.visible import make_visible


def git(map_, *opdracht):
    wie = ["-c", "user.name=An Test", "-c", "user.email=an@example.org"]
    subprocess.run(["git", *wie, *opdracht], cwd=map_, check=True, capture_output=True)


def leg_vast(plan, boodschap):
    git(plan.parent, "add", plan.name)
    git(plan.parent, "commit", "-qm", boodschap)


@pytest.fixture
def in_git(plan):
    git(plan.parent, "init", "-q")
    leg_vast(plan, "Begin")
    return plan


@pytest.fixture
def oud(plan):
    pad = plan.with_name("oud.plan.yaml")
    pad.write_bytes(plan.read_bytes())
    return pad


def test_bijgehouden_wijzigingen_en_opmerkingen_zijn_gezegd(draai, oud, plan):
    met(plan, borgen_budget="Niets.")
    draai("vergelijk", oud.name, plan.name, "--word", "w.docx")
    draai("punt", plan.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    draai("genereer", plan.name, "--met-punten")
    for word, zin in (
        ("w.docx", "Er staan nog bijgehouden wijzigingen open. Ze tellen hier als aangenomen."),
        ("dorp-met-punten.docx", "Er staat 1 opmerking in het bestand."),
    ):
        gedraaid = draai("vergelijk", word, plan.name)
        assert "Er is geen verschil" not in gedraaid.uit
        assert zin in " ".join(gedraaid.fout.split())


def test_twee_plannen_per_vraag_en_per_woord(draai, plan, oud):
    met(oud, borgen_budget="Er is 10.000 euro.", lokale_ambitie="Weg ermee.")
    met(plan, borgen_budget="Er is 12.000 euro.", lokale_ambitie="")
    gedraaid = draai("vergelijk", "oud.plan.yaml", "dorp.plan.yaml")
    assert gedraaid.code == 0
    assert "Beschikbaar budget (borgen-budget)\n  Er is [-10.000-]{+12.000+} euro." in gedraaid.uit
    assert "Lokale ambitie (lokale-ambitie)\n  [-Weg ermee.-]" in gedraaid.uit
    assert "\033" not in gedraaid.uit
    assert gedraaid.uit.count("\n\n") == 3
    assert "\n\nZo lees je dit: [-weg-] staat er niet meer; {+erbij+} is nieuw.\n\n" in gedraaid.uit


def test_gelijke_plannen(draai, oud, plan):
    assert oud.read_bytes() == plan.read_bytes()
    assert "Er is geen verschil." in draai("vergelijk", oud.name, plan.name).uit


def test_als_json(draai, plan, oud):
    met(plan, borgen_budget="Anders.")
    gelezen = json.loads(draai("vergelijk", oud.name, plan.name, "--json").uit)
    (een,) = [deel for deel in gelezen if deel["wat"] != "gelijk"]
    assert (een["id"], een["nieuw"]) == ("borgen-budget", "Anders.")


def test_kleur_voor_wie_haar_ziet():
    vraag = LIJST.vraag("borgen-budget")
    een = compare_antwoord(vraag, "Er is 10 euro.", "Er is 12 euro.")
    gekleurd = make_visible(render_change(een, kleur=True))
    assert "\033[31m[-10-]\033[39m\033[32m{+12+}\033[39m" in gekleurd
    assert "Er is [-10-]{+12+} euro." in render_change(een, kleur=False)


def test_een_word_bestand_is_ook_een_kant(draai, plan):
    bewerkt(plan, plan.with_name("an.docx"), borgen_budget="Van An.")
    uit = draai("vergelijk", plan.name, "an.docx").uit
    assert "{+Van An.+}" in uit
    assert uit.count("(") - uit.count("](") == 1, "alleen die ene vraag verschilt"
    draai("genereer", "-u", "zelf.docx")
    assert "Er is geen verschil." in draai("vergelijk", plan.name, "zelf.docx").uit


@pytest.mark.git
def test_zonder_namen_met_de_laatste_commit(draai, in_git):
    assert "Er is geen verschil." in draai("vergelijk").uit
    met(in_git, borgen_budget="Later.")
    assert "{+Later.+}" in draai("vergelijk").uit
    leg_vast(in_git, "Budget")
    assert "Er is geen verschil." in draai("vergelijk").uit
    assert "{+Later.+}" in draai("vergelijk", "HEAD~1:dorp.plan.yaml", "HEAD:dorp.plan.yaml").uit


@pytest.mark.git
def test_bijgehouden_wijzigingen_in_word(draai, in_git):
    voor = in_git.read_bytes()
    met(in_git, borgen_budget="Er is geld.")
    gedraaid = draai("vergelijk", "--word", "wijzigingen.docx")
    assert gedraaid.code == 0, gedraaid.fout
    word = in_git.with_name("wijzigingen.docx")
    with zipfile.ZipFile(word) as pakket:
        tekst = pakket.read("word/document.xml").decode()
    assert 'w:author="An Test"' in tekst
    assert "<w:del " in tekst
    assert "<w:ins " in tekst
    assert check_docx(word.read_bytes(), word.name) == []
    assert "bestaat al" in draai("vergelijk", "--word", "wijzigingen.docx").fout
    # What is tracked comes home like any edit: refused, the plan is as it was.
    in_git.write_bytes(voor)
    assert draai("inlezen", "wijzigingen.docx", in_git.name, "--zonder-wijzigingen").code == 0
    assert in_git.read_bytes() == voor


@pytest.mark.git
def test_de_geschiedenis_van_een_antwoord(draai, in_git):
    met(in_git, borgen_budget="Er is 10 euro.")
    leg_vast(in_git, "Eerste bedrag")
    met(in_git, lokale_ambitie="Iets anders.")
    leg_vast(in_git, "Niet dit antwoord")
    met(in_git, borgen_budget="Er is 12 euro.")
    gedraaid = draai("geschiedenis", "dorp.plan.yaml", "borgen-budget")
    assert gedraaid.code == 0, gedraaid.fout
    assert "An Test: Eerste bedrag" in gedraaid.uit
    assert "Niet dit antwoord" not in gedraaid.uit
    assert gedraaid.uit.endswith("Nog niet vastgelegd\n  Er is [-10-]{+12+} euro.\n")
    gelezen = json.loads(draai("geschiedenis", "dorp.plan.yaml", "borgen-budget", "--json").uit)
    assert [w["onderwerp"] for w in gelezen["wijzigingen"]] == ["Begin", "Eerste bedrag", ""]


@pytest.mark.git
@pytest.mark.parametrize(
    ("argumenten", "woorden"),
    [
        (["vergelijk", "HEAD:weg.plan.yaml", "dorp.plan.yaml"], "weg.plan.yaml"),
        (["vergelijk", "v9:dorp.plan.yaml", "dorp.plan.yaml"], "v9"),
        (["vergelijk", "weg.plan.yaml", "dorp.plan.yaml"], "weg.plan.yaml"),
        (["geschiedenis", "dorp.plan.yaml", "borgen-bugdet"], "Bedoel je “borgen-budget”?"),
    ],
)
def test_wat_niet_kan(draai, in_git, argumenten, woorden):
    gedraaid = draai(*argumenten)
    assert gedraaid.code == 1
    assert woorden in gedraaid.fout
    assert in_git.exists()


def test_zonder_git_een_duidelijke_zin(draai, plan):
    assert "git" in draai("vergelijk").fout
    assert draai("geschiedenis", plan.name, "borgen-budget").code in (1, 2)
