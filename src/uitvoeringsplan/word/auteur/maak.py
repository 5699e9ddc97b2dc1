"""Makes the Word template of a question set from its source text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from uitvoeringsplan.word.auteur.basis import leeg_pakket
from uitvoeringsplan.word.auteur.bron import (
    Antwoordplek,
    Kop,
    Ligging,
    Paar,
    Tabel,
    Tekst,
    lees_bron,
)
from uitvoeringsplan.word.auteur.controle import controleer_bron
from uitvoeringsplan.word.auteur.elementen import Element, alinea, el, run
from uitvoeringsplan.word.auteur.inhoudsopgave import Ingang, ingangen, inhoudsopgave
from uitvoeringsplan.word.auteur.inpakken import pak_in
from uitvoeringsplan.word.auteur.kopvoet import Secties
from uitvoeringsplan.word.auteur.schrijver import Schrijver
from uitvoeringsplan.word.auteur.tabel import tabel
from uitvoeringsplan.word.auteur.voorblad import voorblad

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.auteur.bron import Blok


def build_sjabloon(vragenlijst: Vragenlijst, brontekst: str, *, naam: str = "brontekst") -> bytes:
    """Return the template as a .docx; the same input gives the same bytes.

    `naam` is the file that errors in the source text name. Raises BronError.
    """
    bron = lees_bron(brontekst, naam)
    controleer_bron(bron, vragenlijst)
    koppen = ingangen(blok for blok in bron.delen["tekst"] if isinstance(blok, Kop))
    document = docx.Document(leeg_pakket(vragenlijst))
    schrijver = Schrijver(vragenlijst, bron, document.part)
    tekst = _Tekst(schrijver, Secties(schrijver, document.part), koppen)
    tekst.schrijf([*voorblad(schrijver), inhoudsopgave(schrijver, koppen.values())])
    for blok in bron.delen["tekst"]:
        tekst.schrijf_blok(blok)
    tekst.zet_in(document.element.body)
    return pak_in(document)


class _Tekst:
    """The body of the document while it is being written, section after section."""

    def __init__(self, schrijver: Schrijver, secties: Secties, koppen: dict[int, Ingang]) -> None:
        self._schrijver = schrijver
        self._secties = secties
        self._koppen = koppen
        self._inhoud: list[Element] = []
        self._liggend = False
        self._eerste_sectie = True
        self._bovenaan = True  # the next heading starts a page
        self._eerste_kop = True

    def schrijf(self, elementen: list[Element]) -> None:
        """Add finished elements."""
        self._inhoud += elementen

    def schrijf_blok(self, blok: Blok) -> None:
        """Add a block of the source."""
        match blok:
            case Kop():
                self._inhoud.append(self._kop(blok))
            case Tekst():
                self._inhoud.append(self._schrijver.tekst(blok))
            case Paar():
                self._inhoud.append(self._schrijver.paar(blok, "UvpFeit", "UvpFeitlabel"))
            case Antwoordplek():
                vraag = self._schrijver.vragenlijst.vraag(blok.vraag_id)
                self._inhoud.append(self._schrijver.antwoord(vraag, aanloop=self._inhoud[-1]))
            case Tabel():
                self._inhoud.append(tabel(self._schrijver, blok.hoofdstuk_id))
            case Ligging():
                self._sluit_sectie()
                self._bovenaan = True
                self._liggend = blok.liggend

    def zet_in(self, body: Element) -> None:
        """Put everything into the body; the last section is a child of the body itself."""
        for element in self._inhoud:
            body.append(element)
        body.append(self._sectie())

    def _kop(self, blok: Kop) -> Element:
        ingang = self._koppen[blok.regel]
        eigenschappen = []
        if self._eerste_kop:
            eigenschappen.append(el("pageBreakBefore"))
            self._eerste_kop = False
        if not blok.genummerd:
            eigenschappen.append(el("numPr", el("ilvl", val=0), el("numId", val=0)))
        if self._bovenaan:
            eigenschappen.append(el("spacing", before=0))
            self._bovenaan = False
        if not blok.genummerd:
            eigenschappen.append(el("ind", left=0, firstLine=0))
        tekst = self._schrijver.besturing.bladwijzer(ingang.bladwijzer, [run(blok.tekst)])
        return alinea(f"Heading{blok.niveau}", tekst, *eigenschappen)

    def _sluit_sectie(self) -> None:
        """End the section in its last paragraph; after a table or control in a flat one."""
        laatste = self._inhoud[-1]
        if laatste.tag != qn("w:p"):
            laatste = alinea("UvpCelslot", [])
            self._inhoud.append(laatste)
        laatste.get_or_add_pPr().append(self._sectie())

    def _sectie(self) -> Element:
        voorblad, self._eerste_sectie = self._eerste_sectie, False
        return self._secties.eigenschappen(liggend=self._liggend, voorblad=voorblad)
