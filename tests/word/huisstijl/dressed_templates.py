"""Templates to put in a house style, and what is in them then."""

from __future__ import annotations

from hypothesis import strategies as st
from lxml import etree

from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.model.kleur import WHITE, readable_kleur
from uitvoeringsplan.ooxml.package import Package, load_package
from uitvoeringsplan.word.completing.completing import complete

FULL = Huisstijl("huisstijl.yaml", "B5121B", "1A1A1A", "Liberation Serif", "DejaVu Sans")
readable = st.integers(0, 0xFFFFFF).map(lambda k: readable_kleur(f"{k:06X}", [WHITE]))


def trees(package: Package) -> dict[str, etree._Element]:
    """Return the parts of a package, parsed by another reader."""
    return {
        name: etree.fromstring(package.content(name))
        for name in package.members
        if name.endswith(".xml") and not name.startswith("customXml")
    }


def open_(data: bytes) -> Package:
    """Return a template with all that it lacks."""
    return complete(load_package(data, "sjabloon.docx"))
