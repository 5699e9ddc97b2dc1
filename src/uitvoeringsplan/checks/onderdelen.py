"""A Word file as the rules see it: its parts with text, parsed, and the styles each one uses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from lxml import etree

from uitvoeringsplan.checks.stijlblad import Stijlblad
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import (
    REL_KERN,
    REL_KOPTEKST,
    REL_NUMMERING,
    REL_STIJLEN,
    REL_VOETTEKST,
)
from uitvoeringsplan.ooxml.relationships import hoofddocument, lees_relaties

if TYPE_CHECKING:
    from uitvoeringsplan.checks.xmlhulp import Element
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie

_OFFICE = REL_STIJLEN.rpartition("/")[0]
_REL_GLOSSARIUM = f"{_OFFICE}/glossaryDocument"
_REL_NOTEN = (f"{_OFFICE}/footnotes", f"{_OFFICE}/endnotes")


class Soort(Enum):
    """What a part with text is to the reader."""

    DOCUMENT = "document"
    KOPVOET = "kop- of voettekst"
    NOOT = "noot"
    GLOSSARIUM = "plaatshouders"


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One part with text; its styles and numbering are those of its own document."""

    naam: str
    soort: Soort
    wortel: Element
    relaties: tuple[Relatie, ...]
    stijlen: Stijlblad
    nummering: Element

    @property
    def is_glossarium(self) -> bool:
        """Whether this part is never read, only copied from."""
        return self.soort is Soort.GLOSSARIUM


@dataclass(frozen=True, slots=True)
class Woordbestand:
    """The whole file: package, core properties (None when absent) and the parts with text."""

    pakket: Pakket
    kern: Element | None
    onderdelen: tuple[Onderdeel, ...]

    @property
    def lopend(self) -> tuple[Onderdeel, ...]:
        """The parts that somebody reads."""
        return tuple(deel for deel in self.onderdelen if not deel.is_glossarium)

    @property
    def hoofd(self) -> Onderdeel:
        """The main text."""
        return self.onderdelen[0]


def plaats(deel: Onderdeel, tekst: str = "") -> str:
    """Return the place of a finding: the part, and the words by which to find it in Word."""
    kort = " ".join(tekst.split())
    kort = kort if len(kort) <= 40 else f"{kort[:39]}…"
    return f"{deel.naam}, bij “{kort}”" if kort else deel.naam


def lees_woordbestand(pakket: Pakket) -> Woordbestand:
    """Return the parts of a package, parsed; raises SjabloonError when one cannot be read."""
    naam = hoofddocument(pakket)
    kern = _doel(pakket, "", REL_KERN)
    relaties = lees_relaties(pakket, naam)
    onderdelen = [_onderdeel(pakket, naam, Soort.DOCUMENT, naam)]
    soorten = {
        REL_KOPTEKST: Soort.KOPVOET,
        REL_VOETTEKST: Soort.KOPVOET,
        _REL_GLOSSARIUM: Soort.GLOSSARIUM,
        **dict.fromkeys(_REL_NOTEN, Soort.NOOT),
    }
    for relatie in relaties:
        soort = soorten.get(relatie.soort)
        if soort and relatie.doel in pakket.leden:
            eigenaar = relatie.doel if soort is Soort.GLOSSARIUM else naam
            onderdelen.append(_onderdeel(pakket, relatie.doel, soort, eigenaar))
    return Woordbestand(
        pakket,
        ontleed(pakket, kern) if kern else None,
        tuple({deel.naam: deel for deel in onderdelen}.values()),
    )


def ontleed(pakket: Pakket, naam: str) -> Element:
    """Return the root of a part. Nothing outside the part is read; raises SjabloonError."""
    ontleder = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(pakket.inhoud(naam), ontleder)
    except etree.XMLSyntaxError as fout:
        raise SjabloonError(
            pakket.pad, f"het onderdeel {naam} is geen geldige XML ({fout.msg})."
        ) from None


def _onderdeel(pakket: Pakket, naam: str, soort: Soort, eigenaar: str) -> Onderdeel:
    stijlen, nummering = (
        ontleed(pakket, doel) if (doel := _doel(pakket, eigenaar, rel)) else etree.Element("leeg")
        for rel in (REL_STIJLEN, REL_NUMMERING)
    )
    relaties = tuple(lees_relaties(pakket, naam))
    return Onderdeel(
        naam, soort, ontleed(pakket, naam), relaties, Stijlblad.van(stijlen), nummering
    )


def _doel(pakket: Pakket, deel: str, soort: str) -> str:
    """Return the part that a relationship of this kind points at, empty when there is none."""
    doelen = [rel.doel for rel in lees_relaties(pakket, deel) if rel.soort == soort]
    return doelen[0] if doelen and doelen[0] in pakket.leden else ""
