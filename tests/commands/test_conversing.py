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


def test_nieuw_maakt_een_plan_en_bewaart_elk_antwoord(run_command, speel, work_folder):
    player = speel(Beantwoord("Delft"), Beantwoord("gm0503"), Gestopt("2027"))
    outcome = run_command("nieuw")
    assert outcome.code == 130
    assert player.asked == ["gemeente", "gemeentecode", "periode-van"]
    assert "Je plan staat in delft.plan.yaml" in outcome.result
    assert "Je antwoorden staan in delft.plan.yaml; 20 vragen zijn nog open." in outcome.result
    assert "uitvoeringsplan verder delft.plan.yaml" in outcome.result
    text = (work_folder / "delft.plan.yaml").read_text("utf-8")
    assert all(line in text for line in ("gemeente: Delft", "gm0503"))
    assert "2027" not in text  # stopping keeps it as a draft
    assert "die blijft bewaard als concept" in outcome.result


def test_nieuw_stoppen_voor_het_begin(run_command, speel, folder_state):
    speel(Gestopt(""))
    assert run_command("nieuw") == (130, "Gestopt. Er is nog geen plan gemaakt.\n", "")
    assert folder_state() == {}


def test_nieuw_bij_een_plan_dat_er_is_biedt_aan_verder_te_gaan(
    run_command, speel, plan, folder_state
):
    before = folder_state()
    player = speel(ja=[False])
    assert run_command("nieuw", "dorp").code == 1
    assert player.asked == []
    assert player.asked_yes == ["dorp.plan.yaml bestaat al. Wil je met dat plan verdergaan?"]
    assert folder_state() == before
    run_command("antwoord", plan.name, "dialoog-overheid", "--leeg")
    player = speel(Gestopt(""), ja=[True], keuzes=["open"])
    assert run_command("nieuw", "dorp").code == 130
    assert player.asked == ["dialoog-overheid"]


def test_nieuw_met_de_antwoorden_van_een_ander_plan(run_command, plan, work_folder):
    """Without a terminal it asks nothing."""
    outcome = run_command("nieuw", "volgend", "--antwoorden", plan.name)
    assert outcome == (0, "Het plan: volgend.plan.yaml\n", "")
    text = (work_folder / "volgend.plan.yaml").read_text("utf-8")
    assert "  gemeente: Oudermeer\n" in text
    assert "] 20/20" in run_command("status", "volgend.plan.yaml").result
    assert re.search(r"^  datum: *$", text, re.MULTILINE)
    again = run_command("nieuw", "volgend", "--antwoorden", plan.name)
    assert again.code == 1
    assert "bestaat al" in again.error


def test_nieuw_met_antwoorden_zonder_naam_heeft_een_terminal_nodig(run_command, plan, folder_state):
    before = folder_state()
    assert run_command("nieuw", "--antwoorden", plan.name).code == 2
    assert folder_state() == before


def test_nieuw_met_antwoorden_in_een_terminal_vraagt_ze_na(run_command, speel, plan, work_folder):
    player = speel(Beantwoord("Ede"), Gestopt(""))
    assert run_command("nieuw", "--antwoorden", plan.name).code == 130
    assert player.asked == ["gemeente", "gemeentecode"]
    assert "] 20/20" in run_command("status", "ede.plan.yaml").result
    assert (work_folder / "ede.plan.yaml").is_file()


def test_nieuw_met_antwoorden_gaat_niet_stil_verder_met_een_bestaand_plan(run_command, speel, plan):
    before = plan.read_bytes()
    speel()
    outcome = run_command("nieuw", plan.name, "--antwoorden", plan.name)
    assert outcome.code == 1
    assert "bestaat al" in outcome.error
    assert plan.read_bytes() == before


def test_nieuw_met_antwoorden_uit_een_bestand_dat_er_niet_is(run_command, folder_state):
    outcome = run_command("nieuw", "volgend", "--antwoorden", "weg.plan.yaml")
    assert outcome.code == 1
    assert outcome.error.startswith("weg.plan.yaml: dit bestand bestaat niet")
    assert folder_state() == {}


def test_nieuw_in_git_vraagt_een_keer_om_de_map_aan_te_vullen(run_command, speel, work_folder):
    (work_folder / ".git").mkdir()
    player = speel(Beantwoord("Delft"), Gestopt(""), ja=[True])
    run_command("nieuw")
    assert len(player.asked_yes) == 1
    assert (work_folder / ".gitattributes").is_file()
    player = speel(Beantwoord("Ede"), Gestopt(""))
    run_command("nieuw")
    assert player.asked_yes == []


def test_verder_met_wat_open_is(run_command, speel, plan):
    run_command("antwoord", plan.name, "lokale-ambitie", "--leeg")
    player = speel(Beantwoord("Weer ingevuld."), keuzes=["open"], ja=[False])
    outcome = run_command("verder")
    assert outcome.code == 0
    assert player.asked == ["lokale-ambitie"]
    assert "alle vragen zijn beantwoord" in outcome.result
    assert "uitvoeringsplan genereer dorp.plan.yaml" in outcome.result
    assert "Weer ingevuld." in plan.read_text("utf-8")


def test_verder_bij_een_vraag_en_met_alles(run_command, speel, plan):
    player = speel(Beantwoord("Anders."), ja=[False])
    assert run_command("verder", plan.name, "--vraag", "borgen-budget").code == 0
    assert player.asked == ["borgen-budget"]
    player = speel(Gestopt())
    run_command("verder", "--alles")
    assert player.asked == ["gemeente"]


