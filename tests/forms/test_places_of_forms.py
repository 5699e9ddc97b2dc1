"""What a place to fill in can be."""

from __future__ import annotations

from uitvoeringsplan.forms.places import BLANKS, Source, Takes


def test_wat_geen_veld_van_word_is():
    assert set(Source) - BLANKS == {Source.CONTROL, Source.LEGACY, Source.MERGE}


def test_elk_woord_in_een_verslag_is_van_een_soort():
    words = [*map(str, Source), *map(str, Takes)]
    assert len(set(words)) == len(words)
