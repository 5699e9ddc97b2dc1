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

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]
OPDRACHT = shlex.join([sys.executable, "-m", "uitvoeringsplan"])
WEG = "uitvoeringsplan-is-er-niet"


def ja(_vraag: str) -> bool:
    return True


@pytest.fixture
def plan(git_map) -> Path:
    """A plan in a folder of its own, committed, in a repository that was set up."""
    pad = git_map.map / "map met 'spaties'" / "a b.plan.yaml"
    pad.parent.mkdir()
    save_new(new_planbestand(pad, LIJST, {"gemeente": "Oudermeer"}, {}))
    set_up_git(git_map.map, ja, command=OPDRACHT)
    git_map.doe("add", "-A")
    git_map.doe("commit", "-q", "-m", "Begin")
    return pad


def bewerk(pad: Path, antwoord: str = "", *punten: OpenPunt) -> None:
    oud = load_plan(pad, LIJST)
    nieuw = oud.with_answer(LIJST.vraag("lokale-ambitie"), antwoord) if antwoord else oud
    save_plan(oud, add_punten(nieuw, punten))


def test_git_diff_laat_de_tekst_van_word_zien(git_map, plan):
    word = make_example(plan.parent).word
    git_map.doe("add", "-A")
    git_map.doe("commit", "-q", "-m", "Word")
    data = word.read_bytes()
    word.write_bytes(b"geen Word meer")
    uit = git_map.doe("diff", "--", str(word.relative_to(git_map.map)))
    assert "+(" in uit
    assert "geen Word-bestand" in uit
    assert "-# Uitvoeringsplan" in uit
    word.write_bytes(data)
    word.unlink()
    assert "-# Uitvoeringsplan" in git_map.doe("diff")


def test_git_diff_zonder_ons_programma(git_map, plan):
    set_up_git(git_map.map, ja, command=WEG)
    word = plan.with_name("x.docx")
    word.write_bytes(b"een")
    git_map.doe("add", "-A")
    git_map.doe("commit", "-q", "--no-verify", "-m", "Word")
    word.write_bytes(b"twee")
    assert "uitvoeringsplan is niet gevonden" in git_map.doe("diff")


def op_takken(
    git_map: Werkmap, plan: Path, een: tuple, ander: tuple
) -> subprocess.CompletedProcess:
    git_map.doe("checkout", "-q", "-b", "een")
    bewerk(plan, *een)
    git_map.doe("commit", "-q", "-a", "--no-verify", "-m", "een")
    git_map.doe("checkout", "-q", "-b", "ander", "hoofd")
    bewerk(plan, *ander)
    git_map.doe("commit", "-q", "-a", "--no-verify", "-m", "ander")
    return git_map.git("merge", "-q", "--no-edit", "een")


EEN, TWEE, DRIE = (
    OpenPunt("lokale-ambitie", tekst=f"punt {i}", sleutel=f"p{i}") for i in (1, 2, 3)
)


def test_eerste_punten_op_twee_takken(git_map, plan):
    klaar = op_takken(git_map, plan, ("Een.", EEN, DRIE), ("", TWEE, DRIE))
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    samen = load_plan(plan, LIJST)
    assert {p.sleutel for p in samen.punten} == {"p1", "p2", "p3"}
    assert samen.plan.antwoorden["lokale-ambitie"] == "Een."
    assert git_map.doe("status", "--porcelain") == ""


@pytest.mark.parametrize("opdracht", [OPDRACHT, WEG])
def test_hetzelfde_antwoord_botst_zoals_altijd(git_map, plan, opdracht):
    set_up_git(git_map.map, ja, command=opdracht)
    klaar = op_takken(git_map, plan, ("Een.", EEN), ("Ander.", TWEE))
    assert klaar.returncode == 1
    inhoud = plan.read_text("utf-8")
    assert inhoud.count("<<<<<<< deze tak") == inhoud.count(">>>>>>> de andere tak") == 2
    assert "UU" in git_map.doe("status", "--porcelain")


def test_zonder_ons_programma_voegt_git_samen_zoals_altijd(git_map, plan):
    set_up_git(git_map.map, ja, command=WEG)
    assert op_takken(git_map, plan, ("Een.",), ("", TWEE)).returncode == 0
    samen = load_plan(plan, LIJST)
    assert samen.plan.antwoorden["lokale-ambitie"] == "Een."
    assert [p.sleutel for p in samen.punten] == ["p2"]


def test_een_plan_dat_niet_te_lezen_is_wordt_niet_vastgelegd(git_map, plan):
    goed = plan.read_bytes()
    plan.write_bytes(goed + b"<<<<<<< HEAD\n")
    git_map.doe("add", "-A")
    plan.write_bytes(goed)  # what counts is what will be committed
    klaar = git_map.git("commit", "-q", "-m", "Fout")
    assert klaar.returncode == 1
    assert "conflict van git" in klaar.stderr.decode()
    assert "a b.plan.yaml" in klaar.stderr.decode()
    git_map.doe("commit", "-q", "--no-verify", "-m", "Toch")
    bewerk(plan, "Goed.")
    git_map.doe("commit", "-q", "-a", "-m", "Hersteld")  # with an index of its own


