"""A proposal as `vragen.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from field_kinds import KINDS
from small_forms import cell, control, heading, p, proposal, table
from uitvoeringsplan.forms.question_file import plan_set, question_file
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from whole_forms import FORMS


def made(*content, **parts):
    planned = plan_set(
        proposal(*content, **parts), "Mijn formulier.docx", "Mijn formulier-sjabloon.docx"
    )
    return planned, question_file(planned)


def read(*content, **parts):
    _, text = made(*content, **parts)
    return read_vragenlijst(text.encode(), Path("vragen.yaml"))


def test_hoofdstukken_komen_van_de_koppen():
    lijst = read(heading("Jullie"), table(["Naam:", ""]), heading("Het plan"), table(["Doel:", ""]))
    assert [(h.titel, [v.label for v in h.vragen]) for h in lijst.hoofdstukken] == [
        ("Jullie", ["Naam"]),
        ("Het plan", ["Doel"]),
    ]
    assert (lijst.soort, lijst.versie, lijst.titel) == ("mijn-formulier", "1", "Mijn formulier")
    assert lijst.sjabloon == "Mijn formulier-sjabloon.docx"


def test_wat_in_een_regel_staat_is_een_gegeven():
    lijst = read(p("Naam (verplicht): ", control("Anna")))
    (veld,) = lijst.gegevens
    assert (veld.id, veld.label, veld.standaard) == ("naam", "Naam", "Anna")
    assert veld.verplicht is Verplicht.ALTIJD


def test_een_gegeven_dat_het_programma_kent_krijgt_een_ander_id():
    assert [veld.id for veld in read(p("Status: ", control())).gegevens] == ["status-2"]


def test_boven_elke_vraag_staat_waar_haar_naam_vandaan_komt():
    _, text = made(table(["Naam:", ""]))
    assert "# zeker: cel links\n" in text


def test_wat_nog_niet_kan_staat_erbij_als_opmerking():
    _, text = made(table(["Naam:", ""]), p("Foto: ", control(kind="<w:picture/>")))
    assert "# - Foto (afbeelding): het is een afbeelding\n" in text
    assert len(read_vragenlijst(text.encode(), "x").vragen) == 1


@pytest.mark.parametrize(
    "label",
    [
        "Wat: hoe",
        "'t Plan",
        "Ja?",
        "nee",
        "- streep",
        "# hek",
        "a \\ b",
        '"citaat"',
        "{x}",
        "é œ 中",
    ],
)
def test_elk_label_komt_heel_terug(label):
    lijst = read(table([cell(f"{label} en meer:"), ""]))
    assert lijst.vragen[0].label == f"{label} en meer".strip("- ")


def test_een_uitleg_van_meer_regels_blijft_dat():
    left = cell(p("Doel"), p("Waar het voor is."))
    room = cell(p(control(title="In je eigen woorden")))
    lijst = read(table([left, room]))
    assert lijst.gegevens[0].toelichting == "Waar het voor is.\nIn je eigen woorden"


def test_een_antwoord_dat_niet_past_is_geen_standaard():
    assert read(p("Geboortedatum: ", control("onbekend"))).gegevens[0].standaard == ""
    assert read(p("Geboortedatum: ", control("3 maart 2027"))).gegevens[0].standaard == "2027-03-03"


@pytest.mark.parametrize("name", FORMS)
def test_van_elk_formulier_is_de_lijst_te_lezen(name):
    content = FORMS[name][0] + table(["Nog iets:", ""])
    planned, text = made(content)
    lijst = read_vragenlijst(text.encode(), Path("vragen.yaml"))
    asked = [q for chapter in planned.chapters for q in chapter.questions]
    assert [v.id for v in lijst.vragen] == [q.id for q in asked]
    assert [v.label for v in lijst.gegevens] == [q.label for q in planned.fields]
    every = {*planned.fields, *asked, *(q for q, _ in planned.not_yet)}
    assert len(every) == len(proposal(content).questions)


def test_met_elke_soort_veld_erin_is_de_lijst_te_lezen():
    planned, _ = made(*(content for content, _, _ in KINDS.values()))
    lijst = read(*(content for content, _, _ in KINDS.values()))
    assert len(lijst.gegevens) == len(planned.fields) > 0
    assert len(lijst.vragen) == sum(len(chapter.questions) for chapter in planned.chapters) > 0
