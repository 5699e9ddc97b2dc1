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

BLANK = "{http://www.w3.org/XML/1998/namespace}space"
AUTEUR = {w("id"): "9", w("author"): "Collega", w("date"): "2026-11-20T10:00:00Z"}


def terug(
    data: bytes, lijst: Vragenlijst, plan: Plan | None = None, **rest: Any
) -> ReturnedDocument:
    """Read a document back; with a plan its answers are known, as they are to `inlezen`."""
    if plan is not None:
        known = without_hidden(lijst, plan)
        rest["earlier"] = lambda vraag_id, _digest: (known.text(lijst.vraag(vraag_id)),)
    return read_returned(data, "terug.docx", lijst, **rest)


def deviations(
    lijst: Vragenlijst, plan: Plan, reading: ReturnedDocument, otherwise: Iterable[str] = ()
) -> dict[str, object]:
    """Return what came back otherwise than the plan has it, except for the ids in `otherwise`."""
    plan = without_hidden(lijst, plan)
    result: dict[str, object] = {}
    for vraag in (*lijst.gegevens, *lijst.vragen):
        antwoord = reading.antwoorden.get(vraag.id)
        text = plan.text(vraag)
        if antwoord is None:
            if vraag in lijst.fixed_vragen or (text and vraag not in lijst.gegevens):
                result[vraag.id] = "staat er niet in"
        elif vraag.id not in otherwise and (
            antwoord.text not in (text, canonical(text))
            or antwoord.is_unchanged is not True
            or not antwoord.is_certain
        ):
            result[vraag.id] = (text, antwoord)
    over = [b for b in reading.doubts if b.vraag_id not in otherwise]
    return result | ({"bedenkingen": over} if over else {})


class Bewerker:
    """A document in somebody's hands: paragraphs are found by words that stand in them."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])

    def ready(self) -> bytes:
        self.parts["word/document.xml"] = etree.tostring(
            self.document, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                package.writestr(name, data)
        return result.getvalue()

    def paragraph(self, words: str) -> Any:
        """Return the one paragraph with these words."""
        found = [p for p in self.document.iter(w("p")) if words in text_of(p)]
        assert len(found) == 1, (words, len(found))
        return found[0]

    def replace(self, old: str, new: str) -> None:
        """Change words within one run."""
        (run,) = [t for t in self.document.iter(w("t")) if old in (t.text or "")]
        run.text = run.text.replace(old, new)
        run.set(BLANK, "preserve")

    def paragraph_erna(self, words: str, text: str) -> Any:
        """Press Enter at the end of a paragraph, and type."""
        old = self.paragraph(words)
        new = etree.Element(w("p"))
        if (own := old.find(w("pPr"))) is not None:
            new.append(deepcopy(own))
        new.append(run(text))
        old.addnext(new)
        return new

    def make_empty(self, *words: str) -> None:
        """Delete paragraphs, the way a program does that must leave one."""
        first, *rest = [self.paragraph(w_) for w_ in words]
        for paragraph in rest:
            paragraph.getparent().remove(paragraph)
        for kind in list(first):
            if kind.tag != w("pPr"):
                first.remove(kind)

    def without_tags(self) -> Bewerker:
        """Drop the controls around answers, and leave what is in them."""
        for sdt in list(self.document.iter(w("sdt"))):
            content = sdt.find(w("sdtContent"))
            if content.find(w("p")) is not None or content.find(w("tbl")) is not None:
                if sdt.find(f"{w('sdtPr')}/{w('tag')}") is None:
                    continue
                parent, place = sdt.getparent(), sdt.getparent().index(sdt)
                parent[place : place + 1] = list(content)
        return self

    def without_bookmarks(self) -> Bewerker:
        for mark in self.document.xpath("//w:bookmarkStart | //w:bookmarkEnd", namespaces=NS):
            mark.getparent().remove(mark)
        return self

    def control(self, tag: str) -> Any:
        """Return the control of a question."""
        (sdt,) = self.document.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)
        return sdt

    def velden(self, tag: str) -> list[Any]:
        return self.document.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS)


def text_of(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


def run(text: str, *dress: str) -> Any:
    """Return a run of text; `dress` are names of properties, such as `b`."""
    r = etree.Element(w("r"))
    if dress:
        own = etree.SubElement(r, w("rPr"))
        for name in dress:
            etree.SubElement(own, w(name))
    t = etree.SubElement(r, w("t"))
    t.text = text
    t.set(BLANK, "preserve")
    return r


def paragraph(*runs: Any) -> Any:
    p = etree.Element(w("p"))
    p.extend(runs)
    return p


def als_wijziging(name: str, *elements: Any) -> Any:
    """Return elements in a tracked insertion (`ins`) or deletion (`del`)."""
    result = etree.Element(w(name), AUTEUR)
    result.extend(elements)
    if name == "del":
        for t in list(result.iter(w("t"))):
            t.tag = w("delText")
    return result


def mark_paragraph(p: Any, name: str) -> None:
    """Mark the end of a paragraph as inserted or deleted."""
    own = p.find(w("pPr"))
    if own is None:
        own = etree.Element(w("pPr"))
        p.insert(0, own)
    rpr = own.find(w("rPr"))
    if rpr is None:
        rpr = etree.SubElement(own, w("rPr"))
    rpr.insert(0, etree.Element(w(name), AUTEUR))


def edited(data: bytes, *stappen: Callable[[Bewerker], object]) -> bytes:
    reviser = Bewerker(data)
    for stap in stappen:
        stap(reviser)
    return reviser.ready()
