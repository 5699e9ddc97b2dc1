"""What `sjabloon maak` says."""

from __future__ import annotations

from uitvoeringsplan.terminal.reports.made_sets import made_set, next_step


def test_de_bestanden_en_wat_na_te_kijken_is():
    assert made_set("v.yaml", "s.docx", "r.md", asked=3, to_check=1, not_yet=2).splitlines() == [
        "v.yaml (3 vragen)",
        "s.docx",
        "r.md",
        "Kijk 1 vraag na: het verslag noemt ze, met de reden.",
        "2 vragen van het formulier kan het programma nog niet invullen; het verslag noemt ze, met"
        " de reden.",
    ]


def test_is_er_niets_na_te_kijken_dan_staat_dat_er_niet():
    assert len(made_set("v", "s", "r", asked=1, to_check=0, not_yet=0).splitlines()) == 3


def test_hoe_het_verder_gaat():
    assert "uitvoeringsplan nieuw" in next_step("map")
