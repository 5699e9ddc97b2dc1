from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files import lookup
from uitvoeringsplan.files.lookup import (
    find_plan,
    find_plannen,
    find_sjabloon,
    find_voorbeeld,
    find_vragen,
)


def maak(*paden: Path) -> None:
    for pad in paden:
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(b"")


@pytest.fixture
def thuis(tmp_path, monkeypatch) -> Path:
    """A clone, with the package in `src`, and the user in an empty folder beside it."""
    pakket = tmp_path / "kloon" / "src" / "uitvoeringsplan"
    monkeypatch.setattr(lookup, "_PACKAGE", pakket)
    monkeypatch.setattr(lookup, "_SHIPPED", pakket / "meegeleverd")
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    return tmp_path


def test_wat_meegeleverd_is_bestaat():
    assert find_vragen(folder=Path("er-is-geen-map")).is_file()
    assert find_voorbeeld().is_file()
    assert find_sjabloon("uitvoeringsplan-polarisatie.docx").is_file()


def test_een_kloon_vindt_het_naast_src_en_een_wheel_in_het_pakket(thuis):
    kloon = thuis / "kloon"
    assert find_vragen() == kloon / "vragen.yaml"
    assert find_sjabloon("x.docx") == kloon / "templates" / "x.docx"
    ingepakt = kloon / "src" / "uitvoeringsplan" / "meegeleverd"
    maak(ingepakt / "vragen.yaml", ingepakt / "templates" / "x.docx")
    assert find_vragen() == ingepakt / "vragen.yaml"
    assert find_sjabloon("x.docx") == ingepakt / "templates" / "x.docx"
    assert find_voorbeeld() == kloon / "voorbeelden" / "oudermeer.plan.yaml"


def test_eigen_vragen_gaan_voor(thuis):
    maak(thuis / "werk" / "vragen.yaml", thuis / "ander" / "vragen.yaml")
    assert find_vragen() == Path("vragen.yaml")
    assert find_vragen(folder=thuis / "ander") == thuis / "ander" / "vragen.yaml"
    assert find_vragen(Path("gevraagd.yaml")) == Path("gevraagd.yaml")


def test_een_map_die_vragen_heet_is_geen_vragenlijst(thuis):
    (thuis / "werk" / "vragen.yaml").mkdir()
    assert find_vragen() == thuis / "kloon" / "vragen.yaml"


def test_een_sjabloon_naast_de_vragen_gaat_voor(thuis):
    eigen = thuis / "eigen"
    maak(eigen / "templates" / "x.docx")
    assert find_sjabloon("x.docx", beside=eigen / "vragen.yaml") == eigen / "templates" / "x.docx"
    maak(eigen / "x.docx")
    assert find_sjabloon("x.docx", beside=eigen / "vragen.yaml") == eigen / "x.docx"
    assert (
        find_sjabloon("y.docx", beside=eigen / "vragen.yaml").parent
        == thuis / "kloon" / "templates"
    )
    assert find_sjabloon("x.docx", Path("z.docx"), eigen / "vragen.yaml") == Path("z.docx")


def test_het_enige_plan_in_de_map(thuis):
    werk = thuis / "werk"
    maak(werk / "a.plan.yaml", werk / ".b.plan.yaml", werk / "c.yaml", werk / "x" / "d.plan.yaml")
    (werk / "map.plan.yaml").mkdir()
    assert find_plan(None) == Path("a.plan.yaml")
    assert find_plan(Path("elders.plan.yaml")) == Path("elders.plan.yaml")


def test_geen_plan_in_de_map(thuis):
    with pytest.raises(BestandError, match="staat geen plan") as fout:
        find_plan(None)
    assert fout.value.pad == thuis / "werk"
    assert "uitvoeringsplan nieuw" in fout.value.melding


def test_meer_plannen_in_de_map(thuis):
    maak(*(thuis / "werk" / f"{naam}.plan.yaml" for naam in "cab"))
    with pytest.raises(BestandError, match=r"a\.plan\.yaml, b\.plan\.yaml, c\.plan\.yaml"):
        find_plan(None)
    assert [pad.name[0] for pad in find_plannen(thuis / "werk")] == ["a", "b", "c"]
