"""A date in a format and a language, and back."""

from __future__ import annotations

import datetime as dt

import pytest

from uitvoeringsplan.word.kinds.date_format import date_text, read_date

DAY = dt.date(2027, 3, 4)


@pytest.mark.parametrize(
    ("picture", "language", "text"),
    [
        ("", "", "4 maart 2027"),
        ("d-M-yyyy", "nl-NL", "4-3-2027"),
        ("dd/MM/yy", "nl-NL", "04/03/27"),
        ("dddd d MMMM yyyy", "nl-NL", "donderdag 4 maart 2027"),
        ("ddd d MMM yyyy", "nl-NL", "do 4 mrt 2027"),
        ("dddd, MMMM d, yyyy", "en-US", "Thursday, March 4, 2027"),
        ("d. MMMM yyyy", "de-DE", "4. März 2027"),
        ("d MMMM yyyy", "fr-BE", "4 mars 2027"),
        ("'op' d MMMM yyyy", "xx", "op 4 maart 2027"),
        ("yyyy-MM-dd", "nl-NL", "2027-03-04"),
    ],
)
def test_een_datum_zoals_het_veld_haar_schrijft(picture, language, text):
    assert date_text(DAY, picture, language) == text
    assert read_date(text, picture, language) == DAY


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("4 maart", "d MMMM yyyy"),
        ("31-2-2027", "d-M-yyyy"),
        ("4 march 2027", "d MMMM yyyy"),
        ("vrijdag 4 maart 2027", "dddd d MMMM yyyy"),
        ("morgen", "d-M-yyyy"),
    ],
)
def test_wat_geen_datum_in_deze_vorm_is(text, picture):
    assert read_date(text, picture, "nl-NL") is None
