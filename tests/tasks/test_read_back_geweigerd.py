"""What the plan cannot hold is named with its words, and holds up nothing else."""

from __future__ import annotations

import zipfile

import pytest

from edited_docx import LIJST, PART, edited, make, type_over
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.check_plans import check_plans
from uitvoeringsplan.tasks.read_back import read_back


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path


def met_cellen(plan):
    """Return a document with a cell that fits and one that does not, in the same row."""
    return type_over(
        make(plan, plan.with_name("dorp.docx")),
        ("8 maart 2027", "voorjaar 2027"),
        ("vervangen door losse gesprekken met elke groep", "drie avonden"),
    )


def test_de_andere_cellen_komen_over_en_de_foute_is_genoemd(plan):
    readback = read_back(load_plan(plan, LIJST), met_cellen(plan))
    ((vraag, refusal),) = readback.refused
    assert (vraag.id, refusal.words) == ("acties", "voorjaar 2027")
    assert refusal.place == "rij 6 (“Faciliteren van de dialoog”), kolom “Start”"
    before, after = (one.plan.antwoorden["acties"] for one in (readback.old, readback.new))
    assert after == before.replace("vervangen door losse gesprekken met elke groep", "drie avonden")
    assert readback.clashes == ()


def test_een_fout_gegeven_houdt_de_antwoorden_niet_tegen(plan):
    word = edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Kort.", periode_tot="2099")
    type_over(word, ("2099", "tot 2099"), where="word/")
    readback = read_back(load_plan(plan, LIJST), word)
    ((vraag, refusal),) = readback.refused
    assert (vraag.id, refusal.place, refusal.words) == ("periode-tot", "", "tot 2099")
    assert readback.new.plan.antwoorden["lokale-ambitie"] == "Kort."
    assert readback.new.plan.gegevens["periode-tot"] == "2028"


def test_een_plek_van_een_gegeven_die_niet_past_is_een_keuze(plan):
    """In the headers it has the new value, in the text words that the plan cannot hold."""
    word = edited(plan, plan.with_name("dorp.docx"), periode_tot="2099")
    with zipfile.ZipFile(word) as package:
        koppen = [name for name in package.namelist() if b"2099" in package.read(name)]
    assert len(koppen) > 1
    type_over(word, ("2099", "tot 2099"), where=PART)
    readback = read_back(load_plan(plan, LIJST), word)
    (clash,) = readback.clashes
    assert (clash.vraag.id, clash.word) == ("periode-tot", "2099")
    assert any("“2099” en “tot 2099”" in one.message for one in readback.doubts)


def test_controleer_noemt_het_bestand_met_een_cel_die_niet_past(plan):
    """Also when that cell is all that is not in the plan."""
    type_over(make(plan, plan.with_name("dorp.docx")), ("8 maart 2027", "voorjaar 2027"))
    (checked,) = check_plans([plan])
    (bevinding,) = [one for one in checked.bevindingen if one.rule_id == "word-bewerkt"]
    assert "heeft wat het plan niet heeft: “Acties”" in bevinding.message
