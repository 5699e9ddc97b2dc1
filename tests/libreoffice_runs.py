"""LibreOffice at work: opening and saving documents, and doing what a script says."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAAR = "docx:MS Word 2007 XML"
_SCRIPTS = Path(__file__).with_name("libreoffice_scripts")
_TIME = 300
_FELL = "Unspecified Application Error"  # what LibreOffice says when it falls over


def door_libreoffice(map_: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what LibreOffice makes of documents that it opens and saves."""
    (map_ / "uit").mkdir(parents=True)
    for name, data in files.items():
        (map_ / f"{name}.docx").write_bytes(data)
    outcome = subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless",
            "--convert-to", _NAAR, "--outdir", map_ / "uit",
            *(map_ / f"{name}.docx" for name in files),
        ],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr
    return {name: (map_ / "uit" / f"{name}.docx").read_bytes() for name in files}


def laat_werken(map_: Path, script: str, *arguments: str) -> str:
    """Run a script of `libreoffice_scripts` with a LibreOffice of its own; return what it says.

    Skips the test when there is no Python that can talk to LibreOffice, except in CI. Now and then
    LibreOffice 7.4 falls over by itself while somebody talks to it; then it is started once more. A
    script that fails while LibreOffice stands fails at once.
    """
    python = _python_met_uno()
    outcome, fell = _run_script(map_, "profiel", [python, _SCRIPTS / script], arguments)
    if fell:
        for lock in map_.glob(".~lock.*#"):  # of what it had open: it would open that no more
            lock.unlink()
        outcome, fell = _run_script(map_, "profiel2", [python, _SCRIPTS / script], arguments)
    assert outcome.returncode == 0, f"{outcome.stderr}\n{fell}"
    return outcome.stdout


def _run_script(
    map_: Path, profile: str, program: Sequence[str | Path], arguments: Sequence[str]
) -> tuple[subprocess.CompletedProcess[str], str]:
    """Return how a script ended, and what LibreOffice said if it fell over before that."""
    pijp = f"uvp{os.getpid()}{profile}"
    command = [
        "soffice", f"-env:UserInstallation={(map_ / profile).as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--nologo", "--nodefault",
        f"--accept=pipe,name={pijp};urp;",
    ]  # fmt: skip
    said = map_ / f"{profile}.txt"
    with said.open("wb") as report:
        kantoor = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=report, stderr=report)
    try:
        outcome = subprocess.run(
            [*program, pijp, *arguments],
            cwd=map_, capture_output=True, text=True, timeout=_TIME, check=False,
        )  # fmt: skip
    finally:
        try:
            kantoor.wait(20)
        except subprocess.TimeoutExpired:
            kantoor.kill()
            kantoor.wait()
    fell = outcome.returncode != 0 and _FELL in (text := said.read_text("utf-8", "replace"))
    return outcome, text if fell else ""


def _python_met_uno() -> str:
    """Return a Python that can talk to LibreOffice; without one the test is skipped, not in CI."""
    soffice = shutil.which("soffice")
    beside = Path(soffice).resolve().parent if soffice else Path()
    for candidate in (beside / "python", Path("/usr/bin/python3")):
        if (
            candidate.is_file()
            and not subprocess.run(
                [candidate, "-c", "import uno"], capture_output=True, check=False
            ).returncode
        ):
            return str(candidate)
    message = "geen Python met uno (Debian: python3-uno)"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{message}, en in CI mag deze test niet worden overgeslagen")
    pytest.skip(message)
