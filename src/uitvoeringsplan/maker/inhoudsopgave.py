"""The contents list: a real field for Word, filled beforehand for every program that is not Word.

The field is marked dirty, so Word works it out again on opening, without a question, and adds the
page numbers. What is stored here shows the headings of the template; making a document replaces
it by the headings of that document (see `uitvoeringsplan.word.inhoudsopgave`).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.maker.elementen import Element, alinea, el, run, veld

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.maker.schrijver import Schrijver


@dataclass(frozen=True, slots=True)
class Ingang:
    """A heading as the contents list shows it; `keer` tells equal headings apart."""

    nummer: str
    tekst: str
    niveau: int
    keer: int

    @property
    def bladwijzer(self) -> str:
        """The name that Word expects of a bookmark its contents list points at."""
        sleutel = f"{self.tekst}#{self.keer}" if self.keer > 1 else self.tekst
        return f"_Toc{zlib.crc32(sleutel.encode()) % 10**9:09d}"


class Koppenteller:
    """Numbers the headings as Word will do, and keeps them for the contents list."""

    def __init__(self) -> None:
        self.ingangen: list[Ingang] = []
        self._hoofdstuk = self._paragraaf = 0

    def tel(self, niveau: int, tekst: str, *, genummerd: bool) -> Ingang:
        """Return the entry of the next heading of level 1 or 2."""
        nummer = ""
        if genummerd and niveau == 1:
            self._hoofdstuk, self._paragraaf = self._hoofdstuk + 1, 0
            nummer = str(self._hoofdstuk)
        elif genummerd:
            self._paragraaf += 1
            nummer = f"{self._hoofdstuk}.{self._paragraaf}"
        keer = 1 + sum(ingang.tekst == tekst for ingang in self.ingangen)
        self.ingangen.append(Ingang(nummer, tekst, niveau, keer))
        return self.ingangen[-1]


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
