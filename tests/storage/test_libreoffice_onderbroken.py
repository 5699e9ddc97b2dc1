"""Ctrl+C while LibreOffice starts, runs or is being stopped leaves nothing behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from nepkantoor import GOED, leeft, zet_om

from proeven import FACTOR
from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.storage import libreoffice as lo
from uitvoeringsplan.storage import processen

# Every seventh instruction; with UVP_PROEVEN=7 all of them.
STAP = max(1, 7 // FACTOR)


@pytest.fixture(autouse=True)
def ctrl_c():
    """Ctrl+C as in a terminal: a program that was started in the background ignores it."""
    oud = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, oud)


def test_ctrl_c_laat_niets_achter(nep, tmp_path):
    """The stand-in presses it: a signal to us alone, as ours is another process group."""
    nep("kill -INT $PPID; exec sleep 600\n")
    with pytest.raises(KeyboardInterrupt):
        zet_om()
    assert not leeft(int((tmp_path / "pid").read_text("utf-8")))


class Drukker:
    """Presses Ctrl+C right before the given instruction of our own code is carried out."""

    _BESTANDEN = (lo.__file__, processen.__file__)

    def __init__(self, wanneer: int) -> None:
        self.nog = wanneer

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
                signal.raise_signal(signal.SIGINT)
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


def test_ctrl_c_op_elk_moment_laat_niets_achter(nep, gestart):
    """Also in the instructions between the start of the program and the care for it.

    It never ends by itself, so every press is before its end or while it is being stopped.
    """
    nep("exec sleep 600\n")
    vanger = signal.getsignal(signal.SIGINT)
    wanneer = 0
    while True:
        with Drukker(wanneer) as drukker, pytest.raises((KeyboardInterrupt, OmzetError)) as fout:
            zet_om(tijd=0.01)
        assert signal.getsignal(signal.SIGINT) is vanger
        # Not by their numbers: on a busy machine others may have got those meanwhile.
        assert [proces.args for proces in gestart if proces.poll() is None] == []
        assert list(Path(tempfile.gettempdir()).iterdir()) == []
        if drukker.nog >= 0:  # the run was over before it came to pressing
            break
        assert fout.type is KeyboardInterrupt
        wanneer += STAP
    assert wanneer > 500


def test_wie_twee_keer_drukt_wacht_tot_alles_is_opgeruimd(nep, gestart, monkeypatch):
    """The second press comes in the middle of stopping the program."""
    nep("kill -INT $PPID; exec sleep 600\n")
    echt = lo.stop_groep

    def stop(proces):
        signal.raise_signal(signal.SIGINT)
        echt(proces)

    monkeypatch.setattr(lo, "stop_groep", stop)
    with pytest.raises(KeyboardInterrupt):
        zet_om()
    assert not leeft(gestart[0].pid)


def test_in_een_andere_draad_is_er_niets_op_te_houden(nep):
    nep(GOED)
    with ThreadPoolExecutor(1) as draden:
        assert draden.submit(zet_om).result() == b"%PDF-1.7 inhoud %%EOF"
