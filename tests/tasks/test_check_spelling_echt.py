"""How good the spelling is, with the dictionary that the extra brings: on both example plans."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from uitvoeringsplan.model.spelling import Woordenschat, find_spelwoorden, is_gespeld
from uitvoeringsplan.spelling.dictionary import find_woordenboek
from uitvoeringsplan.spelling.spell_helper import load_engine
from uitvoeringsplan.tasks.check_spelling import vocabulary
from uitvoeringsplan.tasks.environment import open_environment

WORTEL = Path(__file__).resolve().parents[2]
PLANNEN = ("voorbeelden/oudermeer.plan.yaml", "tests/data/maastricht.plan.yaml")


@cache
def motor():
    # An empty folder of the user and no LibreOffice: the package of the extra is what is left.
    woordenboek = find_woordenboek({"PATH": ""}, "win32")
    assert woordenboek.pad is not None
    return load_engine(woordenboek.pad)


@cache
def keuring(plan: str) -> tuple[list[str], set[str]]:
    """Return all words of a plan that are looked at, and which of them are said to be wrong."""
    bestand = open_environment(WORTEL / "vragen.yaml").plan(WORTEL / plan)
    schat = Woordenschat(vocabulary(bestand.vragenlijst, bestand.plan))
    teksten = [*bestand.plan.gegevens.values(), *bestand.plan.antwoorden.values()]
    woorden = [woord for tekst in teksten for _, _, woord in find_spelwoorden(tekst, 0, len(tekst))]

    def kent(woord: str) -> bool:
        return woord in schat or motor().spell(woord)

    return woorden, {woord for woord in set(woorden) if not is_gespeld(woord, kent)}


@pytest.mark.parametrize("plan", PLANNEN)
def test_hooguit_een_procent_vals_alarm(plan, record_property):
    woorden, fout = keuring(plan)
    alarmen = sum(woord in fout for woord in woorden)
    record_property("alarmen", f"{alarmen} van {len(woorden)}; {len(fout)} van {len(set(woorden))}")
    assert len(woorden) > 2000
    assert alarmen <= len(woorden) / 100
    assert len(fout) <= len(set(woorden)) / 100


def tik_fout(lot: random.Random, woord: str) -> str:
    """Leave out a letter, turn two round, put in another one, or type one twice."""
    i = lot.randrange(len(woord) - 1)
    return lot.choice(
        [
            woord[:i] + woord[i + 1 :],
            woord[:i] + woord[i + 1] + woord[i] + woord[i + 2 :],
            woord[:i] + lot.choice("etaoinsrhld") + woord[i + 1 :],
            woord[:i] + woord[i] + woord[i:],
        ]
    )


def test_van_vijfhonderd_tikfouten_zijn_er_hooguit_twintig_niet_gezien(record_property):
    woorden = {woord for plan in PLANNEN for woord in keuring(plan)[0]}
    lang = sorted(woord for woord in woorden if len(woord) > 5 and motor().spell(woord))
    lot = random.Random(1)  # noqa: S311
    fouten = [fout for _ in range(600) if (fout := tik_fout(lot, lot.choice(lang))) not in woorden]
    gezien = [fout for fout in fouten[:500] if not is_gespeld(fout, motor().spell)]
    record_property("tikfouten gezien", f"{len(gezien)} van 500")
    assert len(gezien) >= 480
