from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path

import pytest

from uitvoeringsplan.plan import drafts as module
from uitvoeringsplan.plan.drafts import Concepten, concepten_folder


def another(tmp_path):
    """Return the drafts of the same plan, as another program at work on it knows them."""
    return Concepten(tmp_path / "werk" / "a.plan.yaml", tmp_path / "staat")


@pytest.fixture
def concepten(tmp_path) -> Concepten:
    return Concepten(tmp_path / "werk" / "a.plan.yaml", tmp_path / "staat")


def files(tmp_path) -> list[Path]:
    return [path for path in (tmp_path / "staat").rglob("*") if path.is_file()]


@pytest.mark.parametrize("text", ["half", "één\n\n- twee\n", "losse \ud83d helft", " x "])
def test_een_concept_komt_precies_terug_met_zijn_tijd(concepten, text):
    before = dt.datetime.now().astimezone() - dt.timedelta(seconds=5)
    assert concepten.save("vraag", text, None)
    concept = concepten.read("vraag")
    assert concept is not None
    assert (concept.vraag_id, concept.text) == ("vraag", text)
    assert before < concept.moment < before + dt.timedelta(seconds=60)


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
@pytest.mark.parametrize("masker", [0o000, 0o022, 0o077])
def test_alleen_de_eigenaar_mag_erbij(concepten, tmp_path, masker):
    old = os.umask(masker)
    try:
        concepten.save("vraag", "geheim", None)
    finally:
        os.umask(old)
    (path,) = files(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_niets_komt_in_de_map_van_het_plan(concepten, tmp_path):
    (tmp_path / "werk").mkdir()
    concepten.save("vraag", "half", None)
    assert list((tmp_path / "werk").iterdir()) == []


def test_het_laatste_concept_telt(concepten, tmp_path):
    concepten.save("vraag", "een", None)
    concepten.save("vraag", "twee", None)
    assert concepten.read("vraag").text == "twee"
    assert len(files(tmp_path)) == 1


def test_weg_is_weg_en_laat_geen_map_achter(concepten, tmp_path):
    concepten.save("een", "x", None)
    concepten.save("twee", "y", None)
    concepten.remove("een")
    assert concepten.read("een") is None
    assert concepten.read("twee") is not None
    concepten.remove("twee")
    assert list((tmp_path / "staat").iterdir()) == []
    concepten.remove("twee")


@pytest.mark.parametrize("empty", ["", " \n\t\n"])
def test_een_leeg_concept_is_er_geen(concepten, empty):
    concepten.save("vraag", "x", None)
    assert concepten.save("vraag", empty, None)
    assert concepten.read("vraag") is None


def test_alle_concepten_met_het_nieuwste_eerst(concepten, tmp_path):
    for number, name in enumerate(("oud", "nieuw", "midden")):
        concepten.save(name, f"tekst {number}", None)
    for name, time in (("oud", 100), ("midden", 200), ("nieuw", 300)):
        (path,) = (tmp_path / "staat").rglob(f"{name}.*")
        os.utime(path, (time, time))
    assert [concept.vraag_id for concept in concepten.every()] == ["nieuw", "midden", "oud"]


def test_elk_plan_heeft_zijn_eigen_concepten(tmp_path):
    one, two = (Concepten(tmp_path / name, tmp_path / "staat") for name in ("een", "twee"))
    one.save("vraag", "van een", None)
    assert (two.read("vraag"), two.every()) == (None, [])


def test_een_plan_is_hetzelfde_langs_elke_weg(tmp_path, monkeypatch):
    plan = tmp_path / "a.plan.yaml"
    plan.write_text("x", "utf-8")
    (tmp_path / "link").symlink_to(plan)
    Concepten(plan, tmp_path / "staat").save("vraag", "half", None)
    monkeypatch.chdir(tmp_path)
    for gone in (Path("a.plan.yaml"), Path("link"), tmp_path / "." / "a.plan.yaml"):
        assert Concepten(gone, tmp_path / "staat").read("vraag").text == "half"


def test_zonder_concepten_is_er_niets_te_lezen(concepten):
    assert concepten.read("vraag") is None
    assert concepten.every() == []


def test_een_map_waarin_niets_kan_houdt_het_gesprek_niet_op(tmp_path):
    (tmp_path / "bestand").write_text("", "utf-8")
    concepten = Concepten(tmp_path / "a.plan.yaml", tmp_path / "bestand" / "map")
    assert not concepten.save("vraag", "half", None)
    assert (concepten.read("vraag"), concepten.every()) == (None, [])
    concepten.remove("vraag")


def test_een_volle_schijf_houdt_het_gesprek_niet_op(concepten, monkeypatch):
    def full(*_, **__):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(module, "write_atomic", full)
    assert not concepten.save("vraag", "half", None)


def test_waar_de_concepten_staan(monkeypatch, tmp_path):
    monkeypatch.delenv("UITVOERINGSPLAN_CONCEPTEN", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "staat"))
    assert concepten_folder() == tmp_path / "staat" / "uitvoeringsplan" / "concepten"
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert concepten_folder() == tmp_path / ".local" / "state" / "uitvoeringsplan" / "concepten"
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path / "eigen"))
    assert concepten_folder() == tmp_path / "eigen"


