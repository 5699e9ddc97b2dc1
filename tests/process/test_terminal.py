"""A few conversations with the real program in a real (pseudo-)terminal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("termios", reason="dit systeem heeft geen pseudo-terminals")

from terminal_screen import CTRL_C, CTRL_D, CTRL_S, ENTER, F2, F4, OMLAAG, Term

from uitvoeringsplan.files.lookup import find_voorbeeld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.terminal


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Term]]:
    open_: list[Term] = []

    def doe(*argumenten: str, **opties: str | int) -> Term:
        open_.append(Term(tmp_path, *argumenten, **opties))
        return open_[-1]

    yield doe
    for terminal in open_:
        terminal.sluit()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    return pad


def test_een_plan_beginnen_en_stoppen(start, tmp_path):
    terminal = start("nieuw")
    terminal.wacht_op_nieuw("Voor welke gemeente is dit plan?")
    terminal.typ("Súdwest-Fryslân" + ENTER)
    terminal.wacht_op_nieuw("Je plan staat in sudwest-fryslan.plan.yaml", "Wat is de code")
    terminal.typ("gm1900" + ENTER)
    terminal.wacht_op_nieuw("In welk jaar begint het plan?")
    terminal.typ("2027")
    terminal.stop()
    assert terminal.einde() == 130
    assert "Je antwoorden staan in sudwest-fryslan.plan.yaml; 20 vragen" in terminal.beeld
    tekst = (tmp_path / "sudwest-fryslan.plan.yaml").read_text("utf-8")
    for regel in ("gemeente: Súdwest-Fryslân", "gemeentecode: gm1900", "periode-van:$"):
        assert re.search(regel, tekst, re.MULTILINE)
    (concept,) = (tmp_path / ".concepten").rglob("*.txt")
    assert concept.read_text("utf-8") == "2027"


def test_een_lang_antwoord_en_terug(start, plan):
    terminal = start("verder", plan.name, "--vraag", "lokale-ambitie", "--alles")
    terminal.wacht_op_nieuw("Welke eigen ambitie voegt de gemeente toe", "Ctrl+S verder")
    terminal.typ(f"{ENTER}Erbij.{CTRL_S}")
    terminal.wacht_op_nieuw("Welke eigen doelstellingen heeft de gemeente", "Ctrl+S verder")
    terminal.typ(F2)
    terminal.wacht_op_nieuw("Welke eigen ambitie voegt de gemeente toe", "Ctrl+S verder")
    terminal.stop()
    assert terminal.einde() == 130
    assert "*Botsen mag, breken niet.*\n    Erbij.\n\n  # Lokale doelst" in plan.read_text("utf-8")


def test_een_proces_dat_gedood_wordt_verliest_geen_gegeven_antwoord(start, tmp_path):
    terminal = start("nieuw")
    terminal.wacht_op_nieuw("Voor welke gemeente is dit plan?")
    terminal.typ("Ede" + ENTER)
    terminal.wacht_op_nieuw("Wat is de code van de gemeente?")
    terminal.typ("gm0228" + ENTER)
    terminal.wacht_op_nieuw("In welk jaar begint het plan?")
    terminal.kind.kill(signal.SIGKILL)
    assert terminal.einde() == -signal.SIGKILL
    assert "gemeentecode: gm0228" in (tmp_path / "ede.plan.yaml").read_text("utf-8")
    assert [pad.name for pad in tmp_path.iterdir()] == ["ede.plan.yaml"]


def test_zonder_kleur_en_in_een_kaal_venster(start, plan):
    """TERM=dumb gets plain lines by itself, and NO_COLOR nothing that colours."""
    terminal = start("verder", plan.name, "--vraag", "gemeente", TERM="dumb", NO_COLOR="1")
    terminal.wacht_op("Met .hulp hoor je wat er nog meer kan.")
    terminal.wacht_op(">")
    terminal.typ(".stop\n")
    assert terminal.einde() == 130
    assert b"\x1b" not in terminal.ruw


def test_een_plan_dat_er_al_is(start, plan):
    voor = plan.read_bytes()
    terminal = start("nieuw", "dorp")
    terminal.wacht_op("dorp.plan.yaml bestaat al. Wil je met dat plan verdergaan?")
    terminal.wacht_op("» ja", toetsen=True)
    terminal.typ(OMLAAG + ENTER)
    assert terminal.einde() == 1
    assert plan.read_bytes() == voor


def test_ctrl_c_bij_ja_of_nee(start, plan):
    voor = plan.read_bytes()
    terminal = start("nieuw", plan.name)
    terminal.wacht_op("» ja", toetsen=True)
    terminal.typ(CTRL_C)
    assert terminal.einde() == 1
    assert plan.read_bytes() == voor


def test_een_antwoord_typen_zonder_vragen(start, plan):
    terminal = start("antwoord", plan.name, "borgen-budget")
    terminal.wacht_op("Sluit af met Ctrl+D")
    terminal.typ(f"Het budget is € 5.\n{CTRL_D}")
    assert terminal.einde() == 0
    assert "borgen-budget bewaard in dorp.plan.yaml." in terminal.beeld
    assert "  borgen-budget: |\n    Het budget is € 5.\n\n" in plan.read_text("utf-8")


def test_de_balk_van_veel_plannen(start, plan, tmp_path):
    namen = [f"p{n}.plan.yaml" for n in range(5)]
    for naam in namen:
        (tmp_path / naam).write_bytes(plan.read_bytes())
    terminal = start("genereer", *namen)
    assert terminal.einde() == 0
    assert "[####################] 5/5 plannen\nNagekeken op" in terminal.beeld
    assert len(list(tmp_path.glob("p?.docx"))) == 5


def test_uitvoer_naar_een_lezer_die_weg_is(plan):
    """`status | head -0`: a sentence and no traceback; more in tests/commands/test_output.py."""
    lees, schrijf = os.pipe()
    os.close(lees)
    gedraaid = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", "status", plan.name],
        stdout=schrijf,
        stderr=subprocess.PIPE,
        check=False,
        cwd=plan.parent,
    )
    os.close(schrijf)
    assert gedraaid.stderr.startswith(b"De uitvoer kan nergens meer heen")
    assert gedraaid.stderr.count(b"\n") == 1
    assert gedraaid.returncode == 1


EENVOUDIG = ("--vraag", "borgen-budget", "--alles", "--eenvoudig")


def concept_van(map_: Path) -> str:
    (concept,) = (map_ / ".concepten").rglob("*.txt")
    return concept.read_text("utf-8")


@pytest.mark.parametrize("wijze", ["Ctrl+C", "Ctrl+D", "SIGTERM", "SIGHUP", "venster dicht", "9"])
def test_in_gewone_regels_is_ook_de_onaffe_regel_bewaard(start, plan, tmp_path, wijze):
    voor = plan.read_bytes()
    terminal = start("verder", plan.name, *EENVOUDIG)
    terminal.wacht_op("Er staat nu:")
    terminal.wacht_op_nieuw("> ")
    terminal.typ("Een regel.\r")
    terminal.wacht_op_nieuw("Een regel.", "> ")
    terminal.typ("Nog een hx\x7falf é")
    terminal.wacht_op("Nog een half é")
    if wijze in ("Ctrl+C", "Ctrl+D"):
        terminal.typ(" woord" + (CTRL_C if wijze == "Ctrl+C" else CTRL_D))
    else:
        # What is on the screen has been read; the draft follows within a second.
        terminal.wacht(lambda: concept_van(tmp_path).endswith("half é"), "het concept")
        if wijze == "venster dicht":
            terminal.hang_op()
        else:
            terminal.kind.kill(signal.SIGKILL if wijze == "9" else getattr(signal, wijze))
    code = terminal.einde()
    eindes = {"Ctrl+C": 130, "Ctrl+D": 130, "SIGTERM": 143, "SIGHUP": 129, "9": -9}
    assert code == eindes.get(wijze, code)
    woord = " woord" if wijze in ("Ctrl+C", "Ctrl+D") else ""
    assert concept_van(tmp_path).endswith(f"\n\nEen regel.\nNog een half é{woord}")
    assert plan.read_bytes() == voor
    if wijze not in ("venster dicht", "9"):
        assert terminal.instellingen_nu() == terminal.instellingen


def test_in_gewone_regels_vervangt_een_regel_geen_lang_antwoord(start, plan):
    terminal = start("verder", plan.name, *EENVOUDIG)
    terminal.wacht_op_nieuw("> ")
    terminal.typ("Nog iets.\r.lijst\r")
    terminal.wacht_op_nieuw("1. erbij", "3. nog niets", "Typ een nummer")
    terminal.typ("1\r")
    terminal.wacht_op_nieuw("51. Beschermende krachten: ingevuld.", "Nummer of zoekwoord:")
    terminal.typ("1\r")
    terminal.wacht_op_nieuw("Voor welke gemeente is dit plan?", "> ")
    terminal.typ(".stop\r")
    assert terminal.einde() == 130
    tekst = plan.read_text("utf-8")
    assert re.search(r"  borgen-budget: \|\n(    .*\n|\n)+    Nog iets\.\n\n", tekst)
    assert len(tekst) == len(find_voorbeeld().read_text("utf-8")) + len("\n    Nog iets.\n")


BUDGET = ("--vraag", "borgen-budget", "--alles")


def een_editor(map_: Path, doet: str) -> str:
    pad = map_ / "mijn-editor"
    pad.write_text(f"#!/bin/sh\n{doet}\n", "utf-8")
    pad.chmod(0o700)
    return str(pad)


def test_een_editor_die_een_oude_codering_schrijft_verliest_niets(start, plan, tmp_path):
    editor = een_editor(tmp_path, "printf 'Caf\\351 \\200 20.\\r\\n' > \"$1\"")
    terminal = start("verder", plan.name, *BUDGET, VISUAL=editor, TMPDIR=str(tmp_path))
    terminal.wacht_op_nieuw("Welk budget is er beschikbaar?", "Ctrl+S verder")
    terminal.typ(F4)
    terminal.wacht_op_nieuw("gelezen als Windows-1252. Kijk of dit klopt: Café, €.", "Café € 20.")
    terminal.typ(CTRL_S)
    terminal.wacht_op_nieuw("Ctrl+S verder")
    terminal.stop()
    assert terminal.einde() == 130
    assert "  borgen-budget: |\n    Café € 20.\n\n" in plan.read_text("utf-8")
    assert list(tmp_path.glob("uitvoeringsplan-*/*.txt")) == []


def test_een_editor_die_een_word_bestand_schrijft_houdt_dat_en_zegt_waar(start, plan, tmp_path):
    voor = plan.read_bytes()
    editor = een_editor(tmp_path, "printf 'PK\\003\\004\\000word/document.xml' > \"$1\"")
    terminal = start("verder", plan.name, *BUDGET, VISUAL=editor, TMPDIR=str(tmp_path))
    terminal.wacht_op_nieuw("Welk budget is er beschikbaar?", "Ctrl+S verder")
    terminal.typ(F4)
    terminal.wacht_op_nieuw("dit is een Word-bestand", "of typ stop:")
    terminal.typ(f"stop{ENTER}")
    terminal.wacht_op_nieuw("Het bestand blijft staan:", "borgen-budget.txt", "Ctrl+S verder")
    terminal.stop()
    assert terminal.einde() == 130
    (over,) = tmp_path.glob("uitvoeringsplan-*/borgen-budget.txt")
    assert over.read_bytes().startswith(b"PK")
    assert plan.read_bytes() == voor


@pytest.mark.parametrize("eenvoudig", [False, True])
def test_een_editor_die_meteen_terugkomt_wacht_tot_je_klaar_bent(start, plan, tmp_path, eenvoudig):
    """It saves when the test says so, as a window that is still open would."""
    editor = een_editor(
        tmp_path, 'pad="$1"; (read x < nu; printf "Later bewerkt." > "$pad"; echo > klaar) &'
    )
    for naam in ("nu", "klaar"):
        os.mkfifo(tmp_path / naam)
    soort = ("--eenvoudig",) if eenvoudig else ()
    terminal = start("verder", plan.name, *BUDGET, *soort, VISUAL=editor, TMPDIR=str(tmp_path))
    terminal.wacht_op_nieuw("> " if eenvoudig else "Ctrl+S verder")
    terminal.typ(f".editor{ENTER}" if eenvoudig else F4)
    terminal.wacht_op_nieuw("kwam terug", "code --wait", "Druk op Enter als je klaar bent")
    (tmp_path / "nu").write_text("nu\n", "utf-8")
    (tmp_path / "klaar").read_text("utf-8")
    terminal.typ(ENTER)
    # The prompt below it too: who waits for the next one must not take this for it.
    klaar = "> " if eenvoudig else "Ctrl+S verder"
    terminal.wacht_op_nieuw("Het bestand blijft staan:", "Later bewerkt.", klaar)
    terminal.typ(f".concept{ENTER}" if eenvoudig else CTRL_S)
    terminal.wacht_op_nieuw("6 van 20", klaar)
    terminal.stop(vraagt=not eenvoudig)
    assert terminal.einde() == 130
    assert "  borgen-budget: |\n    Later bewerkt.\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("eenvoudig", [False, True])
def test_een_oud_concept_overschrijft_geen_nieuwer_antwoord(start, plan, eenvoudig):
    soort = ("--eenvoudig",) if eenvoudig else ()
    klaar = "> " if eenvoudig else "Ctrl+S verder"
    terminal = start("verder", plan.name, *BUDGET, *soort)
    terminal.wacht_op_nieuw(klaar)
    terminal.typ("Van gisteren.")
    terminal.wacht_op("Van gisteren.")
    terminal.stop(vraagt=not eenvoudig)
    assert terminal.einde() == 130
    assert start("antwoord", plan.name, "borgen-budget", "Van vandaag.").einde() == 0
    terminal = start("verder", plan.name, *BUDGET, *soort)
    terminal.wacht_op_nieuw(
        "is veranderd sinds je concept van",
        "In het bestand staat:  Van vandaag.",
        "Jij schreef:",
        "Van gisteren.",
        "de tekst uit het bestand",
    )
    terminal.typ(f"2{ENTER}" if eenvoudig else OMLAAG + ENTER)
    terminal.wacht_op_nieuw("Welk budget is er beschikbaar?", "Van vandaag.", klaar)
    terminal.typ(f".{ENTER}" if eenvoudig else CTRL_S)
    terminal.wacht_op_nieuw(klaar)
    terminal.stop(vraagt=not eenvoudig)
    assert terminal.einde() == 130
    assert "  borgen-budget: |\n    Van vandaag.\n\n" in plan.read_text("utf-8")
