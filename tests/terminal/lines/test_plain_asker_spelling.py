"""What plain lines say of the spelling of an answer."""

from __future__ import annotations

import pytest
from fake_spelling import Nepspelling
from keystrokes import vraag
from plain_answers import Regels, stel

from uitvoeringsplan.model.beurt import Beurt, Stap
from uitvoeringsplan.model.types import TYPES


def with_spelling(lines: list[str], spelling=None, de_vraag=None, text: str = "") -> Regels:
    """Ask one question of somebody whose spelling is looked at."""
    typist = Regels(lines)
    vragensteller = typist.vragensteller
    vragensteller.spelling = spelling or Nepspelling()
    beurt = Beurt(Stap(de_vraag or vraag(), "Onderdeel"), text, 2, 20, antwoord=text)
    vragensteller.ask(beurt)
    vragensteller.ask(beurt)
    return typist


def test_na_een_antwoord_staat_er_een_regel_over_de_spelling():
    typist = with_spelling(["een qoord en aqht", "qoord", "."])
    line = "Mogelijk verkeerd gespeld: qoord, aqht (.spelling laat voorstellen zien)"
    assert " ".join(typist.screen.split()).count(line) == 1


@pytest.mark.parametrize("lines", [["goed", "."], ["."], ["qoord", ".stop"]])
def test_zonder_getypte_fout_staat_er_niets_over_de_spelling(lines):
    assert "verkeerd gespeld: " not in with_spelling(lines, text="qoord").screen


def test_een_naam_van_een_regel_wordt_niet_nagekeken():
    assert (
        "verkeerd gespeld: " not in with_spelling(["qoord"], de_vraag=vraag(TYPES["regel"])).screen
    )


def test_spelling_toont_voorstellen_van_wat_er_getypt_is_of_van_het_vorige_antwoord():
    assert "qoord: aoord, boord" in with_spelling(["qoord", ".spelling"]).screen
    assert "aqht: aaht, abht" in with_spelling(["aqht", ".", ".spelling"]).screen
    assert "geen woord dat verkeerd" in with_spelling(["goed", ".spelling"]).screen


def test_onthoud_houdt_de_hoofdletter_en_is_geen_antwoord():
    spelling = Nepspelling()
    typist = with_spelling([".ONTHOUD Zeilqijk", "Zeilqijk", "."], spelling)
    assert spelling.remembered == ["Zeilqijk"]
    assert "“Zeilqijk” is onthouden voor dit plan." in typist.screen
    assert "verkeerd gespeld: " not in typist.screen


def test_onthoud_zonder_woord_zegt_hoe_het_moet():
    assert "bijvoorbeeld: .onthoud Zeilwijk" in with_spelling([".onthoud"]).screen


def test_onthouden_dat_niet_te_bewaren_is_zegt_het():
    assert "lukte niet" in with_spelling([".onthoud qoord"], Nepspelling(saves=False)).screen


@pytest.mark.parametrize("command", [".spelling", ".onthoud qoord"])
def test_waar_niets_nagekeken_wordt_staat_dat_er(command):
    _, typist = stel([command])
    assert "De spelling wordt hier niet nagekeken." in typist.screen


def test_zonder_woordenboek_zegt_alleen_spelling_hoe_je_het_krijgt():
    quiet = with_spelling(["qoord", "."], Nepspelling(result="Zo krijg je het."))
    assert "Zo krijg je het." not in quiet.screen
    assert (
        "Zo krijg je het."
        in with_spelling([".spelling"], Nepspelling(result="Zo krijg je het.")).screen
    )
