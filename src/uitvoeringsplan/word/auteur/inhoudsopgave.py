"""The contents list: a real field for Word, filled beforehand for every program that is not Word.

The field is marked dirty, so Word works it out again on opening, without a question, and adds the
page numbers. Others show the stored entries: the real headings, as links. They carry no page
numbers, because those depend on the answers and a wrong number is worse than none.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.word.auteur.elementen import Element, alinea, el, run, veld

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.word.auteur.bron import Kop
    from uitvoeringsplan.word.auteur.schrijver import Schrijver


@dataclass(frozen=True, slots=True)
class Ingang:
    """A heading as the contents list shows it."""

    nummer: str
    tekst: str
    niveau: int

    @property
    def sleutel(self) -> str:
        """The heading with its number, which no other heading has."""
        return f"{self.nummer} {self.tekst}".strip()

    @property
    def bladwijzer(self) -> str:
        """The name that Word expects of a bookmark its contents list points at."""
        return f"_Toc{zlib.crc32(self.sleutel.encode()) % 10**9:09d}"


def ingangen(koppen: Iterable[Kop]) -> dict[int, Ingang]:
    """Return the entries by the source line of their heading, numbered as Word will do."""
    uit: dict[int, Ingang] = {}
    hoofdstuk = paragraaf = 0
    for kop in koppen:
        nummer = ""
        if kop.genummerd and kop.niveau == 1:
            hoofdstuk, paragraaf = hoofdstuk + 1, 0
            nummer = str(hoofdstuk)
        elif kop.genummerd:
            paragraaf += 1
            nummer = f"{hoofdstuk}.{paragraaf}"
        uit[kop.regel] = Ingang(nummer, kop.tekst, kop.niveau)
    return uit


def inhoudsopgave(schrijver: Schrijver, lijst: Iterable[Ingang]) -> Element:
    """Return the contents list in the control that Word knows as its own."""
    regels = [_regel(ingang) for ingang in lijst]
    opdracht = veld(r'TOC \o "1-2" \h \z \u', "", vuil=True)
    begin, slot = opdracht[:3], opdracht[4:]
    eerste = regels[0]
    plek = 1 if eerste.pPr is not None else 0
    for i, stuk in enumerate(begin):
        eerste.insert(plek + i, stuk)
    kop = alinea("TOCHeading", [run("Inhoud")])
    return schrijver.besturing.onderdeel(
        "Table of Contents", [kop, *regels, alinea("UvpCelslot", slot)]
    )


def _regel(ingang: Ingang) -> Element:
    link = el(
        "hyperlink",
        run(f"{ingang.nummer}\t{ingang.tekst}" if ingang.nummer else ingang.tekst),
        anchor=ingang.bladwijzer,
        history=1,
    )
    return alinea(f"TOC{ingang.niveau}", [link])
