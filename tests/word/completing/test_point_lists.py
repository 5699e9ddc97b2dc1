"""The lists that a template lacks: made to look like those that it has."""

from __future__ import annotations

import pytest
from completed_templates import completed, tree
from lxml import etree

from independent_reader import NS, W, w
from uitvoeringsplan.model.answer_markup import LEVELS
from uitvoeringsplan.ooxml.names import BULLET_LIST, NUMBER_LIST
from uitvoeringsplan.ooxml.styles import read_styles
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.completing.point_lists import EMPTY_NUMBERING, complete_lists, own_list


def test_een_lijst_van_een_niveau_krijgt_een_broertje_dat_er_net_zo_uitziet(builder):
    """As in Word's own templates: a list for each style, and only one level in each."""
    parts = builder.parts()
    styles = builder.styles().replace('<w:ilvl w:val="1"/><w:numId w:val="4"/>',
                                     '<w:numId w:val="8"/>')  # fmt: skip
    layer_ = (
        '<w:abstractNum w:abstractNumId="{0}"><w:multiLevelType w:val="singleLevel"/><w:lvl'
        ' w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:pStyle w:val="{2}"/><w:lvlText'
        ' w:val="({3})"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{0}00"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
    numbering = (
        builder.numbering()
        .replace(
            '<w:num w:numId="7">',
            layer_.format(8, "upperRoman", "Nummering", "%1")
            + layer_.format(9, "lowerRoman", "Nummering2", "%1")
            + '<w:num w:numId="8"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="7">',
        )
        .replace('<w:abstractNumId w:val="5"/>', '<w:abstractNumId w:val="8"/>')
    )
    parts |= {"word/styles.xml": styles, "word/numbering.xml": numbering}
    sjabloon = builder.open(builder.pack(parts))
    (lijst,) = tree(sjabloon.package, "word/numbering.xml").xpath(
        f"w:abstractNum[@w:abstractNumId='{sjabloon.numbering.lijst}']", namespaces=NS
    )
    assert lijst.find("w:name", NS).get(w("val")) == "UvpNummers"
    assert not list(lijst.iter(w("pStyle")))
    one, two, *_ = lijst.findall("w:lvl", NS)
    assert [lvl.find("w:numFmt", NS).get(w("val")) for lvl in (one, two)] == [
        "upperRoman",
        "lowerRoman",
    ]
    assert [lvl.find("w:lvlText", NS).get(w("val")) for lvl in (one, two)] == ["(%1)", "(%2)"]
    assert [lvl.find(".//w:ind", NS).get(w("left")) for lvl in (one, two)] == ["800", "900"]
    assert [lvl.get(w("ilvl")) for lvl in (one, two)] == ["0", "1"]
    # The styles of the template itself keep the lists they had.
    assert sjabloon.package.content("word/styles.xml").decode().count('w:numId w:val="8"') == 1


@pytest.mark.parametrize("name", ["UvpNummers", "UvpPunten"])
def test_een_lijst_van_ons_met_te_weinig_niveaus_krijgt_die_erbij(builder, name):
    """As one that a template got when points had fewer levels."""
    parts = builder.parts()
    parts["word/styles.xml"] = f'<w:styles xmlns:w="{W}"/>'
    compleet = completed(builder.pack(parts))
    numbering = tree(compleet, "word/numbering.xml")
    (lijst,) = numbering.xpath(f"w:abstractNum[w:name/@w:val='{name}']", namespaces=NS)
    heel = etree.tostring(numbering, method="c14n")
    lijst.remove(lijst.findall("w:lvl", NS)[-1])
    package = compleet.with_parts({"word/numbering.xml": etree.tostring(numbering)})
    gemend = complete(package)
    assert etree.tostring(tree(gemend, "word/numbering.xml"), method="c14n") == heel
    assert complete(gemend) is gemend


def test_een_lijst_die_haar_niveaus_aan_een_stijl_overlaat(builder):
    parts = builder.parts()
    parts["word/numbering.xml"] = builder.numbering().replace(
        '<w:num w:numId="7">',
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="Huislijst"/></w:abstractNum>'
        '<w:num w:numId="6"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="7">',
    ).replace('<w:num w:numId="4"><w:abstractNumId w:val="5"/>',
              '<w:num w:numId="4"><w:abstractNumId w:val="6"/>')  # fmt: skip
    parts["word/styles.xml"] = builder.styles().replace(
        "</w:styles>",
        '<w:style w:type="numbering" w:styleId="Huislijst"><w:name w:val="Huislijst"/><w:pPr>'
        '<w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style></w:styles>',
    )
    sjabloon = builder.open(builder.pack(parts))
    (lijst,) = tree(sjabloon.package, "word/numbering.xml").xpath(
        f"w:abstractNum[@w:abstractNumId='{sjabloon.numbering.lijst}']", namespaces=NS
    )
    forms = [lvl.find("w:numFmt", NS).get(w("val")) for lvl in lijst.findall("w:lvl", NS)]
    assert forms == ["decimal"] * LEVELS


def test_een_leeg_deel_krijgt_twee_lijsten_met_alle_niveaus():
    root = parse(EMPTY_NUMBERING, "x", "y")
    numbers = complete_lists(
        root, read_styles(parse(f'<w:styles xmlns:w="{W}"/>'.encode(), "x", "y"))
    )
    assert min(numbers) == "List Bullet"
    assert {place for _, place in numbers.values()} == set(range(LEVELS))
    bullets, counted = own_list(root, BULLET_LIST), own_list(root)
    assert bullets
    assert counted == own_list(root, NUMBER_LIST) != bullets
    ids = {nsid.get(w("val")) for nsid in root.iter(w("nsid"))}
    assert len(ids) == 2
    assert own_list(root, "Van een ander") == ""
    # A second time there is nothing to do: the lists are known by their name.
    again = complete_lists(
        root, read_styles(parse(f'<w:styles xmlns:w="{W}"/>'.encode(), "x", "y"))
    )
    assert again == numbers
    assert len(root.findall(w("abstractNum"))) == 2
