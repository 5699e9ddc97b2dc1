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

from edited_docx import change, edited
from uitvoeringsplan.files.lookup import find_voorbeeld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.terminal


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Term]]:
    open_: list[Term] = []

    def perform(*arguments: str, **options: str | int) -> Term:
        open_.append(Term(tmp_path, *arguments, **options))
        return open_[-1]

    yield perform
    for terminal in open_:
        terminal.sluit()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path


def test_een_plan_beginnen_en_stoppen(start, tmp_path):
    terminal = start("nieuw")
    terminal.wait_for_new("Voor welke gemeente is dit plan?")
    terminal.type_in("Súdwest-Fryslân" + ENTER)
    terminal.wait_for_new("Je plan staat in sudwest-fryslan.plan.yaml", "Wat is de code")
    terminal.type_in("gm1900" + ENTER)
    terminal.wait_for_new("In welk jaar begint het plan?")
    terminal.type_in("2027")
    terminal.stop()
    assert terminal.end() == 130
    assert "Je antwoorden staan in sudwest-fryslan.plan.yaml; 20 vragen" in terminal.picture
    text = (tmp_path / "sudwest-fryslan.plan.yaml").read_text("utf-8")
    for line in ("gemeente: Súdwest-Fryslân", "gemeentecode: gm1900", "periode-van:$"):
        assert re.search(line, text, re.MULTILINE)
    (concept,) = (tmp_path / ".concepten").rglob("*.txt")
    assert concept.read_text("utf-8") == "2027"


def test_een_lang_antwoord_en_terug(start, plan):
    terminal = start("verder", plan.name, "--vraag", "lokale-ambitie", "--alles")
    terminal.wait_for_new("Welke eigen ambitie voegt de gemeente toe", "Ctrl+S verder")
    terminal.type_in(f"{ENTER}Erbij.{CTRL_S}")
    terminal.wait_for_new("Welke eigen doelstellingen heeft de gemeente", "Ctrl+S verder")
    terminal.type_in(F2)
    terminal.wait_for_new("Welke eigen ambitie voegt de gemeente toe", "Ctrl+S verder")
    terminal.stop()
    assert terminal.end() == 130
    assert "*Botsen mag, breken niet.*\n    Erbij.\n\n  # Lokale doelst" in plan.read_text("utf-8")


def test_een_proces_dat_gedood_wordt_verliest_geen_gegeven_antwoord(start, tmp_path):
    terminal = start("nieuw")
    terminal.wait_for_new("Voor welke gemeente is dit plan?")
    terminal.type_in("Ede" + ENTER)
    terminal.wait_for_new("Wat is de code van de gemeente?")
    terminal.type_in("gm0228" + ENTER)
    terminal.wait_for_new("In welk jaar begint het plan?")
    terminal.kind.kill(signal.SIGKILL)
    assert terminal.end() == -signal.SIGKILL
    assert "gemeentecode: gm0228" in (tmp_path / "ede.plan.yaml").read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["ede.plan.yaml"]


def test_zonder_kleur_en_in_een_kaal_venster(start, plan):
    """TERM=dumb gets plain lines by itself, and NO_COLOR nothing that colours."""
    terminal = start("verder", plan.name, "--vraag", "gemeente", TERM="dumb", NO_COLOR="1")
    terminal.wait_for("Met .hulp hoor je wat er nog meer kan.")
    terminal.wait_for(">")
    terminal.type_in(".stop\n")
    assert terminal.end() == 130
    assert b"\x1b" not in terminal.raw


def test_een_plan_dat_er_al_is(start, plan):
    before = plan.read_bytes()
    terminal = start("nieuw", "dorp")
    terminal.wait_for("dorp.plan.yaml bestaat al. Wil je met dat plan verdergaan?")
    terminal.wait_for("» ja", keys=True)
    terminal.type_in(OMLAAG + ENTER)
    assert terminal.end() == 1
    assert plan.read_bytes() == before


def test_ctrl_c_bij_ja_of_nee(start, plan):
    before = plan.read_bytes()
    terminal = start("nieuw", plan.name)
    terminal.wait_for("» ja", keys=True)
    terminal.type_in(CTRL_C)
    assert terminal.end() == 1
    assert plan.read_bytes() == before


def test_een_antwoord_typen_zonder_vragen(start, plan):
    terminal = start("antwoord", plan.name, "borgen-budget")
    terminal.wait_for("Sluit af met Ctrl+D")
    terminal.type_in(f"Het budget is € 5.\n{CTRL_D}")
    assert terminal.end() == 0
    assert "borgen-budget bewaard in dorp.plan.yaml." in terminal.picture
    assert "  borgen-budget: |\n    Het budget is € 5.\n\n" in plan.read_text("utf-8")


