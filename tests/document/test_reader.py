from __future__ import annotations

import pytest
from docx_to_read import (
    alinea,
    docx,
    kop,
    lees,
    punt,
    schets,
)

from package_builder import KOP, PackageBuilder, W
from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.errors import SjabloonError


def test_de_eigenschappen_van_het_bestand():
    kern = (
        f'{KOP}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata'
        '/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Plan  Delft '
        "</dc:title><dc:language>fy-NL</dc:language><cp:contentStatus>Concept</cp:contentStatus>"
        "</cp:coreProperties>"
    )
    soort = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rels = PackageBuilder.relaties(
        ("officeDocument", "word/document.xml"), (soort, "docProps/core.xml")
    )
    document = lees(alinea("x"), delen={"_rels/.rels": rels, "docProps/core.xml": kern})
    assert (document.titel, document.taal, document.status) == ("Plan Delft", "fy-NL", "Concept")
    assert document.is_concept
    gek = kern.replace("fy-NL", '"><script>')
    with pytest.raises(SjabloonError, match="geen geldige XML"):
        lees(alinea("x"), delen={"_rels/.rels": rels, "docProps/core.xml": gek})
    gek = kern.replace("fy-NL", "geen taal")
    assert lees(delen={"_rels/.rels": rels, "docProps/core.xml": gek}).taal == "nl-NL"


def test_een_bestand_zonder_eigenschappen_heet_naar_zichzelf():
    document = read_document(docx(alinea("x")), "map/mijn plan.docx")
    assert (document.titel, document.taal, document.status) == ("mijn plan", "nl-NL", "")
    assert not document.is_concept


@pytest.mark.parametrize("status", ["vastgesteld", "Vervallen"])
def test_een_vastgesteld_plan_is_geen_concept(status):
    assert not lees(alinea("x"))._replace(status=status).is_concept


@pytest.mark.parametrize(
    ("document", "melding"),
    [
        ("<w:document", "is geen geldige XML"),
        (f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>', "bevat een DTD"),
        (f'<w:document xmlns:w="{W}"/>', "heeft geen tekst"),
        (f'<w:document xmlns:w="{W}">{"<w:p>" * 300}', "te diep genest"),
        ('<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "strikte"),
    ],
)
def test_een_kapot_bestand_geeft_een_zin(document, melding):
    data = PackageBuilder.pak_in({**PackageBuilder.delen(), "word/document.xml": document})
    with pytest.raises(SjabloonError, match=melding):
        read_document(data, "proef.docx")


def test_wat_geen_word_bestand_is_geeft_een_zin():
    with pytest.raises(SjabloonError, match=r"geen Word-bestand"):
        read_document(b"plat", "proef.docx")


def test_een_bestand_zonder_stijlen_en_nummering_leest_als_platte_tekst():
    delen = {**PackageBuilder.delen(PackageBuilder.document(kop("Een"), punt("a")))}
    delen["word/_rels/document.xml.rels"] = PackageBuilder.relaties()
    document = read_document(PackageBuilder.pak_in(delen), "proef.docx")
    assert schets(document.inhoud) == ["Een", "a"]