def test_aan_het_eind_kan_het_word_bestand_meteen_gemaakt_worden(
    run_command, speel, plan, work_folder
):
    player = speel(keuzes=["open"], ja=[True])
    outcome = run_command("verder", plan.name)
    assert outcome.code == 0
    assert player.asked_yes == ["Zal ik nu het Word-bestand maken?"]
    assert outcome.result.endswith("Het Word-bestand: dorp.docx\n")
    assert (work_folder / "dorp.docx").is_file()


def test_aan_het_eind_staat_er_wat_controleer_vindt(run_command, speel, plan):
    speel(keuzes=["open"], ja=[False])
    assert (
        "Het plan is nagekeken: 1 opmerking. Je leest het met:\n"
        f"uitvoeringsplan controleer {plan.name}\n"
    ) in run_command("verder", plan.name).result


def test_aan_het_eind_staat_er_wat_open_is(run_command, speel, plan):
    for name in ("lokale-ambitie", "gemeente"):
        run_command("antwoord", plan.name, name, "--leeg")
    speel(Beantwoord("Iets."), ja=[False])
    outcome = run_command("verder", plan.name, "--vraag", "dialoog-overheid")
    assert "\nNog open: Gemeente, Lokale ambitie" in outcome.result


@pytest.mark.parametrize("wil", [True, False])
def test_aan_het_eind_kan_het_meteen_geopend_worden(run_command, speel, plan, monkeypatch, wil):
    opened: list[str] = []
    monkeypatch.setattr(processes, "can_open", lambda: True)
    monkeypatch.setattr(processes, "open_file", lambda path: opened.append(path.name))
    player = speel(keuzes=["open"], ja=[True, wil])
    assert run_command("verder", plan.name).code == 0
    assert player.asked_yes[1:] == ["Zal ik het openen?"]
    assert opened == ["dorp.docx"] * wil


@pytest.mark.parametrize("wil", [True, False])
def test_aan_het_eind_van_een_vastgesteld_plan_met_fouten(
    run_command, speel, plan, work_folder, wil
):
    """The example misses the date of its decision."""
    run_command("antwoord", plan.name, "status", "vastgesteld")
    player = speel(Beantwoord("Anders."), ja=[wil])
    outcome = run_command("verder", plan.name, "--vraag", "lokale-ambitie")
    assert outcome.code == 0
    assert player.asked_yes == [
        "Het plan is vastgesteld, maar heeft nog fouten. Zal ik het Word-bestand toch maken?"
    ]
    assert (work_folder / "dorp.docx").is_file() is wil
    assert (f"uitvoeringsplan genereer {plan.name} --toch" in outcome.result) is not wil


def test_aan_het_eind_gaat_niets_over_andermans_word_bestand_heen(
    run_command, speel, plan, work_folder
):
    (work_folder / "dorp.docx").write_bytes(b"brief")
    speel(keuzes=["open"], ja=[True])
    outcome = run_command("verder", plan.name)
    assert outcome.code == 1
    assert "--overschrijf" in outcome.error
    assert (work_folder / "dorp.docx").read_bytes() == b"brief"


def test_stoppen_zegt_dat_het_concept_bewaard_is(run_command, speel, plan):
    before = plan.read_bytes()
    speel(Gestopt("half"))
    outcome = run_command("verder", "--vraag", "lokale-ambitie")
    assert outcome.code == 130
    assert "die blijft bewaard als concept" in outcome.result
    assert plan.read_bytes() == before


def test_stoppen_in_het_menu(run_command, speel, plan):
    speel(keuzes=[None])
    outcome = run_command("verder", plan.name)
    assert outcome.code == 130
    assert "concept." not in outcome.result


@pytest.mark.parametrize("command", [("nieuw",), ("verder", "--vraag", "gemeente")])
@pytest.mark.parametrize("options", [(), ("--eenvoudig",)])
def test_eenvoudig_is_een_keuze(run_command, speel, plan, command, options):
    assert plan.is_file()
    player = speel(Gestopt(""))
    assert run_command(*command, *options).code == 130
    assert player.plain is bool(options)


@pytest.mark.parametrize(
    ("plain", "term", "kind"),
    [
        (False, "xterm", TerminalVragensteller),
        (True, "xterm", EenvoudigeVragensteller),
        (False, "dumb", EenvoudigeVragensteller),
    ],
)
def test_een_domme_terminal_krijgt_gewone_regels(monkeypatch, plain, term, kind):
    monkeypatch.setenv("TERM", term)
    assert type(user.open_vragensteller(plain=plain)) is kind


def test_een_heel_gesprek_in_gewone_regels(run_command, plan, monkeypatch):
    lines = iter([".voorbeeld", "Nieuwe ambitie.", "", "- met een punt", ".", "2", ".stop"])
    monkeypatch.setattr(user, "require_terminal", lambda _: None)
    vragensteller = EenvoudigeVragensteller(typer.echo, lambda *_: next(lines))
    monkeypatch.setattr(user, "open_vragensteller", lambda **_: vragensteller)
    outcome = run_command(
        "verder", plan.name, "--vraag", "lokale-ambitie", "--alles", "--eenvoudig"
    )
    assert outcome.code == 130
    assert "    Nieuwe ambitie.\n\n    - met een punt\n" in plan.read_text("utf-8")
