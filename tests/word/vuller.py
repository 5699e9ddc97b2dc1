"""An independent filler: a tree of lxml instead of spliced bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gelezen import NS, OFFICE, W, w
from lxml import etree
from lxml.builder import ElementMaker

from uitvoeringsplan.model.opmaak import Alinea, lees_opmaak
from uitvoeringsplan.word.invullen import veldtekst

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan

E = ElementMaker(namespace=W, nsmap={"w": W})


class Vuller:
    def __init__(self, document: etree._Element, volgende: int) -> None:
        self.document = document
        self.volgende = volgende
        self.adressen: dict[str, str] = {}

    def vul(self, vragenlijst, plan: Plan) -> None:
        for veld in self.document.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
            vraag = vragenlijst.vraag(veld.find(f"{w('sdtPr')}/{w('tag')}").get(w("val")))
            waarde = plan.waarde(vraag)
            if not waarde:
                continue
            for vlag in veld.findall(f"{w('sdtPr')}/{w('showingPlcHdr')}"):
                vlag.getparent().remove(vlag)
            inhoud = veld.find(w("sdtContent"))
            in_alinea = any(ouder.tag == w("p") for ouder in veld.iterancestors())
            ppr = inhoud.find(f"{w('p')}/{w('pPr')}")
            for kind in list(inhoud):
                inhoud.remove(kind)
            if in_alinea:
                inhoud.append(self.loop(veldtekst(vraag, waarde)))
            elif vraag.type.is_blok:
                inhoud.extend(self.alineas(waarde, ppr))
            else:
                inhoud.append(self.alinea(ppr, [self.loop(veldtekst(vraag, waarde))]))

    def alineas(self, waarde: str, ppr):
        open_lijsten: list[str | None] = [None, None]
        for blok in lees_opmaak(waarde):
            loops = [self.stuk(stuk) for stuk in blok.stukken]
            if isinstance(blok, Alinea):
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
            p.insert(0, etree.fromstring(etree.tostring(ppr)))
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
                t = E.t(regel)
                t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                r.append(t)
        return r
