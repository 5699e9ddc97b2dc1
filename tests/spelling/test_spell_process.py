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
from fake_speller import OPDRACHT

from uitvoeringsplan.spelling.spell_process import SpellProcess, command

LANG = 60.0  # seconds until a test that hangs fails


@dataclass
class Luisteraar:
    """What the process says; `wacht` until it said something."""

    nieuws: list[bool] = field(default_factory=list)
    weg: list[str] = field(default_factory=list)
    iets: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    nu: float = 0.0

    def hoor(self, is_nieuws: bool) -> None:
        self.nieuws.append(is_nieuws)
        self.iets.release()

    def vertrek(self) -> None:
        self.weg.append("weg")
        self.iets.release()

    def wacht(self) -> None:
        assert self.iets.acquire(timeout=LANG)


@pytest.fixture
def oor():
    return Luisteraar()


@pytest.fixture
def proces(oor):
    proces = SpellProcess(OPDRACHT, lambda: ["Qdorp"], oor.hoor, oor.vertrek, lambda: oor.nu)
    yield proces
    proces.stop()
    assert proces.wait(LANG)


def vraag(proces: SpellProcess, oor: Luisteraar, *woorden: str) -> None:
    for woord in woorden:
        proces.ask(woord)
    while any(proces.oordelen[woord] is None for woord in woorden):
        oor.wacht()


def test_een_oordeel_is_er_later_en_blijft(proces, oor):
    proces.ask("woord")
    vraag(proces, oor, "woord", "qoord", "Qdorp")
    assert proces.oordelen == {"woord": True, "qoord": False, "Qdorp": True}


def test_alleen_een_fout_woord_is_nieuws(proces, oor):
    vraag(proces, oor, "woord")
    assert oor.nieuws == [False]
    vraag(proces, oor, "qoord")
    assert oor.nieuws == [False, True]


def test_voorstellen_komen_als_nieuws(proces, oor):
    proces.ask_suggestions("qoord")
    assert proces.voorstellen["qoord"] is None
    oor.wacht()
    assert proces.voorstellen["qoord"][0] == "aoord"
    assert oor.nieuws == [True]


def test_na_leren_wordt_wat_fout_was_opnieuw_bekeken(proces, oor):
    vraag(proces, oor, "Qmeerdorp", "Qmeerdorpbeleid", "qoord")
    proces.learn("Qmeerdorp")
    assert proces.oordelen == {"Qmeerdorp": True}
    vraag(proces, oor, "Qmeerdorpbeleid", "qoord")
    assert proces.oordelen["Qmeerdorpbeleid"]
    assert not proces.oordelen["qoord"]


def test_een_hulp_die_stopt_wordt_een_keer_gemeld(proces, oor):
    proces.ask("weg")
    assert proces.wait(LANG)
    assert oor.weg == ["weg"]
    proces.ask("nog")  # asks nobody, and does not fail


def test_een_hulp_die_hangt_wordt_opgegeven(proces, oor):
    vraag(proces, oor, "woord")
    proces.ask("hang")
    oor.nu = 29.0
    proces.check_patience()
    assert oor.weg == []
    while proces._waiting_since is None and not oor.weg:
        oor.nu += 31.0  # the question may not have been passed on at the last look
        proces.check_patience()
    oor.nu += 31.0
    proces.check_patience()
    assert proces.wait(LANG)
    assert oor.weg == ["weg"]


def test_een_programma_dat_er_niet_is_wordt_gemeld(oor):
    proces = SpellProcess(["/bestaat/niet"], list, oor.hoor, oor.vertrek)
    assert proces.wait(LANG)
    assert oor.weg == ["weg"]


def test_stoppen_meldt_niets(oor):
    proces = SpellProcess(OPDRACHT, list, oor.hoor, oor.vertrek)
    proces.stop()
    proces.stop()
    assert proces.wait(LANG)
    assert oor.weg == []


def test_na_stoppen_is_het_hulpproces_weg(proces, oor):
    vraag(proces, oor, "woord")
    nummer = proces._process.pid
    proces.stop()
    assert proces.wait(LANG)
    with pytest.raises(ProcessLookupError):
        os.kill(nummer, 0)


_OUDER = """
import sys, threading
from fake_speller import OPDRACHT
from uitvoeringsplan.spelling.spell_process import SpellProcess
klaar = threading.Event()
proces = SpellProcess(OPDRACHT, list, lambda _: klaar.set(), klaar.set)
proces.ask("qoord")
klaar.wait()
print(proces._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="alleen Linux ziet een einde van verre")
def test_ook_na_kill_9_van_het_programma_eindigt_de_hulp():
    ouder = subprocess.Popen(
        [sys.executable, "-c", _OUDER],
        cwd=Path(__file__).parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    hulp = os.pidfd_open(int(ouder.stdout.readline()))
    try:
        ouder.send_signal(signal.SIGKILL)
        ouder.wait()
        assert select.select([hulp], [], [], LANG)[0], "de hulp leeft nog"
    finally:
        os.close(hulp)
        ouder.stdin.close()
        ouder.stdout.close()


@pytest.mark.skipif(os.name == "nt", reason="een sessie is iets van Unix")
def test_ctrl_c_en_de_terminal_zijn_niet_voor_de_hulp(proces, oor):
    vraag(proces, oor, "woord")
    nummer = proces._process.pid
    assert os.getsid(nummer) == nummer != os.getsid(0)


def test_de_opdracht_laadt_niets_uit_de_map_van_de_gebruiker(tmp_path):
    (tmp_path / "hunspell.py").write_text("raise SystemExit('uit de verkeerde map')")
    pytest.importorskip("hunspell")
    (tmp_path / "nl_NL.aff").write_text("SET UTF-8\n")
    (tmp_path / "nl_NL.dic").write_text("1\ngemeente\n")
    klaar = subprocess.run(
        command(tmp_path / "nl_NL.dic"),
        cwd=tmp_path,
        input=b"k gemeente\nk qoord\n",
        capture_output=True,
        check=False,
    )
    assert (klaar.stdout, klaar.returncode) == (b"1\n0\n", 0)
