"""`git` at the command line: what it asks, and how it ends when the user stops."""

from __future__ import annotations

import subprocess

import pytest

from uitvoeringsplan.commands import user


@pytest.fixture
def in_git(werkmap, monkeypatch):
    """Make the folder one of git, with somebody at the keyboard."""
    subprocess.run(["git", "init", "-q"], cwd=werkmap, check=True)
    monkeypatch.setattr(user, "is_terminal", lambda: True)
    return werkmap


@pytest.mark.git
def test_stoppen_bij_de_eerste_vraag_verandert_niets(draai, speel, in_git):
    speler = speel(keuzes=[None])
    gedraaid = draai("git")
    assert gedraaid.code == 130
    assert len(speler.gevraagd_keuze) == 1
    assert gedraaid.uit == "Er is niets veranderd.\n"
    assert "Gestopt. Wat hierboven niet staat, is niet veranderd." in gedraaid.fout
    assert not (in_git / ".gitattributes").exists()


@pytest.mark.git
def test_stoppen_noemt_wat_er_al_is_gedaan(draai, speel, in_git):
    speel(keuzes=["ja", None])
    gedraaid = draai("git")
    assert gedraaid.code == 130
    assert "  + *.plan.yaml text eol=lf" in gedraaid.uit
    assert (in_git / ".gitattributes").exists()


@pytest.mark.git
@pytest.mark.usefixtures("in_git")
def test_de_vragen_zeggen_wat_ze_doen(draai, speel):
    speler = speel(keuzes=["nee"] * 4)
    assert draai("git").code == 0
    gevraagd = [vraag for vraag, *_ in speler.gevraagd_keuze]
    assert "per antwoord en met de punten" in gevraagd[2]
    assert "met een nummer van een persoon" in gevraagd[3]
