from __future__ import annotations

import pytest
from lxml import etree

from package_builder import PackageBuilder
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.relationships import (
    load_relationships,
    main_part,
    relationships_part,
    with_relationships,
)

SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
NEW = [("n1", "urn:link", 'https://x.nl/?a=1&b="2"', True), ("n2", "urn:deel", "y.xml", False)]


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
    wordt = list(etree.fromstring(with_relationships(old, NEW)))
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
