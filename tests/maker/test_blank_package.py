"""The package under every template: our own parts, in Dutch, with nothing from elsewhere."""

from __future__ import annotations

import zipfile

from lxml import etree
from template_reader import (
    W,
    controls,
    text,
    value,
)

from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.maker.blank_package import blank_package, glossary_xml


def test_elke_aanwijzing_staat_in_het_glossarium(elk):
    parts = elk.parts
    glossarium = parts["word/glossary/document.xml"]
    texts = {value(part, "docPartPr/name"): text(part) for part in glossarium.iter(f"{W}docPart")}
    for sdt in controls(parts):
        name = value(sdt, "sdtPr/placeholder/docPart")
        assert texts[name] == text(sdt.find(f"{W}sdtContent"))
    assert "word/glossary/styles.xml" in parts


def test_nederlands_en_zonder_resten(elk):
    parts = elk.parts
    styles = parts["word/styles.xml"]
    assert styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "nl-NL"
    assert value(parts["word/settings.xml"], "themeFontLang") == "nl-NL"
    core = {e.tag.split("}")[1]: e.text for e in parts["docProps/core.xml"]}
    assert core["title"] == elk.vragenlijst.titel
    assert core["language"] == "nl-NL"
    assert not core["creator"]
    everything = b"".join(etree.tostring(part) for part in parts.values()).lower()
    for rest in (b"python-docx", b"click or tap", b"en-us", b"general</", b"normal.dot"):
        assert rest not in everything


def test_alleen_de_delen_die_nodig_zijn(elk):
    landscape = {"word/footer2.xml", "word/header2.xml"}  # the internal document has no lying pages
    assert elk.parts.keys() - (landscape if elk.vragenlijst.intern else set()) == {
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
    assert bool(landscape & elk.parts.keys()) == bool(elk.vragenlijst.intern)


def test_het_lege_pakket_is_een_heel_word_bestand(vragenlijst):
    data = blank_package(vragenlijst).getvalue()
    assert check_docx(data, "leeg.docx") == []
    assert blank_package(vragenlijst).getvalue()[:4] == b"PK\3\4"
    with zipfile.ZipFile(blank_package(vragenlijst)) as package:
        kinds = etree.fromstring(package.read("[Content_Types].xml"))
        named = {kind.get("PartName") for kind in kinds if kind.get("PartName")}
        parts = {f"/{name}" for name in package.namelist() if not name.endswith(".rels")}
    assert named == parts - {"/[Content_Types].xml"}


def test_een_titel_met_tekens_van_xml(vragenlijst):
    awkward = vragenlijst._replace(titel="Plan <R&D>")
    with zipfile.ZipFile(blank_package(awkward)) as package:
        core = etree.fromstring(package.read("docProps/core.xml"))
    assert core[0].text == "Plan <R&D>"


def test_elke_bouwsteen_heeft_een_eigen_en_vaste_sleutel(vragenlijst):
    tree = etree.fromstring(glossary_xml(vragenlijst.gegevens))
    keys = [guid.get(f"{W}val") for guid in tree.iter(f"{W}guid")]
    assert len(set(keys)) == len(keys) == len(vragenlijst.gegevens) + 1
    assert glossary_xml(vragenlijst.gegevens) == glossary_xml(vragenlijst.gegevens)
