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
_BLACK: Colour = (0, 0, 0)
#: WCAG 2.2, 1.4.3 for text and 1.4.11 for lines that carry meaning.
TEKSTCONTRAST, LIJNCONTRAST = model.MIN_CONTRAST, 3.0
_STAPPEN = 40


class Palette(NamedTuple):
    """The colours of one drawing. Text is readable on white, `soft` and `strip`."""

    text: Colour
    grey: Colour  # quieter text, and lines that carry meaning
    accent: Colour  # bars and connections
    soft: Colour  # heading bands and quiet surfaces
    strip: Colour  # every other row
    grid: Colour  # helps the eye only
    division: Colour  # the stronger lines of the grid


@lru_cache(maxsize=8)  # as many house styles as one run meets
def make_palette(accent: str, text: str) -> Palette:
    """Return the colours of a drawing; raises TekenError for what is no colour.

    A colour that would stand out too little is made darker, just enough.
    """
    basis = _darker(_read(accent), WHITE, LIJNCONTRAST)
    soft = mix(basis, WHITE, 0.10)
    return Palette(
        text=_darker(_read(text), soft, TEKSTCONTRAST),
        grey=_darker((89, 89, 89), soft, TEKSTCONTRAST),
        accent=_darker(basis, soft, LIJNCONTRAST),
        soft=soft,
        strip=mix(basis, WHITE, 0.04),
        grid=mix(basis, WHITE, 0.25),
        division=mix(basis, WHITE, 0.60),
    )


def mix(kleur: Colour, op: Colour, part: float) -> Colour:
    """Return `part` of a colour laid over another."""
    red, green, blue = (round(b + (a - b) * part) for a, b in zip(kleur, op, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return how well two colours stand apart, from 1 to 21."""
    return model.contrast_ratio(bytes(one).hex(), bytes(other).hex())


def _read(text: str) -> Colour:
    digits = model.read_kleur(text.strip())
    if digits is None:
        raise TekenError(
            f"“{text}” is geen kleur. Schrijf een kleur als zes tekens, bijvoorbeeld 0B5563."
        )
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _darker(kleur: Colour, op: Colour, minimum: float) -> Colour:
    """Return the colour, darkened in small steps until its contrast is enough."""
    stappen = (mix(kleur, _BLACK, 1 - stap / _STAPPEN) for stap in range(_STAPPEN))
    return next((k for k in stappen if contrast(k, op) >= minimum), _BLACK)


_INK_STEPS = 7


class ColourTable(NamedTuple):
    """Every colour by number; the number of a full colour; where the steps of an ink begin."""

    kleuren: tuple[Colour, ...]
    full: dict[Colour, int]
    surfaces: tuple[int, ...]
    series: dict[tuple[Colour, int], int]

    @classmethod
    @lru_cache(maxsize=8)
    def start(cls, palette: Palette) -> ColourTable:
        """Return the list for a palette."""
        surfaces = (WHITE, palette.soft, palette.strip)
        kleuren = [*surfaces, palette.grid, palette.division]
        full = {kleur: number for number, kleur in enumerate(kleuren)}
        series: dict[tuple[Colour, int], int] = {}
        for ink in (palette.text, palette.grey, palette.accent):
            for number, surface in enumerate(surfaces):
                series[ink, number] = len(kleuren)
                kleuren += (
                    mix(ink, surface, stap / _INK_STEPS) for stap in range(1, _INK_STEPS + 1)
                )
            full[ink] = series[ink, 0] + _INK_STEPS - 1
        return cls(tuple(kleuren), full, tuple(range(len(surfaces))), series)

    def tints(self, ink: Colour, histogram: Sequence[int]) -> list[int]:
        """Return the number for every strength (0 to 255) of ink on the commonest surface."""
        surface = max(self.surfaces, key=lambda number: histogram[number])
        return _steps_from(self.series[ink, surface])


@lru_cache
def _steps_from(first: int) -> list[int]:
    stappen = [round(strength / 255 * _INK_STEPS) for strength in range(256)]
    return [first + stap - 1 if stap else 0 for stap in stappen]
