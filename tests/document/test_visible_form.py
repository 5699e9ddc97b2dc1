"""Every property of words and paragraphs that there is: only looks, or it has a name."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from package_builder import KOP, W
from uitvoeringsplan.document.visible_form import (
    ELSEWHERE,
    LOOKS,
    PARAGRAPH_FORMS,
    RUN_FORMS,
    VisibleForms,
)
from uitvoeringsplan.ooxml.names import W14, W15
from uitvoeringsplan.ooxml.styles import NO_STYLES, load_styles
from uitvoeringsplan.ooxml.tree import MC

# ECMA-376 part 1, annex A: CT_RPr with EG_RPrBase, CT_ParaRPr, CT_PPr with CT_PPrBase; [MS-DOCX]
# 2.6.1 and 2.5 for what Word 2010 and 2013 add to them.
OF_RUNS = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
    fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange ins del moveFrom
    moveTo w14:glow w14:shadow w14:reflection w14:textOutline w14:textFill w14:scene3d w14:props3d
    w14:ligatures w14:numForm w14:numSpacing w14:stylisticSets w14:cntxtAlts
""".split()  # noqa: SIM905 - as the standard lists them
OF_PARAGRAPHS = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
    bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    w15:collapsed
""".split()  # noqa: SIM905 - idem
SPACES = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:w15="{W15}" xmlns:mc="{MC}" xmlns:x="urn:vreemd"'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="1F4E79"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name'
    ' w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Citaat"><w:name'
    ' w:val="Quote"/><w:basedOn w:val="N"/><w:pPr><w:pBdr><w:left w:val="single"/></w:pBdr><w:shd'
    ' w:fill="EEEEEE"/></w:pPr><w:rPr><w:i/><w:strike/></w:rPr></w:style><w:style'
    ' w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond2"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Rond2"><w:name w:val="Rond2"/><w:basedOn'
    ' w:val="Rond"/><w:rPr><w:caps/></w:rPr></w:style><w:style w:type="character" w:styleId="K">'
    '<w:name w:val="Kader"/><w:rPr><w:bdr w:val="single"/></w:rPr></w:style><w:style'
    ' w:type="character" w:styleId="Leeg"><w:name w:val="Placeholder Text"/><w:rPr><w:u'
    ' w:val="single"/></w:rPr></w:style>'
)


def read(name: str, xml: str):
    return etree.fromstring(f"<w:{name} {SPACES}>{xml}</w:{name}>")


def words(xml: str, paragraph: str = "") -> list[str]:
    return VisibleForms(sheet()).of_run(read("rPr", xml), paragraph)


def sheet():
    xml = f'{KOP}<w:styles xmlns:w="{W}">{STYLES}</w:styles>'
    return load_styles(xml.encode(), "word/styles.xml", "proef.docx")


@pytest.mark.parametrize(
    ("names", "forms"), [(OF_RUNS, RUN_FORMS), (OF_PARAGRAPHS, PARAGRAPH_FORMS)]
)
def test_elke_eigenschap_staat_in_precies_een_tabel(names, forms):
    silent = Counter([*(name for group in LOOKS.values() for name in group), *ELSEWHERE])
    assert [name for name in names if silent[name] + (name in forms) != 1] == []
    assert set(forms) <= set(names)
    assert set(silent) <= {*OF_RUNS, *OF_PARAGRAPHS}
    assert all(reason.islower() or reason[0].islower() for reason in LOOKS)


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<w:b/><w:i w:val='0'/>", "vet"), ("<w:strike/>", "doorgehaald"),
        ("<w:dstrike w:val='true'/>", "doorgehaald"), ("<w:vanish/>", "verborgen"),
        ("<w:vertAlign w:val='superscript'/>", "hoog geschreven"),
        ("<w:position w:val='-6'/>", "laag geschreven"),
        ("<w:caps/>", "in hoofdletters"), ("<w:smallCaps/>", "in kleine hoofdletters"),
        ("<w:u w:val='dash'/>", "onderstreept"), ("<w:em w:val='dot'/>", "met een nadrukteken"),
        ("<w:highlight w:val='red'/>", "gemarkeerd met een kleur"),
        ("<w:color w:val='C00000'/>", "gekleurd"),
        ("<w:color w:val='0B5563' w:themeColor='accent1'/>", "gekleurd"),
        ("<w:color w:val='FFFFFF'/>", "in witte letters"),
        ("<w:color w:val='auto' w:themeColor='background1'/>", "in witte letters"),
        ("<w:color w:val='FFFFFF'/><w:shd w:fill='00FF00'/>", "met een achtergrondkleur"),
        ("<w:shd w:val='pct20' w:fill='auto'/>", "met een achtergrondkleur"),
        ("<w:bdr w:val='single'/>", "met een kader"), ("<w:rStyle w:val='K'/>", "met een kader"),
        ("<w:outline/>", "met een teksteffect"),
        ("<w:effect w:val='lights'/>", "met een teksteffect"),
        ("<w14:glow w14:rad='63500'><w14:srgbClr w14:val='FF0000'/></w14:glow>", "teksteffect"),
        ("<w14:textFill><w14:solidFill><w14:srgbClr w14:val='FF0000'/></w14:solidFill>"
         "</w14:textFill>", "gekleurd"),
        ("<w14:textFill><w14:gradFill/></w14:textFill>", "gekleurd"),
        ("<w:nieuw/>", "met opmaak die dit programma niet kent (nieuw)"),
        ("<x:nieuw/>", "met opmaak die dit programma niet kent (nieuw)"),
        ("<mc:AlternateContent><mc:Choice Requires='x'><x:y/></mc:Choice><mc:Fallback><w:u"
         " w:val='single'/></mc:Fallback></mc:AlternateContent>", "onderstreept"),
    ],
)  # fmt: skip
def test_wat_woorden_zijn(xml, said):
    (form,) = words(xml)
    assert said in form


@pytest.mark.parametrize(
    "xml",
    [
        "<w:rFonts w:ascii='Arial'/><w:sz w:val='40'/><w:lang w:val='nl-NL'/><w:webHidden/>",
        "<w:color w:val='auto'/>", "<w:color w:val='000000'/>", "<w:color w:val='212529'/>",
        "<w:color w:val='000000' w:themeColor='text1'/>",
        "<w:color w:val='1f4e79'/>",  # the colour that the document has anyhow
        "<w:u w:val='none'/><w:caps w:val='0'/><w:bdr w:val='nil'/><w:em w:val='none'/>",
        "<w:shd w:val='clear' w:fill='auto'/>", "<w:position w:val='0'/>",
        "<w14:textOutline w14:w='9'><w14:noFill/></w14:textOutline>",
        "<w14:textFill><w14:solidFill><w14:schemeClr w14:val='tx1'/></w14:solidFill>"
        "</w14:textFill>",
        "<w:rStyle w:val='Leeg'/>", "<w:rStyle w:val='bestaat niet'/>",
        "<mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:rFonts w:ascii='Segoe UI"
        " Emoji'/></mc:Fallback></mc:AlternateContent>",
    ],
)  # fmt: skip
def test_hoe_woorden_er_alleen_uitzien(xml):
    assert [form for form in words(xml) if form != "niet gekleurd"] == []


def test_woorden_worden_met_hun_alinea_vergeleken():
    assert words("<w:i/><w:b/>", "Citaat") == ["vet"]
    assert words("<w:i w:val='0'/><w:strike w:val='0'/>", "Citaat") == [
        "niet cursief",
        "niet doorgehaald",
    ]
    assert words("<w:caps/>", "Rond") == []
    assert words("<w:color w:val='C00000'/>", "Citaat") == ["gekleurd"]
    assert words("<w:color w:val='auto'/>", "Citaat") == ["niet gekleurd"]
    assert VisibleForms(NO_STYLES).of_run(None) == []


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<w:pBdr><w:top w:val='single'/></w:pBdr>", ["een rand"]),
        ("<w:pBdr><w:top w:val='nil'/></w:pBdr><w:shd w:fill='auto'/><w:jc w:val='both'/>", []),
        ("<w:shd w:fill='FFFF00'/>", ["een achtergrondkleur"]),
        ("<w:pageBreakBefore/>", ["een nieuwe pagina ervoor"]),
        ("<w:pageBreakBefore w:val='off'/>", []),
        ("<w:sectPr/>", ["een sectie-einde erachter"]),
        ("<w:framePr w:dropCap='drop'/>", ["een beginkapitaal"]),
        ("<w:framePr w:x='100' w:y='100'/>", ["een eigen plaats op de bladzijde"]),
        ("<w:framePr w:wrap='none'/>", []),
        ("<w15:collapsed/>", ["een ingeklapt deel eronder"]),
        ("<w:nieuw/>", ["met opmaak die dit programma niet kent (nieuw)"]),
        ("<w:pStyle w:val='Citaat'/><w:pBdr><w:left w:val='single'/></w:pBdr>", []),
    ],
)
def test_wat_een_alinea_is(xml, said):
    assert VisibleForms(sheet()).of_paragraph(read("pPr", xml)) == said


def test_wat_een_stijl_van_een_alinea_maakt():
    forms = VisibleForms(sheet())
    assert sorted(forms.of_style("Citaat")) == [
        "cursief", "doorgehaald", "een achtergrondkleur", "een rand",
    ]  # fmt: skip
    assert forms.of_style("Rond") == ["in hoofdletters"]
    assert forms.of_style("N") == forms.of_style("") == forms.of_style("bestaat niet") == []
