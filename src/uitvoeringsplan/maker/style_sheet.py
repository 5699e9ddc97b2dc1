"""The styles of the template; Word's own names where Word has one, so menus and readers know them.

Type and spacing of running text live in the document defaults and in no paragraph style. Only so
can the table style set a smaller size for every answer in a cell, lists included.
"""

from __future__ import annotations

from uitvoeringsplan.maker.looks import (
    ACCENT,
    GREY,
    HEADING_FONT,
    RULE_COLOUR,
    WIDTH_LYING,
    WIDTH_STANDING,
    paragraph_style,
    size,
    spacing,
    style,
)
from uitvoeringsplan.maker.numbering_part import BULLETS, HEADINGS, NUMBERS, SOURCES
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.word.writing.point_levels import BULLET_STYLES, NUMBER_STYLES

# Colours and typefaces go through the theme, so that a house style has one place to change them.
# The colour itself stands beside its name for programs that do not read the theme.
_KLEUR = f'<w:color w:val="{ACCENT}" w:themeColor="accent1"/>'
_GRIJS = f'<w:color w:val="{GREY}"/>'
_FEIT = 3119  # where the values of facts start


def styles_xml(*, alleen_tekens: bool = False) -> str:
    """Return the styles part; the glossary needs the character styles only."""
    stijlen = [*_basis(), *_tekens()]
    if not alleen_tekens:
        stijlen += [
            *_koppen(),
            *_lopende_tekst(),
            *_lijsten(),
            *title_page_styles(),
            *_rand(),
            *_tabel(),
        ]
    return f'<w:styles xmlns:w="{W}">{_STANDAARD}{"".join(stijlen)}</w:styles>'


_STANDAARD = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
    ' w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:widowControl/><w:spacing w:after="140" w:line="283" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def _basis() -> list[str]:
    cel = (
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    return [
        style("paragraph", "Normal", rang=0, standaard=True, galerij=True),
        style(
            "character",
            "Default Paragraph Font",
            id_="DefaultParagraphFont",
            standaard=True,
        ),
        style("table", "Normal Table", id_="TableNormal", rang=99, standaard=True, kern=cel),
        style("numbering", "No List", id_="NoList", rang=99, standaard=True),
    ]


def _tekens() -> list[str]:
    basis = "DefaultParagraphFont"
    link = (
        f'<w:rPr><w:color w:val="{ACCENT}" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr>'
    )
    grijs = f"<w:rPr>{_GRIJS}</w:rPr>"
    return [
        style("character", "Hyperlink", basis=basis, rang=99, kern=link),
        style("character", "Placeholder Text", basis=basis, rang=99, kern=grijs),
        style("character", "Uvp Feitlabel", basis=basis, rang=30, kern=grijs),
    ]


def _koppen() -> list[str]:
    maten = ((20, 480, 160), (14, 320, 100), (12, 240, 80))
    vierde = paragraph_style(  # the label of a question where there is no table
        "heading 4",
        f'<w:keepNext/><w:keepLines/>{spacing(200, 60, 252)}<w:outlineLvl w:val="3"/>',
        f"{HEADING_FONT}<w:b/><w:bCs/>{size(11)}",
        id_="Heading4",
        volgende="Normal",
        rang=9,
    )
    return [
        paragraph_style(
            f"heading {i}",
            f'<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="{i - 1}"/>'
            f'<w:numId w:val="{HEADINGS}"/></w:numPr>{spacing(voor, na, 252)}'
            f'<w:outlineLvl w:val="{i - 1}"/>',
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(punten)}",
            id_=f"Heading{i}",
            volgende="Normal",
            rang=9,
        )
        for i, (punten, voor, na) in enumerate(maten, start=1)
    ] + [vierde]


def _lopende_tekst() -> list[str]:
    return [
        paragraph_style(
            "Uvp Citaat",
            f'<w:keepLines/>{spacing(60, 200)}<w:ind w:left="567" w:right="567"/>',
            f"<w:i/><w:iCs/>{_KLEUR}",
            volgende="Normal",
            rang=29,
        ),
        paragraph_style(
            "Uvp Vraag",
            f"<w:keepNext/><w:keepLines/>{spacing(160, 40)}",
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(10)}",
            volgende="Normal",
            rang=21,
        ),
        paragraph_style(
            "caption",
            f"<w:keepLines/>{spacing(80, 240, 252)}",
            f"{_GRIJS}{size(9)}",
            volgende="Normal",
            rang=35,
        ),
        paragraph_style(
            "Uvp Feit",  # facts stay together: two of them on a page of their own look lost
            f'<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="{_FEIT}"/></w:tabs>{spacing(0, 60)}'
            f'<w:ind w:left="{_FEIT}" w:hanging="{_FEIT}"/>',
            rang=22,
        ),
    ]


def _lijsten() -> list[str]:
    lijsten = (
        *((naam, BULLETS, diepte) for diepte, naam in enumerate(BULLET_STYLES)),
        *((naam, NUMBERS, diepte) for diepte, naam in enumerate(NUMBER_STYLES)),
        ("Uvp Bron", SOURCES, 0),
    )
    return [
        paragraph_style(
            naam,
            f'<w:numPr><w:ilvl w:val="{diepte}"/><w:numId w:val="{nummer}"/></w:numPr>'
            f"{spacing(0, 140 if naam == 'Uvp Bron' else 80)}",
            rang=23,
        )
        for naam, nummer, diepte in lijsten
    ]


