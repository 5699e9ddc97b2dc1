"""Maakt de Word-sjablonen uit vragen.yaml en de tekst in templates/bron.

Gebruik: python templates/maak_sjabloon.py
"""

from __future__ import annotations

from pathlib import Path

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Write the templates beside this script: of the public and of the internal document."""
    vragenlijst = load_vragenlijst(HERE.parent / "vragen.yaml")
    for part in (public_part(vragenlijst), internal_part(vragenlijst)):
        source = HERE / "bron" / f"{Path(part.sjabloon).stem}.md"
        target = HERE / part.sjabloon
        target.write_bytes(
            build_sjabloon(part, source.read_text(encoding="utf-8"), name=source.name)
        )
        print(f"Klaar: {target}")


if __name__ == "__main__":
    main()
