"""The typefaces and the colour of text of a house style in the styles of a document."""

from __future__ import annotations

import pytest
from dressed_templates import FULL, open_, trees
from foreign_templates import met_de_hand, start_python_docx
from lxml import etree

from independent_reader import NS, w
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl


def test_koppen_wijzen_naar_het_thema_en_tekst_ook(real_sjabloon):
    styles = trees(open_(real_sjabloon))["word/styles.xml"]
    names = {
        s.find(w("name")).get(w("val")): s.find("w:rPr/w:rFonts", NS)
        for s in styles.iter(w("style"))
    }
    koppen = ("heading 1", "heading 2", "heading 3", "Title", "TOC Heading", "Uvp Vraag")
    assert {names[kop].get(w("asciiTheme")) for kop in koppen} == {"majorHAnsi"}
    standaard = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", NS)
    assert standaard.get(w("asciiTheme")) == "minorHAnsi"
    # With the theme alone all of it changes: only the colour of text is written in the styles.
    after = trees(apply_huisstijl(open_(real_sjabloon), FULL._replace(accent="", tekst="")))
    assert etree.tostring(after["word/styles.xml"]) == etree.tostring(styles)


def test_een_vreemd_sjabloon_met_eigen_letters(real_lijst):
    """The default template of python-docx names no typeface in its headings but that of a theme."""
    package = apply_huisstijl(open_(start_python_docx(real_lijst)), FULL)
    styles = trees(package)["word/styles.xml"]
    kop = styles.xpath("w:style[w:name/@w:val='heading 1']/w:rPr/w:rFonts", namespaces=NS)[0]
    assert kop.get(w("asciiTheme")) == "majorHAnsi"
    assert kop.get(w("cstheme")) == "majorBidi"


def test_zonder_thema_staan_de_letters_in_de_stijlen(real_lijst):
    data = met_de_hand(real_lijst)
    styles = trees(apply_huisstijl(open_(data), FULL))["word/styles.xml"]
    letters = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", NS)
    assert dict(letters.attrib) == {w("ascii"): "DejaVu Sans", w("hAnsi"): "DejaVu Sans"}


def test_letters_die_een_stijl_zelf_noemt_wijken(builder):
    styles = builder.styles().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Mangal"/><w:color w:val="777777"/></w:rPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="K"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Body Text"/><w:rPr><w:rFonts'
        ' w:ascii="Arial"/></w:rPr></w:style></w:styles>',
    )
    data = builder.pack({**builder.parts(), "word/styles.xml": styles})
    after = trees(apply_huisstijl(open_(data), FULL))["word/styles.xml"]

    def letters(id_: str):
        (found,) = after.xpath(f"w:style[@w:styleId='{id_}']/w:rPr/w:rFonts", namespaces=NS)
        return found.get(w("ascii")), found.get(w("cs"))

    assert letters("N") == ("DejaVu Sans", "Mangal")
    assert letters("K") == ("Liberation Serif", None)
    assert letters("B") == ("Arial", None)  # its own business
    (kleur,) = after.xpath("w:style[@w:styleId='N']/w:rPr/w:color/@w:val", namespaces=NS)
    assert kleur == "1A1A1A"


@pytest.mark.parametrize("tabelkleur", [False, True])
def test_waar_de_tekstkleur_staat(builder, tabelkleur):
    """Not in the defaults, for LibreOffice; unless a table style colours words of its own."""
    tabel = (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="Huis"/><w:tblStylePr'
        ' w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>'
    )
    styles = builder.styles().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        + tabel * tabelkleur + "</w:styles>",
    )  # fmt: skip
    data = builder.pack({**builder.parts(), "word/styles.xml": styles})
    after = trees(apply_huisstijl(open_(data), FULL))["word/styles.xml"]
    standaard = after.xpath("w:docDefaults//w:color/@w:val", namespaces=NS)
    own = after.xpath("w:style[@w:styleId='N']/w:rPr/w:color/@w:val", namespaces=NS)
    assert (standaard, own) == ((["1A1A1A"], []) if tabelkleur else ([], ["1A1A1A"]))
