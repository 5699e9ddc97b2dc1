"""Where F8 goes."""

from __future__ import annotations

import pytest
from nepspelling import Nepspelling

from uitvoeringsplan.terminal.spelronde import next_halte

TEKST = "een qoord en teneinde, nog een aqht"


@pytest.mark.parametrize(
    ("vanaf", "woord"),
    [(0, "qoord"), (9, "qoord"), (10, "aqht"), (len(TEKST), "aqht"), (99, "qoord")],
)
def test_het_volgende_foute_woord_en_daarna_weer_het_eerste(vanaf, woord):
    halte = next_halte(TEKST, vanaf, Nepspelling())
    assert TEKST[halte.van : halte.tot] == woord
    assert halte.is_spelling


def test_een_streepje_aan_het_eind_hoort_niet_bij_wat_je_vervangt():
    halte = next_halte("qoord- en meer", 0, Nepspelling())
    assert (halte.van, halte.tot) == (0, 5)


@pytest.mark.parametrize("spelling", [None, Nepspelling(uit="Zo krijg je het.")])
def test_zonder_spelling_komen_de_moeilijke_woorden(spelling):
    halte = next_halte(TEKST, 0, spelling)
    assert TEKST[halte.van : halte.tot] == "teneinde"
    assert halte.keuzes == ("om",)
    assert not halte.is_spelling


def test_een_moeilijk_woord_houdt_zijn_hoofdletter():
    assert next_halte("Teneinde", 0, None).keuzes == ("Om",)


def test_een_lange_zin_heeft_geen_keuzes():
    halte = next_halte("Kort. " + "Woord " * 31 + "af.", 0, None)
    assert (halte.van, halte.keuzes) == (6, ())
    assert "32 woorden" in halte.uitleg


def test_niets_te_doen():
    assert next_halte("een goed plan", 0, Nepspelling()) is None
