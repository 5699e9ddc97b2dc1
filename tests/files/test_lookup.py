from __future__ import annotations

import os
from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files import lookup
from uitvoeringsplan.files.lookup import (
    find_plan,
    find_plannen,
    find_sets,
    find_sjabloon,
    find_voorbeeld,
    find_vragen,
)


def make(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """A clone, with the package in `src`, and the user in an empty folder beside it."""
    package = tmp_path / "kloon" / "src" / "uitvoeringsplan"
    monkeypatch.setattr(lookup, "_PACKAGE", package)
    monkeypatch.setattr(lookup, "_SHIPPED", package / "meegeleverd")
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    return tmp_path


def test_wat_meegeleverd_is_bestaat():
    assert find_vragen(folder=Path("er-is-geen-map")).is_file()
    assert find_voorbeeld().is_file()
    assert find_sjabloon("uitvoeringsplan-polarisatie.docx").is_file()


def test_een_kloon_vindt_het_naast_src_en_een_wheel_in_het_pakket(home):
    clone = home / "kloon"
    assert find_vragen() == clone / "vragen.yaml"
    assert find_sjabloon("x.docx") == clone / "templates" / "x.docx"
    ingepakt = clone / "src" / "uitvoeringsplan" / "meegeleverd"
    make(ingepakt / "vragen.yaml", ingepakt / "templates" / "x.docx")
    assert find_vragen() == ingepakt / "vragen.yaml"
    assert find_sjabloon("x.docx") == ingepakt / "templates" / "x.docx"
    assert find_voorbeeld() == clone / "voorbeelden" / "oudermeer.plan.yaml"


def test_eigen_vragen_gaan_voor(home):
    make(home / "werk" / "vragen.yaml", home / "ander" / "vragen.yaml")
    assert find_vragen() == Path("vragen.yaml")
    assert find_vragen(folder=home / "ander") == home / "ander" / "vragen.yaml"
    assert find_vragen(Path("gevraagd.yaml")) == Path("gevraagd.yaml")


def test_een_map_die_vragen_heet_is_geen_vragenlijst(home):
    (home / "werk" / "vragen.yaml").mkdir()
    assert find_vragen() == home / "kloon" / "vragen.yaml"


def test_een_map_met_vragen_mag_ook_gevraagd_worden(home):
    make(home / "eigen lijst" / "vragen.yaml")
    own = home / "eigen lijst"
    assert find_vragen(own) == own / "vragen.yaml"
    make(home / "ander" / "wonen.vragen.yaml")
    assert find_vragen(home / "ander") == home / "ander" / "wonen.vragen.yaml"
    make(home / "ander" / "zorg.vragen.yaml", own / "zorg.vragen.yaml")
    assert find_vragen(home / "ander") == home / "ander" / "vragen.yaml"
    assert find_vragen(own) == own / "vragen.yaml"


def places(folder: Path) -> list[tuple[str, int]]:
    found = find_sets(folder)
    assert found.away == ()
    return [(one.path.as_posix(), one.nearness) for one in found.files]


def test_zonder_iets_anders_is_er_alleen_de_meegeleverde_lijst(home):
    shipped = (home / "kloon" / "vragen.yaml").as_posix()
    assert places(Path()) == [(shipped, 0)]
    assert places(Path("er-is-geen-map")) == [(shipped, 0)]
    (found,) = find_sets(Path()).files
    assert (found.is_shipped, found.is_beside, found.is_apart) == (True, False, False)


def test_wat_het_dichtst_bij_is_staat_voorop(home, monkeypatch):
    region = [home / "Regio A", home / "regio-b"]
    make(
        home / "werk" / "vragen.yaml",
        home / "werk" / "x.vragen.yaml",
        home / "werk" / "b" / "vragen.yaml",
        home / "werk" / "a" / "vragen.yaml",
        home / "werk" / ".venv" / "vragen.yaml",
        home / "werk" / "a" / "diep" / "vragen.yaml",
        home / "plannen" / "vragen.yaml",
        region[0] / "vragen.yaml",
        region[1] / "pol" / "vragen.yaml",
        home / "los.vragen.yaml",
    )
    names = f'"{region[0]}"{os.pathsep}{os.pathsep} {region[1]} {os.pathsep}{home}/los.vragen.yaml'
    monkeypatch.setenv("UITVOERINGSPLAN_SETS", names)
    root = home.as_posix()
    beyond = [
        (f"{root}/Regio A/vragen.yaml", 2),
        (f"{root}/regio-b/pol/vragen.yaml", 4),
        (f"{root}/los.vragen.yaml", 5),
        (f"{root}/kloon/vragen.yaml", 6),
    ]
    here = [
        ("vragen.yaml", 0), ("x.vragen.yaml", 0), ("a/vragen.yaml", 1), ("b/vragen.yaml", 1)
    ]  # fmt: skip
    assert places(Path()) == here + beyond
    further = [(name, nearness + 1) for name, nearness in here + beyond]
    assert places(home / "plannen") == [(f"{root}/plannen/vragen.yaml", 0), *further]
    assert [one.is_apart for one in find_sets(Path()).files] == [False] * 2 + [True] * 2 + [
        False, True, False, False,
    ]  # fmt: skip


def test_een_lijst_waar_je_op_twee_manieren_bij_komt_telt_een_keer(home, monkeypatch):
    make(home / "werk" / "a" / "vragen.yaml", home / "kloon" / "vragen.yaml")
    monkeypatch.setenv(
        "UITVOERINGSPLAN_SETS", os.pathsep.join([str(home / "werk"), str(home / "kloon")])
    )
    assert [name for name, _ in places(home / "werk")] == [
        (home / "werk" / "a" / "vragen.yaml").as_posix(),
        (home / "kloon" / "vragen.yaml").as_posix(),
    ]


def test_van_meer_plannen_wordt_elke_map_een_keer_bekeken(home, monkeypatch):
    make(home / "werk" / "a" / "vragen.yaml")
    looked: list[Path] = []
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda place: (looked.append(place), real(place))[1])
    known: dict = {}
    first = find_sets(home / "plannen", known)
    assert find_sets(home / "plannen", known) == first
    assert len(find_sets(Path(), known).files) == 2
    assert looked == [home / "plannen", Path()]