def test_wat_er_niet_klaarstaat_telt_niet(git_map, plan):
    plan.write_bytes(plan.read_bytes() + b"<<<<<<< HEAD\n")
    (git_map.map / "ander.txt").write_text("x")
    git_map.doe("add", "ander.txt")
    git_map.doe("commit", "-q", "-m", "Iets anders")
    plan.unlink()
    git_map.doe("commit", "-q", "-a", "-m", "Weg")


def test_een_plan_van_een_andere_soort_wordt_alleen_op_vorm_nagekeken(git_map, plan):
    plan.write_text("soort: iets-anders\neigen-sleutel: x\n")
    git_map.doe("commit", "-q", "-a", "-m", "Andere soort")
    plan.write_text("soort: iets-anders\nsoort: twee keer\n")
    assert git_map.git("commit", "-q", "-a", "-m", "Fout").returncode == 1
    plan.with_name("vragen.yaml").write_text("soort: 'open")
    plan.write_text("soort: iets-anders\n")
    git_map.doe("add", "-A")
    assert b"vragen.yaml" in git_map.git("commit", "-q", "-m", "Fout").stderr


def test_de_eerste_commit_van_een_map(git_map):
    set_up_git(git_map.map, ja, command=OPDRACHT)
    (git_map.map / "a.plan.yaml").write_text("soort: 'open")
    git_map.doe("add", "-A")
    assert git_map.git("commit", "-q", "-m", "Fout").returncode == 1
    (git_map.map / "a.plan.yaml").unlink()
    (git_map.map / "a.plan.yaml").symlink_to("nergens")
    git_map.doe("add", "-A")
    git_map.doe("commit", "-q", "-m", "Een snelkoppeling is geen plan")


def test_zonder_ons_programma_kan_er_vastgelegd_worden(git_map, plan):
    set_up_git(git_map.map, ja, command=WEG)
    plan.write_bytes(plan.read_bytes() + b"<<<<<<< HEAD\n")
    klaar = git_map.git("commit", "-q", "-a", "-m", "Ongezien")
    assert klaar.returncode == 0
    assert "niet nagekeken" in klaar.stderr.decode()


def test_wat_git_in_een_antwoord_mengt_moet_iemand_hebben_geschreven(git_map, plan):
    """Lines that git by itself would merge into a sentence that nobody wrote; the rest it may."""
    oud = "De raad stelt\ngeen geld\nen mensen\nbeschikbaar.\n\nDe wijk is rustig.\n\nTot zover."
    bewerk(plan, oud)
    git_map.doe("commit", "-qam", "Oud")

    def takken(een: str, ander: str) -> subprocess.CompletedProcess:
        git_map.doe("checkout", "-q", "hoofd")
        for tak, antwoord in (("een", een), ("ander", ander)):
            git_map.doe("checkout", "-q", "-B", tak, "hoofd")
            bewerk(plan, antwoord)
            git_map.doe("commit", "-qam", tak)
        return git_map.git("merge", "-q", "--no-edit", "een")

    een, ander = oud.replace("De raad stelt", "De raad stelde"), oud.replace("beschikbaar", "weg")
    mengt = takken(een, ander)
    assert mengt.returncode == 1
    data = plan.read_text(encoding="utf-8")
    assert data.count("<<<<<<<") == data.count(">>>>>>>") > 0
    for regel in (*een.split("\n"), *ander.split("\n")):
        assert regel in data, "beide versies staan er heel"
    # The same without our help: git sees no clash.
    git_map.doe("merge", "--abort")
    git_map.doe("config", "merge.uitvoeringsplan.driver", "git merge-file %A %O %B")
    assert git_map.git("merge", "-q", "--no-edit", "een").returncode == 0
    set_up_git(git_map.map, ja, command=OPDRACHT)
    # Other sentences go together as ever.
    een, ander = oud.replace("wijk", "buurt"), oud.replace("Tot zover", "Dat was het")
    assert takken(een, ander).returncode == 0
    samen = load_plan(plan, LIJST).plan.antwoorden["lokale-ambitie"]
    assert samen == een.replace("Tot zover", "Dat was het")


def test_een_rij_die_twee_mensen_verplaatsten_staat_er_niet_dubbel(git_map, plan):
    vraag = LIJST.vraag("acties")
    rijen = [
        f"| {' | '.join(f'Actie {i}' * (kolom.id == 'actie') for kolom in vraag.kolommen)} |"
        for i in range(7)
    ]

    def zet(nieuw: list[str]) -> None:
        bestand = load_plan(plan, LIJST)
        save_plan(bestand, bestand.with_answer(vraag, "\n".join(nieuw)))

    zet(rijen)
    git_map.doe("commit", "-qam", "Rijen")
    for tak, nieuw in (
        ("een", [*rijen[1:4], rijen[0], *rijen[4:]]),
        ("ander", [*rijen[1:], rijen[0]]),
    ):
        git_map.doe("checkout", "-q", "-B", tak, "hoofd")
        zet(nieuw)
        git_map.doe("commit", "-qam", tak)
    assert git_map.git("merge", "-q", "--no-edit", "een").returncode == 1
    assert "<<<<<<<" in plan.read_text(encoding="utf-8")
