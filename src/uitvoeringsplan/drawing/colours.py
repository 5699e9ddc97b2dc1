"""The colours of a drawing, and their numbers in its picture.

They are made from two colours of the house style; contrast holds for any two. State is never told
by colour alone, so one accent is enough. In the list, surfaces have the lowest numbers and full ink
the highest of its row: where two strokes meet, the higher number is the stronger ink, and one
look-up per pixel smooths an edge.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TekenError
from uitvoeringsplan.model import kleur as model
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
_ZWART: Colour = (0, 0, 0)
#: WCAG 2.2, 1.4.3 for text and 1.4.11 for lines that carry meaning.
TEKSTCONTRAST, LIJNCONTRAST = model.MIN_CONTRAST, 3.0
_STAPPEN = 40


class Palette(NamedTuple):
    """The colours of one drawing. Text is readable on white, `zacht` and `strook`."""

    tekst: Colour
    grijs: Colour  # quieter text, and lines that carry meaning
    accent: Colour  # bars and connections
    zacht: Colour  # heading bands and quiet surfaces
    strook: Colour  # every other row
    raster: Colour  # helps the eye only
    deling: Colour  # the stronger lines of the grid


@lru_cache(maxsize=8)  # as many house styles as one run meets
def make_palette(accent: str, tekst: str) -> Palette:
    """Return the colours of a drawing; raises TekenError for what is no colour.

    A colour that would stand out too little is made darker, just enough.
    """
    basis = _donkerder(_lees(accent), WHITE, LIJNCONTRAST)
    zacht = mix(basis, WHITE, 0.10)
    return Palette(
        tekst=_donkerder(_lees(tekst), zacht, TEKSTCONTRAST),
        grijs=_donkerder((89, 89, 89), zacht, TEKSTCONTRAST),
        accent=_donkerder(basis, zacht, LIJNCONTRAST),
        zacht=zacht,
        strook=mix(basis, WHITE, 0.04),
        raster=mix(basis, WHITE, 0.25),
        deling=mix(basis, WHITE, 0.60),
    )


def mix(kleur: Colour, op: Colour, deel: float) -> Colour:
    """Return `deel` of a colour laid over another."""
    rood, groen, blauw = (round(b + (a - b) * deel) for a, b in zip(kleur, op, strict=True))
    return rood, groen, blauw


def contrast(een: Colour, ander: Colour) -> float:
    """Return how well two colours stand apart, from 1 to 21."""
    return model.contrast_ratio(bytes(een).hex(), bytes(ander).hex())


def _lees(tekst: str) -> Colour:
    hex_ = model.read_kleur(tekst.strip())
    if hex_ is None:
        raise TekenError(
            f"“{tekst}” is geen kleur. Schrijf een kleur als zes tekens, bijvoorbeeld 0B5563."
        )
    rood, groen, blauw = bytes.fromhex(hex_)
    return rood, groen, blauw


def _donkerder(kleur: Colour, op: Colour, minimum: float) -> Colour:
    """Return the colour, darkened in small steps until its contrast is enough."""
    stappen = (mix(kleur, _ZWART, 1 - stap / _STAPPEN) for stap in range(_STAPPEN))
    return next((k for k in stappen if contrast(k, op) >= minimum), _ZWART)


_INK_STEPS = 7


class ColourTable(NamedTuple):
    """Every colour by number; the number of a full colour; where the steps of an ink begin."""

    kleuren: tuple[Colour, ...]
    vol: dict[Colour, int]
    vlakken: tuple[int, ...]
    reeksen: dict[tuple[Colour, int], int]

    @classmethod
    @lru_cache(maxsize=8)
    def van(cls, palet: Palette) -> ColourTable:
        """Return the list for a palette."""
        vlakken = (WHITE, palet.zacht, palet.strook)
        kleuren = [*vlakken, palet.raster, palet.deling]
        vol = {kleur: nummer for nummer, kleur in enumerate(kleuren)}
        reeksen: dict[tuple[Colour, int], int] = {}
        for inkt in (palet.tekst, palet.grijs, palet.accent):
            for nummer, vlak in enumerate(vlakken):
                reeksen[inkt, nummer] = len(kleuren)
                kleuren += (mix(inkt, vlak, stap / _INK_STEPS) for stap in range(1, _INK_STEPS + 1))
            vol[inkt] = reeksen[inkt, 0] + _INK_STEPS - 1
        return cls(tuple(kleuren), vol, tuple(range(len(vlakken))), reeksen)

    def tinten(self, inkt: Colour, histogram: Sequence[int]) -> list[int]:
        """Return the number for every strength (0 to 255) of ink on the commonest surface."""
        vlak = max(self.vlakken, key=lambda nummer: histogram[nummer])
        return _steps_from(self.reeksen[inkt, vlak])


@lru_cache
def _steps_from(eerste: int) -> list[int]:
    stappen = [round(sterkte / 255 * _INK_STEPS) for sterkte in range(256)]
    return [eerste + stap - 1 if stap else 0 for stap in stappen]
