"""The measures against another build of the program: `controleer`, and a PDF of eight plans."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

from measure import Measure, Row, Setup, time_rows
from plannen import GEMEENTEN, write_plannen
from runs import OUT, Run, alternate

_EIGHT = 8
_VARIABLE = "UITVOERINGSPLAN_LIBREOFFICE"  # where the program looks for LibreOffice first


def measure_controleer(setup: Setup) -> list[Row]:
    """Check a plan of every municipality."""
    plannen = write_plannen("controleer", GEMEENTEN, tijdlijn=True)
    totals: set[str] = set()

    def check(_name: str, run: Run) -> None:
        totals.add(run.output.splitlines()[-1])
        if len(totals) > 1:
            sys.exit(f"controleer vindt niet in beide evenveel: {' | '.join(totals)}")

    runs = alternate(_commands(setup, "controleer", *plannen), setup.pairs, check)
    return time_rows("controleer / ander", "0.35", *runs.values())


def measure_pdf(setup: Setup) -> list[Row]:
    """Make eight plans with a PDF each, and count how often LibreOffice is started."""
    plannen = write_plannen("pdf", _EIGHT, tijdlijn=True)
    wrapper, log = _write_wrapper()
    starts: dict[str, int] = {}

    def check(name: str, _run: Run) -> None:
        if len([*Path(OUT).glob("*.pdf")]) != _EIGHT:
            sys.exit(f"{name} maakte niet alle {_EIGHT} pdf's.")
        starts[name] = len(log.read_text().splitlines())
        log.unlink()

    commands = _commands(setup, "genereer", *plannen, "--naar", "pdf", "-u", OUT)
    through = {name: ["env", f"{_VARIABLE}={wrapper}", *one] for name, one in commands.items()}
    runs = alternate(through, setup.pairs, check)
    processor, clock = time_rows("pdf / ander", "0.35", *runs.values())
    return [
        clock._replace(name=processor.name, goal=processor.goal),
        processor._replace(name="  processor", goal=""),
        Row("  keren LibreOffice gestart", "", *([starts[name]] for name in commands)),
    ]


def _commands(setup: Setup, *arguments: str) -> dict[str, list[str]]:
    return {"dit": [setup.program, *arguments], "het andere": [setup.other, *arguments]}


def _write_wrapper() -> tuple[Path, Path]:
    """Write a LibreOffice that adds a line to a file and then is the real one."""
    wrapper, log = Path("soffice").resolve(), Path("soffice.log").resolve()
    real = shlex.quote(str(_find_libreoffice()))
    wrapper.write_text(f'#!/bin/sh\necho >>{shlex.quote(str(log))}\nexec {real} "$@"\n')
    wrapper.chmod(0o755)
    return wrapper, log


def _find_libreoffice() -> str | None:
    return os.environ.get(_VARIABLE) or shutil.which("soffice") or shutil.which("libreoffice")


def lacks_other(setup: Setup) -> str:
    """Say that another build is needed."""
    return "" if setup.other else "noem een ander programma om mee te vergelijken, met --ander"


def lacks_libreoffice(setup: Setup) -> str:
    """Say what a PDF needs."""
    return lacks_other(setup) or ("" if _find_libreoffice() else "LibreOffice staat er niet")


CONTROLEER = Measure(measure_controleer, 3, lacks_other)
PDF = Measure(measure_pdf, 3, lacks_libreoffice)
