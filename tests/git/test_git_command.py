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

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]
NAMEN = (
    "gewoon.plan.yaml", "met spatie.plan.yaml", "-n.plan.yaml", "é à.plan.yaml", "a:b.plan.yaml",
    "*.plan.yaml", ":(top)x.plan.yaml", "'\"$(x)`.plan.yaml", "map/diep/x.plan.yaml", "tab\tx.yaml",
    "HEAD", "--", "^x",
)  # fmt: skip
GETEKEND = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n eA==\n -----END PGP SIGNATURE-----"


def leg_vast(git_map: Werkmap, naam: str, data: bytes, bericht: str = "x") -> Path:
    pad = git_map.map / naam
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(data)
    git_map.doe("add", "-A")
    git_map.doe("commit", "-q", "-m", bericht, "--author=Ánna <a@x.nl>")
    return pad


@pytest.mark.parametrize("naam", NAMEN)
def test_elke_naam_en_elke_byte(git_map, naam):
    data = bytes(range(256)) + b"\r\n<<<<<<< x\n"
    pad = leg_vast(git_map, naam, data, "Onderwerp “é”\n\nMeer")
    leg_vast(git_map, naam, b"later", "Later")
    assert find_work_tree(pad) == (git_map.map, naam, False)
    assert show("HEAD~1", pad) == data
    assert show("hoofd", pad) == show("HEAD", pad) == b"later"
    nieuwste, eerste = versies(pad)
    assert (nieuwste.onderwerp, eerste.onderwerp) == ("Later", "Onderwerp “é”")
    assert (eerste.auteur, eerste.naam, eerste.maat) == ("Ánna", naam, len(data))
    assert len(eerste.commit) == 40
    assert eerste.datum[10] == "T"


def test_een_naam_met_een_regeleinde(git_map):
    pad = leg_vast(git_map, "a\nb.plan.yaml", b"x")
    with pytest.raises(GitError, match="heeft een regeleinde"):
        show("HEAD", pad)


def test_een_bestand_in_een_map_die_weg_is(git_map):
    pad = leg_vast(git_map, "map/diep/x.plan.yaml", b"oud")
    git_map.doe("rm", "-q", "-r", "map")
    assert not pad.parent.exists()
    assert show("HEAD", pad) == b"oud"


def test_vanuit_een_map_eronder_en_door_een_snelkoppeling(git_map, monkeypatch, tmp_path_factory):
    pad = leg_vast(git_map, "map/x.plan.yaml", b"inhoud")
    monkeypatch.chdir(pad.parent)
    assert show("HEAD", Path("x.plan.yaml")) == b"inhoud"
    assert show("HEAD", Path("../map/./x.plan.yaml")) == b"inhoud"
    elders = tmp_path_factory.mktemp("elders")
    (elders / "link.plan.yaml").symlink_to(pad)
    (elders / "map").symlink_to(pad.parent)
    assert show("HEAD", elders / "link.plan.yaml") == b"inhoud"
    assert show("HEAD", elders / "map" / "x.plan.yaml") == b"inhoud"


@pytest.mark.parametrize(
    "rev",
    ["", "bestaat-niet", "--all", "-n1", "HEAD:x", "HEAD\n", "HEAD~5", "a..b", "@{u}", "^HEAD"],
)
def test_wat_geen_versie_is(git_map, rev):
    pad = leg_vast(git_map, "x.plan.yaml", b"x")
    with pytest.raises(GitError, match="is geen commit, tak of label") as fout:
        show(rev, pad)
    assert "unshallow" not in str(fout.value)


def test_een_bestand_dat_er_toen_niet_was(git_map):
    leg_vast(git_map, "x.plan.yaml", b"x")
    pad = leg_vast(git_map, "map/y.plan.yaml", b"y")
    for weg in (pad, pad.parent):  # a folder is no file
        with pytest.raises(GitError, match="HEAD~1 heeft geen bestand map"):
            show("HEAD~1", weg)
    with pytest.raises(GitError, match="heeft geen bestand"):
        show("HEAD", pad.parent)


