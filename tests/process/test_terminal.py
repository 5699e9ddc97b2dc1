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

from scherm import CTRL_C, CTRL_D, CTRL_S, ENTER, F2, OMLAAG, Term

from uitvoeringsplan.storage.vindplaats import find_voorbeeld

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
    terminal.typ("2027" + CTRL_C)
    assert terminal.einde() == 130
    assert "Alles is bewaard in sudwest-fryslan.plan.yaml; 20 vragen" in terminal.beeld
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
    terminal.typ(CTRL_C)
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
    terminal.wacht_op("Sluit af met een regel waarop alleen een punt staat")
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
    assert terminal.beeld.endswith("[####################] 5/5 plannen")
    assert len(list(tmp_path.glob("p?.docx"))) == 5


def test_uitvoer_naar_een_lezer_die_weg_is(plan):
    """`status | head -0`: no traceback, whatever the exit code."""
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
    assert gedraaid.stderr == b""
    assert gedraaid.returncode == 1
