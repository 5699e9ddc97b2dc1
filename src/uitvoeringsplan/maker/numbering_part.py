"""Numbering: chapters, bullets, numbered points and the list of sources.

Styles point here by number; `w:pStyle` in a level points back, so that a level and its style
always go together in Word.
"""

from __future__ import annotations

from uitvoeringsplan.maker.looks import ACCENT
from uitvoeringsplan.ooxml.names import W

HEADINGS, BULLETS, NUMBERS, SOURCES = 1, 2, 3, 4


def numbering_xml() -> str:
    """Return the numbering part."""
    lijsten = (
        (HEADINGS, _koppen()),
        (BULLETS, _punten()),
        (NUMBERS, _nummers()),
        (SOURCES, _niveau(0, "decimal", "%1.", 397, 397, "UvpBron")),
    )
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="{0x0B556300 + n:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x0B556310 + n:08X}"/>'
        f"{niveaus}</w:abstractNum>"
        for n, niveaus in lijsten
    )
    nummers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _ in lijsten
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{nummers}</w:numbering>'


def _koppen() -> str:
    """Numbers hang in the margin, so that headings line up with the text below them."""
    vormen = ("%1", "%1.%2", "%1.%2.%3")
    return "".join(
        _niveau(i, "decimal", vorm, 0, 709, f"Heading{i + 1}") for i, vorm in enumerate(vormen)
    )


def _punten() -> str:
    """Signs that every typeface has, coloured like the headings."""
    stijlen = ("ListBullet", "ListBullet2", "")
    kleur = f'<w:rPr><w:color w:val="{ACCENT}" w:themeColor="accent1"/></w:rPr>'
    return "".join(
        _niveau(i, "bullet", "•–•"[i], 397 * (i + 1), 397, stijl, kleur)
        for i, stijl in enumerate(stijlen)
    )


def _nummers() -> str:
    vormen = (("decimal", "ListNumber"), ("lowerLetter", "ListNumber2"), ("lowerRoman", ""))
    return "".join(
        _niveau(i, vorm, f"%{i + 1}.", 397 * (i + 1), 397, stijl)
        for i, (vorm, stijl) in enumerate(vormen)
    )


def _niveau(
    diepte: int, vorm: str, tekst: str, links: int, hangend: int, stijl: str, rpr: str = ""
) -> str:
    pstyle = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    return (
        f'<w:lvl w:ilvl="{diepte}"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/>{pstyle}'
        f'<w:lvlText w:val="{tekst}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{links}" w:hanging="{hangend}"/></w:pPr>{rpr}</w:lvl>'
    )
