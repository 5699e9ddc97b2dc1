"""Headers and footers of pages that a document does not have are not in its package."""

from __future__ import annotations

import pytest

from independent_reader import OFFICE
from uitvoeringsplan.word.filling.filling import fill

NEE = "gemeente = delft"
SECTIE = (
    '<w:p><w:pPr><w:sectPr><w:headerReference xmlns:r="{}" w:type="default" r:id="{}"/>'
    "</w:sectPr></w:pPr></w:p>"
)
KOP = '<w:hdr xmlns:w="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>'
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def sectie(relatie: str) -> str:
    return SECTIE.format(OFFICE, relatie)


def maak(
    builder, *blokken: str, relaties=(("header", "a.xml"), ("header", "b.xml")), gemeente="Ede"
):
    """Fill a template with two headers, `rId3` and `rId4`."""
    delen = builder.delen(
        builder.document(builder.blok("eerste"), builder.blok("tweede"), *blokken)
    )
    namen = dict.fromkeys(doel for _, doel in relaties)
    for naam in namen:
        delen[f"word/{naam}"] = KOP.format(builder.W, naam)
        delen[f"word/_rels/{naam}.rels"] = builder.relaties()
    delen["[Content_Types].xml"] = builder.types(*((f"word/{naam}", HEADER) for naam in namen))
    delen["word/_rels/document.xml.rels"] = builder.relaties(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), *relaties
    )
    open_ = builder.open(builder.pak_in(delen))
    return builder.lees(fill(open_, builder.lijst, builder.plan({"gemeente": gemeente})))


def bekend(gelezen) -> tuple[set[str], set[str], set[str]]:
    """Return the headers that are there, that have a type, and that have a relation."""
    soorten = {e.get("PartName", "") for e in gelezen.bomen["[Content_Types].xml"]}
    relaties = {r.get("Target") for r in gelezen.bomen["word/_rels/document.xml.rels"]}
    namen = ("a.xml", "b.xml")
    return (
        {naam for naam in namen if f"word/{naam}" in gelezen.delen},
        {naam for naam in namen if f"/word/{naam}" in soorten},
        {naam for naam in namen if naam in relaties},
    )


@pytest.mark.parametrize(("gemeente", "over"), [("Ede", {"a.xml"}), ("Delft", {"a.xml", "b.xml"})])
def test_een_koptekst_van_een_weggevallen_deel_gaat_mee(builder, gemeente, over):
    deel = builder.deel(NEE, sectie("rId4"))
    gelezen = maak(builder, sectie("rId3"), deel, gemeente=gemeente)
    assert bekend(gelezen) == (over, over, over)
    assert ("word/_rels/b.xml.rels" in gelezen.delen) == ("b.xml" in over)


def test_de_ene_keer_telt_niet_door_in_de_volgende(builder):
    deel = builder.deel(NEE, sectie("rId4"))
    for gemeente, aantal in (("Ede", 1), ("Delft", 2), ("Ede", 1)):
        gelezen = maak(builder, sectie("rId3"), deel, gemeente=gemeente)
        assert len(bekend(gelezen)[0]) == aantal


@pytest.mark.parametrize("teken", ['"', "'"])
def test_een_verwijzing_met_andere_aanhalingstekens(builder, teken):
    blok = sectie("rId3").replace('r:id="rId3"', f"r:id={teken}rId3{teken}")
    gelezen = maak(builder, blok, relaties=(("header", "a.xml"),))
    assert bekend(gelezen)[0] == {"a.xml"}


def test_twee_verwijzingen_naar_een_koptekst(builder):
    """One of the two is gone, but the header is still that of a page."""
    deel = builder.deel(NEE, sectie("rId4"))
    dubbel = (("header", "a.xml"), ("header", "a.xml"))
    gelezen = maak(builder, sectie("rId3"), deel, relaties=dubbel)
    assert bekend(gelezen) == ({"a.xml"}, {"a.xml"}, {"a.xml"})


@pytest.mark.parametrize("naam", ["leeg", "leeg-koppen", "vol", "vol-koppen"])
def test_in_elk_document_heeft_elke_kop_en_voettekst_een_bladzijde(
    naam, sjabloon, echte_lijst, plannen, builder
):
    gelezen = builder.lees(fill(sjabloon, echte_lijst, plannen[naam]))
    gebruikt = set(
        gelezen.document.xpath(
            "//@r:id[parent::*[contains(name(), 'Reference')]]", namespaces={"r": OFFICE}
        )
    )
    randen = {
        r.get("Id"): r.get("Target")
        for r in gelezen.bomen["word/_rels/document.xml.rels"]
        if r.get("Type").endswith(("/header", "/footer"))
    }
    assert randen.keys() == gebruikt
    er = {deel for deel in gelezen.delen if deel.startswith(("word/header", "word/footer"))}
    assert er == {f"word/{doel}" for doel in randen.values()}
