"""The colours of a house style in a document, and whether they can be read where text stands."""

from __future__ import annotations

import re

import pytest
from dressed_templates import VOL, bomen, open_

from independent_reader import NS, w
from uitvoeringsplan.errors import HuisstijlError
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl
from uitvoeringsplan.word.huisstijl.house_colours import Backgrounds


@pytest.mark.parametrize(
    ("tint", "verwacht"),
    [
        ('w:themeShade="BF"', "670A0F"),  # half of three quarters of the lightness
        ('w:themeTint="99"', None),
        ("", "890D14"),
    ],
)
def test_tinten_en_schaduwen_gaan_mee(builder, tint, verwacht):
    stijlen = builder.stijlen().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Z"><w:name w:val="Z"/><w:rPr><w:color'
        f' w:themeColor="accent1" {tint} w:val="365F91"/></w:rPr></w:style></w:styles>',
    )
    data = builder.pak_in({**builder.delen(), "word/styles.xml": stijlen})
    na = apply_huisstijl(open_(data), Huisstijl("h", "890D14"))
    (kleur,) = bomen(na)["word/styles.xml"].xpath(
        "w:style[@w:styleId='Z']/w:rPr/w:color", namespaces=NS
    )
    nieuw = kleur.get(w("val"))
    assert kleur.get(w("themeColor")) == "accent1"
    if verwacht:
        assert nieuw == verwacht
    else:  # lighter than the accent, and of its hue
        assert nieuw > "890D14"
        assert nieuw[:2] > nieuw[2:4] == pytest.approx(nieuw[2:4])


def test_randen_onderstreping_en_vlakken(builder):
    alinea = (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="111111"'
        ' w:themeColor="accent1"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="222222"'
        ' w:themeFill="accent1"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"'
        ' w:themeColor="background1"/><w:u w:val="single" w:themeColor="hyperlink"/></w:rPr>'
        "<w:t>x</w:t></w:r></w:p>"
    )
    data = builder.docx(alinea, builder.blok("eerste"), builder.blok("tweede"))
    document = apply_huisstijl(open_(data), VOL).inhoud("word/document.xml").decode()
    assert 'w:color="B5121B" w:themeColor="accent1"/></w:pBdr>' in document
    assert 'w:color="auto" w:fill="B5121B" w:themeFill="accent1"/>' in document
    assert '<w:u w:val="single" w:themeColor="hyperlink" w:color="B5121B"/>' in document
    assert 'w:val="FFFFFF" w:themeColor="background1"' in document


def cel(vlak: str, binnen: str) -> str:
    return (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:shd"
        f' w:val="clear" w:color="auto" w:fill="{vlak}"/></w:tcPr>{binnen}<w:p/></w:tc></w:tr>'
        "</w:tbl>"
    )


def gekleurd(kleur: str) -> str:
    return f"<w:p><w:r><w:rPr>{kleur}</w:rPr><w:t>x</w:t></w:r></w:p>"


TEKST = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
ACCENT = gekleurd('<w:color w:val="000000" w:themeColor="accent1"/>')
LINK = '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'
DONKER = gekleurd('<w:color w:val="000000"/>')


@pytest.mark.parametrize(
    ("vlak", "binnen", "stijl", "woorden"),
    [
        ("CCCCCC", ACCENT, {"accent": "B5121B"}, "`accent` in het sjabloon"),
        ("CCCCCC", LINK, {"accent": "B5121B"}, "op de achtergrond #CCCCCC"),
        ("CCCCCC", "veld", {"accent": "B5121B"}, "op de achtergrond #CCCCCC"),
        ("CCCCCC", TEKST, {"accent": "B5121B"}, ""),
        ("FFFF99", ACCENT, {"accent": "0B5563"}, ""),
        ("CCCCCC", TEKST, {"tekst": "767676"}, "`tekst` in het sjabloon"),
        ("CCCCCC", DONKER, {"tekst": "767676"}, ""),
        ("CCCCCC", "", {"tekst": "767676"}, ""),
        ("333333", TEKST, {"tekst": "1A1A1A"}, "`tekst` kan niet bij het sjabloon"),
        ("333333", TEKST, {"accent": "B5121B"}, ""),
        ("333333", DONKER, {"tekst": "1A1A1A"}, ""),
    ],
)
def test_kleuren_op_de_vlakken_van_het_sjabloon(builder, vlak, binnen, stijl, woorden):
    velden = [builder.blok("eerste"), builder.blok("tweede")]
    if binnen == "veld":
        binnen = velden.pop()
    pakket = open_(builder.docx(cel(vlak, binnen), *velden))
    if not woorden:
        apply_huisstijl(pakket, Huisstijl("huis.yaml", **stijl))
        return
    with pytest.raises(HuisstijlError) as fout:
        apply_huisstijl(pakket, Huisstijl("huis.yaml", **stijl))
    assert str(fout.value).startswith("huis.yaml: ")
    assert woorden in str(fout.value)
    raad = re.search("Probeer #([0-9A-F]{6})", str(fout.value))
    if raad:
        beter = dict.fromkeys(stijl, raad[1])
        apply_huisstijl(pakket, Huisstijl("huis.yaml", **beter))


def test_een_vlak_van_een_stijl_telt_ook(builder):
    stijlen = builder.stijlen().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Kader"><w:name w:val="Kader"/><w:pPr><w:shd'
        ' w:val="clear" w:fill="CCCCCC"/></w:pPr></w:style><w:style w:type="paragraph"'
        ' w:styleId="Kop"><w:name w:val="Kaderkop"/><w:basedOn w:val="Kader"/><w:rPr><w:color'
        ' w:val="000000" w:themeColor="accent1"/></w:rPr></w:style></w:styles>',
    )
    data = builder.pak_in({**builder.delen(), "word/styles.xml": stijlen})
    with pytest.raises(HuisstijlError, match="#CCCCCC"):
        apply_huisstijl(open_(data), Huisstijl("huis.yaml", "B5121B"))


def gezien(*onderdelen: str, stijlen: str = "") -> Backgrounds:
    def boom(naam: str, binnen: str):
        return parse(f'<w:{naam} xmlns:w="{W}">{binnen}</w:{naam}>'.encode(), "x", "y")

    uit = Backgrounds([boom("styles", stijlen)])
    for onderdeel in onderdelen:
        uit.read(boom("body", onderdeel))
    return uit


def test_achter_welke_tekst_welk_vlak_staat():
    uit = gezien(cel("CCCCCC", TEKST), cel("FFFF99", ACCENT), cel("333333", TEKST))
    assert uit.behind_text == {"CCCCCC"}
    assert uit.behind_accent == {"FFFF99"}
    assert uit.dark == {"333333"}
    niets = gezien(cel("CCCCCC", DONKER), cel("222222", ACCENT), TEKST)
    assert not niets.behind_text | niets.behind_accent | niets.dark


def test_het_dichtstbijzijnde_vlak_telt():
    eigen = '<w:p><w:pPr><w:shd w:fill="EEEEEE"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert gezien(cel("CCCCCC", eigen)).behind_text == {"EEEEEE"}
    vlak = '<w:pPr><w:shd w:fill="DDDDDD"/></w:pPr>'
    stijl = f'<w:style w:type="paragraph" w:styleId="S">{vlak}</w:style>'
    met = '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert gezien(cel("CCCCCC", met), stijlen=stijl).behind_text == {"DDDDDD"}
    # The style itself counts too: an answer may use it tomorrow.
    assert gezien(stijlen=stijl).behind_text == {"DDDDDD"}
    tabel = stijl.replace("paragraph", "table")
    assert gezien(stijlen=tabel).behind_text == set()
