"""Help and version: all Dutch, and complete."""

from __future__ import annotations

import re

import pytest

from uitvoeringsplan import __version__
from uitvoeringsplan.commands.table import COMMANDS, HIDDEN

OPDRACHTEN = tuple(naam for naam in COMMANDS if naam not in HIDDEN)

ENGELS = re.compile(
    r"\b(show|this|message|exit|options?|usage|arguments?|commands?|required|default|the|and|with"
    r"|file|files|error|try|for|help|text|write|read|completion|install)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("opdracht", [(), *((naam,) for naam in OPDRACHTEN)])
@pytest.mark.parametrize("vraag", ["--help", "-h"])
def test_de_hulp_is_helemaal_nederlands(draai, opdracht, vraag):
    gedraaid = draai(*opdracht, vraag)
    assert gedraaid.code == 0
    assert gedraaid.fout == ""
    assert gedraaid.uit.startswith("Gebruik: uitvoeringsplan")
    # The names of these three options belong to the command line, not to the language.
    woorden = re.sub(r"--(help|install-completion|show-completion)", "", gedraaid.uit)
    assert ENGELS.findall(woorden) == []
    assert "Toon deze uitleg." in gedraaid.uit
    assert max(map(len, gedraaid.uit.splitlines())) <= 80


def test_de_zeef_voor_engels_vangt_de_hulp_van_typer():
    engels = "Usage: x [OPTIONS]\nOptions:\n  --help  Show this message and exit."
    assert len(ENGELS.findall(engels)) > 5


def test_de_hulp_noemt_elke_opdracht(draai):
    uit = draai("--help").uit
    assert [naam for naam in OPDRACHTEN if re.search(rf"^  {naam} ", uit, re.MULTILINE)] == [
        *OPDRACHTEN
    ]


def test_geen_opdracht_breekt_in_de_lijst_af(draai):
    assert "..." not in draai("--help").uit.replace("OPDRACHT ...", "")


def test_de_hulp_zegt_in_het_nederlands_hoe_aanvullen_met_tab_gaat(draai):
    uit = " ".join(draai("--help").uit.split())
    assert "--install-completion Zet aanvullen met Tab aan in deze shell." in uit
    assert "--show-completion Toon wat daarvoor nodig is" in uit


def test_de_versie(draai):
    assert draai("--versie") == (0, f"uitvoeringsplan {__version__}\n", "")
