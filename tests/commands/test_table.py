"""The table of commands says what Typer declares, and what is read by it is what Typer reads."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import uitvoeringsplan.commands
from trials import proeven
from uitvoeringsplan import cli
from uitvoeringsplan.commands import help as hulp
from uitvoeringsplan.commands import table, with_typer
from uitvoeringsplan.commands.table_maker import make_table
from uitvoeringsplan.errors import GebruikError

TABLE = make_table()
MAP = Path(uitvoeringsplan.commands.__file__).parent


def door_typer(monkeypatch, naam: str, argumenten: list[str]) -> dict | None:
    """Return what Typer calls the function of a command with; None when it will not."""
    echt = table.load(naam)
    gegeven: list[dict] = []

    @functools.wraps(echt)
    def nep(**waarden):
        gegeven.append(waarden)
        return 0

    monkeypatch.setattr(with_typer, "load", lambda _: nep)
    try:
        with_typer.run_typer([naam, *argumenten])
    except GebruikError:
        return None
    return gegeven[0] if gegeven else None


def zonder_stilte(waarden: dict) -> dict:
    """Leave out what was not given: Typer fills that in, and else Python does."""
    return {naam: waarde for naam, waarde in waarden.items() if waarde not in (None, False, [], "")}


WOORDEN = ["a", "b.plan.yaml", "-", "--", "", "- punt", "-5", "x=y", "json", "--x", "-u", "\ufdd0a"]


@st.composite
def aanroep(draw) -> tuple[str, list[str]]:
    naam = draw(st.sampled_from(list(table.COMMANDS)))
    opties = [*TABLE[naam][2], "--help"]
    vormen = st.one_of(
        st.sampled_from(WOORDEN),
        st.sampled_from(opties),
        st.builds("{}={}".format, st.sampled_from(opties), st.sampled_from(WOORDEN)),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4),
    )
    return naam, draw(st.lists(vormen, max_size=5))


@proeven(1000)
@given(aanroep())
def test_wat_de_tabel_leest_leest_typer_ook(gekozen):
    naam, argumenten = gekozen
    if (gelezen := table.read_call(argumenten, TABLE[naam])) is None:
        return
    with pytest.MonkeyPatch.context() as monkeypatch:
        typer = door_typer(monkeypatch, naam, argumenten)
    assert typer is not None
    if naam == "controleer":
        gelezen = {"formaat": "tekst", **gelezen}
    if naam in ("git", "voorbeeld"):
        gelezen = {"map_": Path(), **gelezen}
    assert zonder_stilte(typer) == zonder_stilte(gelezen)


@pytest.mark.parametrize(
    "argumenten",
    [
        ["status"], ["status", "a", "b", "--json"], ["status", "--alles", "a", "--vragen", "v"],
        ["genereer", "a", "-u", "uit.docx", "--naar", "pdf", "--naar=html"],
        ["controleer", "a", "--formaat", "sarif"], ["verder"], ["nieuw", "--antwoorden=oud"],
        ["antwoord", "a", "b", "tekst"], ["antwoord", "a", "b", "-"], ["punt", "a", "b", "c"],
        ["inlezen", "a.docx", "--proef"], ["git"], ["voorbeeld", "map"], ["vergelijk"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_een_gewone_aanroep_gaat_zonder_typer(monkeypatch, argumenten):
    naam, *rest = argumenten
    gelezen = table.read_call(rest, TABLE[naam])
    assert gelezen is not None
    typer = door_typer(monkeypatch, naam, rest)
    assert zonder_stilte(gelezen).items() <= typer.items()


@pytest.mark.parametrize(
    "argumenten",
    [
        ["status", "--jsn"], ["status", "--json=3"], ["status", "--", "a"], ["status", "-x"],
        ["status", ""], ["genereer", "-uuit.docx"], ["genereer", "-u=uit"], ["genereer", "-u"],
        ["genereer", "--uit", "--open"], ["genereer", "-u", "a", "--uit", "b"], ["antwoord", "a"],
        ["antwoord", "a", "b", "- punt"], ["antwoord", "a", "b", "c", "d"], ["inlezen"],
        ["controleer", "--formaat", "xml"], ["status", "a", "--help"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wat_niet_zeker_is_leest_typer(argumenten):
    naam, *rest = argumenten
    assert table.read_call(rest, TABLE[naam]) is None


def test_op_windows_vult_de_opdracht_zelf_namen_aan(monkeypatch):
    assert table.read_call(["*.yaml"], TABLE["status"]) is not None
    monkeypatch.setattr(table.os, "name", "nt")
    gewoon, jokerteken = (table._is_plain(naam) for naam in ("a.plan.yaml", "*.yaml"))
    monkeypatch.undo()
    assert (gewoon, jokerteken) == (True, False)


@pytest.mark.parametrize("naam", ["", *table.COMMANDS])
@pytest.mark.parametrize("kolommen", [30, 40, 80, 200])
def test_de_uitleg_is_die_van_typer(monkeypatch, capsys, naam, kolommen):
    monkeypatch.setenv("COLUMNS", str(kolommen))
    argumenten = [naam, "--help"] if naam else ["--help"]
    pagina = table.find_help(argumenten, TABLE)
    assert pagina is not None
    with_typer.run_typer(argumenten)
    assert capsys.readouterr().out == f"{hulp.render(pagina)}\n"


@pytest.mark.parametrize("argumenten", [[], ["status"], ["x", "-h"], ["git", "git", "-h"]])
def test_wat_geen_vraag_om_uitleg_is(argumenten):
    assert table.find_help(argumenten, TABLE) is None


def test_wie_tab_drukt_krijgt_typer(monkeypatch):
    built = type("Built", (), {"READY": TABLE})
    monkeypatch.setattr(table, "import_module", lambda _: built)
    assert table.load_table() is TABLE
    monkeypatch.setenv("_UITVOERINGSPLAN_COMPLETE", "complete_bash")
    assert table.load_table() is None


@pytest.mark.parametrize("naam", ["", " ", "--", "onzin"])
def test_wat_geen_opdracht_is_zegt_typer(monkeypatch, capsys, naam):
    """The table also holds the program as a whole, which is no command."""
    monkeypatch.setattr(table, "load_table", lambda: TABLE)
    assert cli.run([naam]) == 2
    assert "--help` zie je wat er kan" in capsys.readouterr().err


def test_in_een_kloon_is_er_geen_tabel():
    assert table.load_table() is None


def test_elke_functie_met_uitleg_is_een_opdracht():
    """A command that nobody put in the list would never be found."""
    functies = {
        f"{pad.stem}:{knoop.name}"
        for pad in MAP.glob("*.py")
        for knoop in ast.parse(pad.read_text("utf-8")).body
        if isinstance(knoop, ast.FunctionDef) and knoop.name[0] != "_"
        if "VragenOptie" in ast.unparse(knoop.args)
    }
    assert functies <= set(table.COMMANDS.values())
    assert len(functies) > 8


def test_met_de_tabel_is_typer_niet_nodig(werkmap):
    """A plain call loads neither Typer nor the module of another command."""
    code = (
        "import sys\n"
        "from uitvoeringsplan import cli\n"
        "from uitvoeringsplan.commands import table\n"
        f"table.load_table = lambda: {dict(TABLE)!r}\n"
        "for argumenten in (['--versie'], ['--help'], ['status', 'x.plan.yaml']):\n"
        "    cli.run(argumenten)\n"
        "print(*sys.modules, sep='\\n')"
    )
    gedraaid = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=werkmap
    )
    geladen = set(gedraaid.stdout.split("\n"))
    assert geladen & {"typer", "rich", "click"} == set()
    begin = "uitvoeringsplan.commands."
    eigen = {naam.removeprefix(begin) for naam in geladen if naam.startswith(begin)}
    assert eigen == {"edge", "help", "output", "table", "reporting"}
    assert cli.run
