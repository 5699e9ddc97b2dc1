"""Wrapping at words, and the way between the text and the screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from step_count import growth
from trials import trials
from uitvoeringsplan.terminal.field.rows import Rows, width


def rijen(text: str, cell_width: int = 12) -> list[str]:
    gelegd = Rows(text, cell_width)
    every = [gelegd.row(n) for n in range(gelegd.count)]
    return [" " * rij.indent + text[rij.start : rij.end].rstrip() for rij in every]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("een twee drie vier", ["een twee", "drie vier"]),
        ("precies acht", ["precies acht"]),
        ("precies acht, meer", ["precies", "acht, meer"]),
        ("een\n\ntwee", ["een", "", "twee"]),
        ("- een twee drie vier", ["- een twee", "  drie vier"]),
        ("  - een twee drie", ["  - een twee", "    drie"]),
        ("12. een twee drie", ["12. een twee", "    drie"]),
        ("-een twee drie vier", ["-een twee", "drie vier"]),
        ("https://a.nl/een/lang/adres x", ["https://a.nl", "/een/lang/ad", "res x"]),
        ("a https://a.nl/een/lang", ["a", "https://a.nl", "/een/lang"]),
        ("- https://a.nl/lang", ["- https://a.", "  nl/lang"]),
        ("漢字漢字漢字漢", ["漢字漢字漢字", "漢"]),
        ("a漢字漢字漢字", ["a漢字漢字漢", "字"]),
        ("een          twee drie vier", ["een", "twee drie", "vier"]),
        ("e\u0301" * 13, ["e\u0301" * 12, "e\u0301"]),
    ],
)
def test_een_regel_breekt_af_bij_woorden(text, expected):
    assert rijen(text) == expected


WORD = st.sampled_from(
    ["de", "wijkagent", "- ", "1. ", " ", "   ", "\n", "漢字", "e\u0301", "x" * 30]
)


@trials(300)
@given(st.lists(WORD, max_size=30).map("".join), st.integers(4, 30))
def test_de_rijen_zijn_samen_de_tekst_en_geen_woord_breekt_dat_past(text, cell_width):
    gelegd = Rows(text, cell_width)
    every = [gelegd.row(n) for n in range(gelegd.count)]
    assert "".join(text[r.start : r.end] + "\n" * r.is_last for r in every) == text + "\n"
    for rij, following in pairwise(every):
        content = text[rij.start : rij.end]
        assert rij.indent + width(content.rstrip(" ")) <= max(cell_width, 2)
        if not rij.is_last and not content.endswith(" "):
            word = content.rpartition(" ")[2] + text[following.start : following.end].split(" ")[0]
            assert rij.indent + width(word) > cell_width - rij.indent or content.startswith(
                ("-", "1", " ")
            )


@trials(200)
@given(st.lists(WORD, max_size=30).map("".join), st.integers(4, 30), st.data())
def test_van_de_tekst_naar_het_scherm_en_terug(text, cell_width, data):
    gelegd = Rows(text, cell_width)
    number = data.draw(st.integers(0, gelegd.count - 1))
    first, last = gelegd.edges(number)
    place = gelegd.place(number, data.draw(st.integers(0, 40)))
    assert first <= place <= last
    assert gelegd.number(place) == number
    assert gelegd.place(number, gelegd.column(place)) >= place


@trials(200)
@given(st.lists(WORD, max_size=20).map("".join), st.lists(WORD, max_size=20).map("".join))
def test_met_de_rijen_van_de_vorige_tekst_komt_hetzelfde_uit(one, other):
    earlier = Rows(one, 12)
    every = Rows(other, 12, earlier)
    fresh = Rows(other, 12)
    assert [every.row(n) for n in range(every.count)] == [fresh.row(n) for n in range(fresh.count)]


def test_de_rijen_van_een_andere_breedte_tellen_niet_mee():
    text = "een twee drie vier"
    assert Rows(text, 6, Rows(text, 40)).count == 4


@pytest.mark.parametrize("letters", ["woord ", "漢字", "漢 e\u0301 "])
def test_tweemaal_zo_lang_is_tweemaal_zo_veel_werk(letters):
    assert growth(lambda n: lambda: Rows(letters * n, 79), 4000) < 2.6
