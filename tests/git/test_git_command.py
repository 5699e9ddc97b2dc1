"""Asking git: what it says in Dutch, and what a repository cannot make us start."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from git_work_folder import Werkmap
from random_histories import versies
from uitvoeringsplan.errors import GeenGitError, GitError
from uitvoeringsplan.git import git_command
from uitvoeringsplan.git.git_command import find_work_tree, run_git, show

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("bare_git")]
NAMES = (
    "gewoon.plan.yaml", "met spatie.plan.yaml", "-n.plan.yaml", "é à.plan.yaml", "a:b.plan.yaml",
    "*.plan.yaml", ":(top)x.plan.yaml", "'\"$(x)`.plan.yaml", "map/diep/x.plan.yaml", "tab\tx.yaml",
    "HEAD", "--", "^x",
)  # fmt: skip
DRAWN = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n eA==\n -----END PGP SIGNATURE-----"


def record(git_map: Werkmap, name: str, data: bytes, message: str = "x") -> Path:
    path = git_map.map / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    git_map.perform("add", "-A")
    git_map.perform("commit", "-q", "-m", message, "--author=Ánna <a@x.nl>")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_elke_naam_en_elke_byte(git_map, name):
    data = bytes(range(256)) + b"\r\n<<<<<<< x\n"
    path = record(git_map, name, data, "Onderwerp “é”\n\nMeer")
    record(git_map, name, b"later", "Later")
    assert find_work_tree(path) == (git_map.map, name, False)
    assert show("HEAD~1", path) == data
    assert show("hoofd", path) == show("HEAD", path) == b"later"
    nieuwste, first = versies(path)
    assert (nieuwste.subject, first.subject) == ("Later", "Onderwerp “é”")
    assert (first.auteur, first.name, first.size) == ("Ánna", name, len(data))
    assert len(first.commit) == 40
    assert first.datum[10] == "T"


def test_een_naam_met_een_regeleinde(git_map):
    path = record(git_map, "a\nb.plan.yaml", b"x")
    with pytest.raises(GitError, match="heeft een regeleinde"):
        show("HEAD", path)


def test_een_bestand_in_een_map_die_weg_is(git_map):
    path = record(git_map, "map/diep/x.plan.yaml", b"oud")
    git_map.perform("rm", "-q", "-r", "map")
    assert not path.parent.exists()
    assert show("HEAD", path) == b"oud"


def test_vanuit_een_map_eronder_en_door_een_snelkoppeling(git_map, monkeypatch, tmp_path_factory):
    path = record(git_map, "map/x.plan.yaml", b"inhoud")
    monkeypatch.chdir(path.parent)
    assert show("HEAD", Path("x.plan.yaml")) == b"inhoud"
    assert show("HEAD", Path("../map/./x.plan.yaml")) == b"inhoud"
    elders = tmp_path_factory.mktemp("elders")
    (elders / "link.plan.yaml").symlink_to(path)
    (elders / "map").symlink_to(path.parent)
    assert show("HEAD", elders / "link.plan.yaml") == b"inhoud"
    assert show("HEAD", elders / "map" / "x.plan.yaml") == b"inhoud"


@pytest.mark.parametrize(
    "rev",
    ["", "bestaat-niet", "--all", "-n1", "HEAD:x", "HEAD\n", "HEAD~5", "a..b", "@{u}", "^HEAD"],
)
def test_wat_geen_versie_is(git_map, rev):
    path = record(git_map, "x.plan.yaml", b"x")
    with pytest.raises(GitError, match="is geen commit, tak of label") as error:
        show(rev, path)
    assert "unshallow" not in str(error.value)


def test_een_bestand_dat_er_toen_niet_was(git_map):
    record(git_map, "x.plan.yaml", b"x")
    path = record(git_map, "map/y.plan.yaml", b"y")
    for gone in (path, path.parent):  # a folder is no file
        with pytest.raises(GitError, match="HEAD~1 heeft geen bestand map"):
            show("HEAD~1", gone)
    with pytest.raises(GitError, match="heeft geen bestand"):
        show("HEAD", path.parent)


def test_een_reus_wordt_niet_gelezen(git_map, monkeypatch):
    path = record(git_map, "x.plan.yaml", b"x" * 100)
    monkeypatch.setattr(git_command, "MAX_OBJECT", 99)
    with pytest.raises(GitError, match="groter dan"):
        show("HEAD", path)


def test_een_deel_van_de_geschiedenis(git_map, tmp_path_factory):
    record(git_map, "x.plan.yaml", b"1")
    record(git_map, "x.plan.yaml", b"2")
    clone = tmp_path_factory.mktemp("kloon")
    git_map.perform("clone", "-q", "--depth", "1", git_map.map.as_uri(), str(clone))
    with pytest.raises(GitError, match="git fetch --unshallow"):
        show("HEAD~1", clone / "x.plan.yaml")


def test_buiten_een_map_van_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GeenGitError, match="staat niet in git"):
        find_work_tree(tmp_path / "x.plan.yaml")
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "kaal"], check=True)
    with pytest.raises(GeenGitError, match="staat niet in git"):
        find_work_tree(tmp_path / "kaal" / "x.plan.yaml")


def test_zonder_git(git_map, monkeypatch, tmp_path_factory):
    path = record(git_map, "x.plan.yaml", b"x")
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("leeg")))
    with pytest.raises(GeenGitError, match="git is niet gevonden"):
        show("HEAD", path)


def test_een_git_die_niet_start(git_map, monkeypatch, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("kapot")
    (map_ / "git").write_bytes(b"geen programma")
    (map_ / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(map_))
    with pytest.raises(GeenGitError, match="git is niet te gebruiken"):
        find_work_tree(git_map.map)


def test_een_git_die_blijft_hangen(git_map, monkeypatch, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("traag")
    (map_ / "git").write_text("#!/bin/sh\nexec sleep 60\n")
    (map_ / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(map_), prepend=os.pathsep)
    monkeypatch.setattr(git_command, "_SECONDS", 0.2)
    with pytest.raises(GitError, match="nog niet klaar"):
        find_work_tree(git_map.map)


def test_een_map_van_een_ander(git_map, monkeypatch):
    """git itself plays that somebody else owns the folder."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GeenGitError, match="git config --global --add") as error:
        find_work_tree(git_map.map)
    assert str(git_map.map) in str(error.value)


