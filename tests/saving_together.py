"""What tests of saving share: somebody else at work, and a save that must fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new, save_plan


def begin(map_: Path) -> Planbestand:
    """Return a plan as it was read, alone in a new folder."""
    map_.mkdir()
    pad = map_ / "a.plan.yaml"
    save_new(new_planbestand(pad, LIJST, {"gemeente": "Delft"}, {"v0": "Een.", "v1": "x"}))
    return load_plan(pad, LIJST)


def ander(oud: Planbestand, **antwoorden: str) -> Planbestand:
    """Save answers as somebody else who read the file too, and return what stands there."""
    hunne = load_plan(oud.pad, LIJST)
    for id_, tekst in antwoorden.items():
        hunne = hunne.with_answer(LIJST.vraag(id_), tekst)
    oud.pad.write_bytes(hunne.data)
    return hunne


def stand(pad: Path) -> tuple[int, int, bytes]:
    """Return what changes when a file is written, even with the same bytes."""
    return pad.stat().st_ino, pad.stat().st_mtime_ns, pad.read_bytes()


def namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


def mislukt(oud: Planbestand, nieuw: Planbestand) -> tuple[str, Planbestand]:
    """Save, which must fail; return the message and the plan in the rescue file that it names."""
    with pytest.raises(BestandError) as fout:
        save_plan(oud, nieuw)
    melding = str(fout.value)
    genoemd = re.search(r"Er is niets verloren: het plan met je antwoord staat in (.+)\.$", melding)
    assert genoemd, melding
    assert melding[genoemd.start() - 1] == ("\n" if "\n" in melding else " ")
    gered = load_plan(Path(genoemd[1]), LIJST)
    assert gered.data == nieuw.data
    return melding, gered
