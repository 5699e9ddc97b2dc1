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


def loose_paragraphs(word: Path) -> str:
    """Return the text of a Word file, with between paragraphs a word that nobody uses."""
    file = read_word_file(load_package(word.read_bytes(), str(word)), {})
    paragraphs = [text_of(p) for part in file.parts for p in part.all("p")]
    return "\n".join(f"{paragraph}\nalineascheiding{i}" for i, paragraph in enumerate(paragraphs))


def main() -> int:
    """Return the exit code of the comparer."""
    vergelijker, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as map_:
        texts = []
        for name in files:
            path = Path(name)
            if path.suffix == ".docx":
                path = Path(map_, f"{path.name}.txt")
                path.write_text(loose_paragraphs(Path(name)), encoding="utf-8")
            texts.append(path)
        return subprocess.run([sys.executable, vergelijker, *texts], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