def test_waar_een_andere_map_van_git_werkt(git_map, monkeypatch, tmp_path_factory):
    """A hook of another repository passes on where that one is."""
    other = Werkmap(tmp_path_factory.mktemp("ander"))
    record(other, "x.plan.yaml", b"van een ander")
    path = record(git_map, "x.plan.yaml", b"van ons")
    for name, value in {
        "GIT_DIR": str(other.map / ".git"),
        "GIT_WORK_TREE": str(other.map),
        "GIT_INDEX_FILE": str(other.map / ".git" / "index"),
        "GIT_PREFIX": "map/",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CONFIG": str(other.map / "config"),
    }.items():
        monkeypatch.setenv(name, value)
    assert show("HEAD", path) == b"van ons"
    assert len(versies(path)) == 1
    assert run_git(git_map.map, "rev-parse", "--show-toplevel", in_hook=True).result.decode() == (
        f"{other.map}\n"
    )


@pytest.fixture
def val(git_map, tmp_path_factory) -> Path:
    """A repository that starts a program wherever git lets it; returns what that would leave."""
    map_ = tmp_path_factory.mktemp("val")
    spoor = map_ / "spoor"
    program = map_ / "programma"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {spoor}\ncat "$1" 2>/dev/null\nexit 0\n')
    program.chmod(0o755)
    record(git_map, ".gitattributes", b"* diff=val filter=val merge=val\n")
    for bracket in (
        "post-index-change",
        "pre-commit",
        "reference-transaction",
        "fsmonitor-watchman",
    ):
        (git_map.map / ".git" / "hooks").mkdir(exist_ok=True)
        (git_map.map / ".git" / "hooks" / bracket).symlink_to(program)
    for key in (
        "core.pager", "core.fsmonitor", "core.editor", "core.sshCommand", "core.askPass",
        "diff.external", "diff.val.textconv", "diff.val.command", "filter.val.smudge",
        "filter.val.clean", "filter.val.process", "gpg.program", "pager.log", "pager.show",
        "credential.helper", "interactive.diffFilter", "alias.log", "alias.cat-file",
    ):  # fmt: skip
        git_map.perform("config", key, str(program))
    git_map.perform("config", "log.showSignature", "true")
    git_map.perform("config", "core.hooksPath", str(git_map.map / ".git" / "hooks"))
    return spoor


