"""Drafts of answers that are not finished."""

from __future__ import annotations

import datetime as dt
import os
import re

import pytest
from gesprekshulp import concept, op_schijf, voer

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt
from uitvoeringsplan.storage.concepten import Concepten
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.tasks.gesprek import wanneer


def test_stoppen_bewaart_een_concept_en_laat_het_antwoord_staan(bestand, script):
    begin = bestand({}, ambitie="Oud.")
    voor = begin.pad.read_bytes()
    uitkomst = voer(begin, script([Gestopt("Oud, en half")]), "ambitie")
    assert (uitkomst.gestopt, uitkomst.concept) == (True, True)
    assert begin.pad.read_bytes() == voor
    assert concept(begin, "ambitie") == "Oud, en half"


@pytest.mark.parametrize("tekst", ["Blijft.", "", " \n"])
def test_stoppen_zonder_iets_nieuws_geeft_geen_concept(bestand, script, tekst):
    begin = bestand({}, ambitie="Blijft.")
    voor = begin.pad.read_bytes()
    uitkomst = voer(begin, script([Gestopt(tekst)]), "ambitie")
    assert (uitkomst.gestopt, uitkomst.concept) == (True, False)
    assert begin.pad.read_bytes() == voor
    assert concept(begin, "ambitie") is None


def test_de_volgende_keer_staat_het_concept_klaar_met_zijn_tijd(bestand, script):
    begin = bestand({}, ambitie="Oud.")
    voer(begin, script([Gestopt("half")]), "ambitie")
    speler = script([Beantwoord("heel")])
    speler.zetten += [Beantwoord("")] * 3
    voer(load_plan(begin.pad, begin.vragenlijst), speler, "ambitie")
    beurt = speler.beurten[0]
    assert beurt.tekst == "half"
    assert re.fullmatch(r"Dit is je concept van \d\d:\d\d uur\.", beurt.melding)
    assert op_schijf(begin, "ambitie") == "heel"
    assert concept(begin, "ambitie") is None  # saved, so gone


def test_een_concept_van_een_andere_dag_noemt_de_dag():
    nu = dt.datetime.now().astimezone()
    assert wanneer(nu) == f"{nu:%H:%M} uur"
    assert wanneer(dt.datetime(2026, 3, 1, 9, 5).astimezone()) == "01-03-2026 om 09:05 uur"


def test_wat_getypt_wordt_komt_in_het_concept(bestand, script):
    begin = bestand()

    def typ(beurt):
        beurt.concept("half")
        assert concept(begin, "ambitie") == "half"
        beurt.concept("")
        assert concept(begin, "ambitie") is None
        beurt.concept("half en meer")

    voer(begin, script([Gestopt("half en meer")], typ), "ambitie")
    assert concept(begin, "ambitie") == "half en meer"


def test_een_tekst_die_er_al_staat_is_geen_concept(bestand, script):
    begin = bestand({}, ambitie="Oud.")

    def typ(beurt):
        beurt.concept("Oud, anders")
        beurt.concept("Oud.\n")

    voer(begin, script([Gestopt("Oud.")], typ), "ambitie")
    assert concept(begin, "ambitie") is None


def test_een_concept_blijft_buiten_de_map_van_het_plan(bestand, script, conceptmap):
    begin = bestand()
    voer(begin, script([Gestopt("half")]), "ambitie")
    assert [pad.name for pad in begin.pad.parent.iterdir()] == ["a.plan.yaml"]
    assert [pad.name for pad in conceptmap.rglob("*.txt")] == ["ambitie.concept.txt"]


def test_kan_een_concept_nergens_heen_dan_staat_de_tekst_op_het_scherm(
    bestand, script, conceptmap, monkeypatch
):
    begin = bestand()
    (conceptmap / "dicht").write_text("", "utf-8")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(conceptmap / "dicht"))
    speler = script([Beantwoord("gaat door"), Gestopt("half")], lambda beurt: beurt.concept("iets"))
    uitkomst = voer(begin, speler, "ambitie")
    assert op_schijf(begin, "ambitie") == "gaat door"
    assert not uitkomst.concept
    ((gezegd,),) = speler.getoond
    assert gezegd.endswith("Dit typte je:\nhalf")


def test_een_oud_concept_krijgt_de_tijd_van_het_typen(bestand, script, conceptmap):
    begin = bestand()
    Concepten(begin.pad).bewaar("ambitie", "half")
    (pad,) = conceptmap.rglob("*.txt")
    moment = dt.datetime(2026, 1, 2, 3, 4).astimezone()
    os.utime(pad, (moment.timestamp(),) * 2)
    speler = script([Gestopt("half")])
    voer(begin, speler, "ambitie")
    assert speler.beurten[0].melding == "Dit is je concept van 02-01-2026 om 03:04 uur."
