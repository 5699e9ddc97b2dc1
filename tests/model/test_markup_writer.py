from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markup_examples import TEKENS, opmaak

from trials import proeven
from uitvoeringsplan.model.answer_markup import (
    Block,
    ListItem,
    Paragraph,
    Run,
    normalise_runs,
    plain_text,
    read_markup,
)
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.markup_writer import canonical, write_canonical, write_markup

# A block holds line breaks but no empty line, which would make two of it.
LOSSE_TEKENS = [teken for teken in TEKENS if "\n" not in teken] + ["a\nb"]
stuk = st.builds(
    Run,
    st.lists(st.sampled_from(LOSSE_TEKENS), min_size=1, max_size=4).map("".join),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "https://a.nl/(x)", "mailto:a@b.nl"]),
)
stukken = st.lists(stuk, min_size=1, max_size=4).map(tuple)
blok = st.builds(Paragraph, stukken) | st.builds(
    ListItem, stukken, st.integers(0, 1), st.none() | st.integers(1, 99)
)


def vorm(blokken: tuple[Block, ...]) -> list[object]:
    """Return everything but the dress of the words."""
    return [
        (type(b), getattr(b, "niveau", 0), getattr(b, "nummer", 0), plain_text((b,)))
        for b in blokken
    ]


def jassen(blokken: tuple[Block, ...]) -> list[set[str]]:
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
        pytest.param("- a\n   - b\n  c", "- a\n  - b\n    c", id="inspringing"),
        pytest.param("** a**", "\\*\\* a\\*\\*", id="geen nadruk"),
        pytest.param("**a** **b**", "**a b**", id="nadruk aaneen"),
        pytest.param("* a", "\\* a", id="ster is geen punt"),
        pytest.param("\\a", "\\a", id="backslash"),
        pytest.param("*[a](https://b.nl)*", "*[a](https://b.nl)*", id="link in cursief"),
    ],
)
def test_canoniek(tekst, verwacht):
    assert canonical(tekst) == verwacht


@proeven(800)
@given(opmaak)
@example("1. 12. \\\\- ***\\*.#***\u3000*12. \\**")  # here italics give way
@example("é\\[***12.       1. [a](https://b.nl)*\n[a](https://b.nl)1\\.   - \n\n\u3000")
def test_blokken_naar_opmaak_naar_blokken(vuil):
    blokken = read_markup(clean(vuil))
    vorm_een = canonical(vuil)
    terug = read_markup(vorm_een)
    assert clean(vorm_een) == vorm_een
    assert canonical(vorm_een) == vorm_een
    assert vorm(terug) == vorm(blokken)
    if terug != blokken:  # where stars would be read otherwise, the dress gives way
        paren = list(zip(jassen(terug), jassen(blokken), strict=True))
        assert all(nieuw <= oud for nieuw, oud in paren)
        assert any(nieuw < oud for nieuw, oud in paren)


@proeven(300)
@given(st.lists(blok, max_size=4).map(tuple))
@example((ListItem((Run(""),), 0, 1), Paragraph(()), Paragraph((Run(" "),))))
def test_blokken_van_elders_houden_hun_letters(blokken):
    """Blocks that were not read from markup, as Word has them, lose no letter and then stay."""
    tekst = write_markup(blokken)
    letters = [teken for teken in plain_text(blokken) if teken.isalnum()]
    assert [teken for teken in plain_text(read_markup(tekst)) if teken.isalnum()] == letters
    assert canonical(canonical(tekst)) == canonical(tekst)


@proeven(300)
@given(st.lists(blok, max_size=4).map(tuple))
@example((Paragraph((Run("- a"), Run(" b\u00a0"), Run("\n c"))),))
def test_de_korte_weg_naar_de_vaste_vorm_komt_op_hetzelfde_uit(blokken):
    assert write_canonical(blokken) == canonical(write_markup(blokken))


@proeven(500)
@given(st.lists(st.text("ab *\n\u00a0\u2003\\", max_size=6), max_size=5))
def test_stukken_zonder_jas_houden_dezelfde_letters_als_met(teksten):
    """Those go a shorter way; what becomes of the words is the same."""
    kaal, vet = ([Run(tekst, vet) for tekst in teksten] for vet in (False, True))
    kort, lang = ("".join(s.tekst for s in normalise_runs(stukken)) for stukken in (kaal, vet))
    assert kort == lang
    assert len(normalise_runs(kaal)) <= 1
