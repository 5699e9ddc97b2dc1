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


def test_wie_stopt_krijgt_geen_volgende_vraag(werkmap):
    """What was agreed on before stays and is told; nothing after it is asked or done."""
    antwoorden = iter([True, None])
    uitkomst = set_up_git(werkmap.map, lambda _: next(antwoorden), command=OPDRACHT)
    assert uitkomst.is_gestopt
    assert len(uitkomst.gedaan) == 1
    assert "diff=" not in (werkmap.map / ".gitattributes").read_text()
    assert next(antwoorden, "op") == "op"


def test_alles_erbij_en_alles_weer_weg(werkmap):
    was = alles(werkmap.map)
    vrager = Vrager()
    uitkomst = set_up_git(werkmap.map, vrager, command=OPDRACHT)
    assert len(vrager.gevraagd) == len(uitkomst.gedaan) == 4
    assert uitkomst.meldingen == (WARNING,)
    assert (werkmap.map / ".gitattributes").read_text().split("\n") == [
        BLOCK_START, "*.plan.yaml text eol=lf", "*.docx binary", "*.docx diff=uitvoeringsplan-docx",
        "*.plan.yaml merge=uitvoeringsplan", BLOCK_END, "",
    ]  # fmt: skip
    ingericht = alles(werkmap.map)
    # Only these files; and doing it again is no step at all.
    assert {naam for naam, data in ingericht.items() if was.get(naam) != data} == {
        ".gitattributes", ".gitignore", ".git/config", ".git/hooks/pre-commit",
    }  # fmt: skip
    assert set_up_git(werkmap.map, nooit, command=OPDRACHT).gedaan == ()
    assert alles(werkmap.map) == ingericht
    # What `nieuw` would offer is there.
    assert find_missing_lines(werkmap.map) == []
    remove_setup(werkmap.map, ja)
    assert alles(werkmap.map) == was
    assert remove_setup(werkmap.map, nooit).gedaan == ()


def test_eerst_zien_wat_er_verandert(werkmap):
    was = alles(werkmap.map)
    uitkomst = set_up_git(werkmap.map, nooit, command=OPDRACHT, dry_run=True)
    assert alles(werkmap.map) == was
    assert "+ *.docx diff=uitvoeringsplan-docx" in wat(uitkomst)
    assert any(regel.startswith("+ merge.uitvoeringsplan.driver = ") for regel in wat(uitkomst))
    set_up_git(werkmap.map, ja, command=OPDRACHT)
    ingericht = alles(werkmap.map)
    weg = remove_setup(werkmap.map, nooit, dry_run=True)
    assert "- *.docx diff=uitvoeringsplan-docx" in wat(weg)
    assert "- nakijken voor het vastleggen" in wat(weg)
    assert alles(werkmap.map) == ingericht


@pytest.mark.parametrize("nee", ["regeleindes", "git diff", "samenvoegen", "nakijken"])
def test_wie_nee_zegt_krijgt_het_niet(werkmap, nee):
    uitkomst = set_up_git(werkmap.map, Vrager(nee), command=OPDRACHT)
    assert len(uitkomst.gedaan) == 3
    (niet,) = uitkomst.niet
    inhoud = b"".join(alles(werkmap.map).values()).decode()
    for wijziging in niet.wijzigingen:
        for regel in wijziging.wat:
            assert regel.removeprefix("+ ") not in inhoud
    # Saying yes later gives the same as at once, whatever the order.
    set_up_git(werkmap.map, ja, command=OPDRACHT)
    ingericht = alles(werkmap.map)
    remove_setup(werkmap.map, ja)
    set_up_git(werkmap.map, ja, command=OPDRACHT)
    nu = alles(werkmap.map)
    assert {n: d for n, d in nu.items() if n != ".git/config"} == {
        n: d for n, d in ingericht.items() if n != ".git/config"
    }


@pytest.mark.parametrize("einde", [b"\n", b"\r\n"])
def test_wat_anderen_schreven_blijft(werkmap, einde):
    kenmerken, negeer = werkmap.map / ".gitattributes", werkmap.map / ".gitignore"
    haak = werkmap.map / ".git" / "hooks" / "pre-commit"
    eigen = einde.join([b"# van ons \xff", b"*.docx binary", b"*.png binary", b""])
    kenmerken.write_bytes(eigen)
    negeer.write_bytes(b"*.bak")
    haak.parent.mkdir(exist_ok=True)
    haak.write_bytes(b"#!/bin/sh\necho van ons\n")
    haak.chmod(0o755)
    werkmap.doe("config", "diff.uitvoeringsplan-docx.cachetextconv", "true")
    werkmap.doe("config", "diff.ander.textconv", "x")
    config = (werkmap.map / ".git" / "config").read_text()
    uitkomst = set_up_git(werkmap.map, ja, command=OPDRACHT)
    assert kenmerken.read_bytes().startswith(eigen + BLOCK_START.encode() + einde)
    assert b"binary" not in kenmerken.read_bytes()[len(eigen) :]
    assert haak.read_bytes() == b"#!/bin/sh\necho van ons\n"
    melding = uitkomst.meldingen[0]
    assert "van iemand anders" in melding
    assert "--klaargezet" in melding
    remove_setup(werkmap.map, ja)
    assert kenmerken.read_bytes() == eigen
    assert negeer.read_bytes() == b"*.bak\n"
    assert haak.read_bytes() == b"#!/bin/sh\necho van ons\n"
    assert (werkmap.map / ".git" / "config").read_text() == config


