from __future__ import annotations

from itertools import islice

import pytest
from lxml import etree

from package_builder import PackageBuilder
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.relationships import (
    Relationship,
    free_ids,
    load_relationships,
    main_part,
    pointed_ids,
    read_relationships,
    relationships_part,
    with_relationships,
)

SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
NEW = [
    Relationship("n1", "urn:link", 'https://x.nl/?a=1&b="2"', extern=True),
    Relationship("n2", "urn:deel", "word/y.xml", extern=False),
]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("", "_rels/.rels"),
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("document.xml", "_rels/document.xml.rels"),
    ],
)
def test_waar_de_relaties_van_een_deel_staan(part, name):
    assert relationships_part(part) == name


def test_doelen_worden_namen_van_onderdelen():
    parts = PackageBuilder.parts()
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{SPACE}"><Relationship Id="a" Type="t" Target="styles.xml"/>'
        '<Relationship Id="b" Type="t" Target="/word/numbering.xml"/>'
        '<Relationship Id="c" Type="t" Target="../docProps/x.xml"/>'
        '<Relationship Id="d" Type="t" Target="https://x.nl/a/../b" TargetMode="External"/>'
        "</Relationships>"
    )
    reading = load_relationships(load_package(PackageBuilder.pack(parts), "x"), "word/document.xml")
    assert [(r.id, r.target, r.extern) for r in reading] == [
        ("a", "word/styles.xml", False),
        ("b", "word/numbering.xml", False),
        ("c", "docProps/x.xml", False),
        ("d", "https://x.nl/a/../b", True),
    ]


def test_een_deel_zonder_relaties():
    assert load_relationships(load_package(PackageBuilder.docx(), "x"), "word/styles.xml") == []


def test_het_hoofddocument_mag_anders_heten():
    parts = PackageBuilder.parts()
    parts["x/hoofd.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = PackageBuilder.relationships(("officeDocument", "/x/hoofd.xml"))
    assert main_part(load_package(PackageBuilder.pack(parts), "x")) == "x/hoofd.xml"


@pytest.mark.parametrize("target", ["word/weg.xml", None])
def test_een_zip_zonder_hoofddocument(target):
    parts = PackageBuilder.parts()
    parts["_rels/.rels"] = PackageBuilder.relationships(
        *([("officeDocument", target)] if target else [])
    )
    with pytest.raises(SjabloonError, match=r"^blad\.xlsx: dit is geen Word-document"):
        main_part(load_package(PackageBuilder.pack(parts), "blad.xlsx"))


@pytest.mark.parametrize(
    "old",
    [
        pytest.param(None, id="er-was-niets"),
        pytest.param(f'<Relationships xmlns="{SPACE}"/>'.encode(), id="lege-tag"),
        pytest.param(
            f'<Relationships xmlns="{SPACE}"><Relationship Id="o" Type="t" Target="o"/>'
            "</Relationships>\n".encode(),
            id="gewoon",
        ),
        pytest.param(
            f'<p:Relationships xmlns:p="{SPACE}"><p:Relationship Id="o" Type="t" Target="o"/>'
            "</p:Relationships>".encode(),
            id="met-voorvoegsel",
        ),
        pytest.param(f'<p:Relationships xmlns:p="{SPACE}" />'.encode(), id="leeg-en-voorvoegsel"),
    ],
)
def test_nieuwe_relaties_komen_erbij_in_hun_naamruimte(old):
    was = [] if old is None else list(etree.fromstring(old))
    wordt = list(etree.fromstring(with_relationships("word/document.xml", old, NEW)))
    assert [e.tag for e in wordt] == [f"{{{SPACE}}}Relationship"] * (len(was) + 2)
    assert [dict(e.attrib) for e in wordt[: len(was)]] == [dict(e.attrib) for e in was]
    assert [dict(e.attrib) for e in wordt[len(was) :]] == [
        {
            "Id": "n1",
            "Type": "urn:link",
            "Target": 'https://x.nl/?a=1&b="2"',
            "TargetMode": "External",
        },
        {"Id": "n2", "Type": "urn:deel", "Target": "y.xml"},
    ]


@pytest.mark.parametrize(
    ("part", "target", "seen"),
    [
        ("word/document.xml", "word/media/beeld.png", "media/beeld.png"),
        ("word/glossary/document.xml", "word/styles.xml", "../styles.xml"),
        ("word/document.xml", "docProps/x.xml", "../docProps/x.xml"),
        ("document.xml", "media/beeld.png", "media/beeld.png"),
        ("", "docProps/core.xml", "docProps/core.xml"),
    ],
)
def test_een_doel_staat_er_zoals_het_deel_het_ziet(part, target, seen):
    relationship = Relationship("a", "t", target, extern=False)
    written = with_relationships(part, None, [relationship])
    assert etree.fromstring(written)[0].get("Target") == seen
    assert read_relationships(written, part, "x") == (relationship,)


@pytest.mark.parametrize(
    ("known", "pointed", "free"),
    [
        ([], [], ["rId1", "rId2"]),
        (["rId1", "rId2"], [], ["rId3", "rId4"]),
        (["rId3", "R1"], [], ["rId4", "rId5"]),  # rId3 is in use
        (["rId1", "rId5"], [], ["rId3", "rId4", "rId6"]),
        (["rId1"], ["rId1", "rId3"], ["rId4", "rId5"]),  # nothing has rId3 but who points at it
    ],
)
def test_een_nieuwe_relatie_heet_zoals_word_het_doet_en_als_geen_ander(known, pointed, free):
    relationships = [Relationship(id_, "t", "x", extern=False) for id_ in known]
    assert list(islice(free_ids(relationships, pointed), len(free))) == free


def test_naar_welke_relaties_een_deel_wijst():
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    root = etree.fromstring(f'<x xmlns:r="{office}" r:id="a"><y r:embed="b" id="c"/></x>')
    assert pointed_ids(root) == {"a", "b"}
