"""Templates with what they lacked, and what is in them by another reader."""

from __future__ import annotations

from lxml import etree

from independent_reader import NS, w
from uitvoeringsplan.ooxml.package import Package, load_package
from uitvoeringsplan.word.completing.completing import complete


def completed(data: bytes) -> Package:
    """Return a template with all that it lacks."""
    return complete(load_package(data, "eigen.docx"))


def tree(package: Package, name: str) -> etree._Element:
    """Return a part, parsed by another reader."""
    return etree.fromstring(package.content(name))


def elements(package: Package, name: str) -> set[bytes]:
    """Return every child of the root of a part in canonical form."""
    return {etree.tostring(e, method="c14n", with_tail=False) for e in tree(package, name)}


def style(root: etree._Element, name: str) -> etree._Element:
    """Return the one style with this name, capitals aside."""
    (element,) = (
        s
        for s in root.iter(w("style"))
        if s.find(w("name")) is not None and s.find(w("name")).get(w("val")).lower() == name.lower()
    )
    return element


def layer(package: Package, name: str):
    """Return the level of the list that a style ends up with, by walking there with lxml."""
    styles, numbering = tree(package, "word/styles.xml"), tree(package, "word/numbering.xml")
    element = style(styles, name)
    while element.find("w:pPr/w:numPr/w:numId", NS) is None:
        basis = element.find("w:basedOn", NS).get(w("val"))
        (element,) = (s for s in styles.iter(w("style")) if s.get(w("styleId")) == basis)
    num_id = element.find("w:pPr/w:numPr/w:numId", NS).get(w("val"))
    ilvl = element.find("w:pPr/w:numPr/w:ilvl", NS)
    level = "0" if ilvl is None else ilvl.get(w("val"))
    (lijst_id,) = numbering.xpath(
        f"w:num[@w:numId='{num_id}']/w:abstractNumId/@w:val", namespaces=NS
    )
    (result,) = numbering.xpath(
        f"w:abstractNum[@w:abstractNumId='{lijst_id}']/w:lvl[@w:ilvl='{level}']", namespaces=NS
    )
    return result
