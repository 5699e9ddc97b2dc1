"""0 done, 1 the user's input, 2 wrong use, 3 a bug of ours, 130 Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile

import pytest

from uitvoeringsplan.__main__ import main
from uitvoeringsplan.commands.edge import BUG, DONE, INPUT, INTERRUPTED, USAGE
from uitvoeringsplan.errors import GebruikError, UitvoeringsplanError
from uitvoeringsplan.tasks import plan_status


@pytest.fixture(autouse=True)
def _ctrl_c_stays():
    """The program ends with Ctrl+C ignored; what other tests start would ignore it too."""
    was = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, was)


def run(error: BaseException):
    def taak(*_, **__):
        raise error

    return taak


def test_de_codes():
    assert (DONE, INPUT, USAGE, BUG, INTERRUPTED) == (0, 1, 2, 3, 130)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("genreer",), "de opdracht “genreer” bestaat niet. Bedoel je “genereer”?"),
        (("xyz",), "de opdracht “xyz” bestaat niet."),
        (("d'r",), "de opdracht “d'r” bestaat niet."),
        (("--versi",), "de optie --versi bestaat niet. Bedoel je --versie?"),
        (("status", "--jsn"), "status: de optie --jsn bestaat niet. Bedoel je --json?"),
        (("status", "-x"), "de optie -x bestaat niet."),
        (("antwoord",), "antwoord: het argument BESTAND ontbreekt."),
        (("antwoord", "a"), "het argument VRAAG ontbreekt."),
        (("antwoord", "a", "b", "c", "d"), "“d” hoort hier niet."),
        (("verder", "a", "b", "c"), "“b c” hoort hier niet."),
        (("genereer", "-u"), "achter -u ontbreekt een waarde."),
        (("verder", "--vraag"), "achter --vraag ontbreekt een waarde."),
        (("status", "--json=3"), "achter --json hoort geen waarde."),
    ],
)
def test_verkeerd_gebruik(run_command, folder_state, arguments, words):
    outcome = run_command(*arguments)
    assert outcome.code == 2
    assert outcome.result == ""
    assert words in outcome.error
    assert re.fullmatch(
        r"uitvoeringsplan.*\nMet `uitvoeringsplan.* --help` zie .*\n", outcome.error
    )
    english = r"\b(such|no|option|missing|got|requires|did)\b"
    assert not re.search(english, outcome.error, re.IGNORECASE)
    assert folder_state() == {}


def test_zonder_opdracht_komt_de_hulp(run_command):
    outcome = run_command()
    assert (outcome.code, outcome.result) == (2, "")
    assert outcome.error.startswith("Gebruik: uitvoeringsplan")


@pytest.mark.parametrize("command", ["nieuw", "verder"])
def test_zonder_terminal(run_command, plan, command, folder_state):
    before = folder_state()
    outcome = run_command(command, plan.name)
    assert (outcome.code, outcome.result) == (2, "")
    assert "geen terminal" in outcome.error
    assert "`uitvoeringsplan antwoord BESTAND VRAAG TEKST`" in outcome.error
    assert folder_state() == before


@pytest.mark.parametrize(
    ("error", "code"),
    [(UitvoeringsplanError("Zo is het."), 1), (GebruikError("Zo is het."), 2)],
)
def test_een_fout_van_de_gebruiker_is_zijn_eigen_zin(run_command, monkeypatch, error, code):
    monkeypatch.setattr(plan_status, "load_status", run(error))
    assert run_command("status") == (code, "", "Zo is het.\n")


@pytest.mark.parametrize("error", [RuntimeError("oeps"), RecursionError(), AssertionError("nee")])
def test_een_fout_van_ons_wordt_een_verslag(run_command, monkeypatch, tmp_path, error):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(plan_status, "load_status", run(error))
    outcome = run_command("status")
    assert (outcome.code, outcome.result) == (3, "")
    assert "wat niet aan jou ligt" in outcome.error
    assert "Traceback" not in outcome.error
    (report,) = tmp_path.glob("uitvoeringsplan-fout-*.txt")
    assert str(report) in outcome.error
    text = report.read_text("utf-8")
    assert text.startswith("uitvoeringsplan ")
    assert "Traceback (most recent call last)" in text
    assert type(error).__name__ in text.splitlines()[-1]


def test_ctrl_c(run_command, monkeypatch):
    monkeypatch.setattr(plan_status, "load_status", run(KeyboardInterrupt()))
    assert run_command("status") == (130, "", "Gestopt.\n")


def test_het_einde_van_de_invoer_bij_een_vraag_is_stoppen(run_command, monkeypatch):
    monkeypatch.setattr(plan_status, "load_status", run(EOFError()))
    assert run_command("status").code == 130


def test_de_opdracht_eindigt_met_de_code(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["uitvoeringsplan", "bestaat-niet"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2


def test_python_m_doet_hetzelfde(work_folder):
    outcome = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", "status"],
        cwd=work_folder,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (outcome.returncode, outcome.stdout) == (1, "")
    assert "in deze map staat geen plan" in outcome.stderr


def test_een_console_die_niet_alles_kan_tonen(plan):
    """A code page without the quotes and bullets that we write must not end in a traceback."""
    outcome = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", "antwoord", plan.name, "bestaat-niet", "x"],
        cwd=plan.parent,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
        text=True,
        check=False,
        encoding="latin-1",
    )
    assert outcome.returncode == 1
    assert "?bestaat-niet? is geen vraag" in outcome.stderr
