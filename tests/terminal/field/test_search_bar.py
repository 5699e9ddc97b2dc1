"""Finding words with Ctrl+F."""

from __future__ import annotations

import pytest
from keystrokes import plak
from text_field_driver import CTRL_F, CTRL_Z, ENTER, ESC, OMHOOG, OMLAAG, S_LINKS, schrijf

from uitvoeringsplan.terminal.field.search_bar import find_all

TEXT = "Een café en een Cafe\nniets\nhet CAFE\u0301 dicht"


@pytest.mark.parametrize(
    ("text", "sought", "expected"),
    [
        (TEXT, "cafe", [(4, 8), (16, 20), (31, 36)]),
        ("straße", "STRASSE", [(0, 6)]),
        ("aaa", "aa", [(0, 2)]),
        ("a", "", []),
        ("a", "\u0301", []),
        ("e\u0301x", "éx", [(0, 3)]),
        ("ß", "s", [(0, 1), (0, 1)]),
    ],
)
def test_hoofdletters_en_accenten_doen_er_niet_toe(text, sought, expected):
    assert find_all(text, sought) == expected


def test_alles_wat_gevonden_is_is_te_zien_en_de_balk_telt():
    trial = schrijf(CTRL_F, "cafe", text=TEXT, place=10)
    assert trial.lines[-1] == "Zoek: cafe                       2 van 3"
    assert trial.met("reverse") == "Cafe"
    assert trial.met("bold") == "caféCafeCAFÉ"


@pytest.mark.parametrize(
    ("keys", "stand"),
    [
        ([], "1 van 3"),
        ([ENTER], "2 van 3"),
        ([OMLAAG, OMLAAG], "3 van 3"),
        ([ENTER, ENTER, ENTER], "1 van 3"),
        ([OMHOOG], "3 van 3"),
        ([CTRL_F], "2 van 3"),
    ],
)
def test_verder_en_terug_gaat_rond(keys, stand):
    trial = schrijf(CTRL_F, "cafe", *keys, text=TEXT, place=0)
    assert trial.lines[-1].endswith(stand)


def test_esc_sluit_en_laat_het_gevondene_geselecteerd():
    trial = schrijf(CTRL_F, "cafe", ENTER, ESC, text=TEXT, place=0)
    assert trial.chosen == "Cafe"
    assert "Zoek:" not in "".join(trial.lines)
    assert trial.met("bold") == ""


def test_niet_gevonden_zet_de_cursor_waar_hij_was():
    trial = schrijf(CTRL_F, "kaas", text=TEXT, place=10)
    assert trial.lines[-1].endswith("niet gevonden")
    assert schrijf(CTRL_F, "kaas", ESC, "x", text="een", place=1).text == "exen"


def test_wat_geselecteerd_is_wordt_gezocht():
    trial = schrijf(S_LINKS * 3, CTRL_F, text="een en een")
    assert trial.lines[-1] == "Zoek: een                        2 van 2"


def test_typen_in_de_balk_verandert_het_antwoord_niet():
    trial = schrijf(CTRL_F, f"x{CTRL_Z}\x18\x01y", plak("een\ntwee"), text="een")
    assert trial.text == "een"
    assert trial.lines[-1].startswith("Zoek: xyeen twee")


def test_zoeken_schuift_de_tekst_in_beeld():
    trial = schrijf(CTRL_F, "doel", text="regel\n" * 30 + "doel", place=0)
    assert "doel" in trial.lines[:-1]


def test_zonder_zoekwoord_staat_er_geen_telling():
    assert schrijf(CTRL_F, text="een").lines[-1] == "Zoek:"
