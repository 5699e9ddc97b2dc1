"""`word-verouderd`, `word-bewerkt` and `document`: what they say of what the task found out."""

from __future__ import annotations

import pytest
from review_builder import LIJST, kort, vondsten

from uitvoeringsplan.checks.plan.keuring import FileBeside, MadeDocument

AMBITIE, DOELEN = LIJST.vragen[:2]
BESTAND = FileBeside("dorp.docx")
NAGEKEKEN = BESTAND._replace(is_bewerkt=True, is_nagekeken=True)
GEMAAKT = MadeDocument(b"x")


def verouderd(ernaast, document=GEMAAKT):
    return vondsten("word-verouderd", ernaast=ernaast, document=document)


@pytest.mark.parametrize(
    "ernaast",
    [None, BESTAND._replace(is_actueel=True), BESTAND._replace(is_bewerkt=True, anders=(AMBITIE,))],
)
def test_niet_verouderd(ernaast):
    assert verouderd(ernaast) == []


def test_verouderd_noemt_de_antwoorden_die_veranderden():
    (een,) = verouderd(BESTAND._replace(anders=(AMBITIE, DOELEN)))
    assert een.ernst == "waarschuwing"
    assert "“Lokale ambitie” en “Lokale doelstellingen” zijn sindsdien veranderd" in een.melding
    assert "`uitvoeringsplan genereer dorp.plan.yaml`" in een.melding
    (een,) = verouderd(BESTAND._replace(anders=LIJST.vragen))
    assert f"en nog {len(LIJST.vragen) - 5} zijn" in een.melding


def test_verouderd_zonder_ander_antwoord_is_een_opmerking():
    (een,) = verouderd(BESTAND)
    assert een.ernst == "opmerking"
    assert verouderd(BESTAND, document=MadeDocument(bezwaar="kan niet")) == []


@pytest.mark.parametrize("ernaast", [None, BESTAND, BESTAND._replace(anders=(AMBITIE,))])
def test_niet_bewerkt(ernaast):
    assert vondsten("word-bewerkt", ernaast=ernaast) == []


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        ({"anders": (AMBITIE,)}, "wat het plan niet heeft: “Lokale ambitie”. Neem"),
        ({"opmerkingen": 1}, "heeft: 1 opmerking. Neem"),
        ({"anders": (AMBITIE,), "opmerkingen": 2}, "“Lokale ambitie” en 2 opmerkingen. Neem"),
        ({"bezwaar": "het is stuk."}, "niet te lezen: het is stuk."),
    ],
)
def test_bewerkt(wat, zin):
    (een,) = vondsten("word-bewerkt", ernaast=NAGEKEKEN._replace(**wat))
    assert een.ernst == "waarschuwing"
    assert zin in een.melding
    opdracht = "`uitvoeringsplan inlezen dorp.docx dorp.plan.yaml`"
    assert (opdracht in een.melding) is ("bezwaar" not in wat)


def test_bewerkt_en_alles_al_overgenomen_is_een_opmerking():
    (een,) = vondsten("word-bewerkt", ernaast=NAGEKEKEN)
    assert een.ernst == "opmerking"
    assert "--overschrijf" in een.melding


@pytest.mark.parametrize(
    ("wat", "ernst", "zin"),
    [
        ({"is_nagekeken": False}, "opmerking", "is niet te zien"),
        ({"buiten": ("Bij “Doel” staat iets.",)}, "waarschuwing", "Bij “Doel” staat iets."),
        ({"buiten": tuple("abcdefg")}, "waarschuwing", "a b c d e En nog 2;"),
        ({"twijfels": ("In dit antwoord staat een voetnoot.",)}, "waarschuwing", "een voetnoot."),
        ({"afgehandeld": 2}, "waarschuwing", "2 afgehandelde opmerkingen"),
        ({"vreemd": ("Gemeente: anders.",)}, "waarschuwing", "van een ander plan. Gemeente:"),
    ],
)
def test_geen_raad_om_te_overschrijven_wat_niet_in_het_plan_kan(wat, ernst, zin):
    (een,) = vondsten("word-bewerkt", ernaast=NAGEKEKEN._replace(**wat))
    assert een.ernst == ernst
    assert zin in een.melding
    assert "--overschrijf" not in een.melding


def test_een_document_dat_niet_te_maken_is():
    assert kort("document") == []
    (een,) = vondsten("document", document=MadeDocument(bezwaar="de kleur is te licht."))
    assert (een.ernst, een.melding.endswith(": de kleur is te licht.")) == ("fout", True)


def test_een_document_dat_geen_word_bestand_is():
    (een,) = vondsten("document", document=MadeDocument(b"x"))
    assert (een.ernst, "(onleesbaar)" in een.melding) == ("fout", True)
