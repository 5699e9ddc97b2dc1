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
_GREY = f'<w:color w:val="{GREY}"/>'
_FEIT = 3119  # where the values of facts start


def styles_xml(*, only_signs: bool = False) -> str:
    """Return the styles part; the glossary needs the character styles only."""
    styles = [*_basis(), *_signs()]
    if not only_signs:
        styles += [
            *_koppen(),
            *_running_text(),
            *_lijsten(),
            *title_page_styles(),
            *_edge(),
            *_tabel(),
        ]
    return f'<w:styles xmlns:w="{W}">{_STANDAARD}{"".join(styles)}</w:styles>'


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
    cell = (
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    return [
        style("paragraph", "Normal", rank=0, standaard=True, gallery=True),
        style(
            "character",
            "Default Paragraph Font",
            id_="DefaultParagraphFont",
            standaard=True,
        ),
        style("table", "Normal Table", id_="TableNormal", rank=99, standaard=True, core=cell),
        style("numbering", "No List", id_="NoList", rank=99, standaard=True),
    ]


def _signs() -> list[str]:
    basis = "DefaultParagraphFont"
    link = (
        f'<w:rPr><w:color w:val="{ACCENT}" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr>'
    )
    grey = f"<w:rPr>{_GREY}</w:rPr>"
    return [
        style("character", "Hyperlink", basis=basis, rank=99, core=link),
        style("character", "Placeholder Text", basis=basis, rank=99, core=grey),
        style("character", "Uvp Feitlabel", basis=basis, rank=30, core=grey),
    ]


def _koppen() -> list[str]:
    sizes = ((20, 480, 160), (14, 320, 100), (12, 240, 80))
    fourth = paragraph_style(  # the label of a question where there is no table
        "heading 4",
        f'<w:keepNext/><w:keepLines/>{spacing(200, 60, 252)}<w:outlineLvl w:val="3"/>',
        f"{HEADING_FONT}<w:b/><w:bCs/>{size(11)}",
        id_="Heading4",
        following="Normal",
        rank=9,
    )
    return [
        paragraph_style(
            f"heading {i}",
            f'<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="{i - 1}"/>'
            f'<w:numId w:val="{HEADINGS}"/></w:numPr>{spacing(before, after, 252)}'
            f'<w:outlineLvl w:val="{i - 1}"/>',
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(punten)}",
            id_=f"Heading{i}",
            following="Normal",
            rank=9,
        )
        for i, (punten, before, after) in enumerate(sizes, start=1)
    ] + [fourth]


def _running_text() -> list[str]:
    return [
        paragraph_style(
            "Uvp Citaat",
            f'<w:keepLines/>{spacing(60, 200)}<w:ind w:left="567" w:right="567"/>',
            f"<w:i/><w:iCs/>{_KLEUR}",
            following="Normal",
            rank=29,
        ),
        paragraph_style(
            "Uvp Vraag",
            f"<w:keepNext/><w:keepLines/>{spacing(160, 40)}",
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(10)}",
            following="Normal",
            rank=21,
        ),
        paragraph_style(
            "caption",
            f"<w:keepLines/>{spacing(80, 240, 252)}",
            f"{_GREY}{size(9)}",
            following="Normal",
            rank=35,
        ),
        paragraph_style(
            "Uvp Feit",  # facts stay together: two of them on a page of their own look lost
            f'<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="{_FEIT}"/></w:tabs>{spacing(0, 60)}'
            f'<w:ind w:left="{_FEIT}" w:hanging="{_FEIT}"/>',
            rank=22,
        ),
    ]


def _lijsten() -> list[str]:
    lijsten = (
        *((name, BULLETS, depth) for depth, name in enumerate(BULLET_STYLES)),
        *((name, NUMBERS, depth) for depth, name in enumerate(NUMBER_STYLES)),
        ("Uvp Bron", SOURCES, 0),
    )
    return [
        paragraph_style(
            name,
            f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
            f"{spacing(0, 140 if name == 'Uvp Bron' else 80)}",
            rank=23,
        )
        for name, number, depth in lijsten
    ]


