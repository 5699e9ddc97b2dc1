"""What the mouse does."""

from __future__ import annotations

from text_field_driver import OMHOOG, klik, muis, schrijf

TEKST = "een lange regel met woorden\n- punt twee\n漢字 x"


def test_klikken_zet_de_cursor():
    assert schrijf(klik(4, 0), tekst=TEKST).plek == 4


def test_klikken_achter_een_regel_en_onder_de_tekst():
    assert schrijf(klik(35, 1), tekst=TEKST).plek == TEKST.index("\n漢")
    assert schrijf(klik(30, 6), tekst=TEKST, plek=0).plek == len(TEKST)


def test_klikken_op_een_breed_teken():
    plek = TEKST.index("漢")
    assert schrijf(klik(1, 2), tekst=TEKST).plek == plek
    assert schrijf(klik(2, 2), tekst=TEKST).plek == plek + 1


def test_klikken_op_de_inspringing_van_een_punt():
    proef = schrijf(klik(0, 1), tekst="- een twee drie", maat=(12, 4))
    assert proef.regels[:2] == ["- een twee", "  drie"]
    assert proef.plek == 11


def test_dubbel_klikken_kiest_een_woord():
    assert schrijf(klik(6, 0) + klik(6, 0), tekst=TEKST).gekozen == "lange"


def test_slepen_kiest_een_stuk():
    toetsen = [muis(0, 4, 0), muis(32, 6, 0), muis(32, 2, 1), muis(0, 2, 1, op=True)]
    assert schrijf(*toetsen, tekst=TEKST).gekozen == "lange regel met woorden\n- "


def test_het_wiel_schuift_en_houdt_de_cursor_in_beeld():
    tekst = "\n".join(map(str, range(30)))
    proef = schrijf(*[muis(65, 0, 0)] * 3, tekst=tekst, plek=0)
    assert proef.regels[0] == "3"
    assert proef.cursor == (0, 0)


def test_klikken_vergeet_de_gewenste_kolom():
    proef = schrijf(OMHOOG, klik(2, 1), OMHOOG, tekst="een lange regel\nkort\nnog een lange regel")
    assert proef.cursor == (2, 0)
