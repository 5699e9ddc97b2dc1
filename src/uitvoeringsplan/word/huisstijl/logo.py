"""The logo and the address of a house style, put in their places; empty places go."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AfbeeldingError, HuisstijlError
from uitvoeringsplan.ooxml.names import REL_BEELD, REL_KOPTEKST, REL_VOETTEKST, TYPES
from uitvoeringsplan.ooxml.relationships import lees_relaties, met_relaties, relatiedeel
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice
from uitvoeringsplan.word.aanvulling.soort import met_delen
from uitvoeringsplan.word.antwoordxml import regel_xml
from uitvoeringsplan.word.eigenschappen import inhoudstype
from uitvoeringsplan.word.huisstijl.plekken import is_nodig, vind_huisplekken
from uitvoeringsplan.word.huisstijl.witruimte import Witruimte
from uitvoeringsplan.word.invulvelden import ADRES, HUISSTIJL, LOGO
from uitvoeringsplan.word.plaatje import Plaatje, plaatje_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.huisstijl import Huisstijl, Logo
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.scan import Afdruk
    from uitvoeringsplan.word.huisstijl.plekken import Huisplek, Huisplekken

#: The paragraph styles that a template may have for them.
STIJLEN = {LOGO: "Uvp Logo", ADRES: "Uvp Adres"}

_RELATIE, _RELATIE_SVG = "uvpLogo", "uvpLogoSvg"


class _Deel(NamedTuple):
    naam: str
    afdruk: Afdruk
    gevonden: Huisplekken

    @property
    def heeft_logo(self) -> bool:
        return bool(self.gevonden.tekeningen) or LOGO in (p.tag for p in self.gevonden.plekken)


def vul_huisplekken(pakket: Pakket, document: str, huisstijl: Huisstijl) -> Pakket:
    """Return the package with logo and address in it, and no place left.

    Raises SjabloonError, or HuisstijlError for a logo that cannot be read.

    A logo without a place comes above the text. An address without one is left out: nobody can
    tell where the title page of a stranger's template ends.
    """
    logo = huisstijl.logo and _kaal(huisstijl.logo, huisstijl.pad)
    delen = list(_delen(pakket, document, altijd=logo is not None))
    los = logo is not None and not any(deel.heeft_logo for deel in delen)
    werk = _Werk(pakket, document, huisstijl)
    nieuw: dict[str, bytes | None] = {}
    for deel in delen:
        hier = los and deel.naam == document and deel.gevonden.begin > 0
        nieuw[deel.naam] = werk.gevuld(deel, los=hier)
        if logo and (hier or deel.heeft_logo):
            nieuw |= _verbonden(pakket, deel.naam, _media(document, logo))
    if logo:
        types = pakket.inhoud(TYPES)
        for naam, soort, data in _media(document, logo).values():
            nieuw[naam] = data
            types = inhoudstype(types, naam, soort)
        nieuw[TYPES] = types
    return met_delen(pakket, nieuw)


def zonder_plek(pakket: Pakket, document: str, tag: str) -> bool:
    """Whether a template has no place with this tag."""
    return not any(
        plek.tag == tag
        for deel in _delen(pakket, document, altijd=False)
        for plek in deel.gevonden.plekken
    )


def _delen(pakket: Pakket, document: str, *, altijd: bool) -> Iterator[_Deel]:
    """Yield the parts with a place or a logo; `altijd` the main text in any case."""
    randen = (
        relatie.doel
        for relatie in lees_relaties(pakket, document)
        if relatie.soort in (REL_KOPTEKST, REL_VOETTEKST) and relatie.doel in pakket.leden
    )
    sporen = [f'"{naam}"'.encode() for naam in (*HUISSTIJL, _RELATIE)]
    for naam in dict.fromkeys((document, *randen)):
        data = pakket.inhoud(naam)
        if (altijd and naam == document) or any(spoor in data for spoor in sporen):
            afdruk = tast_af(data, naam, pakket.pad, bewaar=is_nodig)
            yield _Deel(naam, afdruk, vind_huisplekken(afdruk, pakket.pad, _RELATIE))


class _Werk:
    """Fills the places of one package."""

    def __init__(self, pakket: Pakket, document: str, huisstijl: Huisstijl) -> None:
        self._pad = pakket.pad
        self._logo, self._adres = huisstijl.logo, "\n".join(huisstijl.adres)
        self._wit = Witruimte(pakket, document)
        self._keer = 0

    def gevuld(self, deel: _Deel, *, los: bool) -> bytes:
        """Return a part with its places filled; `los` puts the logo at the top."""
        data, gevonden = deel.afdruk.data, deel.gevonden
        if not (gevonden.plekken or gevonden.tekeningen or los):
            return data
        p = deel.afdruk.prefix(self._pad, deel.naam)
        knippen = [
            Splice(oud.begin, oud.einde, self._tekening(p).encode())
            for oud in gevonden.tekeningen
            if self._logo
        ]
        if los:
            wit = f'<{p}pPr><{p}spacing {p}after="360"/></{p}pPr>'
            xml = f"<{p}p>{wit}<{p}r>{self._tekening(p)}</{p}r></{p}p>"
            knippen.append(Splice(gevonden.begin, gevonden.begin, xml.encode()))
        for plek in gevonden.plekken:
            knippen.append(Splice(plek.begin, plek.einde, self._inhoud(plek, p).encode()))
            if self._logo and plek.tag == LOGO and plek.erna and not plek.in_alinea:
                knippen += self._wit.wijkt(
                    data, plek.erna, self._logo.hoogte, self._wit.stijl(STIJLEN[LOGO]), p
                )
        return splice(data, knippen)

    def _inhoud(self, plek: Huisplek, p: str) -> str:
        stuk = ""
        if plek.tag == LOGO and self._logo:
            stuk = f"<{p}r>{self._tekening(p)}</{p}r>"
        elif plek.tag == ADRES and self._adres:
            stuk = regel_xml(self._adres, p).decode()
        if plek.in_alinea:
            return stuk
        return self._alinea(plek.tag, plek.ppr, stuk, p) if stuk or plek.moet_blijven else ""

    def _alinea(self, tag: str, ppr: str, stuk: str, p: str) -> str:
        stijl = self._wit.stijl(STIJLEN[tag])
        if stijl and stuk and not ppr:
            ppr = f'<{p}pPr><{p}pStyle {p}val="{stijl}"/></{p}pPr>'
        return f"<{p}p>{ppr}{stuk}</{p}p>"

    def _tekening(self, p: str) -> str:
        if self._logo is None:
            return ""
        self._keer += 1
        naam = "uvp-logo" if self._keer == 1 else f"uvp-logo-{self._keer}"
        svg = _RELATIE_SVG if self._logo.svg else ""
        logo = self._logo
        return plaatje_xml(Plaatje(naam, _RELATIE, logo.tekst, logo.breedte, logo.hoogte, svg), p)


def _media(document: str, logo: Logo) -> dict[str, tuple[str, str, bytes]]:
    """Return (part, type, data) by relation."""
    map_ = posixpath.join(posixpath.dirname(document), "media")
    uit = {_RELATIE: (f"{map_}/uvp-logo.{logo.soort}", f"image/{logo.soort}", logo.data)}
    if logo.svg:
        uit[_RELATIE_SVG] = (f"{map_}/uvp-logo.svg", "image/svg+xml", logo.svg)
    return uit


def _kaal(logo: Logo, pad: str) -> Logo:
    """Return the logo without who made it, where and with what; `pad` is the house style."""
    from uitvoeringsplan.drawing.kaal.ontdoe import zonder_gegevens  # noqa: PLC0415 - few have one

    try:
        data, svg = (zonder_gegevens(beeld) or beeld for beeld in (logo.data, logo.svg))
    except AfbeeldingError as fout:
        raise HuisstijlError(pad, f"het logo: {fout}") from fout
    return logo._replace(data=data, svg=svg)


def _verbonden(
    pakket: Pakket, deel: str, media: dict[str, tuple[str, str, bytes]]
) -> dict[str, bytes | None]:
    """Return the relations of a part with those to the logo; earlier ones give way."""
    naam = relatiedeel(deel)
    doelen = {id_: f"/{doel}" for id_, (doel, _, _) in media.items()}
    oud = pakket.inhoud(naam) if naam in pakket.leden else None
    if oud is not None:
        eigen = [
            kind
            for kind in tast_af(oud, naam, pakket.pad).wortel.kinderen
            if kind.attributen.get("Id") in (_RELATIE, _RELATIE_SVG)
        ]
        if {kind.attributen["Id"]: kind.attributen.get("Target") for kind in eigen} == doelen:
            return {}
        oud = splice(oud, (Splice(kind.begin, kind.einde) for kind in eigen))
    return {naam: met_relaties(oud, [(id_, REL_BEELD, d, False) for id_, d in doelen.items()])}
