"""`nieuw` and `verder` once around: what a user types, sees, and finds on disk."""

from __future__ import annotations

import re

import pytest
import typer

from uitvoeringsplan.commands import user
from uitvoeringsplan.files import processes
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt
from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller


def test_nieuw_maakt_een_plan_en_bewaart_elk_antwoord(draai, speel, werkmap):
    speler = speel(Beantwoord("Delft"), Beantwoord("gm0503"), Gestopt("2027"))
    gedraaid = draai("nieuw")
    assert gedraaid.code == 130
    assert speler.gevraagd == ["gemeente", "gemeentecode", "periode-van"]
    assert "Je plan staat in delft.plan.yaml" in gedraaid.uit
    assert "Je antwoorden staan in delft.plan.yaml; 20 vragen zijn nog open." in gedraaid.uit
    assert "uitvoeringsplan verder delft.plan.yaml" in gedraaid.uit
    tekst = (werkmap / "delft.plan.yaml").read_text("utf-8")
    assert all(regel in tekst for regel in ("gemeente: Delft", "gm0503"))
    assert "2027" not in tekst  # stopping keeps it as a draft
    assert "die blijft bewaard als concept" in gedraaid.uit


def test_nieuw_stoppen_voor_het_begin(draai, speel, mapstand):
    speel(Gestopt(""))
    assert draai("nieuw") == (130, "Gestopt. Er is nog geen plan gemaakt.\n", "")
    assert mapstand() == {}


def test_nieuw_bij_een_plan_dat_er_is_biedt_aan_verder_te_gaan(draai, speel, plan, mapstand):
    voor = mapstand()
    speler = speel(ja=[False])
    assert draai("nieuw", "dorp").code == 1
    assert speler.gevraagd == []
    assert speler.gevraagd_ja == ["dorp.plan.yaml bestaat al. Wil je met dat plan verdergaan?"]
    assert mapstand() == voor
    draai("antwoord", plan.name, "dialoog-overheid", "--leeg")
    speler = speel(Gestopt(""), ja=[True], keuzes=["open"])
    assert draai("nieuw", "dorp").code == 130
    assert speler.gevraagd == ["dialoog-overheid"]


def test_nieuw_met_de_antwoorden_van_een_ander_plan(draai, plan, werkmap):
    """Without a terminal it asks nothing."""
    gedraaid = draai("nieuw", "volgend", "--antwoorden", plan.name)
    assert gedraaid == (0, "Het plan: volgend.plan.yaml\n", "")
    tekst = (werkmap / "volgend.plan.yaml").read_text("utf-8")
    assert "  gemeente: Oudermeer\n" in tekst
    assert "] 20/20" in draai("status", "volgend.plan.yaml").uit
    assert re.search(r"^  datum: *$", tekst, re.MULTILINE)
    opnieuw = draai("nieuw", "volgend", "--antwoorden", plan.name)
    assert opnieuw.code == 1
    assert "bestaat al" in opnieuw.fout


def test_nieuw_met_antwoorden_zonder_naam_heeft_een_terminal_nodig(draai, plan, mapstand):
    voor = mapstand()
    assert draai("nieuw", "--antwoorden", plan.name).code == 2
    assert mapstand() == voor


def test_nieuw_met_antwoorden_in_een_terminal_vraagt_ze_na(draai, speel, plan, werkmap):
    speler = speel(Beantwoord("Ede"), Gestopt(""))
    assert draai("nieuw", "--antwoorden", plan.name).code == 130
    assert speler.gevraagd == ["gemeente", "gemeentecode"]
    assert "] 20/20" in draai("status", "ede.plan.yaml").uit
    assert (werkmap / "ede.plan.yaml").is_file()


def test_nieuw_met_antwoorden_gaat_niet_stil_verder_met_een_bestaand_plan(draai, speel, plan):
    voor = plan.read_bytes()
    speel()
    gedraaid = draai("nieuw", plan.name, "--antwoorden", plan.name)
    assert gedraaid.code == 1
    assert "bestaat al" in gedraaid.fout
    assert plan.read_bytes() == voor


def test_nieuw_met_antwoorden_uit_een_bestand_dat_er_niet_is(draai, mapstand):
    gedraaid = draai("nieuw", "volgend", "--antwoorden", "weg.plan.yaml")
    assert gedraaid.code == 1
    assert gedraaid.fout.startswith("weg.plan.yaml: dit bestand bestaat niet")
    assert mapstand() == {}


def test_nieuw_in_git_vraagt_een_keer_om_de_map_aan_te_vullen(draai, speel, werkmap):
    (werkmap / ".git").mkdir()
    speler = speel(Beantwoord("Delft"), Gestopt(""), ja=[True])
    draai("nieuw")
    assert len(speler.gevraagd_ja) == 1
    assert (werkmap / ".gitattributes").is_file()
    speler = speel(Beantwoord("Ede"), Gestopt(""))
    draai("nieuw")
    assert speler.gevraagd_ja == []


def test_verder_met_wat_open_is(draai, speel, plan):
    draai("antwoord", plan.name, "lokale-ambitie", "--leeg")
    speler = speel(Beantwoord("Weer ingevuld."), keuzes=["open"], ja=[False])
    gedraaid = draai("verder")
    assert gedraaid.code == 0
    assert speler.gevraagd == ["lokale-ambitie"]
    assert "alle vragen zijn beantwoord" in gedraaid.uit
    assert "uitvoeringsplan genereer dorp.plan.yaml" in gedraaid.uit
    assert "Weer ingevuld." in plan.read_text("utf-8")


