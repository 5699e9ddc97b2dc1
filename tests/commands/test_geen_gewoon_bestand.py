"""A pipe, a device without an end, a file far too large: one sentence, at every door."""

from __future__ import annotations

import os
import shutil

import pytest

from uitvoeringsplan.files.lookup import find_sjabloon

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows heeft geen pijpen in mappen")

ZIN = "dit is geen gewoon bestand maar een apparaat of een doorgeefluik"


@pytest.fixture(params=["pijp", "/dev/zero", "/dev/urandom"])
def raar(request, werkmap):
    """Return a name in the folder for something that is no file; reading it would never end."""

    def maak(naam: str) -> str:
        pad = werkmap / naam
        if request.param == "pijp":
            os.mkfifo(pad)
        else:
            pad.symlink_to(request.param)
        return naam

    return maak


@pytest.mark.parametrize(
    ("naam", "opdracht"),
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
    ids=lambda wat: " ".join(wat) if isinstance(wat, tuple) else "",
)
@pytest.mark.usefixtures("plan")
def test_wat_geen_bestand_is_krijgt_een_zin(draai, raar, monkeypatch, naam, opdracht):
    monkeypatch.setattr("uitvoeringsplan.commands.user.require_terminal", lambda _: None)
    gedraaid = draai(raar(naam) and opdracht[0], *opdracht[1:])
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert gedraaid.fout.count("\n") == 1
    assert naam in gedraaid.fout
    assert ZIN in gedraaid.fout


def test_een_logo_dat_geen_bestand_is(draai, plan, werkmap, raar):
    raar("logo.png")
    (werkmap / "huisstijl.yaml").write_text("logo:\n  bestand: logo.png\n  tekst: Logo\n", "utf-8")
    gedraaid = draai("genereer", plan.name)
    assert gedraaid.code == 1
    assert f"het logo logo.png: dit bestand is niet te lezen ({ZIN})" in gedraaid.fout


def test_het_gewone_bestand_van_een_ander_dat_geen_bestand_is(draai, plan, raar):
    """`controleer` looks at the file beside the plan, and tells what it could not see."""
    raar("dorp.docx")
    assert ZIN in " ".join(draai("controleer", plan.name).uit.split())


def test_een_word_bestand_dat_veel_te_groot_is(draai, plan, werkmap):
    """It has a size and no content: a file of 30 MB that takes no room on the disk."""
    with (werkmap / "groot.docx").open("wb") as bestand:
        bestand.truncate(30 * 2**20)
    for opdracht in (
        ("inlezen", "groot.docx", plan.name),
        ("genereer", "--sjabloon", "groot.docx"),
    ):
        gedraaid = draai(*opdracht)
        assert gedraaid.code == 1
        assert "groot.docx: dit bestand is groter dan 25 MB" in gedraaid.fout


def test_een_link_naar_een_gewoon_bestand_blijft_goed(draai, plan, werkmap):
    shutil.copy(find_sjabloon("uitvoeringsplan-polarisatie.docx"), werkmap / "echt.docx")
    (werkmap / "link.docx").symlink_to("echt.docx")
    assert draai("genereer", plan.name, "--sjabloon", "link.docx").code == 0


@pytest.mark.parametrize("pad", ["", ".", "/"])
@pytest.mark.parametrize("opdracht", ["genereer", "inlezen", "status"])
def test_een_map_zonder_naam_is_een_map(draai, plan, werkmap, opdracht, pad):
    """No other name can be put in the place of one that is not there."""
    gedraaid = draai(opdracht, pad)
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert "dit is een map" in gedraaid.fout
    assert list(werkmap.iterdir()) == [plan]
