from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError, OnbekendeVraagError
from uitvoeringsplan.model.beurt import Gegeven, Gestopt, Terug
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.tasks.nieuw import (
    begin_plan,
    bestandsnaam,
    ga_verder,
    planpad,
    route,
    vervolg_nieuw,
)
from uitvoeringsplan.tasks.omgeving import Omgeving


@pytest.fixture
def omgeving(lijst) -> Omgeving:
    return Omgeving(Path("vragen.yaml"), lijst)


@pytest.mark.parametrize(
    ("getypt", "pad"),
    [
        ("delft", "delft.plan.yaml"),
        ("delft.plan", "delft.plan.yaml"),
        ("delft.yaml", "delft.plan.yaml"),
        ("delft.plan.yaml", "delft.plan.yaml"),
        ("plannen/delft", "plannen/delft.plan.yaml"),
        ("v1.2", "v1.2.plan.yaml"),
    ],
)
def test_het_einde_van_de_naam_hoeft_niet_getypt(getypt, pad):
    assert planpad(Path(getypt)) == Path(pad)


@pytest.mark.parametrize(
    ("gemeente", "naam"),
    [
        ("Oudermeer", "oudermeer"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("De Ronde Venen", "de-ronde-venen"),
        ("Bergen (NH.)", "bergen-nh"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", ""),
        ("", ""),
    ],
)
def test_de_naam_van_een_gemeente_als_bestandsnaam(gemeente, naam):
    assert bestandsnaam(gemeente) == naam


def test_een_plan_krijgt_de_naam_van_de_gemeente(werkmap, omgeving, script):
    begonnen = begin_plan(omgeving, None, script([Gegeven(" Den  Haag ")]))
    assert begonnen is not None
    assert begonnen.pad == Path("den-haag.plan.yaml")
    assert [pad.name for pad in werkmap.iterdir()] == ["den-haag.plan.yaml"]
    assert load_plan(begonnen.pad, omgeving.vragenlijst).plan.gegevens["gemeente"] == "Den Haag"


def test_een_plan_met_een_eigen_naam(werkmap, omgeving, script):
    begonnen = begin_plan(omgeving, Path("eigen"), script([Gegeven("Delft")]))
    assert begonnen is not None
    assert [pad.name for pad in werkmap.iterdir()] == ["eigen.plan.yaml"]


def test_met_een_eigen_naam_mag_de_gemeente_later(werkmap, omgeving, script):
    begonnen = begin_plan(omgeving, Path("eigen"), script([Gegeven("")]))
    assert begonnen is not None
    assert begonnen.plan.gegevens["gemeente"] == ""
    assert (werkmap / "eigen.plan.yaml").is_file()


def test_zonder_naam_wordt_het_opnieuw_gevraagd(werkmap, omgeving, script):
    speler = script([Gegeven(""), Gegeven("?!?"), Gegeven("x"), Gegeven("Ede")])
    begin_plan(omgeving, None, speler)
    meldingen = [beurt.melding for beurt in speler.beurten]
    assert meldingen[0] == ""
    assert "kan het plan geen naam krijgen" in meldingen[1]
    assert "kan het plan geen naam krijgen" in meldingen[2]
    assert meldingen[3] == "Een naam heeft minstens twee letters."
    assert speler.beurten[3].tekst == "x"
    assert [pad.name for pad in werkmap.iterdir()] == ["ede.plan.yaml"]


def test_stoppen_voor_het_begin_maakt_niets(werkmap, omgeving, script):
    assert begin_plan(omgeving, None, script([Gestopt("Del")])) is None
    assert list(werkmap.iterdir()) == []


@pytest.mark.parametrize("pad", [None, Path("delft")])
def test_een_plan_dat_er_al_is_blijft_zoals_het_is(werkmap, omgeving, script, pad):
    (werkmap / "delft.plan.yaml").write_text("van mij", "utf-8")
    speler = script([Gegeven("Delft")])
    with pytest.raises(BestandError, match=r"delft\.plan\.yaml: dit plan bestaat al"):
        begin_plan(omgeving, pad, speler)
    assert (werkmap / "delft.plan.yaml").read_text("utf-8") == "van mij"
    assert speler.gevraagd == ([] if pad else ["gemeente"])


def test_een_map_die_er_niet_is(werkmap, omgeving, script):
    with pytest.raises(BestandError, match="de map weg bestaat niet"):
        begin_plan(omgeving, Path("weg/delft"), script([Gegeven("Delft")]))
    assert list(werkmap.iterdir()) == []


def test_een_nieuw_plan_gaat_verder_na_het_eerste_gegeven(werkmap, omgeving, script):
    assert not list(werkmap.iterdir())
    begonnen = begin_plan(omgeving, None, script([Gegeven("Delft")]))
    assert begonnen is not None
    speler = script([Terug("concept"), Gegeven(""), Gestopt()])
    vervolg_nieuw(begonnen, speler)
    assert speler.gevraagd == ["status", "status", "datum"]


def ids(bestand, *, vanaf=None, alles=False) -> list[str]:
    return [stap.vraag.id for stap in route(bestand, vanaf=vanaf, alles=alles)]


def test_verder_vraagt_wat_open_is_en_wat_moet(bestand):
    assert ids(bestand({}, ambitie="ja", uren="3")) == ["gemeente", "team", "budget"]


def test_een_vastgesteld_plan_moet_meer_hebben(bestand):
    plan = bestand({"gemeente": "Delft", "status": "vastgesteld"}, ambitie="a", team="- b")
    assert ids(plan) == ["datum", "uren", "budget"]


def test_vanaf_een_vraag_ook_als_die_beantwoord_is(bestand):
    plan = bestand({}, ambitie="ja", uren="3")
    assert ids(plan, vanaf="uren") == ["uren", "budget"]
    assert ids(plan, vanaf="datum") == ["datum", "team", "budget"]


def test_alles(bestand, lijst):
    plan = bestand({}, ambitie="ja")
    assert ids(plan, alles=True) == [v.id for v in (*lijst.gegevens, *lijst.vragen)]
    assert ids(plan, alles=True, vanaf="uren") == ["uren", "budget"]


def test_een_plan_dat_af_is_vraagt_niets(bestand, script):
    plan = bestand({"gemeente": "Delft"}, ambitie="a", team="- b", uren="1", budget="c")
    speler = script([])
    assert ga_verder(plan, speler).voortgang.open == ()
    assert speler.gevraagd == []


def test_een_vraag_die_er_niet_is(bestand, script):
    with pytest.raises(OnbekendeVraagError, match="Bedoel je “ambitie”"):
        ga_verder(bestand(), script([]), vanaf="ambities")
