"""Signs of the markup, misspelled words and hidden signs as they are drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_field_driver import CTRL_A, schrijf

from trials import trials
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.terminal.field.field import dress_markup


def test_vet_en_cursief_zijn_zo_te_zien_en_de_tekens_blijven():
    trial = schrijf(text="een **vet** en *schuin* [hier](https://a.nl)", size=(60, 4))
    assert trial.lines[0] == "een **vet** en *schuin* [hier](https://a.nl)"
    assert (trial.met("bold"), trial.met("italics")) == ("vet", "schuin")
    assert trial.met("underscore") == "hier"


@pytest.mark.parametrize("text", ["\\- geen punt", "1\\. geen punt", "- \\- geen punt", "a\n\\- b"])
def test_het_teken_dat_een_punt_letterlijk_maakt_is_geen_woord(text):
    place = text.index("\\")
    assert (place, place + 1, "class:veld.teken") in [*dress_markup(text, 0, len(text))]


def test_wat_geen_nadruk_is_is_gewoon():
    assert schrijf(text="2 * 3 en **half en \\*zo\\*").met("bold") == ""


def test_nadruk_over_regels_en_rijen_heen():
    trial = schrijf(text="**een\ntwee drie** vier\n\n**vijf", size=(10, 8))
    assert "".join(trial.met("bold").split()) == "eentweedrie"


def test_een_punt_heeft_een_vet_streepje_en_wat_geen_punt_is_niet():
    assert schrijf(text="- een\n-twee\n- \n10. tien").met("bold").split() == ["-", "10."]


def test_de_selectie_blijft_te_zien_op_vette_letters():
    trial = schrijf(CTRL_A, text="**vet**")
    assert trial.met("reverse") == "**vet**"
    assert trial.met("bold") == "vet"


RUN = st.sampled_from(
    ["**", "*", "\\", "[x](https://a.nl)", "[", "a", " ", "\n", "\n\n", "- ", "1. "]
)


@trials(400)
@given(st.lists(RUN, max_size=14).map("".join).map(clean))
def test_wat_niet_als_teken_getekend_is_zijn_de_woorden_die_word_krijgt(text):
    signs = set()
    start = 0
    for line in text.split("\n"):
        for since, until, style in dress_markup(text, start, start + len(line)):
            if style in ("class:veld.teken", "class:veld.punt"):
                signs.update(range(since, until))
        start += len(line) + 1
    over = "".join(t for i, t in enumerate(text) if i not in signs)
    assert "".join(over.split()) == "".join(plain_text(read_markup(text)).split())


class Nep:
    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def errors(self, text, start, end):
        self.asked.append((start, end))
        place = text.find("fuot", start, end)
        return [(place, place + 4)] if place >= 0 else []


def test_een_spelfout_is_onderstreept():
    assert schrijf(text="een fuot woord", spelling=Nep()).met("underscore") == "fuot"


def test_alleen_wat_in_beeld_is_wordt_nagekeken():
    fake = Nep()
    schrijf(text="regel\n" * 100, place=0, spelling=fake)
    assert max(end for _, end in fake.asked) < 60


@pytest.mark.parametrize("sign", ["\u202e", "\u00ad", "\u200b"])
def test_wat_een_terminal_zou_gehoorzamen_staat_er_met_zijn_naam(sign):
    trial = schrijf(text=f"a{sign}b")
    assert trial.lines[0] == f"a<U+{ord(sign):04X}>b"
    assert trial.cursor == (10, 0)
    assert sign not in trial.raw


def test_een_los_accent_aan_het_begin_van_een_rij_komt_op_de_inspringing():
    trial = schrijf(text="- een twee drie \u0301x", size=(16, 4))
    assert trial.lines[1] == "  \u0301x"
    assert trial.cursor == (3, 1)
    assert " \u0301" in trial.raw
