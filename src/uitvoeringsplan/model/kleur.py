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

MIN_CONTRAST = 4.5  # contrast of text, also of large text. Source: WCAG 2.2, 1.4.3
WHITE = "FFFFFF"

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_STEPS = 510  # of lightness: the sum of the lightest and the darkest part of a colour


def read_kleur(text: str) -> str | None:
    """Return the colour that a text such as `#0b5563` says, or None."""
    found = _HEX.fullmatch(text)
    return found[1].upper() if found else None


@lru_cache(maxsize=256)  # a document has few colours, and many words in them
def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21. Source: WCAG 2.2, definitions."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(kleur: str) -> float:
    """Return how light a colour is to the eye, from 0 to 1. Source: WCAG 2.2, definitions."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(kleur)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable_kleur(kleur: str, surfaces: Collection[str]) -> str | None:
    """Return the nearest colour that stands out against each of `surfaces`, or None.

    The hue stays, the lightness changes as little as it can, and the colour gets no more vivid:
    a pale pink becomes a dull red, not a traffic light.
    """
    parts = _parts(kleur)
    below, above = min(parts), max(parts)
    vivid = above - below
    tint = [(part - below) / vivid if vivid else 0.0 for part in parts]
    midden = round((below + above) / 2 * _STEPS)
    for step in range(_STEPS + 1):
        for level in (midden - step, midden + step):
            if not 0 <= level <= _STEPS:
                continue
            light = level / _STEPS
            spread = min(vivid, 1 - abs(2 * light - 1))
            new = _hex(light + spread * (part - 0.5) for part in tint) if step else kleur
            if all(contrast_ratio(new, surface) >= MIN_CONTRAST for surface in surfaces):
                return new
    return None


def lighter(kleur: str, part: float) -> str:
    """Return a tint: `part` (0 to 1) of the colour is left, the rest is white."""
    tint, light, saturation = colorsys.rgb_to_hls(*_parts(kleur))
    return _hex(colorsys.hls_to_rgb(tint, light * part + 1 - part, saturation))


def darker(kleur: str, part: float) -> str:
    """Return a shade: of its lightness, `part` (0 to 1) is left."""
    tint, light, saturation = colorsys.rgb_to_hls(*_parts(kleur))
    return _hex(colorsys.hls_to_rgb(tint, light * part, saturation))


def _parts(kleur: str) -> tuple[float, float, float]:
    red, green, blue = (int(kleur[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _hex(parts: Iterable[float]) -> str:
    return "".join(f"{round(part * 255):02X}" for part in parts)
