"""A house style on a template: colours, typefaces, logo and address.

Only what the house style says changes, and applying it once more changes
nothing. Without one, only the empty places for a logo and an address go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import HuisstijlError
from uitvoeringsplan.model.huisstijl import Huisstijl, kleurbezwaar
from uitvoeringsplan.model.kleur import WIT
from uitvoeringsplan.ooxml.names import (
    REL_GLOSSARIUM,
    REL_KOPTEKST,
    REL_NOTEN,
    REL_NUMMERING,
    REL_STIJLEN,
    REL_THEMA,
    REL_VOETTEKST,
)
from uitvoeringsplan.ooxml.relationships import hoofddocument, lees_relaties
from uitvoeringsplan.ooxml.theme import (
    ACCENT,
    LETTERS_KOPPEN,
    LETTERS_TEKST,
    LINK,
    heeft_letters,
    met_thema,
)
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.huisstijl.house_colours import Backgrounds, recolour
from uitvoeringsplan.word.huisstijl.logo_and_address import fill_places, lacks_place
from uitvoeringsplan.word.huisstijl.typefaces import set_typefaces
from uitvoeringsplan.word.invulvelden import ADRES

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket

_GEEN = Huisstijl("")
_MET_TEKST = (REL_KOPTEKST, REL_VOETTEKST, *REL_NOTEN)


def pas_huisstijl_toe(pakket: Pakket, huisstijl: Huisstijl | None) -> Pakket:
    """Return the package in the house style; raises HuisstijlError or SjabloonError."""
    document = hoofddocument(pakket)
    if huisstijl and huisstijl.kleedt_tekst:
        pakket = _in_stijl(pakket, document, huisstijl)
        _controleer_vlakken(pakket, document, huisstijl)
    return fill_places(pakket, document, huisstijl or _GEEN)


def zonder_huisstijl(pakket: Pakket) -> Pakket:
    """Return the package without its empty places for a logo and an address."""
    return pas_huisstijl_toe(pakket, None)


def weggelaten(pakket: Pakket, huisstijl: Huisstijl) -> tuple[str, ...]:
    """Return what of a house style finds no place in this template, as sentences for the user."""
    if huisstijl.adres and lacks_place(pakket, hoofddocument(pakket), ADRES):
        return (
            f"Het sjabloon heeft geen plek voor het adres. Voeg in Word een"
            f" inhoudsbesturingselement toe met de code (tag) “{ADRES}”.",
        )
    return ()


class _Boekdeel(NamedTuple):
    """A document within the package: the text itself, or the placeholders."""

    document: str
    stijlen: tuple[str, ...]
    themas: tuple[str, ...]
    teksten: tuple[str, ...]  # its other parts with colours


def _boekdelen(pakket: Pakket, document: str) -> list[_Boekdeel]:
    per_soort: dict[str, list[str]] = {}
    for relatie in lees_relaties(pakket, document):
        if relatie.doel in pakket.leden and not relatie.extern:
            per_soort.setdefault(relatie.soort, []).append(relatie.doel)
    eigen = _Boekdeel(
        document,
        tuple(per_soort.get(REL_STIJLEN, ())),
        tuple(per_soort.get(REL_THEMA, ())),
        tuple(naam for soort in (REL_NUMMERING, *_MET_TEKST) for naam in per_soort.get(soort, ())),
    )
    glossaria = per_soort.get(REL_GLOSSARIUM, ())
    return [eigen, *(deel for naam in glossaria for deel in _boekdelen(pakket, naam))]


def _in_stijl(pakket: Pakket, document: str, huisstijl: Huisstijl) -> Pakket:
    """Return the package with the colours and typefaces."""
    pad, accent = pakket.pad, huisstijl.accent
    kleuren = dict.fromkeys((ACCENT, LINK), accent) if accent else {}
    letters = {LETTERS_KOPPEN: huisstijl.letter_koppen, LETTERS_TEKST: huisstijl.letter_tekst}
    letters = {soort: letter for soort, letter in letters.items() if letter}
    nieuw: dict[str, bytes | None] = {}
    for boek in _boekdelen(pakket, document):
        heeft_thema = False
        for naam in boek.themas:
            data = pakket.inhoud(naam)
            heeft_thema = heeft_thema or heeft_letters(data, pad)
            nieuw[naam] = met_thema(data, kleuren, letters, pad)
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


def _controleer_vlakken(pakket: Pakket, document: str, huisstijl: Huisstijl) -> None:
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
        if kleur and (bezwaar := kleurbezwaar(kleur, (WIT, *sorted(achter)))):
            raise HuisstijlError(
                huisstijl.pad, f"`{sleutel}` in het sjabloon {pakket.pad}: {bezwaar}"
            )
