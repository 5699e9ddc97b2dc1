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

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]
OPDRACHT = shlex.join([sys.executable, "-m", "uitvoeringsplan"])


class Vrager:
    """Agrees, or not with the questions that have one of these words; remembers all of them."""

    def __init__(self, *nee: str) -> None:
        self.nee = nee
        self.gevraagd: list[str] = []

    def __call__(self, vraag: str) -> bool:
        self.gevraagd.append(vraag)
        return not any(woord in vraag for woord in self.nee)


def ja(_vraag: str) -> bool:
    return True


def nooit(vraag: str) -> bool:
    pytest.fail(f"hier wordt niets gevraagd: {vraag}")


def alles(map_: Path) -> dict[str, bytes]:
    """Return every file that setting up could touch, by its name."""
    paden = [p for p in map_.rglob("*") if p.is_file() and "/objects/" not in p.as_posix()]
    return {str(p.relative_to(map_)): p.read_bytes() for p in paden}


def wat(uitkomst: SetupOutcome) -> list[str]:
    return [regel for stap in uitkomst.gedaan for w in stap.wijzigingen for regel in w.wat]


def test_wie_stopt_krijgt_geen_volgende_vraag(git_map):
    """What was agreed on before stays and is told; nothing after it is asked or done."""
    antwoorden = iter([True, None])
    uitkomst = set_up_git(git_map.map, lambda _: next(antwoorden), command=OPDRACHT)
    assert uitkomst.is_gestopt
    assert len(uitkomst.gedaan) == 1
    assert "diff=" not in (git_map.map / ".gitattributes").read_text()
    assert next(antwoorden, "op") == "op"


def test_alles_erbij_en_alles_weer_weg(git_map):
    was = alles(git_map.map)
    vrager = Vrager()
    uitkomst = set_up_git(git_map.map, vrager, command=OPDRACHT)
    assert len(vrager.gevraagd) == len(uitkomst.gedaan) == 4
    assert uitkomst.meldingen == (WARNING,)
    assert (git_map.map / ".gitattributes").read_text().split("\n") == [
        BLOCK_START, "*.plan.yaml text eol=lf", "*.docx binary", "*.docx diff=uitvoeringsplan-docx",
        "*.plan.yaml merge=uitvoeringsplan", BLOCK_END, "",
    ]  # fmt: skip
    ingericht = alles(git_map.map)
    # Only these files; and doing it again is no step at all.
    assert {naam for naam, data in ingericht.items() if was.get(naam) != data} == {
        ".gitattributes", ".gitignore", ".git/config", ".git/hooks/pre-commit",
    }  # fmt: skip
    assert set_up_git(git_map.map, nooit, command=OPDRACHT).gedaan == ()
    assert alles(git_map.map) == ingericht
    # What `nieuw` would offer is there.
    assert find_missing_lines(git_map.map) == []
    remove_setup(git_map.map, ja)
    assert alles(git_map.map) == was
    assert remove_setup(git_map.map, nooit).gedaan == ()


def test_eerst_zien_wat_er_verandert(git_map):
    was = alles(git_map.map)
    uitkomst = set_up_git(git_map.map, nooit, command=OPDRACHT, dry_run=True)
    assert alles(git_map.map) == was
    assert "+ *.docx diff=uitvoeringsplan-docx" in wat(uitkomst)
    assert any(regel.startswith("+ merge.uitvoeringsplan.driver = ") for regel in wat(uitkomst))
    set_up_git(git_map.map, ja, command=OPDRACHT)
    ingericht = alles(git_map.map)
    weg = remove_setup(git_map.map, nooit, dry_run=True)
    assert "- *.docx diff=uitvoeringsplan-docx" in wat(weg)
    assert "- nakijken voor het vastleggen" in wat(weg)
    assert alles(git_map.map) == ingericht


@pytest.mark.parametrize("nee", ["regeleindes", "git diff", "samenvoegen", "nakijken"])
def test_wie_nee_zegt_krijgt_het_niet(git_map, nee):
    uitkomst = set_up_git(git_map.map, Vrager(nee), command=OPDRACHT)
    assert len(uitkomst.gedaan) == 3
    (niet,) = uitkomst.niet
    inhoud = b"".join(alles(git_map.map).values()).decode()
    for wijziging in niet.wijzigingen:
        for regel in wijziging.wat:
            assert regel.removeprefix("+ ") not in inhoud
    # Saying yes later gives the same as at once, whatever the order.
    set_up_git(git_map.map, ja, command=OPDRACHT)
    ingericht = alles(git_map.map)
    remove_setup(git_map.map, ja)
    set_up_git(git_map.map, ja, command=OPDRACHT)
    nu = alles(git_map.map)
    assert {n: d for n, d in nu.items() if n != ".git/config"} == {
        n: d for n, d in ingericht.items() if n != ".git/config"
    }


