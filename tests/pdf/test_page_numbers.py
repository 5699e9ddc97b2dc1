from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.pdf.page_numbers import Counting, Section


def number(page: int, *sections: tuple[int, Section]) -> str:
    """Return the number on a page, with sections that begin on these pages."""
    marks = {f"s{i}": start for i, (start, _) in enumerate(sections)}
    telling = Counting(
        {"kop": "k"}, tuple(s._replace(mark=f"s{i}") for i, (_, s) in enumerate(sections))
    )
    return telling.numbers(marks | {"k": page})["kop"]


ONE = Section("")


@trials(50)
@given(st.integers(1, 5000), st.lists(st.integers(1, 5000)))
def test_wie_niets_bijzonders_zegt_telt_gewoon_door(page, start):
    assert number(page, *((b, ONE) for b in sorted(start))) == str(page)


@pytest.mark.parametrize(
    ("page", "sections", "expected"),
    [
        (3, [(1, ONE), (3, Section("", 1))], "1"),
        (5, [(1, ONE), (3, Section("", 1))], "3"),
        (2, [(1, ONE), (3, Section("", 1))], "2"),
        (1, [(1, Section("", 0))], "0"),
        (2, [(1, Section("", 0))], "1"),
        (4, [(1, Section("", 10)), (3, ONE)], "13"),
        (2, [(1, Section("", None, "lowerRoman"))], "ii"),
        (4, [(1, Section("", None, "lowerRoman")), (3, Section("", 1))], "2"),
        (3, [(1, Section("", 12, "upperRoman"))], "XIV"),
        (1, [(1, Section("", 27, "lowerLetter"))], "aa"),
        (1, [(1, Section("", 28, "upperLetter"))], "BB"),
        (1, [(1, Section("", 0, "lowerLetter"))], "0"),
        # A blank page was left out before an odd or even one.
        (4, [(1, ONE), (4, Section("", kind="oddPage"))], "5"),
        (3, [(1, ONE), (3, Section("", kind="oddPage"))], "3"),
        (3, [(1, ONE), (3, Section("", kind="evenPage"))], "4"),
        (5, [(1, ONE), (4, Section("", kind="oddPage")), (5, ONE)], "6"),
    ],
)
def test_het_nummer_is_dat_onder_aan_de_pagina(page, sections, expected):
    assert number(page, *sections) == expected


@trials(100)
@given(st.integers(1, 3999))
def test_romeinse_cijfers_lezen_terug(getal):
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    text = number(1, (1, Section("", getal, "lowerRoman")))
    digits = [values[sign] for sign in text]
    som = sum(-c if c < max(digits[i + 1 :], default=0) else c for i, c in enumerate(digits))
    assert som == getal
    assert not any(sign * 4 in text for sign in values)


def test_een_plek_die_niet_in_de_pdf_staat_krijgt_geen_nummer():
    telling = Counting({"a": "m1", "b": "m2"}, (Section("s"),))
    assert telling.numbers({"m2": 4}) == {"b": "4"}
