"""An independent filler: a tree of lxml instead of spliced bytes.

It is written from the promises, not from the code, and knows our own template alone: its styles,
its two levels of headings, and conditions without brackets.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from independent_table import tabel
from lxml.builder import ElementMaker

from independent_reader import NS, OFFICE, W, w
from uitvoeringsplan.model.answer_markup import Paragraph, read_markup
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.word.writing.control_content import field_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag

E = ElementMaker(namespace=W, nsmap={"w": W})
BLANK = "{http://www.w3.org/XML/1998/namespace}space"
NIETS_VASTGELEGD = "Hierover is in dit plan niets vastgelegd."


class Vuller:
    def __init__(self, document: etree._Element, following: int, relationships: int) -> None:
        self.document = document
        self.following = following
        self.addresses: dict[str, str] = {}
        self.relationships = relationships  # how many there are, rId1 and on
        kleuren = document.xpath("//w:shd[@w:themeFill='accent1']/@w:fill", namespaces=NS)
        self.filling = kleuren[0]
        numbers = document.xpath("//w:bookmarkStart/@w:id", namespaces=NS)
        self.bookmarks = max(map(int, numbers)) + 1

    def vul(self, vragenlijst, plan: Plan) -> None:
        snijd(self.document, values(vragenlijst, plan))
        for field in self.document.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
            vraag = vragenlijst.vraag(tag_of(field))
            value = plan.value(vraag)
            definitief = plan.gegevens.get("status") in ("vastgesteld", "vervallen")
            content = field.find(w("sdtContent"))
            if value or definitief:
                for flag in field.findall(f"{w('sdtPr')}/{w('showingPlcHdr')}"):
                    flag.getparent().remove(flag)
            if value:
                self.set_antwoord(field, content, vraag, value)
            elif definitief:
                is_gegeven = vraag in vragenlijst.gegevens
                text = "–" if is_gegeven else vraag.leeg or NIETS_VASTGELEGD
                self.set_line(field, content, text)
            in_paragraph = any(parent.tag == w("p") for parent in field.iterancestors())
            if (value or definitief) and not in_paragraph:
                self.set_bookmark(content, tag_of(field), vragenlijst)
        vul_inhoudsopgave(self.document)

    def set_bookmark(self, content, tag: str, vragenlijst) -> None:
        number = str(self.bookmarks + [vraag.id for vraag in vragenlijst.vragen].index(tag))
        first = next(content.iter(w("p")))
        place = 1 if len(first) and first[0].tag == w("pPr") else 0
        name = f"uva_{tag.replace('-', '_')}"
        first.insert(place, E.bookmarkStart({w("id"): number, w("name"): name}))
        first.insert(place + 1, E.bookmarkEnd({w("id"): number}))

    def set_antwoord(self, field, content, vraag: Vraag, value: str) -> None:
        in_paragraph = any(parent.tag == w("p") for parent in field.iterancestors())
        if in_paragraph or not vraag.type.is_block:
            self.set_line(field, content, field_text(vraag, value))
            return
        ppr = content.find(f"{w('p')}/{w('pPr')}")
        if vraag.type is TYPES["tabel"]:
            blocks = list(tabel(E, vraag, value, self.loop, self.filling))
        else:
            blocks = list(self.paragraphs(value, ppr))
        content[:] = blocks

    def set_line(self, field, content, text: str) -> None:
        dress = [deepcopy(e) for e in field.iterfind(f"{w('sdtPr')}/{w('rPr')}/*")]
        loop = self.loop(text, dress)
        if any(parent.tag == w("p") for parent in field.iterancestors()):
            content[:] = [loop]
        else:
            content[:] = [self.paragraph(content.find(f"{w('p')}/{w('pPr')}"), [loop])]

    def paragraphs(self, value: str, ppr):
        open_lijsten: list[str | None] = [None, None]
        for block in read_markup(value):
            loops = [self.run(run) for run in block.runs]
            if isinstance(block, Paragraph):
                open_lijsten = [None, None]
                yield self.paragraph(ppr, loops)
                continue
            if block.level == 0:
                open_lijsten[1] = None
            kind = "ListBullet" if block.number is None else "ListNumber"
            own = E.pPr(E.pStyle({w("val"): kind + ("2" if block.level else "")}))
            if block.number is None:
                open_lijsten[block.level] = None
            else:
                if open_lijsten[block.level] is None:
                    open_lijsten[block.level] = str(self.following)
                    self.following += 1
                own.append(
                    E.numPr(
                        E.ilvl({w("val"): str(block.level)}),
                        E.numId({w("val"): open_lijsten[block.level]}),
                    )
                )
            yield self.paragraph(own, loops)

    @staticmethod
    def paragraph(ppr, loops):
        p = E.p(*loops)
        if ppr is not None:
            p.insert(0, deepcopy(ppr))
        return p

    def run(self, run):
        dress = [E.b()] * run.vet + [E.i()] * run.cursief
        if not run.adres:
            return self.loop(run.text, dress)
        number = self.relationships + len(self.addresses) + 1
        id_ = self.addresses.setdefault(run.adres, f"rId{number}")
        style = E.rStyle({w("val"): "Hyperlink"})
        return E.hyperlink(
            self.loop(run.text, [style, *dress]), {f"{{{OFFICE}}}id": id_, w("history"): "1"}
        )

    @staticmethod
    def loop(text: str, dress=()):
        r = E.r(E.rPr(*dress)) if dress else E.r()
        for i, line in enumerate(text.split("\n")):
            if i:
                r.append(E.br())
            if line:
                r.append(E.t(line, {BLANK: "preserve"}))
        return r


# What the template has for one plan only.


def tag_of(sdt) -> str:
    return next(iter(sdt.xpath("w:sdtPr/w:tag/@w:val", namespaces=NS)), "")


def values(vragenlijst, plan: Plan) -> Callable[[str], str]:
    """Return what a name in a condition stands for."""
    known = {vraag.id: plan.value(vraag) for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)}
    for hoofdstuk in vragenlijst.hoofdstukken:
        together = "".join(plan.text(vraag) for vraag in hoofdstuk.vragen)
        for row in hoofdstuk.rijen:
            known[row.id] = "".join(plan.text(vraag) for vraag in row.vragen)
            together += known[row.id]
        known[hoofdstuk.id] = together
    known["concept"] = "nee" if known["status"] in ("vastgesteld", "vervallen") else "ja"
    return known.__getitem__


def geldt(voorwaarde: str, value: Callable[[str], str]) -> bool:
    """Weigh a condition of our template: `of` binds less than `en`, and there are no brackets."""

    def bewering(text: str) -> bool:
        name, sign, rest = re.fullmatch(r"(\S+) (is|=|!=) (.+)", text).groups()
        if sign == "is":
            return bool(value(name)) == {"ingevuld": True, "leeg": False}[rest]
        return (value(name).casefold() == rest.strip("'\"").casefold()) == (sign == "=")

    return any(all(map(bewering, part.split(" en "))) for part in voorwaarde.split(" of "))


def snijd(tree, value: Callable[[str], str]) -> None:
    """Cut what does not hold, unwrap what does, and take away places for what is not there."""
    first = "(//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'als: ')])[1]"
    while found := tree.xpath(first, namespaces=NS):
        (part,) = found
        place = part.getparent().index(part)
        content = list(part.find(w("sdtContent")))
        stays = geldt(tag_of(part).removeprefix("als: "), value)
        part.getparent()[place : place + 1] = content if stays else []
    for sdt in tree.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
        if tag_of(sdt).startswith("beeld: ") or tag_of(sdt) == "adres":
            sdt.getparent().remove(sdt)
    for bookmark in tree.iter(w("bookmarkStart")):
        name = bookmark.get(w("name"))
        if name.startswith("uvk_"):
            bookmark.set(w("name"), "uvp_" + name.removeprefix("uvk_"))


# The contents list.


def koppen(document) -> list[tuple[int, str, str, str]]:
    """Return the headings of our template as (level, number, text, bookmark)."""
    result = []
    stand = [0, 0]
    for p in document.iter(w("p")):
        style = "".join(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
        if style not in ("Heading1", "Heading2"):
            continue
        level = int(style[-1])
        number = ""
        if p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS) != ["0"]:
            stand = [stand[0] + 1, 0] if level == 1 else [stand[0], stand[1] + 1]
            number = ".".join(map(str, stand[:level]))
        text = " ".join("".join(p.xpath(".//w:t/text()", namespaces=NS)).split())
        (anchor,) = p.xpath("w:bookmarkStart/@w:name[starts-with(., '_Toc')]", namespaces=NS)
        result.append((level, number, text, anchor))
    return result


def vul_inhoudsopgave(document) -> None:
    (lijst,) = document.xpath("//w:sdt[w:sdtPr/w:docPartObj]/w:sdtContent", namespaces=NS)
    titel, first, *_, slot = lijst
    field = first.findall(w("r"))
    lines = []
    for level, number, text, anchor in koppen(document):
        loop = E.r(E.t(number), E.tab()) if number else E.r()
        loop.append(E.t(text, {BLANK: "preserve"}))
        link = E.hyperlink(loop, {w("anchor"): anchor, w("history"): "1"})
        lines.append(E.p(E.pPr(E.pStyle({w("val"): f"TOC{level}"})), link))
    for place, loop in enumerate(field, 1):
        lines[0].insert(place, loop)
    lijst[:] = [titel, *lines, slot]
