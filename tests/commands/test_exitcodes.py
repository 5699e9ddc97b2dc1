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
def _ctrl_c_blijft():
    """The program ends with Ctrl+C ignored; what other tests start would ignore it too."""
    was = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, was)


def stuk(fout: BaseException):
    def taak(*_, **__):
        raise fout

    return taak


def test_de_codes():
    assert (DONE, INPUT, USAGE, BUG, INTERRUPTED) == (0, 1, 2, 3, 130)


@pytest.mark.parametrize(
    ("argumenten", "woorden"),
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
def test_verkeerd_gebruik(draai, mapstand, argumenten, woorden):
    gedraaid = draai(*argumenten)
    assert gedraaid.code == 2
    assert gedraaid.uit == ""
    assert woorden in gedraaid.fout
    assert re.fullmatch(
        r"uitvoeringsplan.*\nMet `uitvoeringsplan.* --help` zie .*\n", gedraaid.fout
    )
    engels = r"\b(such|no|option|missing|got|requires|did)\b"
    assert not re.search(engels, gedraaid.fout, re.IGNORECASE)
    assert mapstand() == {}


def test_zonder_opdracht_komt_de_hulp(draai):
    gedraaid = draai()
    assert (gedraaid.code, gedraaid.uit) == (2, "")
    assert gedraaid.fout.startswith("Gebruik: uitvoeringsplan")


@pytest.mark.parametrize("opdracht", ["nieuw", "verder"])
def test_zonder_terminal(draai, plan, opdracht, mapstand):
    voor = mapstand()
    gedraaid = draai(opdracht, plan.name)
    assert (gedraaid.code, gedraaid.uit) == (2, "")
    assert "geen terminal" in gedraaid.fout
    assert "`uitvoeringsplan antwoord BESTAND VRAAG TEKST`" in gedraaid.fout
    assert mapstand() == voor


@pytest.mark.parametrize(
    ("fout", "code"),
    [(UitvoeringsplanError("Zo is het."), 1), (GebruikError("Zo is het."), 2)],
)
def test_een_fout_van_de_gebruiker_is_zijn_eigen_zin(draai, monkeypatch, fout, code):
    monkeypatch.setattr(plan_status, "load_status", stuk(fout))
    assert draai("status") == (code, "", "Zo is het.\n")


@pytest.mark.parametrize("fout", [RuntimeError("oeps"), RecursionError(), AssertionError("nee")])
def test_een_fout_van_ons_wordt_een_verslag(draai, monkeypatch, tmp_path, fout):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(plan_status, "load_status", stuk(fout))
    gedraaid = draai("status")
    assert (gedraaid.code, gedraaid.uit) == (3, "")
    assert "wat niet aan jou ligt" in gedraaid.fout
    assert "Traceback" not in gedraaid.fout
    (verslag,) = tmp_path.glob("uitvoeringsplan-fout-*.txt")
    assert str(verslag) in gedraaid.fout
    tekst = verslag.read_text("utf-8")
    assert tekst.startswith("uitvoeringsplan ")
    assert "Traceback (most recent call last)" in tekst
    assert type(fout).__name__ in tekst.splitlines()[-1]


def test_ctrl_c(draai, monkeypatch):
    monkeypatch.setattr(plan_status, "load_status", stuk(KeyboardInterrupt()))
    assert draai("status") == (130, "", "Gestopt.\n")


def test_het_einde_van_de_invoer_bij_een_vraag_is_stoppen(draai, monkeypatch):
    monkeypatch.setattr(plan_status, "load_status", stuk(EOFError()))
    assert draai("status").code == 130


def test_de_opdracht_eindigt_met_de_code(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["uitvoeringsplan", "bestaat-niet"])
    with pytest.raises(SystemExit) as einde:
        main()
    assert einde.value.code == 2


def test_python_m_doet_hetzelfde(werkmap):
    gedraaid = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", "status"],
        cwd=werkmap,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (gedraaid.returncode, gedraaid.stdout) == (1, "")
    assert "in deze map staat geen plan" in gedraaid.stderr


def test_een_console_die_niet_alles_kan_tonen(plan):
    """A code page without the quotes and bullets that we write must not end in a traceback."""
    gedraaid = subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", "antwoord", plan.name, "bestaat-niet", "x"],
        cwd=plan.parent,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
        text=True,
        check=False,
        encoding="latin-1",
    )
    assert gedraaid.returncode == 1
    assert "?bestaat-niet? is geen vraag" in gedraaid.stderr
