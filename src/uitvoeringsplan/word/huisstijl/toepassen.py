"""A house style on a template: colours, typefaces, logo and address.

Bytes in, bytes out: only what the house style says changes, and applying it once more changes
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
from uitvoeringsplan.word.aanvulling.soort import met_delen
from uitvoeringsplan.word.huisstijl.kleuren import herkleurd
from uitvoeringsplan.word.huisstijl.letters import met_letters
from uitvoeringsplan.word.huisstijl.logo import vul_huisplekken, zonder_plek
from uitvoeringsplan.word.huisstijl.vlakken import Vlakken
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
    return vul_huisplekken(pakket, document, huisstijl or _GEEN)


def zonder_huisstijl(pakket: Pakket) -> Pakket:
    """Return the package without its empty places for a logo and an address."""
    return pas_huisstijl_toe(pakket, None)


def weggelaten(pakket: Pakket, huisstijl: Huisstijl) -> tuple[str, ...]:
    """Return what of a house style finds no place in this template, as sentences for the user."""
    if huisstijl.adres and zonder_plek(pakket, hoofddocument(pakket), ADRES):
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
            data = pakket.inhoud(naam)
            if accent:
                data = herkleurd(data, naam, pad, accent)
            if naam in boek.stijlen:
                data = met_letters(data, naam, pad, huisstijl, thema=heeft_thema)
            nieuw[naam] = data
    return met_delen(pakket, {n: d for n, d in nieuw.items() if d != pakket.inhoud(n)})


def _controleer_vlakken(pakket: Pakket, document: str, huisstijl: Huisstijl) -> None:
    """Raise when a colour cannot be read on a background that the template gives to text."""
    boek = _boekdelen(pakket, document)[0]
    stijldata = [(naam, pakket.inhoud(naam)) for naam in boek.stijlen]
    vlakken = Vlakken(stijldata, pakket.pad)
    for naam in (boek.document, *boek.teksten):
        vlakken.lees(pakket.inhoud(naam), naam)
    if huisstijl.tekst and vlakken.donker:
        raise HuisstijlError(
            huisstijl.pad,
            f"`tekst` kan niet bij het sjabloon {pakket.pad}: daarin staat tekst zonder eigen kleur"
            f" op de donkere achtergrond #{min(vlakken.donker)}. Laat `tekst` weg, of geef die"
            " tekst in Word een lichte kleur.",
        )
    for sleutel, kleur, achter in (
        ("accent", huisstijl.accent, vlakken.achter_accent),
        ("tekst", huisstijl.tekst, vlakken.achter_tekst),
    ):
        if kleur and (bezwaar := kleurbezwaar(kleur, (WIT, *sorted(achter)))):
            raise HuisstijlError(
                huisstijl.pad, f"`{sleutel}` in het sjabloon {pakket.pad}: {bezwaar}"
            )
