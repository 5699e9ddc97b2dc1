"""`inlezen --json` holds what the report says: every group, with its places and its words."""

from __future__ import annotations

import json
import re

import pytest

from edited_docx import LIJST, change, edited, met, type_over
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.model.three_way import Oordeel, ThreeWay
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.keep_as_punten import left_behind
from uitvoeringsplan.tasks.read_back import read_back
from uitvoeringsplan.tasks.readback_json import file_json, to_json

TABEL = LIJST.vraag("acties")


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path


@pytest.fixture
def content(plan):
    def read(word, **wish):
        readback = read_back(load_plan(plan, LIJST), word, today="2026-11-30")
        what = {"accepted": True, "taken": not readback.clashes, "saved": False, **wish}
        return file_json(readback, to_keep=left_behind(readback).new, **what)

    return read


def test_elk_antwoord_met_wat_er_stond_en_wat_er_komt(plan, tmp_path, content):
    old = load_plan(plan, LIJST).plan.antwoorden
    word = edited(plan, tmp_path / "a.docx", lokale_ambitie="Uit Word.", borgen_budget="Geld.")
    met(plan, borgen_budget="Geen geld.")
    taken, clash = content(word)["antwoorden"]
    assert (taken["id"], taken["oordeel"]) == ("lokale-ambitie", "overgenomen")
    assert (taken["oud"], taken["nieuw"]) == (old["lokale-ambitie"], "Uit Word.")
    assert taken["blokken"][-1]["stukken"] == [{"wat": "nieuw", "tekst": "Uit Word."}]
    assert (clash["id"], clash["oordeel"], clash["zeker"]) == ("borgen-budget", "botsing", True)
    assert (clash["oud"], clash["nieuw"], clash["was"]) == ("Geen geld.", "Geld.", None)


def test_wat_niet_mee_kan_staat_er_met_zijn_plaats(plan, tmp_path, content):
    word = edited(plan, tmp_path / "a.docx", lokale_ambitie="Uit Word.")
    type_over(word, ("8 maart 2027", "voorjaar 2027"), ("heeft de regie", "heeft niet de regie"))
    found = content(word)
    (one,) = found["buiten_de_antwoorden"]
    assert one["woorden"] == "De gemeente heeft niet de regie."
    assert (one["wat"], one["waar"]) == ("gewijzigd", "Doelstellingen")
    assert one["vraag"] == "lokale-doelstellingen"
    (refused,) = found["past_niet"]
    assert (refused["id"], refused["woorden"]) == ("acties", "voorjaar 2027")
    assert "Start" in refused["plaats"]
    assert len(found["punten_te_bewaren"]) == 2
    assert not found["niets_nieuws"]
    json.dumps(found)


def test_niets_nieuws_alleen_als_alles_is_nagekeken(plan, tmp_path, content):
    word = edited(plan, tmp_path / "a.docx")
    assert content(word)["niets_nieuws"]
    control = b'<w:tag w:val="lokale-ambitie"/>'
    anchors = rb"uv[pa]_lokale_ambitie"
    change(word, lambda part: re.sub(anchors, b"weg", part.replace(control, b"")))
    found = content(word)
    assert [one["id"] for one in found["niet_gevonden"]] == ["lokale-ambitie"]
    assert not found["alles_nagekeken"]
    assert not found["niets_nieuws"]


def test_een_tabel_met_andere_kolommen_geeft_de_teksten(plan, tmp_path):
    readback = read_back(load_plan(plan, LIJST), edited(plan, tmp_path / "a.docx"))
    way = ThreeWay(TABEL, "| oud |", "| nieuw |", None, Oordeel.BOTSING, "| oud |")
    found = file_json(readback._replace(three_ways=(way,)), accepted=True, taken=False, saved=False)
    (one,) = found["antwoorden"]
    assert (one["oud"], one["nieuw"], one["wat"]) == ("| oud |", "| nieuw |", "gewijzigd")


def test_het_geheel_noemt_het_plan(plan):
    found = to_json(plan, LIJST, [{"word": "a.docx"}], trial=True)
    assert found == {
        "plan": str(plan), "vragenlijst": LIJST.versie, "proef": True,
        "bestanden": [{"word": "a.docx"}],
    }  # fmt: skip
