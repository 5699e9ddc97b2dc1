"""The measure of the start: commands that do next to nothing, against a bare Python."""

from __future__ import annotations

import sys

from measure import Measure, Row, Setup, time_rows
from plannen import write_plannen
from runs import Run, alternate

_GOALS = {"--versie": "2.5", "--help": "2.5", "status": "5"}


def measure_start(setup: Setup) -> list[Row]:
    """Start the program in three ways."""
    plannen = write_plannen("start", 1, tijdlijn=True)
    commands = {"pass": [sys.executable, "-c", "pass"]} | {
        name: [setup.program, name, *(plannen if name == "status" else ())] for name in _GOALS
    }
    runs = alternate(commands, setup.pairs, _check)
    return [
        row
        for name, goal in _GOALS.items()
        for row in time_rows(f"{name} / pass", goal, runs[name], runs["pass"])
    ]


def _check(name: str, run: Run) -> None:
    if name != "pass" and not run.output.strip():
        sys.exit(f"{name} zegt niets.")


START = Measure(measure_start, 15)
