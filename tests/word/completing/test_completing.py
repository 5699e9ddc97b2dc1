from __future__ import annotations

from completed_templates import completed, elements, layer, style, tree
from hypothesis import given
from lxml import etree
from random_styles import LIST_STYLES, package_of, style_parts

from independent_reader import NS, w
from package_builder import EVERYTHING
from trials import trials
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.ooxml.package import load_package, write_package
from uitvoeringsplan.ooxml.tree import SCHEMA_ORDER
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.filling.filling import fill

ORDERS = {n: SCHEMA_ORDER[n] for n in ("pPr", "rPr", "style", "styles", "numbering")}


@trials(150)
@given(parts=style_parts())
def test_elk_sjabloon_krijgt_wat_het_mist(builder, parts):
    data = package_of(builder, parts)
    package = completed(data)
    for name in LIST_STYLES:
        form = layer(package, name).find("w:numFmt", NS).get(w("val"))
        assert (form == "bullet") == name.startswith("List Bullet")
    styles = tree(package, "word/styles.xml")
    for name in ("Hyperlink", "Placeholder Text", "caption"):
        style(styles, name)
    assert styles.xpath(
        "w:style[@w:type='table']/w:name[@w:val='Uvp Tabel' or @w:val='UVP TABEL' or"
        " @w:val='Table Grid' or @w:val='TABLE GRID']",
        namespaces=NS,
    )
    ids = [s.get(w("styleId")).lower() for s in styles.iter(w("style"))]
    assert len(set(ids)) == len(ids)
    taal = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NS)
    assert taal.get(w("val")) == "nl-NL"


@trials(100)
@given(parts=style_parts())
def test_alles_staat_waar_het_schema_het_wil(builder, parts):
    package = completed(package_of(builder, parts))
    for part in ("word/styles.xml", "word/numbering.xml"):
        for element in tree(package, part).iter():
            order = ORDERS.get(etree.QName(element).localname)
            if order:
                places = [order.index(etree.QName(kind).localname) for kind in element]
                assert places == sorted(places)


@trials(100)
@given(parts=style_parts())
def test_wat_er_al_was_blijft(builder, parts):
    """A style only changes when it has to get a list, a list never does."""
    old, new = (
        load_package(package_of(builder, parts), "x"),
        completed(package_of(builder, parts)),
    )
    if parts.styles is not None:
        after = elements(new, "word/styles.xml")
        bare = {name for name, band in parts.banden.items() if band not in ("eigen", "geërfd")}
        for element in tree(old, "word/styles.xml").iter(w("style")):
            name = element.find(w("name")).get(w("val"))
            if name.lower() not in map(str.lower, (*bare, "Normal")):
                assert etree.tostring(element, method="c14n", with_tail=False) in after
    if parts.numbering is not None:
        assert elements(old, "word/numbering.xml") <= elements(new, "word/numbering.xml")


@trials(100)
@given(parts=style_parts())
def test_een_antwoord_met_alle_opmaak_past_erin(builder, parts):
    data = package_of(builder, parts)
    plan = builder.plan({"gemeente": "Delft"}, eerste=EVERYTHING, tweede="- een")
    result = fill(builder.open(data), builder.lijst, plan)
    reading = builder.read(result)
    style_names = {name: id_.title() for id_, name in reading.style_ids().items()}
    paragraphs = reading.paragraphs("eerste")
    assert [style_names.get(a.style, "") for a in paragraphs] == [
        "" if not hasattr(block, "level") else
        f"List {'Bullet' if block.number is None else 'Number'}{' 2' * block.level}"
        for block in read_markup(EVERYTHING)
    ]  # fmt: skip
    errors = {b.rule_id for b in check_docx(result, "x.docx")}
    assert not errors & {"stijl-ontbreekt", "nummering-ontbreekt", "doel-ontbreekt", "onleesbaar",
                         "taal-standaard"}  # fmt: skip
    numbering = reading.trees["word/numbering.xml"]
    for paragraph in paragraphs:
        if paragraph.lijst:  # the level that the paragraph asks for is there
            (lijst,) = numbering.xpath(
                f"w:num[@w:numId='{paragraph.lijst}']/w:abstractNumId/@w:val", namespaces=NS
            )
            assert numbering.xpath(
                f"w:abstractNum[@w:abstractNumId='{lijst}']/w:lvl[@w:ilvl='{paragraph.level}']",
                namespaces=NS,
            )


@trials(100)
@given(parts=style_parts())
def test_nog_een_keer_aanvullen_verandert_niets(builder, parts):
    package = completed(package_of(builder, parts))
    assert complete(package) == package
    assert load_package(write_package(list(package.members.values())), package.path) == package


def test_het_meegeleverde_sjabloon_is_compleet(real_sjabloon):
    package = load_package(real_sjabloon, "x")
    assert complete(package) is package
