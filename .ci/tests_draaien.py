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


def command(readme: str) -> str:
    """Return the only line of the only `sh` block under the heading; raises ReadmeError."""
    _, kop, rest = f"\n{readme}".partition(f"\n{KOP}\n")
    if not kop:
        raise ReadmeError(f"README.md heeft geen kop “{KOP}”")
    hoofdstuk = re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0]
    blocks: list[str] = re.findall(r"^```sh\n(.*?)^```$", hoofdstuk, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    if len(blocks) != 1 or len(lines) != 1:
        raise ReadmeError(
            f"onder “{KOP}” hoort één blok ```sh met één regel; het zijn {len(blocks)} blokken met"
            f" {len(lines)} regels"
        )
    return lines[0]


def objection(output: str, code: int) -> str:
    """Return what is wrong with a run of pytest, by its closing line; empty when nothing is."""
    slot = output.rstrip().rpartition("\n")[2]
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
        line = command(Path(sys.argv[1]).read_text(encoding="utf-8"))
    except ReadmeError as error:
        print(error)
        return 1
    print(f"$ {line}", flush=True)
    lines = []
    with subprocess.Popen(
        ["bash", "-c", line], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for result in process.stdout or ():
            print(result, end="", flush=True)
            lines.append(result)
    klacht = objection("".join(lines), process.returncode)
    if klacht:
        print(klacht)
    return 1 if klacht else 0


if __name__ == "__main__":
    sys.exit(main())
