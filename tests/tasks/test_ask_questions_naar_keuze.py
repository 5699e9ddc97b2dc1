"""Chapters of choice in a conversation: there for who goes there, in the way of nobody."""

from __future__ import annotations

import pytest
from gesprek_player import op_schijf, voer

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
def ruim(lijst):
    """Return the small set with a chapter of choice between the others, and two at the end."""
    doel, werk = lijst.hoofdstukken
    rij = Rij("rij", "Rij", vragen=(vraag("e-een"), vraag("e-twee", "e-een is ingevuld"),
              vraag("e-drie")))  # fmt: skip
    tussen = (vraag("t-een"), vraag("t-twee"))
    return lijst._replace(
        hoofdstukken=(
            doel,
            Hoofdstuk("tussen", "Tussen", "Mag.", tussen, is_optioneel=True),
            werk,
            Hoofdstuk("extra", "Extra", rijen=(rij,), is_optioneel=True),
            Hoofdstuk("kluis", "Kluis", vragen=(vraag("k-een"),), is_intern=True),
        ),
    )


VAST = ["ambitie", "team", "uren", "budget"]
NAAR_KEUZE = ["t-een", "t-twee", "e-een", "e-twee", "e-drie", "k-een"]


class Laat:
    """Moves that leave every answer as it stands."""

    def __init__(self, beurten) -> None:
        self.beurten = beurten

    def __getitem__(self, i: int) -> Beantwoord:
        return Beantwoord(self.beurten[i].tekst)


@pytest.fixture
def loop(script):
    """Go through a conversation without changing anything, and return what was asked."""

    def doe(bestand, begin: str, *, alles: bool) -> list[str]:
        speler = script([])
        speler.zetten = Laat(speler.beurten)
        voer(bestand, speler, begin, alles=alles)
        return speler.gevraagd

    return doe


def test_de_stap_zegt_dat_het_naar_keuze_is(ruim):
    titels = {stap.vraag.id: (stap.onderdeel, stap.inleiding) for stap in list_steps(ruim)}
    assert titels["t-een"] == ("Tussen (naar keuze)", "Mag.")
    assert titels["t-twee"] == ("Tussen (naar keuze)", "")
    assert titels["e-een"] == ("Extra: Rij (naar keuze)", "")
    assert titels["k-een"] == ("Kluis (intern)", "")
    assert titels["team"][0] == "Werk: Mensen"


@pytest.mark.parametrize("alles", [True, False])
@pytest.mark.parametrize("gevuld", [{}, {"t-een": "x", "e-een": "y", "k-een": "z"}])
def test_vanzelf_wordt_er_niet_naar_gevraagd(bestand, ruim, loop, alles, gevuld):
    plan = bestand({"gemeente": "Delft"}, ruim, **gevuld)
    assert loop(plan, "ambitie", alles=alles) == VAST


def test_een_nieuw_plan_slaat_ze_over(bestand, script, ruim):
    speler = script([])
    speler.zetten = Laat(speler.beurten)
    uitkomst = ask_rest(bestand({"gemeente": "Delft"}, ruim), speler)
    assert speler.gevraagd == ["status", "datum", *VAST]
    assert not uitkomst.gestopt


def test_ze_tellen_niet_mee_in_de_voortgang(bestand, script, ruim):
    speler = script([Beantwoord("x"), Gestopt()])
    plan = bestand({"gemeente": "Delft"}, ruim, ambitie="a")
    uitkomst = voer(plan, speler, "k-een")
    assert {(beurt.beantwoord, beurt.totaal) for beurt in speler.beurten} == {(1, 4)}
    stand = uitkomst.voortgang
    assert (stand.beantwoord, stand.totaal) == (1, 4)
    assert [v.id for v in stand.open] == VAST[1:]
    assert [(s.onderdeel.id, s.beantwoord, s.totaal) for s in stand.naar_keuze] == [
        ("tussen", 0, 2),
        ("rij", 0, 2),  # e-twee counts only when e-een is answered
        ("kluis", 1, 1),
    ]


