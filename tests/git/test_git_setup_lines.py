from __future__ import annotations

import os
import subprocess

import pytest

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.git.git_setup import find_missing_lines, is_in_git

NEGEER = b".*.plan.yaml.*.tmp\n*.herstel-*.yaml\n"
EIGENSCHAPPEN = b"*.plan.yaml text eol=lf\n*.docx binary\n"


@pytest.fixture
def werkboom(tmp_path):
    (tmp_path / ".git").mkdir()
    return tmp_path


def vul_aan(map_) -> list[str]:
    """Write what is missing and return the names of the files."""
    nodig = find_missing_lines(map_)
    for aanvulling in nodig:
        aanvulling.schrijf()
    return [aanvulling.pad.name for aanvulling in nodig]


def test_buiten_git_gebeurt_niets(tmp_path):
    assert not is_in_git(tmp_path)
    assert vul_aan(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("soort", ["map", "bestand"])
@pytest.mark.parametrize("diep", [".", "plannen", "plannen/2027"])
def test_overal_in_een_werkboom(tmp_path, soort, diep):
    # A submodule and a second work tree have a file `.git`.
    git = tmp_path / ".git"
    git.mkdir() if soort == "map" else git.write_text("gitdir: elders\n", "utf-8")
    map_ = tmp_path / diep
    map_.mkdir(parents=True, exist_ok=True)
    assert is_in_git(map_)
    assert vul_aan(map_) == [".gitignore", ".gitattributes"]
    assert (map_ / ".gitignore").read_bytes() == NEGEER
    assert (map_ / ".gitattributes").read_bytes() == EIGENSCHAPPEN


@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
def test_een_symlink_naar_een_map_in_git(werkboom, tmp_path_factory):
    link = tmp_path_factory.mktemp("buiten") / "link"
    link.symlink_to(werkboom)
    assert is_in_git(link)


def test_een_tweede_keer_is_er_niets_te_doen(werkboom):
    vul_aan(werkboom)
    assert find_missing_lines(werkboom) == []


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        (b"", NEGEER),
        (b"*.docx\n", b"*.docx\n" + NEGEER),
        (b"*.docx", b"*.docx\n" + NEGEER),
        (b"# van ons\r\n*.docx\r\n", b"# van ons\r\n*.docx\r\n" + NEGEER),
        (b"caf\xe9\n", b"caf\xe9\n" + NEGEER),
        (b"*.herstel-*.yaml\nx\n", b"*.herstel-*.yaml\nx\n.*.plan.yaml.*.tmp\n"),
        (b"  *.herstel-*.yaml  \r\n", b"  *.herstel-*.yaml  \r\n.*.plan.yaml.*.tmp\n"),
        (b"#*.herstel-*.yaml\n", b"#*.herstel-*.yaml\n" + NEGEER),
    ],
)
def test_alleen_wat_ontbreekt_komt_erbij(werkboom, was, wordt):
    (werkboom / ".gitignore").write_bytes(was)
    vul_aan(werkboom)
    assert (werkboom / ".gitignore").read_bytes() == wordt
    assert find_missing_lines(werkboom) == []


def test_een_bestand_dat_compleet_is_wordt_niet_aangeraakt(werkboom):
    (werkboom / ".gitignore").write_bytes(b"x\n" + NEGEER)
    voor = (werkboom / ".gitignore").stat()
    assert vul_aan(werkboom) == [".gitattributes"]
    na = (werkboom / ".gitignore").stat()
    assert (na.st_ino, na.st_mtime_ns) == (voor.st_ino, voor.st_mtime_ns)


def test_een_map_met_die_naam_blijft_een_map(werkboom):
    (werkboom / ".gitignore").mkdir()
    assert vul_aan(werkboom) == [".gitattributes"]


def test_niet_mogen_schrijven_is_een_nette_fout(werkboom, monkeypatch):
    (aanvulling, _) = find_missing_lines(werkboom)

    def nee(*_args):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(os, "open", nee)
    with pytest.raises(BestandError, match=r"\.gitignore: dit bestand is niet aan te vullen \("):
        aanvulling.schrijf()


@pytest.mark.git
def test_echte_git_negeert_de_resten_en_alleen_die(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert vul_aan(tmp_path) == [".gitignore", ".gitattributes"]
    resten = {".a.plan.yaml.123-0.tmp", "a.herstel-1.yaml"}
    for naam in (*resten, "a.plan.yaml", "a.docx", "herstel.plan.yaml"):
        (tmp_path / naam).write_bytes(b"x\n")
    opdracht = ["git", "ls-files", "--others", "--exclude-standard"]
    gezien = subprocess.run(opdracht, cwd=tmp_path, check=True, capture_output=True, text=True)
    alle = {pad.name for pad in tmp_path.iterdir()} - {".git"}
    assert set(gezien.stdout.split()) == alle - resten


def test_een_bestand_in_utf16_wordt_niet_bedorven(werkboom):
    """As some shells write it: `echo *.tmp > .gitignore`."""
    pad = werkboom / ".gitignore"
    pad.write_bytes("*.tmp\r\n".encode("utf-16"))
    voor = pad.read_bytes()
    with pytest.raises(BestandError, match="opgeslagen als UTF-16, en dat leest git niet"):
        vul_aan(werkboom)
    assert pad.read_bytes() == voor
