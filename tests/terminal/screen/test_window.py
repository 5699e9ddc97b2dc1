"""What is typed is kept, whatever ends the program."""

from __future__ import annotations

import io
import os
import re
import signal

import pytest
import questionary
from keystrokes import CTRL_S, STOP, toetsenbord, vraag
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.output.vt100 import Vt100_Output

from uitvoeringsplan.commands.edge import AfgebrokenError, signals
from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Gestopt, Stap, forget
from uitvoeringsplan.terminal.screen import window
from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller
from uitvoeringsplan.terminal.screen.form import ask_answer


@pytest.fixture
def _snel(monkeypatch):
    """Look after a moment instead of nearly half a second."""
    monkeypatch.setattr(window, "_BREATH", 0.01)


def stel(bij_concept, getypt: str, tekst: str = ""):
    """Ask; `bij_concept(invoer, tekst)` is called for every draft."""
    with toetsenbord() as invoer:
        invoer.send_text(getypt)
        beurt = Beurt(
            Stap(vraag(), ""), tekst, 0, 1, concept=lambda tekst: bij_concept(invoer, tekst)
        )
        return ask_answer(beurt, TerminalVragensteller(forget))


def test_binnen_een_seconde_is_er_een_concept():
    assert window._BREATH < 0.5


@pytest.mark.usefixtures("_snel")
def test_wat_getypt_wordt_komt_vanzelf_in_het_concept():
    gezien: list[str] = []

    def bij_concept(invoer, tekst: str) -> None:
        gezien.append(tekst)
        invoer.send_text(" af" if len(gezien) == 1 else CTRL_S)

    assert stel(bij_concept, "half") == Beantwoord("half af")
    assert gezien == ["half", "half af"]


@pytest.mark.usefixtures("_snel")
def test_een_tekst_die_niet_verandert_is_geen_concept():
    gezien: list[str] = []

    def bij_concept(invoer, tekst: str) -> None:
        gezien.append(tekst)
        invoer.send_text(STOP)

    assert stel(bij_concept, "!", "Er stond al") == Gestopt("Er stond al!")
    assert gezien == ["Er stond al!"]


@pytest.mark.usefixtures("_snel")
@pytest.mark.parametrize("naam", ["SIGTERM", "SIGHUP"])
def test_een_signaal_houdt_vast_wat_er_staat(naam):
    if not hasattr(signal, naam):
        pytest.skip(f"dit systeem heeft geen {naam}")
    soort = getattr(signal, naam)
    gezien: list[str] = []

    def bij_concept(_invoer, tekst: str) -> None:
        gezien.append(tekst)
        if len(gezien) == 1:
            os.kill(os.getpid(), soort)

    voor = signal.getsignal(soort)
    with pytest.raises(OnderbrokenError) as fout:
        stel(bij_concept, "half")
    assert fout.value.signaal == soort
    assert gezien == ["half", "half"]  # once while typing, once at the end
    assert signal.getsignal(soort) == voor


@pytest.mark.parametrize("einde", [CTRL_S, STOP])
@pytest.mark.parametrize("naam", ["SIGTERM", "SIGHUP"])
def test_na_een_vraag_eindigt_een_signaal_het_programma_nog_net_zo(naam, einde):
    """The loop of a prompt leaves the system's own way to end, which cleans nothing up."""
    if not hasattr(signal, naam):
        pytest.skip(f"dit systeem heeft geen {naam}")
    soort = getattr(signal, naam)
    voor = signal.getsignal(soort)
    try:
        with signals():
            buiten = signal.getsignal(soort)
            for _ in range(2):
                stel(lambda *_: None, f"woord{einde}")
                assert signal.getsignal(soort) is buiten
            with pytest.raises(AfgebrokenError):
                os.kill(os.getpid(), soort)
    finally:
        signal.signal(soort, voor)


