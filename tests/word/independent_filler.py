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
SPATIE = "{http://www.w3.org/XML/1998/namespace}space"
NIETS_VASTGELEGD = "Hierover is in dit plan niets vastgelegd."


class Vuller:
    def __init__(self, document: etree._Element, volgende: int) -> None:
        self.document = document
        self.volgende = volgende
        self.adressen: dict[str, str] = {}
        kleuren = document.xpath("//w:shd[@w:themeFill='accent1']/@w:fill", namespaces=NS)
        self.vulling = kleuren[0]

    def vul(self, vragenlijst, plan: Plan) -> None:
        snijd(self.document, waarden(vragenlijst, plan))
        for veld in self.document.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
            vraag = vragenlijst.vraag(tag_van(veld))
            waarde = plan.waarde(vraag)
            definitief = plan.gegevens.get("status") in ("vastgesteld", "vervallen")
            inhoud = veld.find(w("sdtContent"))
            if waarde or definitief:
                for vlag in veld.findall(f"{w('sdtPr')}/{w('showingPlcHdr')}"):
                    vlag.getparent().remove(vlag)
            if waarde:
                self.zet_antwoord(veld, inhoud, vraag, waarde)
            elif definitief:
                is_gegeven = vraag in vragenlijst.gegevens
                tekst = "–" if is_gegeven else vraag.leeg or NIETS_VASTGELEGD
                self.zet_regel(veld, inhoud, tekst)
        vul_inhoudsopgave(self.document)

    def zet_antwoord(self, veld, inhoud, vraag: Vraag, waarde: str) -> None:
        in_alinea = any(ouder.tag == w("p") for ouder in veld.iterancestors())
        if in_alinea or not vraag.type.is_blok:
            self.zet_regel(veld, inhoud, field_text(vraag, waarde))
            return
        ppr = inhoud.find(f"{w('p')}/{w('pPr')}")
        if vraag.type is TYPES["tabel"]:
            blokken = list(tabel(E, vraag, waarde, self.loop, self.vulling))
        else:
            blokken = list(self.alineas(waarde, ppr))
        inhoud[:] = blokken

    def zet_regel(self, veld, inhoud, tekst: str) -> None:
        jas = [deepcopy(e) for e in veld.iterfind(f"{w('sdtPr')}/{w('rPr')}/*")]
        loop = self.loop(tekst, jas)
        if any(ouder.tag == w("p") for ouder in veld.iterancestors()):
            inhoud[:] = [loop]
        else:
            inhoud[:] = [self.alinea(inhoud.find(f"{w('p')}/{w('pPr')}"), [loop])]

    def alineas(self, waarde: str, ppr):
        open_lijsten: list[str | None] = [None, None]
        for blok in read_markup(waarde):
            loops = [self.stuk(stuk) for stuk in blok.stukken]
            if isinstance(blok, Paragraph):
                open_lijsten = [None, None]
                yield self.alinea(ppr, loops)
                continue
            if blok.niveau == 0:
                open_lijsten[1] = None
            soort = "ListBullet" if blok.nummer is None else "ListNumber"
            eigen = E.pPr(E.pStyle({w("val"): soort + ("2" if blok.niveau else "")}))
            if blok.nummer is None:
                open_lijsten[blok.niveau] = None
            else:
                if open_lijsten[blok.niveau] is None:
                    open_lijsten[blok.niveau] = str(self.volgende)
                    self.volgende += 1
                eigen.append(
                    E.numPr(
                        E.ilvl({w("val"): str(blok.niveau)}),
                        E.numId({w("val"): open_lijsten[blok.niveau]}),
                    )
                )
            yield self.alinea(eigen, loops)

    @staticmethod
    def alinea(ppr, loops):
        p = E.p(*loops)
        if ppr is not None:
            p.insert(0, deepcopy(ppr))
        return p

    def stuk(self, stuk):
        jas = [E.b()] * stuk.vet + [E.i()] * stuk.cursief
        if not stuk.adres:
            return self.loop(stuk.tekst, jas)
        id_ = self.adressen.setdefault(stuk.adres, f"uvpLink{len(self.adressen) + 1}")
        stijl = E.rStyle({w("val"): "Hyperlink"})
        return E.hyperlink(
            self.loop(stuk.tekst, [stijl, *jas]), {f"{{{OFFICE}}}id": id_, w("history"): "1"}
        )

    @staticmethod
    def loop(tekst: str, jas=()):
        r = E.r(E.rPr(*jas)) if jas else E.r()
        for i, regel in enumerate(tekst.split("\n")):
            if i:
                r.append(E.br())
            if regel:
                r.append(E.t(regel, {SPATIE: "preserve"}))
        return r


