"""Questions that count only when a condition holds."""

from __future__ import annotations

import pytest
from gesprek_player import run

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.voorwaarde import read_voorwaarde


@pytest.fixture
def with_als(lijst):
    """Return the set with a question that counts only when the plan has a team."""
    work = lijst.hoofdstukken[1]
    people = work.rijen[1]
    team, hours = people.vragen
    hours = hours._replace(als=read_voorwaarde("team is ingevuld"))
    rijen = (work.rijen[0], people._replace(vragen=(team, hours)), work.rijen[2])
    return lijst._replace(hoofdstukken=(lijst.hoofdstukken[0], work._replace(rijen=rijen)))


@pytest.mark.parametrize("everything", [True, False])
@pytest.mark.parametrize(
    ("team", "asked"),
    [("", ["team", "budget"]), ("- ik", ["team", "uren", "budget"])],
)
def test_een_voorwaarde_geldt_meteen(file, script, with_als, everything, team, asked):
    player = script([Beantwoord(team), *[Beantwoord("1")] * 2])
    start = file(None, with_als)
    run(start, player, "team", everything=everything)
    assert player.asked == asked
    assert [beurt.total for beurt in player.beurten] == [
        3,
        *[len(asked) + 1] * (len(asked) - 1),
    ]
    last = [place.vraag_id for place in player.beurten[-1].plekken().every]
    assert ("uren" in last) is bool(team)


def test_terug_slaat_over_wat_niet_meer_telt(file, script, with_als):
    player = script(
        [
            Beantwoord("- ik"),
            Beantwoord("1"),
            Spring("", "team"),
            Beantwoord(""),
            Terug(""),
            Terug(""),
        ]
    )
    player.zetten += [Terug(""), Gestopt()]
    run(file(None, with_als), player, "team", everything=True)
    assert player.asked == ["team", "uren", "budget", "team", "budget", "team", "budget", "team"]


def test_alles_begint_bij_wat_telt(file, script, with_als):
    player = script([Gestopt()])
    run(file(None, with_als), player, "uren", everything=True)
    assert player.asked == ["budget"]
