from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markup_examples import SIGNS, opmaak

from trials import trials
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
LOOSE_SIGNS = [sign for sign in SIGNS if "\n" not in sign] + ["a\nb"]
run = st.builds(
    Run,
    st.lists(st.sampled_from(LOOSE_SIGNS), min_size=1, max_size=4).map("".join),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "https://a.nl/(x)", "mailto:a@b.nl"]),
)
runs = st.lists(run, min_size=1, max_size=4).map(tuple)
block = st.builds(Paragraph, runs) | st.builds(
    ListItem, runs, st.integers(0, 1), st.none() | st.integers(1, 99)
)


def form(blocks: tuple[Block, ...]) -> list[object]:
    """Return everything but the dress of the words."""
    return [
        (type(b), getattr(b, "level", 0), getattr(b, "number", 0), plain_text((b,))) for b in blocks
    ]


def dresses(blocks: tuple[Block, ...]) -> list[set[str]]:
    """Return per sign that can be seen how it is dressed."""
    return [
        {name for name, aan in (("vet", s.vet), ("cursief", s.cursief), (s.adres, s.adres)) if aan}
        for b in blocks
        for s in b.runs
        for sign in s.text
        if not sign.isspace()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
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
def test_canoniek(text, expected):
    assert canonical(text) == expected


@trials(800)
@given(opmaak)
@example("1. 12. \\\\- ***\\*.#***\u3000*12. \\**")  # here italics give way
@example("é\\[***12.       1. [a](https://b.nl)*\n[a](https://b.nl)1\\.   - \n\n\u3000")
def test_blokken_naar_opmaak_naar_blokken(dirty):
    blocks = read_markup(clean(dirty))
    form_one = canonical(dirty)
    terug = read_markup(form_one)
    assert clean(form_one) == form_one
    assert canonical(form_one) == form_one
    assert form(terug) == form(blocks)
    if terug != blocks:  # where stars would be read otherwise, the dress gives way
        pairs = list(zip(dresses(terug), dresses(blocks), strict=True))
        assert all(new <= old for new, old in pairs)
        assert any(new < old for new, old in pairs)


@trials(300)
@given(st.lists(block, max_size=4).map(tuple))
@example((ListItem((Run(""),), 0, 1), Paragraph(()), Paragraph((Run(" "),))))
def test_blokken_van_elders_houden_hun_letters(blocks):
    """Blocks that were not read from markup, as Word has them, lose no letter and then stay."""
    text = write_markup(blocks)
    letters = [sign for sign in plain_text(blocks) if sign.isalnum()]
    assert [sign for sign in plain_text(read_markup(text)) if sign.isalnum()] == letters
    assert canonical(canonical(text)) == canonical(text)


@trials(300)
@given(st.lists(block, max_size=4).map(tuple))
@example((Paragraph((Run("- a"), Run(" b\u00a0"), Run("\n c"))),))
def test_de_korte_weg_naar_de_vaste_vorm_komt_op_hetzelfde_uit(blocks):
    assert write_canonical(blocks) == canonical(write_markup(blocks))


@trials(500)
@given(st.lists(st.text("ab *\n\u00a0\u2003\\", max_size=6), max_size=5))
def test_stukken_zonder_jas_houden_dezelfde_letters_als_met(texts):
    """Those go a shorter way; what becomes of the words is the same."""
    bare, vet = ([Run(text, vet) for text in texts] for vet in (False, True))
    short, lang = ("".join(s.text for s in normalise_runs(runs)) for runs in (bare, vet))
    assert short == lang
    assert len(normalise_runs(bare)) <= 1
