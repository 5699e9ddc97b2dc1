from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from proeven import proeven, tekst
from uitvoeringsplan.model.fingerprint import vingerafdruk
from uitvoeringsplan.model.markup_writer import canoniek, schrijf_opmaak, write_canonical
from uitvoeringsplan.model.opmaak import (
    Alinea,
    Blok,
    Punt,
    Stuk,
    lees_opmaak,
    normaliseer_stukken,
    platte_tekst,
)
from uitvoeringsplan.model.tekst import schoon

TEKENS = (
    "*", "**", "***", "[", "]", "](https://a.nl/x)", "(", ")", "\\", "a", "b", " ", "  ", "\n",
    "\n\n", "- ", "-", "1. ", "12. ", "  - ", "  1. ", "\xa0", "\u3000", "é", "\\- ", "\\*", "\\[",
    "1\\. ", "\\\\- ", "[a](https://b.nl)", "[b](mailto:x@y)", "    ", "x" * 5,
)  # fmt: skip
# A block holds line breaks but no empty line, which would make two of it.
LOSSE_TEKENS = [teken for teken in TEKENS if "\n" not in teken] + ["a\nb"]
opmaak = st.lists(st.sampled_from(TEKENS), max_size=14).map("".join) | tekst
stuk = st.builds(
    Stuk,
    st.lists(st.sampled_from(LOSSE_TEKENS), min_size=1, max_size=4).map("".join),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "https://a.nl/(x)", "mailto:a@b.nl"]),
)
stukken = st.lists(stuk, min_size=1, max_size=4).map(tuple)
blok = st.builds(Alinea, stukken) | st.builds(
    Punt, stukken, st.integers(0, 1), st.none() | st.integers(1, 99)
)


def vorm(blokken: tuple[Blok, ...]) -> list[object]:
    """Return everything but the dress of the words."""
    return [
        (type(b), getattr(b, "niveau", 0), getattr(b, "nummer", 0), platte_tekst((b,)))
        for b in blokken
    ]


def jassen(blokken: tuple[Blok, ...]) -> list[set[str]]:
    """Return per sign that can be seen how it is dressed."""
    return [
        {naam for naam, aan in (("vet", s.vet), ("cursief", s.cursief), (s.adres, s.adres)) if aan}
        for b in blokken
        for s in b.stukken
        for teken in s.tekst
        if not teken.isspace()
    ]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        pytest.param("", "", id="leeg"),
        pytest.param("a\r\n\r\n\r\nb  ", "a\n\nb", id="lege regels"),
        pytest.param("-  a\n\n- b", "- a\n- b", id="punten bij elkaar"),
        pytest.param("a\n- b\nc", "a\n\n- b\n\nc", id="witregels om een lijst"),
        pytest.param("1. a\n1. b\n1. c", "1. a\n2. b\n3. c", id="nummers"),
        pytest.param("- a\n     - b\n  c", "- a\n  - b\n    c", id="inspringing"),
        pytest.param("** a**", "\\*\\* a\\*\\*", id="geen nadruk"),
        pytest.param("**a** **b**", "**a b**", id="nadruk aaneen"),
        pytest.param("* a", "\\* a", id="ster is geen punt"),
        pytest.param("\\a", "\\a", id="backslash"),
        pytest.param("*[a](https://b.nl)*", "*[a](https://b.nl)*", id="link in cursief"),
    ],
)
def test_canoniek(tekst, verwacht):
    assert canoniek(tekst) == verwacht


@proeven(800)
@given(opmaak)
@example("1. 12. \\\\- ***\\*.#***\u3000*12. \\**")  # here italics give way
@example("é\\[***12.       1. [a](https://b.nl)*\n[a](https://b.nl)1\\.   - \n\n\u3000")
def test_blokken_naar_opmaak_naar_blokken(vuil):
    blokken = lees_opmaak(schoon(vuil))
    vorm_een = canoniek(vuil)
    terug = lees_opmaak(vorm_een)
    assert schoon(vorm_een) == vorm_een
    assert canoniek(vorm_een) == vorm_een
    assert vorm(terug) == vorm(blokken)
    if terug != blokken:  # where stars would be read otherwise, the dress gives way
        paren = list(zip(jassen(terug), jassen(blokken), strict=True))
        assert all(nieuw <= oud for nieuw, oud in paren)
        assert any(nieuw < oud for nieuw, oud in paren)


@proeven(300)
@given(st.lists(blok, max_size=4).map(tuple))
@example((Punt((Stuk(""),), 0, 1), Alinea(()), Alinea((Stuk(" "),))))
def test_blokken_van_elders_houden_hun_letters(blokken):
    """Blocks that were not read from markup, as Word has them, lose no letter and then stay."""
    tekst = schrijf_opmaak(blokken)
    letters = [teken for teken in platte_tekst(blokken) if teken.isalnum()]
    assert [teken for teken in platte_tekst(lees_opmaak(tekst)) if teken.isalnum()] == letters
    assert canoniek(canoniek(tekst)) == canoniek(tekst)


@proeven(300)
@given(st.lists(blok, max_size=4).map(tuple))
@example((Alinea((Stuk("- a"), Stuk(" b\u00a0"), Stuk("\n c"))),))
def test_de_korte_weg_naar_de_vaste_vorm_komt_op_hetzelfde_uit(blokken):
    assert write_canonical(blokken) == canoniek(schrijf_opmaak(blokken))


@proeven(500)
@given(st.lists(st.text("ab *\n\u00a0\u2003\\", max_size=6), max_size=5))
def test_stukken_zonder_jas_houden_dezelfde_letters_als_met(teksten):
    """Those go a shorter way; what becomes of the words is the same."""
    kaal, vet = ([Stuk(tekst, vet) for tekst in teksten] for vet in (False, True))
    kort, lang = ("".join(s.tekst for s in normaliseer_stukken(stukken)) for stukken in (kaal, vet))
    assert kort == lang
    assert len(normaliseer_stukken(kaal)) <= 1


@proeven(300)
@given(opmaak)
def test_een_vingerafdruk_hangt_niet_af_van_de_schrijfwijze(vuil):
    tekst = schoon(vuil)
    if lees_opmaak(canoniek(tekst)) == lees_opmaak(tekst):
        assert vingerafdruk(canoniek(tekst)) == vingerafdruk(tekst)
    assert bool(vingerafdruk(tekst)) is bool(lees_opmaak(tekst))


def test_vingerafdrukken_staan_in_documenten_en_veranderen_dus_nooit():
    assert vingerafdruk("") == ""
    assert vingerafdruk("Een **vet** woord.\n\n- punt") == "62313ff3de299a6c"


@pytest.mark.parametrize(
    "ander", ["A b", "a  b", "**a b**", "- a b", "1. a b", "a\nb", "a\n\nb", "[a b](https://x.nl)"]
)
def test_een_ander_antwoord_heeft_een_andere_vingerafdruk(ander):
    assert vingerafdruk(ander) != vingerafdruk("a b")
