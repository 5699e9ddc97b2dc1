"""Questions that count only when a condition holds."""

from __future__ import annotations

import pytest
from gesprek_player import voer

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.voorwaarde import read_voorwaarde


@pytest.fixture
def met_als(lijst):
    """Return the set with a question that counts only when the plan has a team."""
    werk = lijst.hoofdstukken[1]
    mensen = werk.rijen[1]
    team, uren = mensen.vragen
    uren = uren._replace(als=read_voorwaarde("team is ingevuld"))
    rijen = (werk.rijen[0], mensen._replace(vragen=(team, uren)), werk.rijen[2])
    return lijst._replace(hoofdstukken=(lijst.hoofdstukken[0], werk._replace(rijen=rijen)))


@pytest.mark.parametrize("alles", [True, False])
@pytest.mark.parametrize(
    ("team", "gevraagd"),
    [("", ["team", "budget"]), ("- ik", ["team", "uren", "budget"])],
)
def test_een_voorwaarde_geldt_meteen(bestand, script, met_als, alles, team, gevraagd):
    speler = script([Beantwoord(team), *[Beantwoord("1")] * 2])
    begin = bestand(None, met_als)
    voer(begin, speler, "team", alles=alles)
    assert speler.gevraagd == gevraagd
    assert [beurt.totaal for beurt in speler.beurten] == [
        3,
        *[len(gevraagd) + 1] * (len(gevraagd) - 1),
    ]
    laatste = [plek.vraag_id for plek in speler.beurten[-1].plekken().alle]
    assert ("uren" in laatste) is bool(team)


def test_terug_slaat_over_wat_niet_meer_telt(bestand, script, met_als):
    speler = script(
        [
            Beantwoord("- ik"),
            Beantwoord("1"),
            Spring("", "team"),
            Beantwoord(""),
            Terug(""),
            Terug(""),
        ]
    )
    speler.zetten += [Terug(""), Gestopt()]
    voer(bestand(None, met_als), speler, "team", alles=True)
    assert speler.gevraagd == ["team", "uren", "budget", "team", "budget", "team", "budget", "team"]


def test_alles_begint_bij_wat_telt(bestand, script, met_als):
    speler = script([Gestopt()])
    voer(bestand(None, met_als), speler, "uren", alles=True)
    assert speler.gevraagd == ["budget"]
