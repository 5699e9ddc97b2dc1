"""From the page that a heading stands on, counted from the front, to the number printed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.counters import in_format

if TYPE_CHECKING:
    from collections.abc import Mapping

_VORMEN = ("lowerRoman", "upperRoman", "lowerLetter", "upperLetter")


class Section(NamedTuple):
    """How the pages of a section are numbered; `merk` is the bookmark at its beginning."""

    merk: str
    begin: int | None = None  # None: on from the section before
    vorm: str = "decimal"
    soort: str = "nextPage"


class Counting(NamedTuple):
    """What numbers are wanted: bookmarks to look up by anchor, and the sections in order."""

    plekken: dict[str, str]
    secties: tuple[Section, ...] = ()

    def nummers(self, paginas: Mapping[str, int]) -> dict[str, str]:
        """Return the printed number by anchor; `paginas` has the page of each bookmark, from 1."""
        begin = self._begin(paginas)
        return {
            anker: _nummer(paginas[merk], begin)
            for anker, merk in self.plekken.items()
            if merk in paginas
        }

    def _begin(self, paginas: Mapping[str, int]) -> list[tuple[int, int, str]]:
        """Return of each section its first page, the number there, and how numbers are written."""
        uit = [(1, 1, "decimal")]
        for sectie in self.secties:
            pagina = paginas.get(sectie.merk)
            if pagina is None:
                continue
            if sectie.begin is not None:
                nummer = sectie.begin
            else:
                vorige_pagina, vorig_nummer, _ = uit[-1]
                nummer = vorig_nummer + pagina - vorige_pagina
                # A blank page is counted, but not in the PDF.
                nummer += (sectie.soort, nummer % 2) in (("oddPage", 0), ("evenPage", 1))
            uit.append((pagina, nummer, sectie.vorm))
        return uit


def _nummer(pagina: int, begin: list[tuple[int, int, str]]) -> str:
    eerste, nummer, vorm = next(b for b in reversed(begin) if b[0] <= pagina)
    return in_format(nummer + pagina - eerste, vorm if vorm in _VORMEN else "decimal")
