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
MAX_LOGOTEKST = 500
MIN_BREEDTE, MAX_BREEDTE, MAX_HOOGTE = 1.0, 16.0, 8.0  # cm, of a logo on the page

_RUIM_BREED, _RUIM_HOOG = 6.0, 3.0  # cm; what a logo gets at most when nobody asks for more
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

    pad: str  # where it was written down, for messages
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


def kleur_objection(kleur: str, vlakken: Collection[str] = (WHITE,)) -> str:
    """Return why nobody can read this colour there, with one that works; empty when it is fine.

    Text of the colour stands on each of `vlakken`. As contrast has no direction, white text on
    the colour is judged too.
    """
    slechtste = min(vlakken, key=lambda vlak: contrast_ratio(kleur, vlak))
    contrast = contrast_ratio(kleur, slechtste)
    if contrast >= MIN_CONTRAST:
        return ""
    beter = readable_kleur(kleur, vlakken)
    # Rounded down, or 4.499 would be refused for being 4.5.
    gemeten = f"{int(contrast * 10) / 10:.1f}".replace(".", ",")
    nodig = f"{MIN_CONTRAST}".replace(".", ",")
    op = "wit" if slechtste == WHITE else f"de achtergrond #{slechtste}"
    raad = f"Probeer #{beter}." if beter else "Kies een veel donkerder kleur."
    return (
        f"de kleur #{kleur} heeft op {op} een contrast van {gemeten}; minstens {nodig} is nodig om"
        f" de tekst te kunnen lezen. {raad}"
    )


def is_font_name(naam: str) -> bool:
    """Whether a text can be the name of a typeface."""
    return _FONT_NAME.fullmatch(naam) is not None


def pixel_objection(breed: int, hoog: int) -> str:
    """Return why a picture of so many pixels cannot be a logo; empty when it can."""
    if min(breed, hoog) < _MIN_PIXELS:
        return f"het logo is maar {breed} bij {hoog} pixels. Neem een groter bestand."
    if max(breed, hoog) > _MAX_PIXELS:
        return f"het logo is {breed} bij {hoog} pixels. Maak het kleiner dan {_MAX_PIXELS}."
    if max(breed, hoog) > _MAX_RATIO * min(breed, hoog):
        return f"het logo is {breed} bij {hoog} pixels. Zo'n smalle strook is geen logo."
    return ""


def size_on_paper(
    breed: int, hoog: int, dpi: float = 0.0, breedte: float | None = None
) -> tuple[float, float]:
    """Return width and height of a logo in cm: at the width asked for, else as it says itself.

    Without a width it is never larger than the corner of a title page that logos get.
    """
    eigen = breed / (dpi or _DPI) * _CM_PER_INCH
    ruimte = min(_RUIM_BREED, _RUIM_HOOG * breed / hoog)
    gekozen = min(eigen, ruimte) if breedte is None else breedte
    return gekozen, gekozen * hoog / breed
