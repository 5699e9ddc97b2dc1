"""What a plain `genereer` of an installed program loads, and above all what not: it would wait."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.commands import table_maker
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.tasks import ready_made

if TYPE_CHECKING:
    from pathlib import Path

BUILT = {
    "command_table": table_maker.make_module,
    "question_set": ready_made.make_question_set,
    "ready_templates": ready_made.make_ready_templates,
}
FIRST_EXTRA = "signalering-meldpunt:"  # with what comes behind it, the plan has a drawing
NEVER = (
    "typer",
    "click",
    "yaml",
    "zipfile",
    "shutil",
    "threading",
    "logging",
    "dataclasses",
    "docx",
    "PIL",
    "uitvoeringsplan.drawing",
    "uitvoeringsplan.model.beurt",
    "uitvoeringsplan.ooxml.gate",
    "uitvoeringsplan.ooxml.theme",
    "uitvoeringsplan.tasks.question_sets",
    "uitvoeringsplan.terminal.asking",
    "uitvoeringsplan.terminal.wrapping",
    "uitvoeringsplan.vragenlijst.question_set_reader",
    "uitvoeringsplan.word.completing",
    "uitvoeringsplan.word.sjabloon.inventory",
    "uitvoeringsplan.yamltext.heading",
    "uitvoeringsplan.yamltext.yaml_tree",
)
PROGRAM = """
import sys
before = set(sys.modules)
import uitvoeringsplan
uitvoeringsplan.__path__.append(sys.argv[1])
from uitvoeringsplan.cli import run
code = run(["genereer", sys.argv[2]])
print(code, *(name for name in sys.argv[3:] if name in set(sys.modules) - before))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """What the wheel has more than a clone."""
    folder = tmp_path_factory.mktemp("wheel")
    (folder / "built").mkdir()
    (folder / "built/__init__.py").touch()
    for name, make in BUILT.items():
        (folder / f"built/{name}.py").write_text(make(), encoding="utf-8")
    return folder


@pytest.mark.parametrize("has_drawing", [False, True], ids=["kaal", "met tijdlijn"])
def test_wat_genereer_niet_nodig_heeft_wordt_niet_geladen(wheel, tmp_path, has_drawing):
    text = find_voorbeeld().read_text(encoding="utf-8")
    if not has_drawing:
        text = text[: text.rindex("\n\n", 0, text.index(FIRST_EXTRA)) + 1]
    plan = tmp_path / "a.plan.yaml"
    plan.write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, wheel, plan, *NEVER],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (tmp_path / "a.docx").is_file()
    code, *loaded = result.stdout.splitlines()[-1].split()
    drawn = {"PIL", "uitvoeringsplan.drawing"} if has_drawing else set()
    assert (code, set(loaded)) == ("0", drawn)