def test_in_de_spronglijst_staan_ze_maar_niet_als_open(bestand, script, ruim):
    speler = script([Gestopt()])
    voer(bestand({"gemeente": "Delft"}, ruim), speler, "ambitie")
    plekken = {plek.vraag_id: plek.is_open for plek in speler.beurten[0].plekken().alle}
    assert [v for v in plekken if v in NAAR_KEUZE] == [v for v in NAAR_KEUZE if v != "e-twee"]
    assert [v for v, is_open in plekken.items() if is_open] == VAST


@pytest.mark.parametrize("alles", [True, False])
def test_wie_erheen_springt_krijgt_het_hele_hoofdstuk_en_gaat_dan_verder(
    bestand, script, ruim, alles
):
    gewoon = [Beantwoord("- b"), Beantwoord("1"), Beantwoord("c")]
    speler = script([Spring("a", "t-een"), Beantwoord("x"), Beantwoord("y"), *gewoon])
    uitkomst = voer(bestand({"gemeente": "Delft"}, ruim), speler, "ambitie", alles=alles)
    assert speler.gevraagd == ["ambitie", "t-een", "t-twee", "team", "uren", "budget"]
    assert (op_schijf(uitkomst.bestand, "t-een"), op_schijf(uitkomst.bestand, "t-twee")) == (
        "x", "y",
    )  # fmt: skip


def test_een_hoofdstuk_gaat_niet_over_in_het_volgende_naar_keuze(bestand, ruim, loop):
    plan = bestand({"gemeente": "Delft"}, ruim)
    assert loop(plan, "e-een", alles=False) == ["e-een", "e-drie"]
    assert loop(plan, "k-een", alles=True) == ["k-een"]


def test_in_een_hoofdstuk_naar_keuze_wordt_wat_er_staat_overgeslagen(bestand, ruim, loop):
    plan = bestand({"gemeente": "Delft"}, ruim, **{"e-twee": "2", "e-een": "1"})
    assert loop(plan, "e-een", alles=False) == ["e-een", "e-drie"]
    assert loop(plan, "e-een", alles=True) == ["e-een", "e-twee", "e-drie"]


def test_een_voorwaarde_geldt_ook_daar_meteen(bestand, script, ruim):
    speler = script([Beantwoord("1"), Beantwoord("2"), Beantwoord("3")])
    voer(bestand({"gemeente": "Delft"}, ruim), speler, "e-een")
    assert speler.gevraagd == ["e-een", "e-twee", "e-drie"]


def test_terug_uit_een_hoofdstuk_naar_keuze_gaat_naar_waar_je_was(bestand, script, ruim):
    speler = script([Spring("", "k-een"), Terug("z"), Gestopt()])
    uitkomst = voer(bestand({"gemeente": "Delft"}, ruim), speler, "team")
    assert speler.gevraagd == ["team", "k-een", "team"]
    assert op_schijf(uitkomst.bestand, "k-een") == "z"


def test_in_het_menu_is_een_hoofdstuk_naar_keuze_te_kiezen(bestand, script, ruim):
    plan = bestand({"gemeente": "Delft"}, ruim, ambitie="a")
    speler = script([Gestopt()], keuzes=["hoofdstuk", "k-een"])
    continue_plan(plan, speler)
    assert speler.gevraagd == ["k-een"]
    assert speler.lijsten[0].alle[-1].label == "Kluis (intern) (0 van 1)"


def test_een_plan_is_af_zonder_hoofdstukken_naar_keuze(bestand, script, ruim):
    plan = bestand({"gemeente": "Delft"}, ruim, ambitie="a", team="- b", uren="1", budget="c")
    speler = script([], keuzes=["open"])
    uitkomst = continue_plan(plan, speler)
    assert (speler.gevraagd, uitkomst.voortgang.open) == ([], ())
    assert voortgang(ruim, plan.plan).totaal == 4
