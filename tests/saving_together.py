"""What tests of saving share: somebody else at work, and a save that must fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new, save_plan


def start(map_: Path) -> Planbestand:
    """Return a plan as it was read, alone in a new folder."""
    map_.mkdir()
    path = map_ / "a.plan.yaml"
    save_new(new_planbestand(path, LIJST, {"gemeente": "Delft"}, {"v0": "Een.", "v1": "x"}))
    return load_plan(path, LIJST)


def other(old: Planbestand, **antwoorden: str) -> Planbestand:
    """Save answers as somebody else who read the file too, and return what stands there."""
    theirs = load_plan(old.path, LIJST)
    for id_, text in antwoorden.items():
        theirs = theirs.with_answer(LIJST.vraag(id_), text)
    old.path.write_bytes(theirs.data)
    return theirs


def stand(path: Path) -> tuple[int, int, bytes]:
    """Return what changes when a file is written, even with the same bytes."""
    return path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()


def names(map_: Path) -> list[str]:
    return sorted(path.name for path in map_.iterdir())


def failed(old: Planbestand, new: Planbestand) -> tuple[str, Planbestand]:
    """Save, which must fail; return the message and the plan in the rescue file that it names."""
    with pytest.raises(BestandError) as error:
        save_plan(old, new)
    message = str(error.value)
    named = re.search(r"Er is niets verloren: het plan met je antwoord staat in (.+)\.$", message)
    assert named, message
    assert message[named.start() - 1] == ("\n" if "\n" in message else " ")
    rescued = load_plan(Path(named[1]), LIJST)
    assert rescued.data == new.data
    return message, rescued