def _edge() -> list[str]:
    """Return what stands around the text: contents list, header and footer."""
    right = f'<w:tab w:val="right" w:pos="{WIDTH_STANDING}"/>'
    dot = right.replace("/>", ' w:leader="dot"/>')
    landscape = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH_LYING}"/></w:tabs>'
    small = f"{_GREY}{size(9)}"
    result = [
        paragraph_style(
            "TOC Heading",
            f"<w:keepNext/><w:keepLines/><w:pageBreakBefore/>{spacing(0, 320, 252)}",
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(20)}",
            id_="TOCHeading",
            following="Normal",
            rank=39,
        ),
        paragraph_style(
            "toc 1",
            f'<w:tabs><w:tab w:val="left" w:pos="567"/>{right}</w:tabs>{spacing(200, 40)}',
            "<w:b/><w:bCs/>",
            id_="TOC1",
            following="Normal",
            rank=39,
        ),
        paragraph_style(
            "toc 2",
            f'<w:tabs><w:tab w:val="left" w:pos="567"/>{dot}</w:tabs>{spacing(0, 40)}',
            id_="TOC2",
            following="Normal",
            rank=39,
        ),
    ]
    for name, own in (("header", "Uvp Koptekst Liggend"), ("footer", "Uvp Voettekst Liggend")):
        portrait = f"<w:tabs>{right}</w:tabs>{spacing(0, 0, 240)}"
        result.append(paragraph_style(name, portrait, small, rank=99, gallery=False))
        clean = f'<w:tabs><w:tab w:val="clear" w:pos="{WIDTH_STANDING}"/>'
        tabs = landscape.replace("<w:tabs>", clean)
        result.append(paragraph_style(own, tabs, basis=name.title(), rank=99, gallery=False))
    return result


def _tabel() -> list[str]:
    kleur = f'w:color="{ACCENT}" w:themeColor="accent1"'
    edges = (
        f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" {kleur}/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" {kleur}/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE_COLOUR}"/></w:tblBorders>'
    )
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (("top", 113), ("left", 113), ("bottom", 85), ("right", 142))
    )
    core = (
        f"<w:pPr>{spacing(0, 80, 264)}</w:pPr><w:rPr>{size(10)}</w:rPr>"
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{edges}'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )
    white = '<w:b/><w:bCs/><w:color w:val="FFFFFF" w:themeColor="background1"/>'
    return [
        style("table", "Uvp Tabel", basis="TableNormal", rank=40, core=core),
        paragraph_style(  # white, so it brings what it stands on along
            "Uvp Tabelkop",
            f'<w:keepNext/><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"'
            f' w:themeFill="accent1"/>{spacing(0, 0, 252)}',
            f"{HEADING_FONT}{white}{size(10.5)}",
        ),
        paragraph_style(
            "Uvp Rijtitel",
            f"<w:keepLines/>{spacing(0, 80, 252)}",
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(10.5)}",
            following="Normal",
        ),
        paragraph_style(
            "Uvp Celslot",
            '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
            size(1),
            gallery=False,
        ),
    ]


def title_page_styles() -> list[str]:
    """Return the styles in the order of the page."""
    bar = f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}" w:themeFill="accent1"/>'
    return [
        # What comes after the logo gives way to it, so that the title keeps its height.
        paragraph_style("Uvp Logo", spacing(0, 0, 240), following="Title", gallery=False),
        # Shading, not a border: LibreOffice 7.4 exports borders of paragraphs without a tag.
        paragraph_style(
            "Uvp Balk",
            f'{bar}<w:spacing w:before="3000" w:after="360" w:line="140" w:lineRule="exact"/>'
            f'<w:ind w:right="{WIDTH_STANDING - 1701}"/>',
            f'<w:color w:val="FFFFFF" w:themeColor="background1"/>{size(2)}',
            following="Title",
            gallery=False,
        ),
        paragraph_style(
            "Title",
            spacing(0, 200, 240),
            f"{HEADING_FONT}<w:b/><w:bCs/>{_KLEUR}{size(36)}",
            following="Subtitle",
            rank=10,
        ),
        paragraph_style(
            "Subtitle",
            spacing(0, 60, 252),
            f"{HEADING_FONT}{size(20)}",
            following="Normal",
            rank=11,
        ),
        paragraph_style("Uvp Periode", spacing(0, 2400, 252), f"{_GREY}{size(14)}", rank=24),
        paragraph_style(
            "Uvp Adres",
            f"<w:keepLines/>{spacing(280, 0, 264)}",
            f"{_GREY}{size(10)}",
            gallery=False,
        ),
    ]
