"""Colours: reading one, how well two stand apart, and the nearest one that stands out enough.

A colour is six hexadecimal digits in capitals, as Word writes it: `0B5563`.
"""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

MINIMUM = 4.5  # contrast of text, also of large text. Source: WCAG 2.2, 1.4.3
WIT = "FFFFFF"

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_STEPS = 510  # of lightness: the sum of the lightest and the darkest part of a colour


def lees_kleur(tekst: str) -> str | None:
    """Return the colour that a text such as `#0b5563` says, or None."""
    vondst = _HEX.fullmatch(tekst)
    return vondst[1].upper() if vondst else None


@lru_cache(maxsize=256)  # a document has few colours, and many words in them
def verhouding(een: str, ander: str) -> float:
    """Return the contrast of two colours, from 1 to 21. Source: WCAG 2.2, definitions."""
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def helderheid(kleur: str) -> float:
    """Return how light a colour is to the eye, from 0 to 1. Source: WCAG 2.2, definitions."""
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4
        for deel in _parts(kleur)
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def leesbare_kleur(kleur: str, vlakken: Collection[str], minimum: float = MINIMUM) -> str | None:
    """Return the nearest colour that stands out against each of `vlakken`, or None.

    The hue stays, the lightness changes as little as it can, and the colour gets no more vivid:
    a pale pink becomes a dull red, not a traffic light.
    """
    delen = _parts(kleur)
    onder, boven = min(delen), max(delen)
    bont = boven - onder
    tint = [(deel - onder) / bont if bont else 0.0 for deel in delen]
    midden = round((onder + boven) / 2 * _STEPS)
    for stap in range(_STEPS + 1):
        for niveau in (midden - stap, midden + stap):
            if not 0 <= niveau <= _STEPS:
                continue
            licht = niveau / _STEPS
            spreiding = min(bont, 1 - abs(2 * licht - 1))
            nieuw = _hex(licht + spreiding * (deel - 0.5) for deel in tint) if stap else kleur
            if all(verhouding(nieuw, vlak) >= minimum for vlak in vlakken):
                return nieuw
    return None


def lichter(kleur: str, deel: float) -> str:
    """Return a tint: `deel` (0 to 1) of the colour is left, the rest is white."""
    tint, licht, verzadiging = colorsys.rgb_to_hls(*_parts(kleur))
    return _hex(colorsys.hls_to_rgb(tint, licht * deel + 1 - deel, verzadiging))


def donkerder(kleur: str, deel: float) -> str:
    """Return a shade: of its lightness, `deel` (0 to 1) is left."""
    tint, licht, verzadiging = colorsys.rgb_to_hls(*_parts(kleur))
    return _hex(colorsys.hls_to_rgb(tint, licht * deel, verzadiging))


def _parts(kleur: str) -> tuple[float, float, float]:
    rood, groen, blauw = (int(kleur[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return rood, groen, blauw


def _hex(delen: Iterable[float]) -> str:
    return "".join(f"{round(deel * 255):02X}" for deel in delen)
