"""Measures reading and saving plans against plain YAML, as ratios within one run.

Each round does everything once, in turn; the middle value of the rounds counts.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new, save_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from collections.abc import Callable

TOP = Path(__file__).resolve().parent.parent
VRAGEN = TOP / "vragen.yaml"
VOORBEELD = TOP / "voorbeelden" / "oudermeer.plan.yaml"
LIJST = load_vragenlijst(VRAGEN)
VRAAG = next(vraag for vraag in LIJST.vragen if vraag.type is TYPES["tekst"])
MEGABYTE = 2**20


def main() -> None:
    """Print the times in ms, and ratios to plain YAML reading of the same file."""
    options = argparse.ArgumentParser(description="Meet lezen en bewaren als verhouding.")
    options.add_argument("--keren", type=int, default=15, help="aantal ronden per meting")
    rounds = options.parse_args().keren
    with tempfile.TemporaryDirectory() as map_:
        large = _large_plan(Path(map_) / "groot.plan.yaml")
        print(f"groot plan: {large.stat().st_size / MEGABYTE:.2f} MB")
        _meet(
            {"lezen en bewaren": lambda: _save_antwoord(large), "lezen": lambda: _read(large)},
            large,
            rounds,
        )
    print(f"\nhet voorbeeld: {VOORBEELD.stat().st_size / 1024:.0f} kB")
    _meet({"lezen": lambda: _read(VOORBEELD)}, VOORBEELD, rounds)
    print(f"\nde vragenlijst: {VRAGEN.stat().st_size / 1024:.0f} kB")
    _meet({"lezen": lambda: load_vragenlijst(VRAGEN)}, VRAGEN, rounds)


def _meet(work: dict[str, Callable[[], object]], path: Path, rounds: int) -> None:
    lezers = {name: getattr(yaml, name) for name in ("CSafeLoader", "SafeLoader")}
    everything = work | {
        name: (lambda reader=reader: _bare(path, reader)) for name, reader in lezers.items()
    }
    times: dict[str, list[float]] = {name: [] for name in everything}
    for ronde in range(rounds + 1):  # the first round warms the caches up and does not count
        for name, perform in everything.items():
            start = time.perf_counter()
            perform()
            if ronde:
                times[name].append(time.perf_counter() - start)
    for name, values in times.items():
        print(f"{name:16} {statistics.median(values) * 1000:8.1f} ms")
    for above in work:
        for below in lezers:
            pairs = zip(times[above], times[below], strict=True)
            print(f"{above} / {below}: {statistics.median(a / b for a, b in pairs):.2f}")


def _bare(path: Path, reader: type) -> object:
    with path.open("rb") as file:
        return yaml.load(file, Loader=reader)


def _read(path: Path) -> object:
    return load_plan(path, LIJST)


def _save_antwoord(path: Path) -> None:
    """Open the plan and save it with another answer, as the command `antwoord` does."""
    old = load_plan(path, LIJST)
    text = "Een ander antwoord." if old.plan.text(VRAAG).startswith("Het") else "Het antwoord."
    save_plan(old, old.with_answer(VRAAG, text))


def _large_plan(path: Path) -> Path:
    """Write a plan of a megabyte: the sentences and points of the example, many times over."""
    voorbeeld = load_plan(VOORBEELD, LIJST).plan
    blocks = [vraag for vraag in LIJST.vragen if vraag.type in (TYPES["tekst"], TYPES["lijst"])]
    texts = {vraag.id: voorbeeld.text(vraag) for vraag in LIJST.vragen}
    size = sum(len(text.encode()) for text in texts.values())
    # The margin of a block comes on top of it.
    for vraag in blocks:
        texts[vraag.id] = "\n\n".join([texts[vraag.id]] * (MEGABYTE // size))
    save_new(new_planbestand(path, LIJST, voorbeeld.gegevens, texts))
    return path


if __name__ == "__main__":
    main()
