"""A house style on a template: colours, typefaces, logo and address.

Only what the house style says changes, and applying it once more changes
nothing. Without one, only the empty places for a logo and an address go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import HuisstijlError
from uitvoeringsplan.model.huisstijl import Huisstijl, kleur_objection
from uitvoeringsplan.model.kleur import WHITE
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import (
    REL_FOOTER,
    REL_GLOSSARY,
    REL_HEADER,
    REL_NOTES,
    REL_NUMBERING,
    REL_STYLES,
    REL_THEME,
)
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.theme import (
    ACCENT,
    BODY_TYPEFACE,
    HEADING_TYPEFACE,
    LINK,
    has_typefaces,
    with_theme,
)
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.huisstijl.house_colours import Backgrounds, recolour
from uitvoeringsplan.word.huisstijl.logo_and_address import fill_places, lacks_place
from uitvoeringsplan.word.huisstijl.typefaces import set_typefaces
from uitvoeringsplan.word.invulvelden import ADDRESS_TAG

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package

_GEEN = Huisstijl("")
_MET_TEKST = (REL_HEADER, REL_FOOTER, *REL_NOTES)


def apply_huisstijl(pakket: Package, huisstijl: Huisstijl | None) -> Package:
    """Return the package in the house style; raises HuisstijlError or SjabloonError."""
    document = main_part(pakket)
    if huisstijl and huisstijl.dresses_text:
        pakket = _in_stijl(pakket, document, huisstijl)
        _controleer_vlakken(pakket, document, huisstijl)
    return fill_places(pakket, document, huisstijl or _GEEN)


def without_huisstijl(pakket: Package) -> Package:
    """Return the package without its empty places for a logo and an address."""
    return apply_huisstijl(pakket, None)


def weggelaten(pakket: Package, huisstijl: Huisstijl) -> tuple[str, ...]:
    """Return what of a house style finds no place in this template, as sentences for the user."""
    if huisstijl.adres and lacks_place(pakket, main_part(pakket), ADDRESS_TAG):
        return (
            f"Het sjabloon heeft geen plek voor het adres. Voeg in Word een"
            f" inhoudsbesturingselement toe met de code (tag) “{ADDRESS_TAG}”.",
        )
    return ()


class _Boekdeel(NamedTuple):
    """A document within the package: the text itself, or the placeholders."""

    document: str
    stijlen: tuple[str, ...]
    themas: tuple[str, ...]
    teksten: tuple[str, ...]  # its other parts with colours


def _boekdelen(pakket: Package, document: str) -> list[_Boekdeel]:
    per_soort: dict[str, list[str]] = {}
    for relatie in load_relationships(pakket, document):
        if relatie.doel in pakket.leden and not relatie.extern:
            per_soort.setdefault(relatie.soort, []).append(relatie.doel)
    eigen = _Boekdeel(
        document,
        tuple(per_soort.get(REL_STYLES, ())),
        tuple(per_soort.get(REL_THEME, ())),
        tuple(naam for soort in (REL_NUMBERING, *_MET_TEKST) for naam in per_soort.get(soort, ())),
    )
    glossaria = per_soort.get(REL_GLOSSARY, ())
    return [eigen, *(deel for naam in glossaria for deel in _boekdelen(pakket, naam))]


def _in_stijl(pakket: Package, document: str, huisstijl: Huisstijl) -> Package:
    """Return the package with the colours and typefaces."""
    pad, accent = pakket.pad, huisstijl.accent
    kleuren = dict.fromkeys((ACCENT, LINK), accent) if accent else {}
    letters = {HEADING_TYPEFACE: huisstijl.letter_koppen, BODY_TYPEFACE: huisstijl.letter_tekst}
    letters = {soort: letter for soort, letter in letters.items() if letter}
    nieuw: dict[str, bytes | None] = {}
    for boek in _boekdelen(pakket, document):
        heeft_thema = False
        for naam in boek.themas:
            data = pakket.inhoud(naam)
            heeft_thema = heeft_thema or has_typefaces(data, pad)
            nieuw[naam] = with_theme(data, kleuren, letters, pad)
        for naam in (boek.document, *boek.teksten, *boek.stijlen):
            root = parse(pakket.inhoud(naam), naam, pad)
            was = write(root)
            if accent:
                recolour(root, accent)
            if naam in boek.stijlen:
                set_typefaces(root, huisstijl, theme=heeft_thema)
            if write(root) != was:
                nieuw[naam] = write(root)
    return pakket.met_delen(nieuw)


def _controleer_vlakken(pakket: Package, document: str, huisstijl: Huisstijl) -> None:
    """Raise when a colour cannot be read on a background that the template gives to text."""
    boek = _boekdelen(pakket, document)[0]
    backgrounds = Backgrounds([parse(pakket.inhoud(n), n, pakket.pad) for n in boek.stijlen])
    for naam in (boek.document, *boek.teksten):
        backgrounds.read(parse(pakket.inhoud(naam), naam, pakket.pad))
    if huisstijl.tekst and backgrounds.dark:
        raise HuisstijlError(
            huisstijl.pad,
            f"`tekst` kan niet bij het sjabloon {pakket.pad}: daarin staat tekst zonder eigen kleur"
            f" op de donkere achtergrond #{min(backgrounds.dark)}. Laat `tekst` weg, of geef die"
            " tekst in Word een lichte kleur.",
        )
    for sleutel, kleur, achter in (
        ("accent", huisstijl.accent, backgrounds.behind_accent),
        ("tekst", huisstijl.tekst, backgrounds.behind_text),
    ):
        if kleur and (bezwaar := kleur_objection(kleur, (WHITE, *sorted(achter)))):
            raise HuisstijlError(
                huisstijl.pad, f"`{sleutel}` in het sjabloon {pakket.pad}: {bezwaar}"
            )
