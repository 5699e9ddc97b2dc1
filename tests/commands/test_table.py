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
from trials import trials
from uitvoeringsplan import cli
from uitvoeringsplan.commands import help as hulp
from uitvoeringsplan.commands import table, with_typer
from uitvoeringsplan.commands.table_maker import make_table
from uitvoeringsplan.errors import GebruikError

TABLE = make_table()
MAP = Path(uitvoeringsplan.commands.__file__).parent


def door_typer(monkeypatch, name: str, arguments: list[str]) -> dict | None:
    """Return what Typer calls the function of a command with; None when it will not."""
    real = table.load(name)
    gegeven: list[dict] = []

    @functools.wraps(real)
    def fake(**values):
        gegeven.append(values)
        return 0

    monkeypatch.setattr(with_typer, "load", lambda _: fake)
    try:
        with_typer.run_typer([*name.split(), *arguments])
    except GebruikError:
        return None
    return gegeven[0] if gegeven else None


def without_silence(values: dict) -> dict:
    """Leave out what was not given: Typer fills that in, and else Python does."""
    return {name: value for name, value in values.items() if value not in (None, False, [], "")}


WORDS = ["a", "b.plan.yaml", "-", "--", "", "- punt", "-5", "x=y", "json", "--x", "-u", "\ufdd0a"]


@st.composite
def call(draw) -> tuple[str, list[str]]:
    name = draw(st.sampled_from(list(table.COMMANDS)))
    options = [*TABLE[name][2], "--help"]
    forms = st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(options),
        st.builds("{}={}".format, st.sampled_from(options), st.sampled_from(WORDS)),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4),
    )
    return name, draw(st.lists(forms, max_size=5))


@trials(1000)
@given(call())
def test_wat_de_tabel_leest_leest_typer_ook(chosen):
    name, arguments = chosen
    if (reading := table.read_call(arguments, TABLE[name])) is None:
        return
    with pytest.MonkeyPatch.context() as monkeypatch:
        typer = door_typer(monkeypatch, name, arguments)
    assert typer is not None
    if name == "controleer":
        reading = {"formaat": "tekst", **reading}
    if name in ("git", "voorbeeld"):
        reading = {"map_": Path(), **reading}
    assert without_silence(typer) == without_silence(reading)


