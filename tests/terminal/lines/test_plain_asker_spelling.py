"""What plain lines say of the spelling of an answer."""

from __future__ import annotations

import pytest
from fake_spelling import Nepspelling
from keystrokes import vraag
from plain_answers import Regels, stel

from uitvoeringsplan.model.beurt import Beurt, Stap
from uitvoeringsplan.model.types import TYPES


def met_spelling(regels: list[str], spelling=None, de_vraag=None, tekst: str = "") -> Regels:
    """Ask one question of somebody whose spelling is looked at."""
    typist = Regels(regels)
    vragensteller = typist.vragensteller
    vragensteller.spelling = spelling or Nepspelling()
    beurt = Beurt(Stap(de_vraag or vraag(), "Onderdeel"), tekst, 2, 20, antwoord=tekst)
    vragensteller.ask(beurt)
    vragensteller.ask(beurt)
    return typist


def test_na_een_antwoord_staat_er_een_regel_over_de_spelling():
    typist = met_spelling(["een qoord en aqht", "qoord", "."])
    regel = "Mogelijk verkeerd gespeld: qoord, aqht (.spelling laat voorstellen zien)"
    assert " ".join(typist.scherm.split()).count(regel) == 1


@pytest.mark.parametrize("regels", [["goed", "."], ["."], ["qoord", ".stop"]])
def test_zonder_getypte_fout_staat_er_niets_over_de_spelling(regels):
    assert "verkeerd gespeld: " not in met_spelling(regels, tekst="qoord").scherm


def test_een_naam_van_een_regel_wordt_niet_nagekeken():
    assert (
        "verkeerd gespeld: " not in met_spelling(["qoord"], de_vraag=vraag(TYPES["regel"])).scherm
    )


def test_spelling_toont_voorstellen_van_wat_er_getypt_is_of_van_het_vorige_antwoord():
    assert "qoord: aoord, boord" in met_spelling(["qoord", ".spelling"]).scherm
    assert "aqht: aaht, abht" in met_spelling(["aqht", ".", ".spelling"]).scherm
    assert "geen woord dat verkeerd" in met_spelling(["goed", ".spelling"]).scherm


def test_onthoud_houdt_de_hoofdletter_en_is_geen_antwoord():
    spelling = Nepspelling()
    typist = met_spelling([".ONTHOUD Zeilqijk", "Zeilqijk", "."], spelling)
    assert spelling.onthouden == ["Zeilqijk"]
    assert "“Zeilqijk” is onthouden voor dit plan." in typist.scherm
    assert "verkeerd gespeld: " not in typist.scherm


def test_onthoud_zonder_woord_zegt_hoe_het_moet():
    assert "bijvoorbeeld: .onthoud Zeilwijk" in met_spelling([".onthoud"]).scherm


def test_onthouden_dat_niet_te_bewaren_is_zegt_het():
    assert "lukte niet" in met_spelling([".onthoud qoord"], Nepspelling(bewaart=False)).scherm


@pytest.mark.parametrize("opdracht", [".spelling", ".onthoud qoord"])
def test_waar_niets_nagekeken_wordt_staat_dat_er(opdracht):
    _, typist = stel([opdracht])
    assert "De spelling wordt hier niet nagekeken." in typist.scherm


def test_zonder_woordenboek_zegt_alleen_spelling_hoe_je_het_krijgt():
    stil = met_spelling(["qoord", "."], Nepspelling(uit="Zo krijg je het."))
    assert "Zo krijg je het." not in stil.scherm
    assert (
        "Zo krijg je het."
        in met_spelling([".spelling"], Nepspelling(uit="Zo krijg je het.")).scherm
    )
