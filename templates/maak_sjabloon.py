"""Maakt de Word-sjablonen uit vragen.yaml en de tekst in templates/bron.

Gebruik: python templates/maak_sjabloon.py
"""

from __future__ import annotations

from pathlib import Path

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

HIER = Path(__file__).resolve().parent


def main() -> None:
    """Write the templates beside this script: of the public and of the internal document."""
    vragenlijst = load_vragenlijst(HIER.parent / "vragen.yaml")
    for deel in (public_part(vragenlijst), internal_part(vragenlijst)):
        bron = HIER / "bron" / f"{Path(deel.sjabloon).stem}.md"
        doel = HIER / deel.sjabloon
        doel.write_bytes(build_sjabloon(deel, bron.read_text(encoding="utf-8"), naam=bron.name))
        print(f"Klaar: {doel}")


if __name__ == "__main__":
    main()
