from __future__ import annotations

import re

import pytest
from foreign_templates import met_de_hand, plek, van_python_docx
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from random_styles import pakket_van, stijldelen

from independent_reader import NS, w
from trials import proeven
from uitvoeringsplan.errors import HuisstijlError
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.model.kleur import WHITE, readable_kleur
from uitvoeringsplan.ooxml.package import Package, load_package
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl, weggelaten, without_huisstijl

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VOL = Huisstijl("huisstijl.yaml", "B5121B", "1A1A1A", "Liberation Serif", "DejaVu Sans")
leesbaar = st.integers(0, 0xFFFFFF).map(lambda k: readable_kleur(f"{k:06X}", [WHITE]))


def bomen(pakket: Package):
    return {
        naam: etree.fromstring(pakket.inhoud(naam))
        for naam in pakket.leden
        if naam.endswith(".xml") and not naam.startswith("customXml")
    }


def open_(data: bytes) -> Package:
    return complete(load_package(data, "sjabloon.docx"))


def accenten(pakket: Package):
    """Yield (value, tint or shade) of every colour that is called accent1 or hyperlink."""
    for boom in bomen(pakket).values():
        for element in boom.iter(etree.Element):
            for thema, naam, mate in (
                ("themeColor", "val" if element.tag == w("color") else "color", "theme"),
                ("themeFill", "fill", "themeFill"),
            ):
                if element.get(w(thema)) in ("accent1", "hyperlink"):
                    anders = any(element.get(w(f"{mate}{m}")) for m in ("Tint", "Shade"))
                    yield element.get(w(naam)), anders


@proeven(40)
@given(accent=leesbaar)
def test_elk_accent_heeft_de_nieuwe_kleur(echt_sjabloon, accent):
    voor = list(accenten(open_(echt_sjabloon)))
    na = list(accenten(apply_huisstijl(open_(echt_sjabloon), Huisstijl("h", accent))))
    assert len(na) == len(voor) > 15
    assert {kleur for kleur, anders in na if not anders} == {accent}


def test_geen_oud_accent_blijft_achter(echt_sjabloon):
    """Every place of the accent in our own template goes through the theme."""
    oud = bomen(open_(echt_sjabloon))["word/theme/theme1.xml"].find(f".//{A}accent1/{A}srgbClr")
    pakket = apply_huisstijl(open_(echt_sjabloon), VOL)
    kleur = f'"{oud.get("val")}"'.encode()
    rest = [naam for naam in pakket.leden if kleur in pakket.inhoud(naam).upper()]
    assert rest == []


def test_het_thema(echt_sjabloon):
    boom = bomen(apply_huisstijl(open_(echt_sjabloon), VOL))["word/theme/theme1.xml"]
    kleur = {n: boom.find(f".//{A}{n}/{A}srgbClr").get("val") for n in ("accent1", "hlink")}
    assert kleur == {"accent1": "B5121B", "hlink": "B5121B"}
    letter = {n: boom.find(f".//{A}{n}/{A}latin").attrib for n in ("majorFont", "minorFont")}
    assert letter == {
        "majorFont": {"typeface": "Liberation Serif"},
        "minorFont": {"typeface": "DejaVu Sans"},
    }


def test_koppen_wijzen_naar_het_thema_en_tekst_ook(echt_sjabloon):
    stijlen = bomen(open_(echt_sjabloon))["word/styles.xml"]
    namen = {
        s.find(w("name")).get(w("val")): s.find("w:rPr/w:rFonts", NS)
        for s in stijlen.iter(w("style"))
    }
    koppen = ("heading 1", "heading 2", "heading 3", "Title", "TOC Heading", "Uvp Vraag")
    assert {namen[kop].get(w("asciiTheme")) for kop in koppen} == {"majorHAnsi"}
    standaard = stijlen.find("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", NS)
    assert standaard.get(w("asciiTheme")) == "minorHAnsi"
    # With the theme alone all of it changes: only the colour of text is written in the styles.
    na = bomen(apply_huisstijl(open_(echt_sjabloon), VOL._replace(accent="", tekst="")))
    assert etree.tostring(na["word/styles.xml"]) == etree.tostring(stijlen)


def test_alleen_wat_erin_staat_verandert(echt_sjabloon):
    pakket = open_(echt_sjabloon)
    for stijl, deel in ((VOL._replace(accent="", tekst="", letter_koppen=""), "theme1.xml"),):
        na = without_huisstijl(apply_huisstijl(pakket, stijl))
        voor = without_huisstijl(pakket)
        anders = [n for n in na.leden if na.leden[n] != voor.leden.get(n)]
        assert all(naam.endswith((deel, "glossary/styles.xml")) for naam in anders)
    assert apply_huisstijl(pakket, Huisstijl("h")) == without_huisstijl(pakket)


