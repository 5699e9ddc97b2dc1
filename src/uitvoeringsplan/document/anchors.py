"""Places in a document that a link can go to: every one gets an id that no other has.

Notes are such places too: they are numbered through in the order in which the text names them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from uitvoeringsplan.model.document import Lijst, Lijstpunt, Tekstdeel, Telwijze
from uitvoeringsplan.ooxml.tree import val, w

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from uitvoeringsplan.document.inline import Noot
    from uitvoeringsplan.model.document import Inhoud
    from uitvoeringsplan.ooxml.tree import Element

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


class Noten:
    """The notes of a document by their parts, and those that the text named so far."""

    def __init__(self, delen: Mapping[str, Element], ankers: Ankers) -> None:
        self._ankers = ankers
        self._inhoud = {
            (soort, val(element, "id")): element
            for soort, deel in delen.items()
            for element in deel.findall(w(soort))
            if any(t.text and t.text.strip() for t in element.iter(w("t")))
        }
        self._genoemd: list[tuple[str, Element, tuple[str, ...]]] = []

    def verwijzing(self, noot: Noot, jas: Tekstdeel) -> Tekstdeel:
        """Return the text that leads to a note; empty text when there is no such note."""
        element = self._inhoud.get((noot.soort, noot.id))
        if element is None:
            return jas
        nummer = len(self._genoemd) + 1
        naam = f"noot {nummer}"
        self._genoemd.append((noot.soort, element, self._ankers.van_noot(naam)))
        return jas._replace(tekst=f"[{nummer}]", naar=naam)

    def lijst(self, lees: Callable[[str, Element], tuple[Inhoud, ...]]) -> tuple[Inhoud, ...]:
        """Return the notes as a counted list; `lees` reads one, given its kind. None: nothing."""
        punten = tuple(
            Lijstpunt(lees(soort, element), ankers=ankers)
            for soort, element, ankers in self._genoemd
        )
        return (Lijst(punten, Telwijze.CIJFER),) if punten else ()
