"""New styles in a styles part, and the language that every style takes from it."""

from __future__ import annotations

import pytest
from completed_templates import completed, style, tree
from random_styles import LIST_STYLES, OVERIGE

from independent_reader import NS, W, w
from uitvoeringsplan.ooxml.tree import child, parse, val
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.completing.new_styles import set_language


@pytest.mark.parametrize(
    ("theme", "kleur", "name"),
    [
        ("0563C1", "0563C1", "hyperlink"),
        ("A5E8F5", None, None),  # nobody could read it
        (None, "0563C1", None),
    ],
)
def test_een_nieuwe_link_heeft_de_kleur_van_het_thema(builder, theme, kleur, name):
    parts = builder.parts()
    parts["word/styles.xml"] = builder.styles().replace('"Hyperlink"', '"Anders"')
    if theme:
        parts["word/thema.xml"] = (
            "<t:theme"
            ' xmlns:t="http://schemas.openxmlformats.org/drawingml/2006/main"><t:themeElements>'
            f'<t:clrScheme><t:hlink><t:srgbClr val="{theme}"/></t:hlink></t:clrScheme>'
            "</t:themeElements></t:theme>"
        )
        parts["word/_rels/document.xml.rels"] = builder.relationships(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("theme", "thema.xml")
        )
    element = style(tree(completed(builder.pack(parts)), "word/styles.xml"), "Hyperlink")
    own = element.find("w:rPr/w:color", NS)
    assert own.get(w("themeColor")) == name
    assert (own.get(w("val")) == kleur) if kleur else own.get(w("val")) != theme


def test_het_voorvoegsel_van_het_deel_zelf(builder):
    parts = {
        **builder.parts(),
        "word/styles.xml": builder.styles("q").replace("Hyperlink", "Anders"),
    }
    package = completed(builder.pack(parts))
    assert '<q:name q:val="Hyperlink"/>' in package.content("word/styles.xml").decode()


def test_een_naamruimte_zonder_voorvoegsel(builder):
    styles = f'<styles xmlns="{W}"><style/></styles>'
    package = completed(builder.pack({**builder.parts(), "word/styles.xml": styles}))
    assert style(tree(package, "word/styles.xml"), LIST_STYLES[0]) is not None
    assert complete(package) == package


@pytest.mark.parametrize("name", OVERIGE[:3])
def test_een_naam_met_andere_hoofdletters_telt(builder, name):
    parts = {**builder.parts(), "word/styles.xml": builder.styles().replace(name, name.upper())}
    names = [
        s.find(w("name")).get(w("val")).lower()
        for s in tree(completed(builder.pack(parts)), "word/styles.xml").iter(w("style"))
    ]
    assert names.count(name.lower()) == 1


def styles(taal: str, own: str = "") -> bytes:
    standaard = f"<w:docDefaults><w:rPrDefault><w:rPr>{taal}</w:rPr></w:rPrDefault></w:docDefaults>"
    style_ = f'<w:style w:styleId="N"><w:rPr>{own}</w:rPr></w:style>'
    return f'<w:styles xmlns:w="{W}">{standaard}{style_}</w:styles>'.encode()


@pytest.mark.parametrize(
    ("taal", "own", "verandert"),
    [
        ('<w:lang w:val="nl-NL"/>', "", False),
        ('<w:lang w:val="en-US" w:bidi="ar-SA"/>', "", True),
        ("", "", True),
        ('<w:lang w:val="nl-NL"/>', '<w:lang w:val="en-US"/>', True),
        ('<w:lang w:val="nl-NL"/>', '<w:lang w:val="nl-BE"/>', False),
    ],
)
def test_de_taal_van_het_document_is_nederlands(taal, own, verandert):
    root = parse(styles(taal, own), "x", "y")
    assert set_language(root, "N") is verandert
    put = child(root, "docDefaults", "rPrDefault", "rPr", "lang")
    assert val(put) == "nl-NL"
    assert (val(put, "bidi") == "ar-SA") is ("bidi" in taal)
    (style,) = root.findall(w("style"))
    assert val(child(style, "rPr", "lang")) == ("nl-BE" if "nl-BE" in own else "")
    assert set_language(root, "N") is False


def test_een_andere_stijl_mag_een_andere_taal_hebben():
    root = parse(styles('<w:lang w:val="nl-NL"/>', '<w:lang w:val="fy-NL"/>'), "x", "y")
    assert set_language(root, "Anders") is False
