"""The styles of the template: each that is named is there, and has what its place asks for."""

from __future__ import annotations

import pytest
from lxml import etree
from template_reader import (
    W,
    value,
)

from uitvoeringsplan.maker.looks import WIDTH_LYING, WIDTH_STANDING
from uitvoeringsplan.maker.style_sheet import styles_xml


def test_alle_stijlen_en_lijsten_bestaan(elk):
    parts = elk.parts
    styles = {s.get(f"{W}styleId") for s in parts["word/styles.xml"].iter(f"{W}style")}
    numbers = {n.get(f"{W}numId") for n in parts["word/numbering.xml"].iter(f"{W}num")} | {"0"}
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for part in parts.values():
            assert {e.get(f"{W}val") for e in part.iter(W + name)} <= styles
    for part in parts.values():
        assert {
            e.get(f"{W}val") for e in part.iter(f"{W}numId") if e.getparent().tag == f"{W}numPr"
        } <= numbers


def test_rijtitel_houdt_geen_rijen_bij_elkaar(parts):
    """Keep-with-next in the first cell makes Word keep whole rows together."""
    styles = {s.get(f"{W}styleId"): s for s in parts["word/styles.xml"].iter(f"{W}style")}
    assert styles["UvpRijtitel"].find(f"{W}pPr/{W}keepNext") is None
    assert styles["UvpVraag"].find(f"{W}pPr/{W}keepNext") is not None


@pytest.fixture(scope="module")
def styles() -> dict[str, etree._Element]:
    return per_id(styles_xml())


def per_id(xml: str) -> dict[str, etree._Element]:
    """Return the styles by their id."""
    return {s.get(f"{W}styleId"): s for s in etree.fromstring(xml).iter(f"{W}style")}


def test_elke_stijl_staat_er_een_keer_en_van_elke_soort_is_er_een_standaard(styles):
    every = list(etree.fromstring(styles_xml()).iter(f"{W}style"))
    assert len(every) == len(styles)
    standaard = [s.get(f"{W}type") for s in every if s.get(f"{W}default") == "1"]
    assert sorted(standaard) == ["character", "numbering", "paragraph", "table"]


def test_het_glossarium_heeft_alleen_wat_tekens_kunnen_zijn():
    assert {s.get(f"{W}type") for s in per_id(styles_xml(only_signs=True)).values()} == {
        "paragraph", "character", "table", "numbering",
    }  # fmt: skip
    assert "Heading1" not in per_id(styles_xml(only_signs=True))
    assert "PlaceholderText" in per_id(styles_xml(only_signs=True))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_een_kop_heeft_haar_niveau_en_blijft_bij_haar_tekst(styles, level):
    kop = styles[f"Heading{level}"]
    assert value(kop, "pPr/outlineLvl") == str(level - 1)
    assert kop.find(f"{W}pPr/{W}keepNext") is not None
    number = value(kop, "pPr/numPr/numId")
    assert (number, value(kop, "pPr/numPr/ilvl")) == (
        ("1", str(level - 1)) if level < 4 else (None, None)
    )


@pytest.mark.parametrize(
    ("style", "width"),
    [
        ("TOC1", WIDTH_STANDING), ("TOC2", WIDTH_STANDING), ("Header", WIDTH_STANDING),
        ("Footer", WIDTH_STANDING), ("UvpKoptekstLiggend", WIDTH_LYING),
        ("UvpVoettekstLiggend", WIDTH_LYING),
    ],
)  # fmt: skip
def test_wat_rechts_staat_staat_aan_de_rand_van_de_tekst(styles, style, width):
    tabs = {tab.get(f"{W}val"): tab.get(f"{W}pos") for tab in styles[style].iter(f"{W}tab")}
    assert tabs["right"] == str(width)
    if width == WIDTH_LYING:
        assert tabs["clear"] == str(WIDTH_STANDING)  # of the style that it is based on


def test_lopende_tekst_heeft_haar_maat_alleen_van_het_document(styles):
    """Or the table style could not set a smaller size for the answers in its cells."""
    plain = [styles["Normal"], *(s for name, s in styles.items() if name.startswith("List"))]
    assert all(s.find(f"{W}rPr/{W}sz") is None for s in plain)
    assert value(styles["UvpTabel"], "rPr/sz") == "20"


def test_er_staan_geen_losse_letters_in_de_stijlen():
    """Of what is put together from pieces one may have a sign too many."""
    every = list(etree.fromstring(styles_xml()).iter())
    assert [e for e in every if (e.text or "").strip() or (e.tail or "").strip()] == []


def test_alleen_de_regels_van_een_paragraaf_hebben_een_stippellijn(styles):
    stippen = {
        name: [tab.get(f"{W}leader") for tab in styles[name].iter(f"{W}tab")]
        for name in ("TOC1", "TOC2", "Header")
    }
    assert stippen == {"TOC1": [None, None], "TOC2": [None, "dot"], "Header": [None]}


def test_alleen_de_plek_van_het_logo_houdt_zijn_volle_hoogte(styles):
    white = styles["UvpLogo"].find(f"{W}pPr/{W}spacing")
    assert [white.get(W + name) for name in ("before", "after", "line")] == ["0", "0", "240"]
    assert value(styles["UvpLogo"], "next") == "Title"