def test_een_reus_wordt_niet_gelezen(git_map, monkeypatch):
    pad = leg_vast(git_map, "x.plan.yaml", b"x" * 100)
    monkeypatch.setattr(git_command, "MAX_OBJECT", 99)
    with pytest.raises(GitError, match="groter dan"):
        show("HEAD", pad)


def test_een_deel_van_de_geschiedenis(git_map, tmp_path_factory):
    leg_vast(git_map, "x.plan.yaml", b"1")
    leg_vast(git_map, "x.plan.yaml", b"2")
    kloon = tmp_path_factory.mktemp("kloon")
    git_map.doe("clone", "-q", "--depth", "1", git_map.map.as_uri(), str(kloon))
    with pytest.raises(GitError, match="git fetch --unshallow"):
        show("HEAD~1", kloon / "x.plan.yaml")


def test_buiten_een_map_van_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GeenGitError, match="staat niet in git"):
        find_work_tree(tmp_path / "x.plan.yaml")
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "kaal"], check=True)
    with pytest.raises(GeenGitError, match="staat niet in git"):
        find_work_tree(tmp_path / "kaal" / "x.plan.yaml")


def test_zonder_git(git_map, monkeypatch, tmp_path_factory):
    pad = leg_vast(git_map, "x.plan.yaml", b"x")
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("leeg")))
    with pytest.raises(GeenGitError, match="git is niet gevonden"):
        show("HEAD", pad)


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
    with pytest.raises(GeenGitError, match="git config --global --add") as fout:
        find_work_tree(git_map.map)
    assert str(git_map.map) in str(fout.value)


def test_waar_een_andere_map_van_git_werkt(git_map, monkeypatch, tmp_path_factory):
    """A hook of another repository passes on where that one is."""
    ander = Werkmap(tmp_path_factory.mktemp("ander"))
    leg_vast(ander, "x.plan.yaml", b"van een ander")
    pad = leg_vast(git_map, "x.plan.yaml", b"van ons")
    for naam, waarde in {
        "GIT_DIR": str(ander.map / ".git"),
        "GIT_WORK_TREE": str(ander.map),
        "GIT_INDEX_FILE": str(ander.map / ".git" / "index"),
        "GIT_PREFIX": "map/",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CONFIG": str(ander.map / "config"),
    }.items():
        monkeypatch.setenv(naam, waarde)
    assert show("HEAD", pad) == b"van ons"
    assert len(versies(pad)) == 1
    assert run_git(git_map.map, "rev-parse", "--show-toplevel", in_hook=True).uit.decode() == (
        f"{ander.map}\n"
    )


@pytest.fixture
def val(git_map, tmp_path_factory) -> Path:
    """A repository that starts a program wherever git lets it; returns what that would leave."""
    map_ = tmp_path_factory.mktemp("val")
    spoor = map_ / "spoor"
    programma = map_ / "programma"
    programma.write_text(f'#!/bin/sh\necho "$0 $*" >> {spoor}\ncat "$1" 2>/dev/null\nexit 0\n')
    programma.chmod(0o755)
    leg_vast(git_map, ".gitattributes", b"* diff=val filter=val merge=val\n")
    for haak in ("post-index-change", "pre-commit", "reference-transaction", "fsmonitor-watchman"):
        (git_map.map / ".git" / "hooks").mkdir(exist_ok=True)
        (git_map.map / ".git" / "hooks" / haak).symlink_to(programma)
    for sleutel in (
        "core.pager", "core.fsmonitor", "core.editor", "core.sshCommand", "core.askPass",
        "diff.external", "diff.val.textconv", "diff.val.command", "filter.val.smudge",
        "filter.val.clean", "filter.val.process", "gpg.program", "pager.log", "pager.show",
        "credential.helper", "interactive.diffFilter", "alias.log", "alias.cat-file",
    ):  # fmt: skip
        git_map.doe("config", sleutel, str(programma))
    git_map.doe("config", "log.showSignature", "true")
    git_map.doe("config", "core.hooksPath", str(git_map.map / ".git" / "hooks"))
    return spoor


