"""A spelling without a process: wrong is what has a q, until it is remembered."""

from __future__ import annotations

import re


class Nepspelling:
    """Knows everything at once, but for what `nog_niet` says how often it is not known."""

    def __init__(self, *, uit: str = "", nog_niet: int = 0, bewaart: bool = True) -> None:
        self.wek = self.meld = lambda *_: None
        self.cursor = lambda: -1
        self.waarom_uit = uit
        self.is_uit = bool(uit)
        self.onthouden: list[str] = []
        self.gestopt = False
        self.is_later = nog_niet > 0
        self._nog_niet = nog_niet
        self._bewaart = bewaart

    def all_fouten(self, tekst: str) -> list[tuple[int, int]]:
        return [
            gevonden.span()
            for gevonden in re.finditer(r"\w*q\w*-?", "" if self.waarom_uit else tekst)
            if gevonden[0].rstrip("-") not in self.onthouden
        ]

    def fouten(self, tekst: str, begin: int, eind: int):
        return [(a, b) for a, b in self.all_fouten(tekst) if a < eind and b > begin]

    def is_klaar(self, _tekst: str) -> bool:
        self._nog_niet -= 1
        return self._nog_niet < 0

    def voorstellen(self, woord: str) -> tuple[str, ...] | None:
        if "qqq" in woord:
            return None
        return () if "qq" in woord else tuple(woord.replace("q", c) for c in "abcdefghijkl")

    def onthoud(self, woord: str) -> bool:
        self.onthouden.append(woord)
        return self._bewaart

    def find_fouten(self, tekst: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tekst[a:b] for a, b in self.all_fouten(tekst)))

    def wait_for_voorstellen(self, woord: str) -> tuple[str, ...]:
        return self.voorstellen(woord) or ()

    def stop(self) -> None:
        self.gestopt = True
