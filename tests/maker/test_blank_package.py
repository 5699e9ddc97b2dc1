"""The package under every template: our own parts, in Dutch, with nothing from elsewhere."""

from __future__ import annotations

import zipfile

from lxml import etree
from template_reader import (
    W,
    besturingen,
    tekst,
    waarde,
)

from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.maker.blank_package import blank_package, glossary_xml


def test_elke_aanwijzing_staat_in_het_glossarium(elk):
    delen = elk.delen
    glossarium = delen["word/glossary/document.xml"]
    teksten = {
        waarde(deel, "docPartPr/name"): tekst(deel) for deel in glossarium.iter(f"{W}docPart")
    }
    for sdt in besturingen(delen):
        naam = waarde(sdt, "sdtPr/placeholder/docPart")
        assert teksten[naam] == tekst(sdt.find(f"{W}sdtContent"))
    assert "word/glossary/styles.xml" in delen


def test_nederlands_en_zonder_resten(elk):
    delen = elk.delen
    stijlen = delen["word/styles.xml"]
    assert stijlen.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "nl-NL"
    assert waarde(delen["word/settings.xml"], "themeFontLang") == "nl-NL"
    kern = {e.tag.split("}")[1]: e.text for e in delen["docProps/core.xml"]}
    assert kern["title"] == elk.vragenlijst.titel
    assert kern["language"] == "nl-NL"
    assert not kern["creator"]
    alles = b"".join(etree.tostring(deel) for deel in delen.values()).lower()
    for rest in (b"python-docx", b"click or tap", b"en-us", b"general</", b"normal.dot"):
        assert rest not in alles


def test_alleen_de_delen_die_nodig_zijn(elk):
    liggend = {"word/footer2.xml", "word/header2.xml"}  # the internal document has no lying pages
    assert elk.delen.keys() - (liggend if elk.vragenlijst.intern else set()) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/glossary/_rels/document.xml.rels",
        "word/glossary/document.xml",
        "word/glossary/settings.xml",
        "word/glossary/styles.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }
    assert bool(liggend & elk.delen.keys()) == bool(elk.vragenlijst.intern)


def test_het_lege_pakket_is_een_heel_word_bestand(vragenlijst):
    data = blank_package(vragenlijst).getvalue()
    assert check_docx(data, "leeg.docx") == []
    assert blank_package(vragenlijst).getvalue()[:4] == b"PK\3\4"
    with zipfile.ZipFile(blank_package(vragenlijst)) as pakket:
        soorten = etree.fromstring(pakket.read("[Content_Types].xml"))
        genoemd = {soort.get("PartName") for soort in soorten if soort.get("PartName")}
        delen = {f"/{naam}" for naam in pakket.namelist() if not naam.endswith(".rels")}
    assert genoemd == delen - {"/[Content_Types].xml"}


def test_een_titel_met_tekens_van_xml(vragenlijst):
    lastig = vragenlijst._replace(titel="Plan <R&D>")
    with zipfile.ZipFile(blank_package(lastig)) as pakket:
        kern = etree.fromstring(pakket.read("docProps/core.xml"))
    assert kern[0].text == "Plan <R&D>"


def test_elke_bouwsteen_heeft_een_eigen_en_vaste_sleutel(vragenlijst):
    boom = etree.fromstring(glossary_xml(vragenlijst.gegevens))
    sleutels = [guid.get(f"{W}val") for guid in boom.iter(f"{W}guid")]
    assert len(set(sleutels)) == len(sleutels) == len(vragenlijst.gegevens) + 1
    assert glossary_xml(vragenlijst.gegevens) == glossary_xml(vragenlijst.gegevens)
