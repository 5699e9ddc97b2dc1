"""What the documentation says of the code is there: every file, and every name in one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[1]
PAKKET = WORTEL / "src" / "uitvoeringsplan"
BLADEN = ("docs/developers.md", "docs/ontwerp.md")
# The four things that somebody new is most likely to add; the page says of each where.
PLEKKEN = ("A question type", "A format", "A check", "A command")
_NAAM = re.compile(r"`([a-z_/]+/[\w./]*)(?::(\w+))?`")


def genoemd(tekst: str) -> list[tuple[str, str]]:
    """Return the paths in backticks, each with the name in it that goes with it, or empty."""
    return _NAAM.findall(tekst)


def bezwaar(pad: str, naam: str) -> str:
    """Return why a place does not exist; empty when it does."""
    plek = PAKKET / pad if (PAKKET / pad).exists() else WORTEL / pad
    if not plek.exists():
        return f"{pad} bestaat niet"
    if naam and naam not in bovenin(plek.read_text("utf-8")):
        return f"{naam} staat niet in {pad}"
    return ""


def bovenin(bron: str) -> set[str]:
    """Return the names that a module gives at its top."""
    namen = set()
    for knoop in ast.parse(bron).body:
        if isinstance(knoop, ast.FunctionDef | ast.ClassDef):
            namen.add(knoop.name)
        elif isinstance(knoop, ast.Assign):
            namen |= {ast.unparse(doel) for doel in knoop.targets}
        elif isinstance(knoop, ast.AnnAssign):
            namen.add(ast.unparse(knoop.target))
    return namen


@pytest.mark.parametrize("blad", BLADEN)
def test_wat_een_blad_noemt_bestaat(blad):
    plekken = genoemd((WORTEL / blad).read_text("utf-8"))
    assert len(plekken) > 10
    assert [mis for pad, naam in plekken if (mis := bezwaar(pad, naam))] == []


@pytest.mark.parametrize("plek", PLEKKEN)
def test_bij_elke_plek_staat_een_naam_in_de_code(plek):
    tekst = (WORTEL / BLADEN[0]).read_text("utf-8")
    _, kop, rest = tekst.partition(f"\n### {plek}\n")
    assert kop
    assert any(naam for _, naam in genoemd(rest.partition("\n##")[0]))


def test_wat_er_niet_is_wordt_gezien():
    assert bezwaar("model/bestaat_niet.py", "")
    assert bezwaar("model/plan.py", "bestaat_niet")
    assert not bezwaar("model/plan.py", "Plan")


def test_de_readme_wijst_de_weg():
    assert "(docs/developers.md)" in (WORTEL / "README.md").read_text("utf-8")
