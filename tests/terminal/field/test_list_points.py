"""Lists that go on at Enter, and points that go deeper."""

from __future__ import annotations

import pytest
from text_field_driver import CTRL_A, CTRL_Z, ENTER, HOME, S_OMHOOG, S_TAB, TAB, schrijf

from uitvoeringsplan.model.answer_markup import LEVEL_INDENT, LEVELS

DIEPST = LEVEL_INDENT * (LEVELS - 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- een", "- een\n- "),
        ("  - een", "  - een\n  - "),
        ("1. een", "1. een\n2. "),
        ("9. een", "9. een\n10. "),
        ("999. een", "999. een\n"),
        ("-een", "-een\n"),
        ("gewoon", "gewoon\n"),
        ("  ingesprongen", "  ingesprongen\n"),
        ("- een\n- ", "- een\n"),
        ("- een\n  - ", "- een\n"),
    ],
)
def test_enter_gaat_door_met_een_lijst_en_eindigt_bij_een_leeg_punt(text, expected):
    assert schrijf(ENTER, text=text).text == expected


def test_enter_midden_in_een_punt_maakt_er_twee_van():
    assert schrijf(ENTER, text="- een twee", place=6).text == "- een \n- twee"


def test_enter_voor_een_punt_schuift_het_op():
    assert schrijf(HOME, ENTER, text="- een").text == "\n- een"


def test_enter_neemt_de_selectie_in_een_stap():
    assert schrijf(CTRL_A, ENTER, text="- een").text == "\n"
    assert schrijf(CTRL_A, ENTER, CTRL_Z, text="- een").text == "- een"


@pytest.mark.parametrize(
    "lines",
    [
        ["- een", "- twee", "", "Slot"],
        ["- een", "", "- b", "- c"],
        ["1. een", "2. twee"],
        ["- een", "  - b", "  verder"],
    ],
)
def test_een_plak_zonder_merkteken_houdt_zijn_eigen_tekens(lines):
    assert schrijf(ENTER.join(lines)).text == "\n".join(lines)


def test_tab_en_shift_tab_verplaatsen_een_punt_met_de_cursor():
    trial = schrijf(TAB, text="- een\n- twee", place=8)
    assert (trial.text, trial.place) == ("- een\n  - twee", 10)
    trial = schrijf(TAB, S_TAB, text="- een\n- twee", place=8)
    assert (trial.text, trial.place) == ("- een\n- twee", 8)


def test_dieper_dan_het_diepste_niveau_is_er_niet():
    deeper = [TAB] * (LEVELS + 1)
    assert schrijf(*deeper, text="- een\n- twee").text == f"- een\n{DIEPST}- twee"


def test_tab_verplaatst_alle_punten_van_de_selectie_en_die_blijft():
    trial = schrijf(S_OMHOOG, S_OMHOOG, TAB, text="- nul\n- een\n  gewoon\n1. twee")
    assert trial.text == "- nul\n  - een\n  gewoon\n  1. twee"
    assert trial.chosen.endswith("\n  gewoon\n  1. twee")
    assert schrijf(S_OMHOOG, TAB, CTRL_Z, text="- een\n- twee").text == "- een\n- twee"


@pytest.mark.parametrize(
    ("text", "key", "zin"),
    [
        ("gewoon", TAB, "Tab werkt bij een punt"),
        ("- een", TAB, "Dieper kan niet"),
        ("x\n- een", TAB, "Dieper kan niet"),
        (f"- een\n{DIEPST}- twee", TAB, "Dieper kan niet"),
        ("- een", S_TAB, "Hoger kan niet"),
    ],
)
def test_waarom_een_punt_blijft_waar_het_is(text, key, zin):
    trial = schrijf(key, text=text)
    assert trial.text == text
    assert [said.startswith(zin) for said in trial.said] == [True]


@pytest.mark.parametrize("text", ["- een\n- ", "- een\n\n- twee", "- een\n  verder\n- twee"])
def test_een_punt_onder_een_punt_kan_dieper_ook_als_het_nog_leeg_is(text):
    punt = text.rpartition("\n")[2]
    assert schrijf(TAB, text=text).text == text.removesuffix(punt) + "  " + punt


def test_een_nummer_ertussen_verandert_de_nummers_erna_niet():
    assert schrijf(ENTER, text="1. een\n2. twee", place=6).text == "1. een\n2. \n2. twee"