def test_onze_haak_waar_iemand_iets_bij_zette(werkmap):
    set_up_git(werkmap.map, ja, command=OPDRACHT)
    haak = werkmap.map / ".git" / "hooks" / "pre-commit"
    haak.write_text(
        haak.read_text().replace("#!/bin/sh\n", "#!/bin/sh\necho ervoor\n") + "echo na\n"
    )
    set_up_git(werkmap.map, ja, command="anders")
    assert "  anders git --klaargezet || exit 1" in haak.read_text()
    assert haak.read_text().startswith("#!/bin/sh\necho ervoor\n")
    remove_setup(werkmap.map, ja)
    assert haak.read_text() == "#!/bin/sh\necho ervoor\necho na\n"


def test_een_haak_die_niet_mag_draaien_krijgt_dat_recht_terug(werkmap):
    set_up_git(werkmap.map, ja, command=OPDRACHT)
    haak = werkmap.map / ".git" / "hooks" / "pre-commit"
    haak.chmod(0o644)
    set_up_git(werkmap.map, ja, command=OPDRACHT)
    assert os.access(haak, os.X_OK)


def test_haken_in_de_map_zelf(werkmap):
    werkmap.doe("config", "core.hooksPath", "haken")
    set_up_git(werkmap.map, ja, command=OPDRACHT)
    assert (werkmap.map / "haken" / "pre-commit").exists()
    assert not (werkmap.map / ".git" / "hooks" / "pre-commit").exists()
    remove_setup(werkmap.map, ja)
    assert not (werkmap.map / "haken" / "pre-commit").exists()


def test_haken_buiten_de_map_blijven_met_rust(werkmap, tmp_path_factory):
    elders = tmp_path_factory.mktemp("haken")
    werkmap.doe("config", "core.hooksPath", str(elders))
    uitkomst = set_up_git(werkmap.map, ja, command=OPDRACHT)
    assert list(elders.iterdir()) == []
    assert "buiten deze map" in uitkomst.meldingen[0]
    remove_setup(werkmap.map, ja)
    assert list(elders.iterdir()) == []


def test_een_tweede_werkboom_en_een_map_eronder(werkmap, tmp_path_factory):
    werkmap.doe("commit", "-q", "--allow-empty", "-m", "x")
    tweede = tmp_path_factory.mktemp("t") / "tweede"
    werkmap.doe("worktree", "add", "-q", str(tweede))
    plannen = tweede / "plannen"
    plannen.mkdir()
    set_up_git(plannen, ja, command=OPDRACHT)
    assert (plannen / ".gitattributes").exists()
    assert not (tweede / ".gitattributes").exists()
    assert (werkmap.map / ".git" / "hooks" / "pre-commit").exists()
    remove_setup(tweede, ja)  # from above: everything is found
    assert not (plannen / ".gitattributes").exists()
    assert not (werkmap.map / ".git" / "hooks" / "pre-commit").exists()


def test_een_snelkoppeling_wordt_niet_gevolgd(werkmap, tmp_path_factory):
    elders = tmp_path_factory.mktemp("elders") / "kenmerken"
    elders.write_text("x\n")
    (werkmap.map / ".gitattributes").symlink_to(elders)
    with pytest.raises(BestandError, match="snelkoppeling"):
        set_up_git(werkmap.map, ja, command=OPDRACHT)
    assert elders.read_text() == "x\n"


def test_beschadigde_regels_worden_niet_geraden(werkmap):
    (werkmap.map / ".gitattributes").write_text(f"{BLOCK_START}\n*.docx binary\n")
    with pytest.raises(BestandError, match="beschadigd"):
        set_up_git(werkmap.map, ja, command=OPDRACHT)


def test_buiten_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GeenGitError):
        set_up_git(tmp_path, ja, command=OPDRACHT)


def test_een_regel_elders_die_voorgaat_wordt_gemeld(werkmap):
    plannen = werkmap.map / "plannen"
    plannen.mkdir()
    for aanvulling in find_missing_lines(plannen):  # as `nieuw` does there
        aanvulling.schrijf()
    (plannen / "a.docx").write_bytes(b"x")
    uitkomst = set_up_git(werkmap.map, ja, command=OPDRACHT)
    assert "1 bestand, zoals plannen/a.docx" in uitkomst.meldingen[0]
    assert set_up_git(plannen, ja, command=OPDRACHT).meldingen == (WARNING,)


def test_hoe_het_programma_heet(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert own_command() == f"{shlex.quote(Path(sys.executable).as_posix())} -m uitvoeringsplan"
    (tmp_path / "uitvoeringsplan").write_text("#!/bin/sh\n")
    (tmp_path / "uitvoeringsplan").chmod(0o755)
    assert own_command() == "uitvoeringsplan"
