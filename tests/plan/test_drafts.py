from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path

import pytest

from uitvoeringsplan.plan import drafts as module
from uitvoeringsplan.plan.drafts import Concepten, concepten_folder


def een_ander(tmp_path):
    """Return the drafts of the same plan, as another program at work on it knows them."""
    return Concepten(tmp_path / "werk" / "a.plan.yaml", tmp_path / "staat")


@pytest.fixture
def concepten(tmp_path) -> Concepten:
    return Concepten(tmp_path / "werk" / "a.plan.yaml", tmp_path / "staat")


def bestanden(tmp_path) -> list[Path]:
    return [pad for pad in (tmp_path / "staat").rglob("*") if pad.is_file()]


@pytest.mark.parametrize("tekst", ["half", "één\n\n- twee\n", "losse \ud83d helft", " x "])
def test_een_concept_komt_precies_terug_met_zijn_tijd(concepten, tekst):
    voor = dt.datetime.now().astimezone() - dt.timedelta(seconds=5)
    assert concepten.bewaar("vraag", tekst, None)
    concept = concepten.lees("vraag")
    assert concept is not None
    assert (concept.vraag_id, concept.tekst) == ("vraag", tekst)
    assert voor < concept.moment < voor + dt.timedelta(seconds=60)


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
@pytest.mark.parametrize("masker", [0o000, 0o022, 0o077])
def test_alleen_de_eigenaar_mag_erbij(concepten, tmp_path, masker):
    oud = os.umask(masker)
    try:
        concepten.bewaar("vraag", "geheim", None)
    finally:
        os.umask(oud)
    (pad,) = bestanden(tmp_path)
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert stat.S_IMODE(pad.parent.stat().st_mode) == 0o700


def test_niets_komt_in_de_map_van_het_plan(concepten, tmp_path):
    (tmp_path / "werk").mkdir()
    concepten.bewaar("vraag", "half", None)
    assert list((tmp_path / "werk").iterdir()) == []


def test_het_laatste_concept_telt(concepten, tmp_path):
    concepten.bewaar("vraag", "een", None)
    concepten.bewaar("vraag", "twee", None)
    assert concepten.lees("vraag").tekst == "twee"
    assert len(bestanden(tmp_path)) == 1


def test_weg_is_weg_en_laat_geen_map_achter(concepten, tmp_path):
    concepten.bewaar("een", "x", None)
    concepten.bewaar("twee", "y", None)
    concepten.verwijder("een")
    assert concepten.lees("een") is None
    assert concepten.lees("twee") is not None
    concepten.verwijder("twee")
    assert list((tmp_path / "staat").iterdir()) == []
    concepten.verwijder("twee")


@pytest.mark.parametrize("leeg", ["", " \n\t\n"])
def test_een_leeg_concept_is_er_geen(concepten, leeg):
    concepten.bewaar("vraag", "x", None)
    assert concepten.bewaar("vraag", leeg, None)
    assert concepten.lees("vraag") is None


def test_alle_concepten_met_het_nieuwste_eerst(concepten, tmp_path):
    for nummer, naam in enumerate(("oud", "nieuw", "midden")):
        concepten.bewaar(naam, f"tekst {nummer}", None)
    for naam, tijd in (("oud", 100), ("midden", 200), ("nieuw", 300)):
        (pad,) = (tmp_path / "staat").rglob(f"{naam}.*")
        os.utime(pad, (tijd, tijd))
    assert [concept.vraag_id for concept in concepten.alle()] == ["nieuw", "midden", "oud"]


def test_elk_plan_heeft_zijn_eigen_concepten(tmp_path):
    een, twee = (Concepten(tmp_path / naam, tmp_path / "staat") for naam in ("een", "twee"))
    een.bewaar("vraag", "van een", None)
    assert (twee.lees("vraag"), twee.alle()) == (None, [])


def test_een_plan_is_hetzelfde_langs_elke_weg(tmp_path, monkeypatch):
    plan = tmp_path / "a.plan.yaml"
    plan.write_text("x", "utf-8")
    (tmp_path / "link").symlink_to(plan)
    Concepten(plan, tmp_path / "staat").bewaar("vraag", "half", None)
    monkeypatch.chdir(tmp_path)
    for weg in (Path("a.plan.yaml"), Path("link"), tmp_path / "." / "a.plan.yaml"):
        assert Concepten(weg, tmp_path / "staat").lees("vraag").tekst == "half"


