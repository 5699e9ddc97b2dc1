"""Documents as they come back: edited in Word or LibreOffice, and what must be in them."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree

from independent_reader import NS, w
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.word.returned.reading import read_returned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.result import ReturnedDocument

SPATIE = "{http://www.w3.org/XML/1998/namespace}space"
AUTEUR = {w("id"): "9", w("author"): "Collega", w("date"): "2026-11-20T10:00:00Z"}


def terug(
    data: bytes, lijst: Vragenlijst, plan: Plan | None = None, **rest: Any
) -> ReturnedDocument:
    """Read a document back; with a plan its answers are known, as they are to `inlezen`."""
    if plan is not None:
        bekend = without_hidden(lijst, plan)
        rest["eerder"] = lambda vraag_id, _afdruk: (bekend.tekst(lijst.vraag(vraag_id)),)
    return read_returned(data, "terug.docx", lijst, **rest)


def afwijkingen(
    lijst: Vragenlijst, plan: Plan, gelezen: ReturnedDocument, anders: Iterable[str] = ()
) -> dict[str, object]:
    """Return what came back otherwise than the plan has it, except for the ids in `anders`."""
    plan = without_hidden(lijst, plan)
    uit: dict[str, object] = {}
    for vraag in (*lijst.gegevens, *lijst.vragen):
        antwoord = gelezen.antwoorden.get(vraag.id)
        tekst = plan.tekst(vraag)
        if antwoord is None:
            if vraag in lijst.vaste_vragen or (tekst and vraag not in lijst.gegevens):
                uit[vraag.id] = "staat er niet in"
        elif vraag.id not in anders and (
            antwoord.tekst not in (tekst, canonical(tekst))
            or antwoord.is_ongewijzigd is not True
            or not antwoord.is_zeker
        ):
            uit[vraag.id] = (tekst, antwoord)
    over = [b for b in gelezen.bedenkingen if b.vraag_id not in anders]
    return uit | ({"bedenkingen": over} if over else {})


class Bewerker:
    """A document in somebody's hands: paragraphs are found by words that stand in them."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as pakket:
            self.delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
        self.document = etree.fromstring(self.delen["word/document.xml"])

    def klaar(self) -> bytes:
        self.delen["word/document.xml"] = etree.tostring(
            self.document, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
            for naam, data in self.delen.items():
                pakket.writestr(naam, data)
        return uit.getvalue()

    def alinea(self, woorden: str) -> Any:
        """Return the one paragraph with these words."""
        gevonden = [p for p in self.document.iter(w("p")) if woorden in tekst_van(p)]
        assert len(gevonden) == 1, (woorden, len(gevonden))
        return gevonden[0]

    def vervang(self, oud: str, nieuw: str) -> None:
        """Change words within one run."""
        (stuk,) = [t for t in self.document.iter(w("t")) if oud in (t.text or "")]
        stuk.text = stuk.text.replace(oud, nieuw)
        stuk.set(SPATIE, "preserve")

    def alinea_erna(self, woorden: str, tekst: str) -> Any:
        """Press Enter at the end of a paragraph, and type."""
        oud = self.alinea(woorden)
        nieuw = etree.Element(w("p"))
        if (eigen := oud.find(w("pPr"))) is not None:
            nieuw.append(deepcopy(eigen))
        nieuw.append(run(tekst))
        oud.addnext(nieuw)
        return nieuw

    def maak_leeg(self, *woorden: str) -> None:
        """Delete paragraphs, the way a program does that must leave one."""
        eerste, *rest = [self.alinea(w_) for w_ in woorden]
        for alinea in rest:
            alinea.getparent().remove(alinea)
        for kind in list(eerste):
            if kind.tag != w("pPr"):
                eerste.remove(kind)

    def zonder_tags(self) -> Bewerker:
        """Drop the controls around answers, and leave what is in them."""
        for sdt in list(self.document.iter(w("sdt"))):
            inhoud = sdt.find(w("sdtContent"))
            if inhoud.find(w("p")) is not None or inhoud.find(w("tbl")) is not None:
                if sdt.find(f"{w('sdtPr')}/{w('tag')}") is None:
                    continue
                ouder, plek = sdt.getparent(), sdt.getparent().index(sdt)
                ouder[plek : plek + 1] = list(inhoud)
        return self

    def zonder_bladwijzers(self) -> Bewerker:
        for merk in self.document.xpath("//w:bookmarkStart | //w:bookmarkEnd", namespaces=NS):
            merk.getparent().remove(merk)
        return self

    def besturing(self, tag: str) -> Any:
        """Return the control of a question."""
        (sdt,) = self.document.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)
        return sdt

    def velden(self, tag: str) -> list[Any]:
        return self.document.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)


def tekst_van(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


def run(tekst: str, *jas: str) -> Any:
    """Return a run of text; `jas` are names of properties, such as `b`."""
    r = etree.Element(w("r"))
    if jas:
        eigen = etree.SubElement(r, w("rPr"))
        for naam in jas:
            etree.SubElement(eigen, w(naam))
    t = etree.SubElement(r, w("t"))
    t.text = tekst
    t.set(SPATIE, "preserve")
    return r


def alinea(*runs: Any) -> Any:
    p = etree.Element(w("p"))
    p.extend(runs)
    return p


def als_wijziging(naam: str, *elementen: Any) -> Any:
    """Return elements in a tracked insertion (`ins`) or deletion (`del`)."""
    uit = etree.Element(w(naam), AUTEUR)
    uit.extend(elementen)
    if naam == "del":
        for t in list(uit.iter(w("t"))):
            t.tag = w("delText")
    return uit


def merk_alinea(p: Any, naam: str) -> None:
    """Mark the end of a paragraph as inserted or deleted."""
    eigen = p.find(w("pPr"))
    if eigen is None:
        eigen = etree.Element(w("pPr"))
        p.insert(0, eigen)
    rpr = eigen.find(w("rPr"))
    if rpr is None:
        rpr = etree.SubElement(eigen, w("rPr"))
    rpr.insert(0, etree.Element(w(naam), AUTEUR))


def bewerkt(data: bytes, *stappen: Callable[[Bewerker], object]) -> bytes:
    bewerker = Bewerker(data)
    for stap in stappen:
        stap(bewerker)
    return bewerker.klaar()