def test_verder_bij_een_vraag_en_met_alles(draai, speel, plan):
    speler = speel(Beantwoord("Anders."), ja=[False])
    assert draai("verder", plan.name, "--vraag", "borgen-budget").code == 0
    assert speler.gevraagd == ["borgen-budget"]
    speler = speel(Gestopt())
    draai("verder", "--alles")
    assert speler.gevraagd == ["gemeente"]


def test_aan_het_eind_kan_het_word_bestand_meteen_gemaakt_worden(draai, speel, plan, werkmap):
    speler = speel(keuzes=["open"], ja=[True])
    gedraaid = draai("verder", plan.name)
    assert gedraaid.code == 0
    assert speler.gevraagd_ja == ["Zal ik nu het Word-bestand maken?"]
    assert gedraaid.uit.endswith("Het Word-bestand: dorp.docx\n")
    assert (werkmap / "dorp.docx").is_file()


def test_aan_het_eind_staat_er_wat_controleer_vindt(draai, speel, plan):
    speel(keuzes=["open"], ja=[False])
    assert (
        "Het plan is nagekeken: 1 opmerking. Je leest het met:\n"
        f"uitvoeringsplan controleer {plan.name}\n"
    ) in draai("verder", plan.name).uit


def test_aan_het_eind_staat_er_wat_open_is(draai, speel, plan):
    for naam in ("lokale-ambitie", "gemeente"):
        draai("antwoord", plan.name, naam, "--leeg")
    speel(Beantwoord("Iets."), ja=[False])
    gedraaid = draai("verder", plan.name, "--vraag", "dialoog-overheid")
    assert "\nNog open: Gemeente, Lokale ambitie" in gedraaid.uit


@pytest.mark.parametrize("wil", [True, False])
def test_aan_het_eind_kan_het_meteen_geopend_worden(draai, speel, plan, monkeypatch, wil):
    geopend: list[str] = []
    monkeypatch.setattr(processes, "can_open", lambda: True)
    monkeypatch.setattr(processes, "open_file", lambda pad: geopend.append(pad.name))
    speler = speel(keuzes=["open"], ja=[True, wil])
    assert draai("verder", plan.name).code == 0
    assert speler.gevraagd_ja[1:] == ["Zal ik het openen?"]
    assert geopend == ["dorp.docx"] * wil


@pytest.mark.parametrize("wil", [True, False])
def test_aan_het_eind_van_een_vastgesteld_plan_met_fouten(draai, speel, plan, werkmap, wil):
    """The example misses the date of its decision."""
    draai("antwoord", plan.name, "status", "vastgesteld")
    speler = speel(Beantwoord("Anders."), ja=[wil])
    gedraaid = draai("verder", plan.name, "--vraag", "lokale-ambitie")
    assert gedraaid.code == 0
    assert speler.gevraagd_ja == [
        "Het plan is vastgesteld, maar heeft nog fouten. Zal ik het Word-bestand toch maken?"
    ]
    assert (werkmap / "dorp.docx").is_file() is wil
    assert (f"uitvoeringsplan genereer {plan.name} --toch" in gedraaid.uit) is not wil


def test_aan_het_eind_gaat_niets_over_andermans_word_bestand_heen(draai, speel, plan, werkmap):
    (werkmap / "dorp.docx").write_bytes(b"brief")
    speel(keuzes=["open"], ja=[True])
    gedraaid = draai("verder", plan.name)
    assert gedraaid.code == 1
    assert "--overschrijf" in gedraaid.fout
    assert (werkmap / "dorp.docx").read_bytes() == b"brief"


def test_stoppen_zegt_dat_het_concept_bewaard_is(draai, speel, plan):
    voor = plan.read_bytes()
    speel(Gestopt("half"))
    gedraaid = draai("verder", "--vraag", "lokale-ambitie")
    assert gedraaid.code == 130
    assert "die blijft bewaard als concept" in gedraaid.uit
    assert plan.read_bytes() == voor


def test_stoppen_in_het_menu(draai, speel, plan):
    speel(keuzes=[None])
    gedraaid = draai("verder", plan.name)
    assert gedraaid.code == 130
    assert "concept." not in gedraaid.uit


@pytest.mark.parametrize("opdracht", [("nieuw",), ("verder", "--vraag", "gemeente")])
@pytest.mark.parametrize("opties", [(), ("--eenvoudig",)])
def test_eenvoudig_is_een_keuze(draai, speel, plan, opdracht, opties):
    assert plan.is_file()
    speler = speel(Gestopt(""))
    assert draai(*opdracht, *opties).code == 130
    assert speler.eenvoudig is bool(opties)


@pytest.mark.parametrize(
    ("eenvoudig", "term", "soort"),
    [
        (False, "xterm", TerminalVragensteller),
        (True, "xterm", EenvoudigeVragensteller),
        (False, "dumb", EenvoudigeVragensteller),
    ],
)
def test_een_domme_terminal_krijgt_gewone_regels(monkeypatch, eenvoudig, term, soort):
    monkeypatch.setenv("TERM", term)
    assert type(user.open_vragensteller(eenvoudig=eenvoudig)) is soort


def test_een_heel_gesprek_in_gewone_regels(draai, plan, monkeypatch):
    regels = iter([".voorbeeld", "Nieuwe ambitie.", "", "- met een punt", ".", "2", ".stop"])
    monkeypatch.setattr(user, "require_terminal", lambda _: None)
    vragensteller = EenvoudigeVragensteller(typer.echo, lambda *_: next(regels))
    monkeypatch.setattr(user, "open_vragensteller", lambda **_: vragensteller)
    gedraaid = draai("verder", plan.name, "--vraag", "lokale-ambitie", "--alles", "--eenvoudig")
    assert gedraaid.code == 130
    assert "    Nieuwe ambitie.\n\n    - met een punt\n" in plan.read_text("utf-8")
