"""`antwoord` may not ask: what cannot be saved ends with exit 1 and costs nobody a text."""

from __future__ import annotations

import os

import pytest

from uitvoeringsplan.tasks import set_answer


@pytest.fixture
def intussen(monkeypatch):
    """Do something between the moment that the plan is read and the moment that it is saved."""

    def regel(doe) -> None:
        echt = set_answer.save_plan

        def bewaar(oud, nieuw):
            doe()
            return echt(oud, nieuw)

        monkeypatch.setattr(set_answer, "save_plan", bewaar)

    return regel


def test_hetzelfde_antwoord_is_intussen_anders_gezet(draai, plan, intussen, vervang, mapstand):
    intussen(lambda: vervang(plan, "gemeente: Oudermeer", "gemeente: Van hen"))
    gedraaid = draai("antwoord", plan.name, "gemeente", "Van ons")
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert "gemeente, in het bestand:\nVan hen\n" in gedraaid.fout
    assert "gemeente, van jou:\nVan ons\n" in gedraaid.fout
    assert "Er is niets overschreven" in gedraaid.fout
    assert list(mapstand()) == [plan.name]
    tekst = plan.read_text("utf-8")
    assert "gemeente: Van hen\n" in tekst
    assert "Van ons" not in tekst


def test_een_ander_antwoord_is_intussen_gezet(draai, plan, intussen, vervang, mapstand):
    intussen(lambda: vervang(plan, "gemeente: Oudermeer", "gemeente: Van hen"))
    assert draai("antwoord", plan.name, "kenmerk", "Van ons").code == 0
    tekst = plan.read_text("utf-8")
    assert "gemeente: Van hen\n" in tekst
    assert "kenmerk: Van ons\n" in tekst
    assert list(mapstand()) == [plan.name]


@pytest.mark.parametrize(
    ("doe", "woorden"),
    [
        (lambda plan: plan.unlink(), "weggehaald of hernoemd"),
        (lambda plan: plan.write_bytes(b"<<<<<<< HEAD\n"), "conflict van git"),
        (lambda plan: plan.write_bytes(b"#" * 6 * 2**20), "groter dan 5 MB"),
    ],
    ids=["weg", "conflict", "te groot"],
)
def test_wat_niet_bewaard_kan_worden_staat_ernaast(draai, plan, intussen, doe, woorden):
    intussen(lambda: doe(plan))
    gedraaid = draai("antwoord", plan.name, "kenmerk", "Van ons")
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert woorden in gedraaid.fout
    assert gedraaid.fout.endswith(f"staat in {plan.with_name('dorp.herstel-1.yaml').name}.\n")
    assert "kenmerk: Van ons\n" in plan.with_name("dorp.herstel-1.yaml").read_text("utf-8")


def test_een_alleen_lezen_bestand(draai, plan, monkeypatch):
    # Root may write anywhere, so the answer of the system is made here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    voor = plan.read_bytes()
    gedraaid = draai("antwoord", plan.name, "kenmerk", "Van ons")
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert "Er is niets verloren" in gedraaid.fout
    assert plan.read_bytes() == voor
