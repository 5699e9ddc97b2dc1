from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.model.answer_markup import LEVEL_INDENT, known_level
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.pasted_text import read_pasted

DEEP = LEVEL_INDENT * known_level(2)  # before a point that stood on the third level


@pytest.mark.parametrize(
    ("pasted", "wordt"),
    [
        ("•\teen\r\n•\ttwee", "- een\n- twee"),
        ("• een", "- een"),
        ("\uf0b7\teen", "- een"),
        ("\uf0a7\teen", "- een"),
        ("·\teen", "- een"),
        ("–\teen", "- een"),
        ("-\teen", "- een"),
        ("* een", "- een"),
        ("·\u00a0\u00a0\teen", "- een"),
        ("•\teen\no\tdieper\n•\ttwee", "- een\n  - dieper\n- twee"),
        ("•\teen\n\t•\tdieper", "- een\n  - dieper"),
        ("•\teen\n    •\tdieper", "- een\n  - dieper"),
        (
            "•\teen\no\tdieper\n▪\tnog\n▪\tnog\n•\ttwee",
            f"- een\n  - dieper\n{DEEP}- nog\n{DEEP}- nog\n- twee",
        ),
        ("•\teen\no\tdieper\n\n\uf0a7\tlos", "- een\n  - dieper\n\n- los"),
        ("▪\teen\n\t▪\tdieper\n▪\ttwee", "- een\n  - dieper\n- twee"),
        ("•\teen\n\t\t•\tdieper", f"- een\n{DEEP}- dieper"),
        ("1.\teen\n2.\ttwee", "1. een\n2. twee"),
        ("1)\teen\n12)\ttwaalf", "1. een\n12. twaalf"),
        ("\t1.\tdieper", "  1. dieper"),
        ("zachte\x0bregel", "zachte\nregel"),
        ("een\u2028twee\u2029drie\x85vier", "een\ntwee\ndrie\nvier"),
    ],
)
def test_tekens_van_word_worden_de_onze(pasted, wordt):
    assert read_pasted(pasted) == wordt


@pytest.mark.parametrize(
    "text",
    [
        "“Slimme” aanhalingstekens, ‘enkele’ – en een streepje…",
        "- een\n  - dieper\n1. eerst",
        "**vet** en *cursief* en [link](https://a.nl)",
        "o, wat mooi\nook dit\n10.000 euro\n3. zonder tab",
        "-zonder spatie\n–5 graden\n•",
        "een\n\ntwee",
        "naar 'o\u2019 en o o",
        "",
    ],
)
def test_gewone_tekst_blijft_zoals_ze_is(text):
    assert read_pasted(text) == text


@given(st.text(alphabet=st.sampled_from("ab1.)•o-–·*\t \u00a0\n\r\x0b\u2028"), max_size=30))
def test_wat_eruit_komt_is_schoon_en_blijft_zo(text):
    eens = read_pasted(text)
    assert clean(eens) == eens
    assert "\t" not in eens


@given(st.text(max_size=60))
def test_geen_letter_gaat_verloren(text):
    letters = [sign for sign in clean(text) if sign.isalnum()]
    over = [sign for sign in read_pasted(text) if sign.isalnum()]
    # The letter o with a tab is a bullet; nothing else that is a letter may go.
    assert [t for t in over if t != "o"] == [t for t in letters if t != "o"]
