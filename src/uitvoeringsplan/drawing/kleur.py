"""The colours of a drawing, made from two of the house style; contrast holds for any two.

State is never told by colour alone, so one accent is enough.
"""

from __future__ import annotations

from typing import NamedTuple

from uitvoeringsplan.errors import TekenError
from uitvoeringsplan.model import kleur as model

Kleur = tuple[int, int, int]

WIT: Kleur = (255, 255, 255)
_ZWART: Kleur = (0, 0, 0)
#: WCAG 2.2, 1.4.3 for text and 1.4.11 for lines that carry meaning.
TEKSTCONTRAST, LIJNCONTRAST = model.MINIMUM, 3.0
_STAPPEN = 40


class Palet(NamedTuple):
    """The colours of one drawing. Text is readable on white, `zacht` and `strook`."""

    tekst: Kleur
    grijs: Kleur  # quieter text, and lines that carry meaning
    accent: Kleur  # bars and connections
    zacht: Kleur  # heading bands and quiet surfaces
    strook: Kleur  # every other row
    raster: Kleur  # helps the eye only
    deling: Kleur  # the stronger lines of the grid


def palet(accent: str, tekst: str) -> Palet:
    """Return the colours of a drawing; raises TekenError for what is no colour.

    A colour that would stand out too little is made darker, just enough.
    """
    basis = _donkerder(_lees(accent), WIT, LIJNCONTRAST)
    zacht = meng(basis, WIT, 0.10)
    return Palet(
        tekst=_donkerder(_lees(tekst), zacht, TEKSTCONTRAST),
        grijs=_donkerder((89, 89, 89), zacht, TEKSTCONTRAST),
        accent=_donkerder(basis, zacht, LIJNCONTRAST),
        zacht=zacht,
        strook=meng(basis, WIT, 0.04),
        raster=meng(basis, WIT, 0.25),
        deling=meng(basis, WIT, 0.60),
    )


def meng(kleur: Kleur, op: Kleur, deel: float) -> Kleur:
    """Return `deel` of a colour laid over another."""
    rood, groen, blauw = (round(b + (a - b) * deel) for a, b in zip(kleur, op, strict=True))
    return rood, groen, blauw


def contrast(een: Kleur, ander: Kleur) -> float:
    """Return how well two colours stand apart, from 1 to 21."""
    return model.verhouding(bytes(een).hex(), bytes(ander).hex())


def _lees(tekst: str) -> Kleur:
    hex_ = model.lees_kleur(tekst.strip())
    if hex_ is None:
        raise TekenError(
            f"“{tekst}” is geen kleur. Schrijf een kleur als zes tekens, bijvoorbeeld 0B5563."
        )
    rood, groen, blauw = bytes.fromhex(hex_)
    return rood, groen, blauw


def _donkerder(kleur: Kleur, op: Kleur, minimum: float) -> Kleur:
    """Return the colour, darkened in small steps until its contrast is enough."""
    stappen = (meng(kleur, _ZWART, 1 - stap / _STAPPEN) for stap in range(_STAPPEN))
    return next((k for k in stappen if contrast(k, op) >= minimum), _ZWART)
