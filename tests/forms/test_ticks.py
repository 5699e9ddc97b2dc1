"""Groups of boxes as questions."""

from __future__ import annotations

import pytest

from small_forms import cell, control, heading, p, proposal, table, tick
from uitvoeringsplan.forms.places import Takes


def question(*content):
    return next(q for q in proposal(*content).questions if q.places[0].takes is Takes.TICK)


@pytest.mark.parametrize(
    ("content", "label", "kind", "choices"),
    [
        (p("Openbaar? ", tick(), " Ja ", tick(), " Nee"), "Openbaar?", "jaanee", ()),
        (p(tick(), " Ik ga akkoord"), "Ik ga akkoord", "jaanee", ()),
        (p("Maat: ", tick(), " S ", tick(), " M"), "Maat", "keuze", ("S", "M")),
        (
            p("Wat gaat mee? (meer antwoorden mogelijk)") + p(tick(), " een") + p(tick(), " twee"),
            "Wat gaat mee? (meer antwoorden mogelijk)",
            "meerkeuze",
            ("een", "twee"),
        ),
        (
            p("Kies één optie:") + p(tick(), " een") + p(tick(), " twee"),
            "Kies één optie",
            "keuze",
            ("een", "twee"),
        ),
        (
            table(
                [cell(p("Fase", bold=True), span=2)],
                *([cell(p(tick())), n] for n in ("Nu", "Later")),
            ),
            "Fase",
            "meerkeuze",
            ("Nu", "Later"),
        ),
        (
            p("Ik ", tick(), " heb ", tick(), " heb niet eerder een plan gemaakt."),
            "Ik … niet eerder een plan gemaakt",
            "keuze",
            ("heb", "heb niet"),
        ),
        (table(["Warm?", cell(p(tick()))], ["Koud?", "x"]), "Warm?", "jaanee", ()),
    ],
)
def test_wat_vakjes_vragen(content, label, kind, choices):
    found = question(content)
    assert (found.label, found.type, found.choices) == (label, kind, choices)


def test_wat_al_aangekruist_is_staat_klaar():
    assert question(p("Openbaar? ", tick(), " Ja ", tick(on=True), " Nee")).default == "nee"
    assert question(p("Maat: ", tick(on=True), " S ", tick(), " M")).default == "S"
    lines = p("Alles wat van toepassing is:"), p(tick(on=True), " een"), p(tick(on=True), " twee")
    assert question(*lines).default == "- een\n- twee"


def test_wat_het_formulier_niet_zegt_is_een_twijfel():
    assert question(p("Maat: ", tick(), " S ", tick(), " M")).doubts
    assert not question(p("Openbaar? ", tick(), " Ja ", tick(), " Nee")).doubts


def test_een_keuze_met_een_plek_erin_houdt_haar_woorden():
    found = question(p("Termijn:"), p(tick(), " tot ", control(), " jaar"), p(tick(), " altijd"))
    assert found.choices == ("tot … jaar", "altijd")


def test_vakjes_achter_een_andere_plek():
    found = question(p("Tijd: ", control(), " ", tick(), " AM ", tick(), " PM"))
    assert found.label == "Tijd (AM / PM)"


def test_een_groep_zonder_vraag_heet_naar_haar_kop():
    assert question(heading("Wat"), p(tick(), " een"), p(tick(), " twee")).label == "Wat"
