"""Text in its dress as Markdown: the emphasis works, and every other sign stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_reader import as_html, words

from trials import AWKWARD, trials
from uitvoeringsplan.document.writers.markdown_text import lines, one_line_of
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.document import Tekstdeel, platte_regel


def test_nadruk_en_links():
    parts = (
        Tekstdeel("a "), Tekstdeel("vet", vet=True), Tekstdeel(" en "),
        Tekstdeel("beide", vet=True, cursief=True), Tekstdeel(" in "),
        Tekstdeel("een ", adres="https://a.nl/x_(y)"),
        Tekstdeel("link", cursief=True, adres="https://a.nl/x_(y)"),
        Tekstdeel(", ", target="x"), Tekstdeel("binnen", target="x"),
    )  # fmt: skip
    assert lines(parts) == [
        "a **vet** en ***beide*** in [een *link*](https://a.nl/x_%28y%29), binnen"
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("a", ""), ("(b)", "v"), ("c", "")], "a(**b**)c"),
        ([(" x ", "v"), ("y", "")], "**x** y"),
        ([("a", "v"), ("b", "c")], "**a**b"),
        ([("a", "v"), (" ", ""), ("b", "c")], "**a** *b*"),
        ([("“a”", "v"), (" b", "")], "**“a”** b"),
        ([("!", "v"), ("b", "")], r"\!b"),
        ([("a", ""), ("b", "c"), ("d", "")], "a*b*d"),
    ],
)
def test_nadruk_die_anders_niet_zou_werken(parts, expected):
    dresses = {"": {}, "v": {"vet": True}, "c": {"cursief": True}}
    text = tuple(Tekstdeel(text, **dresses[dress]) for text, dress in parts)
    assert lines(text) == [expected]


@trials(300)
@given(runs=st.lists(st.sampled_from([*AWKWARD, "a", "b c", "é", "(", ")", ".", "!", '"', "€"])))
def test_alle_nadruk_op_elke_grens(runs):
    """Every other run is bold, then italic: whatever stands at their edges, no star is seen."""
    dresses = ({}, {"vet": True}, {"cursief": True}, {"vet": True, "cursief": True})
    parts = tuple(
        Tekstdeel(clean(run).replace("\n", " "), **dresses[i % 4]) for i, run in enumerate(runs)
    )
    if not platte_regel(parts):
        return
    plat = as_html("\n".join(lines(parts)))
    assert words(plat) == platte_regel(parts).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# kop", "\\# kop"), ("####### geen", "####### geen"), ("#kop", "#kop"),
        ("> citaat", "\\> citaat"), ("- punt", "\\- punt"), ("-5 graden", "-5 graden"),
        ("12. twaalf", "12\\. twaalf"), ("1) een", "1\\) een"), ("1.5 procent", "1.5 procent"),
        ("==", "\\=="), (":--", "\\:--"), ("a # b", "a # b"), ("a_b", "a\\_b"),
        ("R&D", "R\\&D"), ("R & D", "R & D"), ("hoi!", "hoi\\!"), ("hoi! ja", "hoi! ja"),
        ("prijs $5", "prijs \\$5"), ("a  \t b", "a b"),
    ],
)  # fmt: skip
def test_een_teken_dat_iets_zou_betekenen_staat_er_letterlijk(text, expected):
    assert lines((Tekstdeel(text),)) == [expected]
    assert words(as_html(expected)) == text.split()


def test_elke_regel_begint_letterlijk_en_een_kop_is_een_regel():
    text = (Tekstdeel("een\n- "), Tekstdeel("twee\n", vet=True), Tekstdeel("# drie"))
    assert lines(text) == ["een", "\\- **twee**", "\\# drie"]
    assert one_line_of(text) == "een - **twee** # drie"


def test_een_adres_kan_zijn_link_niet_uit():
    link = Tekstdeel("x", adres="https://a.nl/(b) <c>|`\\d?e=1&copy=2&3")
    assert lines((link,)) == ["[x](https://a.nl/%28b%29%20%3Cc%3E%7C%60%5Cd?e=1\\&copy=2&3)"]


def test_een_link_zonder_letters_is_geen_link_en_haar_randen_staan_erbuiten():
    adres = "https://a.nl"
    assert lines((Tekstdeel("a"), Tekstdeel("  ", adres=adres), Tekstdeel("b"))) == ["a b"]
    assert lines((Tekstdeel("a"), Tekstdeel(" b ", adres=adres), Tekstdeel("c"))) == [
        "a [b](https://a.nl) c"
    ]


def test_een_plaatshouder_is_cursief():
    assert lines((Tekstdeel("klik hier", plaatshouder=True),)) == ["*klik hier*"]
