"""The styles of one document: which there are, what each is based on, what a list is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.xmlhulp import pad, w, waarde

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.xmlhulp import Element


@dataclass(frozen=True, slots=True)
class Stijlblad:
    """A styles part with its styles by id; it does not change."""

    wortel: Element
    stijlen: dict[str, Element]
    # The rules ask for the same few things for every paragraph and run of a document.
    _gevonden: dict[tuple[str, ...], Element | None] = field(default_factory=dict, compare=False)
    _standaard: list[str] = field(default_factory=list, compare=False)

    @classmethod
    def van(cls, wortel: Element) -> Stijlblad:
        """Return the style sheet of a styles part."""
        return cls(wortel, {waarde(s, "styleId"): s for s in wortel.findall(w("style"))})

    def genaamd(self, naam: str) -> str:
        """Return the id of the style with this name, empty when there is none."""
        return next((id_ for id_ in self.stijlen if self.naam(id_) == naam.lower()), "")

    def naam(self, stijl_id: str) -> str:
        """Return the name of a style in lower case; it is English in every Word, an id is not."""
        stijl = self.stijlen.get(stijl_id)
        return "" if stijl is None else waarde(stijl.find(w("name"))).lower()

    def keten(self, stijl_id: str) -> Iterator[Element]:
        """Return the style and those it is based on, nearest first; stops at a circle."""
        gezien: set[str] = set()
        while stijl_id in self.stijlen and stijl_id not in gezien:
            gezien.add(stijl_id)
            yield self.stijlen[stijl_id]
            stijl_id = waarde(self.stijlen[stijl_id].find(w("basedOn")))

    def eerste(self, stijl_id: str, *namen: str) -> Element | None:
        """Return the element at this path from the nearest style that has it."""
        vraag = (stijl_id, *namen)
        if vraag not in self._gevonden:
            plekken = (stijl.find(pad(*namen)) for stijl in self.keten(stijl_id))
            self._gevonden[vraag] = next((plek for plek in plekken if plek is not None), None)
        return self._gevonden[vraag]

    def alineastijl(self, alinea: Element) -> str:
        """Return the id of the style of a paragraph, the default one when it names none."""
        if eigen := waarde(alinea.find(pad("pPr", "pStyle"))):
            return eigen
        if not self._standaard:
            standaard = (
                id_
                for id_, stijl in self.stijlen.items()
                if waarde(stijl, "type") == "paragraph" and waarde(stijl, "default") == "1"
            )
            self._standaard.append(next(standaard, ""))
        return self._standaard[0]

    def van_alinea(self, alinea: Element, naam: str) -> Element | None:
        """Return a property of a paragraph: its own, else the one of its style."""
        eigen = alinea.find(pad("pPr", naam))
        return eigen if eigen is not None else self.eerste(self.alineastijl(alinea), "pPr", naam)
