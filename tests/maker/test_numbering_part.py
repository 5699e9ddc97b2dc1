"""The lists of the template: each level and its style point at each other."""

from __future__ import annotations

import pytest
from lxml import etree
from template_reader import W, value

from uitvoeringsplan.maker.numbering_part import (
    BULLETS,
    HEADINGS,
    NUMBERS,
    SOURCES,
    numbering_xml,
)
from uitvoeringsplan.maker.style_sheet import styles_xml
from uitvoeringsplan.ooxml.counters import load_counters


@pytest.fixture(scope="module")
def lijsten() -> dict[str, list[etree._Element]]:
    """The levels by the number of their list."""
    tree = etree.fromstring(numbering_xml())
    return {
        lijst.get(f"{W}abstractNumId"): lijst.findall(f"{W}lvl")
        for lijst in tree.iter(f"{W}abstractNum")
    }


def test_elke_lijst_heeft_een_nummer_van_haarzelf(lijsten):
    tree = etree.fromstring(numbering_xml())
    numbers = {num.get(f"{W}numId"): value(num, "abstractNumId") for num in tree.iter(f"{W}num")}
    assert numbers == {name: name for name in lijsten}
    assert lijsten.keys() == {str(n) for n in (HEADINGS, BULLETS, NUMBERS, SOURCES)}
    keys = [e.get(f"{W}val") for name in ("nsid", "tmpl") for e in tree.iter(W + name)]
    assert len(set(keys)) == len(keys)


def test_een_laag_en_haar_stijl_wijzen_naar_elkaar(lijsten):
    styles = {s.get(f"{W}styleId"): s for s in etree.fromstring(styles_xml()).iter(f"{W}style")}
    gekoppeld = {
        value(layer, "pStyle"): (number, layer.get(f"{W}ilvl"))
        for number, layers in lijsten.items()
        for layer in layers
        if value(layer, "pStyle")
    }
    assert gekoppeld == {
        name: (value(style, "pPr/numPr/numId"), value(style, "pPr/numPr/ilvl") or "0")
        for name, style in styles.items()
        if value(style, "pPr/numPr/numId")
    }


def test_de_lagen_van_een_lijst_staan_op_volgorde(lijsten):
    for layers in lijsten.values():
        assert [layer.get(f"{W}ilvl") for layer in layers] == [str(i) for i in range(len(layers))]


def test_hoe_er_geteld_wordt():
    counters = load_counters(numbering_xml().encode(), "n", "x")
    koppen = [counters.following(str(HEADINGS), ilvl) for ilvl in (0, 1, 2, 1, 0)]
    assert koppen == ["1", "1.1", "1.1.1", "1.2", "2"]
    assert [counters.following(str(NUMBERS), i) for i in (0, 1, 0)] == ["1.", "a.", "2."]
    assert [counters.following(str(SOURCES), 0) for _ in "ab"] == ["1.", "2."]
    assert counters.is_opsomming(str(BULLETS), 0)
    assert counters.is_opsomming(str(BULLETS), 1)


def test_koppen_hangen_in_de_kantlijn_en_punten_hebben_de_kleur_van_de_koppen(lijsten):
    for layer in lijsten[str(HEADINGS)]:
        indent = layer.find(f"{W}pPr/{W}ind")
        assert indent.get(f"{W}left") == "0"
        assert int(indent.get(f"{W}hanging")) > 0
    for layer in lijsten[str(BULLETS)]:
        assert layer.find(f"{W}rPr/{W}color").get(f"{W}themeColor") == "accent1"
