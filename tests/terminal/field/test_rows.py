"""Wrapping at words, and the way between the text and the screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from step_count import groei
from trials import proeven
from uitvoeringsplan.terminal.field.rows import Rows, width


def rijen(tekst: str, breedte: int = 12) -> list[str]:
    gelegd = Rows(tekst, breedte)
    alle = [gelegd.row(n) for n in range(gelegd.count)]
    return [" " * rij.indent + tekst[rij.begin : rij.end].rstrip() for rij in alle]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
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
def test_een_regel_breekt_af_bij_woorden(tekst, verwacht):
    assert rijen(tekst) == verwacht


WOORD = st.sampled_from(
    ["de", "wijkagent", "- ", "1. ", " ", "   ", "\n", "漢字", "e\u0301", "x" * 30]
)


@proeven(300)
@given(st.lists(WOORD, max_size=30).map("".join), st.integers(4, 30))
def test_de_rijen_zijn_samen_de_tekst_en_geen_woord_breekt_dat_past(tekst, breedte):
    gelegd = Rows(tekst, breedte)
    alle = [gelegd.row(n) for n in range(gelegd.count)]
    assert "".join(tekst[r.begin : r.end] + "\n" * r.is_last for r in alle) == tekst + "\n"
    for rij, volgende in pairwise(alle):
        inhoud = tekst[rij.begin : rij.end]
        assert rij.indent + width(inhoud.rstrip(" ")) <= max(breedte, 2)
        if not rij.is_last and not inhoud.endswith(" "):
            woord = inhoud.rpartition(" ")[2] + tekst[volgende.begin : volgende.end].split(" ")[0]
            assert rij.indent + width(woord) > breedte - rij.indent or inhoud.startswith(
                ("-", "1", " ")
            )


@proeven(200)
@given(st.lists(WOORD, max_size=30).map("".join), st.integers(4, 30), st.data())
def test_van_de_tekst_naar_het_scherm_en_terug(tekst, breedte, data):
    gelegd = Rows(tekst, breedte)
    nummer = data.draw(st.integers(0, gelegd.count - 1))
    eerste, laatste = gelegd.edges(nummer)
    plek = gelegd.place(nummer, data.draw(st.integers(0, 40)))
    assert eerste <= plek <= laatste
    assert gelegd.number(plek) == nummer
    assert gelegd.place(nummer, gelegd.column(plek)) >= plek


@proeven(200)
@given(st.lists(WOORD, max_size=20).map("".join), st.lists(WOORD, max_size=20).map("".join))
def test_met_de_rijen_van_de_vorige_tekst_komt_hetzelfde_uit(een, ander):
    eerder = Rows(een, 12)
    alle = Rows(ander, 12, eerder)
    vers = Rows(ander, 12)
    assert [alle.row(n) for n in range(alle.count)] == [vers.row(n) for n in range(vers.count)]


def test_de_rijen_van_een_andere_breedte_tellen_niet_mee():
    tekst = "een twee drie vier"
    assert Rows(tekst, 6, Rows(tekst, 40)).count == 4


@pytest.mark.parametrize("letters", ["woord ", "漢字", "漢 e\u0301 "])
def test_tweemaal_zo_lang_is_tweemaal_zo_veel_werk(letters):
    assert groei(lambda n: lambda: Rows(letters * n, 79), 4000) < 2.6
