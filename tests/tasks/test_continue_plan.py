from __future__ import annotations

import pytest

from uitvoeringsplan.errors import OnbekendeVraagError
from uitvoeringsplan.model.beurt import Aandacht, Beantwoord, Gestopt
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.tasks.continue_plan import continue_plan

MENU = "Waar wil je verder?"


class _Laat:
    """Moves that leave every answer as it stands."""

    def __init__(self, beurten) -> None:
        self.beurten = beurten

    def __getitem__(self, i: int) -> Beantwoord:
        return Beantwoord(self.beurten[i].tekst)


def gevraagd(bestand, script, *keuzes: str | None, **opties) -> list[str]:
    """Return what is asked when every answer is left as it stands."""
    speler = script([], keuzes=list(keuzes))
    speler.zetten = _Laat(speler.beurten)
    continue_plan(bestand, speler, **opties)
    return speler.gevraagd


def test_de_eerste_open_vraag_vraagt_wat_open_is_en_wat_moet(bestand, script):
    plan = bestand({}, ambitie="ja", uren="3")
    assert gevraagd(plan, script, "open") == ["gemeente", "team", "budget"]


def test_een_vastgesteld_plan_moet_meer_hebben(bestand, script):
    plan = bestand({"gemeente": "Delft", "status": "vastgesteld"}, ambitie="a", team="- b")
    assert gevraagd(plan, script, "open") == ["datum", "uren", "budget"]


def test_vanaf_een_vraag_ook_als_die_beantwoord_is(bestand, script):
    plan = bestand({}, ambitie="ja", uren="3")
    assert gevraagd(plan, script, start_at="uren") == ["uren", "budget"]
    assert gevraagd(plan, script, start_at="datum") == ["datum", "team", "budget"]


def test_alles(bestand, script, lijst):
    plan = bestand({"gemeente": "Delft"}, ambitie="ja")
    alle = [v.id for v in (*lijst.gegevens, *lijst.vragen)]
    assert gevraagd(plan, script, everything=True) == alle
    assert gevraagd(plan, script, "alles") == alle
    assert gevraagd(plan, script, everything=True, start_at="uren") == ["uren", "budget"]


def test_een_plan_dat_af_is_kan_meteen_door_naar_het_einde(bestand, script):
    plan = bestand({"gemeente": "Delft"}, ambitie="a", team="- b", uren="1", budget="c")
    speler = script([], keuzes=["open"])
    uitkomst = continue_plan(plan, speler)
    assert (uitkomst.gestopt, uitkomst.voortgang.open) == (False, ())
    assert speler.gevraagd == []


def test_een_vraag_die_er_niet_is(bestand, script):
    with pytest.raises(OnbekendeVraagError, match="Bedoel je “ambitie”"):
        continue_plan(bestand(), script([]), start_at="ambities")


# The menu.


def test_eerst_de_stand_dan_de_keuze(bestand, script):
    speler = script([], keuzes=[None])
    uitkomst = continue_plan(bestand({}, ambitie="a"), speler)
    assert speler.getoond == [
        ("1 van 4",),
        (MENU, "open", "hoofdstuk", "vraag", "alles"),
    ]
    assert (uitkomst.gestopt, uitkomst.concept) == (True, False)


@pytest.mark.parametrize("opties", [{"start_at": "team"}, {"everything": True}])
def test_wie_een_plek_noemt_krijgt_geen_menu(bestand, script, opties):
    speler = script([Gestopt()])
    continue_plan(bestand(), speler, **opties)
    assert speler.getoond == []


def test_een_hoofdstuk_kiezen_vraagt_alles_vanaf_daar(bestand, script):
    plan = bestand({}, team="- b")
    speler = script([Beantwoord("- b"), Gestopt()], keuzes=["hoofdstuk", "team"])
    continue_plan(plan, speler)
    assert speler.gevraagd == ["team", "uren"]
    (lijst,) = speler.lijsten
    assert [(plek.vraag_id, plek.label, plek.is_open) for plek in lijst.alle] == [
        ("gemeente", "Gegevens van het plan (1 van 3)", True),
        ("ambitie", "Doel (0 van 1)", True),
        ("team", "Werk: Mensen (1 van 2)", True),
        ("budget", "Werk: Geld (0 van 1)", True),
    ]
    assert (lijst.beantwoord, lijst.totaal) == (1, 4)


