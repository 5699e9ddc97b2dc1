"""The commands as a whole: each can be made, and only the one that is asked for is loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import uitvoeringsplan.commands
from uitvoeringsplan.cli import Programma, app

MAP = Path(uitvoeringsplan.commands.__file__).parent


@pytest.mark.parametrize("naam", Programma.modules)
def test_elke_opdracht_is_te_maken(naam):
    groep = typer.main.get_command(app)
    opdracht = groep.get_command(None, naam)
    assert opdracht.name == naam
    assert opdracht.help
    assert opdracht.hidden == (naam in Programma.verborgen)
    assert opdracht is groep.get_command(None, naam)


def test_wat_er_niet_is():
    assert typer.main.get_command(app).get_command(None, "genreer") is None


def test_elke_functie_met_uitleg_is_een_opdracht():
    """A command that nobody put in the list would never be found."""
    functies = {
        f"{pad.stem}.{knoop.name}"
        for pad in MAP.glob("*.py")
        for knoop in ast.parse(pad.read_text("utf-8")).body
        if isinstance(knoop, ast.FunctionDef) and knoop.args.kwonlyargs and knoop.name[0] != "_"
        if "VragenOptie" in ast.unparse(knoop.args)
    }
    genoemd = {
        f"{laad().__name__.rpartition('.')[2]}.{naam.replace('-', '_')}"
        for naam, laad in Programma.modules.items()
    }
    assert functies <= genoemd
    assert len(functies) > 8


def test_een_opdracht_laadt_geen_andere(werkmap):
    code = (
        "import sys\n"
        "from uitvoeringsplan.cli import app\n"
        "from uitvoeringsplan.commands.edge import voer_uit\n"
        "voer_uit(app, ['status', 'x.plan.yaml'])\n"
        "print(*(m for m in sys.modules if m.startswith('uitvoeringsplan.commands.')))"
    )
    gedraaid = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=werkmap
    )
    geladen = {naam.rpartition(".")[2] for naam in gedraaid.stdout.split()}
    assert geladen - {"command_line", "edge", "help", "output", "signals"} == {"gedeeld", "plan"}
