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
    RIGHT,
    schrijf,
)

from trials import trials
from uitvoeringsplan.terminal.field.buffer import FieldBuffer


def test_een_woord_is_een_stap():
    assert schrijf("een twee drie", CTRL_Z).text == "een twee "
    assert schrijf("een twee drie", CTRL_Z, CTRL_Z).text == "een "


def test_ongedaan_zet_de_cursor_terug_en_opnieuw_weer_erachter():
    assert schrijf("abc", CTRL_Z, text="xy", place=1).place == 1
    assert schrijf("abc", CTRL_Z, CTRL_Y, text="xy", place=1).place == 4


def test_bewegen_gooit_niet_weg_wat_opnieuw_kan():
    assert schrijf("een twee", CTRL_Z, LINKS, RIGHT, CTRL_Y).text == "een twee"


def test_na_bewegen_begint_een_nieuwe_stap():
    assert schrijf("ab", LINKS, RIGHT, "cd", CTRL_Z).text == "ab"


def test_typen_na_ongedaan_maken_vergeet_wat_opnieuw_kon():
    assert schrijf("een twee", CTRL_Z, "x", CTRL_Y).text == "een x"


def test_een_reeks_wissen_is_een_stap():
    assert schrijf(BACKSPACE * 3, CTRL_Z, text="een twee").text == "een twee"
    assert schrijf(DELETE * 3, CTRL_Z, text="een twee", place=0).text == "een twee"


def test_over_een_selectie_typen_is_een_stap():
    assert schrijf(CTRL_A, "nieuw", CTRL_Z, text="alles weg").text == "alles weg"


def test_enter_is_een_stap():
    assert schrijf("een", ENTER, "twee", CTRL_Z).text == "een\n"
    assert schrijf("een", ENTER, "twee", CTRL_Z, CTRL_Z).text == "een"


def test_ongedaan_zonder_iets_te_doen_laat_de_tekst_staan():
    assert schrijf(CTRL_Z, CTRL_Y, text="zo").text == "zo"


def test_ook_een_verandering_van_buiten_is_ongedaan_te_maken():
    text = FieldBuffer("een fout woord", is_block=True)
    text.text = "een goed woord"
    text.undo()
    assert text.text == "een fout woord"
    text.redo()
    assert text.text == "een goed woord"


STAP = st.tuples(st.integers(0, 30), st.integers(0, 5), st.text("ab \n", max_size=4))


@trials(200)
@given(st.lists(STAP, max_size=20))
def test_alles_is_ongedaan_te_maken_en_weer_te_doen(stappen):
    text = FieldBuffer("begin", is_block=True)
    for start, length, new in stappen:
        since = min(start, len(text.text))
        text.move(since)
        text.replace(since, min(since + length, len(text.text)), new)
    end = text.text
    for _ in stappen:
        text.undo()
    assert text.text == "begin"
    for _ in stappen:
        text.redo()
    assert text.text == end


def test_van_heel_veel_stappen_blijven_de_laatste():
    text = FieldBuffer("", is_block=True)
    for _ in range(1500):
        text.end_step()
        text.write("a")
    for _ in range(1500):
        text.undo()
    assert text.text == "a" * 500


def test_grote_stappen_kosten_samen_niet_meer_dan_een_paar_megabyte():
    text = FieldBuffer("", is_block=True)
    for _ in range(30):
        text.end_step()
        text.write("woord " * 10_000)
    for _ in range(30):
        text.undo()
    assert len(text.text) == 30 * 60_000 - 16 * 60_000
