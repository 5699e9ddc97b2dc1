"""LibreOffice at work: opening and saving documents, and doing what a script says."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAAR = "docx:MS Word 2007 XML"
_SCRIPTS = Path(__file__).with_name("libreoffice_scripts")
_TIJD = 300


def door_libreoffice(map_: Path, bestanden: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what LibreOffice makes of documents that it opens and saves."""
    (map_ / "uit").mkdir(parents=True)
    for naam, data in bestanden.items():
        (map_ / f"{naam}.docx").write_bytes(data)
    uitkomst = subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless",
            "--convert-to", _NAAR, "--outdir", map_ / "uit",
            *(map_ / f"{naam}.docx" for naam in bestanden),
        ],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert uitkomst.returncode == 0, uitkomst.stderr
    return {naam: (map_ / "uit" / f"{naam}.docx").read_bytes() for naam in bestanden}


def laat_werken(map_: Path, script: str, *argumenten: str) -> str:
    """Run a script of `libreoffice_scripts` with a LibreOffice of its own; return what it says.

    Skips the test when there is no Python that can talk to LibreOffice, except in CI.
    """
    python = _python_met_uno()
    pijp = f"uvp{os.getpid()}"
    opdracht = [
        "soffice", f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--nologo", "--nodefault",
        f"--accept=pipe,name={pijp};urp;",
    ]  # fmt: skip
    with (map_ / "verslag.txt").open("wb") as verslag:
        kantoor = subprocess.Popen(
            opdracht, stdin=subprocess.DEVNULL, stdout=verslag, stderr=verslag
        )
    try:
        uitkomst = subprocess.run(
            [python, _SCRIPTS / script, pijp, *argumenten],
            cwd=map_, capture_output=True, text=True, timeout=_TIJD, check=False,
        )  # fmt: skip
        assert uitkomst.returncode == 0, uitkomst.stderr
    finally:
        try:
            kantoor.wait(20)
        except subprocess.TimeoutExpired:
            kantoor.kill()
            kantoor.wait()
    return uitkomst.stdout


def _python_met_uno() -> str:
    """Return a Python that can talk to LibreOffice; without one the test is skipped, not in CI."""
    soffice = shutil.which("soffice")
    naast = Path(soffice).resolve().parent if soffice else Path()
    for kandidaat in (naast / "python", Path("/usr/bin/python3")):
        if (
            kandidaat.is_file()
            and not subprocess.run(
                [kandidaat, "-c", "import uno"], capture_output=True, check=False
            ).returncode
        ):
            return str(kandidaat)
    melding = "geen Python met uno (Debian: python3-uno)"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{melding}, en in CI mag deze test niet worden overgeslagen")
    pytest.skip(melding)
