"""What the plan cannot hold is named with its words, and holds up nothing else."""

from __future__ import annotations

import zipfile

import pytest

from edited_docx import DEEL, LIJST, bewerkt, maak, typ_over
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.check_plans import check_plans
from uitvoeringsplan.tasks.read_back import read_back


@pytest.fixture
def plan(tmp_path):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    return pad


def met_cellen(plan):
    """Return a document with a cell that fits and one that does not, in the same row."""
    return typ_over(
        maak(plan, plan.with_name("dorp.docx")),
        ("8 maart 2027", "voorjaar 2027"),
        ("vervangen door losse gesprekken met elke groep", "drie avonden"),
    )


def test_de_andere_cellen_komen_over_en_de_foute_is_genoemd(plan):
    inlezing = read_back(load_plan(plan, LIJST), met_cellen(plan))
    ((vraag, weigering),) = inlezing.geweigerd
    assert (vraag.id, weigering.woorden) == ("acties", "voorjaar 2027")
    assert weigering.plek == "rij 6 (“Faciliteren van de dialoog”), kolom “Start”"
    voor, na = (een.plan.antwoorden["acties"] for een in (inlezing.oud, inlezing.nieuw))
    assert na == voor.replace("vervangen door losse gesprekken met elke groep", "drie avonden")
    assert inlezing.botsingen == ()


def test_een_fout_gegeven_houdt_de_antwoorden_niet_tegen(plan):
    word = bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Kort.", periode_tot="2099")
    typ_over(word, ("2099", "tot 2099"), waar="word/")
    inlezing = read_back(load_plan(plan, LIJST), word)
    ((vraag, weigering),) = inlezing.geweigerd
    assert (vraag.id, weigering.plek, weigering.woorden) == ("periode-tot", "", "tot 2099")
    assert inlezing.nieuw.plan.antwoorden["lokale-ambitie"] == "Kort."
    assert inlezing.nieuw.plan.gegevens["periode-tot"] == "2028"


def test_een_plek_van_een_gegeven_die_niet_past_is_een_keuze(plan):
    """In the headers it has the new value, in the text words that the plan cannot hold."""
    word = bewerkt(plan, plan.with_name("dorp.docx"), periode_tot="2099")
    with zipfile.ZipFile(word) as pakket:
        koppen = [naam for naam in pakket.namelist() if b"2099" in pakket.read(naam)]
    assert len(koppen) > 1
    typ_over(word, ("2099", "tot 2099"), waar=DEEL)
    inlezing = read_back(load_plan(plan, LIJST), word)
    (botsing,) = inlezing.botsingen
    assert (botsing.vraag.id, botsing.word) == ("periode-tot", "2099")
    assert any("“2099” en “tot 2099”" in een.melding for een in inlezing.bedenkingen)


def test_controleer_noemt_het_bestand_met_een_cel_die_niet_past(plan):
    """Also when that cell is all that is not in the plan."""
    typ_over(maak(plan, plan.with_name("dorp.docx")), ("8 maart 2027", "voorjaar 2027"))
    (gecontroleerd,) = check_plans([plan])
    (bevinding,) = [een for een in gecontroleerd.bevindingen if een.rule_id == "word-bewerkt"]
    assert "heeft wat het plan niet heeft: “Acties”" in bevinding.melding