def test_zonder_huisstijl_gaan_alleen_de_lege_plekken(echt_sjabloon):
    pakket = open_(echt_sjabloon)
    na = without_huisstijl(pakket)
    assert [n for n in na.leden if na.leden[n] != pakket.leden[n]] == ["word/document.xml"]
    voor, document = (p.inhoud("word/document.xml").decode() for p in (pakket, na))
    for tag in ("beeld: logo", "adres"):
        (blok,) = re.findall(
            rf'<w:sdt>(?:(?!</?w:sdt>).)*<w:tag w:val="{tag}"/>(?:(?!</w:sdt>).)*</w:sdt>', voor
        )
        voor = voor.replace(blok, "")
    assert document == voor
    assert without_huisstijl(na) is na


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


@proeven(100)
@given(delen=stijldelen(), accent=leesbaar, kies=st.data())
def test_twee_keer_is_hetzelfde_als_een_keer(builder, delen, accent, kies):
    letters = st.sampled_from(["", "Arial", "A & B"])
    stijl = Huisstijl("h", accent, kies.draw(leesbaar | st.just("")), kies.draw(letters),
                      kies.draw(letters), None, ("Straat 1 & zo",))  # fmt: skip
    een = apply_huisstijl(open_(pakket_van(builder, delen)), stijl)
    assert apply_huisstijl(een, stijl) == een
    assert complete(een) == een


def test_een_vreemd_sjabloon_met_eigen_letters(echte_lijst):
    """The default template of python-docx names no typeface in its headings but that of a theme."""
    pakket = apply_huisstijl(open_(van_python_docx(echte_lijst)), VOL)
    stijlen = bomen(pakket)["word/styles.xml"]
    kop = stijlen.xpath("w:style[w:name/@w:val='heading 1']/w:rPr/w:rFonts", namespaces=NS)[0]
    assert kop.get(w("asciiTheme")) == "majorHAnsi"
    assert kop.get(w("cstheme")) == "majorBidi"


def test_zonder_thema_staan_de_letters_in_de_stijlen(echte_lijst):
    data = met_de_hand(echte_lijst)
    stijlen = bomen(apply_huisstijl(open_(data), VOL))["word/styles.xml"]
    letters = stijlen.find("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", NS)
    assert dict(letters.attrib) == {w("ascii"): "DejaVu Sans", w("hAnsi"): "DejaVu Sans"}


def test_letters_die_een_stijl_zelf_noemt_wijken(builder):
    stijlen = builder.stijlen().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Mangal"/><w:color w:val="777777"/></w:rPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="K"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Body Text"/><w:rPr><w:rFonts'
        ' w:ascii="Arial"/></w:rPr></w:style></w:styles>',
    )
    data = builder.pak_in({**builder.delen(), "word/styles.xml": stijlen})
    na = bomen(apply_huisstijl(open_(data), VOL))["word/styles.xml"]

    def letters(id_: str):
        (gevonden,) = na.xpath(f"w:style[@w:styleId='{id_}']/w:rPr/w:rFonts", namespaces=NS)
        return gevonden.get(w("ascii")), gevonden.get(w("cs"))

    assert letters("N") == ("DejaVu Sans", "Mangal")
    assert letters("K") == ("Liberation Serif", None)
    assert letters("B") == ("Arial", None)  # its own business
    (kleur,) = na.xpath("w:style[@w:styleId='N']/w:rPr/w:color/@w:val", namespaces=NS)
    assert kleur == "1A1A1A"


@pytest.mark.parametrize("tabelkleur", [False, True])
def test_waar_de_tekstkleur_staat(builder, tabelkleur):
    """Not in the defaults, for LibreOffice; unless a table style colours words of its own."""
    tabel = (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="Huis"/><w:tblStylePr'
        ' w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>'
    )
    stijlen = builder.stijlen().replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        + tabel * tabelkleur + "</w:styles>",
    )  # fmt: skip
    data = builder.pak_in({**builder.delen(), "word/styles.xml": stijlen})
    na = bomen(apply_huisstijl(open_(data), VOL))["word/styles.xml"]
    standaard = na.xpath("w:docDefaults//w:color/@w:val", namespaces=NS)
    eigen = na.xpath("w:style[@w:styleId='N']/w:rPr/w:color/@w:val", namespaces=NS)
    assert (standaard, eigen) == ((["1A1A1A"], []) if tabelkleur else ([], ["1A1A1A"]))


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


def test_wat_geen_plek_heeft_wordt_gezegd(builder):
    stijl = Huisstijl("h", adres=("Postbus 1",))
    (melding,) = weggelaten(open_(builder.docx()), stijl)
    assert "(tag) “adres”" in melding
    assert weggelaten(open_(builder.docx()), Huisstijl("h")) == ()
    met = builder.docx(plek("adres"), builder.blok("eerste"), builder.blok("tweede"))
    assert weggelaten(open_(met), stijl) == ()
