"""Keystrokes in, moves out: the real prompts, with a pipe for a keyboard and no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from uitvoeringsplan.model.beurt import Beurt, Gegeven, Gestopt, Stap, Terug
from uitvoeringsplan.model.vraag import Controle, Vraag, VraagType
from uitvoeringsplan.terminal.vragensteller import TerminalVragensteller

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Zet

ENTER, CTRL_C, CTRL_D, CTRL_S, CTRL_U = "\r", "\x03", "\x04", "\x13", "\x15"
F2, F3, F10, OMLAAG, OMHOOG = "\x1bOQ", "\x1bOR", "\x1b[21~", "\x1b[B", "\x1b[A"


def vraag(soort: VraagType = VraagType.TEKST, **opties) -> Vraag:
    if soort in (VraagType.KEUZE, VraagType.MEERKEUZE):
        opties.setdefault("keuzes", ("rood", "groen", "blauw"))
    return Vraag(id="v", label="Label", vraag="De vraag?", type=soort, **opties)


def stel(toetsen: str, de_vraag: Vraag, *, tekst: str = "", melding: str = "") -> tuple[Zet, str]:
    """Return the move, and what was shown above the input."""
    getoond: list[str] = []
    beurt = Beurt(Stap(de_vraag, "Onderdeel"), tekst, 2, 20, melding)
    with create_pipe_input() as invoer:
        invoer.send_text(toetsen)
        invoer.close()  # a prompt that waits for more gets an end instead of hanging
        with create_app_session(input=invoer, output=DummyOutput()):
            zet = TerminalVragensteller(getoond.append).stel(beurt)
    return zet, "\n".join(getoond)


def zet(toetsen: str, de_vraag: Vraag, tekst: str = "") -> Zet:
    return stel(toetsen, de_vraag, tekst=tekst)[0]


@pytest.mark.parametrize("klaar", [CTRL_S, F10])
@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.LIJST])
def test_een_antwoord_van_meer_regels(klaar, soort):
    assert zet(f"een{ENTER}{ENTER}- twee{klaar}", vraag(soort)) == Gegeven("een\n\n- twee")


@pytest.mark.parametrize("klaar", [ENTER, CTRL_S, F10])
@pytest.mark.parametrize(
    ("soort", "getypt"),
    [(VraagType.REGEL, "één regel"), (VraagType.DATUM, "31 jan 2027"), (VraagType.GETAL, "2027")],
)
def test_een_antwoord_van_een_regel(klaar, soort, getypt):
    assert zet(getypt + klaar, vraag(soort)) == Gegeven(getypt)


def test_wat_er_stond_staat_klaar():
    assert zet(f" en meer{CTRL_S}", vraag(), "Er stond al") == Gegeven("Er stond al en meer")


def test_leeg_slaat_over():
    assert zet(CTRL_S, vraag()) == Gegeven("")
    assert zet(ENTER, vraag(VraagType.REGEL)) == Gegeven("")


def test_een_keuze():
    assert zet(OMLAAG + ENTER, vraag(VraagType.KEUZE)) == Gegeven("groen")
    assert zet(ENTER, vraag(VraagType.KEUZE), "blauw") == Gegeven("blauw")


def test_een_keuze_overslaan():
    assert zet(OMHOOG + ENTER, vraag(VraagType.KEUZE)) == Gegeven("")


def test_ja_of_nee():
    assert zet(ENTER, vraag(VraagType.JANEE)) == Gegeven("ja")
    assert zet(OMLAAG + ENTER, vraag(VraagType.JANEE)) == Gegeven("nee")


def test_meer_keuzes():
    assert zet(f" {OMLAAG}{OMLAAG} {ENTER}", vraag(VraagType.MEERKEUZE)) == Gegeven(
        "- rood\n- blauw"
    )
    assert zet(f" {ENTER}", vraag(VraagType.MEERKEUZE), "- rood\n- groen") == Gegeven("- groen")
    assert zet(ENTER, vraag(VraagType.MEERKEUZE)) == Gegeven("")


@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.REGEL, VraagType.DATUM])
def test_terug_met_behoud_van_de_tekst(soort):
    assert zet(f" meer{F2}", vraag(soort), "half") == Terug("half meer")


@pytest.mark.parametrize("soort", list(VraagType))
def test_ctrl_c_stopt(soort):
    assert isinstance(zet(CTRL_C, vraag(soort)), Gestopt)


def test_ctrl_c_houdt_wat_er_staat():
    assert zet(f"half{ENTER}antwoord{CTRL_C}", vraag()) == Gestopt("half\nantwoord")
    assert zet(CTRL_C, vraag(VraagType.REGEL), "stond er") == Gestopt("stond er")


def test_ctrl_d_op_een_lege_regel_stopt():
    assert zet(CTRL_D, vraag()) == Gestopt("")


def test_pas_bij_verder_wordt_gekeken_of_het_past():
    """Typing what does not fit is no problem; submitting it keeps the question open."""
    de_vraag = vraag(VraagType.GETAL, controle=Controle(min=2000))
    assert zet(f"12{ENTER}{CTRL_U}2027{ENTER}", de_vraag) == Gegeven("2027")
    assert zet(f"twaalf{F2}", de_vraag) == Terug("twaalf")
    assert zet(f"twaalf{ENTER}{CTRL_C}", de_vraag) == Gestopt("twaalf")


@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.GETAL])
def test_tijdens_het_typen_wordt_niets_afgekeurd(soort):
    with create_pipe_input() as invoer, create_app_session(input=invoer, output=DummyOutput()):
        prompt = TerminalVragensteller(print)._prompt(vraag(soort), "")
        assert not prompt.application.current_buffer.validate_while_typing()


def test_boven_de_invoer_staan_de_vraag_en_wat_er_mis_was():
    _, getoond = stel(CTRL_S, vraag(), melding="Dat paste niet.")
    assert [regel for regel in getoond.split("\n") if regel] == [
        "Onderdeel",
        "[##..................] 2/20",
        "De vraag?",
        "Dat paste niet.",
    ]


def test_f3_toont_het_voorbeeld_en_houdt_de_tekst():
    gedaan, getoond = stel(f"half{F3} af{CTRL_S}", vraag(voorbeeld="Zo kan het."))
    assert gedaan == Gegeven("half af")
    assert "Voorbeeld:\n  Zo kan het." in getoond


def test_f3_zonder_voorbeeld():
    assert "geen voorbeeld" in stel(F3 + CTRL_S, vraag())[1]
