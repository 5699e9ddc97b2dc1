"""Text in its dress as Markdown: the emphasis works, and every other sign stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_reader import als_html, woorden

from trials import LASTIG, proeven
from uitvoeringsplan.document.writers.markdown_text import een_regel, regels
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.document import Tekstdeel, platte_regel


def test_nadruk_en_links():
    delen = (
        Tekstdeel("a "), Tekstdeel("vet", vet=True), Tekstdeel(" en "),
        Tekstdeel("beide", vet=True, cursief=True), Tekstdeel(" in "),
        Tekstdeel("een ", adres="https://a.nl/x_(y)"),
        Tekstdeel("link", cursief=True, adres="https://a.nl/x_(y)"),
        Tekstdeel(", ", naar="x"), Tekstdeel("binnen", naar="x"),
    )  # fmt: skip
    assert regels(delen) == [
        "a **vet** en ***beide*** in [een *link*](https://a.nl/x_%28y%29), binnen"
    ]


@pytest.mark.parametrize(
    ("delen", "verwacht"),
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
def test_nadruk_die_anders_niet_zou_werken(delen, verwacht):
    jassen = {"": {}, "v": {"vet": True}, "c": {"cursief": True}}
    tekst = tuple(Tekstdeel(tekst, **jassen[jas]) for tekst, jas in delen)
    assert regels(tekst) == [verwacht]


@proeven(300)
@given(stukken=st.lists(st.sampled_from([*LASTIG, "a", "b c", "é", "(", ")", ".", "!", '"', "€"])))
def test_alle_nadruk_op_elke_grens(stukken):
    """Every other run is bold, then italic: whatever stands at their edges, no star is seen."""
    jassen = ({}, {"vet": True}, {"cursief": True}, {"vet": True, "cursief": True})
    delen = tuple(
        Tekstdeel(clean(stuk).replace("\n", " "), **jassen[i % 4]) for i, stuk in enumerate(stukken)
    )
    if not platte_regel(delen):
        return
    plat = als_html("\n".join(regels(delen)))
    assert woorden(plat) == platte_regel(delen).split()


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("# kop", "\\# kop"), ("####### geen", "####### geen"), ("#kop", "#kop"),
        ("> citaat", "\\> citaat"), ("- punt", "\\- punt"), ("-5 graden", "-5 graden"),
        ("12. twaalf", "12\\. twaalf"), ("1) een", "1\\) een"), ("1.5 procent", "1.5 procent"),
        ("==", "\\=="), (":--", "\\:--"), ("a # b", "a # b"), ("a_b", "a\\_b"),
        ("R&D", "R\\&D"), ("R & D", "R & D"), ("hoi!", "hoi\\!"), ("hoi! ja", "hoi! ja"),
        ("prijs $5", "prijs \\$5"), ("a  \t b", "a b"),
    ],
)  # fmt: skip
def test_een_teken_dat_iets_zou_betekenen_staat_er_letterlijk(tekst, verwacht):
    assert regels((Tekstdeel(tekst),)) == [verwacht]
    assert woorden(als_html(verwacht)) == tekst.split()


def test_elke_regel_begint_letterlijk_en_een_kop_is_een_regel():
    tekst = (Tekstdeel("een\n- "), Tekstdeel("twee\n", vet=True), Tekstdeel("# drie"))
    assert regels(tekst) == ["een", "\\- **twee**", "\\# drie"]
    assert een_regel(tekst) == "een - **twee** # drie"


def test_een_adres_kan_zijn_link_niet_uit():
    link = Tekstdeel("x", adres="https://a.nl/(b) <c>|`\\d?e=1&copy=2&3")
    assert regels((link,)) == ["[x](https://a.nl/%28b%29%20%3Cc%3E%7C%60%5Cd?e=1\\&copy=2&3)"]


def test_een_link_zonder_letters_is_geen_link_en_haar_randen_staan_erbuiten():
    adres = "https://a.nl"
    assert regels((Tekstdeel("a"), Tekstdeel("  ", adres=adres), Tekstdeel("b"))) == ["a b"]
    assert regels((Tekstdeel("a"), Tekstdeel(" b ", adres=adres), Tekstdeel("c"))) == [
        "a [b](https://a.nl) c"
    ]


def test_een_plaatshouder_is_cursief():
    assert regels((Tekstdeel("klik hier", plaatshouder=True),)) == ["*klik hier*"]
