"""Room to write where nothing marks it."""

from __future__ import annotations

from small_forms import cell, heading, p, proposal, table, tick


def labels(*content):
    return [q.label for q in proposal(*content).questions]


def test_een_kop_met_een_opdracht_en_een_lege_regel():
    assert labels(heading("Doel"), p("Beschrijf het doel van het plan."), p(), heading("Geld")) == [
        "Doel"
    ]


def test_een_kop_met_alleen_tekst_vraagt_niets():
    assert labels(heading("Doel"), p("Het doel staat vast."), p(), heading("Geld"), p()) == []


def test_een_opdracht_zonder_ruimte_of_met_een_tabel_vraagt_niets():
    assert labels(heading("Doel"), p("Beschrijf het doel."), heading("Geld")) == []
    assert labels(heading("Doel"), p("Beschrijf het."), table(["a", "b"]), p()) == []


def test_een_zin_die_onder_elke_keuze_terugkomt():
    def block():
        row = [cell(p(tick(), " Gedaan")), cell(p(tick(), " Niet gedaan"))]
        return p("Eis", point=True) + table(row, [cell("Licht het antwoord hier toe.", span=2)])

    assert labels(block(), block(), block())[:3] == ["Eis", "Licht het antwoord hier toe", "Eis"]
    assert len(labels(block(), block(), block())) == 6
    assert len(labels(block(), block())) == 2
