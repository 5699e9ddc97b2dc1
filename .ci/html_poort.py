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


def axe(path: Path) -> list[str]:
    """Return what axe-core finds on five screens, and on which the page does not fit."""
    antwoord = json.loads(_output(["node", AXE, path.resolve()], (0,)))
    return [_short(line) for line in antwoord[str(path.resolve())]]


def html_checker(path: Path) -> list[str]:
    """Return what the checker of the W3C finds, warnings included."""
    command: list[str | Path] = ["java", "-jar", VNU, "--stdout", "--format", "json", path]
    antwoord = json.loads(_output(command, (0, 1)))
    return [
        _short(f"regel {error.get('lastLine', '?')}: {error['message']}")
        for error in antwoord["messages"]
    ]


def _output(command: list[str | Path], good: tuple[int, ...]) -> str:
    """Return what a command prints; raises when it ends in another way than it may."""
    process = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    if process.returncode not in good:
        raise subprocess.SubprocessError(_short(process.stderr.strip() or str(process.returncode)))
    return process.stdout


def _short(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:299]}…"


HTML_GATES: Mapping[str, Callable[[Path], list[str]]] = {
    "axe-core": axe,
    "Nu Html Checker": html_checker,
}


def keur(gate: str, path: Path) -> tuple[bool, str]:
    """Return whether one page may pass at one gate, and what there is to say of it."""
    start = time.monotonic()
    try:
        errors = HTML_GATES[gate](path)
    except (OSError, LookupError, ValueError, subprocess.SubprocessError) as error:
        errors = [f"de poort zelf doet het niet: {error}"]
    duur = time.monotonic() - start
    kop = f"{'fout' if errors else 'goed'}  {gate}: {path.name} ({duur:.1f} s)"
    return not errors, "\n      ".join([kop, *errors[:10]])


def main() -> int:
    """Return an exit code."""
    pairs = [*product(HTML_GATES, map(Path, sys.argv[1:]))]
    good = []
    with ThreadPoolExecutor(2) as helpers:
        for is_good, lines in helpers.map(lambda pair: keur(*pair), pairs):
            print(lines, flush=True)
            good.append(is_good)
    print(f"{sum(good)} van {len(good)} goed")
    return 0 if good and all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
