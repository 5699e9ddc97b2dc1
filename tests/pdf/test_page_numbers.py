from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.pdf.page_numbers import Counting, Section


def nummer(pagina: int, *secties: tuple[int, Section]) -> str:
    """Return the number on a page, with sections that begin on these pages."""
    merken = {f"s{i}": begin for i, (begin, _) in enumerate(secties)}
    telling = Counting(
        {"kop": "k"}, tuple(s._replace(merk=f"s{i}") for i, (_, s) in enumerate(secties))
    )
    return telling.nummers(merken | {"k": pagina})["kop"]


EEN = Section("")


@proeven(50)
@given(st.integers(1, 5000), st.lists(st.integers(1, 5000)))
def test_wie_niets_bijzonders_zegt_telt_gewoon_door(pagina, begin):
    assert nummer(pagina, *((b, EEN) for b in sorted(begin))) == str(pagina)


@pytest.mark.parametrize(
    ("pagina", "secties", "verwacht"),
    [
        (3, [(1, EEN), (3, Section("", 1))], "1"),
        (5, [(1, EEN), (3, Section("", 1))], "3"),
        (2, [(1, EEN), (3, Section("", 1))], "2"),
        (1, [(1, Section("", 0))], "0"),
        (2, [(1, Section("", 0))], "1"),
        (4, [(1, Section("", 10)), (3, EEN)], "13"),
        (2, [(1, Section("", None, "lowerRoman"))], "ii"),
        (4, [(1, Section("", None, "lowerRoman")), (3, Section("", 1))], "2"),
        (3, [(1, Section("", 12, "upperRoman"))], "XIV"),
        (1, [(1, Section("", 27, "lowerLetter"))], "aa"),
        (1, [(1, Section("", 28, "upperLetter"))], "BB"),
        (1, [(1, Section("", 0, "lowerLetter"))], "0"),
        # A blank page was left out before an odd or even one.
        (4, [(1, EEN), (4, Section("", soort="oddPage"))], "5"),
        (3, [(1, EEN), (3, Section("", soort="oddPage"))], "3"),
        (3, [(1, EEN), (3, Section("", soort="evenPage"))], "4"),
        (5, [(1, EEN), (4, Section("", soort="oddPage")), (5, EEN)], "6"),
    ],
)
def test_het_nummer_is_dat_onder_aan_de_pagina(pagina, secties, verwacht):
    assert nummer(pagina, *secties) == verwacht


@proeven(100)
@given(st.integers(1, 3999))
def test_romeinse_cijfers_lezen_terug(getal):
    waarden = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    tekst = nummer(1, (1, Section("", getal, "lowerRoman")))
    cijfers = [waarden[teken] for teken in tekst]
    som = sum(-c if c < max(cijfers[i + 1 :], default=0) else c for i, c in enumerate(cijfers))
    assert som == getal
    assert not any(teken * 4 in tekst for teken in waarden)


def test_een_plek_die_niet_in_de_pdf_staat_krijgt_geen_nummer():
    telling = Counting({"a": "m1", "b": "m2"}, (Section("s"),))
    assert telling.nummers({"m2": 4}) == {"b": "4"}
