"""Long sentences and hard words: the same as `controleer` says, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
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
NET_NIET = "Dit " + "woord " * (MAX_ZIN - 2) + "eindigt."


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("", ""),
        (NET_NIET, ""),
        (LANG, "1 lange zin"),
        (f"{LANG} {LANG}\n\n- {LANG}\n- reeds", "3 lange zinnen, 1 moeilijk woord"),
        ("Reeds derhalve, ten\nbehoeve van", "3 moeilijke woorden"),
        ("reedschap indien-achtig gereeds", ""),
    ],
)
def test_tellen(tekst, uit):
    assert count_leesproblemen(tekst) == uit


def test_waar_een_lange_zin_begint():
    tekst = f"Kort.\n\n- Ook kort. **{LANG[:3]}**{LANG[3:]}"
    (probleem,) = find_leesproblemen(tekst)
    assert tekst[probleem.van :].startswith("Dit**")
    assert probleem.woorden == MAX_ZIN + 2


def test_een_moeilijk_woord_met_wat_gewoner_is():
    tekst = "Een plan.\n\nWij doen dat Teneinde te helpen."
    (probleem,) = find_leesproblemen(tekst)
    assert tekst[probleem.van : probleem.tot] == "Teneinde"
    assert probleem.gewoon == ("om",)


def test_de_lijst_is_in_kleine_letters_en_noemt_geen_ander_moeilijk_woord():
    gewoner = {woord for woorden in PLAIN_WORDS.values() for woord in woorden}
    assert all(woord == woord.lower() for woord in PLAIN_WORDS)
    assert not gewoner & set(PLAIN_WORDS)
    assert all(1 <= len(woorden) <= 9 for woorden in PLAIN_WORDS.values())


ALINEA = st.sampled_from(
    [LANG, NET_NIET, "Kort. Ook kort.", "- punt", f"1. {LANG}", "reeds", "**a**"]
)


@proeven(200)
@given(st.lists(ALINEA, max_size=6), st.sampled_from(["\n", "\n\n"]))
def test_zoveel_lange_zinnen_als_controleer_telt(alineas, tussen):
    tekst = clean(tussen.join(alineas))
    blokken = ["".join(stuk.tekst for stuk in blok.stukken) for blok in read_markup(tekst)]
    verwacht = sum(count_woorden(zin) > MAX_ZIN for blok in blokken for zin in split_zinnen(blok))
    assert sum(probleem.woorden > 0 for probleem in find_leesproblemen(tekst)) == verwacht


@proeven(300)
@given(tekst)
def test_elke_plek_ligt_in_de_tekst(tekst):
    plekken = [(probleem.van, probleem.tot) for probleem in find_leesproblemen(tekst)]
    assert plekken == sorted(plekken)
    assert all(0 <= van <= tot <= len(tekst) for van, tot in plekken)