def test_de_balk_van_veel_plannen(start, plan, tmp_path):
    names = [f"p{n}.plan.yaml" for n in range(5)]
    for name in names:
        (tmp_path / name).write_bytes(plan.read_bytes())
    terminal = start("genereer", *names)
    assert terminal.end() == 0
    assert "[####################] 5/5 plannen\nNagekeken op" in terminal.picture
    assert len(list(tmp_path.glob("p?.docx"))) == 5


def test_uitvoer_naar_een_lezer_die_weg_is(plan):
    """`status | head -0`: a sentence and no traceback; more in tests/commands/test_output.py."""
    read, schrijf = os.pipe()
    os.close(read)
    outcome = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", "status", plan.name],
        stdout=schrijf,
        stderr=subprocess.PIPE,
        check=False,
        cwd=plan.parent,
    )
    os.close(schrijf)
    assert outcome.stderr.startswith(b"De uitvoer kan nergens meer heen")
    assert outcome.stderr.count(b"\n") == 1
    assert outcome.returncode == 1


PLAIN = ("--vraag", "borgen-budget", "--alles", "--eenvoudig")


def concept_of(map_: Path) -> str:
    (concept,) = (map_ / ".concepten").rglob("*.txt")
    return concept.read_text("utf-8")


@pytest.mark.parametrize("manner", ["Ctrl+C", "Ctrl+D", "SIGTERM", "SIGHUP", "venster dicht", "9"])
def test_in_gewone_regels_is_ook_de_onaffe_regel_bewaard(start, plan, tmp_path, manner):
    before = plan.read_bytes()
    terminal = start("verder", plan.name, *PLAIN)
    terminal.wait_for("Er staat nu:")
    terminal.wait_for_new("> ")
    terminal.type_in("Een regel.\r")
    terminal.wait_for_new("Een regel.", "> ")
    terminal.type_in("Nog een hx\x7falf é")
    terminal.wait_for("Nog een half é")
    if manner in ("Ctrl+C", "Ctrl+D"):
        terminal.type_in(" woord" + (CTRL_C if manner == "Ctrl+C" else CTRL_D))
    else:
        # What is on the screen has been read; the draft follows within a second.
        terminal.wait(lambda: concept_of(tmp_path).endswith("half é"), "het concept")
        if manner == "venster dicht":
            terminal.hang_op()
        else:
            terminal.kind.kill(signal.SIGKILL if manner == "9" else getattr(signal, manner))
    code = terminal.end()
    ends = {"Ctrl+C": 130, "Ctrl+D": 130, "SIGTERM": 143, "SIGHUP": 129, "9": -9}
    assert code == ends.get(manner, code)
    word = " woord" if manner in ("Ctrl+C", "Ctrl+D") else ""
    assert concept_of(tmp_path).endswith(f"\n\nEen regel.\nNog een half é{word}")
    assert plan.read_bytes() == before
    if manner not in ("venster dicht", "9"):
        assert terminal.settings_nu() == terminal.settings


def test_in_gewone_regels_vervangt_een_regel_geen_lang_antwoord(start, plan):
    terminal = start("verder", plan.name, *PLAIN)
    terminal.wait_for_new("> ")
    terminal.type_in("Nog iets.\r.lijst\r")
    terminal.wait_for_new("1. erbij", "3. nog niets", "Typ een nummer")
    terminal.type_in("1\r")
    terminal.wait_for_new("51. Beschermende krachten: ingevuld.", "Nummer of zoekwoord:")
    terminal.type_in("1\r")
    terminal.wait_for_new("Voor welke gemeente is dit plan?", "> ")
    terminal.type_in(".stop\r")
    assert terminal.end() == 130
    text = plan.read_text("utf-8")
    assert re.search(r"  borgen-budget: \|\n(    .*\n|\n)+    Nog iets\.\n\n", text)
    assert len(text) == len(find_voorbeeld().read_text("utf-8")) + len("\n    Nog iets.\n")


BUDGET = ("--vraag", "borgen-budget", "--alles")


def an_editor(map_: Path, doet: str) -> str:
    path = map_ / "mijn-editor"
    path.write_text(f"#!/bin/sh\n{doet}\n", "utf-8")
    path.chmod(0o700)
    return str(path)


def test_een_editor_die_een_oude_codering_schrijft_verliest_niets(start, plan, tmp_path):
    editor = an_editor(tmp_path, "printf 'Caf\\351 \\200 20.\\r\\n' > \"$1\"")
    terminal = start("verder", plan.name, *BUDGET, VISUAL=editor, TMPDIR=str(tmp_path))
    terminal.wait_for_new("Welk budget is er beschikbaar?", "Ctrl+S verder")
    terminal.type_in(F4)
    terminal.wait_for_new("gelezen als Windows-1252. Kijk of dit klopt: Café, €.", "Café € 20.")
    terminal.type_in(CTRL_S)
    terminal.wait_for_new("Ctrl+S verder")
    terminal.stop()
    assert terminal.end() == 130
    assert "  borgen-budget: |\n    Café € 20.\n\n" in plan.read_text("utf-8")
    assert list(tmp_path.glob("uitvoeringsplan-*/*.txt")) == []


