"""Chapters of choice in a conversation: there for who goes there, in the way of nobody."""

from __future__ import annotations

import pytest
from gesprek_player import on_disk, run

from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug, list_steps
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.model.voorwaarde import read_voorwaarde
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij
from uitvoeringsplan.tasks.continue_plan import continue_plan
from uitvoeringsplan.tasks.start_plan import ask_rest


def vraag(id_: str, als: str = "") -> Vraag:
    return Vraag(id=id_, label=id_.title(), vraag="?", als=read_voorwaarde(als) if als else None)


@pytest.fixture
def roomy(lijst):
    """Return the small set with a chapter of choice between the others, and two at the end."""
    target, work = lijst.hoofdstukken
    rij = Rij("rij", "Rij", vragen=(vraag("e-een"), vraag("e-twee", "e-een is ingevuld"),
              vraag("e-drie")))  # fmt: skip
    between = (vraag("t-een"), vraag("t-twee"))
    return lijst._replace(
        hoofdstukken=(
            target,
            Hoofdstuk("tussen", "Tussen", "Mag.", between, is_optioneel=True),
            work,
            Hoofdstuk("extra", "Extra", rijen=(rij,), is_optioneel=True),
            Hoofdstuk("kluis", "Kluis", vragen=(vraag("k-een"),), is_intern=True),
        ),
    )


FIXED = ["ambitie", "team", "uren", "budget"]
NAAR_KEUZE = ["t-een", "t-twee", "e-een", "e-twee", "e-drie", "k-een"]


class Laat:
    """Moves that leave every answer as it stands."""

    def __init__(self, beurten) -> None:
        self.beurten = beurten

    def __getitem__(self, i: int) -> Beantwoord:
        return Beantwoord(self.beurten[i].text)


@pytest.fixture
def loop(script):
    """Go through a conversation without changing anything, and return what was asked."""

    def perform(file, start: str, *, everything: bool) -> list[str]:
        player = script([])
        player.zetten = Laat(player.beurten)
        run(file, player, start, everything=everything)
        return player.asked

    return perform


def test_de_stap_zegt_dat_het_naar_keuze_is(roomy):
    titels = {stap.vraag.id: (stap.onderdeel, stap.inleiding) for stap in list_steps(roomy)}
    assert titels["t-een"] == ("Tussen (naar keuze)", "Mag.")
    assert titels["t-twee"] == ("Tussen (naar keuze)", "")
    assert titels["e-een"] == ("Extra: Rij (naar keuze)", "")
    assert titels["k-een"] == ("Kluis (intern)", "")
    assert titels["team"][0] == "Werk: Mensen"


@pytest.mark.parametrize("everything", [True, False])
@pytest.mark.parametrize("filled", [{}, {"t-een": "x", "e-een": "y", "k-een": "z"}])
def test_vanzelf_wordt_er_niet_naar_gevraagd(file, roomy, loop, everything, filled):
    plan = file({"gemeente": "Delft"}, roomy, **filled)
    assert loop(plan, "ambitie", everything=everything) == FIXED


def test_een_nieuw_plan_slaat_ze_over(file, script, roomy):
    player = script([])
    player.zetten = Laat(player.beurten)
    outcome = ask_rest(file({"gemeente": "Delft"}, roomy), player)
    assert player.asked == ["status", "datum", *FIXED]
    assert not outcome.gestopt


def test_ze_tellen_niet_mee_in_de_voortgang(file, script, roomy):
    player = script([Beantwoord("x"), Gestopt()])
    plan = file({"gemeente": "Delft"}, roomy, ambitie="a")
    outcome = run(plan, player, "k-een")
    assert {(beurt.beantwoord, beurt.total) for beurt in player.beurten} == {(1, 4)}
    stand = outcome.voortgang
    assert (stand.beantwoord, stand.total) == (1, 4)
    assert [v.id for v in stand.open] == FIXED[1:]
    assert [(s.onderdeel.id, s.beantwoord, s.total) for s in stand.naar_keuze] == [
        ("tussen", 0, 2),
        ("rij", 0, 2),  # e-twee counts only when e-een is answered
        ("kluis", 1, 1),
    ]