def test_een_map_kan_ons_niets_laten_starten(git_map, val, monkeypatch):
    path = git_map.map / "x.plan.yaml"
    path.write_bytes(b"inhoud")
    # fast-import runs none of the programs.
    data = b"M 100644 inline x.plan.yaml\ndata 6\ninhoud\n"
    git_map.perform(
        "fast-import", "--quiet", "--force",
        typed=b"commit refs/heads/hoofd\ncommitter P <p@x.nl> 1700000000 +0000\ndata 1\nx\n"
        b"from refs/heads/hoofd^0\n" + data,
    )  # fmt: skip
    # Showing who signed a commit would start a program too.
    commit = git_map.perform("cat-file", "commit", "HEAD").replace("\n\n", f"\n{DRAWN}\n\n", 1)
    drawn = git_map.perform("hash-object", "-t", "commit", "-w", "--stdin", typed=commit.encode())
    git_map.perform("update-ref", "refs/heads/hoofd", drawn.strip())
    val.unlink(missing_ok=True)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(val.parent / "programma"))
    monkeypatch.setenv("GIT_PAGER", str(val.parent / "programma"))
    assert show("HEAD", path) == b"inhoud"
    assert [versie.size for versie in versies(path)] == [6]
    assert versies(git_map.map / "nieuw.plan.yaml") == []
    assert not val.exists(), val.read_text()
    # It is a trap for who asks without care.
    for without_zorg in (("diff", "HEAD", "--", "x.plan.yaml"), ("log", "-1")):
        val.unlink(missing_ok=True)
        git_map.git(*without_zorg)
        assert val.exists(), without_zorg


def test_wat_ontbreekt_wordt_niet_opgehaald(git_map, tmp_path_factory):
    """A partial clone would fetch what it lacks from anywhere."""
    path = record(git_map, "x.plan.yaml", b"inhoud")
    git_map.perform("config", "uploadpack.allowFilter", "true")
    clone = tmp_path_factory.mktemp("kloon")
    git_map.perform(
        "clone", "-q", "--no-checkout", "--filter=blob:none", git_map.map.as_uri(), str(clone)
    )
    with pytest.raises(GitError, match="dit programma haalt niets op"):
        show("HEAD", clone / path.name)
    mist = Werkmap(clone).perform("rev-list", "--objects", "--missing=print", "HEAD")
    assert "?" in mist


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze rechten niet")
def test_vragen_schrijft_niets(git_map):
    path = record(git_map, "x.plan.yaml", b"inhoud")
    (git_map.map / "x.plan.yaml").write_bytes(b"anders")

    def everything() -> dict[Path, tuple[int, int]]:
        paths = [p for p in git_map.map.rglob("*") if p.is_file()]
        return {p: (p.stat().st_mtime_ns, stat.S_IMODE(p.stat().st_mode)) for p in paths}

    was = everything()
    show("HEAD", path)
    versies(path)
    assert everything() == was


def test_wat_git_altijd_meekrijgt(git_map, monkeypatch, tmp_path_factory):
    """Plain English that can be recognised, no locks, no questions, nothing fetched."""
    map_ = tmp_path_factory.mktemp("spion")
    (map_ / "git").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nenv\ncat\n')
    (map_ / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(map_), prepend=os.pathsep)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.setenv("LANGUAGE", "nl")
    lines = run_git(git_map.map, "wat", "dan ook", given=b"invoer").result.decode().split("\n")
    assert {
        "--no-pager", "core.quotepath=off", "core.fsmonitor=false", "protocol.allow=never",
        "dan ook", "LC_ALL=C", "LANGUAGE=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
        "GIT_NO_LAZY_FETCH=1", "invoer",
    } <= {*lines}  # fmt: skip
