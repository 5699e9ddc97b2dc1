"""What docs/formaten.md says of `--json` is what the commands print, key for key."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from edited_docx import change as change_part
from edited_docx import edited, met, type_over
from uitvoeringsplan.commands.table import COMMANDS
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.three_way import FixedChange

FORMATS = Path(__file__).resolve().parents[2] / "docs" / "formaten.md"
_NAME = re.compile(r"`([^`]+)`")


def beschreven(command: str) -> dict[str, set[str]]:
    """Return the keys of every kind of object in the section of a command.

    The outer one has no name, others have the name of the key that they stand under. A row of a
    table may itself name the keys of what stands there, or say that they are those of the row
    above it ("hetzelfde").
    """
    text = FORMATS.read_text("utf-8")
    kop = rf"^## [^\n]*`{command} --json`\n"
    (part,) = re.findall(rf"{kop}(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    result: dict[str, set[str]] = {}
    names, previous = [""], set()
    for line in part.splitlines():
        if line.endswith(":"):
            names = _NAME.findall(line) or [""]
        elif line.startswith("| `"):
            keys, value = (_NAME.findall(cel) for cel in line.strip("| ").split(" | "))
            for name in names:
                result.setdefault(name, set()).update(keys)
            if "hetzelfde" in line:
                value = previous
            previous = value
            for key in keys:
                if names == [""]:
                    result.setdefault(f"{key} in de rij", set()).update(value)
    return result


def written(content: object) -> dict[str, set[str]]:
    """Return the keys of every kind of object that was printed."""
    result: dict[str, set[str]] = defaultdict(set)

    def loop(part: object, name: str) -> None:
        if isinstance(part, list):
            for one in part:
                loop(one, name)
        elif isinstance(part, dict) and name == "cellen":
            for cel in part.values():
                loop(cel, "stukken")
        elif isinstance(part, dict):
            result[name] |= part.keys()
            for key, value in part.items():
                loop(value, key)

    loop(content, "")
    return result


def git(map_, *command):
    who = ["-c", "user.name=An Test", "-c", "user.email=an@example.org"]
    subprocess.run(["git", *who, *command], cwd=map_, check=True, capture_output=True)


@pytest.fixture
def verleden(plan):
    """Make a plan with a past in git: a version that cannot be read, and a change on disk."""
    git(plan.parent, "init", "-q")
    good = plan.read_bytes()
    for data in (good, good + b"onzin: [\n", good):
        plan.write_bytes(data)
        git(plan.parent, "add", plan.name)
        git(plan.parent, "commit", "-qm", "versie")
    return plan


def change(plan):
    """Change an answer in every way that the shape can tell."""
    met(
        plan,
        borgen_budget="**Vet** en *schuin* met [een link](https://example.org).\n\n- een\n  - twee",
        lokale_ambitie="",
        acties="",
    )


def returned(plan):
    """Make a file that brings something of every kind."""
    word = edited(
        plan,
        plan.with_name("dorp.docx"),
        borgen_budget="**Vet** en *schuin* met [een link](https://example.org).\n\n- een\n  - twee",
        borgen_college="",
    )
    type_over(word, ("8 maart 2027", "voorjaar 2027"), ("heeft de regie", "heeft niet de regie"))
    gone = b'<w:tag w:val="lokale-ambitie"/>'
    dress = b"<w:rPr><w:b/></w:rPr>", b'<w:rPr><w:b/><w:u w:val="single"/></w:rPr>'
    change_part(word, lambda d: re.sub(rb"uv[pa]_lokale_ambitie", b"weg", d.replace(gone, b"")))
    change_part(word, lambda d: d.replace(*dress))


def test_elk_soort_verschil_buiten_de_antwoorden_is_beschreven():
    text = FORMATS.read_text("utf-8")
    (row,) = (line for line in text.split("\n") if line.startswith("| `wat` | `nieuw`, `rij`"))
    assert set(_NAME.findall(row)) == {"wat", *FixedChange}


@pytest.mark.git
@pytest.mark.parametrize(
    ("command", "arguments", "kinds"),
    [
        ("status", [], {"onderdelen", "naar_keuze"}),
        ("vergelijk", ["HEAD:dorp.plan.yaml", "dorp.plan.yaml"],
         {"blokken", "oud", "nieuw", "stukken", "rijen"}),
        ("geschiedenis", ["dorp.plan.yaml", "borgen-budget"], {"wijzigingen", "onleesbaar"}),
        ("punt", [], {"punten"}),
        ("inlezen", ["dorp.docx", "--proef"],
         {"bestanden", "antwoorden", "past_niet", "meldingen", "buiten_de_antwoorden",
          "niet_gevonden", "punten_te_bewaren"}),
        ("vragen toon", ["polarisatie"], {"gegevens", "vragen", "rijen", "kolommen", "controle"}),
        ("vragen controleer", [str(find_vragen(folder=Path("weg")))], {""}),
    ],
)  # fmt: skip
def test_de_beschreven_sleutels_zijn_de_sleutels(run_command, verleden, command, arguments, kinds):
    if command == "inlezen":
        returned(verleden)
    else:
        change(verleden)
    run_command("punt", verleden.name, "--nieuw", "Kijk na.")
    outcome = run_command(*command.split(), *arguments, "--json")
    assert outcome.code == (command == "inlezen"), outcome.error
    description = beschreven(command)
    if command == "inlezen":  # of an answer it gives what `vergelijk` gives
        description = {**beschreven("vergelijk"), **description}
    seen = written(json.loads(outcome.result))
    assert seen.keys() >= kinds
    for name, keys in seen.items():
        assert keys == description.get(name, description.get(f"{name} in de rij")), name


def test_van_elke_opdracht_met_json_is_de_vorm_beschreven(run_command):
    met_json = {
        name for name in COMMANDS if "--json" in run_command(*name.split(), "--help").result
    }
    assert len(met_json) > 5
    text = FORMATS.read_text("utf-8")
    assert met_json == set(re.findall(r"^## [^\n]*`([a-z -]+) --json`$", text, re.MULTILINE))
