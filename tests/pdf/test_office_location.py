from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.pdf import office_location
from uitvoeringsplan.pdf.office_location import OFFICE_VARIABLE, find_libreoffice

if TYPE_CHECKING:
    from pathlib import Path


def make_program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return path


def test_de_variabele_gaat_voor_het_pad(tmp_path):
    own = make_program(tmp_path / "eigen" / "soffice")
    other = make_program(tmp_path / "bin" / "soffice")
    environment = {"PATH": str(other.parent), OFFICE_VARIABLE: str(own)}
    assert find_libreoffice(environment) == own
    assert find_libreoffice({"PATH": str(other.parent)}) == other


@pytest.mark.parametrize(
    ("system", "inside"),
    [("linux", "program/soffice"), ("win32", "program/soffice.com"), ("win32", "soffice.exe"),
     ("darwin", "Contents/MacOS/soffice")],
)  # fmt: skip
def test_de_variabele_mag_een_map_zijn(tmp_path, system, inside):
    program = make_program(tmp_path / inside)
    assert find_libreoffice({OFFICE_VARIABLE: str(tmp_path)}, system) == program


@pytest.mark.parametrize("where", ["weg", "."])
def test_een_variabele_die_nergens_heen_wijst_is_een_fout(tmp_path, where):
    with pytest.raises(OmzetError, match=r"UITVOERINGSPLAN_LIBREOFFICE wijst naar .*staat Libre"):
        find_libreoffice({OFFICE_VARIABLE: str(tmp_path / where)}, "linux")


def test_libreoffice_is_een_naam_van_hetzelfde(tmp_path):
    program = make_program(tmp_path / "libreoffice")
    assert find_libreoffice({"PATH": str(tmp_path)}, "linux") == program


@pytest.mark.parametrize(
    ("system", "variabele", "place"),
    [
        ("win32", "PROGRAMFILES", "LibreOffice/program/soffice.com"),
        ("win32", "PROGRAMFILES(X86)", "LibreOffice/program/soffice.exe"),
        ("win32", "LOCALAPPDATA", "Programs/LibreOffice/program/soffice.exe"),
        ("darwin", "HOME", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_de_gewone_plekken_van_windows_en_macos(tmp_path, system, variabele, place):
    program = make_program(tmp_path / place)
    environment = {"PATH": str(tmp_path / "leeg"), variabele: str(tmp_path)}
    assert find_libreoffice(environment, system) == program


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_is_het_er_niet_dan_staat_er_hoe_het_er_komt(tmp_path, system):
    with pytest.raises(OmzetError) as error:
        find_libreoffice({"PATH": str(tmp_path), "HOME": str(tmp_path)}, system)
    assert "Installeer het (van libreoffice.org" in str(error.value)
    assert str(error.value).endswith("Een docx, html of md maken lukt ook zonder LibreOffice.")


def test_op_linux_staat_er_welk_pakket(tmp_path, monkeypatch):
    monkeypatch.setattr(office_location, "_usual_places", lambda *_: iter(()))
    with pytest.raises(OmzetError, match="apt install libreoffice-writer"):
        find_libreoffice({"PATH": str(tmp_path)}, "linux")
