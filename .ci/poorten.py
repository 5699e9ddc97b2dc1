"""Every gate on every document that we ship or make; one line each, exit 1 when one is shut."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from gereedschap import POORTEN

PLANNEN = {
    "Oudermeer": Path("voorbeelden/oudermeer.plan.yaml"),
    "Maastricht": Path("tests/data/maastricht.plan.yaml"),
}
LEEG = "soort: polarisatie\nvragenlijst: 1\n"


def maak_documenten(map_: Path) -> dict[str, Path]:
    """Return the Word files by name: the template, and a plan filled, filled otherwise, empty."""
    (sjabloon,) = Path("templates").glob("*.docx")
    leeg = map_ / "leeg.plan.yaml"
    leeg.write_text(LEEG, encoding="utf-8")
    documenten = {"sjabloon": sjabloon}
    for naam, plan in (*PLANNEN.items(), ("leeg plan", leeg)):
        documenten[naam] = map_ / f"{naam.replace(' ', '-').lower()}.docx"
        subprocess.run(
            ["uitvoeringsplan", "genereer", plan, "-u", documenten[naam]],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return documenten


def keur(poort: str, document: str, pad: Path) -> tuple[bool, str]:
    """Return whether one document may pass at one gate, and what there is to say of it."""
    begin = time.monotonic()
    try:
        fouten = POORTEN[poort](pad)
    except (OSError, ValueError, subprocess.SubprocessError) as fout:
        fouten = [f"de poort zelf doet het niet: {fout}"]
    duur = time.monotonic() - begin
    kop = f"{'fout' if fouten else 'goed'}  {poort}: {document} ({duur:.1f} s)"
    return not fouten, "\n      ".join([kop, *fouten[:10]])


def main() -> int:
    """Return an exit code."""
    goed = []
    with tempfile.TemporaryDirectory() as map_, ThreadPoolExecutor(2) as helpers:
        paren = product(POORTEN, maak_documenten(Path(map_)).items())
        for is_goed, regels in helpers.map(lambda paar: keur(paar[0], *paar[1]), paren):
            print(regels, flush=True)
            goed.append(is_goed)
    print(f"{sum(goed)} van {len(goed)} goed")
    return 0 if all(goed) else 1


if __name__ == "__main__":
    sys.exit(main())
