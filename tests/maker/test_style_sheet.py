"""The styles of the template: each that is named is there, and has what its place asks for."""

from __future__ import annotations

import pytest
from lxml import etree
from template_reader import (
    W,
    waarde,
)

from uitvoeringsplan.maker.looks import WIDTH_LYING, WIDTH_STANDING
from uitvoeringsplan.maker.style_sheet import styles_xml


def test_alle_stijlen_en_lijsten_bestaan(elk):
    delen = elk.delen
    stijlen = {s.get(f"{W}styleId") for s in delen["word/styles.xml"].iter(f"{W}style")}
    nummers = {n.get(f"{W}numId") for n in delen["word/numbering.xml"].iter(f"{W}num")} | {"0"}
    for naam in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for deel in delen.values():
            assert {e.get(f"{W}val") for e in deel.iter(W + naam)} <= stijlen
    for deel in delen.values():
        assert {
            e.get(f"{W}val") for e in deel.iter(f"{W}numId") if e.getparent().tag == f"{W}numPr"
        } <= nummers


def test_rijtitel_houdt_geen_rijen_bij_elkaar(delen):
    """Keep-with-next in the first cell makes Word keep whole rows together."""
    stijlen = {s.get(f"{W}styleId"): s for s in delen["word/styles.xml"].iter(f"{W}style")}
    assert stijlen["UvpRijtitel"].find(f"{W}pPr/{W}keepNext") is None
    assert stijlen["UvpVraag"].find(f"{W}pPr/{W}keepNext") is not None


@pytest.fixture(scope="module")
def stijlen() -> dict[str, etree._Element]:
    return per_id(styles_xml())


def per_id(xml: str) -> dict[str, etree._Element]:
    """Return the styles by their id."""
    return {s.get(f"{W}styleId"): s for s in etree.fromstring(xml).iter(f"{W}style")}


def test_elke_stijl_staat_er_een_keer_en_van_elke_soort_is_er_een_standaard(stijlen):
    alle = list(etree.fromstring(styles_xml()).iter(f"{W}style"))
    assert len(alle) == len(stijlen)
    standaard = [s.get(f"{W}type") for s in alle if s.get(f"{W}default") == "1"]
    assert sorted(standaard) == ["character", "numbering", "paragraph", "table"]


def test_het_glossarium_heeft_alleen_wat_tekens_kunnen_zijn():
    assert {s.get(f"{W}type") for s in per_id(styles_xml(alleen_tekens=True)).values()} == {
        "paragraph", "character", "table", "numbering",
    }  # fmt: skip
    assert "Heading1" not in per_id(styles_xml(alleen_tekens=True))
    assert "PlaceholderText" in per_id(styles_xml(alleen_tekens=True))


@pytest.mark.parametrize("niveau", [1, 2, 3, 4])
def test_een_kop_heeft_haar_niveau_en_blijft_bij_haar_tekst(stijlen, niveau):
    kop = stijlen[f"Heading{niveau}"]
    assert waarde(kop, "pPr/outlineLvl") == str(niveau - 1)
    assert kop.find(f"{W}pPr/{W}keepNext") is not None
    nummer = waarde(kop, "pPr/numPr/numId")
    assert (nummer, waarde(kop, "pPr/numPr/ilvl")) == (
        ("1", str(niveau - 1)) if niveau < 4 else (None, None)
    )


@pytest.mark.parametrize(
    ("stijl", "breedte"),
    [
        ("TOC1", WIDTH_STANDING), ("TOC2", WIDTH_STANDING), ("Header", WIDTH_STANDING),
        ("Footer", WIDTH_STANDING), ("UvpKoptekstLiggend", WIDTH_LYING),
        ("UvpVoettekstLiggend", WIDTH_LYING),
    ],
)  # fmt: skip
def test_wat_rechts_staat_staat_aan_de_rand_van_de_tekst(stijlen, stijl, breedte):
    tabs = {tab.get(f"{W}val"): tab.get(f"{W}pos") for tab in stijlen[stijl].iter(f"{W}tab")}
    assert tabs["right"] == str(breedte)
    if breedte == WIDTH_LYING:
        assert tabs["clear"] == str(WIDTH_STANDING)  # of the style that it is based on


def test_lopende_tekst_heeft_haar_maat_alleen_van_het_document(stijlen):
    """Or the table style could not set a smaller size for the answers in its cells."""
    gewoon = [stijlen["Normal"], *(s for naam, s in stijlen.items() if naam.startswith("List"))]
    assert all(s.find(f"{W}rPr/{W}sz") is None for s in gewoon)
    assert waarde(stijlen["UvpTabel"], "rPr/sz") == "20"


def test_er_staan_geen_losse_letters_in_de_stijlen():
    """Of what is put together from pieces one may have a sign too many."""
    alle = list(etree.fromstring(styles_xml()).iter())
    assert [e for e in alle if (e.text or "").strip() or (e.tail or "").strip()] == []


def test_alleen_de_regels_van_een_paragraaf_hebben_een_stippellijn(stijlen):
    stippen = {
        naam: [tab.get(f"{W}leader") for tab in stijlen[naam].iter(f"{W}tab")]
        for naam in ("TOC1", "TOC2", "Header")
    }
    assert stippen == {"TOC1": [None, None], "TOC2": [None, "dot"], "Header": [None]}


def test_alleen_de_plek_van_het_logo_houdt_zijn_volle_hoogte(stijlen):
    wit = stijlen["UvpLogo"].find(f"{W}pPr/{W}spacing")
    assert [wit.get(W + naam) for naam in ("before", "after", "line")] == ["0", "0", "240"]
    assert waarde(stijlen["UvpLogo"], "next") == "Title"
