"""The numbered colours of one drawing: surfaces, lines, and ink in steps from faint to full.

Surfaces have the lowest numbers and full ink the highest of its row. So where two strokes meet,
the higher number is the stronger ink, and one look-up per pixel smooths an edge.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.drawing.kleur import WIT, meng

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.drawing.kleur import Kleur, Palet

_STAPPEN = 7


class Kleurenlijst(NamedTuple):
    """Every colour by number; the number of a full colour; where the steps of an ink begin."""

    kleuren: tuple[Kleur, ...]
    vol: dict[Kleur, int]
    vlakken: tuple[int, ...]
    reeksen: dict[tuple[Kleur, int], int]

    @classmethod
    def van(cls, palet: Palet) -> Kleurenlijst:
        """Return the list for a palette."""
        vlakken = (WIT, palet.zacht, palet.strook)
        kleuren = [*vlakken, palet.raster, palet.deling]
        vol = {kleur: nummer for nummer, kleur in enumerate(kleuren)}
        reeksen: dict[tuple[Kleur, int], int] = {}
        for inkt in (palet.tekst, palet.grijs, palet.accent):
            for nummer, vlak in enumerate(vlakken):
                reeksen[inkt, nummer] = len(kleuren)
                kleuren += (meng(inkt, vlak, stap / _STAPPEN) for stap in range(1, _STAPPEN + 1))
            vol[inkt] = reeksen[inkt, 0] + _STAPPEN - 1
        return cls(tuple(kleuren), vol, tuple(range(len(vlakken))), reeksen)

    def tinten(self, inkt: Kleur, histogram: Sequence[int]) -> list[int]:
        """Return the number for every strength (0 to 255) of ink on the commonest surface."""
        vlak = max(self.vlakken, key=lambda nummer: histogram[nummer])
        return _steps_from(self.reeksen[inkt, vlak])


@lru_cache
def _steps_from(eerste: int) -> list[int]:
    stappen = [round(sterkte / 255 * _STAPPEN) for sterkte in range(256)]
    return [eerste + stap - 1 if stap else 0 for stap in stappen]
