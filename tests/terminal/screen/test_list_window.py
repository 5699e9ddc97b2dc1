"""The list of questions with its real keys, and a pipe for a keyboard."""

from __future__ import annotations

import os
import signal

import pytest
from keystrokes import (
    CTRL_C,
    CTRL_D,
    CTRL_S,
    CTRL_U,
    ENTER,
    ESC,
    F1,
    F2,
    F5,
    F10,
    OMHOOG,
    OMLAAG,
    plak,
    toetsenbord,
)
from prompt_toolkit.application import get_app

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import Plek, Plekken
from uitvoeringsplan.terminal.screen import window
from uitvoeringsplan.terminal.screen.list_window import choose_question

PAGEUP, PAGEDOWN, HOME, EINDE, BACKSPACE = "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x7f"
VEEL = Plekken(
    tuple(Plek(str(n), f"Vraag {n}é", f"Deel {n // 10}", is_open=n > 30) for n in range(60)), 30, 60
)


def kies(toetsen: str, huidig: str | None = "20", plekken: Plekken = VEEL) -> str | None:
    with toetsenbord() as invoer:
        invoer.send_text(toetsen)
        invoer.close()
        return choose_question(plekken, huidig)


@pytest.mark.parametrize("ga", [ENTER, CTRL_S, F10])
def test_naar_de_vraag_waar_het_merk_staat(ga):
    assert kies(ga) == "20"
    assert kies(OMLAAG * 2 + OMHOOG + ga) == "21"


def test_zonder_vraag_van_nu_begint_het_bij_de_eerste_open():
    assert kies(ENTER, None) == "31"


@pytest.mark.parametrize(
    ("toetsen", "gekozen"),
    [(HOME, "0"), (EINDE, "59"), (EINDE + OMLAAG, "59"), (HOME + OMHOOG, "0")],
)
def test_naar_het_begin_en_het_einde(toetsen, gekozen):
    assert kies(toetsen + ENTER) == gekozen


def test_een_bladzijde_is_bijna_een_venster():
    """The screen of a test has 24 rows; a heading stands above every ten questions."""
    verder = int(kies(PAGEDOWN + ENTER, "0"))
    assert 12 < verder < 24
    assert kies(PAGEDOWN + PAGEUP + ENTER, "0") == "0"


@pytest.mark.parametrize("sluit", [ESC, F5, CTRL_C, CTRL_D])
def test_sluiten_kiest_niets(sluit):
    # Had it stayed open, what comes behind it would choose.
    assert kies(sluit + OMLAAG + ENTER) is None


def test_een_toetsenbord_dat_ophoudt_kiest_niets():
    assert kies("") is None


def test_typen_zoekt_zonder_hoofdletters_en_accenten():
    assert kies(f"VRAAG 47E{ENTER}") == "47"
    assert kies(f"{plak('47é')}{ENTER}") == "47"
    assert kies(f"47{BACKSPACE}{CTRL_U}{ENTER}", "20") == "47"  # the mark stays where it was


def test_een_letter_weghalen():
    assert kies(f"57{BACKSPACE}1{ENTER}") == "51"


def test_niets_gevonden_gaat_nergens_heen():
    assert kies(f"xyz{ENTER}{OMLAAG}{ENTER}{CTRL_U}{ENTER}") == "0"


def test_andere_toetsen_zoeken_niet():
    assert kies(f"{F2}\x18{ENTER}") == "20"


@pytest.mark.parametrize("weg", [F1, ESC, F5, ENTER])
def test_de_uitleg_van_de_toetsen_gaat_open_en_dicht(weg):
    assert kies(f"{F1}{OMLAAG}{PAGEDOWN}{EINDE}{weg}\x1b[B{ENTER}") == "21"


def test_typen_in_de_uitleg_gaat_verder_met_zoeken():
    assert kies(f"{F1}47{ENTER}") == "47"


def test_zonder_vragen_is_er_geen_lijst():
    assert kies(ENTER, plekken=Plekken()) is None


def muis(knop: int, rij: int, einde: str = "M") -> str:
    return f"\x1b[<{knop};5;{rij}{einde}"


def test_klikken_gaat_erheen():
    """Rows of the screen: title, search line, a blank one, a heading and then the questions."""
    assert kies(muis(0, 7) + muis(0, 7, "m"), "0") == "2"
    assert kies(muis(0, 1) + muis(0, 1, "m") + ENTER, "0") == "0"  # the title is no question


def test_het_wiel_schuift():
    verder = int(kies(muis(65, 7) * 5 + ENTER, "0"))
    assert 10 < verder < 15  # the mark came along, for the view went past it
    assert kies(muis(65, 7) * 5 + muis(64, 7) * 5 + ENTER, "0") == str(verder)


def test_een_signaal_beeindigt_het_programma(monkeypatch):
    stuur = window._catch_signals

    def meteen(app):
        stuur(app)
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(window, "_catch_signals", meteen)
    with toetsenbord(), pytest.raises(OnderbrokenError):
        choose_question(VEEL)


def test_het_is_een_heel_venster_met_muis(monkeypatch):
    gezien = []
    monkeypatch.setattr(
        window,
        "_catch_signals",
        lambda app: gezien.append((app.full_screen, app.mouse_support(), app is get_app())),
    )
    kies(ENTER)
    assert gezien == [(True, True, True)]
