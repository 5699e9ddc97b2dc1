"""The findings as a user reads them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from uitvoeringsplan.terminal.reports import findings
from uitvoeringsplan.terminal.visible import make_visible

PATH = Path("dorp.plan.yaml")


class Een(NamedTuple):
    rule_id: str = "open-punt"
    ernst: str = "fout"
    label: str = "Beschikbaar budget"
    line: int | None = 41
    message: str = "punt 1 staat nog open."


def test_een_bevinding_op_een_regel(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    result = findings.render_plan(PATH, [Een()], kleur=False)
    assert result.split("\n") == [
        "dorp.plan.yaml:",
        "fout   regel 41, Beschikbaar budget: punt 1 staat nog open.  [open-punt]",
    ]


@pytest.mark.parametrize(
    ("one", "start"),
    [
        (Een(label=""), "fout   regel 41: punt 1"),
        (Een(line=None), "fout   Beschikbaar budget: punt 1"),
        (Een(label="", line=None), "fout   punt 1"),
    ],
)
def test_een_bevinding_zonder_plek(one, start):
    assert findings.render_plan(PATH, [one], kleur=False).split("\n")[1].startswith(start)


@pytest.mark.parametrize("kolommen", [30, 50, 80])
def test_lange_meldingen_passen_in_het_venster(monkeypatch, kolommen):
    monkeypatch.setenv("COLUMNS", str(kolommen))
    one = Een(message="Dit is een zin van heel gewone woorden. " * 8)
    lines = findings.render_plan(PATH, [one], kleur=False).split("\n")
    assert len(lines) > 3
    assert max(map(len, lines)) <= kolommen
    assert all(line.startswith("  ") for line in lines[2:])


def test_een_lege_regel_tussen_de_gewichten():
    three = [Een(), Een(), Een(ernst="waarschuwing"), Een(ernst="opmerking")]
    result = findings.render_plan(PATH, three, kleur=False)
    assert [paragraph.count("[open-punt]") for paragraph in result.split("\n\n")] == [2, 1, 1]


def test_kleur_staat_alleen_om_het_gewicht():
    three = [Een(), Een(ernst="waarschuwing"), Een(ernst="opmerking")]
    bare = findings.render_plan(PATH, three, kleur=False)
    kleur = make_visible(findings.render_plan(PATH, three, kleur=True))
    assert kleur.count("\033[39m") == 3
    assert "\033[31mfout\033[39m   regel 41" in kleur
    for code in ("\033[31m", "\033[33m", "\033[36m", "\033[39m"):
        kleur = kleur.replace(code, "")
    assert kleur == bare


def test_zonder_bevindingen():
    assert findings.render_plan(PATH, [], kleur=True) == "dorp.plan.yaml: er zijn geen bevindingen."
