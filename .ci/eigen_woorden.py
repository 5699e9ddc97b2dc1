"""Holds our texts to the rule of own words, with the comparer that stands beside the checkout.

    python eigen_woorden.py VERGELIJKER BESTAND...

A Word file is compared paragraph by paragraph: names of rows and the placeholder may be shared,
and standing under each other they would look like one long sentence.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from uitvoeringsplan.checks.word_parts import read_word_file, text_of
from uitvoeringsplan.ooxml.package import load_package


def losse_alineas(word: Path) -> str:
    """Return the text of a Word file, with between paragraphs a word that nobody uses."""
    bestand = read_word_file(load_package(word.read_bytes(), str(word)), {})
    alineas = [text_of(p) for part in bestand.parts for p in part.all("p")]
    return "\n".join(f"{alinea}\nalineascheiding{i}" for i, alinea in enumerate(alineas))


def main() -> int:
    """Return the exit code of the comparer."""
    vergelijker, *bestanden = sys.argv[1:]
    with tempfile.TemporaryDirectory() as map_:
        teksten = []
        for naam in bestanden:
            pad = Path(naam)
            if pad.suffix == ".docx":
                pad = Path(map_, f"{pad.name}.txt")
                pad.write_text(losse_alineas(Path(naam)), encoding="utf-8")
            teksten.append(pad)
        return subprocess.run([sys.executable, vergelijker, *teksten], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
