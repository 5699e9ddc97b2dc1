"""The house style of a municipality: colours, typefaces, logo and address, and their bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.kleur import MIN_CONTRAST, WHITE, contrast_ratio, readable_kleur
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_ADRESREGELS = 8
MAX_ADRESREGEL = 80
MAX_LOGO_TEXT = 500
MIN_WIDTH, MAX_WIDTH, MAX_HEIGHT = 1.0, 16.0, 8.0  # cm, of a logo on the page

_ROOMY_WIDTH, _ROOMY_HEIGHT = 6.0, 3.0  # cm; what a logo gets at most when nobody asks for more
_MIN_PIXELS, _MAX_PIXELS = 16, 10_000
_MAX_RATIO = 20
_DPI = 96.0  # of a picture that does not say
_CM_PER_INCH = 2.54
# Windows knows names of typefaces up to 31 characters.
_FONT_NAME = re.compile(r"[^\W_][\w .&'+-]{0,30}")


class Logo(NamedTuple):
    """A picture of the municipality; with `svg`, `data` is its twin for who cannot show that."""

    soort: str  # "png" or "jpeg"
    data: bytes
    tekst: str
    breedte: float  # cm on the page
    hoogte: float
    svg: bytes = b""


class Huisstijl(NamedTuple):
    """What a municipality wants its documents to look like; what is empty stays as it is."""

    path: str  # where it was written down, for messages
    accent: str = ""
    tekst: str = ""
    letter_koppen: str = ""
    letter_tekst: str = ""
    logo: Logo | None = None
    adres: tuple[str, ...] = ()

    @property
    def dresses_text(self) -> bool:
        """Whether it says anything of colours or typefaces."""
        return any((self.accent, self.tekst, self.letter_koppen, self.letter_tekst))


def kleur_objection(kleur: str, surfaces: Collection[str] = (WHITE,)) -> str:
    """Return why nobody can read this colour there, with one that works; empty when it is fine.

    Text of the colour stands on each of `surfaces`. As contrast has no direction, white text on
    the colour is judged too.
    """
    worst = min(surfaces, key=lambda surface: contrast_ratio(kleur, surface))
    contrast = contrast_ratio(kleur, worst)
    if contrast >= MIN_CONTRAST:
        return ""
    better = readable_kleur(kleur, surfaces)
    # Rounded down, or 4.499 would be refused for being 4.5.
    measured = f"{int(contrast * 10) / 10:.1f}".replace(".", ",")
    needed = f"{MIN_CONTRAST}".replace(".", ",")
    op = "wit" if worst == WHITE else f"de achtergrond #{worst}"
    guess = f"Probeer #{better}." if better else "Kies een veel donkerder kleur."
    return (
        f"de kleur #{kleur} heeft op {op} een contrast van {measured}; minstens {needed} is nodig"
        f" om"
        f" de tekst te kunnen lezen. {guess}"
    )


def is_font_name(name: str) -> bool:
    """Whether a text can be the name of a typeface."""
    return _FONT_NAME.fullmatch(name) is not None


def pixel_objection(width: int, height: int) -> str:
    """Return why a picture of so many pixels cannot be a logo; empty when it can."""
    if min(width, height) < _MIN_PIXELS:
        return f"het logo is maar {width} bij {height} pixels. Neem een groter bestand."
    if max(width, height) > _MAX_PIXELS:
        return f"het logo is {width} bij {height} pixels. Maak het kleiner dan {_MAX_PIXELS}."
    if max(width, height) > _MAX_RATIO * min(width, height):
        return f"het logo is {width} bij {height} pixels. Zo'n smalle strook is geen logo."
    return ""


def size_on_paper(
    pixels_across: int, pixels_high: int, dpi: float = 0.0, width: float | None = None
) -> tuple[float, float]:
    """Return width and height of a logo in cm: at the width asked for, else as it says itself.

    Without a width it is never larger than the corner of a title page that logos get.
    """
    own = pixels_across / (dpi or _DPI) * _CM_PER_INCH
    space = min(_ROOMY_WIDTH, _ROOMY_HEIGHT * pixels_across / pixels_high)
    chosen = min(own, space) if width is None else width
    return chosen, chosen * pixels_high / pixels_across
