"""`antwoord` may not ask: what cannot be saved ends with exit 1 and costs nobody a text."""

from __future__ import annotations

import os

import pytest

from uitvoeringsplan.tasks import set_answer


@pytest.fixture
def meanwhile(monkeypatch):
    """Do something between the moment that the plan is read and the moment that it is saved."""

    def line(perform) -> None:
        real = set_answer.save_plan

        def save(old, new):
            perform()
            return real(old, new)

        monkeypatch.setattr(set_answer, "save_plan", save)

    return line


def test_hetzelfde_antwoord_is_intussen_anders_gezet(
    run_command, plan, meanwhile, replace, folder_state
):
    meanwhile(lambda: replace(plan, "gemeente: Oudermeer", "gemeente: Van hen"))
    outcome = run_command("antwoord", plan.name, "gemeente", "Van ons")
    assert (outcome.code, outcome.result) == (1, "")
    assert "gemeente, in het bestand:\nVan hen\n" in outcome.error
    assert "gemeente, van jou:\nVan ons\n" in outcome.error
    assert "Er is niets overschreven" in outcome.error
    assert list(folder_state()) == [plan.name]
    text = plan.read_text("utf-8")
    assert "gemeente: Van hen\n" in text
    assert "Van ons" not in text


def test_een_ander_antwoord_is_intussen_gezet(run_command, plan, meanwhile, replace, folder_state):
    meanwhile(lambda: replace(plan, "gemeente: Oudermeer", "gemeente: Van hen"))
    assert run_command("antwoord", plan.name, "kenmerk", "Van ons").code == 0
    text = plan.read_text("utf-8")
    assert "gemeente: Van hen\n" in text
    assert "kenmerk: Van ons\n" in text
    assert list(folder_state()) == [plan.name]


@pytest.mark.parametrize(
    ("perform", "words"),
    [
        (lambda plan: plan.unlink(), "weggehaald of hernoemd"),
        (lambda plan: plan.write_bytes(b"<<<<<<< HEAD\n"), "conflict van git"),
        (lambda plan: plan.write_bytes(b"#" * 6 * 2**20), "groter dan 5 MB"),
    ],
    ids=["weg", "conflict", "te groot"],
)
def test_wat_niet_bewaard_kan_worden_staat_ernaast(run_command, plan, meanwhile, perform, words):
    meanwhile(lambda: perform(plan))
    outcome = run_command("antwoord", plan.name, "kenmerk", "Van ons")
    assert (outcome.code, outcome.result) == (1, "")
    assert words in outcome.error
    assert outcome.error.endswith(f"staat in {plan.with_name('dorp.herstel-1.yaml').name}.\n")
    assert "kenmerk: Van ons\n" in plan.with_name("dorp.herstel-1.yaml").read_text("utf-8")


def test_een_alleen_lezen_bestand(run_command, plan, monkeypatch):
    # Root may write anywhere, so the answer of the system is made here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = plan.read_bytes()
    outcome = run_command("antwoord", plan.name, "kenmerk", "Van ons")
    assert (outcome.code, outcome.result) == (1, "")
    assert "Er is niets verloren" in outcome.error
    assert plan.read_bytes() == before
