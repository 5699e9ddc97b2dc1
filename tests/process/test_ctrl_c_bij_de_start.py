"""Ctrl+C while the program is still loading: 130, one word, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from trials import FACTOR
from uitvoeringsplan.files.lookup import find_voorbeeld

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl+C gaat daar anders")

STAP = max(1, 20 // FACTOR)
# Presses Ctrl+C when the nth module is looked for, counted from our own first line. It knows no
# clock: every moment of loading can be tried again.
_DRUKKER = """
import os, sys
from importlib.abc import MetaPathFinder

class Drukker(MetaPathFinder):
    nog = None
    def find_spec(self, naam, pad=None, doel=None):
        if self.nog is not None:
            self.nog -= 1
            if self.nog == 0:
                os.kill(os.getpid(), 2)
        elif naam == "uitvoeringsplan.__main__":
            self.nog = int(sys.argv.pop(1))
        return None

sys.meta_path.insert(0, Drukker())
"""
_DOORS = {
    "python -m": "import runpy\nrunpy.run_module('uitvoeringsplan', run_name='__main__')",
    "de opdracht": "from uitvoeringsplan.__main__ import main\nmain()",
}


@pytest.mark.parametrize("door", _DOORS)
def test_ctrl_c_op_elk_moment_van_het_laden(tmp_path, door):
    (tmp_path / "dorp.plan.yaml").write_bytes(find_voorbeeld().read_bytes())
    when, gedrukt = 1, 0
    while True:
        outcome = subprocess.run(
            [sys.executable, "-c", _DRUKKER + _DOORS[door], str(when), "genereer"],
            cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8",
        )  # fmt: skip
        if outcome.returncode == 0:  # everything was loaded before it came to pressing
            break
        assert (outcome.returncode, outcome.stdout) == (130, ""), outcome.stderr
        assert outcome.stderr == "Gestopt.\n"
        gedrukt += 1
        when += STAP
    assert gedrukt * STAP > 100
