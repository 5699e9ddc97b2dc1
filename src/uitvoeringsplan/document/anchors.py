"""Places in a document that a link can go to: every one gets an id that no other has."""

from __future__ import annotations

import re
import unicodedata

_GEEN_LETTER = re.compile("[^a-z0-9]+")
MAX_ANKER = 60


class Ankers:
    """Gives out ids, and remembers which bookmark stands where.

    Only bookmarks that something links to get an id of their own; Word is full of others.
    """

    def __init__(self, gezocht: set[str]) -> None:
        self._gezocht = gezocht
        self._bezet: set[str] = set()
        self._aantal: dict[str, int] = {}  # how often a name was given out
        self.per_bladwijzer: dict[str, str] = {}

    def van_kop(self, tekst: str, bladwijzers: list[str]) -> str:
        """Return the id of a heading, made from its words; its bookmarks lead to it."""
        anker = self._vrij(tekst)
        for naam in self._nieuw(bladwijzers):
            self.per_bladwijzer[naam] = anker
        return anker

    def van_tekst(self, bladwijzers: list[str]) -> tuple[str, ...]:
        """Return the ids of the bookmarks in a paragraph that something links to."""
        for naam in (nieuw := self._nieuw(bladwijzers)):
            self.per_bladwijzer[naam] = self._vrij(naam)
        return tuple(self.per_bladwijzer[naam] for naam in nieuw)

    def van_noot(self, naam: str) -> tuple[str, ...]:
        """Return the id of a note, which its own reference leads to."""
        self._gezocht.add(naam)
        return self.van_tekst([naam])

    def _nieuw(self, bladwijzers: list[str]) -> list[str]:
        """Return the sought ones that stand nowhere yet: the first of two wins, as in Word."""
        return [
            naam
            for naam in dict.fromkeys(bladwijzers)
            if naam in self._gezocht and naam not in self.per_bladwijzer
        ]

    def _vrij(self, tekst: str) -> str:
        kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
        basis = _GEEN_LETTER.sub("-", kaal)[:MAX_ANKER].strip("-") or "plaats"
        if not basis[0].isalpha():
            basis = f"n-{basis}"
        self._aantal.setdefault(basis, 1)
        anker = basis
        while anker in self._bezet:
            self._aantal[basis] += 1  # not from the first again: headings may have one name
            anker = f"{basis}-{self._aantal[basis]}"
        self._bezet.add(anker)
        return anker
