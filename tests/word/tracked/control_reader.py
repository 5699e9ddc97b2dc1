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
_STIJLEN = {
    "List Bullet": (0, False), "List Bullet 2": (1, False),
    "List Number": (0, True), "List Number 2": (1, True),
}  # fmt: skip
BEGIN, EINDE = "«{}»", "«/{}»"


class Document:
    """A Word file as a reader sees it; what a placeholder says counts as nothing."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as pakket:
            self.delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
        self.boom = etree.fromstring(self.delen["word/document.xml"])
        rels = etree.fromstring(self.delen["word/_rels/document.xml.rels"])
        self._adressen = {rel.get("Id"): rel.get("Target") for rel in rels}
        stijlen = etree.fromstring(self.delen["word/styles.xml"])
        self._stijlen = {
            stijl.get(w("styleId")): stijl.find(w("name")).get(w("val"))
            for stijl in stijlen.iter(w("style"))
        }
        self._punten = dict(self._tel())

    def vormen(self, tag: str) -> list[Any]:
        """Return the answers in the controls with this tag, in the order of the document."""
        return [
            self._inhoud(veld.find(w("sdtContent")), veld)
            for veld in self.boom.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)
        ]

    def blokken(self, alineas: Iterable[Any]) -> tuple[Paragraph | ListItem, ...]:
        """Return paragraphs as the blocks of the markup; without words they say nothing."""
        uit: list[Paragraph | ListItem] = []
        for alinea in alineas:
            stukken = normalise_runs(self._stukken(alinea))
            if stukken:
                vorm = self._punten.get(alinea)
                uit.append(Paragraph(stukken) if vorm is None else ListItem(stukken, *vorm))
        return tuple(uit)

    def tabel(self, tabel: Any) -> list[dict[str, str]]:
        """Return the rows by header; a dash is an empty cell."""
        koppen, *rijen = [
            ["".join(t.text or "" for t in cel.iter(w("t"))) for cel in rij.iter(w("tc"))]
            for rij in tabel.iter(w("tr"))
        ]
        assert all(koppen)
        return [
            {kop: cel for kop, cel in zip(koppen, rij, strict=True) if cel != EMPTY_CELL}
            for rij in rijen
        ]

    def _inhoud(self, bak: Any, veld: Any) -> Any:
        in_alinea = next(veld.iterancestors(w("p")), None) is not None
        if veld.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            return "" if in_alinea else ()
        if in_alinea:
            return "".join(stuk.tekst for stuk in self._stukken(bak))
        return self.inhoud_van(list(bak))

    def inhoud_van(self, elementen: list[Any]) -> Any:
        """Return what stands in a row of paragraphs and tables: rows, or blocks."""
        tabellen = [element for element in elementen if element.tag == w("tbl")]
        if tabellen:
            (tabel,) = tabellen
            na = [e for e in elementen if e.tag == w("p")]
            assert not self.blokken(na), "naast een tabel staat niets"
            return self.tabel(tabel)
        return self.blokken(elementen)

    def _tel(self) -> Iterator[tuple[Any, tuple[int, int | None]]]:
        """Count all points of the document as Word does, and return level and number."""
        tellers = load_counters(self.delen["word/numbering.xml"], "nummering", "proef.docx")
        for alinea in self.boom.iter(w("p")):
            stijl = "".join(alinea.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
            num = "".join(alinea.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS))
            naam = self._stijlen.get(stijl, "")
            vorm = next((v for k, v in _STIJLEN.items() if k.lower() == naam.lower()), None)
            if vorm is None:
                continue
            niveau, genummerd = vorm
            laag = "".join(alinea.xpath("w:pPr/w:numPr/w:ilvl/@w:val", namespaces=NS))
            nummer = tellers.tel(num, int(laag or niveau)).waarde if num else 0
            yield alinea, (niveau, nummer if genummerd else None)

    def _stukken(self, element: Any) -> list[Run]:
        """Return the runs, those of a field that is a link too."""
        uit: list[Run] = []
        opdracht, adres = None, ""
        for r in element.iter(w("r")):
            for teken in r.findall(w("fldChar")):
                soort = teken.get(w("fldCharType"))
                if soort == "begin":
                    opdracht = ""
                elif soort == "separate":
                    link = _LINK.match(opdracht or "")
                    adres = link[1] if link else ""
                else:
                    opdracht, adres = None, ""
            if opdracht is not None:
                opdracht += "".join(i.text or "" for i in r.findall(w("instrText")))
            tekst = "".join(
                "\n" if e.tag == w("br") else e.text or "" for e in r if e.tag in (w("t"), w("br"))
            )
            ouder = r.getparent()
            eigen = (
                self._adressen[ouder.get(f"{{{OFFICE}}}id")]
                if ouder.tag == w("hyperlink")
                else adres
            )
            if tekst:
                uit.append(Run(tekst, _aan(r, "b"), _aan(r, "i"), eigen))
        return uit


def _aan(run: Any, naam: str) -> bool:
    element = run.find(f"{w('rPr')}/{w(naam)}")
    return element is not None and element.get(w("val"), "1") not in ("0", "false")


def verwacht(plan: Plan, vraag: Vraag, *, in_alinea: bool, is_vraag: bool) -> Any:
    """Return what a control must say for a plan: text in a line, rows, or blocks."""
    waarde = plan.waarde(vraag)
    if in_alinea:
        return field_text(vraag, waarde) if waarde else NOT_KNOWN * plan.is_definitief
    leeg = vraag.empty_text if is_vraag else NOT_KNOWN
    if not waarde:
        return (Paragraph((Run(leeg),)),) if plan.is_definitief else ()
    if vraag.type is TYPES["tabel"]:
        koppen, rijen = visible_tabel(vraag, waarde)
        return [{k: cel for k, cel in zip(koppen, rij, strict=True) if cel} for rij in rijen]
    if not vraag.type.is_blok:
        return (Paragraph((Run(field_text(vraag, waarde)),)),)
    return read_markup(waarde)
