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


def maak_documenten(map_: Path) -> dict[str, Path]:
    """Return the Word files by name: the templates, and plans in every form that they can have."""
    leeg, vast, stijl = map_ / "leeg.plan.yaml", map_ / "vast.plan.yaml", map_ / "stijl.yaml"
    punten = map_ / "punten.plan.yaml"
    leeg.write_text("soort: polarisatie\nvragenlijst: 1\n", encoding="utf-8")
    tekst = OUDERMEER.read_text(encoding="utf-8").replace("status: concept", "status: vastgesteld")
    vast.write_text(tekst, encoding="utf-8")
    punten.write_text(OUDERMEER.read_text(encoding="utf-8") + PUNTEN, encoding="utf-8")
    stijl.write_text(HUISSTIJL, encoding="utf-8")
    wensen: dict[str, list[str | Path]] = {
        "Oudermeer": [OUDERMEER],
        "Oudermeer met koppen": [OUDERMEER, "--indeling", "koppen"],
        "Oudermeer intern": [OUDERMEER, "--intern"],
        "Oudermeer vastgesteld": [vast, "--toch"],
        "Oudermeer in huisstijl": [OUDERMEER, "--huisstijl", stijl],
        "Oudermeer met punten": [punten, "--met-punten"],
        "Maastricht": [MAASTRICHT],
        "leeg plan": [leeg],
    }
    documenten = {sjabloon.stem: sjabloon for sjabloon in sorted(Path("templates").glob("*.docx"))}
    for naam, wens in wensen.items():
        documenten[naam] = map_ / f"{naam.replace(' ', '-').lower()}.docx"
        subprocess.run(
            ["uitvoeringsplan", "genereer", *wens, "-u", documenten[naam]],
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
