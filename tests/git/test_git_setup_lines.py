from __future__ import annotations

import os
import subprocess

import pytest

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.git.git_setup import find_missing_lines, is_in_git

NEGEER = b".*.plan.yaml.*.tmp\n*.herstel-*.yaml\n"
PROPERTIES = b"*.plan.yaml text eol=lf\n*.docx binary\n"


@pytest.fixture
def work_tree(tmp_path):
    (tmp_path / ".git").mkdir()
    return tmp_path


def complete(map_) -> list[str]:
    """Write what is missing and return the names of the files."""
    needed = find_missing_lines(map_)
    for aanvulling in needed:
        aanvulling.schrijf()
    return [aanvulling.path.name for aanvulling in needed]


def test_buiten_git_gebeurt_niets(tmp_path):
    assert not is_in_git(tmp_path)
    assert complete(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["map", "bestand"])
@pytest.mark.parametrize("deep", [".", "plannen", "plannen/2027"])
def test_overal_in_een_werkboom(tmp_path, kind, deep):
    # A submodule and a second work tree have a file `.git`.
    git = tmp_path / ".git"
    git.mkdir() if kind == "map" else git.write_text("gitdir: elders\n", "utf-8")
    map_ = tmp_path / deep
    map_.mkdir(parents=True, exist_ok=True)
    assert is_in_git(map_)
    assert complete(map_) == [".gitignore", ".gitattributes"]
    assert (map_ / ".gitignore").read_bytes() == NEGEER
    assert (map_ / ".gitattributes").read_bytes() == PROPERTIES


@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
def test_een_symlink_naar_een_map_in_git(work_tree, tmp_path_factory):
    link = tmp_path_factory.mktemp("buiten") / "link"
    link.symlink_to(work_tree)
    assert is_in_git(link)


def test_een_tweede_keer_is_er_niets_te_doen(work_tree):
    complete(work_tree)
    assert find_missing_lines(work_tree) == []


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
def test_alleen_wat_ontbreekt_komt_erbij(work_tree, was, wordt):
    (work_tree / ".gitignore").write_bytes(was)
    complete(work_tree)
    assert (work_tree / ".gitignore").read_bytes() == wordt
    assert find_missing_lines(work_tree) == []


def test_een_bestand_dat_compleet_is_wordt_niet_aangeraakt(work_tree):
    (work_tree / ".gitignore").write_bytes(b"x\n" + NEGEER)
    before = (work_tree / ".gitignore").stat()
    assert complete(work_tree) == [".gitattributes"]
    after = (work_tree / ".gitignore").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_een_map_met_die_naam_blijft_een_map(work_tree):
    (work_tree / ".gitignore").mkdir()
    assert complete(work_tree) == [".gitattributes"]


def test_niet_mogen_schrijven_is_een_nette_fout(work_tree, monkeypatch):
    (aanvulling, _) = find_missing_lines(work_tree)

    def nee(*_args):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(os, "open", nee)
    with pytest.raises(BestandError, match=r"\.gitignore: dit bestand is niet aan te vullen \("):
        aanvulling.schrijf()


@pytest.mark.git
def test_echte_git_negeert_de_resten_en_alleen_die(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert complete(tmp_path) == [".gitignore", ".gitattributes"]
    leftovers = {".a.plan.yaml.123-0.tmp", "a.herstel-1.yaml"}
    for name in (*leftovers, "a.plan.yaml", "a.docx", "herstel.plan.yaml"):
        (tmp_path / name).write_bytes(b"x\n")
    command = ["git", "ls-files", "--others", "--exclude-standard"]
    seen = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    every = {path.name for path in tmp_path.iterdir()} - {".git"}
    assert set(seen.stdout.split()) == every - leftovers


def test_een_bestand_in_utf16_wordt_niet_bedorven(work_tree):
    """As some shells write it: `echo *.tmp > .gitignore`."""
    path = work_tree / ".gitignore"
    path.write_bytes("*.tmp\r\n".encode("utf-16"))
    before = path.read_bytes()
    with pytest.raises(BestandError, match="opgeslagen als UTF-16, en dat leest git niet"):
        complete(work_tree)
    assert path.read_bytes() == before