def test_in_de_spronglijst_staan_ze_maar_niet_als_open(file, script, roomy):
    player = script([Gestopt()])
    run(file({"gemeente": "Delft"}, roomy), player, "ambitie")
    plekken = {place.vraag_id: place.is_open for place in player.beurten[0].plekken().every}
    assert [v for v in plekken if v in NAAR_KEUZE] == [v for v in NAAR_KEUZE if v != "e-twee"]
    assert [v for v, is_open in plekken.items() if is_open] == FIXED


@pytest.mark.parametrize("everything", [True, False])
def test_wie_erheen_springt_krijgt_het_hele_hoofdstuk_en_gaat_dan_verder(
    file, script, roomy, everything
):
    plain = [Beantwoord("- b"), Beantwoord("1"), Beantwoord("c")]
    player = script([Spring("a", "t-een"), Beantwoord("x"), Beantwoord("y"), *plain])
    outcome = run(file({"gemeente": "Delft"}, roomy), player, "ambitie", everything=everything)
    assert player.asked == ["ambitie", "t-een", "t-twee", "team", "uren", "budget"]
    assert (on_disk(outcome.file, "t-een"), on_disk(outcome.file, "t-twee")) == (
        "x", "y",
    )  # fmt: skip


def test_een_hoofdstuk_gaat_niet_over_in_het_volgende_naar_keuze(file, roomy, loop):
    plan = file({"gemeente": "Delft"}, roomy)
    assert loop(plan, "e-een", everything=False) == ["e-een", "e-drie"]
    assert loop(plan, "k-een", everything=True) == ["k-een"]


def test_in_een_hoofdstuk_naar_keuze_wordt_wat_er_staat_overgeslagen(file, roomy, loop):
    plan = file({"gemeente": "Delft"}, roomy, **{"e-twee": "2", "e-een": "1"})
    assert loop(plan, "e-een", everything=False) == ["e-een", "e-drie"]
    assert loop(plan, "e-een", everything=True) == ["e-een", "e-twee", "e-drie"]


def test_een_voorwaarde_geldt_ook_daar_meteen(file, script, roomy):
    player = script([Beantwoord("1"), Beantwoord("2"), Beantwoord("3")])
    run(file({"gemeente": "Delft"}, roomy), player, "e-een")
    assert player.asked == ["e-een", "e-twee", "e-drie"]


def test_terug_uit_een_hoofdstuk_naar_keuze_gaat_naar_waar_je_was(file, script, roomy):
    player = script([Spring("", "k-een"), Terug("z"), Gestopt()])
    outcome = run(file({"gemeente": "Delft"}, roomy), player, "team")
    assert player.asked == ["team", "k-een", "team"]
    assert on_disk(outcome.file, "k-een") == "z"


def test_in_het_menu_is_een_hoofdstuk_naar_keuze_te_kiezen(file, script, roomy):
    plan = file({"gemeente": "Delft"}, roomy, ambitie="a")
    player = script([Gestopt()], keuzes=["hoofdstuk", "k-een"])
    continue_plan(plan, player)
    assert player.asked == ["k-een"]
    assert player.lijsten[0].every[-1].label == "Kluis (intern) (0 van 1)"


def test_een_plan_is_af_zonder_hoofdstukken_naar_keuze(file, script, roomy):
    plan = file({"gemeente": "Delft"}, roomy, ambitie="a", team="- b", uren="1", budget="c")
    player = script([], keuzes=["open"])
    outcome = continue_plan(plan, player)
    assert (player.asked, outcome.voortgang.open) == ([], ())
    assert voortgang(roomy, plan.plan).total == 4