@pytest.mark.parametrize("einde", [b"\n", b"\r\n"])
def test_wat_anderen_schreven_blijft(git_map, einde):
    kenmerken, negeer = git_map.map / ".gitattributes", git_map.map / ".gitignore"
    haak = git_map.map / ".git" / "hooks" / "pre-commit"
    eigen = einde.join([b"# van ons \xff", b"*.docx binary", b"*.png binary", b""])
    kenmerken.write_bytes(eigen)
    negeer.write_bytes(b"*.bak")
    haak.parent.mkdir(exist_ok=True)
    haak.write_bytes(b"#!/bin/sh\necho van ons\n")
    haak.chmod(0o755)
    git_map.doe("config", "diff.uitvoeringsplan-docx.cachetextconv", "true")
    git_map.doe("config", "diff.ander.textconv", "x")
    config = (git_map.map / ".git" / "config").read_text()
    uitkomst = set_up_git(git_map.map, ja, command=OPDRACHT)
    assert kenmerken.read_bytes().startswith(eigen + BLOCK_START.encode() + einde)
    assert b"binary" not in kenmerken.read_bytes()[len(eigen) :]
    assert haak.read_bytes() == b"#!/bin/sh\necho van ons\n"
    melding = uitkomst.meldingen[0]
    assert "van iemand anders" in melding
    assert "--klaargezet" in melding
    remove_setup(git_map.map, ja)
    assert kenmerken.read_bytes() == eigen
    assert negeer.read_bytes() == b"*.bak\n"
    assert haak.read_bytes() == b"#!/bin/sh\necho van ons\n"
    assert (git_map.map / ".git" / "config").read_text() == config


def test_onze_haak_waar_iemand_iets_bij_zette(git_map):
    set_up_git(git_map.map, ja, command=OPDRACHT)
    haak = git_map.map / ".git" / "hooks" / "pre-commit"
    haak.write_text(
        haak.read_text().replace("#!/bin/sh\n", "#!/bin/sh\necho ervoor\n") + "echo na\n"
    )
    set_up_git(git_map.map, ja, command="anders")
    assert "  anders git --klaargezet || exit 1" in haak.read_text()
    assert haak.read_text().startswith("#!/bin/sh\necho ervoor\n")
    remove_setup(git_map.map, ja)
    assert haak.read_text() == "#!/bin/sh\necho ervoor\necho na\n"


def test_een_haak_die_niet_mag_draaien_krijgt_dat_recht_terug(git_map):
    set_up_git(git_map.map, ja, command=OPDRACHT)
    haak = git_map.map / ".git" / "hooks" / "pre-commit"
    haak.chmod(0o644)
    set_up_git(git_map.map, ja, command=OPDRACHT)
    assert os.access(haak, os.X_OK)


def test_haken_in_de_map_zelf(git_map):
    git_map.doe("config", "core.hooksPath", "haken")
    set_up_git(git_map.map, ja, command=OPDRACHT)
    assert (git_map.map / "haken" / "pre-commit").exists()
    assert not (git_map.map / ".git" / "hooks" / "pre-commit").exists()
    remove_setup(git_map.map, ja)
    assert not (git_map.map / "haken" / "pre-commit").exists()


def test_haken_buiten_de_map_blijven_met_rust(git_map, tmp_path_factory):
    elders = tmp_path_factory.mktemp("haken")
    git_map.doe("config", "core.hooksPath", str(elders))
    uitkomst = set_up_git(git_map.map, ja, command=OPDRACHT)
    assert list(elders.iterdir()) == []
    assert "buiten deze map" in uitkomst.meldingen[0]
    remove_setup(git_map.map, ja)
    assert list(elders.iterdir()) == []


def test_een_tweede_werkboom_en_een_map_eronder(git_map, tmp_path_factory):
    git_map.doe("commit", "-q", "--allow-empty", "-m", "x")
    tweede = tmp_path_factory.mktemp("t") / "tweede"
    git_map.doe("worktree", "add", "-q", str(tweede))
    plannen = tweede / "plannen"
    plannen.mkdir()
    set_up_git(plannen, ja, command=OPDRACHT)
    assert (plannen / ".gitattributes").exists()
    assert not (tweede / ".gitattributes").exists()
    assert (git_map.map / ".git" / "hooks" / "pre-commit").exists()
    remove_setup(tweede, ja)  # from above: everything is found
    assert not (plannen / ".gitattributes").exists()
    assert not (git_map.map / ".git" / "hooks" / "pre-commit").exists()


def test_een_snelkoppeling_wordt_niet_gevolgd(git_map, tmp_path_factory):
    elders = tmp_path_factory.mktemp("elders") / "kenmerken"
    elders.write_text("x\n")
    (git_map.map / ".gitattributes").symlink_to(elders)
    with pytest.raises(BestandError, match="snelkoppeling"):
        set_up_git(git_map.map, ja, command=OPDRACHT)
    assert elders.read_text() == "x\n"


def test_beschadigde_regels_worden_niet_geraden(git_map):
    (git_map.map / ".gitattributes").write_text(f"{BLOCK_START}\n*.docx binary\n")
    with pytest.raises(BestandError, match="beschadigd"):
        set_up_git(git_map.map, ja, command=OPDRACHT)


def test_buiten_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GeenGitError):
        set_up_git(tmp_path, ja, command=OPDRACHT)


def test_een_regel_elders_die_voorgaat_wordt_gemeld(git_map):
    plannen = git_map.map / "plannen"
    plannen.mkdir()
    for aanvulling in find_missing_lines(plannen):  # as `nieuw` does there
        aanvulling.schrijf()
    (plannen / "a.docx").write_bytes(b"x")
    uitkomst = set_up_git(git_map.map, ja, command=OPDRACHT)
    assert "1 bestand, zoals plannen/a.docx" in uitkomst.meldingen[0]
    assert set_up_git(plannen, ja, command=OPDRACHT).meldingen == (WARNING,)


def test_hoe_het_programma_heet(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert own_command() == f"{shlex.quote(Path(sys.executable).as_posix())} -m uitvoeringsplan"
    (tmp_path / "uitvoeringsplan").write_text("#!/bin/sh\n")
    (tmp_path / "uitvoeringsplan").chmod(0o755)
    assert own_command() == "uitvoeringsplan"
