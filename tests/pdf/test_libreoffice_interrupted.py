"""What ends us while LibreOffice starts, runs or is being stopped leaves nothing behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fake_office import GOED, leeft, zet_om

from trials import FACTOR
from uitvoeringsplan.commands.edge import AfgebrokenError, signals
from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.files import processes
from uitvoeringsplan.pdf import libreoffice as lo
from uitvoeringsplan.pdf import office_leftovers

# Every seventh instruction; with UVP_PROEVEN=7 all of them.
STAP = max(1, 7 // FACTOR)


# What each of them becomes in the code that is at work.
SOORTEN = {"INT": KeyboardInterrupt, "TERM": AfgebrokenError, "HUP": AfgebrokenError}
elk_signaal = pytest.mark.parametrize("soort", SOORTEN)


@pytest.fixture(autouse=True)
def vangers():
    """Signals as a command has them; a program that was started in the background ignores some."""
    namen = [getattr(signal, f"SIG{soort}") for soort in SOORTEN]
    oud = {nummer: signal.getsignal(nummer) for nummer in namen}
    for nummer in namen:
        signal.signal(nummer, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with signals():
        yield
    for nummer, vanger in oud.items():
        signal.signal(nummer, vanger)


@elk_signaal
def test_een_signaal_laat_niets_achter(nep, tmp_path, soort):
    """The stand-in sends it: to us alone, as ours is another process group."""
    nep(f"kill -{soort} $PPID; exec sleep 600\n")
    with pytest.raises(SOORTEN[soort]):
        zet_om()
    assert not leeft(int((tmp_path / "pid").read_text("utf-8")))


class Drukker:
    """Sends a signal right before the given instruction of our own code is carried out."""

    _BESTANDEN = (lo.__file__, processes.__file__, office_leftovers.__file__)

    def __init__(self, wanneer: int, nummer: int) -> None:
        self.nog = wanneer
        self.nummer = nummer

    def __enter__(self):
        self._was = sys.gettrace()
        sys.settrace(self._volg)
        return self

    def __exit__(self, *_):
        sys.settrace(self._was)

    def _volg(self, frame, gebeurtenis, _arg):
        if frame.f_code.co_filename not in self._BESTANDEN:
            return None
        frame.f_trace_opcodes = True
        if gebeurtenis == "opcode":
            self.nog -= 1
            if self.nog < 0:
                sys.settrace(None)
                frame.f_trace = None
                signal.raise_signal(self.nummer)
        return self._volg


@pytest.fixture
def gestart(monkeypatch):
    """Return the list of every program that is started."""
    lijst = []

    class Onthouden(subprocess.Popen):
        def __init__(self, *args, **opties) -> None:
            super().__init__(*args, **opties)
            lijst.append(self)

    monkeypatch.setattr(subprocess, "Popen", Onthouden)
    return lijst


@elk_signaal
def test_een_signaal_op_elk_moment_laat_niets_achter(nep, gestart, soort):
    """Also in the instructions between the start of the program and the care for it.

    It never ends by itself, so every signal is before its end or while it is being stopped.
    """
    nep("exec sleep 600\n")
    nummers = [getattr(signal, f"SIG{naam}") for naam in SOORTEN]
    vangers = [signal.getsignal(nummer) for nummer in nummers]
    wanneer = 0
    while True:
        stuur = Drukker(wanneer, getattr(signal, f"SIG{soort}"))
        with stuur as drukker, pytest.raises((SOORTEN[soort], OmzetError)) as fout:
            zet_om(tijd=0.01)
        assert [signal.getsignal(nummer) for nummer in nummers] == vangers
        # Not by their numbers: on a busy machine others may have got those meanwhile.
        assert [proces.args for proces in gestart if proces.poll() is None] == []
        assert list(Path(tempfile.gettempdir()).iterdir()) == []
        if drukker.nog >= 0:  # the run was over before it came to the signal
            break
        assert fout.type is SOORTEN[soort]
        wanneer += STAP if soort == "INT" else 5 * STAP
    assert wanneer > 500


def test_wie_twee_keer_drukt_wacht_tot_alles_is_opgeruimd(nep, gestart, monkeypatch):
    """The second press comes in the middle of stopping the program."""
    nep("kill -INT $PPID; exec sleep 600\n")
    echt = lo.stop_group

    def stop(proces):
        signal.raise_signal(signal.SIGINT)
        echt(proces)

    monkeypatch.setattr(lo, "stop_group", stop)
    with pytest.raises(KeyboardInterrupt):
        zet_om()
    assert not leeft(gestart[0].pid)


def test_in_een_andere_draad_is_er_niets_op_te_houden(nep):
    nep(GOED)
    with ThreadPoolExecutor(1) as draden:
        assert draden.submit(zet_om).result() == b"%PDF-1.7 inhoud %%EOF"
