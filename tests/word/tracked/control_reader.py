"""What a document says in its controls, read with lxml: blocks, lines and rows."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from independent_reader import NS, OFFICE, w
from uitvoeringsplan.model.answer_markup import (
    ListItem,
    Paragraph,
    Run,
    normalise_runs,
    read_markup,
)
from uitvoeringsplan.model.tabel import EMPTY_CELL, visible_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.ooxml.counters import load_counters
from uitvoeringsplan.word.writing.control_content import NOT_KNOWN, field_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
_STYLES = {
    "List Bullet": (0, False), "List Bullet 2": (1, False),
    "List Number": (0, True), "List Number 2": (1, True),
}  # fmt: skip
START, END = "«{}»", "«/{}»"


class Document:
    """A Word file as a reader sees it; what a placeholder says counts as nothing."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.tree = etree.fromstring(self.parts["word/document.xml"])
        rels = etree.fromstring(self.parts["word/_rels/document.xml.rels"])
        self._addresses = {rel.get("Id"): rel.get("Target") for rel in rels}
        styles = etree.fromstring(self.parts["word/styles.xml"])
        self._styles = {
            style.get(w("styleId")): style.find(w("name")).get(w("val"))
            for style in styles.iter(w("style"))
        }
        self._punten = dict(self._tel())

    def forms(self, tag: str) -> list[Any]:
        """Return the answers in the controls with this tag, in the order of the document."""
        return [
            self._content(field.find(w("sdtContent")), field)
            for field in self.tree.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)
        ]

    def blocks(self, paragraphs: Iterable[Any]) -> tuple[Paragraph | ListItem, ...]:
        """Return paragraphs as the blocks of the markup; without words they say nothing."""
        result: list[Paragraph | ListItem] = []
        for paragraph in paragraphs:
            runs = normalise_runs(self._runs(paragraph))
            if runs:
                form = self._punten.get(paragraph)
                result.append(Paragraph(runs) if form is None else ListItem(runs, *form))
        return tuple(result)

    def tabel(self, tabel: Any) -> list[dict[str, str]]:
        """Return the rows by header; a dash is an empty cell."""
        koppen, *rows = [
            ["".join(t.text or "" for t in cell.iter(w("t"))) for cell in row.iter(w("tc"))]
            for row in tabel.iter(w("tr"))
        ]
        assert all(koppen)
        return [
            {kop: cell for kop, cell in zip(koppen, row, strict=True) if cell != EMPTY_CELL}
            for row in rows
        ]

    def _content(self, bak: Any, field: Any) -> Any:
        in_paragraph = next(field.iterancestors(w("p")), None) is not None
        if field.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            return "" if in_paragraph else ()
        if in_paragraph:
            return "".join(run.text for run in self._runs(bak))
        return self.content_of(list(bak))

    def content_of(self, elements: list[Any]) -> Any:
        """Return what stands in a row of paragraphs and tables: rows, or blocks."""
        tabellen = [element for element in elements if element.tag == w("tbl")]
        if tabellen:
            (tabel,) = tabellen
            after = [e for e in elements if e.tag == w("p")]
            assert not self.blocks(after), "naast een tabel staat niets"
            return self.tabel(tabel)
        return self.blocks(elements)

    def _tel(self) -> Iterator[tuple[Any, tuple[int, int | None]]]:
        """Count all points of the document as Word does, and return level and number."""
        counters = load_counters(self.parts["word/numbering.xml"], "nummering", "proef.docx")
        for paragraph in self.tree.iter(w("p")):
            style = "".join(paragraph.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
            num = "".join(paragraph.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS))
            name = self._styles.get(style, "")
            form = next((v for k, v in _STYLES.items() if k.lower() == name.lower()), None)
            if form is None:
                continue
            level, numbered = form
            layer = "".join(paragraph.xpath("w:pPr/w:numPr/w:ilvl/@w:val", namespaces=NS))
            number = counters.tel(num, int(layer or level)).value if num else 0
            yield paragraph, (level, number if numbered else None)

    def _runs(self, element: Any) -> list[Run]:
        """Return the runs, those of a field that is a link too."""
        result: list[Run] = []
        command, adres = None, ""
        for r in element.iter(w("r")):
            for sign in r.findall(w("fldChar")):
                kind = sign.get(w("fldCharType"))
                if kind == "begin":
                    command = ""
                elif kind == "separate":
                    link = _LINK.match(command or "")
                    adres = link[1] if link else ""
                else:
                    command, adres = None, ""
            if command is not None:
                command += "".join(i.text or "" for i in r.findall(w("instrText")))
            text = "".join(
                "\n" if e.tag == w("br") else e.text or "" for e in r if e.tag in (w("t"), w("br"))
            )
            parent = r.getparent()
            own = (
                self._addresses[parent.get(f"{{{OFFICE}}}id")]
                if parent.tag == w("hyperlink")
                else adres
            )
            if text:
                result.append(Run(text, _aan(r, "b"), _aan(r, "i"), _aan(r, "strike"), own))
        return result


def _aan(run: Any, name: str) -> bool:
    element = run.find(f"{w('rPr')}/{w(name)}")
    return element is not None and element.get(w("val"), "1") not in ("0", "false")


def expected(plan: Plan, vraag: Vraag, *, in_paragraph: bool, is_vraag: bool) -> Any:
    """Return what a control must say for a plan: text in a line, rows, or blocks."""
    value = plan.value(vraag)
    if in_paragraph:
        return field_text(vraag, value) if value else NOT_KNOWN * plan.is_definitief
    empty = vraag.empty_text if is_vraag else NOT_KNOWN
    if not value:
        return (Paragraph((Run(empty),)),) if plan.is_definitief else ()
    if vraag.type is TYPES["tabel"]:
        koppen, rows = visible_tabel(vraag, value)
        return [{k: cell for k, cell in zip(koppen, row, strict=True) if cell} for row in rows]
    if not vraag.type.is_block:
        return (Paragraph((Run(field_text(vraag, value)),)),)
    return read_markup(value)
