"""What can be undone, and done again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from text_field_driver import (
    BACKSPACE,
    CTRL_A,
    CTRL_Y,
    CTRL_Z,
    DELETE,
    ENTER,
    LINKS,
    RECHTS,
    schrijf,
)

from trials import proeven
from uitvoeringsplan.terminal.field.buffer import FieldBuffer


def test_een_woord_is_een_stap():
    assert schrijf("een twee drie", CTRL_Z).tekst == "een twee "
    assert schrijf("een twee drie", CTRL_Z, CTRL_Z).tekst == "een "


def test_ongedaan_zet_de_cursor_terug_en_opnieuw_weer_erachter():
    assert schrijf("abc", CTRL_Z, tekst="xy", plek=1).plek == 1
    assert schrijf("abc", CTRL_Z, CTRL_Y, tekst="xy", plek=1).plek == 4


def test_bewegen_gooit_niet_weg_wat_opnieuw_kan():
    assert schrijf("een twee", CTRL_Z, LINKS, RECHTS, CTRL_Y).tekst == "een twee"


def test_na_bewegen_begint_een_nieuwe_stap():
    assert schrijf("ab", LINKS, RECHTS, "cd", CTRL_Z).tekst == "ab"


def test_typen_na_ongedaan_maken_vergeet_wat_opnieuw_kon():
    assert schrijf("een twee", CTRL_Z, "x", CTRL_Y).tekst == "een x"


def test_een_reeks_wissen_is_een_stap():
    assert schrijf(BACKSPACE * 3, CTRL_Z, tekst="een twee").tekst == "een twee"
    assert schrijf(DELETE * 3, CTRL_Z, tekst="een twee", plek=0).tekst == "een twee"


def test_over_een_selectie_typen_is_een_stap():
    assert schrijf(CTRL_A, "nieuw", CTRL_Z, tekst="alles weg").tekst == "alles weg"


def test_enter_is_een_stap():
    assert schrijf("een", ENTER, "twee", CTRL_Z).tekst == "een\n"
    assert schrijf("een", ENTER, "twee", CTRL_Z, CTRL_Z).tekst == "een"


def test_ongedaan_zonder_iets_te_doen_laat_de_tekst_staan():
    assert schrijf(CTRL_Z, CTRL_Y, tekst="zo").tekst == "zo"


def test_ook_een_verandering_van_buiten_is_ongedaan_te_maken():
    tekst = FieldBuffer("een fout woord", is_block=True)
    tekst.text = "een goed woord"
    tekst.undo()
    assert tekst.text == "een fout woord"
    tekst.redo()
    assert tekst.text == "een goed woord"


STAP = st.tuples(st.integers(0, 30), st.integers(0, 5), st.text("ab \n", max_size=4))


@proeven(200)
@given(st.lists(STAP, max_size=20))
def test_alles_is_ongedaan_te_maken_en_weer_te_doen(stappen):
    tekst = FieldBuffer("begin", is_block=True)
    for begin, lengte, nieuw in stappen:
        van = min(begin, len(tekst.text))
        tekst.move(van)
        tekst.replace(van, min(van + lengte, len(tekst.text)), nieuw)
    einde = tekst.text
    for _ in stappen:
        tekst.undo()
    assert tekst.text == "begin"
    for _ in stappen:
        tekst.redo()
    assert tekst.text == einde


def test_van_heel_veel_stappen_blijven_de_laatste():
    tekst = FieldBuffer("", is_block=True)
    for _ in range(1500):
        tekst.end_step()
        tekst.write("a")
    for _ in range(1500):
        tekst.undo()
    assert tekst.text == "a" * 500


def test_grote_stappen_kosten_samen_niet_meer_dan_een_paar_megabyte():
    tekst = FieldBuffer("", is_block=True)
    for _ in range(30):
        tekst.end_step()
        tekst.write("woord " * 10_000)
    for _ in range(30):
        tekst.undo()
    assert len(tekst.text) == 30 * 60_000 - 16 * 60_000
