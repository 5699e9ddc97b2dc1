"""What Tab offers: commands, plans and questions."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from uitvoeringsplan.commands.options import complete_plan, complete_vraag
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst


@pytest.fixture
def plannen(work_folder):
    (work_folder / "map").mkdir()
    for name in ("delft", "dorp", "map/ede"):
        (work_folder / f"{name}.plan.yaml").write_text("", "utf-8")
    (work_folder / "dorp.docx").write_text("", "utf-8")
    return work_folder


@pytest.mark.parametrize(
    ("start", "aanbod"),
    [
        ("", ["delft.plan.yaml", "dorp.plan.yaml"]),
        ("d", ["delft.plan.yaml", "dorp.plan.yaml"]),
        ("do", ["dorp.plan.yaml"]),
        ("x", []),
        ("map/", ["map/ede.plan.yaml"]),
        ("map/e", ["map/ede.plan.yaml"]),
        ("./do", ["./dorp.plan.yaml"]),
        ("weg/", []),
    ],
)
def test_plannen(plannen, start, aanbod):
    assert plannen.is_dir()
    assert complete_plan(start) == aanbod


def test_vragen_met_hun_opschrift(work_folder):
    assert [vraag_id for vraag_id, _ in complete_vraag("borgen-bu")] == ["borgen-budget"]
    ids = [vraag_id for vraag_id, _ in complete_vraag("")]
    lijst = load_vragenlijst(find_vragen())
    assert ids == [vraag.id for vraag in (*lijst.gegevens, *lijst.vragen)]
    assert {"gemeente", "borgen-budget", "acties", "beeld-wij-zij"} <= set(ids)
    assert all(label for _, label in complete_vraag(""))
    assert list(work_folder.iterdir()) == []


def test_een_vragenlijst_met_een_fout_stoort_niet(work_folder):
    (work_folder / "vragen.yaml").write_text("soort: [", "utf-8")
    assert complete_vraag("") == []


@pytest.mark.parametrize(
    ("typed", "aanbod"),
    [
        ("uitvoeringsplan nieuw --soort pol", {"polarisatie"}),
        ("uitvoeringsplan ge", {"genereer", "geschiedenis"}),
        ("uitvoeringsplan verder de", {"delft.plan.yaml"}),
        ("uitvoeringsplan genereer delft.plan.yaml do", {"dorp.plan.yaml"}),
        ("uitvoeringsplan nieuw --antwoorden do", {"dorp.plan.yaml"}),
        ("uitvoeringsplan verder --vraag borgen-bu", {"borgen-budget"}),
        ("uitvoeringsplan antwoord dorp.plan.yaml borgen-bu", {"borgen-budget"}),
    ],
)
def test_wat_bash_te_horen_krijgt(plannen, typed, aanbod):
    outcome = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan"],
        cwd=plannen,
        env={
            **os.environ,
            "_UITVOERINGSPLAN_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (outcome.stderr, set(outcome.stdout.split())) == ("", aanbod)
