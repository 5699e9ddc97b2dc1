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


def el(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return a new element with its children (None is skipped) and attributes in namespace w."""
    element: Element = OxmlElement(tag if ":" in tag else f"w:{tag}")
    for attribute, value in attributes.items():
        element.set(
            qn(attribute.replace("__", ":") if "__" in attribute else f"w:{attribute}"), str(value)
        )
    for kind in children:
        if kind is not None:
            element.append(kind)
    return element


def text_element(text: str, tag: str = "t") -> Element:
    """Return a `w:t` (or `w:instrText`) that keeps its blanks."""
    element = el(tag, xml__space="preserve")
    element.text = text
    return element


def emphasis(dress: Run) -> list[Element]:
    """Return the properties that make words stand out."""
    return [el(emphasis.switch) for emphasis in emphases(dress)]


def run(text: str, style: str = "", dress: Run = PLAIN) -> Element:
    """Return a run; a tab character in `text` becomes a real tab, a line feed a line break.

    `dress` is a run that looks as it must, whatever its words.
    """
    rpr = el(
        "rPr",
        el("rStyle", val=style) if style else None,
        *emphasis(dress),
    )
    result = el("r", rpr if len(rpr) else None)
    for i, line in enumerate(text.split("\n")):
        if i:
            result.append(el("br"))
        for j, part in enumerate(line.split("\t")):
            if j:
                result.append(el("tab"))
            if part:
                result.append(text_element(part))
    return result


def paragraph(style: str, content: Iterable[Element], *properties: Element) -> Element:
    """Return a paragraph in a style (empty: the default), with extra paragraph properties."""
    ppr = el("pPr", el("pStyle", val=style) if style else None, *properties)
    return el("p", ppr if len(ppr) else None, *content)


def field(command: str, outcome: str, *, dirty: bool = False) -> list[Element]:
    """Return the runs of a field with the result it shows until Word works it out again."""
    start = el("fldChar", fldCharType="begin")
    if dirty:
        start.set(qn("w:dirty"), "true")
    return [
        el("r", start),
        el("r", text_element(f" {command} ", "instrText")),
        el("r", el("fldChar", fldCharType="separate")),
        run(outcome),
        el("r", el("fldChar", fldCharType="end")),
    ]
