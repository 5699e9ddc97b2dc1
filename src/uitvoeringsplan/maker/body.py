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
    """A heading as the contents list shows it; `time` tells equal headings apart."""

    number: str
    text: str
    level: int
    time: int

    @property
    def bookmark(self) -> str:
        """The name that Word expects of a bookmark its contents list points at."""
        key = f"{self.text}#{self.time}" if self.time > 1 else self.text
        return f"_Toc{zlib.crc32(key.encode()) % 10**9:09d}"


class HeadingCounter:
    """Numbers the headings as Word will do, and keeps them for the contents list."""

    def __init__(self) -> None:
        self.entries: list[ContentsEntry] = []
        self._hoofdstuk = self._section = 0

    def tel(self, level: int, text: str, *, numbered: bool) -> ContentsEntry:
        """Return the entry of the next heading of level 1 or 2."""
        number = ""
        if numbered and level == 1:
            self._hoofdstuk, self._section = self._hoofdstuk + 1, 0
            number = str(self._hoofdstuk)
        elif numbered:
            self._section += 1
            number = f"{self._hoofdstuk}.{self._section}"
        time = 1 + sum(entry.text == text for entry in self.entries)
        self.entries.append(ContentsEntry(number, text, level, time))
        return self.entries[-1]


def contents_list(writer: Writer, lijst: Iterable[ContentsEntry]) -> Element:
    """Return the contents list in the control that Word knows as its own."""
    lines = [_line(entry) for entry in lijst]
    command = field(r'TOC \o "1-2" \h \z \u', "", dirty=True)
    start, slot = command[:3], command[4:]
    first = lines[0]
    place = 1 if first.pPr is not None else 0
    for i, piece in enumerate(start):
        first.insert(place + i, piece)
    kop = paragraph("TOCHeading", [run("Inhoud")])
    return writer.control.onderdeel(
        "Table of Contents", [kop, *lines, paragraph("UvpCelslot", slot)]
    )


def _line(entry: ContentsEntry) -> Element:
    link = el(
        "hyperlink",
        run(f"{entry.number}\t{entry.text}" if entry.number else entry.text),
        anchor=entry.bookmark,
        history=1,
    )
    return paragraph(f"TOC{entry.level}", [link])


COLUMNS = ("Wat", "Hoe", "Lokale uitwerking")

# Answers are by far the longest, so most of the width is theirs.
_WIDTHS = (2900, 3500, WIDTH_LYING - 2900 - 3500)


