"""Measures the program against its floor and its peers, as ratios within one run."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
GEREEDSCHAP = str(TOP / "benchmarks" / "gereedschap.py")
SJABLOON = str(TOP / "templates" / "uitvoeringsplan-polarisatie.docx")
PLAN = str(TOP / "voorbeelden" / "oudermeer.plan.yaml")
AANTAL = 342  # municipalities in the Netherlands


def main() -> None:
    """Print one ratio a line."""
    opties = argparse.ArgumentParser(description="Meet de snelheid als verhouding.")
    opties.add_argument("--keren", type=int, default=15, help="aantal paren per meting")
    opties.add_argument("--zonder-reeks", action="store_true", help="sla de 342 plannen over")
    gekozen = opties.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        _enkel(map_, gekozen.keren)
        if not gekozen.zonder_reeks:
            _reeks(map_)


def _enkel(map_: str, keren: int) -> None:
    python = [sys.executable]
    programma = [str(Path(sysconfig.get_path("scripts")) / "uitvoeringsplan")]
    jinja, uit = f"{map_}/jinja.docx", f"{map_}/uit.docx"
    _draai([*python, GEREEDSCHAP, "jinja", SJABLOON, PLAN, jinja])
    opdrachten = {
        "pass": [*python, "-c", "pass"],
        "start": [*programma, "--versie"],
        "help": [*programma, "--help"],
        "genereer": [*programma, "genereer", PLAN, "-u", uit],
        "vloer": [*python, GEREEDSCHAP, "vloer", SJABLOON, PLAN, uit],
        "docxtpl": [*python, GEREEDSCHAP, "docxtpl", jinja, PLAN, uit],
    }
    tijden: dict[str, list[float]] = {naam: [] for naam in opdrachten}
    for ronde in range(keren + 1):  # the first round warms the caches up and does not count
        for naam, opdracht in opdrachten.items():
            Path(uit).unlink(missing_ok=True)
            duur = _draai(opdracht)
            if ronde:
                tijden[naam].append(duur)
    for naam, waarden in tijden.items():
        print(f"{naam:10} {statistics.median(waarden) * 1000:7.1f} ms")
    for boven, onder in (
        ("genereer", "vloer"),
        ("genereer", "docxtpl"),
        ("start", "pass"),
        ("help", "pass"),
    ):
        paren = zip(tijden[boven], tijden[onder], strict=True)
        verhouding = statistics.median(a / b for a, b in paren)
        print(f"{boven} / {onder}: {verhouding:.2f}")


def _reeks(map_: str) -> None:
    plannen = Path(map_) / "plannen"
    plannen.mkdir()
    tekst = Path(PLAN).read_text(encoding="utf-8")
    for i in range(AANTAL):
        eigen = tekst.replace("gemeente: Oudermeer", f"gemeente: Gemeente {i}", 1)
        (plannen / f"{i:03}.plan.yaml").write_text(eigen, encoding="utf-8")
    uit = f"{map_}/reeks"
    Path(uit).mkdir()
    ons = [
        sys.executable,
        "-m",
        "uitvoeringsplan",
        "genereer",
        *map(str, sorted(plannen.iterdir())),
    ]
    vloer = [sys.executable, GEREEDSCHAP, "reeks", SJABLOON, PLAN, uit, str(AANTAL)]
    snelheden = {}
    for naam, opdracht in (("vloer", vloer), ("genereer", [*ons, "-u", uit])):
        for bestand in Path(uit).iterdir():
            bestand.unlink()
        duur, piek = _draai_met_geheugen(opdracht)
        snelheden[naam] = AANTAL / duur
        print(f"reeks {naam:10} {AANTAL / duur:7.1f} documenten/s, hoogste geheugen {piek:.0f} MiB")
    print(f"reeks genereer / vloer: {snelheden['genereer'] / snelheden['vloer']:.2f}")


def _draai(opdracht: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(opdracht, check=True, capture_output=True)
    return time.perf_counter() - begin


def _draai_met_geheugen(opdracht: list[str]) -> tuple[float, float]:
    """Return seconds and peak memory in MiB of a process, as the system itself counted it."""
    wikkel = (
        "import resource, subprocess, sys, time; b = time.perf_counter();"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(time.perf_counter() - b, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", wikkel, *opdracht], check=True, capture_output=True, text=True
    )
    duur, piek = klaar.stdout.split()
    per_mib = 1024 if sys.platform != "darwin" else 1024**2
    return float(duur), float(piek) / per_mib


if __name__ == "__main__":
    main()
