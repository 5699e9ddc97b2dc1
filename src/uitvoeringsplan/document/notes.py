"""Footnotes and endnotes: numbered through in the order in which the text names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.document import Lijst, Lijstpunt, Tekstdeel, Telwijze
from uitvoeringsplan.ooxml.read_tree import val, w

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from uitvoeringsplan.document.anchors import Ankers
    from uitvoeringsplan.document.inline import Noot
    from uitvoeringsplan.model.document import Inhoud
    from uitvoeringsplan.ooxml.read_tree import Element


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
