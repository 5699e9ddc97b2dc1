"""Runs the test command of the README, to the letter, and judges what pytest says at the end.

python tests_draaien.py README.md
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

KOP = "## Tests draaien"


class ReadmeError(Exception):
    """The README does not give one test command."""


def opdracht(readme: str) -> str:
    """Return the only line of the only `sh` block under the heading; raises ReadmeError."""
    _, kop, rest = f"\n{readme}".partition(f"\n{KOP}\n")
    if not kop:
        raise ReadmeError(f"README.md heeft geen kop “{KOP}”")
    hoofdstuk = re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0]
    blokken: list[str] = re.findall(r"^```sh\n(.*?)^```$", hoofdstuk, re.MULTILINE | re.DOTALL)
    regels = [regel for blok in blokken for regel in blok.splitlines() if regel.strip()]
    if len(blokken) != 1 or len(regels) != 1:
        raise ReadmeError(
            f"onder “{KOP}” hoort één blok ```sh met één regel; het zijn {len(blokken)} blokken met"
            f" {len(regels)} regels"
        )
    return regels[0]


def bezwaar(uitvoer: str, code: int) -> str:
    """Return what is wrong with a run of pytest, by its closing line; empty when nothing is."""
    slot = uitvoer.rstrip().rpartition("\n")[2]
    if code:
        return f"de opdracht eindigt met code {code}"
    if not re.search(r"\b[1-9]\d* passed\b", slot):
        return f"de slotregel van pytest telt geen geslaagde tests: {slot!r}"
    if re.search(r"\b(?:failed|errors?|skipped|xfailed|xpassed|deselected)\b", slot):
        return f"niet elke test is gedraaid en geslaagd: {slot!r}"
    return ""


def main() -> int:
    """Run the command in this folder and return an exit code."""
    try:
        regel = opdracht(Path(sys.argv[1]).read_text(encoding="utf-8"))
    except ReadmeError as fout:
        print(fout)
        return 1
    print(f"$ {regel}", flush=True)
    regels = []
    with subprocess.Popen(
        ["bash", "-c", regel], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as proces:
        for uit in proces.stdout or ():
            print(uit, end="", flush=True)
            regels.append(uit)
    klacht = bezwaar("".join(regels), proces.returncode)
    if klacht:
        print(klacht)
    return 1 if klacht else 0


if __name__ == "__main__":
    sys.exit(main())
