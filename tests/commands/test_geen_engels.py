"""No English word on a screen: what the libraries can say is translated, or never said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import shellingham
import typer

_TYPER = Path(typer.__file__).parent
# Every sentence that Typer can say, and why nobody sees it. `rand` translates what comes with the
# mark “zin”, `opdrachten.aanvullen` what comes with “tab”; “uitleg” is of the help.
ZINNEN = {
    "{} completion installed in {}": "tab",
    "Completion will take effect once you restart the terminal": "tab",
    "Shell {} not supported.": "tab",
    "Shell {} is not supported.": "tab",
    "Couldn't get PowerShell user profile": "tab",
    "Couldn't decode the path automatically": "tab",
    'Completion instruction "{}" not supported.': "alleen een shell vraagt dit",
    "Invalid completion instruction.": "alleen een shell vraagt dit",
    "Aborted!": "alleen in standalone_mode",
    "{}\n{}": "alleen in standalone_mode",
    "Error: {}": "alleen in standalone_mode",
    "Missing command.": "zin",
    "No such command {name!r}.": "zin",
    "Option {} does not take a value.": "zin",
    "Argument {} takes {} values.": "geen argument vraagt een vast aantal",
    "Got unexpected extra argument(s) ({})": "zin",
    "Option {} requires {}": "zin",
    "Arguments": "uitleg",
    "Options": "uitleg",
    "Commands": "uitleg",
    "required": "uitleg",
    "default: {default}": "uitleg",
    "env var: {var}": "geen optie heeft een omgevingsvariabele",
    "(dynamic)": "geen standaardwaarde is een functie",
    "Takes {} values but {} given.": "geen optie vraagt een vast aantal",
    "Value must be an iterable.": "geen standaardwaarde is een functie",
}


def _form(node: ast.expr) -> str | None:
    """Return the text of a constant or an f-string with `{}` for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(d.value if isinstance(d, ast.Constant) else "{}" for d in node.values)
    return None


def _said(source: str) -> set[str]:
    """Return what a module says: echoes, translates, or ends with."""
    zegt = {"echo", "secho", "_", "fail", "BadOptionUsage", "BadArgumentUsage", "BadParameter"}
    result = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            if name in zegt:
                result |= {zin for arg in node.args if (zin := _form(arg))}
    return result


def test_elke_zin_van_typer_is_vertaald_of_onbereikbaar():
    """A new version that says something new gets looked at."""
    files = ("core.py", "completion.py", "_completion_shared.py", "_click/core.py",
                 "_click/parser.py", "_click/exceptions.py")  # fmt: skip
    said = {zin for name in files for zin in _said((_TYPER / name).read_text("utf-8"))}
    assert said - ZINNEN.keys() == set()


# What English shares with Dutch is left out.
ENGLISH = re.compile(
    r"\b(the|no|such|missing|invalid|value|try|for|help|usage|options?|possible|did|you|mean"
    r"|unexpected|extra|requires?|does|not|take|choose|from|install(?:ed)?|completion"
    r"|will|effect|once|restart|shell .* supported|aborted|error|show|this|message|exit)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "command",
    [
        (), ("statu",), ("xyz",), ("--alles",), ("--versi",), ("--versie=3",),
        ("status", "--alle"), ("status", "-z"), ("status", "--json=3"), ("status", "--vragen"),
        ("genereer", "-u"), ("genereer", "--uit"), ("genereer", "--indeling"),
        ("controleer", "--formaat", "xml"), ("controleer", "--formaat"),
        ("antwoord",), ("antwoord", "x"), ("antwoord", "a", "b", "c", "d", "e"),
        ("antwoord", "a", "b", "--tekst"), ("inlezen",), ("geschiedenis",), ("geschiedenis", "a"),
        ("vergelijk", "a", "b", "c"), ("voorbeeld", "a", "b"), ("git", "a", "b"), ("als-tekst",),
        ("voeg-samen", "a"), ("nieuw", "a", "b"), ("verder", "--vraag"), ("punt", "--nieuw"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_verkeerd_gebruik_is_nederlands(run_command, command):
    outcome = run_command(*command)
    assert outcome.code == 2
    said = re.sub(r"`[^`]*`|--[a-z-]+|-h\b", "", outcome.result + outcome.error)
    assert said
    assert ENGLISH.findall(said) == []


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_aanvullen_aanzetten(run_command, home, monkeypatch, shell):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: (shell, shell))
    outcome = run_command("--install-completion")
    assert (outcome.code, outcome.error) == (0, "")
    zin, path, empty = outcome.result.split("\n")
    assert zin == (
        f"Aanvullen met Tab staat aan voor {shell}. Het werkt in een nieuwe terminal. Het staat in:"
    )
    assert Path(path).is_relative_to(home)
    assert "uitvoeringsplan" in Path(path).read_text("utf-8")
    assert empty == ""


def test_aanvullen_tonen(run_command, monkeypatch):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("bash", "bash"))
    outcome = run_command("--show-completion")
    assert (outcome.code, outcome.error) == (0, "")
    assert "complete -o default -F _uitvoeringsplan_completion" in outcome.result


@pytest.mark.parametrize("optie", ["--install-completion", "--show-completion"])
def test_aanvullen_in_een_onbekende_shell(run_command, home, monkeypatch, optie):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("tcsh", "tcsh"))
    outcome = run_command(optie)
    assert (outcome.code, outcome.result) == (2, "")
    assert outcome.error.startswith("Het is niet te zien welke shell dit is.")
    assert list(home.glob(".*")) == []


def test_aanvullen_waar_niet_te_schrijven_is(run_command, home, monkeypatch):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("bash", "bash"))
    (home / ".bashrc").mkdir()
    outcome = run_command("--install-completion")
    assert outcome.code == 2
    assert outcome.error == (
        f"Aanvullen met Tab aanzetten lukt niet: {home / '.bashrc'} is niet te schrijven.\n"
    )