# What the template has for one plan only.


def tag_van(sdt) -> str:
    return next(iter(sdt.xpath("w:sdtPr/w:tag/@w:val", namespaces=NS)), "")


def waarden(vragenlijst, plan: Plan) -> Callable[[str], str]:
    """Return what a name in a condition stands for."""
    bekend = {
        vraag.id: plan.waarde(vraag) for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)
    }
    for hoofdstuk in vragenlijst.hoofdstukken:
        samen = "".join(plan.tekst(vraag) for vraag in hoofdstuk.vragen)
        for rij in hoofdstuk.rijen:
            bekend[rij.id] = "".join(plan.tekst(vraag) for vraag in rij.vragen)
            samen += bekend[rij.id]
        bekend[hoofdstuk.id] = samen
    bekend["concept"] = "nee" if bekend["status"] in ("vastgesteld", "vervallen") else "ja"
    return bekend.__getitem__


def geldt(voorwaarde: str, waarde: Callable[[str], str]) -> bool:
    """Weigh a condition of our template: `of` binds less than `en`, and there are no brackets."""

    def bewering(tekst: str) -> bool:
        naam, teken, rest = re.fullmatch(r"(\S+) (is|=|!=) (.+)", tekst).groups()
        if teken == "is":
            return bool(waarde(naam)) == {"ingevuld": True, "leeg": False}[rest]
        return (waarde(naam).casefold() == rest.strip("'\"").casefold()) == (teken == "=")

    return any(all(map(bewering, deel.split(" en "))) for deel in voorwaarde.split(" of "))


def snijd(boom, waarde: Callable[[str], str]) -> None:
    """Cut what does not hold, unwrap what does, and take away places for what is not there."""
    eerste = "(//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'als: ')])[1]"
    while gevonden := boom.xpath(eerste, namespaces=NS):
        (deel,) = gevonden
        plek = deel.getparent().index(deel)
        inhoud = list(deel.find(w("sdtContent")))
        blijft = geldt(tag_van(deel).removeprefix("als: "), waarde)
        deel.getparent()[plek : plek + 1] = inhoud if blijft else []
    for sdt in boom.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
        if tag_van(sdt).startswith("beeld: ") or tag_van(sdt) == "adres":
            sdt.getparent().remove(sdt)
    for bladwijzer in boom.iter(w("bookmarkStart")):
        naam = bladwijzer.get(w("name"))
        if naam.startswith("uvk_"):
            bladwijzer.set(w("name"), "uvp_" + naam.removeprefix("uvk_"))


# The contents list.


def koppen(document) -> list[tuple[int, str, str, str]]:
    """Return the headings of our template as (level, number, text, bookmark)."""
    uit = []
    stand = [0, 0]
    for p in document.iter(w("p")):
        stijl = "".join(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
        if stijl not in ("Heading1", "Heading2"):
            continue
        niveau = int(stijl[-1])
        nummer = ""
        if p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS) != ["0"]:
            stand = [stand[0] + 1, 0] if niveau == 1 else [stand[0], stand[1] + 1]
            nummer = ".".join(map(str, stand[:niveau]))
        tekst = " ".join("".join(p.xpath(".//w:t/text()", namespaces=NS)).split())
        (anker,) = p.xpath("w:bookmarkStart/@w:name[starts-with(., '_Toc')]", namespaces=NS)
        uit.append((niveau, nummer, tekst, anker))
    return uit


def vul_inhoudsopgave(document) -> None:
    (lijst,) = document.xpath("//w:sdt[w:sdtPr/w:docPartObj]/w:sdtContent", namespaces=NS)
    titel, eerste, *_, slot = lijst
    veld = eerste.findall(w("r"))
    regels = []
    for niveau, nummer, tekst, anker in koppen(document):
        loop = E.r(E.t(nummer), E.tab()) if nummer else E.r()
        loop.append(E.t(tekst, {SPATIE: "preserve"}))
        link = E.hyperlink(loop, {w("anchor"): anker, w("history"): "1"})
        regels.append(E.p(E.pPr(E.pStyle({w("val"): f"TOC{niveau}"})), link))
    for plek, loop in enumerate(veld, 1):
        regels[0].insert(plek, loop)
    lijst[:] = [titel, *regels, slot]
