"""Lists that go on at Enter, and points that go deeper."""

from __future__ import annotations

import pytest
from text_field_driver import CTRL_A, CTRL_Z, ENTER, HOME, S_OMHOOG, S_TAB, TAB, schrijf

from uitvoeringsplan.model.answer_markup import LEVEL_INDENT, LEVELS

DIEPST = LEVEL_INDENT * (LEVELS - 1)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
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
def test_enter_gaat_door_met_een_lijst_en_eindigt_bij_een_leeg_punt(tekst, verwacht):
    assert schrijf(ENTER, tekst=tekst).tekst == verwacht


def test_enter_midden_in_een_punt_maakt_er_twee_van():
    assert schrijf(ENTER, tekst="- een twee", plek=6).tekst == "- een \n- twee"


def test_enter_voor_een_punt_schuift_het_op():
    assert schrijf(HOME, ENTER, tekst="- een").tekst == "\n- een"


def test_enter_neemt_de_selectie_in_een_stap():
    assert schrijf(CTRL_A, ENTER, tekst="- een").tekst == "\n"
    assert schrijf(CTRL_A, ENTER, CTRL_Z, tekst="- een").tekst == "- een"


@pytest.mark.parametrize(
    "regels",
    [
        ["- een", "- twee", "", "Slot"],
        ["- een", "", "- b", "- c"],
        ["1. een", "2. twee"],
        ["- een", "  - b", "  verder"],
    ],
)
def test_een_plak_zonder_merkteken_houdt_zijn_eigen_tekens(regels):
    assert schrijf(ENTER.join(regels)).tekst == "\n".join(regels)


def test_tab_en_shift_tab_verplaatsen_een_punt_met_de_cursor():
    proef = schrijf(TAB, tekst="- een\n- twee", plek=8)
    assert (proef.tekst, proef.plek) == ("- een\n  - twee", 10)
    proef = schrijf(TAB, S_TAB, tekst="- een\n- twee", plek=8)
    assert (proef.tekst, proef.plek) == ("- een\n- twee", 8)


def test_dieper_dan_het_diepste_niveau_is_er_niet():
    dieper = [TAB] * (LEVELS + 1)
    assert schrijf(*dieper, tekst="- een\n- twee").tekst == f"- een\n{DIEPST}- twee"


def test_tab_verplaatst_alle_punten_van_de_selectie_en_die_blijft():
    proef = schrijf(S_OMHOOG, S_OMHOOG, TAB, tekst="- nul\n- een\n  gewoon\n1. twee")
    assert proef.tekst == "- nul\n  - een\n  gewoon\n  1. twee"
    assert proef.gekozen.endswith("\n  gewoon\n  1. twee")
    assert schrijf(S_OMHOOG, TAB, CTRL_Z, tekst="- een\n- twee").tekst == "- een\n- twee"


@pytest.mark.parametrize(
    ("tekst", "toets", "zin"),
    [
        ("gewoon", TAB, "Tab werkt bij een punt"),
        ("- een", TAB, "Dieper kan niet"),
        ("x\n- een", TAB, "Dieper kan niet"),
        (f"- een\n{DIEPST}- twee", TAB, "Dieper kan niet"),
        ("- een", S_TAB, "Hoger kan niet"),
    ],
)
def test_waarom_een_punt_blijft_waar_het_is(tekst, toets, zin):
    proef = schrijf(toets, tekst=tekst)
    assert proef.tekst == tekst
    assert [gezegd.startswith(zin) for gezegd in proef.gezegd] == [True]


@pytest.mark.parametrize("tekst", ["- een\n- ", "- een\n\n- twee", "- een\n  verder\n- twee"])
def test_een_punt_onder_een_punt_kan_dieper_ook_als_het_nog_leeg_is(tekst):
    punt = tekst.rpartition("\n")[2]
    assert schrijf(TAB, tekst=tekst).tekst == tekst.removesuffix(punt) + "  " + punt


def test_een_nummer_ertussen_verandert_de_nummers_erna_niet():
    assert schrijf(ENTER, tekst="1. een\n2. twee", plek=6).tekst == "1. een\n2. \n2. twee"
