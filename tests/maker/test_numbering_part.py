"""The lists of the template: each level and its style point at each other."""

from __future__ import annotations

import pytest
from lxml import etree
from template_reader import W, waarde

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
    boom = etree.fromstring(numbering_xml())
    return {
        lijst.get(f"{W}abstractNumId"): lijst.findall(f"{W}lvl")
        for lijst in boom.iter(f"{W}abstractNum")
    }


def test_elke_lijst_heeft_een_nummer_van_haarzelf(lijsten):
    boom = etree.fromstring(numbering_xml())
    nummers = {num.get(f"{W}numId"): waarde(num, "abstractNumId") for num in boom.iter(f"{W}num")}
    assert nummers == {naam: naam for naam in lijsten}
    assert lijsten.keys() == {str(n) for n in (HEADINGS, BULLETS, NUMBERS, SOURCES)}
    sleutels = [e.get(f"{W}val") for naam in ("nsid", "tmpl") for e in boom.iter(W + naam)]
    assert len(set(sleutels)) == len(sleutels)


def test_een_laag_en_haar_stijl_wijzen_naar_elkaar(lijsten):
    stijlen = {s.get(f"{W}styleId"): s for s in etree.fromstring(styles_xml()).iter(f"{W}style")}
    gekoppeld = {
        waarde(laag, "pStyle"): (nummer, laag.get(f"{W}ilvl"))
        for nummer, lagen in lijsten.items()
        for laag in lagen
        if waarde(laag, "pStyle")
    }
    assert gekoppeld == {
        naam: (waarde(stijl, "pPr/numPr/numId"), waarde(stijl, "pPr/numPr/ilvl") or "0")
        for naam, stijl in stijlen.items()
        if waarde(stijl, "pPr/numPr/numId")
    }


def test_de_lagen_van_een_lijst_staan_op_volgorde(lijsten):
    for lagen in lijsten.values():
        assert [laag.get(f"{W}ilvl") for laag in lagen] == [str(i) for i in range(len(lagen))]


def test_hoe_er_geteld_wordt():
    tellers = load_counters(numbering_xml().encode(), "n", "x")
    koppen = [tellers.volgende(str(HEADINGS), ilvl) for ilvl in (0, 1, 2, 1, 0)]
    assert koppen == ["1", "1.1", "1.1.1", "1.2", "2"]
    assert [tellers.volgende(str(NUMBERS), i) for i in (0, 1, 0)] == ["1.", "a.", "2."]
    assert [tellers.volgende(str(SOURCES), 0) for _ in "ab"] == ["1.", "2."]
    assert tellers.is_opsomming(str(BULLETS), 0)
    assert tellers.is_opsomming(str(BULLETS), 1)


def test_koppen_hangen_in_de_kantlijn_en_punten_hebben_de_kleur_van_de_koppen(lijsten):
    for laag in lijsten[str(HEADINGS)]:
        inspringing = laag.find(f"{W}pPr/{W}ind")
        assert inspringing.get(f"{W}left") == "0"
        assert int(inspringing.get(f"{W}hanging")) > 0
    for laag in lijsten[str(BULLETS)]:
        assert laag.find(f"{W}rPr/{W}color").get(f"{W}themeColor") == "accent1"
