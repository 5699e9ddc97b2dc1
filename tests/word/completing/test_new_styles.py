"""New styles in a styles part, and the language that every style takes from it."""

from __future__ import annotations

import pytest
from completed_templates import aangevuld, boom, stijl
from random_styles import LIJSTSTIJLEN, OVERIGE

from independent_reader import NS, W, w
from uitvoeringsplan.ooxml.tree import child, parse, val
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.completing.new_styles import set_language


@pytest.mark.parametrize(
    ("thema", "kleur", "naam"),
    [
        ("0563C1", "0563C1", "hyperlink"),
        ("A5E8F5", None, None),  # nobody could read it
        (None, "0563C1", None),
    ],
)
def test_een_nieuwe_link_heeft_de_kleur_van_het_thema(builder, thema, kleur, naam):
    delen = builder.delen()
    delen["word/styles.xml"] = builder.stijlen().replace('"Hyperlink"', '"Anders"')
    if thema:
        delen["word/thema.xml"] = (
            '<t:theme xmlns:t="http://schemas.openxmlformats.org/drawingml/2006/main"><t:themeElements>'
            f'<t:clrScheme><t:hlink><t:srgbClr val="{thema}"/></t:hlink></t:clrScheme>'
            "</t:themeElements></t:theme>"
        )
        delen["word/_rels/document.xml.rels"] = builder.relaties(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("theme", "thema.xml")
        )
    element = stijl(boom(aangevuld(builder.pak_in(delen)), "word/styles.xml"), "Hyperlink")
    eigen = element.find("w:rPr/w:color", NS)
    assert eigen.get(w("themeColor")) == naam
    assert (eigen.get(w("val")) == kleur) if kleur else eigen.get(w("val")) != thema


def test_het_voorvoegsel_van_het_deel_zelf(builder):
    delen = {
        **builder.delen(),
        "word/styles.xml": builder.stijlen("q").replace("Hyperlink", "Anders"),
    }
    pakket = aangevuld(builder.pak_in(delen))
    assert '<q:name q:val="Hyperlink"/>' in pakket.inhoud("word/styles.xml").decode()


def test_een_naamruimte_zonder_voorvoegsel(builder):
    stijlen = f'<styles xmlns="{W}"><style/></styles>'
    pakket = aangevuld(builder.pak_in({**builder.delen(), "word/styles.xml": stijlen}))
    assert stijl(boom(pakket, "word/styles.xml"), LIJSTSTIJLEN[0]) is not None
    assert complete(pakket) == pakket


@pytest.mark.parametrize("naam", OVERIGE[:3])
def test_een_naam_met_andere_hoofdletters_telt(builder, naam):
    delen = {**builder.delen(), "word/styles.xml": builder.stijlen().replace(naam, naam.upper())}
    namen = [
        s.find(w("name")).get(w("val")).lower()
        for s in boom(aangevuld(builder.pak_in(delen)), "word/styles.xml").iter(w("style"))
    ]
    assert namen.count(naam.lower()) == 1


def stijlen(taal: str, eigen: str = "") -> bytes:
    standaard = f"<w:docDefaults><w:rPrDefault><w:rPr>{taal}</w:rPr></w:rPrDefault></w:docDefaults>"
    stijl_ = f'<w:style w:styleId="N"><w:rPr>{eigen}</w:rPr></w:style>'
    return f'<w:styles xmlns:w="{W}">{standaard}{stijl_}</w:styles>'.encode()


@pytest.mark.parametrize(
    ("taal", "eigen", "verandert"),
    [
        ('<w:lang w:val="nl-NL"/>', "", False),
        ('<w:lang w:val="en-US" w:bidi="ar-SA"/>', "", True),
        ("", "", True),
        ('<w:lang w:val="nl-NL"/>', '<w:lang w:val="en-US"/>', True),
        ('<w:lang w:val="nl-NL"/>', '<w:lang w:val="nl-BE"/>', False),
    ],
)
def test_de_taal_van_het_document_is_nederlands(taal, eigen, verandert):
    root = parse(stijlen(taal, eigen), "x", "y")
    assert set_language(root, "N") is verandert
    gezet = child(root, "docDefaults", "rPrDefault", "rPr", "lang")
    assert val(gezet) == "nl-NL"
    assert (val(gezet, "bidi") == "ar-SA") is ("bidi" in taal)
    (style,) = root.findall(w("style"))
    assert val(child(style, "rPr", "lang")) == ("nl-BE" if "nl-BE" in eigen else "")
    assert set_language(root, "N") is False


def test_een_andere_stijl_mag_een_andere_taal_hebben():
    root = parse(stijlen('<w:lang w:val="nl-NL"/>', '<w:lang w:val="fy-NL"/>'), "x", "y")
    assert set_language(root, "Anders") is False
