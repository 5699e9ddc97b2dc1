"""The gates for a page: what a browser with axe-core finds, and what the Nu Html Checker finds.

    python html_poort.py BLADZIJDE...

CACHE holds node_modules with axe-core, puppeteer-core and vnu-jar; CHROMIUM names the browser.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CACHE = Path(os.environ.get("CACHE", ".")).resolve()
VNU = CACHE / "node_modules/vnu-jar/build/dist/vnu.jar"
AXE = Path(__file__).with_name("axe.mjs")


def axe(pad: Path) -> list[str]:
    """Return what axe-core finds on five screens, and on which the page does not fit."""
    antwoord = json.loads(_uitvoer(["node", AXE, pad.resolve()], (0,)))
    return [_kort(regel) for regel in antwoord[str(pad.resolve())]]


def html_checker(pad: Path) -> list[str]:
    """Return what the checker of the W3C finds, warnings included."""
    opdracht: list[str | Path] = ["java", "-jar", VNU, "--stdout", "--format", "json", pad]
    antwoord = json.loads(_uitvoer(opdracht, (0, 1)))
    return [
        _kort(f"regel {fout.get('lastLine', '?')}: {fout['message']}")
        for fout in antwoord["messages"]
    ]


def _uitvoer(opdracht: list[str | Path], goed: tuple[int, ...]) -> str:
    """Return what a command prints; raises when it ends in another way than it may."""
    proces = subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=180)
    if proces.returncode not in goed:
        raise subprocess.SubprocessError(_kort(proces.stderr.strip() or str(proces.returncode)))
    return proces.stdout


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 300 else f"{tekst[:299]}…"


HTML_POORTEN: Mapping[str, Callable[[Path], list[str]]] = {
    "axe-core": axe,
    "Nu Html Checker": html_checker,
}


def keur(poort: str, pad: Path) -> tuple[bool, str]:
    """Return whether one page may pass at one gate, and what there is to say of it."""
    begin = time.monotonic()
    try:
        fouten = HTML_POORTEN[poort](pad)
    except (OSError, LookupError, ValueError, subprocess.SubprocessError) as fout:
        fouten = [f"de poort zelf doet het niet: {fout}"]
    duur = time.monotonic() - begin
    kop = f"{'fout' if fouten else 'goed'}  {poort}: {pad.name} ({duur:.1f} s)"
    return not fouten, "\n      ".join([kop, *fouten[:10]])


def main() -> int:
    """Return an exit code."""
    paren = [*product(HTML_POORTEN, map(Path, sys.argv[1:]))]
    goed = []
    with ThreadPoolExecutor(2) as helpers:
        for is_goed, regels in helpers.map(lambda paar: keur(*paar), paren):
            print(regels, flush=True)
            goed.append(is_goed)
    print(f"{sum(goed)} van {len(goed)} goed")
    return 0 if goed and all(goed) else 1


if __name__ == "__main__":
    sys.exit(main())
