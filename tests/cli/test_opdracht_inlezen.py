"""`inlezen` at the command line: what it says, asks and writes."""

from __future__ import annotations

import shutil

import pytest

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt
from uitvoeringsplan.opdrachten import inlezen
from uitvoeringsplan.storage.planbestand import load_plan
from wordbewerker import LIJST, bewerkt, met


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(inlezen, "is_terminal", lambda: True)


def ambitie(plan):
    return load_plan(plan, LIJST).plan.antwoorden["lokale-ambitie"]


def botsing(plan):
    """Return a document that clashes with the plan, which has its own new text."""
    word = bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    met(plan, lokale_ambitie="Uit het plan.")
    return word


def test_overnemen_noemt_elke_vraag(draai, plan):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.", borgen_budget="")
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 0, gedraaid.fout
    assert "- Lokale ambitie (lokale-ambitie): overgenomen uit Word" in gedraaid.uit
    assert "- Beschikbaar budget (borgen-budget): leeggemaakt in Word" in gedraaid.uit
    assert gedraaid.uit.endswith("dorp.plan.yaml: 2 antwoorden bijgewerkt.\n")
    assert ambitie(plan) == "Uit Word."
    assert "niets nieuws" in draai("inlezen", "dorp.docx").uit


def test_proef_bewaart_niets(draai, plan):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    voor = plan.read_bytes()
    gedraaid = draai("inlezen", "dorp.docx", "--proef")
    assert gedraaid.code == 0
    assert "Dit zou 1 antwoord in dorp.plan.yaml veranderen. Er is niets bewaard" in gedraaid.uit
    assert plan.read_bytes() == voor


def test_een_botsing_zonder_terminal_schrijft_niets(draai, plan):
    botsing(plan)
    voor = plan.read_bytes()
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 1
    assert "In het plan staat:\n  Uit het plan." in gedraaid.uit
    assert "In Word staat:\n  Uit Word." in gedraaid.uit
    assert "Er is niets overgenomen. Kies per vraag in een terminal" in gedraaid.fout
    assert plan.read_bytes() == voor


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("keuze", "tekst"),
    [
        ("plan", "Uit het plan."),
        ("word", "Uit Word."),
        ("beide", "Uit het plan.\n\nUit Word."),
        ("zelf", "Van allebei iets."),
    ],
)
def test_bij_een_botsing_kiest_de_gebruiker(draai, plan, speel, keuze, tekst):
    botsing(plan)
    speler = speel(Beantwoord("Van allebei iets."), keuzes=[keuze])
    speler.toon = lambda _: None
    assert draai("inlezen", "dorp.docx").code == 0
    assert ambitie(plan) == tekst


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("zetten", "keuzes"), [([], [None]), ([Gestopt("half")], ["zelf"])])
def test_stoppen_bij_een_botsing_laat_alles_zoals_het_was(draai, plan, speel, zetten, keuzes):
    botsing(plan)
    voor = plan.read_bytes()
    speler = speel(*zetten, keuzes=keuzes)
    speler.toon = lambda _: None
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 130
    assert "niets overgenomen" in gedraaid.fout
    assert plan.read_bytes() == voor


def test_meer_bestanden_na_elkaar(draai, plan):
    """Two colleagues had the same document; each changed another answer."""
    bewerkt(plan, plan.with_name("an.docx"), lokale_ambitie="Van An.")
    bewerkt(plan, plan.with_name("bo.docx"), borgen_budget="Van Bo.")
    gedraaid = draai("inlezen", "an.docx", "bo.docx")
    assert gedraaid.code == 0, gedraaid.fout
    antwoorden = load_plan(plan, LIJST).plan.antwoorden
    assert (antwoorden["lokale-ambitie"], antwoorden["borgen-budget"]) == ("Van An.", "Van Bo.")


def test_het_plan_met_dezelfde_naam_gaat_voor(draai, plan):
    ander = plan.with_name("ander.plan.yaml")
    shutil.copy(plan, ander)
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    assert draai("inlezen", "dorp.docx").code == 0
    assert ambitie(plan) == "Uit Word." != ambitie(ander)
    shutil.copy(plan.with_name("dorp.docx"), plan.with_name("los.docx"))
    assert "staan meer plannen" in draai("inlezen", "los.docx").fout
    bewerkt(plan, plan.with_name("los.docx"), borgen_budget="Geld.")
    assert draai("inlezen", "los.docx", "ander.plan.yaml").code == 0
    assert load_plan(ander, LIJST).plan.antwoorden["borgen-budget"] == "Geld."


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("argumenten", "code", "woorden"),
    [
        (["dorp.plan.yaml"], 2, "Geef ook het Word-bestand"),
        (["a.docx", "dorp.plan.yaml", "b.plan.yaml"], 2, "Geef één plan."),
        (["weg.docx"], 1, "weg.docx: dit Word-bestand bestaat niet."),
    ],
)
def test_wat_niet_kan(draai, argumenten, code, woorden):
    gedraaid = draai("inlezen", *argumenten)
    assert gedraaid.code == code
    assert woorden in gedraaid.fout
