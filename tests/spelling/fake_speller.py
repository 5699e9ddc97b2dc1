"""A helper for spelling without a dictionary: right is what has no q; `hang` and `weg` do so."""

from __future__ import annotations

import sys

from uitvoeringsplan.spelling.spell_helper import answer

COMMAND = (sys.executable, __file__)


class Nepmotor:
    """Knows every word without a q."""

    def spell(self, word: str) -> bool:
        if word == "hang":
            sys.stdin.buffer.read()  # until the other side ends it
        if word == "weg":
            sys.exit(1)
        return "q" not in word.lower()

    def suggest(self, word: str) -> list[str]:
        return [word.replace("q", new) for new in "abcdefghijkl"] if "q" in word else []


if __name__ == "__main__":
    answer(sys.stdin.buffer, sys.stdout.buffer, Nepmotor())
