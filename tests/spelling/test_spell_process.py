"""The helper process: it never holds anybody up, and nothing of it stays behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fake_speller import COMMAND

from uitvoeringsplan.spelling.spell_process import SpellProcess, command

LANG = 60.0  # seconds until a test that hangs fails


@dataclass
class Luisteraar:
    """What the process says; `wait` until it said something."""

    nieuws: list[bool] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    something: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    nu: float = 0.0

    def hoor(self, is_nieuws: bool) -> None:
        self.nieuws.append(is_nieuws)
        self.something.release()

    def vertrek(self) -> None:
        self.gone.append("weg")
        self.something.release()

    def wait(self) -> None:
        assert self.something.acquire(timeout=LANG)


@pytest.fixture
def oor():
    return Luisteraar()


@pytest.fixture
def process(oor):
    process = SpellProcess(COMMAND, lambda: ["Qdorp"], oor.hoor, oor.vertrek, lambda: oor.nu)
    yield process
    process.stop()
    assert process.wait(LANG)


def vraag(process: SpellProcess, oor: Luisteraar, *words: str) -> None:
    for word in words:
        process.ask(word)
    while any(process.oordelen[word] is None for word in words):
        oor.wait()


def test_een_oordeel_is_er_later_en_blijft(process, oor):
    process.ask("woord")
    vraag(process, oor, "woord", "qoord", "Qdorp")
    assert process.oordelen == {"woord": True, "qoord": False, "Qdorp": True}


def test_alleen_een_fout_woord_is_nieuws(process, oor):
    vraag(process, oor, "woord")
    assert oor.nieuws == [False]
    vraag(process, oor, "qoord")
    assert oor.nieuws == [False, True]


def test_voorstellen_komen_als_nieuws(process, oor):
    process.ask_suggestions("qoord")
    assert process.suggestions["qoord"] is None
    oor.wait()
    assert process.suggestions["qoord"][0] == "aoord"
    assert oor.nieuws == [True]


def test_na_leren_wordt_wat_fout_was_opnieuw_bekeken(process, oor):
    vraag(process, oor, "Qmeerdorp", "Qmeerdorpbeleid", "qoord")
    process.learn("Qmeerdorp")
    assert process.oordelen == {"Qmeerdorp": True}
    vraag(process, oor, "Qmeerdorpbeleid", "qoord")
    assert process.oordelen["Qmeerdorpbeleid"]
    assert not process.oordelen["qoord"]


def test_een_hulp_die_stopt_wordt_een_keer_gemeld(process, oor):
    process.ask("weg")
    assert process.wait(LANG)
    assert oor.gone == ["weg"]
    process.ask("nog")  # asks nobody, and does not fail


def test_een_hulp_die_hangt_wordt_opgegeven(process, oor):
    vraag(process, oor, "woord")
    process.ask("hang")
    oor.nu = 29.0
    process.check_patience()
    assert oor.gone == []
    while process._waiting_since is None and not oor.gone:
        oor.nu += 31.0  # the question may not have been passed on at the last look
        process.check_patience()
    oor.nu += 31.0
    process.check_patience()
    assert process.wait(LANG)
    assert oor.gone == ["weg"]


def test_een_programma_dat_er_niet_is_wordt_gemeld(oor):
    process = SpellProcess(["/bestaat/niet"], list, oor.hoor, oor.vertrek)
    assert process.wait(LANG)
    assert oor.gone == ["weg"]


def test_stoppen_meldt_niets(oor):
    process = SpellProcess(COMMAND, list, oor.hoor, oor.vertrek)
    process.stop()
    process.stop()
    assert process.wait(LANG)
    assert oor.gone == []


def test_na_stoppen_is_het_hulpproces_weg(process, oor):
    vraag(process, oor, "woord")
    number = process._process.pid
    process.stop()
    assert process.wait(LANG)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


_PARENT = """
import sys, threading
from fake_speller import COMMAND
from uitvoeringsplan.spelling.spell_process import SpellProcess
klaar = threading.Event()
proces = SpellProcess(COMMAND, list, lambda _: klaar.set(), klaar.set)
proces.ask("qoord")
klaar.wait()
print(proces._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="alleen Linux ziet een einde van verre")
def test_ook_na_kill_9_van_het_programma_eindigt_de_hulp():
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT],
        cwd=Path(__file__).parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    hulp = os.pidfd_open(int(parent.stdout.readline()))
    try:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        assert select.select([hulp], [], [], LANG)[0], "de hulp leeft nog"
    finally:
        os.close(hulp)
        parent.stdin.close()
        parent.stdout.close()


@pytest.mark.skipif(os.name == "nt", reason="een sessie is iets van Unix")
def test_ctrl_c_en_de_terminal_zijn_niet_voor_de_hulp(process, oor):
    vraag(process, oor, "woord")
    number = process._process.pid
    assert os.getsid(number) == number != os.getsid(0)


def test_de_opdracht_laadt_niets_uit_de_map_van_de_gebruiker(tmp_path):
    (tmp_path / "hunspell.py").write_text("raise SystemExit('uit de verkeerde map')")
    pytest.importorskip("hunspell")
    (tmp_path / "nl_NL.aff").write_text("SET UTF-8\n")
    (tmp_path / "nl_NL.dic").write_text("1\ngemeente\n")
    ready = subprocess.run(
        command(tmp_path / "nl_NL.dic"),
        cwd=tmp_path,
        input=b"k gemeente\nk qoord\n",
        capture_output=True,
        check=False,
    )
    assert (ready.stdout, ready.returncode) == (b"1\n0\n", 0)
