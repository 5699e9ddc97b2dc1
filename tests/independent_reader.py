"""Reading a Word file with lxml and zipfile alone: a reader that is not ours."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from uitvoeringsplan.model.answer_markup import ListItem, Paragraph, Run

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W, "r": OFFICE}


def w(naam: str) -> str:
    return f"{{{W}}}{naam}"


@dataclass(frozen=True)
class Alineavorm:
    """A paragraph of a filled control, as another program would read it."""

    stijl: str
    lijst: str  # numId written in the paragraph itself
    niveau: str
    stukken: tuple[Run, ...]

    @property
    def tekst(self) -> str:
        return "".join(stuk.tekst for stuk in self.stukken)


class Gelezen:
    """A Word file, read with lxml and zipfile alone."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as pakket:
            assert pakket.testzip() is None
            self.delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
        self.bomen = {
            naam: etree.fromstring(deel)
            for naam, deel in self.delen.items()
            if naam.endswith((".xml", ".rels"))
        }

    @property
    def document(self) -> Any:
        return self.bomen["word/document.xml"]

    def velden(self, tag: str, deel: str = "word/document.xml") -> list[Any]:
        return self.bomen[deel].xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)

    def veldtekst(self, tag: str, deel: str = "word/document.xml") -> list[str]:
        return [
            "".join(veld.xpath("w:sdtContent//w:t/text()", namespaces=NS))
            for veld in self.velden(tag, deel)
        ]

    def adressen(self) -> dict[str, str]:
        return {
            relatie.get("Id"): relatie.get("Target")
            for relatie in self.bomen["word/_rels/document.xml.rels"]
            if relatie.get("TargetMode") == "External"
        }

    def begin_van(self, lijst: str) -> int:
        """Return the number at which a numbering starts."""
        (waarde,) = self.bomen["word/numbering.xml"].xpath(
            f"//w:num[@w:numId='{lijst}']//w:startOverride/@w:val", namespaces=NS
        )
        return int(waarde)

    def stijl_ids(self) -> dict[str, str]:
        return {
            stijl.find(w("name")).get(w("val")): stijl.get(w("styleId"))
            for stijl in self.bomen["word/styles.xml"].iter(w("style"))
        }

    def alineas(self, tag: str) -> list[Alineavorm]:
        (veld,) = self.velden(tag)
        adressen = self.adressen()
        return [self._alinea(p, adressen) for p in veld.iter(w("p"))]

    def _alinea(self, p: Any, adressen: dict[str, str]) -> Alineavorm:
        def eerste(pad: str) -> str:
            return next(iter(p.xpath(f"w:pPr/{pad}/@w:val", namespaces=NS)), "")

        stukken = []
        for r in p.iter(w("r")):
            ouder = r.getparent()
            tekst = "".join(
                "\n" if e.tag == w("br") else e.text or "" for e in r if e.tag in (w("t"), w("br"))
            )
            stukken.append(
                Run(
                    tekst,
                    vet=r.find(f"{w('rPr')}/{w('b')}") is not None,
                    cursief=r.find(f"{w('rPr')}/{w('i')}") is not None,
                    adres=adressen[ouder.get(f"{{{OFFICE}}}id")]
                    if ouder.tag == w("hyperlink")
                    else "",
                )
            )
        return Alineavorm(
            eerste("w:pStyle"), eerste("w:numPr/w:numId"), eerste("w:numPr/w:ilvl"), tuple(stukken)
        )

    def blokken(self, tag: str) -> tuple[Paragraph | ListItem, ...]:
        """Return what a control says, as the blocks of the markup, numbers counted as Word does."""
        stijlen = self.stijl_ids()
        namen = {stijl_id: naam for naam, stijl_id in stijlen.items()}
        teller: dict[str, int] = {}
        uit: list[Paragraph | ListItem] = []
        for alinea in self.alineas(tag):
            naam = namen.get(alinea.stijl, "")
            if not naam.startswith("List"):
                uit.append(Paragraph(alinea.stukken))
                continue
            niveau = int(naam[-1]) - 1 if naam[-1].isdecimal() else 0
            if naam.startswith("List Bullet"):
                assert not alinea.lijst
                uit.append(ListItem(alinea.stukken, niveau))
                continue
            assert alinea.niveau == str(niveau)
            teller[alinea.lijst] = teller.get(alinea.lijst, self.begin_van(alinea.lijst) - 1) + 1
            uit.append(ListItem(alinea.stukken, niveau, teller[alinea.lijst]))
        return tuple(uit)
