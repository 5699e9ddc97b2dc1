"""Every gate on every document that we ship or make; one line each, exit 1 when one is shut."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from gereedschap import GATES

OUDERMEER = Path("voorbeelden/oudermeer.plan.yaml")
MAASTRICHT = Path("tests/data/maastricht.plan.yaml")
HUISSTIJL = """\
kleuren:
  accent: "#7A1F3D"
letters:
  koppen: Liberation Serif
adres: |
  Gemeente Oudermeer
  Postbus 1
"""
PUNTEN = """
punten:
  - vraag: lokale-ambitie
    auteur: A. de Vries
    datum: '2027-02-01'
    citaat: groeit snel
    tekst: Hoe snel?
  - tekst: |
      Een mooi plan.

      Wanneer gaat het naar het college?
"""


def make_documents(map_: Path) -> dict[str, Path]:
    """Return the Word files by name: the templates, and plans in every form that they can have."""
    empty, fixed, style = map_ / "leeg.plan.yaml", map_ / "vast.plan.yaml", map_ / "stijl.yaml"
    punten = map_ / "punten.plan.yaml"
    empty.write_text("soort: polarisatie\nvragenlijst: 1\n", encoding="utf-8")
    text = OUDERMEER.read_text(encoding="utf-8").replace("status: concept", "status: vastgesteld")
    fixed.write_text(text, encoding="utf-8")
    punten.write_text(OUDERMEER.read_text(encoding="utf-8") + PUNTEN, encoding="utf-8")
    style.write_text(HUISSTIJL, encoding="utf-8")
    wensen: dict[str, list[str | Path]] = {
        "Oudermeer": [OUDERMEER],
        "Oudermeer met koppen": [OUDERMEER, "--indeling", "koppen"],
        "Oudermeer intern": [OUDERMEER, "--intern"],
        "Oudermeer vastgesteld": [fixed, "--toch"],
        "Oudermeer in huisstijl": [OUDERMEER, "--huisstijl", style],
        "Oudermeer met punten": [punten, "--met-punten"],
        "Maastricht": [MAASTRICHT],
        "leeg plan": [empty],
    }
    documents = {sjabloon.stem: sjabloon for sjabloon in sorted(Path("templates").glob("*.docx"))}
    for name, wens in wensen.items():
        documents[name] = map_ / f"{name.replace(' ', '-').lower()}.docx"
        subprocess.run(
            ["uitvoeringsplan", "genereer", *wens, "-u", documents[name]],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return documents


def keur(gate: str, document: str, path: Path) -> tuple[bool, str]:
    """Return whether one document may pass at one gate, and what there is to say of it."""
    start = time.monotonic()
    try:
        errors = GATES[gate](path)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        errors = [f"de poort zelf doet het niet: {error}"]
    duur = time.monotonic() - start
    kop = f"{'fout' if errors else 'goed'}  {gate}: {document} ({duur:.1f} s)"
    return not errors, "\n      ".join([kop, *errors[:10]])


def main() -> int:
    """Return an exit code."""
    good = []
    with tempfile.TemporaryDirectory() as map_, ThreadPoolExecutor(2) as helpers:
        pairs = product(GATES, make_documents(Path(map_)).items())
        for is_good, lines in helpers.map(lambda pair: keur(pair[0], *pair[1]), pairs):
            print(lines, flush=True)
            good.append(is_good)
    print(f"{sum(good)} van {len(good)} goed")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
