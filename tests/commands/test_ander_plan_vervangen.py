"""`genereer -u` over what was made of another plan: never in silence."""

from __future__ import annotations

import re
import shutil

import pytest

from uitvoeringsplan.tasks.generate import Request, take_order

ALLES = ("--naar", "md,html", "--metadata")
ERBIJ = ("md", "html", "diwoo.xml")


@pytest.fixture
def ander(plan, vervang):
    """Return a plan of another municipality, in a folder of its own, with the same name."""
    map_ = plan.parent / "benedenmeer"
    map_.mkdir()
    pad = map_ / plan.name
    pad.write_bytes(plan.read_bytes())
    vervang(pad, "gemeente: Oudermeer", "gemeente: Benedenmeer")
    return pad


def test_over_het_document_van_een_ander_plan(draai, plan, ander, mapstand):
    assert draai("genereer", plan.name, "-u", "uit/").code == 0
    voor = mapstand()
    gedraaid = draai("genereer", str(ander), "-u", "uit/")
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    gezegd = " ".join(gedraaid.fout.split())
    assert "dorp.docx: dit is gemaakt van een ander plan" in gezegd
    assert "niets overschreven" in gezegd
    assert "--overschrijf" in gezegd
    assert mapstand() == voor


def test_met_overschrijf_blijft_het_ernaast(draai, plan, ander, werkmap):
    assert draai("genereer", plan.name, "-u", "uit/", *ALLES).code == 0
    was = {pad.name: pad.read_bytes() for pad in (werkmap / "uit").iterdir()}
    gedraaid = draai("genereer", str(ander), "-u", "uit/", *ALLES, "--overschrijf")
    assert gedraaid.code == 0
    for naam, inhoud in was.items():
        vorige = naam.replace("dorp", "dorp-vorige", 1)
        assert (werkmap / "uit" / vorige).read_bytes() == inhoud
        assert vorige in gedraaid.fout
        assert (werkmap / "uit" / naam).read_bytes() != inhoud


@pytest.mark.parametrize("soort", ERBIJ)
def test_ook_als_alleen_een_ander_formaat_er_nog_staat(
    draai, plan, ander, werkmap, mapstand, soort
):
    assert draai("genereer", plan.name, "-u", "uit/", *ALLES).code == 0
    for pad in (werkmap / "uit").iterdir():
        if pad.name != f"dorp.{soort}":
            pad.unlink()
    voor = mapstand()
    gedraaid = draai("genereer", str(ander), "-u", "uit/", *ALLES)
    assert gedraaid.code == 1
    assert f"dorp.{soort}: dit is gemaakt van een ander plan" in " ".join(gedraaid.fout.split())
    assert mapstand() == voor


@pytest.mark.parametrize("wens", [("--intern",), ("--met-punten",)])
def test_ook_een_ander_document_van_dat_plan(draai, plan, ander, wens):
    assert draai("genereer", plan.name, "-u", "uit/", *wens).code == 0
    gedraaid = draai("genereer", str(ander), "-u", "uit/", *wens)
    assert gedraaid.code == 1
    assert "een ander plan" in gedraaid.fout


def test_hetzelfde_plan_gaat_gewoon_door(draai, plan, werkmap, vervang):
    """What was still empty and is filled in since, or a copy elsewhere, is no other plan."""
    vervang(plan, "gemeente: Oudermeer", "gemeente:")
    assert draai("genereer", plan.name, "-u", "uit/", *ALLES).code == 0
    vervang(plan, "gemeente:", "gemeente: Oudermeer")
    assert draai("genereer", plan.name, "-u", "uit/", *ALLES).code == 0
    (werkmap / "kopie").mkdir()
    kopie = shutil.copy(plan, werkmap / "kopie")
    assert draai("genereer", str(kopie), "-u", "uit/", *ALLES).code == 0


def test_op_zijn_eigen_plek_mag_de_gemeente_veranderen(draai, plan, vervang):
    assert draai("genereer", plan.name, *ALLES).code == 0
    vervang(plan, "gemeente: Oudermeer", "gemeente: Benedenmeer")
    gedraaid = draai("genereer", plan.name, *ALLES)
    assert gedraaid.code == 0
    assert "vorige" not in gedraaid.fout


def test_wie_volgt_mag_haar_ook_op_een_andere_plek_veranderen(plan, werkmap, vervang):
    """What this run made itself is of this plan; what stood there before it is not."""
    opdracht = take_order([plan], out=werkmap / "x.docx", request=Request(formaten=("md",)))
    eigen: list = []
    for gemeente in ("Oudermeer", "Benedenmeer"):
        oud = re.search(r"\n  gemeente: .*", plan.read_text("utf-8"))[0]
        vervang(plan, oud, f"\n  gemeente: {gemeente}")
        (gemaakt,) = opdracht.renewed([plan], eigen).run()
        assert gemaakt.fout is None
        eigen.append(gemaakt.word)
    (gemaakt,) = opdracht.renewed([plan]).run()
    assert gemaakt.fout is None
    vervang(plan, "gemeente: Benedenmeer", "gemeente: Oudermeer")
    (gemaakt,) = opdracht.renewed([plan]).run()
    assert "een ander plan" in str(gemaakt.fout)
