"""What ends us while LibreOffice starts, runs or is being stopped leaves nothing behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fake_office import GOOD, convert, leeft

from trials import FACTOR
from uitvoeringsplan.commands.edge import AfgebrokenError, signals
from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.files import processes
from uitvoeringsplan.pdf import libreoffice as lo
from uitvoeringsplan.pdf import office_leftovers

# Every seventh instruction; with UVP_PROEVEN=7 all of them.
STAP = max(1, 7 // FACTOR)


# What each of them becomes in the code that is at work.
KINDS = {"INT": KeyboardInterrupt, "TERM": AfgebrokenError, "HUP": AfgebrokenError}
elk_signal = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(autouse=True)
def catchers():
    """Signals as a command has them; a program that was started in the background ignores some."""
    names = [getattr(signal, f"SIG{kind}") for kind in KINDS]
    old = {number: signal.getsignal(number) for number in names}
    for number in names:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with signals():
        yield
    for number, catcher in old.items():
        signal.signal(number, catcher)


@elk_signal
def test_een_signaal_laat_niets_achter(fake, tmp_path, kind):
    """The stand-in sends it: to us alone, as ours is another process group."""
    fake(f"kill -{kind} $PPID; exec sleep 600\n")
    with pytest.raises(KINDS[kind]):
        convert()
    assert not leeft(int((tmp_path / "pid").read_text("utf-8")))


class Drukker:
    """Sends a signal right before the given instruction of our own code is carried out."""

    _FILES = (lo.__file__, processes.__file__, office_leftovers.__file__)

    def __init__(self, when: int, number: int) -> None:
        self.nog = when
        self.number = number

    def __enter__(self):
        self._was = sys.gettrace()
        sys.settrace(self._volg)
        return self

    def __exit__(self, *_):
        sys.settrace(self._was)

    def _volg(self, frame, gebeurtenis, _arg):
        if frame.f_code.co_filename not in self._FILES:
            return None
        frame.f_trace_opcodes = True
        if gebeurtenis == "opcode":
            self.nog -= 1
            if self.nog < 0:
                sys.settrace(None)
                frame.f_trace = None
                signal.raise_signal(self.number)
        return self._volg


@pytest.fixture
def started(monkeypatch):
    """Return the list of every program that is started."""
    lijst = []

    class Onthouden(subprocess.Popen):
        def __init__(self, *args, **options) -> None:
            super().__init__(*args, **options)
            lijst.append(self)

    monkeypatch.setattr(subprocess, "Popen", Onthouden)
    return lijst


@elk_signal
def test_een_signaal_op_elk_moment_laat_niets_achter(fake, started, kind):
    """Also in the instructions between the start of the program and the care for it.

    It never ends by itself, so every signal is before its end or while it is being stopped.
    """
    fake("exec sleep 600\n")
    numbers = [getattr(signal, f"SIG{name}") for name in KINDS]
    catchers = [signal.getsignal(number) for number in numbers]
    when = 0
    while True:
        stuur = Drukker(when, getattr(signal, f"SIG{kind}"))
        with stuur as drukker, pytest.raises((KINDS[kind], OmzetError)) as error:
            convert(time=0.01)
        assert [signal.getsignal(number) for number in numbers] == catchers
        # Not by their numbers: on a busy machine others may have got those meanwhile.
        assert [process.args for process in started if process.poll() is None] == []
        assert list(Path(tempfile.gettempdir()).iterdir()) == []
        if drukker.nog >= 0:  # the run was over before it came to the signal
            break
        assert error.type is KINDS[kind]
        when += STAP if kind == "INT" else 5 * STAP
    assert when > 500


def test_wie_twee_keer_drukt_wacht_tot_alles_is_opgeruimd(fake, started, monkeypatch):
    """The second press comes in the middle of stopping the program."""
    fake("kill -INT $PPID; exec sleep 600\n")
    real = lo.stop_group

    def stop(process):
        signal.raise_signal(signal.SIGINT)
        real(process)

    monkeypatch.setattr(lo, "stop_group", stop)
    with pytest.raises(KeyboardInterrupt):
        convert()
    assert not leeft(started[0].pid)


def test_in_een_andere_draad_is_er_niets_op_te_houden(fake):
    fake(GOOD)
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(convert).result() == b"%PDF-1.7 inhoud %%EOF"
