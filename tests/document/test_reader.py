from __future__ import annotations

import pytest
from docx_to_read import (
    docx,
    kop,
    paragraph,
    punt,
    read,
    sketch,
)

from package_builder import KOP, PackageBuilder, W
from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.errors import SjabloonError


def test_de_eigenschappen_van_het_bestand():
    core = (
        f'{KOP}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata'
        '/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Plan  Delft '
        "</dc:title><dc:language>fy-NL</dc:language><cp:contentStatus>Concept</cp:contentStatus>"
        "</cp:coreProperties>"
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rels = PackageBuilder.relationships(
        ("officeDocument", "word/document.xml"), (kind, "docProps/core.xml")
    )
    document = read(paragraph("x"), parts={"_rels/.rels": rels, "docProps/core.xml": core})
    assert (document.titel, document.taal, document.status) == ("Plan Delft", "fy-NL", "Concept")
    assert document.is_concept
    gek = core.replace("fy-NL", '"><script>')
    with pytest.raises(SjabloonError, match="geen geldige XML"):
        read(paragraph("x"), parts={"_rels/.rels": rels, "docProps/core.xml": gek})
    gek = core.replace("fy-NL", "geen taal")
    assert read(parts={"_rels/.rels": rels, "docProps/core.xml": gek}).taal == "nl-NL"


def test_een_bestand_zonder_eigenschappen_heet_naar_zichzelf():
    document = read_document(docx(paragraph("x")), "map/mijn plan.docx")
    assert (document.titel, document.taal, document.status) == ("mijn plan", "nl-NL", "")
    assert not document.is_concept


@pytest.mark.parametrize("status", ["vastgesteld", "Vervallen"])
def test_een_vastgesteld_plan_is_geen_concept(status):
    assert not read(paragraph("x"))._replace(status=status).is_concept


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("<w:document", "is geen geldige XML"),
        (f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>', "bevat een DTD"),
        (f'<w:document xmlns:w="{W}"/>', "heeft geen tekst"),
        (f'<w:document xmlns:w="{W}">{"<w:p>" * 300}', "te diep genest"),
        ('<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "strikte"),
    ],
)
def test_een_kapot_bestand_geeft_een_zin(document, message):
    data = PackageBuilder.pack({**PackageBuilder.parts(), "word/document.xml": document})
    with pytest.raises(SjabloonError, match=message):
        read_document(data, "proef.docx")


def test_wat_geen_word_bestand_is_geeft_een_zin():
    with pytest.raises(SjabloonError, match=r"geen Word-bestand"):
        read_document(b"plat", "proef.docx")


def test_een_bestand_zonder_stijlen_en_nummering_leest_als_platte_tekst():
    parts = {**PackageBuilder.parts(PackageBuilder.document(kop("Een"), punt("a")))}
    parts["word/_rels/document.xml.rels"] = PackageBuilder.relationships()
    document = read_document(PackageBuilder.pack(parts), "proef.docx")
    assert sketch(document.content) == ["Een", "a"]
