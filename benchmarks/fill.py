"""The measures of `genereer`: one plan, one with its timeline, and all municipalities at once."""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from measure import Measure, Row, Setup, memory_row, time_rows
from plannen import GEMEENTEN, SJABLOON, write_plannen
from runs import OUT, Run, alternate, run

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = Path(__file__).resolve().parent
_OURS = "genereer"


def measure_plan(setup: Setup) -> list[Row]:
    """Make one plan without a picture."""
    plannen = write_plannen("plan", 1, tijdlijn=False)
    runs = _alternate(setup, plannen, ("vloer", "docxtpl"))
    return _against(runs, "plan", {"vloer": "1.15", "docxtpl": "0.40"})


def measure_tijdlijn(setup: Setup) -> list[Row]:
    """Make one plan with its timeline; the others draw nothing."""
    plannen = write_plannen("tijdlijn", 1, tijdlijn=True)
    runs = _alternate(setup, plannen, ("vloer", "docxtpl"), picture=True)
    return _against(runs, "tijdlijn", {"vloer": "1.6", "docxtpl": "0.55"})


def measure_batch(setup: Setup) -> list[Row]:
    """Make a plan for every municipality in one process, without and with a timeline."""
    rows = []
    for name, tijdlijn, goal in (("batch", False, "0.70"), ("batch met tijdlijn", True, "1.3")):
        plannen = write_plannen(name.replace(" ", "-"), GEMEENTEN, tijdlijn=tijdlijn)
        runs = _alternate(setup, plannen, ("vloer",), picture=tijdlijn)
        rows += [*_against(runs, name, {"vloer": goal}), memory_row("30", *runs.values())]
    return rows


def _alternate(
    setup: Setup, plannen: list[str], peers: Sequence[str], *, picture: bool = False
) -> dict[str, list[Run]]:
    """Run the program and its peers on plans, after a check that they do the same work."""
    sjablonen = {"vloer": SJABLOON, "docxtpl": "jinja.docx"}
    scripts = {"vloer": "floor.py", "docxtpl": "docxtpl_script.py"}
    if "docxtpl" in peers:
        run(_script("jinja_sjabloon.py", SJABLOON, sjablonen["docxtpl"]))
    commands = {_OURS: [setup.program, "genereer", *plannen, "-u", OUT]}
    commands |= {peer: _script(scripts[peer], sjablonen[peer], OUT, *plannen) for peer in peers}

    def check(name: str, _run: Run) -> None:
        run(_script("check_words.py", SJABLOON, OUT, *plannen))
        if picture and name == _OURS:
            _check_pictures()

    return alternate(commands, setup.pairs, check)


def _check_pictures() -> None:
    for path in Path(OUT).glob("*.docx"):
        if not any(part.startswith("word/media/") for part in zipfile.ZipFile(path).namelist()):
            sys.exit(f"{path.name} heeft geen tijdlijn.")


def _against(runs: dict[str, list[Run]], name: str, goals: dict[str, str]) -> list[Row]:
    return [
        row
        for peer, goal in goals.items()
        for row in time_rows(f"{name} / {peer}", goal, runs[_OURS], runs[peer])
    ]


def _script(name: str, *arguments: str) -> list[str]:
    return [sys.executable, str(_HERE / name), *arguments]


def lacks_docxtpl(_setup: Setup) -> str:
    """Say how to install docxtpl when it is not there."""
    if importlib.util.find_spec("docxtpl"):
        return ""
    return f"docxtpl staat er niet; installeer het met: {sys.executable} -m pip install docxtpl"


PLAN = Measure(measure_plan, 15, lacks_docxtpl)
TIJDLIJN = Measure(measure_tijdlijn, 15, lacks_docxtpl)
BATCH = Measure(measure_batch, 5)
