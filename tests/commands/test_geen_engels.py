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


def _vorm(knoop: ast.expr) -> str | None:
    """Return the text of a constant or an f-string with `{}` for what is put in."""
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
        return knoop.value
    if isinstance(knoop, ast.JoinedStr):
        return "".join(d.value if isinstance(d, ast.Constant) else "{}" for d in knoop.values)
    return None


def _gezegd(bron: str) -> set[str]:
    """Return what a module says: echoes, translates, or ends with."""
    zegt = {"echo", "secho", "_", "fail", "BadOptionUsage", "BadArgumentUsage", "BadParameter"}
    uit = set()
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Call):
            naam = ast.unparse(knoop.func).rpartition(".")[2]
            if naam in zegt:
                uit |= {zin for arg in knoop.args if (zin := _vorm(arg))}
    return uit


def test_elke_zin_van_typer_is_vertaald_of_onbereikbaar():
    """A new version that says something new gets looked at."""
    bestanden = ("core.py", "completion.py", "_completion_shared.py", "_click/core.py",
                 "_click/parser.py", "_click/exceptions.py")  # fmt: skip
    gezegd = {zin for naam in bestanden for zin in _gezegd((_TYPER / naam).read_text("utf-8"))}
    assert gezegd - ZINNEN.keys() == set()


# What English shares with Dutch is left out.
ENGELS = re.compile(
    r"\b(the|no|such|missing|invalid|value|try|for|help|usage|options?|possible|did|you|mean"
    r"|unexpected|extra|requires?|does|not|take|choose|from|install(?:ed)?|completion"
    r"|will|effect|once|restart|shell .* supported|aborted|error|show|this|message|exit)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "opdracht",
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
def test_verkeerd_gebruik_is_nederlands(draai, opdracht):
    gedraaid = draai(*opdracht)
    assert gedraaid.code == 2
    gezegd = re.sub(r"`[^`]*`|--[a-z-]+|-h\b", "", gedraaid.uit + gedraaid.fout)
    assert gezegd
    assert ENGELS.findall(gezegd) == []


@pytest.fixture
def thuis(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_aanvullen_aanzetten(draai, thuis, monkeypatch, shell):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: (shell, shell))
    gedraaid = draai("--install-completion")
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    zin, pad, leeg = gedraaid.uit.split("\n")
    assert zin == (
        f"Aanvullen met Tab staat aan voor {shell}. Het werkt in een nieuwe terminal. Het staat in:"
    )
    assert Path(pad).is_relative_to(thuis)
    assert "uitvoeringsplan" in Path(pad).read_text("utf-8")
    assert leeg == ""


def test_aanvullen_tonen(draai, monkeypatch):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("bash", "bash"))
    gedraaid = draai("--show-completion")
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    assert "complete -o default -F _uitvoeringsplan_completion" in gedraaid.uit


@pytest.mark.parametrize("optie", ["--install-completion", "--show-completion"])
def test_aanvullen_in_een_onbekende_shell(draai, thuis, monkeypatch, optie):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("tcsh", "tcsh"))
    gedraaid = draai(optie)
    assert (gedraaid.code, gedraaid.uit) == (2, "")
    assert gedraaid.fout.startswith("Het is niet te zien welke shell dit is.")
    assert list(thuis.glob(".*")) == []


def test_aanvullen_waar_niet_te_schrijven_is(draai, thuis, monkeypatch):
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("bash", "bash"))
    (thuis / ".bashrc").mkdir()
    gedraaid = draai("--install-completion")
    assert gedraaid.code == 2
    assert gedraaid.fout == (
        f"Aanvullen met Tab aanzetten lukt niet: {thuis / '.bashrc'} is niet te schrijven.\n"
    )