def table(writer: Writer, hoofdstuk_id: str) -> Element:
    """Return the table with a row for each row of the chapter."""
    hoofdstuk = writer.hoofdstuk(hoofdstuk_id)
    properties = el(
        "tblPr",
        el("tblStyle", val="UvpTabel"),
        el("tblW", w=sum(_WIDTHS), type="dxa"),
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
    grid = el("tblGrid", *(el("gridCol", w=width) for width in _WIDTHS))
    rows = [_rij(writer, row) for row in hoofdstuk.rijen]
    return el("tbl", properties, grid, _header_row(), *rows)


def _header_row() -> Element:
    cells = []
    for i, column in enumerate(COLUMNS):
        cell = _cel(i, [paragraph("UvpTabelkop", [run(column)])])
        if i:
            # Without it a white hairline shows between two cells of one colour.
            edge = el("left", val="single", sz=4, space=0, color=ACCENT, themeColor="accent1")
            cell.tcPr.append(el("tcBorders", edge))
        cell.tcPr.append(el("shd", val="clear", color="auto", fill=ACCENT, themeFill="accent1"))
        cells.append(cell)
    return el("tr", el("trPr", el("cantSplit"), el("tblHeader")), *cells)


def _rij(writer: Writer, row: Rij) -> Element:
    what = [paragraph("UvpRijtitel", [run(row.titel)]), *writer.opmaak(row.wat)]
    lokaal = writer.opmaak(row.lokaal)
    for vraag in row.vragen:
        lokaal += writer.vraag(vraag, top=not lokaal)
    if row.vragen:
        # Word wants a paragraph, not a control, at the end of a cell.
        lokaal.append(paragraph("UvpCelslot", []))
    return el("tr", _cel(0, what), _cel(1, writer.opmaak(row.hoe)), _cel(2, lokaal))


def _cel(column: int, content: list[Element]) -> Element:
    return el("tc", el("tcPr", el("tcW", w=_WIDTHS[column], type="dxa")), *content)


class BodyBuilder:
    """Takes in the blocks of the source one by one."""

    def __init__(self, writer: Writer, sections: Sections) -> None:
        self._writer = writer
        self._sections = sections
        self._construct = ElementRow(writer.control)
        self._counter = HeadingCounter()
        self._top = True  # the next heading stands at the top of a page
        self._new_page = False  # and has to see to that itself

    def schrijf(self, block: Blok) -> None:
        """Add a block of the source."""
        if self._construct.take(block):
            return
        content = self._construct.content
        match block:
            case Heading():
                content.append(self._kop(block.level, block.text, numbered=block.numbered))
            case SourceText():
                content.append(self._writer.text(block))
            case Pair():
                content.append(self._writer.pair(block, "UvpFeit", "UvpFeitlabel"))
            case AnswerPlace():
                vraag = self._writer.vragenlijst.vraag(block.vraag_id)
                content.append(self._writer.antwoord(vraag, run_up=content[-1]))
            case SourcePlace():
                self._place(block)
            case PageBreak():
                self._top = self._new_page = True
            case Orientation():
                self._close_section(landscape=not block.landscape)
                self._top = True

    def put_in(self, body: Element) -> None:
        """Put everything into the body; the last section is a child of the body itself."""
        lijst = contents_list(self._writer, self._counter.entries)
        section = self._sections.properties(landscape=False, cover=True)
        body.extend([*title_page(self._writer), lijst, _sluiter(section)])
        body.extend(self._construct.content)
        body.append(self._sections.properties(landscape=False))

    def _place(self, block: SourcePlace) -> None:
        content = self._construct.content
        if block.kind == "tabel":
            content.append(table(self._writer, block.id))
        elif block.kind == "koppen":
            for row in self._writer.hoofdstuk(block.id).rijen:
                self._rij(row)
        else:  # the paragraph above a drawing goes when there is nothing to draw
            content.append(self._writer.place(block, content.pop()))

    def _rij(self, row: Rij) -> None:
        """Write a row of the table as a section with headings."""
        writer, content = self._writer, self._construct.content
        content.append(self._kop(2, row.titel, numbered=True))
        lokaal = writer.opmaak(row.lokaal)
        for vraag in row.vragen:
            lokaal += writer.vraag(vraag, style="Heading4", top=not lokaal)
        parts = (writer.opmaak(row.wat), writer.opmaak(row.hoe), lokaal)
        for titel, part in zip(COLUMNS, parts, strict=True):
            if part:
                content += [paragraph("Heading3", [run(titel)], *_without_number()), *part]

    def _kop(self, level: int, text: str, *, numbered: bool) -> Element:
        entry = self._counter.tel(level, text, numbered=numbered)
        properties = []
        if self._new_page:
            properties.append(el("pageBreakBefore"))
        los = [] if numbered else _without_number()
        properties += los[:1]
        if self._top:
            properties.append(el("spacing", before=0))
        properties += los[1:]
        self._top = self._new_page = False
        content = self._writer.control.bookmark(entry.bookmark, [run(text)])
        return paragraph(f"Heading{level}", content, *properties)

    def _close_section(self, *, landscape: bool) -> None:
        """End the section in its last paragraph; after a table or control in a flat one."""
        content = self._construct.content
        section = self._sections.properties(landscape=landscape)
        if content and content[-1].tag == qn("w:p"):
            content[-1].get_or_add_pPr().append(section)
        else:
            content.append(_sluiter(section))


def _sluiter(section: Element) -> Element:
    """Return a paragraph of no height that ends a section."""
    result = paragraph("UvpCelslot", [])
    result.get_or_add_pPr().append(section)
    return result


def _without_number() -> list[Element]:
    """Return what takes number and margin from a heading, in the order that Word wants."""
    return [el("numPr", el("ilvl", val=0), el("numId", val=0)), el("ind", left=0, firstLine=0)]
