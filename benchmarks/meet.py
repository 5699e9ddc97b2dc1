"""Measures the program against a floor, a peer and another build, as ratios within one run."""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path

from builds import CONTROLEER, PDF
from fill import BATCH, PLAN, TIJDLIJN
from measure import Setup, print_cells, print_rows
from start import START

MEASURES = {
    "plan": PLAN, "tijdlijn": TIJDLIJN, "batch": BATCH, "start": START,
    "controleer": CONTROLEER, "pdf": PDF,
}  # fmt: skip


def main() -> None:
    """Print a table of what was chosen, row by row."""
    options = _read_options()
    setup = Setup(_find_program(options.programma), _find_program(options.ander), options.paren)
    lacking = {name: why for name, one in MEASURES.items() if (why := one.lacks(setup))}
    if refused := [f"{name}: {lacking[name]}" for name in options.metingen if name in lacking]:
        sys.exit("\n".join(refused))
    print_cells("in milliseconden", "verhouding", "streven", "dit", "het andere", "paren")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in options.metingen or MEASURES:
            if name in lacking:
                print(f"{name}: overgeslagen, {lacking[name]}")
            else:
                pairs = setup.pairs or MEASURES[name].pairs
                print_rows(MEASURES[name].run(setup._replace(pairs=pairs)))


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Meet de snelheid als verhouding.")
    parser.add_argument("metingen", nargs="*", metavar="METING", help="welke; anders alle")
    parser.add_argument("--paren", type=int, default=0, help="aantal paren per meting")
    parser.add_argument("--programma", help="wat je meet; anders het programma van deze python")
    parser.add_argument("--ander", default="", help="een ander programma, om mee te vergelijken")
    options = parser.parse_args()
    if unknown := set(options.metingen) - set(MEASURES):
        parser.error(f"onbekend: {', '.join(sorted(unknown))}; kies uit {', '.join(MEASURES)}")
    options.programma = options.programma or f"{sysconfig.get_path('scripts')}/uitvoeringsplan"
    return options


def _find_program(name: str) -> str:
    """Return where a program is, so that it can be run from any folder."""
    if name and not (found := shutil.which(name)):
        sys.exit(f"Er is geen programma {name}.")
    return str(Path(found).absolute()) if name else ""


if __name__ == "__main__":
    main()
