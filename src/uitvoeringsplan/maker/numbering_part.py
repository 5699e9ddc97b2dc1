"""Numbering: chapters, bullets, numbered points and the list of sources.

Styles point here by number; `w:pStyle` in a level points back, so that a level and its style
always go together in Word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.maker.looks import ACCENT, style_id
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.word.writing.point_levels import (
    BULLET_STYLES,
    NUMBER_STYLES,
    bullet_level_xml,
    level_xml,
    number_level_xml,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADINGS, BULLETS, NUMBERS, SOURCES = 1, 2, 3, 4


def numbering_xml() -> str:
    """Return the numbering part."""
    lijsten = (
        (HEADINGS, _koppen()),
        (BULLETS, _punten()),
        (NUMBERS, _numbers()),
        (SOURCES, number_level_xml(0, style_id="UvpBron")),
    )
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="{0x0B556300 + n:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x0B556310 + n:08X}"/>'
        f"{levels}</w:abstractNum>"
        for n, levels in lijsten
    )
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _ in lijsten
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>'


def _koppen() -> str:
    """Numbers hang in the margin, so that headings line up with the text below them."""
    forms = ("%1", "%1.%2", "%1.%2.%3")
    return "".join(
        level_xml(i, "decimal", form, 0, 709, style_id=f"Heading{i + 1}")
        for i, form in enumerate(forms)
    )


def _punten() -> str:
    """Coloured like the headings."""
    kleur = f'<w:rPr><w:color w:val="{ACCENT}" w:themeColor="accent1"/></w:rPr>'
    return "".join(
        bullet_level_xml(i, style_id=style, rpr=kleur)
        for i, style in enumerate(_styles(BULLET_STYLES))
    )


def _numbers() -> str:
    return "".join(
        number_level_xml(i, style_id=style) for i, style in enumerate(_styles(NUMBER_STYLES))
    )


def _styles(names: Iterable[str]) -> list[str]:
    """Return the ids by level, and an empty one for who goes a level deeper in Word."""
    return [*map(style_id, names), ""]
