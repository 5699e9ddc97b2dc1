"""The colours of a house style in a document, and whether they can be read where text stands."""

from __future__ import annotations

import re

import pytest
from dressed_templates import FULL, open_, trees

from independent_reader import NS, w
from uitvoeringsplan.errors import HuisstijlError
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl
from uitvoeringsplan.word.huisstijl.house_colours import Backgrounds


@pytest.mark.parametrize(
    ("tint", "expected"),
    [
        ('w:themeShade="BF"', "670A0F"),  # half of three quarters of the lightness
        ('w:themeTint="99"', None),
        ("", "890D14"),
    ],
)
def test_tinten_en_schaduwen_gaan_mee(builder, tint, expected):
    styles = builder.styles().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Z"><w:name w:val="Z"/><w:rPr><w:color'
        f' w:themeColor="accent1" {tint} w:val="365F91"/></w:rPr></w:style></w:styles>',
    )
    data = builder.pack({**builder.parts(), "word/styles.xml": styles})
    after = apply_huisstijl(open_(data), Huisstijl("h", "890D14"))
    (kleur,) = trees(after)["word/styles.xml"].xpath(
        "w:style[@w:styleId='Z']/w:rPr/w:color", namespaces=NS
    )
    new = kleur.get(w("val"))
    assert kleur.get(w("themeColor")) == "accent1"
    if expected:
        assert new == expected
    else:  # lighter than the accent, and of its hue
        assert new > "890D14"
        assert new[:2] > new[2:4] == pytest.approx(new[2:4])


def test_randen_onderstreping_en_vlakken(builder):
    paragraph = (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="111111"'
        ' w:themeColor="accent1"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="222222"'
        ' w:themeFill="accent1"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"'
        ' w:themeColor="background1"/><w:u w:val="single" w:themeColor="hyperlink"/></w:rPr>'
        "<w:t>x</w:t></w:r></w:p>"
    )
    data = builder.docx(paragraph, builder.block("eerste"), builder.block("tweede"))
    document = apply_huisstijl(open_(data), FULL).content("word/document.xml").decode()
    assert 'w:color="B5121B" w:themeColor="accent1"/></w:pBdr>' in document
    assert 'w:color="auto" w:fill="B5121B" w:themeFill="accent1"/>' in document
    assert '<w:u w:val="single" w:themeColor="hyperlink" w:color="B5121B"/>' in document
    assert 'w:val="FFFFFF" w:themeColor="background1"' in document


def cell(surface: str, inside: str) -> str:
    return (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:shd"
        f' w:val="clear" w:color="auto" w:fill="{surface}"/></w:tcPr>{inside}<w:p/></w:tc></w:tr>'
        "</w:tbl>"
    )


def coloured(kleur: str) -> str:
    return f"<w:p><w:r><w:rPr>{kleur}</w:rPr><w:t>x</w:t></w:r></w:p>"


TEXT = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
ACCENT = coloured('<w:color w:val="000000" w:themeColor="accent1"/>')
LINK = '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'
DARK = coloured('<w:color w:val="000000"/>')


@pytest.mark.parametrize(
    ("surface", "inside", "style", "words"),
    [
        ("CCCCCC", ACCENT, {"accent": "B5121B"}, "`accent` in het sjabloon"),
        ("CCCCCC", LINK, {"accent": "B5121B"}, "op de achtergrond #CCCCCC"),
        ("CCCCCC", "veld", {"accent": "B5121B"}, "op de achtergrond #CCCCCC"),
        ("CCCCCC", TEXT, {"accent": "B5121B"}, ""),
        ("FFFF99", ACCENT, {"accent": "0B5563"}, ""),
        ("CCCCCC", TEXT, {"tekst": "767676"}, "`tekst` in het sjabloon"),
        ("CCCCCC", DARK, {"tekst": "767676"}, ""),
        ("CCCCCC", "", {"tekst": "767676"}, ""),
        ("333333", TEXT, {"tekst": "1A1A1A"}, "`tekst` kan niet bij het sjabloon"),
        ("333333", TEXT, {"accent": "B5121B"}, ""),
        ("333333", DARK, {"tekst": "1A1A1A"}, ""),
    ],
)
def test_kleuren_op_de_vlakken_van_het_sjabloon(builder, surface, inside, style, words):
    fields = [builder.block("eerste"), builder.block("tweede")]
    if inside == "veld":
        inside = fields.pop()
    package = open_(builder.docx(cell(surface, inside), *fields))
    if not words:
        apply_huisstijl(package, Huisstijl("huis.yaml", **style))
        return
    with pytest.raises(HuisstijlError) as error:
        apply_huisstijl(package, Huisstijl("huis.yaml", **style))
    assert str(error.value).startswith("huis.yaml: ")
    assert words in str(error.value)
    guess = re.search("Probeer #([0-9A-F]{6})", str(error.value))
    if guess:
        better = dict.fromkeys(style, guess[1])
        apply_huisstijl(package, Huisstijl("huis.yaml", **better))


def test_een_vlak_van_een_stijl_telt_ook(builder):
    styles = builder.styles().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Kader"><w:name w:val="Kader"/><w:pPr><w:shd'
        ' w:val="clear" w:fill="CCCCCC"/></w:pPr></w:style><w:style w:type="paragraph"'
        ' w:styleId="Kop"><w:name w:val="Kaderkop"/><w:basedOn w:val="Kader"/><w:rPr><w:color'
        ' w:val="000000" w:themeColor="accent1"/></w:rPr></w:style></w:styles>',
    )
    data = builder.pack({**builder.parts(), "word/styles.xml": styles})
    with pytest.raises(HuisstijlError, match="#CCCCCC"):
        apply_huisstijl(open_(data), Huisstijl("huis.yaml", "B5121B"))


def seen(*onderdelen: str, styles: str = "") -> Backgrounds:
    def tree(name: str, inside: str):
        return parse(f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>'.encode(), "x", "y")

    result = Backgrounds([tree("styles", styles)])
    for onderdeel in onderdelen:
        result.read(tree("body", onderdeel))
    return result


def test_achter_welke_tekst_welk_vlak_staat():
    result = seen(cell("CCCCCC", TEXT), cell("FFFF99", ACCENT), cell("333333", TEXT))
    assert result.behind_text == {"CCCCCC"}
    assert result.behind_accent == {"FFFF99"}
    assert result.dark == {"333333"}
    nothing = seen(cell("CCCCCC", DARK), cell("222222", ACCENT), TEXT)
    assert not nothing.behind_text | nothing.behind_accent | nothing.dark


def test_het_dichtstbijzijnde_vlak_telt():
    own = '<w:p><w:pPr><w:shd w:fill="EEEEEE"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert seen(cell("CCCCCC", own)).behind_text == {"EEEEEE"}
    surface = '<w:pPr><w:shd w:fill="DDDDDD"/></w:pPr>'
    style = f'<w:style w:type="paragraph" w:styleId="S">{surface}</w:style>'
    met = '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert seen(cell("CCCCCC", met), styles=style).behind_text == {"DDDDDD"}
    # The style itself counts too: an answer may use it tomorrow.
    assert seen(styles=style).behind_text == {"DDDDDD"}
    tabel = style.replace("paragraph", "table")
    assert seen(styles=tabel).behind_text == set()
