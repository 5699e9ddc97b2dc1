"""A helper for spelling without a dictionary: right is what has no q; `hang` and `weg` do so."""

from __future__ import annotations

import sys

from uitvoeringsplan.spelling.spell_helper import answer

OPDRACHT = (sys.executable, __file__)


class Nepmotor:
    """Knows every word without a q."""

    def spell(self, woord: str) -> bool:
        if woord == "hang":
            sys.stdin.buffer.read()  # until the other side ends it
        if woord == "weg":
            sys.exit(1)
        return "q" not in woord.lower()

    def suggest(self, woord: str) -> list[str]:
        return [woord.replace("q", nieuw) for nieuw in "abcdefghijkl"] if "q" in woord else []


if __name__ == "__main__":
    answer(sys.stdin.buffer, sys.stdout.buffer, Nepmotor())