def test_een_map_van_de_regio_die_er_niet_is_wordt_genoemd(home, monkeypatch):
    monkeypatch.setenv("UITVOERINGSPLAN_SETS", str(home / "weg"))
    ((folder, error),) = find_sets(Path()).away
    assert (folder, type(error)) == (home / "weg", FileNotFoundError)


def test_een_sjabloon_naast_de_vragen_gaat_voor(home):
    own = home / "eigen"
    make(own / "templates" / "x.docx")
    assert find_sjabloon("x.docx", beside=own / "vragen.yaml") == own / "templates" / "x.docx"
    make(own / "x.docx", home / "kloon" / "templates" / "y.docx")
    assert find_sjabloon("x.docx", beside=own / "vragen.yaml") == own / "x.docx"
    assert (
        find_sjabloon("y.docx", beside=own / "vragen.yaml").parent == home / "kloon" / "templates"
    )
    assert find_sjabloon("z.docx", beside=own / "vragen.yaml") == own / "z.docx"
    assert find_sjabloon("x.docx", Path("z.docx"), own / "vragen.yaml") == Path("z.docx")


def test_het_enige_plan_in_de_map(home):
    work = home / "werk"
    make(work / "a.plan.yaml", work / ".b.plan.yaml", work / "c.yaml", work / "x" / "d.plan.yaml")
    (work / "map.plan.yaml").mkdir()
    assert find_plan(None) == Path("a.plan.yaml")
    assert find_plan(Path("elders.plan.yaml")) == Path("elders.plan.yaml")


def test_geen_plan_in_de_map(home):
    with pytest.raises(BestandError, match="staat geen plan") as error:
        find_plan(None)
    assert error.value.path == home / "werk"
    assert "uitvoeringsplan nieuw" in error.value.message


def test_meer_plannen_in_de_map(home):
    make(*(home / "werk" / f"{name}.plan.yaml" for name in "cab"))
    with pytest.raises(BestandError, match=r"a\.plan\.yaml, b\.plan\.yaml, c\.plan\.yaml"):
        find_plan(None)
    assert [path.name[0] for path in find_plannen(home / "werk")] == ["a", "b", "c"]
