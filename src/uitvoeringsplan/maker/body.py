"""The body of the document: title page, contents list, tables and text, section after section.

The contents list is a real field for Word, filled beforehand for every program that is not Word.
The field is marked dirty, so Word works it out again on opening, without a question, and adds the
page numbers. What is stored here shows the headings of the template; making a document replaces
it by the headings of that document (see `uitvoeringsplan.word.sjabloon.contents_list`).

Rows of a table may break over pages, for answers are long. What stays together: a question and the
first lines of its answer. The title in the first column must not ask to stay with what follows:
Word reads that as "keep this row with the next one" and pushes whole rows to a new page.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from uitvoeringsplan.maker.controls import ElementRow
from uitvoeringsplan.maker.elements import Element, el, field, paragraph, run
from uitvoeringsplan.maker.looks import ACCENT, WIDTH_LYING
from uitvoeringsplan.maker.pages import title_page
from uitvoeringsplan.maker.source import (
    AnswerPlace,
    Heading,
    Orientation,
    PageBreak,
    Pair,
    SourcePlace,
    SourceText,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.maker.pages import Sections
    from uitvoeringsplan.maker.source import Blok
    from uitvoeringsplan.maker.writer import Writer
    from uitvoeringsplan.model.vragenlijst import Rij


@dataclass(frozen=True, slots=True)
class ContentsEntry:
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


class HeadingCounter:
    """Numbers the headings as Word will do, and keeps them for the contents list."""

    def __init__(self) -> None:
        self.ingangen: list[ContentsEntry] = []
        self._hoofdstuk = self._paragraaf = 0

    def tel(self, niveau: int, tekst: str, *, genummerd: bool) -> ContentsEntry:
        """Return the entry of the next heading of level 1 or 2."""
        nummer = ""
        if genummerd and niveau == 1:
            self._hoofdstuk, self._paragraaf = self._hoofdstuk + 1, 0
            nummer = str(self._hoofdstuk)
        elif genummerd:
            self._paragraaf += 1
            nummer = f"{self._hoofdstuk}.{self._paragraaf}"
        keer = 1 + sum(ingang.tekst == tekst for ingang in self.ingangen)
        self.ingangen.append(ContentsEntry(nummer, tekst, niveau, keer))
        return self.ingangen[-1]


def contents_list(schrijver: Writer, lijst: Iterable[ContentsEntry]) -> Element:
    """Return the contents list in the control that Word knows as its own."""
    regels = [_regel(ingang) for ingang in lijst]
    opdracht = field(r'TOC \o "1-2" \h \z \u', "", vuil=True)
    begin, slot = opdracht[:3], opdracht[4:]
    eerste = regels[0]
    plek = 1 if eerste.pPr is not None else 0
    for i, stuk in enumerate(begin):
        eerste.insert(plek + i, stuk)
    kop = paragraph("TOCHeading", [run("Inhoud")])
    return schrijver.besturing.onderdeel(
        "Table of Contents", [kop, *regels, paragraph("UvpCelslot", slot)]
    )


def _regel(ingang: ContentsEntry) -> Element:
    link = el(
        "hyperlink",
        run(f"{ingang.nummer}\t{ingang.tekst}" if ingang.nummer else ingang.tekst),
        anchor=ingang.bladwijzer,
        history=1,
    )
    return paragraph(f"TOC{ingang.niveau}", [link])


COLUMNS = ("Wat", "Hoe", "Lokale uitwerking")

# Answers are by far the longest, so most of the width is theirs.
_BREEDTES = (2900, 3500, WIDTH_LYING - 2900 - 3500)


def table(schrijver: Writer, hoofdstuk_id: str) -> Element:
    """Return the table with a row for each row of the chapter."""
    hoofdstuk = schrijver.hoofdstuk(hoofdstuk_id)
    eigenschappen = el(
        "tblPr",
        el("tblStyle", val="UvpTabel"),
        el("tblW", w=sum(_BREEDTES), type="dxa"),
        el("tblLayout", type="fixed"),
        el(
            "tblLook",
            val="04A0",
            firstRow=1,
            lastRow=0,
            firstColumn=1,
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
        el("tblCaption", val=hoofdstuk.titel),
        el("tblDescription", val=f"Per onderdeel: {', '.join(COLUMNS).lower()}."),
    )
    raster = el("tblGrid", *(el("gridCol", w=breedte) for breedte in _BREEDTES))
    rijen = [_rij(schrijver, rij) for rij in hoofdstuk.rijen]
    return el("tbl", eigenschappen, raster, _kopregel(), *rijen)


def _kopregel() -> Element:
    cellen = []
    for i, kolom in enumerate(COLUMNS):
        cel = _cel(i, [paragraph("UvpTabelkop", [run(kolom)])])
        if i:
            # Without it a white hairline shows between two cells of one colour.
            rand = el("left", val="single", sz=4, space=0, color=ACCENT, themeColor="accent1")
            cel.tcPr.append(el("tcBorders", rand))
        cel.tcPr.append(el("shd", val="clear", color="auto", fill=ACCENT, themeFill="accent1"))
        cellen.append(cel)
    return el("tr", el("trPr", el("cantSplit"), el("tblHeader")), *cellen)


def _rij(schrijver: Writer, rij: Rij) -> Element:
    wat = [paragraph("UvpRijtitel", [run(rij.titel)]), *schrijver.opmaak(rij.wat)]
    lokaal = schrijver.opmaak(rij.lokaal)
    for vraag in rij.vragen:
        lokaal += schrijver.vraag(vraag, bovenaan=not lokaal)
    if rij.vragen:
        # Word wants a paragraph, not a control, at the end of a cell.
        lokaal.append(paragraph("UvpCelslot", []))
    return el("tr", _cel(0, wat), _cel(1, schrijver.opmaak(rij.hoe)), _cel(2, lokaal))


def _cel(kolom: int, inhoud: list[Element]) -> Element:
    return el("tc", el("tcPr", el("tcW", w=_BREEDTES[kolom], type="dxa")), *inhoud)


class BodyBuilder:
    """Takes in the blocks of the source one by one."""

    def __init__(self, schrijver: Writer, secties: Sections) -> None:
        self._schrijver = schrijver
        self._secties = secties
        self._bouwsel = ElementRow(schrijver.besturing)
        self._teller = HeadingCounter()
        self._bovenaan = True  # the next heading stands at the top of a page
        self._nieuwe_pagina = False  # and has to see to that itself

    def schrijf(self, blok: Blok) -> None:
        """Add a block of the source."""
        if self._bouwsel.neem(blok):
            return
        inhoud = self._bouwsel.inhoud
        match blok:
            case Heading():
                inhoud.append(self._kop(blok.niveau, blok.tekst, genummerd=blok.genummerd))
            case SourceText():
                inhoud.append(self._schrijver.tekst(blok))
            case Pair():
                inhoud.append(self._schrijver.paar(blok, "UvpFeit", "UvpFeitlabel"))
            case AnswerPlace():
                vraag = self._schrijver.vragenlijst.vraag(blok.vraag_id)
                inhoud.append(self._schrijver.antwoord(vraag, aanloop=inhoud[-1]))
            case SourcePlace():
                self._plek(blok)
            case PageBreak():
                self._bovenaan = self._nieuwe_pagina = True
            case Orientation():
                self._sluit_sectie(liggend=not blok.liggend)
                self._bovenaan = True

    def zet_in(self, body: Element) -> None:
        """Put everything into the body; the last section is a child of the body itself."""
        lijst = contents_list(self._schrijver, self._teller.ingangen)
        sectie = self._secties.eigenschappen(liggend=False, voorblad=True)
        body.extend([*title_page(self._schrijver), lijst, _sluiter(sectie)])
        body.extend(self._bouwsel.inhoud)
        body.append(self._secties.eigenschappen(liggend=False))

    def _plek(self, blok: SourcePlace) -> None:
        inhoud = self._bouwsel.inhoud
        if blok.soort == "tabel":
            inhoud.append(table(self._schrijver, blok.id))
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
        for titel, deel in zip(COLUMNS, delen, strict=True):
            if deel:
                inhoud += [paragraph("Heading3", [run(titel)], *_zonder_nummer()), *deel]

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
        return paragraph(f"Heading{niveau}", inhoud, *eigenschappen)

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
    uit = paragraph("UvpCelslot", [])
    uit.get_or_add_pPr().append(sectie)
    return uit


def _zonder_nummer() -> list[Element]:
    """Return what takes number and margin from a heading, in the order that Word wants."""
    return [el("numPr", el("ilvl", val=0), el("numId", val=0)), el("ind", left=0, firstLine=0)]
