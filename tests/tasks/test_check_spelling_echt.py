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
from uitvoeringsplan.tasks.environment import open_plan

ROOT = Path(__file__).resolve().parents[2]
PLANNEN = ("voorbeelden/oudermeer.plan.yaml", "tests/data/maastricht.plan.yaml")


@cache
def engine():
    # An empty folder of the user and no LibreOffice: the package of the extra is what is left.
    dictionary = find_woordenboek({"PATH": ""}, "win32")
    assert dictionary.path is not None
    return load_engine(dictionary.path)


@cache
def keuring(plan: str) -> tuple[list[str], set[str]]:
    """Return all words of a plan that are looked at, and which of them are said to be wrong."""
    file = open_plan(ROOT / plan, ROOT / "vragen.yaml")
    known_words = Woordenschat(vocabulary(file.vragenlijst, file.plan))
    texts = [*file.plan.gegevens.values(), *file.plan.antwoorden.values()]
    words = [word for text in texts for _, _, word in find_spelwoorden(text, 0, len(text))]

    def kent(word: str) -> bool:
        return word in known_words or engine().spell(word)

    return words, {word for word in set(words) if not is_gespeld(word, kent)}


@pytest.mark.parametrize("plan", PLANNEN)
def test_hooguit_een_procent_vals_alarm(plan, record_property):
    words, error = keuring(plan)
    alarmen = sum(word in error for word in words)
    record_property("alarmen", f"{alarmen} van {len(words)}; {len(error)} van {len(set(words))}")
    assert len(words) > 2000
    assert alarmen <= len(words) / 100
    assert len(error) <= len(set(words)) / 100


def tik_error(lot: random.Random, word: str) -> str:
    """Leave out a letter, turn two round, put in another one, or type one twice."""
    i = lot.randrange(len(word) - 1)
    return lot.choice(
        [
            word[:i] + word[i + 1 :],
            word[:i] + word[i + 1] + word[i] + word[i + 2 :],
            word[:i] + lot.choice("etaoinsrhld") + word[i + 1 :],
            word[:i] + word[i] + word[i:],
        ]
    )


def test_van_vijfhonderd_tikfouten_zijn_er_hooguit_twintig_niet_gezien(record_property):
    words = {word for plan in PLANNEN for word in keuring(plan)[0]}
    lang = sorted(word for word in words if len(word) > 5 and engine().spell(word))
    lot = random.Random(1)  # noqa: S311
    errors = [error for _ in range(600) if (error := tik_error(lot, lot.choice(lang))) not in words]
    seen = [error for error in errors[:500] if not is_gespeld(error, engine().spell)]
    record_property("tikfouten gezien", f"{len(seen)} van 500")
    assert len(seen) >= 480
