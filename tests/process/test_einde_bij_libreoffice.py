"""The whole program is ended while LibreOffice makes a PDF: nothing is left of it anywhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.pdf.office_location import OFFICE_VARIABLE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows kent deze signalen niet")

# It tells that it is at work and what it was given, and would go on for ten minutes.
_NEP = """#!/bin/sh
echo $$ > "$MELDING.half"
ls -A "$TMPDIR" >> "$MELDING.half"
mv "$MELDING.half" "$MELDING"
sleep 600
"""


@pytest.mark.parametrize("volg", [False, True], ids=["een keer", "volg"])
@pytest.mark.parametrize(
    ("nummer", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=lambda wat: wat.name if isinstance(wat, signal.Signals) else "",
)
def test_er_blijft_niets_achter(tmp_path, nummer, code, volg):
    werk, tijdelijk = tmp_path / "werk", tmp_path / "tijdelijk"
    werk.mkdir()
    tijdelijk.mkdir()
    plan = werk / "dorp.plan.yaml"
    plan.write_bytes(find_voorbeeld().read_bytes())
    nep, melding = tmp_path / "soffice", tmp_path / "melding"
    nep.write_text(_NEP, "utf-8")
    nep.chmod(0o755)
    os.mkfifo(tmp_path / "bezig")
    nep.write_text(_NEP.replace("sleep 600", f"echo x > {tmp_path}/bezig\nsleep 600"), "utf-8")
    # A program that is started where Ctrl+C is ignored ignores it too.
    oud = signal.signal(signal.SIGINT, signal.default_int_handler)
    proces = subprocess.Popen(
        [sys.executable, "-m", "uitvoeringsplan", "genereer", "--intern", "--naar", "pdf"]
        + ["--volg"] * volg,
        cwd=werk,
        env=os.environ
        | {"TMPDIR": str(tijdelijk), OFFICE_VARIABLE: str(nep), "MELDING": str(melding)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    signal.signal(signal.SIGINT, oud)
    try:
        assert (tmp_path / "bezig").read_text("utf-8") == "x\n"  # waits until it is at work
        pid, *gezien = melding.read_text("utf-8").split()
        assert "document.docx" in gezien
        proces.send_signal(nummer)
        uit, fout = proces.communicate(timeout=60)
    finally:
        proces.kill()
    assert proces.returncode == (0 if volg and nummer is signal.SIGINT else code)
    assert uit == ""
    woord = "Gestopt." if nummer is signal.SIGINT else "Afgebroken. Wat al klaar was, is bewaard."
    gezegd = [] if volg and nummer is signal.SIGINT else [woord]
    assert fout.splitlines()[1 if volg else 0 :] == gezegd
    assert list(tijdelijk.iterdir()) == []
    assert sorted(pad.name for pad in werk.iterdir()) == ["dorp-intern.docx", "dorp.plan.yaml"]
    assert not Path(f"/proc/{pid}").exists() or "Z" in _stand(pid)


def _stand(pid: str) -> str:
    """Return how a process is; one that has gone meanwhile is a zombie to us too."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
