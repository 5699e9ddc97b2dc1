"""Small builders for WordprocessingML, so that the modules above read as lists of what they make.

`el("spacing", after=120)` is `<w:spacing w:after="120"/>`; a name with a prefix keeps it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from uitvoeringsplan.model.answer_markup import PLAIN, emphases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.answer_markup import Run


Element = Any  # lxml and python-docx give their elements no useful static type


def el(naam: str, *kinderen: Element | None, **kenmerken: str | int) -> Element:
    """Return a new element with its children (None is skipped) and attributes in namespace w."""
    element: Element = OxmlElement(naam if ":" in naam else f"w:{naam}")
    for kenmerk, waarde in kenmerken.items():
        element.set(
            qn(kenmerk.replace("__", ":") if "__" in kenmerk else f"w:{kenmerk}"), str(waarde)
        )
    for kind in kinderen:
        if kind is not None:
            element.append(kind)
    return element


def text_element(tekst: str, naam: str = "t") -> Element:
    """Return a `w:t` (or `w:instrText`) that keeps its blanks."""
    element = el(naam, xml__space="preserve")
    element.text = tekst
    return element


def emphasis(jas: Run) -> list[Element]:
    """Return the properties that make words stand out."""
    return [el(nadruk.switch) for nadruk in emphases(jas)]


def run(tekst: str, stijl: str = "", jas: Run = PLAIN) -> Element:
    """Return a run; a tab character in `tekst` becomes a real tab, a line feed a line break.

    `jas` is a run that looks as it must, whatever its words.
    """
    rpr = el(
        "rPr",
        el("rStyle", val=stijl) if stijl else None,
        *emphasis(jas),
    )
    uit = el("r", rpr if len(rpr) else None)
    for i, regel in enumerate(tekst.split("\n")):
        if i:
            uit.append(el("br"))
        for j, deel in enumerate(regel.split("\t")):
            if j:
                uit.append(el("tab"))
            if deel:
                uit.append(text_element(deel))
    return uit


def paragraph(stijl: str, inhoud: Iterable[Element], *eigenschappen: Element) -> Element:
    """Return a paragraph in a style (empty: the default), with extra paragraph properties."""
    ppr = el("pPr", el("pStyle", val=stijl) if stijl else None, *eigenschappen)
    return el("p", ppr if len(ppr) else None, *inhoud)


def field(opdracht: str, uitkomst: str, *, vuil: bool = False) -> list[Element]:
    """Return the runs of a field with the result it shows until Word works it out again."""
    begin = el("fldChar", fldCharType="begin")
    if vuil:
        begin.set(qn("w:dirty"), "true")
    return [
        el("r", begin),
        el("r", text_element(f" {opdracht} ", "instrText")),
        el("r", el("fldChar", fldCharType="separate")),
        run(uitkomst),
        el("r", el("fldChar", fldCharType="end")),
    ]
