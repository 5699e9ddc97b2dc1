"""Finding words with Ctrl+F."""

from __future__ import annotations

import pytest
from keystrokes import plak
from text_field_driver import CTRL_F, CTRL_Z, ENTER, ESC, OMHOOG, OMLAAG, S_LINKS, schrijf

from uitvoeringsplan.terminal.field.search_bar import find_all

TEKST = "Een café en een Cafe\nniets\nhet CAFE\u0301 dicht"


@pytest.mark.parametrize(
    ("tekst", "gezocht", "verwacht"),
    [
        (TEKST, "cafe", [(4, 8), (16, 20), (31, 36)]),
        ("straße", "STRASSE", [(0, 6)]),
        ("aaa", "aa", [(0, 2)]),
        ("a", "", []),
        ("a", "\u0301", []),
        ("e\u0301x", "éx", [(0, 3)]),
        ("ß", "s", [(0, 1), (0, 1)]),
    ],
)
def test_hoofdletters_en_accenten_doen_er_niet_toe(tekst, gezocht, verwacht):
    assert find_all(tekst, gezocht) == verwacht


def test_alles_wat_gevonden_is_is_te_zien_en_de_balk_telt():
    proef = schrijf(CTRL_F, "cafe", tekst=TEKST, plek=10)
    assert proef.regels[-1] == "Zoek: cafe                       2 van 3"
    assert proef.met("reverse") == "Cafe"
    assert proef.met("bold") == "caféCafeCAFÉ"


@pytest.mark.parametrize(
    ("toetsen", "stand"),
    [
        ([], "1 van 3"),
        ([ENTER], "2 van 3"),
        ([OMLAAG, OMLAAG], "3 van 3"),
        ([ENTER, ENTER, ENTER], "1 van 3"),
        ([OMHOOG], "3 van 3"),
        ([CTRL_F], "2 van 3"),
    ],
)
def test_verder_en_terug_gaat_rond(toetsen, stand):
    proef = schrijf(CTRL_F, "cafe", *toetsen, tekst=TEKST, plek=0)
    assert proef.regels[-1].endswith(stand)


def test_esc_sluit_en_laat_het_gevondene_geselecteerd():
    proef = schrijf(CTRL_F, "cafe", ENTER, ESC, tekst=TEKST, plek=0)
    assert proef.gekozen == "Cafe"
    assert "Zoek:" not in "".join(proef.regels)
    assert proef.met("bold") == ""


def test_niet_gevonden_zet_de_cursor_waar_hij_was():
    proef = schrijf(CTRL_F, "kaas", tekst=TEKST, plek=10)
    assert proef.regels[-1].endswith("niet gevonden")
    assert schrijf(CTRL_F, "kaas", ESC, "x", tekst="een", plek=1).tekst == "exen"


def test_wat_geselecteerd_is_wordt_gezocht():
    proef = schrijf(S_LINKS * 3, CTRL_F, tekst="een en een")
    assert proef.regels[-1] == "Zoek: een                        2 van 2"


def test_typen_in_de_balk_verandert_het_antwoord_niet():
    proef = schrijf(CTRL_F, f"x{CTRL_Z}\x18\x01y", plak("een\ntwee"), tekst="een")
    assert proef.tekst == "een"
    assert proef.regels[-1].startswith("Zoek: xyeen twee")


def test_zoeken_schuift_de_tekst_in_beeld():
    proef = schrijf(CTRL_F, "doel", tekst="regel\n" * 30 + "doel", plek=0)
    assert "doel" in proef.regels[:-1]


def test_zonder_zoekwoord_staat_er_geen_telling():
    assert schrijf(CTRL_F, tekst="een").regels[-1] == "Zoek:"
