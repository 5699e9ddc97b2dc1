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
    opties = argparse.ArgumentParser(description="Meet lezen en bewaren als verhouding.")
    opties.add_argument("--keren", type=int, default=15, help="aantal ronden per meting")
    keren = opties.parse_args().keren
    with tempfile.TemporaryDirectory() as map_:
        groot = _groot_plan(Path(map_) / "groot.plan.yaml")
        print(f"groot plan: {groot.stat().st_size / MEGABYTE:.2f} MB")
        _meet(
            {"lezen en bewaren": lambda: _bewaar_antwoord(groot), "lezen": lambda: _lees(groot)},
            groot,
            keren,
        )
    print(f"\nhet voorbeeld: {VOORBEELD.stat().st_size / 1024:.0f} kB")
    _meet({"lezen": lambda: _lees(VOORBEELD)}, VOORBEELD, keren)
    print(f"\nde vragenlijst: {VRAGEN.stat().st_size / 1024:.0f} kB")
    _meet({"lezen": lambda: load_vragenlijst(VRAGEN)}, VRAGEN, keren)


def _meet(werk: dict[str, Callable[[], object]], pad: Path, keren: int) -> None:
    lezers = {naam: getattr(yaml, naam) for naam in ("CSafeLoader", "SafeLoader")}
    alles = werk | {naam: (lambda lezer=lezer: _kaal(pad, lezer)) for naam, lezer in lezers.items()}
    tijden: dict[str, list[float]] = {naam: [] for naam in alles}
    for ronde in range(keren + 1):  # the first round warms the caches up and does not count
        for naam, doe in alles.items():
            begin = time.perf_counter()
            doe()
            if ronde:
                tijden[naam].append(time.perf_counter() - begin)
    for naam, waarden in tijden.items():
        print(f"{naam:16} {statistics.median(waarden) * 1000:8.1f} ms")
    for boven in werk:
        for onder in lezers:
            paren = zip(tijden[boven], tijden[onder], strict=True)
            print(f"{boven} / {onder}: {statistics.median(a / b for a, b in paren):.2f}")


def _kaal(pad: Path, lezer: type) -> object:
    with pad.open("rb") as bestand:
        return yaml.load(bestand, Loader=lezer)


def _lees(pad: Path) -> object:
    return load_plan(pad, LIJST)


def _bewaar_antwoord(pad: Path) -> None:
    """Open the plan and save it with another answer, as the command `antwoord` does."""
    oud = load_plan(pad, LIJST)
    tekst = "Een ander antwoord." if oud.plan.tekst(VRAAG).startswith("Het") else "Het antwoord."
    save_plan(oud, oud.with_answer(VRAAG, tekst))


def _groot_plan(pad: Path) -> Path:
    """Write a plan of a megabyte: the sentences and points of the example, many times over."""
    voorbeeld = load_plan(VOORBEELD, LIJST).plan
    blokken = [vraag for vraag in LIJST.vragen if vraag.type in (TYPES["tekst"], TYPES["lijst"])]
    teksten = {vraag.id: voorbeeld.tekst(vraag) for vraag in LIJST.vragen}
    maat = sum(len(tekst.encode()) for tekst in teksten.values())
    # The margin of a block comes on top of it.
    for vraag in blokken:
        teksten[vraag.id] = "\n\n".join([teksten[vraag.id]] * (MEGABYTE // maat))
    save_new(new_planbestand(pad, LIJST, voorbeeld.gegevens, teksten))
    return pad


if __name__ == "__main__":
    main()