def test_een_hoofdstuk_telt_op_wat_bij_zijn_vragen_hoort(bestand, script):
    plan = bestand({"gemeente": "Delft"}, team="- XXX", uren="3", budget="XXX")
    plan = add_punten(plan, [OpenPunt("team", tekst="a"), OpenPunt("uren", tekst="b")])
    Concepten(plan.pad).bewaar("uren", "half", None)
    speler = script([], keuzes=["hoofdstuk", Gestopt()])
    continue_plan(plan, speler)
    velden, doel, mensen, geld = speler.lijsten[0].alle
    assert (mensen.aandacht, geld.aandacht) == (Aandacht(2, 0, 1), Aandacht(0, 0, 1))
    assert (mensen.heeft_concept, geld.heeft_concept) == (True, False)
    assert (velden.is_gevuld, doel.is_gevuld, geld.is_gevuld) == (True, False, True)
    assert mensen.vraag == "Team Wie? Uren Hoeveel?"  # to be searched


def test_een_vraag_kiezen(bestand, script, lijst):
    speler = script([Gestopt()], keuzes=["vraag", "uren"])
    continue_plan(bestand(), speler)
    assert speler.gevraagd == ["uren"]
    (plekken,) = speler.lijsten
    assert [p.vraag_id for p in plekken.alle] == [v.id for v in (*lijst.gegevens, *lijst.vragen)]


@pytest.mark.parametrize("soort", ["hoofdstuk", "vraag"])
def test_wie_daar_niet_kiest_komt_terug_in_het_menu(bestand, script, soort):
    speler = script([], keuzes=[soort, None, None])
    assert continue_plan(bestand(), speler).gestopt
    assert [vraag for vraag, *_ in speler.getoond[1:]].count(MENU) == 2


@pytest.mark.parametrize("soort", ["hoofdstuk", "vraag"])
def test_wie_in_de_lijst_stopt_stopt(bestand, script, soort):
    speler = script([], keuzes=[soort, Gestopt()])
    uitkomst = continue_plan(bestand(), speler)
    assert (uitkomst.gestopt, uitkomst.voortgang.totaal, speler.keuzes) == (True, 4, [])


def test_een_concept_wordt_aangeboden_met_zijn_tijd(bestand, script):
    plan = bestand()
    Concepten(plan.pad).bewaar("uren", "half", None)
    teksten: list[str] = []
    speler = script([Gestopt("half")], keuzes=["concept uren"])
    echt = speler.choose_value
    speler.choose_value = lambda vraag, keuzes: (
        teksten.extend(tekst for _, tekst in keuzes) or echt(vraag, keuzes)
    )
    continue_plan(plan, speler)
    assert speler.getoond[1][:3] == (MENU, "concept uren", "open")
    assert teksten[0].startswith("je concept van ")
    assert teksten[0].endswith(" uur: Uren")
    assert speler.beurten[0].tekst == "half"


def test_een_concept_van_een_vraag_die_er_niet_meer_is_wordt_niet_aangeboden(bestand, script):
    plan = bestand()
    Concepten(plan.pad).bewaar("vroeger", "half", None)
    speler = script([], keuzes=[None])
    continue_plan(plan, speler)
    assert speler.getoond[1] == (MENU, "open", "hoofdstuk", "vraag", "alles")


def test_wat_een_afgebroken_keer_achterliet_komt_voor_het_menu(bestand, script):
    plan = bestand()
    rest = plan.pad.with_name("a.herstel-1.yaml")
    rest.write_bytes(plan.with_answer(plan.vragenlijst.vraag("ambitie"), "Gered.").data)
    speler = script([], keuzes=[None], ja=[True])
    uitkomst = continue_plan(plan, speler)
    assert "a.herstel-1.yaml" in speler.gevraagd_ja[0]
    assert uitkomst.bestand.plan.antwoorden["ambitie"] == "Gered."
    assert load_plan(plan.pad, plan.vragenlijst).plan.antwoorden["ambitie"] == "Gered."
    assert not rest.exists()
