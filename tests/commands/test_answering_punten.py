"""`punt` and `git` at the command line."""

from __future__ import annotations

import json
import subprocess

import pytest

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.open_punt import names_of
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

LIJST = load_vragenlijst(find_vragen())


def punten(plan):
    return load_plan(plan, LIJST).punten


def test_een_punt_komt_erbij_gaat_dicht_en_weer_open(run_command, plan):
    assert "er staan geen punten open" in run_command("punt").result
    added = run_command("punt", plan.name, "--nieuw", "Kijk na.", "--vraag", "borgen-budget")
    (name,) = names_of(punten(plan))
    assert added.result == f"toegevoegd: {name}  Beschikbaar budget: Kijk na.\n"
    assert f"\n{name}  Beschikbaar budget: Kijk na." in run_command("punt").result
    assert f"1 punt staat nog open ({name}).\n" in run_command("status").result
    stand = json.loads(run_command("status", "--json").result)[0]
    assert (stand["open_punten"], stand["punten"]) == (1, [name])
    assert run_command("punt", plan.name, name, "--klaar").result.startswith(f"klaar: {name}  ")
    once_more = run_command("punt", plan.name, name, "--klaar").result
    assert once_more.startswith(f"was al klaar: {name}  ")
    assert once_more.endswith("Er is niets veranderd.\n")
    assert "geen punten open" in run_command("punt").result
    assert "Klaar sinds" in run_command("punt", "--alles").result
    assert run_command("punt", plan.name, name, "--heropen").result.startswith(
        f"weer open: {name}  "
    )
    (punt,) = punten(plan)
    assert (punt.vraag, punt.tekst, punt.klaar) == ("borgen-budget", "Kijk na.", "")


def test_status_noemt_van_veel_punten_de_eerste_namen(run_command, plan):
    for i in range(7):
        run_command("punt", plan.name, "--nieuw", f"Punt {i}.")
    names = names_of(punten(plan))
    assert (
        f"7 punten staan nog open ({', '.join(names[:5])} en nog 2).\n"
        in run_command("status").result
    )


def test_een_punt_verandert_geen_antwoord(run_command, plan):
    before = plan.read_bytes()
    run_command("punt", plan.name, "--nieuw", "Kijk na.")
    after = plan.read_bytes()
    assert after.startswith(before.rstrip(b"\n"))
    assert load_plan(plan, LIJST).plan.antwoorden["borgen-budget"]


def test_punten_als_json(run_command, plan):
    run_command("punt", plan.name, "--nieuw", "Kijk na.", "--auteur", "An")
    reading = json.loads(run_command("punt", "--json").result)
    assert reading["open"] == 1
    assert reading["punten"][0]["auteur"] == "An"


def test_punten_gaan_mee_in_een_werkversie(run_command, plan):
    empty = run_command("genereer", "--met-punten").result
    assert "Er staan geen punten open" in empty
    run_command("punt", plan.name, "--nieuw", "Kijk na.", "--vraag", "borgen-budget")
    run_command("punt", plan.name, "--nieuw", "Geheim.", "--vraag", "beeld-gebieden")
    made = run_command("genereer", "--met-punten")
    assert made.result.startswith("dorp-met-punten.docx (")
    assert (
        "1 open punt staat er als opmerking in. 1 punt gaat over een vraag die niet in dit document"
        " staat." in made.result
    )
    assert not plan.with_name("dorp.docx").exists()
    assert "Er is niets nieuws" in run_command("inlezen", "dorp-met-punten.docx").result
    error = run_command("genereer", "--met-punten", "--naar", "pdf")
    assert error.code == 2
    assert "Laat --naar en --metadata weg." in error.error


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["dorp.plan.yaml", "--klaar"], "Noem bij --klaar of --heropen het plan en de namen"),
        (["dorp.plan.yaml", "1"], "Noem bij --klaar of --heropen het plan en de namen"),
        (["--klaar", "--heropen"], "Kies één van"),
        (["dorp.plan.yaml", "9", "--klaar"], "9"),
        (["--nieuw", "x", "--vraag", "borgen-bugdet"], "borgen-budget"),
    ],
)
def test_wat_niet_kan(run_command, plan, options, words):
    before = plan.read_bytes()
    outcome = run_command("punt", *options)
    assert outcome.code in (1, 2)
    assert words in outcome.error
    assert plan.read_bytes() == before


def git(map_, *command):
    return subprocess.run(["git", *command], cwd=map_, check=True, capture_output=True, text=True)


@pytest.fixture
def work_tree(work_folder):
    git(work_folder, "init", "-q")
    git(work_folder, "config", "user.name", "Test")
    git(work_folder, "config", "user.email", "t@example.org")
    return work_folder


@pytest.mark.git
def test_git_inrichten_en_weer_weg(run_command, work_tree):
    assert "zou veranderen" in run_command("git", "--proef").result
    assert not (work_tree / ".gitattributes").exists()
    outcome = run_command("git", "--ja")
    assert outcome.code == 0, outcome.error
    assert "git bewaart ook wat je later weghaalt" in outcome.error
    assert "*.docx diff=" in (work_tree / ".gitattributes").read_text()
    assert "Er is niets te veranderen." in run_command("git", "--ja").result
    run_command("git", "--weg", "--ja")
    assert not (work_tree / ".gitattributes").exists()
    assert "uitvoeringsplan" not in git(work_tree, "config", "--list", "--local").stdout


@pytest.mark.git
def test_git_zonder_terminal_vraagt_om_een_keuze(run_command, work_tree):
    outcome = run_command("git")
    assert outcome.code == 2
    assert "--ja" in outcome.error
    assert not (work_tree / ".gitattributes").exists()


@pytest.mark.git
def test_een_kapot_plan_wordt_gezien_voor_het_vastleggen(run_command, work_tree, plan):
    git(work_tree, "add", plan.name)
    assert run_command("git", "--klaargezet").code == 0
    plan.write_text(plan.read_text("utf-8") + "onzin: x\n", "utf-8")
    git(work_tree, "add", plan.name)
    outcome = run_command("git", "--klaargezet")
    assert outcome.code == 1
    assert "onzin" in outcome.error


def test_een_word_bestand_als_tekst(run_command, plan):
    run_command("genereer")
    outcome = run_command("als-tekst", "dorp.docx")
    assert outcome.code == 0
    assert "# Uitvoeringsplan polarisatie" in outcome.result
    assert plan.exists()


@pytest.mark.git
def test_twee_versies_samenvoegen(run_command, plan):
    old, theirs = plan.with_name("oud"), plan.with_name("hunne")
    old.write_bytes(plan.read_bytes())
    text = plan.read_text("utf-8")
    theirs.write_text(text.replace("versie: 0.3", "versie: 0.4"), "utf-8")
    plan.write_text(text.replace("gemeente: Oudermeer", "gemeente: Nieuwermeer"), "utf-8")
    assert run_command("voeg-samen", plan.name, "oud", "hunne", "dorp.plan.yaml").code == 0
    together = load_plan(plan, LIJST).plan.gegevens
    assert (together["gemeente"], together["versie"]) == ("Nieuwermeer", "0.4")


def test_een_punt_van_een_oude_terminal_wordt_gelezen_en_dat_wordt_gezegd(run_command, plan):
    text = "Café?".encode("cp1252").decode("utf-8", "surrogateescape")
    outcome = run_command("punt", plan.name, "--nieuw", text)
    assert "gelezen als Windows-1252. Kijk of dit klopt: Café?." in outcome.result
    assert "      Café?\n" in plan.read_text("utf-8")
