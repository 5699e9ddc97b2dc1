"""The theme part of a package: its colours and typefaces, by the names that Word gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import DRAWINGML, waarde_xml
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.scan import Afdruk, Element

ACCENT, LINK = "accent1", "hlink"
LETTERS_KOPPEN, LETTERS_TEKST = "majorFont", "minorFont"

_NODIG = frozenset(
    f"{DRAWINGML} {naam}"
    for naam in (ACCENT, LINK, LETTERS_KOPPEN, LETTERS_TEKST, "srgbClr", "latin")
)


def themakleur(data: bytes, naam: str, pad: str) -> str:
    """Return what the theme writes for a colour (`srgbClr`), empty when it writes none."""
    element = _eerste(_afdruk(data, pad), naam)
    kleur = element.kind(f"{DRAWINGML} srgbClr") if element else None
    return kleur.attributen.get("val", "") if kleur else ""


def heeft_letters(data: bytes, pad: str) -> bool:
    """Whether the theme names typefaces, so that styles may point at them."""
    afdruk = _afdruk(data, pad)
    return all(_latijn(afdruk, soort) is not None for soort in (LETTERS_KOPPEN, LETTERS_TEKST))


def met_thema(
    data: bytes, kleuren: Mapping[str, str], letters: Mapping[str, str], pad: str
) -> bytes:
    """Return the theme with other colours and typefaces; what it does not have is passed over."""
    afdruk = _afdruk(data, pad)
    prefix = afdruk.prefixen.get(DRAWINGML)
    # A prefix that the root does not declare stands somewhere below it; ours brings its own.
    naamruimte = f' xmlns="{DRAWINGML}"' if prefix is None else ""
    p = f"{prefix}:" if prefix else ""
    knippen = []
    for naam, kleur in kleuren.items():
        element = _eerste(afdruk, naam)
        if element and element.binnen < element.einde:
            xml = f'<{p}srgbClr{naamruimte} val="{kleur}"/>'
            knippen.append(Splice(element.binnen, element.slot, xml.encode()))
    for soort, letter in letters.items():
        if latijn := _latijn(afdruk, soort):
            # Without the numbers that describe the old typeface to a program that lacks it.
            xml = f'<{p}latin{naamruimte} typeface="{waarde_xml(letter)}"/>'
            knippen.append(Splice(latijn.begin, latijn.einde, xml.encode()))
    return splice(data, knippen)


def _afdruk(data: bytes, pad: str) -> Afdruk:
    return tast_af(data, "thema", pad, bewaar=_NODIG.__contains__)


def _eerste(afdruk: Afdruk, naam: str) -> Element | None:
    return next(iter(afdruk.alle(f"{DRAWINGML} {naam}")), None)


def _latijn(afdruk: Afdruk, soort: str) -> Element | None:
    letters = _eerste(afdruk, soort)
    return letters.kind(f"{DRAWINGML} latin") if letters else None
