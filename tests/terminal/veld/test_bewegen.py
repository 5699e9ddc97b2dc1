"""Moving the cursor through the rows of a screen."""

from __future__ import annotations

import pytest
from veldproef import (
    C_END,
    C_HOME,
    C_LINKS,
    C_RECHTS,
    CS_END,
    CS_HOME,
    CS_LINKS,
    CS_RECHTS,
    END,
    HOME,
    LINKS,
    OMHOOG,
    OMLAAG,
    PAGEDOWN,
    PAGEUP,
    RECHTS,
    S_END,
    S_HOME,
    S_LINKS,
    S_OMLAAG,
    S_PAGEDOWN,
    S_RECHTS,
    schrijf,
)


def test_de_cursor_gaat_per_schermregel():
    proef = schrijf(OMHOOG, tekst="een twee drie vier vijf zes zeven acht negen tien", maat=(20, 6))
    assert proef.regels[:3] == ["een twee drie vier", "vijf zes zeven acht", "negen tien"]
    assert proef.cursor == (10, 1)


def test_omlaag_onthoudt_de_kolom_waar_de_cursor_begon():
    tekst = "een lange eerste regel\nkort\nnog een lange regel"
    proef = schrijf(OMLAAG, OMLAAG, tekst=tekst, plek=15)
    assert proef.cursor == (15, 2)


def test_end_laat_de_gewenste_kolom_los_ook_als_de_cursor_daar_al_staat():
    tekst = "een lange eerste regel\nkort\nnog een lange regel"
    proef = schrijf(OMLAAG, END, OMLAAG, tekst=tekst, plek=15)
    assert proef.cursor == (4, 2)


def test_een_emoji_van_meer_tekens_is_een_stap():
    familie = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert schrijf(RECHTS, RECHTS, tekst=f"a{familie}b", plek=0).plek == 6


TWEE = "een twee drie vier vijf zes zeven acht negen tien"


@pytest.mark.parametrize(
    ("toets", "begin", "plek"),
    [
        (LINKS, 5, 4), (RECHTS, 5, 6), (LINKS, 0, 0), (RECHTS, 49, 49),
        (C_LINKS, 6, 4), (C_LINKS, 4, 0), (C_RECHTS, 5, 9), (C_RECHTS, 46, 49),
        (HOME, 25, 19), (END, 25, 38), (END, 45, 49), (C_HOME, 25, 0), (C_END, 25, 49),
    ],
)  # fmt: skip
def test_waar_een_toets_heen_gaat(toets, begin, plek):
    """The rows begin at 0, 19 and 39."""
    assert schrijf(toets, tekst=TWEE, plek=begin, maat=(20, 6)).plek == plek


@pytest.mark.parametrize(
    ("toets", "gekozen"),
    [
        (S_LINKS, "w"), (S_RECHTS, "e"), (S_HOME, "een tw"), (S_END, "ee drie vier"),
        (CS_LINKS, "tw"), (CS_RECHTS, "ee "), (CS_HOME, "een tw"),
        (CS_END, TWEE[6:]), (S_OMLAAG, TWEE[6:25]), (S_PAGEDOWN, TWEE[6:45]),
    ],
)  # fmt: skip
def test_shift_kiest_tot_waar_de_cursor_heen_gaat(toets, gekozen):
    assert schrijf(toets, tekst=TWEE, plek=6, maat=(20, 6)).gekozen == gekozen


def test_heen_en_terug_met_shift_kiest_niets():
    proef = schrijf(S_RECHTS, S_LINKS, tekst="een", plek=1)
    assert not proef.veld.heeft_selectie


def test_een_pijltje_gaat_naar_het_einde_van_de_selectie():
    assert schrijf(S_LINKS * 3, LINKS, tekst="een twee").plek == 5
    assert schrijf(S_LINKS * 3, RECHTS, tekst="een twee").plek == 8


def test_pagedown_gaat_een_venster_verder_min_een_regel():
    tekst = "\n".join(map(str, range(30)))
    proef = schrijf(PAGEDOWN, PAGEDOWN, PAGEUP, tekst=tekst, plek=0, maat=(20, 8))
    assert tekst[: proef.plek].count("\n") == 7


def test_een_smal_en_een_breed_venster_breken_elk_op_hun_eigen_plek_af():
    assert schrijf(tekst=TWEE, maat=(11, 8)).regels[:3] == ["een twee", "drie vier", "vijf zes"]
    assert schrijf(tekst=TWEE, maat=(60, 8)).regels[0] == TWEE


def test_spaties_buiten_het_venster_houden_de_cursor_in_de_laatste_kolom():
    assert schrijf(tekst="een twee" + " " * 30 + "x", plek=30, maat=(20, 4)).cursor == (19, 0)