def test_zonder_concepten_is_er_niets_te_lezen(concepten):
    assert concepten.lees("vraag") is None
    assert concepten.alle() == []


def test_een_map_waarin_niets_kan_houdt_het_gesprek_niet_op(tmp_path):
    (tmp_path / "bestand").write_text("", "utf-8")
    concepten = Concepten(tmp_path / "a.plan.yaml", tmp_path / "bestand" / "map")
    assert not concepten.bewaar("vraag", "half", None)
    assert (concepten.lees("vraag"), concepten.alle()) == (None, [])
    concepten.verwijder("vraag")


def test_een_volle_schijf_houdt_het_gesprek_niet_op(concepten, monkeypatch):
    def vol(*_, **__):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(module, "write_atomic", vol)
    assert not concepten.bewaar("vraag", "half", None)


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

    for naam in ("UITVOERINGSPLAN_CONCEPTEN", "XDG_STATE_HOME"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setattr(Path, "home", geen_thuis)
    concepten = Concepten(tmp_path / "a.plan.yaml")
    assert not concepten.bewaar("vraag", "half", None)
    assert concepten.lees("vraag") is None


@pytest.mark.parametrize("basis", ["", "0123456789abcdef", None])
def test_een_concept_weet_van_welk_antwoord_het_uitging(concepten, tmp_path, basis):
    concepten.bewaar("vraag", "eerder", "fedcba9876543210")
    assert concepten.bewaar("vraag", "half", basis)
    concept = concepten.lees("vraag")
    assert (concept.vraag_id, concept.tekst, concept.basis) == ("vraag", "half", basis)
    assert concepten.alle() == [concept]
    (pad,) = bestanden(tmp_path)
    assert pad.read_text("utf-8") == "half"


def test_van_twee_bestanden_telt_het_nieuwste(concepten, tmp_path):
    """A save that was cut off between writing the new one and removing the old one."""
    concepten.bewaar("vraag", "nieuw", "")
    (pad,) = bestanden(tmp_path)
    oud = pad.with_name("vraag.concept.txt")
    oud.write_text("oud", "utf-8")
    os.utime(oud, (1, 1))
    assert [concept.tekst for concept in concepten.alle()] == ["nieuw"]
    concepten.verwijder("vraag")
    assert concepten.lees("vraag").tekst == "oud"  # nobody has seen it: who knows whose it is
    concepten.verwijder("vraag")
    assert concepten.lees("vraag") is None


@pytest.mark.parametrize("basis", [None, "", "vingerafdruk"])
def test_wat_een_ander_programma_bewaart_wordt_niet_vervangen(concepten, tmp_path, basis):
    ander = een_ander(tmp_path)
    concepten.bewaar("vraag", "van mij", basis)
    ander.bewaar("vraag", "van de ander", basis)
    concepten.bewaar("vraag", "van mij, en meer", basis)
    ander.bewaar("vraag", "van de ander, en meer", basis)
    gezien = set()
    while concept := (later := een_ander(tmp_path)).lees("vraag"):
        assert concept.basis == basis
        gezien.add(concept.tekst)
        later.verwijder("vraag")
    assert gezien == {"van mij, en meer", "van de ander, en meer"}


def test_een_antwoord_haalt_het_concept_van_een_ander_programma_niet_weg(concepten, tmp_path):
    ander = een_ander(tmp_path)
    concepten.bewaar("vraag", "van mij", "")
    ander.verwijder("vraag")
    assert concepten.lees("vraag").tekst == "van mij"


def test_veel_om_en_om_bewaren_laat_niet_veel_bestanden_achter(concepten, tmp_path):
    ander = een_ander(tmp_path)
    for n in range(20):
        concepten.bewaar("vraag", f"van mij {n}", "")
        ander.bewaar("vraag", f"van de ander {n}", "")
    assert len(bestanden(tmp_path)) <= 3


def test_een_concept_dat_iemand_anders_opsloeg_komt_toch_terug(concepten, tmp_path):
    concepten.bewaar("vraag", "half", "")
    (pad,) = bestanden(tmp_path)
    pad.write_bytes("café".encode("cp1252"))
    assert concepten.lees("vraag").tekst == "café"


def test_een_vraag_waarvan_de_naam_met_een_andere_begint_is_een_andere(concepten):
    concepten.bewaar("vraag", "een", "")
    concepten.bewaar("vraag-twee", "twee", "")
    concepten.verwijder("vraag")
    assert [concept.vraag_id for concept in concepten.alle()] == ["vraag-twee"]
