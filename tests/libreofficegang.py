"""What LibreOffice makes of a document that somebody opens in it and saves."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAAR = "docx:MS Word 2007 XML"


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
