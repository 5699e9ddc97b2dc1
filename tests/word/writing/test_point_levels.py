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


def laag(xml: str) -> dict[str, str]:
    """Return the values that Word sees in a level."""
    (element,) = etree.fromstring(f'<o xmlns:w="{W}">{xml}</o>')
    paden = {
        "niveau": "@w:ilvl",
        "vorm": "w:numFmt/@w:val",
        "tekst": "w:lvlText/@w:val",
        "links": "w:pPr/w:ind/@w:left",
        "hangt": "w:pPr/w:ind/@w:hanging",
        "stijl": "w:pStyle/@w:val",
    }
    return {
        naam: "".join(element.xpath(pad, namespaces=NS))
        for naam, pad in paden.items()
        if element.xpath(pad, namespaces=NS)
    }


def test_elk_niveau_heeft_een_stijl_van_word():
    assert BULLET_STYLES[:2] == ("List Bullet", "List Bullet 2")
    assert NUMBER_STYLES[:2] == ("List Number", "List Number 2")
    # Word names no styles for points beyond the fifth level.
    assert len(BULLET_STYLES) == len(NUMBER_STYLES) == LEVELS <= 5


@pytest.mark.parametrize(("niveau", "teken"), [(0, "•"), (1, "–"), (2, "•"), (3, "–")])
def test_een_punt_heeft_om_en_om_een_ander_teken(niveau, teken):
    assert laag(bullet_level_xml(niveau)) == {
        "niveau": str(niveau),
        "vorm": "bullet",
        "tekst": teken,
        "links": str(397 * (niveau + 1)),
        "hangt": "397",
    }


@pytest.mark.parametrize(
    ("niveau", "vorm"),
    [(0, "decimal"), (1, "lowerLetter"), (2, "lowerRoman"), (3, "decimal"), (8, "lowerRoman")],
)
def test_een_nummer_telt_per_niveau_anders(niveau, vorm):
    assert number_format(niveau) == vorm
    assert laag(number_level_xml(niveau, style_id="Eigen")) == {
        "niveau": str(niveau),
        "vorm": vorm,
        "tekst": f"%{niveau + 1}.",
        "links": str(397 * (niveau + 1)),
        "hangt": "397",
        "stijl": "Eigen",
    }
