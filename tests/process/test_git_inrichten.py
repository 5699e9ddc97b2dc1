"""Setting up git for plans, and all of it away again."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError, GeenGitError
from uitvoeringsplan.git.git_setup import BLOCK_END, BLOCK_START, find_missing_lines, own_command
from uitvoeringsplan.tasks.set_up_git import WARNING, SetupOutcome, remove_setup, set_up_git

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("bare_git")]
COMMAND = shlex.join([sys.executable, "-m", "uitvoeringsplan"])


class Vrager:
    """Agrees, or not with the questions that have one of these words; remembers all of them."""

    def __init__(self, *nee: str) -> None:
        self.nee = nee
        self.asked: list[str] = []

    def __call__(self, vraag: str) -> bool:
        self.asked.append(vraag)
        return not any(word in vraag for word in self.nee)


def ja(_vraag: str) -> bool:
    return True


def nooit(vraag: str) -> bool:
    pytest.fail(f"hier wordt niets gevraagd: {vraag}")


def everything(map_: Path) -> dict[str, bytes]:
    """Return every file that setting up could touch, by its name."""
    paths = [p for p in map_.rglob("*") if p.is_file() and "/objects/" not in p.as_posix()]
    return {str(p.relative_to(map_)): p.read_bytes() for p in paths}


def what(outcome: SetupOutcome) -> list[str]:
    return [line for stap in outcome.done for w in stap.wijzigingen for line in w.what]


def test_wie_stopt_krijgt_geen_volgende_vraag(git_map):
    """What was agreed on before stays and is told; nothing after it is asked or done."""
    antwoorden = iter([True, None])
    outcome = set_up_git(git_map.map, lambda _: next(antwoorden), command=COMMAND)
    assert outcome.is_gestopt
    assert len(outcome.done) == 1
    assert "diff=" not in (git_map.map / ".gitattributes").read_text()
    assert next(antwoorden, "op") == "op"


def test_alles_erbij_en_alles_weer_weg(git_map):
    was = everything(git_map.map)
    asker = Vrager()
    outcome = set_up_git(git_map.map, asker, command=COMMAND)
    assert len(asker.asked) == len(outcome.done) == 4
    assert outcome.messages == (WARNING,)
    assert (git_map.map / ".gitattributes").read_text().split("\n") == [
        BLOCK_START, "*.plan.yaml text eol=lf", "*.docx binary", "*.docx diff=uitvoeringsplan-docx",
        "*.plan.yaml merge=uitvoeringsplan", BLOCK_END, "",
    ]  # fmt: skip
    configured = everything(git_map.map)
    # Only these files; and doing it again is no step at all.
    assert {name for name, data in configured.items() if was.get(name) != data} == {
        ".gitattributes", ".gitignore", ".git/config", ".git/hooks/pre-commit",
    }  # fmt: skip
    assert set_up_git(git_map.map, nooit, command=COMMAND).done == ()
    assert everything(git_map.map) == configured
    # What `nieuw` would offer is there.
    assert find_missing_lines(git_map.map) == []
    remove_setup(git_map.map, ja)
    assert everything(git_map.map) == was
    assert remove_setup(git_map.map, nooit).done == ()


def test_eerst_zien_wat_er_verandert(git_map):
    was = everything(git_map.map)
    outcome = set_up_git(git_map.map, nooit, command=COMMAND, dry_run=True)
    assert everything(git_map.map) == was
    assert "+ *.docx diff=uitvoeringsplan-docx" in what(outcome)
    assert any(line.startswith("+ merge.uitvoeringsplan.driver = ") for line in what(outcome))
    set_up_git(git_map.map, ja, command=COMMAND)
    configured = everything(git_map.map)
    gone = remove_setup(git_map.map, nooit, dry_run=True)
    assert "- *.docx diff=uitvoeringsplan-docx" in what(gone)
    assert "- nakijken voor het vastleggen" in what(gone)
    assert everything(git_map.map) == configured


@pytest.mark.parametrize("nee", ["regeleindes", "git diff", "samenvoegen", "nakijken"])
def test_wie_nee_zegt_krijgt_het_niet(git_map, nee):
    outcome = set_up_git(git_map.map, Vrager(nee), command=COMMAND)
    assert len(outcome.done) == 3
    (niet,) = outcome.niet
    content = b"".join(everything(git_map.map).values()).decode()
    for wijziging in niet.wijzigingen:
        for line in wijziging.what:
            assert line.removeprefix("+ ") not in content
    # Saying yes later gives the same as at once, whatever the order.
    set_up_git(git_map.map, ja, command=COMMAND)
    configured = everything(git_map.map)
    remove_setup(git_map.map, ja)
    set_up_git(git_map.map, ja, command=COMMAND)
    nu = everything(git_map.map)
    assert {n: d for n, d in nu.items() if n != ".git/config"} == {
        n: d for n, d in configured.items() if n != ".git/config"
    }


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_wat_anderen_schreven_blijft(git_map, end):
    attributes, negeer = git_map.map / ".gitattributes", git_map.map / ".gitignore"
    bracket = git_map.map / ".git" / "hooks" / "pre-commit"
    own = end.join([b"# van ons \xff", b"*.docx binary", b"*.png binary", b""])
    attributes.write_bytes(own)
    negeer.write_bytes(b"*.bak")
    bracket.parent.mkdir(exist_ok=True)
    bracket.write_bytes(b"#!/bin/sh\necho van ons\n")
    bracket.chmod(0o755)
    git_map.perform("config", "diff.uitvoeringsplan-docx.cachetextconv", "true")
    git_map.perform("config", "diff.ander.textconv", "x")
    config = (git_map.map / ".git" / "config").read_text()
    outcome = set_up_git(git_map.map, ja, command=COMMAND)
    assert attributes.read_bytes().startswith(own + BLOCK_START.encode() + end)
    assert b"binary" not in attributes.read_bytes()[len(own) :]
    assert bracket.read_bytes() == b"#!/bin/sh\necho van ons\n"
    message = outcome.messages[0]
    assert "van iemand anders" in message
    assert "--klaargezet" in message
    remove_setup(git_map.map, ja)
    assert attributes.read_bytes() == own
    assert negeer.read_bytes() == b"*.bak\n"
    assert bracket.read_bytes() == b"#!/bin/sh\necho van ons\n"
    assert (git_map.map / ".git" / "config").read_text() == config


def test_onze_haak_waar_iemand_iets_bij_zette(git_map):
    set_up_git(git_map.map, ja, command=COMMAND)
    bracket = git_map.map / ".git" / "hooks" / "pre-commit"
    bracket.write_text(
        bracket.read_text().replace("#!/bin/sh\n", "#!/bin/sh\necho ervoor\n") + "echo na\n"
    )
    set_up_git(git_map.map, ja, command="anders")
    assert "  anders git --klaargezet || exit 1" in bracket.read_text()
    assert bracket.read_text().startswith("#!/bin/sh\necho ervoor\n")
    remove_setup(git_map.map, ja)
    assert bracket.read_text() == "#!/bin/sh\necho ervoor\necho na\n"


def test_een_haak_die_niet_mag_draaien_krijgt_dat_recht_terug(git_map):
    set_up_git(git_map.map, ja, command=COMMAND)
    bracket = git_map.map / ".git" / "hooks" / "pre-commit"
    bracket.chmod(0o644)
    set_up_git(git_map.map, ja, command=COMMAND)
    assert os.access(bracket, os.X_OK)


def test_haken_in_de_map_zelf(git_map):
    git_map.perform("config", "core.hooksPath", "haken")
    set_up_git(git_map.map, ja, command=COMMAND)
    assert (git_map.map / "haken" / "pre-commit").exists()
    assert not (git_map.map / ".git" / "hooks" / "pre-commit").exists()
    remove_setup(git_map.map, ja)
    assert not (git_map.map / "haken" / "pre-commit").exists()


def test_haken_buiten_de_map_blijven_met_rust(git_map, tmp_path_factory):
    elders = tmp_path_factory.mktemp("haken")
    git_map.perform("config", "core.hooksPath", str(elders))
    outcome = set_up_git(git_map.map, ja, command=COMMAND)
    assert list(elders.iterdir()) == []
    assert "buiten deze map" in outcome.messages[0]
    remove_setup(git_map.map, ja)
    assert list(elders.iterdir()) == []


def test_een_tweede_werkboom_en_een_map_eronder(git_map, tmp_path_factory):
    git_map.perform("commit", "-q", "--allow-empty", "-m", "x")
    second = tmp_path_factory.mktemp("t") / "tweede"
    git_map.perform("worktree", "add", "-q", str(second))
    plannen = second / "plannen"
    plannen.mkdir()
    set_up_git(plannen, ja, command=COMMAND)
    assert (plannen / ".gitattributes").exists()
    assert not (second / ".gitattributes").exists()
    assert (git_map.map / ".git" / "hooks" / "pre-commit").exists()
    remove_setup(second, ja)  # from above: everything is found
    assert not (plannen / ".gitattributes").exists()
    assert not (git_map.map / ".git" / "hooks" / "pre-commit").exists()


def test_een_snelkoppeling_wordt_niet_gevolgd(git_map, tmp_path_factory):
    elders = tmp_path_factory.mktemp("elders") / "kenmerken"
    elders.write_text("x\n")
    (git_map.map / ".gitattributes").symlink_to(elders)
    with pytest.raises(BestandError, match="snelkoppeling"):
        set_up_git(git_map.map, ja, command=COMMAND)
    assert elders.read_text() == "x\n"


def test_beschadigde_regels_worden_niet_geraden(git_map):
    (git_map.map / ".gitattributes").write_text(f"{BLOCK_START}\n*.docx binary\n")
    with pytest.raises(BestandError, match="beschadigd"):
        set_up_git(git_map.map, ja, command=COMMAND)


def test_buiten_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GeenGitError):
        set_up_git(tmp_path, ja, command=COMMAND)


def test_een_regel_elders_die_voorgaat_wordt_gemeld(git_map):
    plannen = git_map.map / "plannen"
    plannen.mkdir()
    for aanvulling in find_missing_lines(plannen):  # as `nieuw` does there
        aanvulling.schrijf()
    (plannen / "a.docx").write_bytes(b"x")
    outcome = set_up_git(git_map.map, ja, command=COMMAND)
    assert "1 bestand, zoals plannen/a.docx" in outcome.messages[0]
    assert set_up_git(plannen, ja, command=COMMAND).messages == (WARNING,)


def test_hoe_het_programma_heet(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert own_command() == f"{shlex.quote(Path(sys.executable).as_posix())} -m uitvoeringsplan"
    (tmp_path / "uitvoeringsplan").write_text("#!/bin/sh\n")
    (tmp_path / "uitvoeringsplan").chmod(0o755)
    assert own_command() == "uitvoeringsplan"
