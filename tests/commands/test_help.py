"""Help and version: all Dutch, and complete."""

from __future__ import annotations

import re

import pytest

from uitvoeringsplan import __version__
from uitvoeringsplan.commands.table import COMMANDS, GROUPS, HIDDEN

NAMES = tuple(name for name in COMMANDS if name not in HIDDEN)
FIRST = tuple(dict.fromkeys(name.partition(" ")[0] for name in NAMES))

ENGLISH = re.compile(
    r"\b(show|this|message|exit|options?|usage|arguments?|commands?|required|default|the|and|with"
    r"|file|files|error|try|for|help|text|write|read|completion|install)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("command", [(), *(tuple(name.split()) for name in (*GROUPS, *NAMES))])
@pytest.mark.parametrize("vraag", ["--help", "-h"])
def test_de_hulp_is_helemaal_nederlands(run_command, command, vraag):
    outcome = run_command(*command, vraag)
    assert outcome.code == 0
    assert outcome.error == ""
    assert outcome.result.startswith("Gebruik: uitvoeringsplan")
    # The names of these three options belong to the command line, not to the language.
    words = re.sub(r"--(help|install-completion|show-completion)", "", outcome.result)
    assert ENGLISH.findall(words) == []
    assert "Toon deze uitleg." in outcome.result
    assert max(map(len, outcome.result.splitlines())) <= 80


def test_de_zeef_voor_engels_vangt_de_hulp_van_typer():
    english = "Usage: x [OPTIONS]\nOptions:\n  --help  Show this message and exit."
    assert len(ENGLISH.findall(english)) > 5


def test_de_hulp_noemt_elke_opdracht(run_command):
    result = run_command("--help").result
    assert [name for name in FIRST if re.search(rf"^  {name} ", result, re.MULTILINE)] == [*FIRST]


@pytest.mark.parametrize("group", GROUPS)
def test_de_hulp_van_een_groep_noemt_haar_opdrachten(run_command, group):
    own = [name.removeprefix(f"{group} ") for name in NAMES if name.startswith(f"{group} ")]
    asked, bare = run_command(group, "--help"), run_command(group)
    assert [name for name in own if re.search(rf"^  {name} ", asked.result, re.MULTILINE)] == own
    assert bare.code == 2
    assert f"  {own[0]} " in bare.result + bare.error


def test_geen_opdracht_breekt_in_de_lijst_af(run_command):
    assert "..." not in run_command("--help").result.replace("OPDRACHT ...", "")


def test_de_hulp_zegt_in_het_nederlands_hoe_aanvullen_met_tab_gaat(run_command):
    result = " ".join(run_command("--help").result.split())
    assert "--install-completion Zet aanvullen met Tab aan in deze shell." in result
    assert "--show-completion Toon wat daarvoor nodig is" in result


def test_de_versie(run_command):
    assert run_command("--versie") == (0, f"uitvoeringsplan {__version__}\n", "")
