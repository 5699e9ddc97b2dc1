"""The findings as a user reads them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from uitvoeringsplan.terminal.reports import findings
from uitvoeringsplan.terminal.visible import make_visible

PAD = Path("dorp.plan.yaml")


class Een(NamedTuple):
    rule_id: str = "open-punt"
    ernst: str = "fout"
    label: str = "Beschikbaar budget"
    line: int | None = 41
    melding: str = "punt 1 staat nog open."


def test_een_bevinding_op_een_regel(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    uit = findings.render_plan(PAD, [Een()], kleur=False)
    assert uit.split("\n") == [
        "dorp.plan.yaml:",
        "fout   regel 41, Beschikbaar budget: punt 1 staat nog open.  [open-punt]",
    ]


@pytest.mark.parametrize(
    ("een", "begin"),
    [
        (Een(label=""), "fout   regel 41: punt 1"),
        (Een(line=None), "fout   Beschikbaar budget: punt 1"),
        (Een(label="", line=None), "fout   punt 1"),
    ],
)
def test_een_bevinding_zonder_plek(een, begin):
    assert findings.render_plan(PAD, [een], kleur=False).split("\n")[1].startswith(begin)


@pytest.mark.parametrize("kolommen", [30, 50, 80])
def test_lange_meldingen_passen_in_het_venster(monkeypatch, kolommen):
    monkeypatch.setenv("COLUMNS", str(kolommen))
    een = Een(melding="Dit is een zin van heel gewone woorden. " * 8)
    regels = findings.render_plan(PAD, [een], kleur=False).split("\n")
    assert len(regels) > 3
    assert max(map(len, regels)) <= kolommen
    assert all(regel.startswith("  ") for regel in regels[2:])


def test_een_lege_regel_tussen_de_gewichten():
    drie = [Een(), Een(), Een(ernst="waarschuwing"), Een(ernst="opmerking")]
    uit = findings.render_plan(PAD, drie, kleur=False)
    assert [alinea.count("[open-punt]") for alinea in uit.split("\n\n")] == [2, 1, 1]


def test_kleur_staat_alleen_om_het_gewicht():
    drie = [Een(), Een(ernst="waarschuwing"), Een(ernst="opmerking")]
    kaal = findings.render_plan(PAD, drie, kleur=False)
    kleur = make_visible(findings.render_plan(PAD, drie, kleur=True))
    assert kleur.count("\033[39m") == 3
    assert "\033[31mfout\033[39m   regel 41" in kleur
    for code in ("\033[31m", "\033[33m", "\033[36m", "\033[39m"):
        kleur = kleur.replace(code, "")
    assert kleur == kaal


def test_zonder_bevindingen():
    assert findings.render_plan(PAD, [], kleur=True) == "dorp.plan.yaml: er zijn geen bevindingen."


@pytest.mark.parametrize(
    ("gewichten", "plannen", "zin"),
    [
        ([], 2, "0 fouten, 0 waarschuwingen en 0 opmerkingen in 2 plannen."),
        (["fout"], 1, "1 fout, 0 waarschuwingen en 0 opmerkingen in 1 plan."),
        (
            ["fout", "fout", "opmerking"],
            3,
            "2 fouten, 0 waarschuwingen en 1 opmerking in 3 plannen.",
        ),
        (["waarschuwing"], 2, "0 fouten, 1 waarschuwing en 0 opmerkingen in 2 plannen."),
    ],
)
def test_de_laatste_regel_telt(gewichten, plannen, zin):
    assert findings.count_line([Een(ernst=een) for een in gewichten], plannen) == zin


@pytest.mark.parametrize(
    ("ernsten", "zin"),
    [
        ([], ""),
        (["opmerking"], "1 opmerking"),
        (["opmerking", "fout", "fout"], "2 fouten en 1 opmerking"),
        (["opmerking", "waarschuwing", "fout"], "1 fout, 1 waarschuwing en 1 opmerking"),
    ],
)
def test_kort_noemt_alleen_wat_er_is(ernsten, zin):
    assert findings.counts(ernsten) == zin


def test_bij_een_document_staat_waarop_is_nagekeken():
    een = findings.with_document(["fout"], Path("mijn plan.plan.yaml"), is_alles=True)
    assert een.startswith("Nagekeken op alles: 1 fout. Je leest het met: uitvoeringsplan")
    meer = findings.with_document(["fout"], None, is_alles=False)
    assert meer.startswith("Nagekeken op wat ontbreekt, open punten en datums: 1 fout.")
    assert meer.endswith("uitvoeringsplan controleer, met dezelfde plannen")