def test_een_map_kan_ons_niets_laten_starten(git_map, val, monkeypatch):
    pad = git_map.map / "x.plan.yaml"
    pad.write_bytes(b"inhoud")
    # fast-import runs none of the programs.
    data = b"M 100644 inline x.plan.yaml\ndata 6\ninhoud\n"
    git_map.doe(
        "fast-import", "--quiet", "--force",
        invoer=b"commit refs/heads/hoofd\ncommitter P <p@x.nl> 1700000000 +0000\ndata 1\nx\n"
        b"from refs/heads/hoofd^0\n" + data,
    )  # fmt: skip
    # Showing who signed a commit would start a program too.
    commit = git_map.doe("cat-file", "commit", "HEAD").replace("\n\n", f"\n{GETEKEND}\n\n", 1)
    getekend = git_map.doe("hash-object", "-t", "commit", "-w", "--stdin", invoer=commit.encode())
    git_map.doe("update-ref", "refs/heads/hoofd", getekend.strip())
    val.unlink(missing_ok=True)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(val.parent / "programma"))
    monkeypatch.setenv("GIT_PAGER", str(val.parent / "programma"))
    assert show("HEAD", pad) == b"inhoud"
    assert [versie.maat for versie in versies(pad)] == [6]
    assert versies(git_map.map / "nieuw.plan.yaml") == []
    assert not val.exists(), val.read_text()
    # It is a trap for who asks without care.
    for zonder_zorg in (("diff", "HEAD", "--", "x.plan.yaml"), ("log", "-1")):
        val.unlink(missing_ok=True)
        git_map.git(*zonder_zorg)
        assert val.exists(), zonder_zorg


def test_wat_ontbreekt_wordt_niet_opgehaald(git_map, tmp_path_factory):
    """A partial clone would fetch what it lacks from anywhere."""
    pad = leg_vast(git_map, "x.plan.yaml", b"inhoud")
    git_map.doe("config", "uploadpack.allowFilter", "true")
    kloon = tmp_path_factory.mktemp("kloon")
    git_map.doe(
        "clone", "-q", "--no-checkout", "--filter=blob:none", git_map.map.as_uri(), str(kloon)
    )
    with pytest.raises(GitError, match="dit programma haalt niets op"):
        show("HEAD", kloon / pad.name)
    mist = Werkmap(kloon).doe("rev-list", "--objects", "--missing=print", "HEAD")
    assert "?" in mist


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze rechten niet")
def test_vragen_schrijft_niets(git_map):
    pad = leg_vast(git_map, "x.plan.yaml", b"inhoud")
    (git_map.map / "x.plan.yaml").write_bytes(b"anders")

    def alles() -> dict[Path, tuple[int, int]]:
        paden = [p for p in git_map.map.rglob("*") if p.is_file()]
        return {p: (p.stat().st_mtime_ns, stat.S_IMODE(p.stat().st_mode)) for p in paden}

    was = alles()
    show("HEAD", pad)
    versies(pad)
    assert alles() == was


def test_wat_git_altijd_meekrijgt(git_map, monkeypatch, tmp_path_factory):
    """Plain English that can be recognised, no locks, no questions, nothing fetched."""
    map_ = tmp_path_factory.mktemp("spion")
    (map_ / "git").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nenv\ncat\n')
    (map_ / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(map_), prepend=os.pathsep)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.setenv("LANGUAGE", "nl")
    regels = run_git(git_map.map, "wat", "dan ook", given=b"invoer").uit.decode().split("\n")
    assert {
        "--no-pager", "core.quotepath=off", "core.fsmonitor=false", "protocol.allow=never",
        "dan ook", "LC_ALL=C", "LANGUAGE=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
        "GIT_NO_LAZY_FETCH=1", "invoer",
    } <= {*regels}  # fmt: skip
