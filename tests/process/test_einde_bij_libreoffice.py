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
_FAKE = """#!/bin/sh
echo $$ > "$MELDING.half"
ls -A "$TMPDIR" >> "$MELDING.half"
mv "$MELDING.half" "$MELDING"
sleep 600
"""


@pytest.mark.parametrize("volg", [False, True], ids=["een keer", "volg"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=lambda what: what.name if isinstance(what, signal.Signals) else "",
)
def test_er_blijft_niets_achter(tmp_path, number, code, volg):
    work, temporary = tmp_path / "werk", tmp_path / "tijdelijk"
    work.mkdir()
    temporary.mkdir()
    plan = work / "dorp.plan.yaml"
    plan.write_bytes(find_voorbeeld().read_bytes())
    fake, message = tmp_path / "soffice", tmp_path / "melding"
    fake.write_text(_FAKE, "utf-8")
    fake.chmod(0o755)
    os.mkfifo(tmp_path / "bezig")
    fake.write_text(_FAKE.replace("sleep 600", f"echo x > {tmp_path}/bezig\nsleep 600"), "utf-8")
    # A program that is started where Ctrl+C is ignored ignores it too.
    old = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "uitvoeringsplan", "genereer", "--intern", "--naar", "pdf"]
        + ["--volg"] * volg,
        cwd=work,
        env=os.environ
        | {"TMPDIR": str(temporary), OFFICE_VARIABLE: str(fake), "MELDING": str(message)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    signal.signal(signal.SIGINT, old)
    try:
        assert (tmp_path / "bezig").read_text("utf-8") == "x\n"  # waits until it is at work
        pid, *seen = message.read_text("utf-8").split()
        assert "document.docx" in seen
        process.send_signal(number)
        result, error = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == (0 if volg and number is signal.SIGINT else code)
    assert result == ""
    word = "Gestopt." if number is signal.SIGINT else "Afgebroken. Wat al klaar was, is bewaard."
    said = [] if volg and number is signal.SIGINT else [word]
    assert error.splitlines()[1 if volg else 0 :] == said
    assert list(temporary.iterdir()) == []
    assert sorted(path.name for path in work.iterdir()) == ["dorp-intern.docx", "dorp.plan.yaml"]
    assert not Path(f"/proc/{pid}").exists() or "Z" in _stand(pid)


def _stand(pid: str) -> str:
    """Return how a process is; one that has gone meanwhile is a zombie to us too."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
