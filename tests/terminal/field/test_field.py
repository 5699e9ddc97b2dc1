"""Signs of the markup, misspelled words and hidden signs as they are drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_field_driver import CTRL_A, schrijf

from trials import proeven
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.terminal.field.field import dress_markup


def test_vet_en_cursief_zijn_zo_te_zien_en_de_tekens_blijven():
    proef = schrijf(tekst="een **vet** en *schuin* [hier](https://a.nl)", maat=(60, 4))
    assert proef.regels[0] == "een **vet** en *schuin* [hier](https://a.nl)"
    assert (proef.met("bold"), proef.met("italics")) == ("vet", "schuin")
    assert proef.met("underscore") == "hier"


@pytest.mark.parametrize(
    "tekst", ["\\- geen punt", "1\\. geen punt", "- \\- geen punt", "a\n\\- b"]
)
def test_het_teken_dat_een_punt_letterlijk_maakt_is_geen_woord(tekst):
    plek = tekst.index("\\")
    assert (plek, plek + 1, "class:veld.teken") in [*dress_markup(tekst, 0, len(tekst))]


def test_wat_geen_nadruk_is_is_gewoon():
    assert schrijf(tekst="2 * 3 en **half en \\*zo\\*").met("bold") == ""


def test_nadruk_over_regels_en_rijen_heen():
    proef = schrijf(tekst="**een\ntwee drie** vier\n\n**vijf", maat=(10, 8))
    assert "".join(proef.met("bold").split()) == "eentweedrie"


def test_een_punt_heeft_een_vet_streepje_en_wat_geen_punt_is_niet():
    assert schrijf(tekst="- een\n-twee\n- \n10. tien").met("bold").split() == ["-", "10."]


def test_de_selectie_blijft_te_zien_op_vette_letters():
    proef = schrijf(CTRL_A, tekst="**vet**")
    assert proef.met("reverse") == "**vet**"
    assert proef.met("bold") == "vet"


STUK = st.sampled_from(
    ["**", "*", "\\", "[x](https://a.nl)", "[", "a", " ", "\n", "\n\n", "- ", "1. "]
)


@proeven(400)
@given(st.lists(STUK, max_size=14).map("".join).map(clean))
def test_wat_niet_als_teken_getekend_is_zijn_de_woorden_die_word_krijgt(tekst):
    tekens = set()
    begin = 0
    for regel in tekst.split("\n"):
        for van, tot, stijl in dress_markup(tekst, begin, begin + len(regel)):
            if stijl in ("class:veld.teken", "class:veld.punt"):
                tekens.update(range(van, tot))
        begin += len(regel) + 1
    over = "".join(t for i, t in enumerate(tekst) if i not in tekens)
    assert "".join(over.split()) == "".join(plain_text(read_markup(tekst)).split())


class Nep:
    def __init__(self) -> None:
        self.gevraagd: list[tuple[int, int]] = []

    def fouten(self, tekst, begin, eind):
        self.gevraagd.append((begin, eind))
        plek = tekst.find("fuot", begin, eind)
        return [(plek, plek + 4)] if plek >= 0 else []


def test_een_spelfout_is_onderstreept():
    assert schrijf(tekst="een fuot woord", spelling=Nep()).met("underscore") == "fuot"


def test_alleen_wat_in_beeld_is_wordt_nagekeken():
    nep = Nep()
    schrijf(tekst="regel\n" * 100, plek=0, spelling=nep)
    assert max(eind for _, eind in nep.gevraagd) < 60


@pytest.mark.parametrize("teken", ["\u202e", "\u00ad", "\u200b"])
def test_wat_een_terminal_zou_gehoorzamen_staat_er_met_zijn_naam(teken):
    proef = schrijf(tekst=f"a{teken}b")
    assert proef.regels[0] == f"a<U+{ord(teken):04X}>b"
    assert proef.cursor == (10, 0)
    assert teken not in proef.ruw


def test_een_los_accent_aan_het_begin_van_een_rij_komt_op_de_inspringing():
    proef = schrijf(tekst="- een twee drie \u0301x", maat=(16, 4))
    assert proef.regels[1] == "  \u0301x"
    assert proef.cursor == (3, 1)
    assert " \u0301" in proef.ruw