def test_een_editor_die_een_word_bestand_schrijft_houdt_dat_en_zegt_waar(start, plan, tmp_path):
    before = plan.read_bytes()
    editor = an_editor(tmp_path, "printf 'PK\\003\\004\\000word/document.xml' > \"$1\"")
    terminal = start("verder", plan.name, *BUDGET, VISUAL=editor, TMPDIR=str(tmp_path))
    terminal.wait_for_new("Welk budget is er beschikbaar?", "Ctrl+S verder")
    terminal.type_in(F4)
    terminal.wait_for_new("dit is een Word-bestand", "of typ stop:")
    terminal.type_in(f"stop{ENTER}")
    terminal.wait_for_new("Het bestand blijft staan:", "borgen-budget.txt", "Ctrl+S verder")
    terminal.stop()
    assert terminal.end() == 130
    (over,) = tmp_path.glob("uitvoeringsplan-*/borgen-budget.txt")
    assert over.read_bytes().startswith(b"PK")
    assert plan.read_bytes() == before


@pytest.mark.parametrize("plain", [False, True])
def test_een_editor_die_meteen_terugkomt_wacht_tot_je_klaar_bent(start, plan, tmp_path, plain):
    """It saves when the test says so, as a window that is still open would."""
    editor = an_editor(
        tmp_path, 'pad="$1"; (read x < nu; printf "Later bewerkt." > "$pad"; echo > klaar) &'
    )
    for name in ("nu", "klaar"):
        os.mkfifo(tmp_path / name)
    kind = ("--eenvoudig",) if plain else ()
    terminal = start("verder", plan.name, *BUDGET, *kind, VISUAL=editor, TMPDIR=str(tmp_path))
    terminal.wait_for_new("> " if plain else "Ctrl+S verder")
    terminal.type_in(f".editor{ENTER}" if plain else F4)
    terminal.wait_for_new("kwam terug", "code --wait", "Druk op Enter als je klaar bent")
    (tmp_path / "nu").write_text("nu\n", "utf-8")
    (tmp_path / "klaar").read_text("utf-8")
    terminal.type_in(ENTER)
    # The prompt below it too: who waits for the next one must not take this for it.
    ready = "> " if plain else "Ctrl+S verder"
    terminal.wait_for_new("Het bestand blijft staan:", "Later bewerkt.", ready)
    terminal.type_in(f".concept{ENTER}" if plain else CTRL_S)
    terminal.wait_for_new("6 van 20", ready)
    terminal.stop(vraagt=not plain)
    assert terminal.end() == 130
    assert "  borgen-budget: |\n    Later bewerkt.\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("plain", [False, True])
def test_een_oud_concept_overschrijft_geen_nieuwer_antwoord(start, plan, plain):
    kind = ("--eenvoudig",) if plain else ()
    ready = "> " if plain else "Ctrl+S verder"
    terminal = start("verder", plan.name, *BUDGET, *kind)
    terminal.wait_for_new(ready)
    terminal.type_in("Van gisteren.")
    terminal.wait_for("Van gisteren.")
    terminal.stop(vraagt=not plain)
    assert terminal.end() == 130
    assert start("antwoord", plan.name, "borgen-budget", "Van vandaag.").end() == 0
    terminal = start("verder", plan.name, *BUDGET, *kind)
    terminal.wait_for_new(
        "is veranderd sinds je concept van",
        "In het bestand staat:  Van vandaag.",
        "Jij schreef:",
        "Van gisteren.",
        "de tekst uit het bestand",
    )
    terminal.type_in(f"2{ENTER}" if plain else OMLAAG + ENTER)
    terminal.wait_for_new("Welk budget is er beschikbaar?", "Van vandaag.", ready)
    terminal.type_in(f".{ENTER}" if plain else CTRL_S)
    terminal.wait_for_new(ready)
    terminal.stop(vraagt=not plain)
    assert terminal.end() == 130
    assert "  borgen-budget: |\n    Van vandaag.\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("options", [(), ("--eenvoudig",)])
def test_een_bewerkt_bestand_past_op_een_scherm_en_geeft_open_punten(start, plan, options):
    word = edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    change(word, lambda d: re.sub(rb"([a-z]{3})\.</w:t>", rb"\1, zeg ik.</w:t>", d))
    terminal = start("inlezen", word.name, *options)
    terminal.wait_for("Als open punt bewaren?")
    terminal.wait_for("eerst lezen")
    # All of it is on the screen, from the name of the file on.
    assert terminal.picture.startswith("dorp.docx\n")
    assert "Overgenomen uit Word" in terminal.picture
    terminal.type_in(f"1{ENTER}" if options else ENTER)
    assert terminal.end() == 0
    assert re.search(r"dorp\.plan\.yaml: \d\d open punten erbij", terminal.picture)
    assert "    tekst: |\n      Uit dorp.docx: Bij “" in plan.read_text("utf-8")
