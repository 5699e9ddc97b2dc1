"""What the mouse does."""

from __future__ import annotations

from text_field_driver import OMHOOG, klik, mouse, schrijf

TEXT = "een lange regel met woorden\n- punt twee\n漢字 x"


def test_klikken_zet_de_cursor():
    assert schrijf(klik(4, 0), text=TEXT).place == 4


def test_klikken_achter_een_regel_en_onder_de_tekst():
    assert schrijf(klik(35, 1), text=TEXT).place == TEXT.index("\n漢")
    assert schrijf(klik(30, 6), text=TEXT, place=0).place == len(TEXT)


def test_klikken_op_een_breed_teken():
    place = TEXT.index("漢")
    assert schrijf(klik(1, 2), text=TEXT).place == place
    assert schrijf(klik(2, 2), text=TEXT).place == place + 1


def test_klikken_op_de_inspringing_van_een_punt():
    trial = schrijf(klik(0, 1), text="- een twee drie", size=(12, 4))
    assert trial.lines[:2] == ["- een twee", "  drie"]
    assert trial.place == 11


def test_dubbel_klikken_kiest_een_woord():
    assert schrijf(klik(6, 0) + klik(6, 0), text=TEXT).chosen == "lange"


def test_slepen_kiest_een_stuk():
    keys = [mouse(0, 4, 0), mouse(32, 6, 0), mouse(32, 2, 1), mouse(0, 2, 1, op=True)]
    assert schrijf(*keys, text=TEXT).chosen == "lange regel met woorden\n- "


def test_het_wiel_schuift_en_houdt_de_cursor_in_beeld():
    text = "\n".join(map(str, range(30)))
    trial = schrijf(*[mouse(65, 0, 0)] * 3, text=text, place=0)
    assert trial.lines[0] == "3"
    assert trial.cursor == (0, 0)


def test_klikken_vergeet_de_gewenste_kolom():
    trial = schrijf(OMHOOG, klik(2, 1), OMHOOG, text="een lange regel\nkort\nnog een lange regel")
    assert trial.cursor == (2, 0)
