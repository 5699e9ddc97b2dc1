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
def result(tmp_path_factory) -> dict:
    """What became of the new emphasis."""
    return outcome_of("new_emphasis", CHANGES, tmp_path_factory.mktemp("nadruk"))


def test_de_opmaak(result):
    assert result["opmaak"] == result["tekst"]
    assert result["anders"]


def test_naar_word_en_terug(result):
    assert result["in word"] == ["groot ", "vet", " woord", "groot", "handleiding"]
    assert result["bevindingen"] == []
    assert (result["terug"], result["zeker"]) == (result["tekst"], True)


def test_andere_formaten(result):
    assert "Een <u>groot </u><strong><u>vet</u></strong><u> woord</u> en" in result["html"]
    assert "en **vet** ***beide*** **^^groot^^**." in result["md"]
    assert "[^^handleiding^^](https://x.nl)" in result["md"]


def test_het_tekstveld_en_het_verschil(result):
    assert result["veld"] == "b"
    assert "[-twee-]{+^^twee^^+}" in result["verschil"]
    assert '"proefnadruk": true' in json.dumps(result["json"])


def test_de_maker(result):
    assert "<w:rPr><w:caps/></w:rPr>" in result["maker"]
