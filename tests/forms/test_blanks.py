"""All blanks of a form together."""

from __future__ import annotations

from small_forms import control, p, proposal, tick


def labels(*content):
    return [q.label for q in proposal(*content).questions]


def test_wat_alleen_een_dubbele_punt_heeft_telt_in_een_formulier_zonder_velden():
    lines = p("Naam:") + p() + p("Plaats:") + p()
    assert labels(lines) == ["Naam", "Plaats"]
    assert labels(lines, p("Datum: ", control())) == ["Datum"]
    assert labels(p(tick(), " Akkoord"), lines) == ["Akkoord", "Naam", "Plaats"]


def test_een_streep_en_een_haak_tellen_altijd():
    assert labels(p("Naam: ____"), p("Plaats: [plaats]"), p("Datum: ", control())) == [
        "Naam",
        "Plaats",
        "Datum",
    ]
