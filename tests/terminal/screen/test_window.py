"""What is typed is kept, whatever ends the program."""

from __future__ import annotations

import io
import os
import re
import signal

import pytest
import questionary
from keystrokes import CTRL_S, STOP, keyboard, vraag
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
def _fast(monkeypatch):
    """Look after a moment instead of nearly half a second."""
    monkeypatch.setattr(window, "_BREATH", 0.01)


def stel(bij_concept, typed: str, text: str = ""):
    """Ask; `bij_concept(invoer, tekst)` is called for every draft."""
    with keyboard() as given:
        given.send_text(typed)
        beurt = Beurt(Stap(vraag(), ""), text, 0, 1, concept=lambda text: bij_concept(given, text))
        return ask_answer(beurt, TerminalVragensteller(forget))


def test_binnen_een_seconde_is_er_een_concept():
    assert window._BREATH < 0.5


@pytest.mark.usefixtures("_fast")
def test_wat_getypt_wordt_komt_vanzelf_in_het_concept():
    seen: list[str] = []

    def bij_concept(given, text: str) -> None:
        seen.append(text)
        given.send_text(" af" if len(seen) == 1 else CTRL_S)

    assert stel(bij_concept, "half") == Beantwoord("half af")
    assert seen == ["half", "half af"]


@pytest.mark.usefixtures("_fast")
def test_een_tekst_die_niet_verandert_is_geen_concept():
    seen: list[str] = []

    def bij_concept(given, text: str) -> None:
        seen.append(text)
        given.send_text(STOP)

    assert stel(bij_concept, "!", "Er stond al") == Gestopt("Er stond al!")
    assert seen == ["Er stond al!"]


@pytest.mark.usefixtures("_fast")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_een_signaal_houdt_vast_wat_er_staat(name):
    if not hasattr(signal, name):
        pytest.skip(f"dit systeem heeft geen {name}")
    kind = getattr(signal, name)
    seen: list[str] = []

    def bij_concept(_typed, text: str) -> None:
        seen.append(text)
        if len(seen) == 1:
            os.kill(os.getpid(), kind)

    before = signal.getsignal(kind)
    with pytest.raises(OnderbrokenError) as error:
        stel(bij_concept, "half")
    assert error.value.signal == kind
    assert seen == ["half", "half"]  # once while typing, once at the end
    assert signal.getsignal(kind) == before


@pytest.mark.parametrize("end", [CTRL_S, STOP])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_na_een_vraag_eindigt_een_signaal_het_programma_nog_net_zo(name, end):
    """The loop of a prompt leaves the system's own way to end, which cleans nothing up."""
    if not hasattr(signal, name):
        pytest.skip(f"dit systeem heeft geen {name}")
    kind = getattr(signal, name)
    before = signal.getsignal(kind)
    try:
        with signals():
            outside = signal.getsignal(kind)
            for _ in range(2):
                stel(lambda *_: None, f"woord{end}")
                assert signal.getsignal(kind) is outside
            with pytest.raises(AfgebrokenError):
                os.kill(os.getpid(), kind)
    finally:
        signal.signal(kind, before)


@pytest.mark.parametrize("error", [RuntimeError("van ons"), MemoryError()])
def test_een_fout_van_ons_houdt_vast_wat_er_staat(error):
    seen: list[str] = []

    class App:
        def run(self, *, pre_run) -> None:  # noqa: ARG002
            self.text = "half"
            raise error

    app = App()
    app.text = ""
    with pytest.raises(type(error)):
        window.run_guarded(app, lambda: app.text, seen.append)
    assert seen == ["half"]


def test_een_terminal_die_weg_is_is_een_onderbreking():
    seen: list[str] = []

    class App:
        text = ""

        def run(self, *, pre_run) -> None:  # noqa: ARG002
            self.text = "half"
            raise OSError(5, "Input/output error")

    app = App()
    with pytest.raises(OnderbrokenError, match="bewaard als concept"):
        window.run_guarded(app, lambda: app.text, seen.append)
    assert seen == ["half"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_stoppen_is_geen_ongeluk(error):
    """The caller knows what to do with the text then."""

    class App:
        def run(self, *, pre_run) -> None:  # noqa: ARG002
            raise error

    seen: list[str] = []
    with pytest.raises(type(error)):
        window.run_guarded(App(), lambda: "half", seen.append)
    assert seen == []


@pytest.mark.parametrize("end", [OnderbrokenError(signal.SIGTERM), OSError(5, "weg")])
def test_een_keuze_die_afgebroken_wordt_heet_niet_bewaard(end):
    class App:
        def run(self, *, pre_run) -> None:  # noqa: ARG002
            raise end

    for concept, is_saved in ((forget, False), ([].append, True)):
        with pytest.raises(OnderbrokenError) as error:
            window.run_guarded(App(), lambda: "", concept)
        assert ("bewaard als concept" in str(error.value)) is is_saved


def test_gaat_er_iets_mis_achter_een_toets_dan_blijft_de_tekst_en_eindigt_de_vraag(capsys):
    keys = KeyBindings()
    typed = [""]
    seen: list[str] = []

    @keys.add("x")
    def _(_event) -> None:
        typed[0] = "half"
        raise ZeroDivisionError

    with keyboard() as given:
        given.send_text("x")
        app: Application[str] = Application(key_bindings=keys)
        with pytest.raises(ZeroDivisionError):
            window.run_guarded(app, lambda: typed[0], seen.append)
    assert seen == ["half"]
    assert capsys.readouterr() == ("", "")


def test_een_terminal_die_niet_zegt_waar_de_cursor_staat_is_geen_waarschuwing_waard():
    """The prompt would print it, in English."""
    keys = KeyBindings()
    keys.add("x")(lambda event: event.app.exit(result="klaar"))
    with keyboard() as given:
        given.send_text("x")
        app: Application[str] = Application(key_bindings=keys)
        assert window.run_guarded(app, str, forget) == "klaar"
        assert app.renderer.cpr_not_supported_callback is None


@pytest.mark.parametrize("key", ["\x12", "\x13", "\x1b4", "\x1b-"])
def test_geen_toets_laat_een_engels_woord_zien(key):
    """Ctrl+R and Ctrl+S would show `(i-search)`, Alt with a digit `(arg: 4)`."""
    screen = io.StringIO()
    output = Vt100_Output(screen, lambda: Size(24, 80), term="xterm")
    with create_pipe_input() as given, create_app_session(input=given, output=output):
        given.send_text(f"een{key}twee\r")
        given.close()
        app = questionary.text("Regel?", qmark="").application
        assert window.run_guarded(app, str, forget) == "eentwee"
    words = re.sub(r"\x1b(?:\[[0-9;?]*[A-Za-z]|.)", " ", screen.getvalue())
    assert set(re.findall("[a-z]+", words, re.IGNORECASE)) <= {"Regel", "een", "twee", "eentwee"}
