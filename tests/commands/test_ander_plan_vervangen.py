"""`genereer -u` over what was made of another plan: never in silence."""

from __future__ import annotations

import re
import shutil

import pytest

from uitvoeringsplan.tasks.generate import Request, take_order

EVERYTHING = ("--naar", "md,html", "--metadata")
ADDED = ("md", "html", "diwoo.xml")


@pytest.fixture
def other(plan, replace):
    """Return a plan of another municipality, in a folder of its own, with the same name."""
    map_ = plan.parent / "benedenmeer"
    map_.mkdir()
    path = map_ / plan.name
    path.write_bytes(plan.read_bytes())
    replace(path, "gemeente: Oudermeer", "gemeente: Benedenmeer")
    return path


def test_over_het_document_van_een_ander_plan(run_command, plan, other, folder_state):
    assert run_command("genereer", plan.name, "-u", "uit/").code == 0
    before = folder_state()
    outcome = run_command("genereer", str(other), "-u", "uit/")
    assert (outcome.code, outcome.result) == (1, "")
    said = " ".join(outcome.error.split())
    assert "dorp.docx: dit is gemaakt van een ander plan" in said
    assert "niets overschreven" in said
    assert "--overschrijf" in said
    assert folder_state() == before


def test_met_overschrijf_blijft_het_ernaast(run_command, plan, other, work_folder):
    assert run_command("genereer", plan.name, "-u", "uit/", *EVERYTHING).code == 0
    was = {path.name: path.read_bytes() for path in (work_folder / "uit").iterdir()}
    outcome = run_command("genereer", str(other), "-u", "uit/", *EVERYTHING, "--overschrijf")
    assert outcome.code == 0
    for name, content in was.items():
        previous = name.replace("dorp", "dorp-vorige", 1)
        assert (work_folder / "uit" / previous).read_bytes() == content
        assert previous in outcome.error
        assert (work_folder / "uit" / name).read_bytes() != content


@pytest.mark.parametrize("kind", ADDED)
def test_ook_als_alleen_een_ander_formaat_er_nog_staat(
    run_command, plan, other, work_folder, folder_state, kind
):
    assert run_command("genereer", plan.name, "-u", "uit/", *EVERYTHING).code == 0
    for path in (work_folder / "uit").iterdir():
        if path.name != f"dorp.{kind}":
            path.unlink()
    before = folder_state()
    outcome = run_command("genereer", str(other), "-u", "uit/", *EVERYTHING)
    assert outcome.code == 1
    assert f"dorp.{kind}: dit is gemaakt van een ander plan" in " ".join(outcome.error.split())
    assert folder_state() == before


@pytest.mark.parametrize("wens", [("--intern",), ("--met-punten",)])
def test_ook_een_ander_document_van_dat_plan(run_command, plan, other, wens):
    assert run_command("genereer", plan.name, "-u", "uit/", *wens).code == 0
    outcome = run_command("genereer", str(other), "-u", "uit/", *wens)
    assert outcome.code == 1
    assert "een ander plan" in outcome.error


def test_hetzelfde_plan_gaat_gewoon_door(run_command, plan, work_folder, replace):
    """What was still empty and is filled in since, or a copy elsewhere, is no other plan."""
    replace(plan, "gemeente: Oudermeer", "gemeente:")
    assert run_command("genereer", plan.name, "-u", "uit/", *EVERYTHING).code == 0
    replace(plan, "gemeente:", "gemeente: Oudermeer")
    assert run_command("genereer", plan.name, "-u", "uit/", *EVERYTHING).code == 0
    (work_folder / "kopie").mkdir()
    copy = shutil.copy(plan, work_folder / "kopie")
    assert run_command("genereer", str(copy), "-u", "uit/", *EVERYTHING).code == 0


def test_op_zijn_eigen_plek_mag_de_gemeente_veranderen(run_command, plan, replace):
    assert run_command("genereer", plan.name, *EVERYTHING).code == 0
    replace(plan, "gemeente: Oudermeer", "gemeente: Benedenmeer")
    outcome = run_command("genereer", plan.name, *EVERYTHING)
    assert outcome.code == 0
    assert "vorige" not in outcome.error


def test_wie_volgt_mag_haar_ook_op_een_andere_plek_veranderen(plan, work_folder, replace):
    """What this run made itself is of this plan; what stood there before it is not."""
    command = take_order([plan], out=work_folder / "x.docx", request=Request(formats=("md",)))
    own: list = []
    for gemeente in ("Oudermeer", "Benedenmeer"):
        old = re.search(r"\n  gemeente: .*", plan.read_text("utf-8"))[0]
        replace(plan, old, f"\n  gemeente: {gemeente}")
        (made,) = command.renewed([plan], own).run()
        assert made.error is None
        own.append(made.word)
    (made,) = command.renewed([plan]).run()
    assert made.error is None
    replace(plan, "gemeente: Benedenmeer", "gemeente: Oudermeer")
    (made,) = command.renewed([plan]).run()
    assert "een ander plan" in str(made.error)
