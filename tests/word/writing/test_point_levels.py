"""What a level of points looks like in Word: its style, its sign or number, its indent."""

from __future__ import annotations

import pytest
from lxml import etree

from independent_reader import NS, W
from uitvoeringsplan.model.answer_markup import LEVELS
from uitvoeringsplan.word.writing.point_levels import (
    BULLET_STYLES,
    NUMBER_STYLES,
    bullet_level_xml,
    number_format,
    number_level_xml,
)


def layer(xml: str) -> dict[str, str]:
    """Return the values that Word sees in a level."""
    (element,) = etree.fromstring(f'<o xmlns:w="{W}">{xml}</o>')
    paths = {
        "niveau": "@w:ilvl",
        "vorm": "w:numFmt/@w:val",
        "tekst": "w:lvlText/@w:val",
        "links": "w:pPr/w:ind/@w:left",
        "hangt": "w:pPr/w:ind/@w:hanging",
        "stijl": "w:pStyle/@w:val",
    }
    return {
        name: "".join(element.xpath(path, namespaces=NS))
        for name, path in paths.items()
        if element.xpath(path, namespaces=NS)
    }


def test_elk_niveau_heeft_een_stijl_van_word():
    assert BULLET_STYLES[:2] == ("List Bullet", "List Bullet 2")
    assert NUMBER_STYLES[:2] == ("List Number", "List Number 2")
    # Word names no styles for points beyond the fifth level.
    assert len(BULLET_STYLES) == len(NUMBER_STYLES) == LEVELS <= 5


@pytest.mark.parametrize(("level", "sign"), [(0, "•"), (1, "–"), (2, "•"), (3, "–")])
def test_een_punt_heeft_om_en_om_een_ander_teken(level, sign):
    assert layer(bullet_level_xml(level)) == {
        "niveau": str(level),
        "vorm": "bullet",
        "tekst": sign,
        "links": str(397 * (level + 1)),
        "hangt": "397",
    }


@pytest.mark.parametrize(
    ("level", "form"),
    [(0, "decimal"), (1, "lowerLetter"), (2, "lowerRoman"), (3, "decimal"), (8, "lowerRoman")],
)
def test_een_nummer_telt_per_niveau_anders(level, form):
    assert number_format(level) == form
    assert layer(number_level_xml(level, style_id="Eigen")) == {
        "niveau": str(level),
        "vorm": form,
        "tekst": f"%{level + 1}.",
        "links": str(397 * (level + 1)),
        "hangt": "397",
        "stijl": "Eigen",
    }
