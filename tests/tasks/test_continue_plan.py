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
        return Beantwoord(self.beurten[i].text)


def asked(file, script, *keuzes: str | None, **options) -> list[str]:
    """Return what is asked when every answer is left as it stands."""
    player = script([], keuzes=list(keuzes))
    player.zetten = _Laat(player.beurten)
    continue_plan(file, player, **options)
    return player.asked


def test_de_eerste_open_vraag_vraagt_wat_open_is_en_wat_moet(file, script):
    plan = file({}, ambitie="ja", uren="3")
    assert asked(plan, script, "open") == ["gemeente", "team", "budget"]


def test_een_vastgesteld_plan_moet_meer_hebben(file, script):
    plan = file({"gemeente": "Delft", "status": "vastgesteld"}, ambitie="a", team="- b")
    assert asked(plan, script, "open") == ["datum", "uren", "budget"]


def test_vanaf_een_vraag_ook_als_die_beantwoord_is(file, script):
    plan = file({}, ambitie="ja", uren="3")
    assert asked(plan, script, start_at="uren") == ["uren", "budget"]
    assert asked(plan, script, start_at="datum") == ["datum", "team", "budget"]


def test_alles(file, script, lijst):
    plan = file({"gemeente": "Delft"}, ambitie="ja")
    every = [v.id for v in (*lijst.gegevens, *lijst.vragen)]
    assert asked(plan, script, everything=True) == every
    assert asked(plan, script, "alles") == every
    assert asked(plan, script, everything=True, start_at="uren") == ["uren", "budget"]


def test_een_plan_dat_af_is_kan_meteen_door_naar_het_einde(file, script):
    plan = file({"gemeente": "Delft"}, ambitie="a", team="- b", uren="1", budget="c")
    player = script([], keuzes=["open"])
    outcome = continue_plan(plan, player)
    assert (outcome.gestopt, outcome.voortgang.open) == (False, ())
    assert player.asked == []


def test_een_vraag_die_er_niet_is(file, script):
    with pytest.raises(OnbekendeVraagError, match="Bedoel je “ambitie”"):
        continue_plan(file(), script([]), start_at="ambities")


# The menu.


def test_eerst_de_stand_dan_de_keuze(file, script):
    player = script([], keuzes=[None])
    outcome = continue_plan(file({}, ambitie="a"), player)
    assert player.shown == [
        ("1 van 4",),
        (MENU, "open", "hoofdstuk", "vraag", "alles"),
    ]
    assert (outcome.gestopt, outcome.concept) == (True, False)


@pytest.mark.parametrize("options", [{"start_at": "team"}, {"everything": True}])
def test_wie_een_plek_noemt_krijgt_geen_menu(file, script, options):
    player = script([Gestopt()])
    continue_plan(file(), player, **options)
    assert player.shown == []


def test_een_hoofdstuk_kiezen_vraagt_alles_vanaf_daar(file, script):
    plan = file({}, team="- b")
    player = script([Beantwoord("- b"), Gestopt()], keuzes=["hoofdstuk", "team"])
    continue_plan(plan, player)
    assert player.asked == ["team", "uren"]
    (lijst,) = player.lijsten
    assert [(place.vraag_id, place.label, place.is_open) for place in lijst.every] == [
        ("gemeente", "Gegevens van het plan (1 van 3)", True),
        ("ambitie", "Doel (0 van 1)", True),
        ("team", "Werk: Mensen (1 van 2)", True),
        ("budget", "Werk: Geld (0 van 1)", True),
    ]
    assert (lijst.beantwoord, lijst.total) == (1, 4)


def test_een_hoofdstuk_telt_op_wat_bij_zijn_vragen_hoort(file, script):
    plan = file({"gemeente": "Delft"}, team="- XXX", uren="3", budget="XXX")
    plan = add_punten(plan, [OpenPunt("team", tekst="a"), OpenPunt("uren", tekst="b")])
    Concepten(plan.path).save("uren", "half", None)
    player = script([], keuzes=["hoofdstuk", Gestopt()])
    continue_plan(plan, player)
    velden, target, people, geld = player.lijsten[0].every
    assert (people.aandacht, geld.aandacht) == (Aandacht(2, 0, 1), Aandacht(0, 0, 1))
    assert (people.has_concept, geld.has_concept) == (True, False)
    assert (velden.is_filled, target.is_filled, geld.is_filled) == (True, False, True)
    assert people.vraag == "Team Wie? Uren Hoeveel?"  # to be searched


def test_een_vraag_kiezen(file, script, lijst):
    player = script([Gestopt()], keuzes=["vraag", "uren"])
    continue_plan(file(), player)
    assert player.asked == ["uren"]
    (places,) = player.lijsten
    assert [p.vraag_id for p in places.every] == [v.id for v in (*lijst.gegevens, *lijst.vragen)]


@pytest.mark.parametrize("kind", ["hoofdstuk", "vraag"])
def test_wie_daar_niet_kiest_komt_terug_in_het_menu(file, script, kind):
    player = script([], keuzes=[kind, None, None])
    assert continue_plan(file(), player).gestopt
    assert [vraag for vraag, *_ in player.shown[1:]].count(MENU) == 2


@pytest.mark.parametrize("kind", ["hoofdstuk", "vraag"])
def test_wie_in_de_lijst_stopt_stopt(file, script, kind):
    player = script([], keuzes=[kind, Gestopt()])
    outcome = continue_plan(file(), player)
    assert (outcome.gestopt, outcome.voortgang.total, player.keuzes) == (True, 4, [])


def test_een_concept_wordt_aangeboden_met_zijn_tijd(file, script):
    plan = file()
    Concepten(plan.path).save("uren", "half", None)
    texts: list[str] = []
    player = script([Gestopt("half")], keuzes=["concept uren"])
    real = player.choose_value
    player.choose_value = lambda vraag, keuzes: (
        texts.extend(text for _, text in keuzes) or real(vraag, keuzes)
    )
    continue_plan(plan, player)
    assert player.shown[1][:3] == (MENU, "concept uren", "open")
    assert texts[0].startswith("je concept van ")
    assert texts[0].endswith(" uur: Uren")
    assert player.beurten[0].text == "half"


def test_een_concept_van_een_vraag_die_er_niet_meer_is_wordt_niet_aangeboden(file, script):
    plan = file()
    Concepten(plan.path).save("vroeger", "half", None)
    player = script([], keuzes=[None])
    continue_plan(plan, player)
    assert player.shown[1] == (MENU, "open", "hoofdstuk", "vraag", "alles")


def test_wat_een_afgebroken_keer_achterliet_komt_voor_het_menu(file, script):
    plan = file()
    rest = plan.path.with_name("a.herstel-1.yaml")
    rest.write_bytes(plan.with_answer(plan.vragenlijst.vraag("ambitie"), "Gered.").data)
    player = script([], keuzes=[None], ja=[True])
    outcome = continue_plan(plan, player)
    assert "a.herstel-1.yaml" in player.asked_yes[0]
    assert outcome.file.plan.antwoorden["ambitie"] == "Gered."
    assert load_plan(plan.path, plan.vragenlijst).plan.antwoorden["ambitie"] == "Gered."
    assert not rest.exists()
