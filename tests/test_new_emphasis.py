"""A new way to stand out is a row of `EMPHASES` and a field of the two that carry it.

Whoever writes a second place that knows what words may be breaks a test here.
"""

from __future__ import annotations

import json

import pytest

from changed_house import outcome_of

_FIELD = (
    "    cursief: bool = False\n",
    "    cursief: bool = False\n    proefnadruk: bool = False\n",
)
_LAST = '    Emphasis("cursief", "*", "i", "em", "italic"),\n'
_ROW = (_LAST, f'{_LAST}    Emphasis("proefnadruk", "^^", "caps", "u", "underline"),\n')
CHANGES = {
    "uitvoeringsplan.model.answer_markup": [_ROW, _FIELD],
    "uitvoeringsplan.model.document": [_FIELD],
}


@pytest.fixture(scope="module")
def uit(tmp_path_factory) -> dict:
    """What became of the new emphasis."""
    return outcome_of("new_emphasis", CHANGES, tmp_path_factory.mktemp("nadruk"))


def test_de_opmaak(uit):
    assert uit["opmaak"] == uit["tekst"]
    assert uit["anders"]


def test_naar_word_en_terug(uit):
    assert uit["in word"] == ["groot ", "vet", " woord", "groot", "handleiding"]
    assert uit["bevindingen"] == []
    assert (uit["terug"], uit["zeker"]) == (uit["tekst"], True)


def test_andere_formaten(uit):
    assert "Een <u>groot </u><strong><u>vet</u></strong><u> woord</u> en" in uit["html"]
    assert "en **vet** ***beide*** **^^groot^^**." in uit["md"]
    assert "[^^handleiding^^](https://x.nl)" in uit["md"]


def test_het_tekstveld_en_het_verschil(uit):
    assert uit["veld"] == "b"
    assert "[-twee-]{+^^twee^^+}" in uit["verschil"]
    assert '"proefnadruk": true' in json.dumps(uit["json"])


def test_de_maker(uit):
    assert "<w:rPr><w:caps/></w:rPr>" in uit["maker"]
