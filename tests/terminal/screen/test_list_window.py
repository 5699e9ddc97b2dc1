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
    keyboard,
    plak,
)
from prompt_toolkit.application import get_app

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import Plek, Plekken
from uitvoeringsplan.terminal.screen import window
from uitvoeringsplan.terminal.screen.list_window import choose_question

PAGEUP, PAGEDOWN, HOME, END, BACKSPACE = "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x7f"
VEEL = Plekken(
    tuple(Plek(str(n), f"Vraag {n}é", f"Deel {n // 10}", is_open=n > 30) for n in range(60)), 30, 60
)


def choose(keys: str, current: str | None = "20", plekken: Plekken = VEEL) -> str | None:
    with keyboard() as typed:
        typed.send_text(keys)
        typed.close()
        return choose_question(plekken, current)


@pytest.mark.parametrize("ga", [ENTER, CTRL_S, F10])
def test_naar_de_vraag_waar_het_merk_staat(ga):
    assert choose(ga) == "20"
    assert choose(OMLAAG * 2 + OMHOOG + ga) == "21"


def test_zonder_vraag_van_nu_begint_het_bij_de_eerste_open():
    assert choose(ENTER, None) == "31"


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [(HOME, "0"), (END, "59"), (END + OMLAAG, "59"), (HOME + OMHOOG, "0")],
)
def test_naar_het_begin_en_het_einde(keys, chosen):
    assert choose(keys + ENTER) == chosen


def test_een_bladzijde_is_bijna_een_venster():
    """The screen of a test has 24 rows; a heading stands above every ten questions."""
    further = int(choose(PAGEDOWN + ENTER, "0"))
    assert 12 < further < 24
    assert choose(PAGEDOWN + PAGEUP + ENTER, "0") == "0"


@pytest.mark.parametrize("sluit", [ESC, F5, CTRL_C, CTRL_D])
def test_sluiten_kiest_niets(sluit):
    # Had it stayed open, what comes behind it would choose.
    assert choose(sluit + OMLAAG + ENTER) is None


def test_een_toetsenbord_dat_ophoudt_kiest_niets():
    assert choose("") is None


def test_typen_zoekt_zonder_hoofdletters_en_accenten():
    assert choose(f"VRAAG 47E{ENTER}") == "47"
    assert choose(f"{plak('47é')}{ENTER}") == "47"
    assert choose(f"47{BACKSPACE}{CTRL_U}{ENTER}", "20") == "47"  # the mark stays where it was


def test_een_letter_weghalen():
    assert choose(f"57{BACKSPACE}1{ENTER}") == "51"


def test_niets_gevonden_gaat_nergens_heen():
    assert choose(f"xyz{ENTER}{OMLAAG}{ENTER}{CTRL_U}{ENTER}") == "0"


def test_andere_toetsen_zoeken_niet():
    assert choose(f"{F2}\x18{ENTER}") == "20"


@pytest.mark.parametrize("gone", [F1, ESC, F5, ENTER])
def test_de_uitleg_van_de_toetsen_gaat_open_en_dicht(gone):
    assert choose(f"{F1}{OMLAAG}{PAGEDOWN}{END}{gone}\x1b[B{ENTER}") == "21"


def test_typen_in_de_uitleg_gaat_verder_met_zoeken():
    assert choose(f"{F1}47{ENTER}") == "47"


def test_zonder_vragen_is_er_geen_lijst():
    assert choose(ENTER, plekken=Plekken()) is None


def mouse(knop: int, rij: int, end: str = "M") -> str:
    return f"\x1b[<{knop};5;{rij}{end}"


def test_klikken_gaat_erheen():
    """Rows of the screen: title, search line, a blank one, a heading and then the questions."""
    assert choose(mouse(0, 7) + mouse(0, 7, "m"), "0") == "2"
    assert choose(mouse(0, 1) + mouse(0, 1, "m") + ENTER, "0") == "0"  # the title is no question


def test_het_wiel_schuift():
    further = int(choose(mouse(65, 7) * 5 + ENTER, "0"))
    assert 10 < further < 15  # the mark came along, for the view went past it
    assert choose(mouse(65, 7) * 5 + mouse(64, 7) * 5 + ENTER, "0") == str(further)


def test_een_signaal_beeindigt_het_programma(monkeypatch):
    stuur = window._catch_signals

    def meteen(app):
        stuur(app)
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(window, "_catch_signals", meteen)
    with keyboard(), pytest.raises(OnderbrokenError):
        choose_question(VEEL)


def test_het_is_een_heel_venster_met_muis(monkeypatch):
    seen = []
    monkeypatch.setattr(
        window,
        "_catch_signals",
        lambda app: seen.append((app.full_screen, app.mouse_support(), app is get_app())),
    )
    choose(ENTER)
    assert seen == [(True, True, True)]