@pytest.mark.parametrize(
    "arguments",
    [
        ["status"], ["status", "a", "b", "--json"], ["status", "--alles", "a", "--vragen", "v"],
        ["genereer", "a", "-u", "uit.docx", "--naar", "pdf", "--naar=html"],
        ["controleer", "a", "--formaat", "sarif"], ["verder"], ["nieuw", "--antwoorden=oud"],
        ["antwoord", "a", "b", "tekst"], ["antwoord", "a", "b", "-"], ["punt", "a", "b", "c"],
        ["vragen", "toon", "a", "--json"], ["vragen", "schema"],
        ["inlezen", "a.docx", "--proef"], ["git"], ["voorbeeld", "map"], ["vergelijk"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_een_gewone_aanroep_gaat_zonder_typer(monkeypatch, arguments):
    name, rest = table.split_call(arguments)
    reading = table.read_call(rest, TABLE[name])
    assert reading is not None
    typer = door_typer(monkeypatch, name, rest)
    assert without_silence(reading).items() <= typer.items()


@pytest.mark.parametrize(
    "arguments",
    [
        ["status", "--jsn"], ["status", "--json=3"], ["status", "--", "a"], ["status", "-x"],
        ["status", ""], ["genereer", "-uuit.docx"], ["genereer", "-u=uit"], ["genereer", "-u"],
        ["genereer", "--uit", "--open"], ["genereer", "-u", "a", "--uit", "b"], ["antwoord", "a"],
        ["antwoord", "a", "b", "- punt"], ["antwoord", "a", "b", "c", "d"], ["inlezen"],
        ["controleer", "--formaat", "xml"], ["status", "a", "--help"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wat_niet_zeker_is_leest_typer(arguments):
    name, *rest = arguments
    assert table.read_call(rest, TABLE[name]) is None


def test_op_windows_vult_de_opdracht_zelf_namen_aan(monkeypatch):
    assert table.read_call(["*.yaml"], TABLE["status"]) is not None
    monkeypatch.setattr(table.os, "name", "nt")
    plain, jokerteken = (table._is_plain(name) for name in ("a.plan.yaml", "*.yaml"))
    monkeypatch.undo()
    assert (plain, jokerteken) == (True, False)


@pytest.mark.parametrize("name", ["", *table.GROUPS, *table.COMMANDS])
@pytest.mark.parametrize("kolommen", [30, 40, 80, 200])
def test_de_uitleg_is_die_van_typer(monkeypatch, capsys, name, kolommen):
    monkeypatch.setenv("COLUMNS", str(kolommen))
    arguments = [*name.split(), "--help"]
    page = table.find_help(arguments, TABLE)
    assert page is not None
    with_typer.run_typer(arguments)
    assert capsys.readouterr().out == f"{hulp.render(page)}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["status"], ["x", "-h"], ["git", "git", "-h"], ["vragen toon", "-h"], ["", "-h"],
        ["vragen", "", "-h"], ["toon", "-h"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wat_geen_vraag_om_uitleg_is(arguments):
    assert table.find_help(arguments, TABLE) is None


@pytest.mark.parametrize(
    ("arguments", "name", "count"),
    [
        (["status", "a"], "status", 1), (["vragen", "toon", "a"], "vragen toon", 1),
        (["vragen", "toon"], "vragen toon", 0), (["vragen"], "", 1), (["vragen toon"], "", 1),
        (["vragen", "status"], "", 2), (["toon"], "", 1), ([], "", 0),
        (["status", ""], "status", 1),
    ],
)  # fmt: skip
def test_welke_opdracht_er_wordt_gevraagd(arguments, name, count):
    found, rest = table.split_call(arguments)
    assert (found, len(rest)) == (name, count)


def test_elke_groep_heeft_opdrachten_en_elke_opdracht_van_twee_woorden_een_groep():
    assert {name.partition(" ")[0] for name in table.COMMANDS if " " in name} == set(table.GROUPS)
    assert set(table.GROUPS).isdisjoint(table.COMMANDS)


def test_wie_tab_drukt_krijgt_typer(monkeypatch):
    built = type("Built", (), {"READY": TABLE})
    monkeypatch.setattr(table, "import_module", lambda _: built)
    assert table.load_table() is TABLE
    monkeypatch.setenv("_UITVOERINGSPLAN_COMPLETE", "complete_bash")
    assert table.load_table() is None


@pytest.mark.parametrize("name", ["", " ", "--", "onzin"])
def test_wat_geen_opdracht_is_zegt_typer(monkeypatch, capsys, name):
    """The table also holds the program as a whole, which is no command."""
    monkeypatch.setattr(table, "load_table", lambda: TABLE)
    assert cli.run([name]) == 2
    assert "--help` zie je wat er kan" in capsys.readouterr().err


def test_in_een_kloon_is_er_geen_tabel():
    assert table.load_table() is None


def test_elke_functie_met_uitleg_is_een_opdracht():
    """A command that nobody put in the list would never be found."""
    functies = {
        f"{path.stem}:{node.name}"
        for path in MAP.glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name[0] != "_"
        if "VragenOptie" in ast.unparse(node.args)
    }
    assert functies <= set(table.COMMANDS.values())
    assert len(functies) > 8


def test_met_de_tabel_is_typer_niet_nodig(work_folder):
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
    outcome = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=work_folder
    )
    loaded = set(outcome.stdout.split("\n"))
    assert loaded & {"typer", "rich", "click"} == set()
    start = "uitvoeringsplan.commands."
    own = {name.removeprefix(start) for name in loaded if name.startswith(start)}
    assert own == {"edge", "help", "output", "table", "reporting"}
    assert cli.run
