"""What git does with plans and Word files once it was set up, and once our program is gone."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest
from branch_pairs import LIJST

from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.plan.saving import save_new, save_plan
from uitvoeringsplan.tasks.make_example import make_example
from uitvoeringsplan.tasks.set_up_git import set_up_git

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from git_work_folder import Werkmap

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("bare_git")]
COMMAND = shlex.join([sys.executable, "-m", "uitvoeringsplan"])
GONE = "uitvoeringsplan-is-er-niet"


def ja(_vraag: str) -> bool:
    return True


@pytest.fixture
def plan(git_map) -> Path:
    """A plan in a folder of its own, committed, in a repository that was set up."""
    path = git_map.map / "map met 'spaties'" / "a b.plan.yaml"
    path.parent.mkdir()
    save_new(new_planbestand(path, LIJST, {"gemeente": "Oudermeer"}, {}))
    set_up_git(git_map.map, ja, command=COMMAND)
    git_map.perform("add", "-A")
    git_map.perform("commit", "-q", "-m", "Begin")
    return path


def bewerk(path: Path, antwoord: str = "", *punten: OpenPunt) -> None:
    old = load_plan(path, LIJST)
    new = old.with_answer(LIJST.vraag("lokale-ambitie"), antwoord) if antwoord else old
    save_plan(old, add_punten(new, punten))


def test_git_diff_laat_de_tekst_van_word_zien(git_map, plan):
    word = make_example(plan.parent).word
    git_map.perform("add", "-A")
    git_map.perform("commit", "-q", "-m", "Word")
    data = word.read_bytes()
    word.write_bytes(b"geen Word meer")
    result = git_map.perform("diff", "--", str(word.relative_to(git_map.map)))
    assert "+(" in result
    assert "geen Word-bestand" in result
    assert "-# Uitvoeringsplan" in result
    word.write_bytes(data)
    word.unlink()
    assert "-# Uitvoeringsplan" in git_map.perform("diff")


def test_git_diff_zonder_ons_programma(git_map, plan):
    set_up_git(git_map.map, ja, command=GONE)
    word = plan.with_name("x.docx")
    word.write_bytes(b"een")
    git_map.perform("add", "-A")
    git_map.perform("commit", "-q", "--no-verify", "-m", "Word")
    word.write_bytes(b"twee")
    assert "uitvoeringsplan is niet gevonden" in git_map.perform("diff")


def op_takken(
    git_map: Werkmap, plan: Path, one: tuple, other: tuple
) -> subprocess.CompletedProcess:
    git_map.perform("checkout", "-q", "-b", "een")
    bewerk(plan, *one)
    git_map.perform("commit", "-q", "-a", "--no-verify", "-m", "een")
    git_map.perform("checkout", "-q", "-b", "ander", "hoofd")
    bewerk(plan, *other)
    git_map.perform("commit", "-q", "-a", "--no-verify", "-m", "ander")
    return git_map.git("merge", "-q", "--no-edit", "een")


ONE, TWO, THREE = (
    OpenPunt("lokale-ambitie", tekst=f"punt {i}", sleutel=f"p{i}") for i in (1, 2, 3)
)


def test_eerste_punten_op_twee_takken(git_map, plan):
    ready = op_takken(git_map, plan, ("Een.", ONE, THREE), ("", TWO, THREE))
    assert ready.returncode == 0, ready.stdout + ready.stderr
    together = load_plan(plan, LIJST)
    assert {p.sleutel for p in together.punten} == {"p1", "p2", "p3"}
    assert together.plan.antwoorden["lokale-ambitie"] == "Een."
    assert git_map.perform("status", "--porcelain") == ""


@pytest.mark.parametrize("command", [COMMAND, GONE])
def test_hetzelfde_antwoord_botst_zoals_altijd(git_map, plan, command):
    set_up_git(git_map.map, ja, command=command)
    ready = op_takken(git_map, plan, ("Een.", ONE), ("Ander.", TWO))
    assert ready.returncode == 1
    content = plan.read_text("utf-8")
    assert content.count("<<<<<<< deze tak") == content.count(">>>>>>> de andere tak") == 2
    assert "UU" in git_map.perform("status", "--porcelain")


def test_zonder_ons_programma_voegt_git_samen_zoals_altijd(git_map, plan):
    set_up_git(git_map.map, ja, command=GONE)
    assert op_takken(git_map, plan, ("Een.",), ("", TWO)).returncode == 0
    together = load_plan(plan, LIJST)
    assert together.plan.antwoorden["lokale-ambitie"] == "Een."
    assert [p.sleutel for p in together.punten] == ["p2"]


def test_een_plan_dat_niet_te_lezen_is_wordt_niet_vastgelegd(git_map, plan):
    good = plan.read_bytes()
    plan.write_bytes(good + b"<<<<<<< HEAD\n")
    git_map.perform("add", "-A")
    plan.write_bytes(good)  # what counts is what will be committed
    ready = git_map.git("commit", "-q", "-m", "Fout")
    assert ready.returncode == 1
    assert "conflict van git" in ready.stderr.decode()
    assert "a b.plan.yaml" in ready.stderr.decode()
    git_map.perform("commit", "-q", "--no-verify", "-m", "Toch")
    bewerk(plan, "Goed.")
    git_map.perform("commit", "-q", "-a", "-m", "Hersteld")  # with an index of its own


def test_wat_er_niet_klaarstaat_telt_niet(git_map, plan):
    plan.write_bytes(plan.read_bytes() + b"<<<<<<< HEAD\n")
    (git_map.map / "ander.txt").write_text("x")
    git_map.perform("add", "ander.txt")
    git_map.perform("commit", "-q", "-m", "Iets anders")
    plan.unlink()
    git_map.perform("commit", "-q", "-a", "-m", "Weg")


def test_een_plan_van_een_andere_soort_wordt_alleen_op_vorm_nagekeken(git_map, plan):
    plan.write_text("soort: iets-anders\neigen-sleutel: x\n")
    git_map.perform("commit", "-q", "-a", "-m", "Andere soort")
    plan.write_text("soort: iets-anders\nsoort: twee keer\n")
    assert git_map.git("commit", "-q", "-a", "-m", "Fout").returncode == 1
    plan.with_name("vragen.yaml").write_text("soort: 'open")
    plan.write_text("soort: iets-anders\n")
    git_map.perform("add", "-A")
    assert b"vragen.yaml" in git_map.git("commit", "-q", "-m", "Fout").stderr


def test_de_eerste_commit_van_een_map(git_map):
    set_up_git(git_map.map, ja, command=COMMAND)
    (git_map.map / "a.plan.yaml").write_text("soort: 'open")
    git_map.perform("add", "-A")
    assert git_map.git("commit", "-q", "-m", "Fout").returncode == 1
    (git_map.map / "a.plan.yaml").unlink()
    (git_map.map / "a.plan.yaml").symlink_to("nergens")
    git_map.perform("add", "-A")
    git_map.perform("commit", "-q", "-m", "Een snelkoppeling is geen plan")


def test_zonder_ons_programma_kan_er_vastgelegd_worden(git_map, plan):
    set_up_git(git_map.map, ja, command=GONE)
    plan.write_bytes(plan.read_bytes() + b"<<<<<<< HEAD\n")
    ready = git_map.git("commit", "-q", "-a", "-m", "Ongezien")
    assert ready.returncode == 0
    assert "niet nagekeken" in ready.stderr.decode()


def test_wat_git_in_een_antwoord_mengt_moet_iemand_hebben_geschreven(git_map, plan):
    """Lines that git by itself would merge into a sentence that nobody wrote; the rest it may."""
    old = "De raad stelt\ngeen geld\nen mensen\nbeschikbaar.\n\nDe wijk is rustig.\n\nTot zover."
    bewerk(plan, old)
    git_map.perform("commit", "-qam", "Oud")

    def branches(one: str, other: str) -> subprocess.CompletedProcess:
        git_map.perform("checkout", "-q", "hoofd")
        for branch, antwoord in (("een", one), ("ander", other)):
            git_map.perform("checkout", "-q", "-B", branch, "hoofd")
            bewerk(plan, antwoord)
            git_map.perform("commit", "-qam", branch)
        return git_map.git("merge", "-q", "--no-edit", "een")

    one, other = old.replace("De raad stelt", "De raad stelde"), old.replace("beschikbaar", "weg")
    mengt = branches(one, other)
    assert mengt.returncode == 1
    data = plan.read_text(encoding="utf-8")
    assert data.count("<<<<<<<") == data.count(">>>>>>>") > 0
    for line in (*one.split("\n"), *other.split("\n")):
        assert line in data, "beide versies staan er heel"
    # The same without our help: git sees no clash.
    git_map.perform("merge", "--abort")
    git_map.perform("config", "merge.uitvoeringsplan.driver", "git merge-file %A %O %B")
    assert git_map.git("merge", "-q", "--no-edit", "een").returncode == 0
    set_up_git(git_map.map, ja, command=COMMAND)
    # Other sentences go together as ever.
    one, other = old.replace("wijk", "buurt"), old.replace("Tot zover", "Dat was het")
    assert branches(one, other).returncode == 0
    together = load_plan(plan, LIJST).plan.antwoorden["lokale-ambitie"]
    assert together == one.replace("Tot zover", "Dat was het")


def test_een_rij_die_twee_mensen_verplaatsten_staat_er_niet_dubbel(git_map, plan):
    vraag = LIJST.vraag("acties")
    rijen = [
        f"| {' | '.join(f'Actie {i}' * (kolom.id == 'actie') for kolom in vraag.kolommen)} |"
        for i in range(7)
    ]

    def zet(new: list[str]) -> None:
        file = load_plan(plan, LIJST)
        save_plan(file, file.with_answer(vraag, "\n".join(new)))

    zet(rijen)
    git_map.perform("commit", "-qam", "Rijen")
    for branch, new in (
        ("een", [*rijen[1:4], rijen[0], *rijen[4:]]),
        ("ander", [*rijen[1:], rijen[0]]),
    ):
        git_map.perform("checkout", "-q", "-B", branch, "hoofd")
        zet(new)
        git_map.perform("commit", "-qam", branch)
    assert git_map.git("merge", "-q", "--no-edit", "een").returncode == 1
    assert "<<<<<<<" in plan.read_text(encoding="utf-8")
