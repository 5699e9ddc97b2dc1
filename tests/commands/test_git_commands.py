"""`git` at the command line: what it asks, and how it ends when the user stops."""

from __future__ import annotations

import subprocess

import pytest

from uitvoeringsplan.commands import user


@pytest.fixture
def in_git(work_folder, monkeypatch):
    """Make the folder one of git, with somebody at the keyboard."""
    subprocess.run(["git", "init", "-q"], cwd=work_folder, check=True)
    monkeypatch.setattr(user, "is_terminal", lambda: True)
    return work_folder


@pytest.mark.git
def test_stoppen_bij_de_eerste_vraag_verandert_niets(run_command, speel, in_git):
    player = speel(keuzes=[None])
    outcome = run_command("git")
    assert outcome.code == 130
    assert len(player.asked_keuze) == 1
    assert outcome.result == "Er is niets veranderd.\n"
    assert "Gestopt. Wat hierboven niet staat, is niet veranderd." in outcome.error
    assert not (in_git / ".gitattributes").exists()


@pytest.mark.git
def test_stoppen_noemt_wat_er_al_is_gedaan(run_command, speel, in_git):
    speel(keuzes=["ja", None])
    outcome = run_command("git")
    assert outcome.code == 130
    assert "  + *.plan.yaml text eol=lf" in outcome.result
    assert (in_git / ".gitattributes").exists()


@pytest.mark.git
@pytest.mark.usefixtures("in_git")
def test_de_vragen_zeggen_wat_ze_doen(run_command, speel):
    player = speel(keuzes=["nee"] * 4)
    assert run_command("git").code == 0
    asked = [vraag for vraag, *_ in player.asked_keuze]
    assert "per antwoord en met de punten" in asked[2]
    assert "met een nummer van een persoon" in asked[3]