@pytest.mark.parametrize("fout", [RuntimeError("van ons"), MemoryError()])
def test_een_fout_van_ons_houdt_vast_wat_er_staat(fout):
    gezien: list[str] = []

    class App:
        def run(self, *, pre_run) -> None:  # noqa: ARG002
            self.tekst = "half"
            raise fout

    app = App()
    app.tekst = ""
    with pytest.raises(type(fout)):
        window.run_guarded(app, lambda: app.tekst, gezien.append)
    assert gezien == ["half"]


def test_een_terminal_die_weg_is_is_een_onderbreking():
    gezien: list[str] = []

    class App:
        tekst = ""

        def run(self, *, pre_run) -> None:  # noqa: ARG002
            self.tekst = "half"
            raise OSError(5, "Input/output error")

    app = App()
    with pytest.raises(OnderbrokenError, match="bewaard als concept"):
        window.run_guarded(app, lambda: app.tekst, gezien.append)
    assert gezien == ["half"]


@pytest.mark.parametrize("fout", [KeyboardInterrupt(), EOFError()])
def test_stoppen_is_geen_ongeluk(fout):
    """The caller knows what to do with the text then."""

    class App:
        def run(self, *, pre_run) -> None:  # noqa: ARG002
            raise fout

    gezien: list[str] = []
    with pytest.raises(type(fout)):
        window.run_guarded(App(), lambda: "half", gezien.append)
    assert gezien == []


@pytest.mark.parametrize("einde", [OnderbrokenError(signal.SIGTERM), OSError(5, "weg")])
def test_een_keuze_die_afgebroken_wordt_heet_niet_bewaard(einde):
    class App:
        def run(self, *, pre_run) -> None:  # noqa: ARG002
            raise einde

    for concept, is_bewaard in ((forget, False), ([].append, True)):
        with pytest.raises(OnderbrokenError) as fout:
            window.run_guarded(App(), lambda: "", concept)
        assert ("bewaard als concept" in str(fout.value)) is is_bewaard


def test_gaat_er_iets_mis_achter_een_toets_dan_blijft_de_tekst_en_eindigt_de_vraag(capsys):
    toetsen = KeyBindings()
    getypt = [""]
    gezien: list[str] = []

    @toetsen.add("x")
    def _(_event) -> None:
        getypt[0] = "half"
        raise ZeroDivisionError

    with toetsenbord() as invoer:
        invoer.send_text("x")
        app: Application[str] = Application(key_bindings=toetsen)
        with pytest.raises(ZeroDivisionError):
            window.run_guarded(app, lambda: getypt[0], gezien.append)
    assert gezien == ["half"]
    assert capsys.readouterr() == ("", "")


def test_een_terminal_die_niet_zegt_waar_de_cursor_staat_is_geen_waarschuwing_waard():
    """The prompt would print it, in English."""
    toetsen = KeyBindings()
    toetsen.add("x")(lambda event: event.app.exit(result="klaar"))
    with toetsenbord() as invoer:
        invoer.send_text("x")
        app: Application[str] = Application(key_bindings=toetsen)
        assert window.run_guarded(app, str, forget) == "klaar"
        assert app.renderer.cpr_not_supported_callback is None


@pytest.mark.parametrize("toets", ["\x12", "\x13", "\x1b4", "\x1b-"])
def test_geen_toets_laat_een_engels_woord_zien(toets):
    """Ctrl+R and Ctrl+S would show `(i-search)`, Alt with a digit `(arg: 4)`."""
    scherm = io.StringIO()
    uitvoer = Vt100_Output(scherm, lambda: Size(24, 80), term="xterm")
    with create_pipe_input() as invoer, create_app_session(input=invoer, output=uitvoer):
        invoer.send_text(f"een{toets}twee\r")
        invoer.close()
        app = questionary.text("Regel?", qmark="").application
        assert window.run_guarded(app, str, forget) == "eentwee"
    woorden = re.sub(r"\x1b(?:\[[0-9;?]*[A-Za-z]|.)", " ", scherm.getvalue())
    assert set(re.findall("[a-z]+", woorden, re.IGNORECASE)) <= {"Regel", "een", "twee", "eentwee"}
