"""`word-outdated`, `word-bewerkt` and `document`: what they say of what the task found out."""

from __future__ import annotations

import pytest
from review_builder import LIJST, bevindingen, short

from uitvoeringsplan.checks.plan.keuring import FileBeside, MadeDocument

AMBITIE, TARGETS = LIJST.vragen[:2]
FILE = FileBeside("dorp.docx")
CHECKED = FILE._replace(is_edited=True, is_checked=True)
MADE = MadeDocument(b"x")


def outdated(beside, document=MADE):
    return bevindingen("word-verouderd", beside=beside, document=document)


@pytest.mark.parametrize(
    "beside",
    [None, FILE._replace(is_current=True), FILE._replace(is_edited=True, otherwise=(AMBITIE,))],
)
def test_niet_verouderd(beside):
    assert outdated(beside) == []


def test_verouderd_noemt_de_antwoorden_die_veranderden():
    (one,) = outdated(FILE._replace(otherwise=(AMBITIE, TARGETS)))
    assert one.ernst == "waarschuwing"
    assert "“Lokale ambitie” en “Lokale doelstellingen” zijn sindsdien veranderd" in one.message
    assert "`uitvoeringsplan genereer dorp.plan.yaml`" in one.message
    (one,) = outdated(FILE._replace(otherwise=LIJST.vragen))
    assert f"en nog {len(LIJST.vragen) - 5} zijn" in one.message


def test_verouderd_zonder_ander_antwoord_is_een_opmerking():
    (one,) = outdated(FILE)
    assert one.ernst == "opmerking"
    assert outdated(FILE, document=MadeDocument(objection="kan niet")) == []


@pytest.mark.parametrize("beside", [None, FILE, FILE._replace(otherwise=(AMBITIE,))])
def test_niet_bewerkt(beside):
    assert bevindingen("word-bewerkt", beside=beside) == []


@pytest.mark.parametrize(
    ("what", "zin"),
    [
        ({"otherwise": (AMBITIE,)}, "wat het plan niet heeft: “Lokale ambitie”. Neem"),
        ({"comments": 1}, "heeft: 1 opmerking. Neem"),
        ({"otherwise": (AMBITIE,), "comments": 2}, "“Lokale ambitie” en 2 opmerkingen. Neem"),
        ({"objection": "het is stuk."}, "niet te lezen: het is stuk."),
    ],
)
def test_bewerkt(what, zin):
    (one,) = bevindingen("word-bewerkt", beside=CHECKED._replace(**what))
    assert one.ernst == "waarschuwing"
    assert zin in one.message
    command = "`uitvoeringsplan inlezen dorp.docx dorp.plan.yaml`"
    assert (command in one.message) is ("objection" not in what)


def test_bewerkt_en_alles_al_overgenomen_is_een_opmerking():
    (one,) = bevindingen("word-bewerkt", beside=CHECKED)
    assert one.ernst == "opmerking"
    assert "--overschrijf" in one.message


def test_wat_als_open_punt_bewaard_is_telt_niet_meer_als_verschil():
    (one,) = bevindingen("word-bewerkt", beside=CHECKED._replace(kept=2))
    assert one.ernst == "opmerking"
    assert "wat niet mee kon, staat als open punt bij het plan" in one.message
    assert "ernaast" in one.message


@pytest.mark.parametrize(
    ("what", "ernst", "zin"),
    [
        ({"is_checked": False}, "opmerking", "is niet te zien"),
        ({"outside": ("Bij “Doel” staat iets.",)}, "waarschuwing", "Bij “Doel” staat iets."),
        ({"outside": tuple("abcdefg")}, "waarschuwing", "a b c d e En nog 2;"),
        ({"doubts": ("In dit antwoord staat een voetnoot.",)}, "waarschuwing", "een voetnoot."),
        ({"handled": 2}, "waarschuwing", "2 afgehandelde opmerkingen"),
        ({"foreign": ("Gemeente: anders.",)}, "waarschuwing", "van een ander plan. Gemeente:"),
    ],
)
def test_geen_raad_om_te_overschrijven_wat_niet_in_het_plan_kan(what, ernst, zin):
    (one,) = bevindingen("word-bewerkt", beside=CHECKED._replace(**what))
    assert one.ernst == ernst
    assert zin in one.message
    assert "--overschrijf" not in one.message


def test_een_document_dat_niet_te_maken_is():
    assert short("document") == []
    (one,) = bevindingen("document", document=MadeDocument(objection="de kleur is te licht."))
    assert (one.ernst, one.message.endswith(": de kleur is te licht.")) == ("fout", True)


def test_een_document_dat_geen_word_bestand_is():
    (one,) = bevindingen("document", document=MadeDocument(b"x"))
    assert (one.ernst, "(onleesbaar)" in one.message) == ("fout", True)
