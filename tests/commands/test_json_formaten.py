"""What docs/formaten.md says of `--json` is what the commands print, key for key."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from edited_docx import met

FORMATEN = Path(__file__).resolve().parents[2] / "docs" / "formaten.md"
_NAAM = re.compile(r"`([^`]+)`")


def beschreven(opdracht: str) -> dict[str, set[str]]:
    """Return the keys of every kind of object in the section of a command.

    The outer one has no name, others have the name of the key that they stand under. A row of a
    table may itself name the keys of what stands there, or say that they are those of the row
    above it ("hetzelfde").
    """
    tekst = FORMATEN.read_text("utf-8")
    kop = rf"^## [^\n]*`{opdracht} --json`\n"
    (deel,) = re.findall(rf"{kop}(.*?)^## ", tekst, re.MULTILINE | re.DOTALL)
    uit: dict[str, set[str]] = {}
    namen, vorige = [""], set()
    for regel in deel.splitlines():
        if regel.endswith(":"):
            namen = _NAAM.findall(regel) or [""]
        elif regel.startswith("| `"):
            sleutels, waarde = (_NAAM.findall(cel) for cel in regel.strip("| ").split(" | "))
            for naam in namen:
                uit.setdefault(naam, set()).update(sleutels)
            if "hetzelfde" in regel:
                waarde = vorige
            vorige = waarde
            for sleutel in sleutels:
                if namen == [""]:
                    uit.setdefault(f"{sleutel} in de rij", set()).update(waarde)
    return uit


def geschreven(inhoud: object) -> dict[str, set[str]]:
    """Return the keys of every kind of object that was printed."""
    uit: dict[str, set[str]] = defaultdict(set)

    def loop(deel: object, naam: str) -> None:
        if isinstance(deel, list):
            for een in deel:
                loop(een, naam)
        elif isinstance(deel, dict) and naam == "cellen":
            for cel in deel.values():
                loop(cel, "stukken")
        elif isinstance(deel, dict):
            uit[naam] |= deel.keys()
            for sleutel, waarde in deel.items():
                loop(waarde, sleutel)

    loop(inhoud, "")
    return uit


def git(map_, *opdracht):
    wie = ["-c", "user.name=An Test", "-c", "user.email=an@example.org"]
    subprocess.run(["git", *wie, *opdracht], cwd=map_, check=True, capture_output=True)


@pytest.fixture
def verleden(plan):
    """Make a plan with a past in git: a version that cannot be read, and a change on disk."""
    git(plan.parent, "init", "-q")
    goed = plan.read_bytes()
    for data in (goed, goed + b"onzin: [\n", goed):
        plan.write_bytes(data)
        git(plan.parent, "add", plan.name)
        git(plan.parent, "commit", "-qm", "versie")
    return plan


def verander(plan):
    """Change an answer in every way that the shape can tell."""
    met(
        plan,
        borgen_budget="**Vet** en *schuin* met [een link](https://example.org).\n\n- een\n  - twee",
        lokale_ambitie="",
        acties="",
    )


@pytest.mark.git
@pytest.mark.parametrize(
    ("opdracht", "argumenten", "soorten"),
    [
        ("status", [], {"onderdelen", "naar_keuze"}),
        ("vergelijk", ["HEAD:dorp.plan.yaml", "dorp.plan.yaml"],
         {"blokken", "oud", "nieuw", "stukken", "rijen"}),
        ("geschiedenis", ["dorp.plan.yaml", "borgen-budget"], {"wijzigingen", "onleesbaar"}),
        ("punt", [], {"punten"}),
    ],
)  # fmt: skip
def test_de_beschreven_sleutels_zijn_de_sleutels(draai, verleden, opdracht, argumenten, soorten):
    verander(verleden)
    draai("punt", verleden.name, "--nieuw", "Kijk na.")
    gedraaid = draai(opdracht, *argumenten, "--json")
    assert gedraaid.code == 0, gedraaid.fout
    beschrijving = beschreven(opdracht)
    gezien = geschreven(json.loads(gedraaid.uit))
    assert gezien.keys() >= soorten
    for naam, sleutels in gezien.items():
        assert sleutels == beschrijving.get(naam, beschrijving.get(f"{naam} in de rij")), naam


def test_van_elke_opdracht_met_json_is_de_vorm_beschreven(draai):
    opdrachten = re.findall(r"^  ([a-z-]+)  ", draai("--help").uit, re.MULTILINE)
    assert len(opdrachten) > 5
    met_json = {naam for naam in opdrachten if "--json" in draai(naam, "--help").uit}
    tekst = FORMATEN.read_text("utf-8")
    assert met_json == set(re.findall(r"^## [^\n]*`([a-z-]+) --json`$", tekst, re.MULTILINE))
