"""A pipe, a device without an end, a file far too large: one sentence, at every door."""

from __future__ import annotations

import os
import shutil

import pytest

from uitvoeringsplan.files.lookup import find_sjabloon

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows heeft geen pijpen in mappen")

ZIN = "dit is geen gewoon bestand maar een apparaat of een doorgeefluik"


@pytest.fixture(params=["pijp", "/dev/zero", "/dev/urandom"])
def strange(request, work_folder):
    """Return a name in the folder for something that is no file; reading it would never end."""

    def make(name: str) -> str:
        path = work_folder / name
        if request.param == "pijp":
            os.mkfifo(path)
        else:
            path.symlink_to(request.param)
        return name

    return make


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("x.plan.yaml", ("genereer", "x.plan.yaml")),
        ("x.plan.yaml", ("status", "x.plan.yaml")),
        ("x.plan.yaml", ("verder", "x.plan.yaml")),
        ("x.plan.yaml", ("antwoord", "x.plan.yaml", "gemeente", "Ede")),
        ("x.plan.yaml", ("punt", "x.plan.yaml")),
        ("vragen.yaml", ("status", "--vragen", "vragen.yaml", "dorp.plan.yaml")),
        ("x.txt", ("antwoord", "dorp.plan.yaml", "gemeente", "--uit-bestand", "x.txt")),
        ("vragen.yaml", ("status", "dorp.plan.yaml")),
        ("huisstijl.yaml", ("genereer", "dorp.plan.yaml")),
        ("dorp.docx", ("genereer", "dorp.plan.yaml")),
        ("x.docx", ("genereer", "dorp.plan.yaml", "-u", "x.docx", "--overschrijf")),
        ("x.docx", ("genereer", "dorp.plan.yaml", "--sjabloon", "x.docx")),
        ("x.yaml", ("genereer", "dorp.plan.yaml", "--huisstijl", "x.yaml")),
        ("x.docx", ("inlezen", "x.docx", "dorp.plan.yaml")),
        ("x.docx", ("vergelijk", "x.docx", "dorp.plan.yaml")),
        ("x.docx", ("als-tekst", "x.docx")),
    ],
    ids=lambda what: " ".join(what) if isinstance(what, tuple) else "",
)
@pytest.mark.usefixtures("plan")
def test_wat_geen_bestand_is_krijgt_een_zin(run_command, strange, monkeypatch, name, command):
    monkeypatch.setattr("uitvoeringsplan.commands.user.require_terminal", lambda _: None)
    outcome = run_command(strange(name) and command[0], *command[1:])
    assert (outcome.code, outcome.result) == (1, "")
    assert outcome.error.count("\n") == 1
    assert name in outcome.error
    assert ZIN in outcome.error


def test_een_logo_dat_geen_bestand_is(run_command, plan, work_folder, strange):
    strange("logo.png")
    (work_folder / "huisstijl.yaml").write_text(
        "logo:\n  bestand: logo.png\n  tekst: Logo\n", "utf-8"
    )
    outcome = run_command("genereer", plan.name)
    assert outcome.code == 1
    assert f"het logo logo.png: dit bestand is niet te lezen ({ZIN})" in outcome.error


def test_het_gewone_bestand_van_een_ander_dat_geen_bestand_is(run_command, plan, strange):
    """`controleer` looks at the file beside the plan, and tells what it could not see."""
    strange("dorp.docx")
    assert ZIN in " ".join(run_command("controleer", plan.name).result.split())


def test_een_word_bestand_dat_veel_te_groot_is(run_command, plan, work_folder):
    """It has a size and no content: a file of 30 MB that takes no room on the disk."""
    with (work_folder / "groot.docx").open("wb") as file:
        file.truncate(30 * 2**20)
    for command in (
        ("inlezen", "groot.docx", plan.name),
        ("genereer", "--sjabloon", "groot.docx"),
    ):
        outcome = run_command(*command)
        assert outcome.code == 1
        assert "groot.docx: dit bestand is groter dan 25 MB" in outcome.error


def test_een_link_naar_een_gewoon_bestand_blijft_goed(run_command, plan, work_folder):
    shutil.copy(find_sjabloon("uitvoeringsplan-polarisatie.docx"), work_folder / "echt.docx")
    (work_folder / "link.docx").symlink_to("echt.docx")
    assert run_command("genereer", plan.name, "--sjabloon", "link.docx").code == 0


@pytest.mark.parametrize("path", ["", ".", "/"])
@pytest.mark.parametrize("command", ["genereer", "inlezen", "status"])
def test_een_map_zonder_naam_is_een_map(run_command, plan, work_folder, command, path):
    """No other name can be put in the place of one that is not there."""
    outcome = run_command(command, path)
    assert (outcome.code, outcome.result) == (1, "")
    assert "dit is een map" in outcome.error
    assert list(work_folder.iterdir()) == [plan]