def test_zonder_eigen_map_gaat_het_gesprek_door(monkeypatch, tmp_path):
    def geen_thuis() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("UITVOERINGSPLAN_CONCEPTEN", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", geen_thuis)
    concepten = Concepten(tmp_path / "a.plan.yaml")
    assert not concepten.save("vraag", "half", None)
    assert concepten.read("vraag") is None


@pytest.mark.parametrize("basis", ["", "0123456789abcdef", None])
def test_een_concept_weet_van_welk_antwoord_het_uitging(concepten, tmp_path, basis):
    concepten.save("vraag", "eerder", "fedcba9876543210")
    assert concepten.save("vraag", "half", basis)
    concept = concepten.read("vraag")
    assert (concept.vraag_id, concept.text, concept.basis) == ("vraag", "half", basis)
    assert concepten.every() == [concept]
    (path,) = files(tmp_path)
    assert path.read_text("utf-8") == "half"


def test_van_twee_bestanden_telt_het_nieuwste(concepten, tmp_path):
    """A save that was cut off between writing the new one and removing the old one."""
    concepten.save("vraag", "nieuw", "")
    (path,) = files(tmp_path)
    old = path.with_name("vraag.concept.txt")
    old.write_text("oud", "utf-8")
    os.utime(old, (1, 1))
    assert [concept.text for concept in concepten.every()] == ["nieuw"]
    concepten.remove("vraag")
    assert concepten.read("vraag").text == "oud"  # nobody has seen it: who knows whose it is
    concepten.remove("vraag")
    assert concepten.read("vraag") is None


@pytest.mark.parametrize("basis", [None, "", "vingerafdruk"])
def test_wat_een_ander_programma_bewaart_wordt_niet_vervangen(concepten, tmp_path, basis):
    other = another(tmp_path)
    concepten.save("vraag", "van mij", basis)
    other.save("vraag", "van de ander", basis)
    concepten.save("vraag", "van mij, en meer", basis)
    other.save("vraag", "van de ander, en meer", basis)
    seen = set()
    while concept := (later := another(tmp_path)).read("vraag"):
        assert concept.basis == basis
        seen.add(concept.text)
        later.remove("vraag")
    assert seen == {"van mij, en meer", "van de ander, en meer"}


def test_een_antwoord_haalt_het_concept_van_een_ander_programma_niet_weg(concepten, tmp_path):
    other = another(tmp_path)
    concepten.save("vraag", "van mij", "")
    other.remove("vraag")
    assert concepten.read("vraag").text == "van mij"


def test_veel_om_en_om_bewaren_laat_niet_veel_bestanden_achter(concepten, tmp_path):
    other = another(tmp_path)
    for n in range(20):
        concepten.save("vraag", f"van mij {n}", "")
        other.save("vraag", f"van de ander {n}", "")
    assert len(files(tmp_path)) <= 3


def test_een_concept_dat_iemand_anders_opsloeg_komt_toch_terug(concepten, tmp_path):
    concepten.save("vraag", "half", "")
    (path,) = files(tmp_path)
    path.write_bytes("café".encode("cp1252"))
    assert concepten.read("vraag").text == "café"


def test_een_vraag_waarvan_de_naam_met_een_andere_begint_is_een_andere(concepten):
    concepten.save("vraag", "een", "")
    concepten.save("vraag-twee", "twee", "")
    concepten.remove("vraag")
    assert [concept.vraag_id for concept in concepten.every()] == ["vraag-twee"]