def _rand() -> list[str]:
    """Return what stands around the text: contents list, header and footer."""
    rechts = f'<w:tab w:val="right" w:pos="{WIDTH_STANDING}"/>'
    stip = rechts.replace("/>", ' w:leader="dot"/>')
    liggend = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH_LYING}"/></w:tabs>'
    klein = f"{_GRIJS}{size(9)}"
    uit = [
        paragraph_style(
            "TOC Heading",
            f"<w:keepNext/><w:keepLines/><w:pageBreakBefore/>{spacing(0, 320, 252)}",
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(20)}",
            id_="TOCHeading",
            volgende="Normal",
            rang=39,
        ),
        paragraph_style(
            "toc 1",
            f'<w:tabs><w:tab w:val="left" w:pos="567"/>{rechts}</w:tabs>{spacing(200, 40)}',
            "<w:b/><w:bCs/>",
            id_="TOC1",
            volgende="Normal",
            rang=39,
        ),
        paragraph_style(
            "toc 2",
            f'<w:tabs><w:tab w:val="left" w:pos="567"/>{stip}</w:tabs>{spacing(0, 40)}',
            id_="TOC2",
            volgende="Normal",
            rang=39,
        ),
    ]
    for naam, eigen in (("header", "Uvp Koptekst Liggend"), ("footer", "Uvp Voettekst Liggend")):
        staand = f"<w:tabs>{rechts}</w:tabs>{spacing(0, 0, 240)}"
        uit.append(paragraph_style(naam, staand, klein, rang=99, galerij=False))
        schoon = f'<w:tabs><w:tab w:val="clear" w:pos="{WIDTH_STANDING}"/>'
        tabs = liggend.replace("<w:tabs>", schoon)
        uit.append(paragraph_style(eigen, tabs, basis=naam.title(), rang=99, galerij=False))
    return uit


def _tabel() -> list[str]:
    kleur = f'w:color="{ACCENT}" w:themeColor="accent1"'
    randen = (
        f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" {kleur}/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" {kleur}/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE_COLOUR}"/></w:tblBorders>'
    )
    marges = "".join(
        f'<w:{kant} w:w="{maat}" w:type="dxa"/>'
        for kant, maat in (("top", 113), ("left", 113), ("bottom", 85), ("right", 142))
    )
    kern = (
        f"<w:pPr>{spacing(0, 80, 264)}</w:pPr><w:rPr>{size(10)}</w:rPr>"
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{randen}'
        f"<w:tblCellMar>{marges}</w:tblCellMar></w:tblPr>"
    )
    wit = '<w:b/><w:bCs/><w:color w:val="FFFFFF" w:themeColor="background1"/>'
    return [
        style("table", "Uvp Tabel", basis="TableNormal", rang=40, kern=kern),
        paragraph_style(  # white, so it brings what it stands on along
            "Uvp Tabelkop",
            f'<w:keepNext/><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"'
            f' w:themeFill="accent1"/>{spacing(0, 0, 252)}',
            f"{HEADING_FONT}{wit}{size(10.5)}",
        ),
        paragraph_style(
            "Uvp Rijtitel",
            f"<w:keepLines/>{spacing(0, 80, 252)}",
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(10.5)}",
            volgende="Normal",
        ),
        paragraph_style(
            "Uvp Celslot",
            '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
            size(1),
            galerij=False,
        ),
    ]


def title_page_styles() -> list[str]:
    """Return the styles in the order of the page."""
    balk = f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}" w:themeFill="accent1"/>'
    return [
        # What comes after the logo gives way to it, so that the title keeps its height.
        paragraph_style("Uvp Logo", spacing(0, 0, 240), volgende="Title", galerij=False),
        # Shading, not a border: LibreOffice 7.4 exports borders of paragraphs without a tag.
        paragraph_style(
            "Uvp Balk",
            f'{balk}<w:spacing w:before="3000" w:after="360" w:line="140" w:lineRule="exact"/>'
            f'<w:ind w:right="{WIDTH_STANDING - 1701}"/>',
            f'<w:color w:val="FFFFFF" w:themeColor="background1"/>{size(2)}',
            volgende="Title",
            galerij=False,
        ),
        paragraph_style(
            "Title",
            spacing(0, 200, 240),
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(36)}",
            volgende="Subtitle",
            rang=10,
        ),
        paragraph_style(
            "Subtitle",
            spacing(0, 60, 252),
            f"{HEADING_FONT}{size(20)}",
            volgende="Normal",
            rang=11,
        ),
        paragraph_style("Uvp Periode", spacing(0, 2400, 252), f"{_GRIJS}{size(14)}", rang=24),
        paragraph_style(
            "Uvp Adres",
            f"<w:keepLines/>{spacing(280, 0, 264)}",
            f"{_GRIJS}{size(10)}",
            galerij=False,
        ),
    ]
