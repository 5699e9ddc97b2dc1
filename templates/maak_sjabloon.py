"""Maakt het Word-sjabloon uit vragen.yaml en de tekst in templates/bron.

Gebruik: python templates/maak_sjabloon.py
"""

from __future__ import annotations

from pathlib import Path

from uitvoeringsplan.storage.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.auteur.maak import build_sjabloon

HIER = Path(__file__).resolve().parent


def main() -> None:
    """Write the template beside this script."""
    vragenlijst = load_vragenlijst(HIER.parent / "vragen.yaml")
    bron = HIER / "bron" / f"{Path(vragenlijst.sjabloon).stem}.md"
    doel = HIER / vragenlijst.sjabloon
    doel.write_bytes(build_sjabloon(vragenlijst, bron.read_text(encoding="utf-8"), naam=bron.name))
    print(f"Klaar: {doel}")


if __name__ == "__main__":
    main()
