"""The body of the document: title page, contents list and text, section after section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from uitvoeringsplan.maker.bouwsel import Bouwsel
from uitvoeringsplan.maker.bronblokken import (
    Antwoordplek,
    Kop,
    Ligging,
    NieuwePagina,
    Paar,
    Plek,
    Tekst,
)
from uitvoeringsplan.maker.elementen import Element, alinea, el, run
from uitvoeringsplan.maker.inhoudsopgave import Koppenteller, inhoudsopgave
from uitvoeringsplan.maker.tabel import KOLOMMEN, tabel
from uitvoeringsplan.maker.voorblad import voorblad

if TYPE_CHECKING:
    from uitvoeringsplan.maker.bronblokken import Blok
    from uitvoeringsplan.maker.kopvoet import Secties
    from uitvoeringsplan.maker.schrijver import Schrijver
    from uitvoeringsplan.model.vragenlijst import Rij


class Tekstbouwer:
    """Takes in the blocks of the source one by one."""

    def __init__(self, schrijver: Schrijver, secties: Secties) -> None:
        self._schrijver = schrijver
        self._secties = secties
        self._bouwsel = Bouwsel(schrijver.besturing)
        self._teller = Koppenteller()
        self._bovenaan = True  # the next heading stands at the top of a page
        self._nieuwe_pagina = False  # and has to see to that itself

    def schrijf(self, blok: Blok) -> None:
        """Add a block of the source."""
        if self._bouwsel.neem(blok):
            return
        inhoud = self._bouwsel.inhoud
        match blok:
            case Kop():
                inhoud.append(self._kop(blok.niveau, blok.tekst, genummerd=blok.genummerd))
            case Tekst():
                inhoud.append(self._schrijver.tekst(blok))
            case Paar():
                inhoud.append(self._schrijver.paar(blok, "UvpFeit", "UvpFeitlabel"))
            case Antwoordplek():
                vraag = self._schrijver.vragenlijst.vraag(blok.vraag_id)
                inhoud.append(self._schrijver.antwoord(vraag, aanloop=inhoud[-1]))
            case Plek():
                self._plek(blok)
            case NieuwePagina():
                self._bovenaan = self._nieuwe_pagina = True
            case Ligging():
                self._sluit_sectie(liggend=not blok.liggend)
                self._bovenaan = True

    def zet_in(self, body: Element) -> None:
        """Put everything into the body; the last section is a child of the body itself."""
        lijst = inhoudsopgave(self._schrijver, self._teller.ingangen)
        sectie = self._secties.eigenschappen(liggend=False, voorblad=True)
        body.extend([*voorblad(self._schrijver), lijst, _sluiter(sectie)])
        body.extend(self._bouwsel.inhoud)
        body.append(self._secties.eigenschappen(liggend=False))

    def _plek(self, blok: Plek) -> None:
        inhoud = self._bouwsel.inhoud
        if blok.soort == "tabel":
            inhoud.append(tabel(self._schrijver, blok.id))
        elif blok.soort == "koppen":
            for rij in self._schrijver.hoofdstuk(blok.id).rijen:
                self._rij(rij)
        else:  # the paragraph above a drawing goes when there is nothing to draw
            inhoud.append(self._schrijver.plek(blok, inhoud.pop()))

    def _rij(self, rij: Rij) -> None:
        """Write a row of the table as a section with headings."""
        schrijver, inhoud = self._schrijver, self._bouwsel.inhoud
        inhoud.append(self._kop(2, rij.titel, genummerd=True))
        lokaal = schrijver.opmaak(rij.lokaal)
        for vraag in rij.vragen:
            lokaal += schrijver.vraag(vraag, stijl="Heading4", bovenaan=not lokaal)
        delen = (schrijver.opmaak(rij.wat), schrijver.opmaak(rij.hoe), lokaal)
        for titel, deel in zip(KOLOMMEN, delen, strict=True):
            if deel:
                inhoud += [alinea("Heading3", [run(titel)], *_zonder_nummer()), *deel]

    def _kop(self, niveau: int, tekst: str, *, genummerd: bool) -> Element:
        ingang = self._teller.tel(niveau, tekst, genummerd=genummerd)
        eigenschappen = []
        if self._nieuwe_pagina:
            eigenschappen.append(el("pageBreakBefore"))
        los = [] if genummerd else _zonder_nummer()
        eigenschappen += los[:1]
        if self._bovenaan:
            eigenschappen.append(el("spacing", before=0))
        eigenschappen += los[1:]
        self._bovenaan = self._nieuwe_pagina = False
        inhoud = self._schrijver.besturing.bladwijzer(ingang.bladwijzer, [run(tekst)])
        return alinea(f"Heading{niveau}", inhoud, *eigenschappen)

    def _sluit_sectie(self, *, liggend: bool) -> None:
        """End the section in its last paragraph; after a table or control in a flat one."""
        inhoud = self._bouwsel.inhoud
        sectie = self._secties.eigenschappen(liggend=liggend)
        if inhoud and inhoud[-1].tag == qn("w:p"):
            inhoud[-1].get_or_add_pPr().append(sectie)
        else:
            inhoud.append(_sluiter(sectie))


def _sluiter(sectie: Element) -> Element:
    """Return a paragraph of no height that ends a section."""
    uit = alinea("UvpCelslot", [])
    uit.get_or_add_pPr().append(sectie)
    return uit


def _zonder_nummer() -> list[Element]:
    """Return what takes number and margin from a heading, in the order that Word wants."""
    return [el("numPr", el("ilvl", val=0), el("numId", val=0)), el("ind", left=0, firstLine=0)]
