from __future__ import annotations

import tempfile

import pytest
from fake_office import KOP

from uitvoeringsplan.pdf.office_location import OFFICE_VARIABLE


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Return a function that makes a LibreOffice of a shell script.

    The folder for temporary files must be empty afterwards, whatever the script does.
    """
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("PIDBESTAND", str(tmp_path / "pid"))
    monkeypatch.setenv("ARGUMENTEN", str(tmp_path / "argumenten"))

    def make(script: str) -> None:
        program = tmp_path / "soffice"
        program.write_text(KOP + script, "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv(OFFICE_VARIABLE, str(program))

    yield make
    assert list(temporary.iterdir()) == []
