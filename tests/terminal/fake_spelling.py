"""A spelling without a process: wrong is what has a q, until it is remembered."""

from __future__ import annotations

import re


class Nepspelling:
    """Knows everything at once, but for what `nog_niet` says how often it is not known."""

    def __init__(self, *, result: str = "", nog_niet: int = 0, saves: bool = True) -> None:
        self.wek = self.meld = lambda *_: None
        self.cursor = lambda: -1
        self.why_off = result
        self.is_off = bool(result)
        self.remembered: list[str] = []
        self.gestopt = False
        self.is_later = nog_niet > 0
        self._nog_niet = nog_niet
        self._saves = saves

    def all_fouten(self, text: str) -> list[tuple[int, int]]:
        return [
            found.span()
            for found in re.finditer(r"\w*q\w*-?", "" if self.why_off else text)
            if found[0].rstrip("-") not in self.remembered
        ]

    def errors(self, text: str, start: int, end: int):
        return [(a, b) for a, b in self.all_fouten(text) if a < end and b > start]

    def is_ready(self, _text: str) -> bool:
        self._nog_niet -= 1
        return self._nog_niet < 0

    def suggestions(self, word: str) -> tuple[str, ...] | None:
        if "qqq" in word:
            return None
        return () if "qq" in word else tuple(word.replace("q", c) for c in "abcdefghijkl")

    def remember(self, word: str) -> bool:
        self.remembered.append(word)
        return self._saves

    def find_fouten(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text[a:b] for a, b in self.all_fouten(text)))

    def wait_for_voorstellen(self, word: str) -> tuple[str, ...]:
        return self.suggestions(word) or ()

    def stop(self) -> None:
        self.gestopt = True
