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


def test_een_punt_komt_erbij_gaat_dicht_en_weer_open(draai, plan):
    assert "er staan geen punten open" in draai("punt").uit
    erbij = draai("punt", plan.name, "--nieuw", "Kijk na.", "--vraag", "borgen-budget")
    (naam,) = names_of(punten(plan))
    assert erbij.uit == f"toegevoegd: {naam}  Beschikbaar budget: Kijk na.\n"
    assert f"\n{naam}  Beschikbaar budget: Kijk na." in draai("punt").uit
    assert f"1 punt staat nog open ({naam}).\n" in draai("status").uit
    stand = json.loads(draai("status", "--json").uit)[0]
    assert (stand["open_punten"], stand["punten"]) == (1, [naam])
    assert draai("punt", plan.name, naam, "--klaar").uit.startswith(f"klaar: {naam}  ")
    nogmaals = draai("punt", plan.name, naam, "--klaar").uit
    assert nogmaals.startswith(f"was al klaar: {naam}  ")
    assert nogmaals.endswith("Er is niets veranderd.\n")
    assert "geen punten open" in draai("punt").uit
    assert "Klaar sinds" in draai("punt", "--alles").uit
    assert draai("punt", plan.name, naam, "--heropen").uit.startswith(f"weer open: {naam}  ")
    (punt,) = punten(plan)
    assert (punt.vraag, punt.tekst, punt.klaar) == ("borgen-budget", "Kijk na.", "")


def test_status_noemt_van_veel_punten_de_eerste_namen(draai, plan):
    for i in range(7):
        draai("punt", plan.name, "--nieuw", f"Punt {i}.")
    namen = names_of(punten(plan))
    assert f"7 punten staan nog open ({', '.join(namen[:5])} en nog 2).\n" in draai("status").uit


def test_een_punt_verandert_geen_antwoord(draai, plan):
    voor = plan.read_bytes()
    draai("punt", plan.name, "--nieuw", "Kijk na.")
    na = plan.read_bytes()
    assert na.startswith(voor.rstrip(b"\n"))
    assert load_plan(plan, LIJST).plan.antwoorden["borgen-budget"]


def test_punten_als_json(draai, plan):
    draai("punt", plan.name, "--nieuw", "Kijk na.", "--auteur", "An")
    gelezen = json.loads(draai("punt", "--json").uit)
    assert gelezen["open"] == 1
    assert gelezen["punten"][0]["auteur"] == "An"


def test_punten_gaan_mee_in_een_werkversie(draai, plan):
    leeg = draai("genereer", "--met-punten").uit
    assert "Er staan geen punten open" in leeg
    draai("punt", plan.name, "--nieuw", "Kijk na.", "--vraag", "borgen-budget")
    draai("punt", plan.name, "--nieuw", "Geheim.", "--vraag", "beeld-gebieden")
    gemaakt = draai("genereer", "--met-punten")
    assert gemaakt.uit.startswith("dorp-met-punten.docx (")
    assert (
        "1 open punt staat er als opmerking in. 1 punt gaat over een vraag die niet in dit document"
        " staat." in gemaakt.uit
    )
    assert not plan.with_name("dorp.docx").exists()
    assert "Er is niets nieuws" in draai("inlezen", "dorp-met-punten.docx").uit
    fout = draai("genereer", "--met-punten", "--naar", "pdf")
    assert fout.code == 2
    assert "Laat --naar en --metadata weg." in fout.fout


@pytest.mark.parametrize(
    ("opties", "woorden"),
    [
        (["dorp.plan.yaml", "--klaar"], "Noem bij --klaar of --heropen het plan en de namen"),
        (["dorp.plan.yaml", "1"], "Noem bij --klaar of --heropen het plan en de namen"),
        (["--klaar", "--heropen"], "Kies één van"),
        (["dorp.plan.yaml", "9", "--klaar"], "9"),
        (["--nieuw", "x", "--vraag", "borgen-bugdet"], "borgen-budget"),
    ],
)
def test_wat_niet_kan(draai, plan, opties, woorden):
    voor = plan.read_bytes()
    gedraaid = draai("punt", *opties)
    assert gedraaid.code in (1, 2)
    assert woorden in gedraaid.fout
    assert plan.read_bytes() == voor


def git(map_, *opdracht):
    return subprocess.run(["git", *opdracht], cwd=map_, check=True, capture_output=True, text=True)


@pytest.fixture
def werkboom(werkmap):
    git(werkmap, "init", "-q")
    git(werkmap, "config", "user.name", "Test")
    git(werkmap, "config", "user.email", "t@example.org")
    return werkmap


@pytest.mark.git
def test_git_inrichten_en_weer_weg(draai, werkboom):
    assert "zou veranderen" in draai("git", "--proef").uit
    assert not (werkboom / ".gitattributes").exists()
    gedraaid = draai("git", "--ja")
    assert gedraaid.code == 0, gedraaid.fout
    assert "git bewaart ook wat je later weghaalt" in gedraaid.fout
    assert "*.docx diff=" in (werkboom / ".gitattributes").read_text()
    assert "Er is niets te veranderen." in draai("git", "--ja").uit
    draai("git", "--weg", "--ja")
    assert not (werkboom / ".gitattributes").exists()
    assert "uitvoeringsplan" not in git(werkboom, "config", "--list", "--local").stdout


@pytest.mark.git
def test_git_zonder_terminal_vraagt_om_een_keuze(draai, werkboom):
    gedraaid = draai("git")
    assert gedraaid.code == 2
    assert "--ja" in gedraaid.fout
    assert not (werkboom / ".gitattributes").exists()


@pytest.mark.git
def test_een_kapot_plan_wordt_gezien_voor_het_vastleggen(draai, werkboom, plan):
    git(werkboom, "add", plan.name)
    assert draai("git", "--klaargezet").code == 0
    plan.write_text(plan.read_text("utf-8") + "onzin: x\n", "utf-8")
    git(werkboom, "add", plan.name)
    gedraaid = draai("git", "--klaargezet")
    assert gedraaid.code == 1
    assert "onzin" in gedraaid.fout


def test_een_word_bestand_als_tekst(draai, plan):
    draai("genereer")
    gedraaid = draai("als-tekst", "dorp.docx")
    assert gedraaid.code == 0
    assert "# Uitvoeringsplan polarisatie" in gedraaid.uit
    assert plan.exists()


@pytest.mark.git
def test_twee_versies_samenvoegen(draai, plan):
    oud, hunne = plan.with_name("oud"), plan.with_name("hunne")
    oud.write_bytes(plan.read_bytes())
    tekst = plan.read_text("utf-8")
    hunne.write_text(tekst.replace("versie: 0.3", "versie: 0.4"), "utf-8")
    plan.write_text(tekst.replace("gemeente: Oudermeer", "gemeente: Nieuwermeer"), "utf-8")
    assert draai("voeg-samen", plan.name, "oud", "hunne", "dorp.plan.yaml").code == 0
    samen = load_plan(plan, LIJST).plan.gegevens
    assert (samen["gemeente"], samen["versie"]) == ("Nieuwermeer", "0.4")


def test_een_punt_van_een_oude_terminal_wordt_gelezen_en_dat_wordt_gezegd(draai, plan):
    tekst = "Café?".encode("cp1252").decode("utf-8", "surrogateescape")
    gedraaid = draai("punt", plan.name, "--nieuw", tekst)
    assert "gelezen als Windows-1252. Kijk of dit klopt: Café?." in gedraaid.uit
    assert "      Café?\n" in plan.read_text("utf-8")
