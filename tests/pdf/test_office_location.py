from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.pdf import office_location
from uitvoeringsplan.pdf.office_location import OFFICE_VARIABLE, find_libreoffice

if TYPE_CHECKING:
    from pathlib import Path


def maak_programma(pad: Path) -> Path:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text("#!/bin/sh\n", "utf-8")
    pad.chmod(0o755)
    return pad


def test_de_variabele_gaat_voor_het_pad(tmp_path):
    eigen = maak_programma(tmp_path / "eigen" / "soffice")
    ander = maak_programma(tmp_path / "bin" / "soffice")
    omgeving = {"PATH": str(ander.parent), OFFICE_VARIABLE: str(eigen)}
    assert find_libreoffice(omgeving) == eigen
    assert find_libreoffice({"PATH": str(ander.parent)}) == ander


@pytest.mark.parametrize(
    ("systeem", "binnen"),
    [("linux", "program/soffice"), ("win32", "program/soffice.com"), ("win32", "soffice.exe"),
     ("darwin", "Contents/MacOS/soffice")],
)  # fmt: skip
def test_de_variabele_mag_een_map_zijn(tmp_path, systeem, binnen):
    programma = maak_programma(tmp_path / binnen)
    assert find_libreoffice({OFFICE_VARIABLE: str(tmp_path)}, systeem) == programma


@pytest.mark.parametrize("waar", ["weg", "."])
def test_een_variabele_die_nergens_heen_wijst_is_een_fout(tmp_path, waar):
    with pytest.raises(OmzetError, match=r"UITVOERINGSPLAN_LIBREOFFICE wijst naar .*staat Libre"):
        find_libreoffice({OFFICE_VARIABLE: str(tmp_path / waar)}, "linux")


def test_libreoffice_is_een_naam_van_hetzelfde(tmp_path):
    programma = maak_programma(tmp_path / "libreoffice")
    assert find_libreoffice({"PATH": str(tmp_path)}, "linux") == programma


@pytest.mark.parametrize(
    ("systeem", "variabele", "plek"),
    [
        ("win32", "PROGRAMFILES", "LibreOffice/program/soffice.com"),
        ("win32", "PROGRAMFILES(X86)", "LibreOffice/program/soffice.exe"),
        ("win32", "LOCALAPPDATA", "Programs/LibreOffice/program/soffice.exe"),
        ("darwin", "HOME", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_de_gewone_plekken_van_windows_en_macos(tmp_path, systeem, variabele, plek):
    programma = maak_programma(tmp_path / plek)
    omgeving = {"PATH": str(tmp_path / "leeg"), variabele: str(tmp_path)}
    assert find_libreoffice(omgeving, systeem) == programma


@pytest.mark.parametrize("systeem", ["win32", "darwin"])
def test_is_het_er_niet_dan_staat_er_hoe_het_er_komt(tmp_path, systeem):
    with pytest.raises(OmzetError) as fout:
        find_libreoffice({"PATH": str(tmp_path), "HOME": str(tmp_path)}, systeem)
    assert "Installeer het (van libreoffice.org" in str(fout.value)
    assert str(fout.value).endswith("Een docx, html of md maken lukt ook zonder LibreOffice.")


def test_op_linux_staat_er_welk_pakket(tmp_path, monkeypatch):
    monkeypatch.setattr(office_location, "_usual_places", lambda *_: iter(()))
    with pytest.raises(OmzetError, match="apt install libreoffice-writer"):
        find_libreoffice({"PATH": str(tmp_path)}, "linux")
