"""Long sentences and hard words: the same as `controleer` says, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.readability import (
    MAX_ZIN,
    PLAIN_WORDS,
    count_leesproblemen,
    count_woorden,
    find_leesproblemen,
    split_zinnen,
)

LANG = "Dit " + "woord " * MAX_ZIN + "eindigt."
NET_NOT = "Dit " + "woord " * (MAX_ZIN - 2) + "eindigt."


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", ""),
        (NET_NOT, ""),
        (LANG, "1 lange zin"),
        (f"{LANG} {LANG}\n\n- {LANG}\n- reeds", "3 lange zinnen, 1 moeilijk woord"),
        ("Reeds derhalve, ten\nbehoeve van", "3 moeilijke woorden"),
        ("reedschap indien-achtig gereeds", ""),
    ],
)
def test_tellen(text, result):
    assert count_leesproblemen(text) == result


def test_waar_een_lange_zin_begint():
    text = f"Kort.\n\n- Ook kort. **{LANG[:3]}**{LANG[3:]}"
    (problem,) = find_leesproblemen(text)
    assert text[problem.start :].startswith("Dit**")
    assert problem.words == MAX_ZIN + 2


def test_een_moeilijk_woord_met_wat_gewoner_is():
    text = "Een plan.\n\nWij doen dat Teneinde te helpen."
    (problem,) = find_leesproblemen(text)
    assert text[problem.start : problem.end] == "Teneinde"
    assert problem.plain == ("om",)


def test_de_lijst_is_in_kleine_letters_en_noemt_geen_ander_moeilijk_woord():
    gewoner = {word for words in PLAIN_WORDS.values() for word in words}
    assert all(word == word.lower() for word in PLAIN_WORDS)
    assert not gewoner & set(PLAIN_WORDS)
    assert all(1 <= len(words) <= 9 for words in PLAIN_WORDS.values())


PARAGRAPH = st.sampled_from(
    [LANG, NET_NOT, "Kort. Ook kort.", "- punt", f"1. {LANG}", "reeds", "**a**"]
)


@trials(200)
@given(st.lists(PARAGRAPH, max_size=6), st.sampled_from(["\n", "\n\n"]))
def test_zoveel_lange_zinnen_als_controleer_telt(paragraphs, between):
    text = clean(between.join(paragraphs))
    blocks = ["".join(run.text for run in block.runs) for block in read_markup(text)]
    expected = sum(count_woorden(zin) > MAX_ZIN for block in blocks for zin in split_zinnen(block))
    assert sum(problem.words > 0 for problem in find_leesproblemen(text)) == expected


@trials(300)
@given(text)
def test_elke_plek_ligt_in_de_tekst(text):
    places = [(problem.start, problem.end) for problem in find_leesproblemen(text)]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(text) for start, end in places)
