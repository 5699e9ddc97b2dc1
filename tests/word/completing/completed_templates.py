"""Templates with what they lacked, and what is in them by another reader."""

from __future__ import annotations

from lxml import etree

from independent_reader import NS, w
from uitvoeringsplan.ooxml.package import Package, load_package
from uitvoeringsplan.word.completing.completing import complete


def aangevuld(data: bytes) -> Package:
    """Return a template with all that it lacks."""
    return complete(load_package(data, "eigen.docx"))


def boom(pakket: Package, naam: str) -> etree._Element:
    """Return a part, parsed by another reader."""
    return etree.fromstring(pakket.inhoud(naam))


def elementen(pakket: Package, naam: str) -> set[bytes]:
    """Return every child of the root of a part in canonical form."""
    return {etree.tostring(e, method="c14n", with_tail=False) for e in boom(pakket, naam)}


def stijl(wortel: etree._Element, naam: str) -> etree._Element:
    """Return the one style with this name, capitals aside."""
    (element,) = (
        s
        for s in wortel.iter(w("style"))
        if s.find(w("name")) is not None and s.find(w("name")).get(w("val")).lower() == naam.lower()
    )
    return element


def laag(pakket: Package, naam: str):
    """Return the level of the list that a style ends up with, by walking there with lxml."""
    stijlen, nummering = boom(pakket, "word/styles.xml"), boom(pakket, "word/numbering.xml")
    element = stijl(stijlen, naam)
    while element.find("w:pPr/w:numPr/w:numId", NS) is None:
        basis = element.find("w:basedOn", NS).get(w("val"))
        (element,) = (s for s in stijlen.iter(w("style")) if s.get(w("styleId")) == basis)
    num_id = element.find("w:pPr/w:numPr/w:numId", NS).get(w("val"))
    ilvl = element.find("w:pPr/w:numPr/w:ilvl", NS)
    niveau = "0" if ilvl is None else ilvl.get(w("val"))
    (lijst_id,) = nummering.xpath(
        f"w:num[@w:numId='{num_id}']/w:abstractNumId/@w:val", namespaces=NS
    )
    (uit,) = nummering.xpath(
        f"w:abstractNum[@w:abstractNumId='{lijst_id}']/w:lvl[@w:ilvl='{niveau}']", namespaces=NS
    )
    return uit
