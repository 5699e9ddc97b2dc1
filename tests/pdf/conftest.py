from __future__ import annotations

import tempfile

import pytest
from fake_office import KOP

from uitvoeringsplan.pdf.office_location import OFFICE_VARIABLE


@pytest.fixture
def nep(tmp_path, monkeypatch):
    """Return a function that makes a LibreOffice of a shell script.

    The folder for temporary files must be empty afterwards, whatever the script does.
    """
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tijdelijk))
    monkeypatch.setenv("PIDBESTAND", str(tmp_path / "pid"))
    monkeypatch.setenv("ARGUMENTEN", str(tmp_path / "argumenten"))

    def maak(script: str) -> None:
        programma = tmp_path / "soffice"
        programma.write_text(KOP + script, "utf-8")
        programma.chmod(0o755)
        monkeypatch.setenv(OFFICE_VARIABLE, str(programma))

    yield maak
    assert list(tijdelijk.iterdir()) == []
