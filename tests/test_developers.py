"""What the documentation says of the code is there: every file, and every name in one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "uitvoeringsplan"
SHEETS = ("docs/developers.md", "docs/ontwerp.md")
# The four things that somebody new is most likely to add; the page says of each where.
PLACES = ("A question type", "A format", "A check", "A command")
_NAME = re.compile(r"`([a-z_/]+/[\w./]*)(?::(\w+))?`")


def named(text: str) -> list[tuple[str, str]]:
    """Return the paths in backticks, each with the name in it that goes with it, or empty."""
    return _NAME.findall(text)


def objection(path: str, name: str) -> str:
    """Return why a place does not exist; empty when it does."""
    place = PACKAGE / path if (PACKAGE / path).exists() else ROOT / path
    if not place.exists():
        return f"{path} bestaat niet"
    if name and name not in bovenin(place.read_text("utf-8")):
        return f"{name} staat niet in {path}"
    return ""


def bovenin(source: str) -> set[str]:
    """Return the names that a module gives at its top."""
    names = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {ast.unparse(target) for target in node.targets}
        elif isinstance(node, ast.AnnAssign):
            names.add(ast.unparse(node.target))
    return names


@pytest.mark.parametrize("sheet", SHEETS)
def test_wat_een_blad_noemt_bestaat(sheet):
    places = named((ROOT / sheet).read_text("utf-8"))
    assert len(places) > 10
    assert [wrong for path, name in places if (wrong := objection(path, name))] == []


@pytest.mark.parametrize("place", PLACES)
def test_bij_elke_plek_staat_een_naam_in_de_code(place):
    text = (ROOT / SHEETS[0]).read_text("utf-8")
    _, kop, rest = text.partition(f"\n### {place}\n")
    assert kop
    assert any(name for _, name in named(rest.partition("\n##")[0]))


def test_wat_er_niet_is_wordt_gezien():
    assert objection("model/bestaat_niet.py", "")
    assert objection("model/plan.py", "bestaat_niet")
    assert not objection("model/plan.py", "Plan")


def test_de_readme_wijst_de_weg():
    assert "(docs/developers.md)" in (ROOT / "README.md").read_text("utf-8")
