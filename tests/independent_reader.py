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


def w(name: str) -> str:
    return f"{{{W}}}{name}"


@dataclass(frozen=True)
class Alineavorm:
    """A paragraph of a filled control, as another program would read it."""

    style: str
    lijst: str  # numId written in the paragraph itself
    level: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Gelezen:
    """A Word file, read with lxml and zipfile alone."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees = {
            name: etree.fromstring(part)
            for name, part in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    @property
    def document(self) -> Any:
        return self.trees["word/document.xml"]

    def velden(self, tag: str, part: str = "word/document.xml") -> list[Any]:
        return self.trees[part].xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)

    def field_text(self, tag: str, part: str = "word/document.xml") -> list[str]:
        return [
            "".join(veld.xpath("w:sdtContent//w:t/text()", namespaces=NS))
            for veld in self.velden(tag, part)
        ]

    def addresses(self) -> dict[str, str]:
        return {
            relationship.get("Id"): relationship.get("Target")
            for relationship in self.trees["word/_rels/document.xml.rels"]
            if relationship.get("TargetMode") == "External"
        }

    def start_start(self, lijst: str) -> int:
        """Return the number at which a numbering starts."""
        (value,) = self.trees["word/numbering.xml"].xpath(
            f"//w:num[@w:numId='{lijst}']//w:startOverride/@w:val", namespaces=NS
        )
        return int(value)

    def style_ids(self) -> dict[str, str]:
        return {
            style.find(w("name")).get(w("val")): style.get(w("styleId"))
            for style in self.trees["word/styles.xml"].iter(w("style"))
        }

    def paragraphs(self, tag: str) -> list[Alineavorm]:
        (veld,) = self.velden(tag)
        addresses = self.addresses()
        return [self._paragraph(p, addresses) for p in veld.iter(w("p"))]

    def _paragraph(self, p: Any, addresses: dict[str, str]) -> Alineavorm:
        def first(path: str) -> str:
            return next(iter(p.xpath(f"w:pPr/{path}/@w:val", namespaces=NS)), "")

        runs = []
        for r in p.iter(w("r")):
            parent = r.getparent()
            text = "".join(
                "\n" if e.tag == w("br") else e.text or "" for e in r if e.tag in (w("t"), w("br"))
            )
            runs.append(
                Run(
                    text,
                    vet=r.find(f"{w('rPr')}/{w('b')}") is not None,
                    cursief=r.find(f"{w('rPr')}/{w('i')}") is not None,
                    adres=addresses[parent.get(f"{{{OFFICE}}}id")]
                    if parent.tag == w("hyperlink")
                    else "",
                )
            )
        return Alineavorm(
            first("w:pStyle"), first("w:numPr/w:numId"), first("w:numPr/w:ilvl"), tuple(runs)
        )

    def blocks(self, tag: str) -> tuple[Paragraph | ListItem, ...]:
        """Return what a control says, as the blocks of the markup, numbers counted as Word does."""
        styles = self.style_ids()
        names = {style_id: name for name, style_id in styles.items()}
        counter: dict[str, int] = {}
        result: list[Paragraph | ListItem] = []
        for paragraph in self.paragraphs(tag):
            name = names.get(paragraph.style, "")
            if not name.startswith("List"):
                result.append(Paragraph(paragraph.runs))
                continue
            level = int(name[-1]) - 1 if name[-1].isdecimal() else 0
            if name.startswith("List Bullet"):
                assert not paragraph.lijst
                result.append(ListItem(paragraph.runs, level))
                continue
            assert paragraph.level == str(level)
            counter[paragraph.lijst] = (
                counter.get(paragraph.lijst, self.start_start(paragraph.lijst) - 1) + 1
            )
            result.append(ListItem(paragraph.runs, level, counter[paragraph.lijst]))
        return tuple(result)
