"""Headers and footers of pages that a document does not have are not in its package."""

from __future__ import annotations

import pytest

from independent_reader import OFFICE
from uitvoeringsplan.word.filling.filling import fill

NEE = "gemeente = delft"
SECTION = (
    '<w:p><w:pPr><w:sectPr><w:headerReference xmlns:r="{}" w:type="default" r:id="{}"/>'
    "</w:sectPr></w:pPr></w:p>"
)
KOP = '<w:hdr xmlns:w="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>'
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def section(relationship: str) -> str:
    return SECTION.format(OFFICE, relationship)


def make(
    builder, *blocks: str, relationships=(("header", "a.xml"), ("header", "b.xml")), gemeente="Ede"
):
    """Fill a template with two headers, `rId3` and `rId4`."""
    parts = builder.parts(
        builder.document(builder.block("eerste"), builder.block("tweede"), *blocks)
    )
    names = dict.fromkeys(target for _, target in relationships)
    for name in names:
        parts[f"word/{name}"] = KOP.format(builder.W, name)
        parts[f"word/_rels/{name}.rels"] = builder.relationships()
    parts["[Content_Types].xml"] = builder.types(*((f"word/{name}", HEADER) for name in names))
    parts["word/_rels/document.xml.rels"] = builder.relationships(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), *relationships
    )
    open_ = builder.open(builder.pack(parts))
    return builder.read(fill(open_, builder.lijst, builder.plan({"gemeente": gemeente})))


def known(reading) -> tuple[set[str], set[str], set[str]]:
    """Return the headers that are there, that have a type, and that have a relation."""
    kinds = {e.get("PartName", "") for e in reading.trees["[Content_Types].xml"]}
    relationships = {r.get("Target") for r in reading.trees["word/_rels/document.xml.rels"]}
    names = ("a.xml", "b.xml")
    return (
        {name for name in names if f"word/{name}" in reading.parts},
        {name for name in names if f"/word/{name}" in kinds},
        {name for name in names if name in relationships},
    )


@pytest.mark.parametrize(("gemeente", "over"), [("Ede", {"a.xml"}), ("Delft", {"a.xml", "b.xml"})])
def test_een_koptekst_van_een_weggevallen_deel_gaat_mee(builder, gemeente, over):
    part = builder.part(NEE, section("rId4"))
    reading = make(builder, section("rId3"), part, gemeente=gemeente)
    assert known(reading) == (over, over, over)
    assert ("word/_rels/b.xml.rels" in reading.parts) == ("b.xml" in over)


def test_de_ene_keer_telt_niet_door_in_de_volgende(builder):
    part = builder.part(NEE, section("rId4"))
    for gemeente, count in (("Ede", 1), ("Delft", 2), ("Ede", 1)):
        reading = make(builder, section("rId3"), part, gemeente=gemeente)
        assert len(known(reading)[0]) == count


@pytest.mark.parametrize("sign", ['"', "'"])
def test_een_verwijzing_met_andere_aanhalingstekens(builder, sign):
    block = section("rId3").replace('r:id="rId3"', f"r:id={sign}rId3{sign}")
    reading = make(builder, block, relationships=(("header", "a.xml"),))
    assert known(reading)[0] == {"a.xml"}


def test_twee_verwijzingen_naar_een_koptekst(builder):
    """One of the two is gone, but the header is still that of a page."""
    part = builder.part(NEE, section("rId4"))
    double = (("header", "a.xml"), ("header", "a.xml"))
    reading = make(builder, section("rId3"), part, relationships=double)
    assert known(reading) == ({"a.xml"}, {"a.xml"}, {"a.xml"})


@pytest.mark.parametrize("name", ["leeg", "leeg-koppen", "vol", "vol-koppen"])
def test_in_elk_document_heeft_elke_kop_en_voettekst_een_bladzijde(
    name, sjabloon, real_lijst, plannen, builder
):
    reading = builder.read(fill(sjabloon, real_lijst, plannen[name]))
    used = set(
        reading.document.xpath(
            "//@r:id[parent::*[contains(name(), 'Reference')]]", namespaces={"r": OFFICE}
        )
    )
    edges = {
        r.get("Id"): r.get("Target")
        for r in reading.trees["word/_rels/document.xml.rels"]
        if r.get("Type").endswith(("/header", "/footer"))
    }
    assert edges.keys() == used
    er = {part for part in reading.parts if part.startswith(("word/header", "word/footer"))}
    assert er == {f"word/{target}" for target in edges.values()}
