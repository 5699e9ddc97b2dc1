"""Moving the cursor through the rows of a screen."""

from __future__ import annotations

from veldproef import END, OMHOOG, OMLAAG, RECHTS, schrijf


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
