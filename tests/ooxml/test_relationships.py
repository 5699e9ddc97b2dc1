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

RUIMTE = "http://schemas.openxmlformats.org/package/2006/relationships"
NIEUW = [("n1", "urn:link", 'https://x.nl/?a=1&b="2"', True), ("n2", "urn:deel", "y.xml", False)]


@pytest.mark.parametrize(
    ("deel", "naam"),
    [
        ("", "_rels/.rels"),
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("document.xml", "_rels/document.xml.rels"),
    ],
)
def test_waar_de_relaties_van_een_deel_staan(deel, naam):
    assert relationships_part(deel) == naam


def test_doelen_worden_namen_van_onderdelen():
    delen = PackageBuilder.delen()
    delen["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{RUIMTE}"><Relationship Id="a" Type="t" Target="styles.xml"/>'
        '<Relationship Id="b" Type="t" Target="/word/numbering.xml"/>'
        '<Relationship Id="c" Type="t" Target="../docProps/x.xml"/>'
        '<Relationship Id="d" Type="t" Target="https://x.nl/a/../b" TargetMode="External"/>'
        "</Relationships>"
    )
    gelezen = load_relationships(
        load_package(PackageBuilder.pak_in(delen), "x"), "word/document.xml"
    )
    assert [(r.id, r.doel, r.extern) for r in gelezen] == [
        ("a", "word/styles.xml", False),
        ("b", "word/numbering.xml", False),
        ("c", "docProps/x.xml", False),
        ("d", "https://x.nl/a/../b", True),
    ]


def test_een_deel_zonder_relaties():
    assert load_relationships(load_package(PackageBuilder.docx(), "x"), "word/styles.xml") == []


def test_het_hoofddocument_mag_anders_heten():
    delen = PackageBuilder.delen()
    delen["x/hoofd.xml"] = delen.pop("word/document.xml")
    delen["_rels/.rels"] = PackageBuilder.relaties(("officeDocument", "/x/hoofd.xml"))
    assert main_part(load_package(PackageBuilder.pak_in(delen), "x")) == "x/hoofd.xml"


@pytest.mark.parametrize("doel", ["word/weg.xml", None])
def test_een_zip_zonder_hoofddocument(doel):
    delen = PackageBuilder.delen()
    delen["_rels/.rels"] = PackageBuilder.relaties(*([("officeDocument", doel)] if doel else []))
    with pytest.raises(SjabloonError, match=r"^blad\.xlsx: dit is geen Word-document"):
        main_part(load_package(PackageBuilder.pak_in(delen), "blad.xlsx"))


@pytest.mark.parametrize(
    "oud",
    [
        pytest.param(None, id="er-was-niets"),
        pytest.param(f'<Relationships xmlns="{RUIMTE}"/>'.encode(), id="lege-tag"),
        pytest.param(
            f'<Relationships xmlns="{RUIMTE}"><Relationship Id="o" Type="t" Target="o"/>'
            "</Relationships>\n".encode(),
            id="gewoon",
        ),
        pytest.param(
            f'<p:Relationships xmlns:p="{RUIMTE}"><p:Relationship Id="o" Type="t" Target="o"/>'
            "</p:Relationships>".encode(),
            id="met-voorvoegsel",
        ),
        pytest.param(f'<p:Relationships xmlns:p="{RUIMTE}" />'.encode(), id="leeg-en-voorvoegsel"),
    ],
)
def test_nieuwe_relaties_komen_erbij_in_hun_naamruimte(oud):
    was = [] if oud is None else list(etree.fromstring(oud))
    wordt = list(etree.fromstring(with_relationships(oud, NIEUW)))
    assert [e.tag for e in wordt] == [f"{{{RUIMTE}}}Relationship"] * (len(was) + 2)
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
