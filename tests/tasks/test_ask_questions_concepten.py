"""Drafts of answers that are not finished."""

from __future__ import annotations

import datetime as dt
import os
import re

import pytest
from gesprek_player import concept, on_disk, run

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Overgeslagen, Spring, Terug
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import save_plan
from uitvoeringsplan.tasks.ask_questions import when_kept
from uitvoeringsplan.tasks.set_answer import set_answer


def test_stoppen_bewaart_een_concept_en_laat_het_antwoord_staan(file, script):
    start = file({}, ambitie="Oud.")
    before = start.path.read_bytes()
    outcome = run(start, script([Gestopt("Oud, en half")]), "ambitie")
    assert (outcome.gestopt, outcome.concept) == (True, True)
    assert start.path.read_bytes() == before
    assert concept(start, "ambitie") == "Oud, en half"


@pytest.mark.parametrize("text", ["Blijft.", "", " \n"])
def test_stoppen_zonder_iets_nieuws_geeft_geen_concept(file, script, text):
    start = file({}, ambitie="Blijft.")
    before = start.path.read_bytes()
    outcome = run(start, script([Gestopt(text)]), "ambitie")
    assert (outcome.gestopt, outcome.concept) == (True, False)
    assert start.path.read_bytes() == before
    assert concept(start, "ambitie") is None


def test_de_volgende_keer_staat_het_concept_klaar_met_zijn_tijd(file, script):
    start = file({}, ambitie="Oud.")
    run(start, script([Gestopt("half")]), "ambitie")
    player = script([Beantwoord("heel")])
    player.zetten += [Beantwoord("")] * 3
    run(load_plan(start.path, start.vragenlijst), player, "ambitie")
    beurt = player.beurten[0]
    assert beurt.text == "half"
    assert re.fullmatch(r"Dit is je concept van \d\d:\d\d uur\.", beurt.message)
    assert on_disk(start, "ambitie") == "heel"
    assert concept(start, "ambitie") is None  # saved, so gone


def test_een_concept_van_een_andere_dag_noemt_de_dag():
    nu = dt.datetime.now().astimezone()
    assert when_kept(nu) == f"{nu:%H:%M} uur"
    assert when_kept(dt.datetime(2026, 3, 1, 9, 5).astimezone()) == "01-03-2026 om 09:05 uur"


def test_wat_getypt_wordt_komt_in_het_concept(file, script):
    start = file()

    def type_in(beurt):
        beurt.concept("half")
        assert concept(start, "ambitie") == "half"
        beurt.concept("")
        assert concept(start, "ambitie") is None
        beurt.concept("half en meer")

    run(start, script([Gestopt("half en meer")], type_in), "ambitie")
    assert concept(start, "ambitie") == "half en meer"


def test_een_tekst_die_er_al_staat_is_geen_concept(file, script):
    start = file({}, ambitie="Oud.")

    def type_in(beurt):
        beurt.concept("Oud, anders")
        beurt.concept("Oud.\n")

    run(start, script([Gestopt("Oud.")], type_in), "ambitie")
    assert concept(start, "ambitie") is None


def test_een_concept_blijft_buiten_de_map_van_het_plan(file, script, draft_folder):
    start = file()
    run(start, script([Gestopt("half")]), "ambitie")
    assert [path.name for path in start.path.parent.iterdir()] == ["a.plan.yaml"]
    assert [path.name for path in draft_folder.rglob("*.txt")] == ["ambitie.leeg.concept.txt"]


def test_kan_een_concept_nergens_heen_dan_staat_de_tekst_op_het_scherm(
    file, script, draft_folder, monkeypatch
):
    start = file()
    (draft_folder / "dicht").write_text("", "utf-8")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(draft_folder / "dicht"))
    player = script([Beantwoord("gaat door"), Gestopt("half")], lambda beurt: beurt.concept("iets"))
    outcome = run(start, player, "ambitie")
    assert on_disk(start, "ambitie") == "gaat door"
    assert not outcome.concept
    ((said,),) = player.shown
    assert said.endswith("Dit typte je:\nhalf")


@pytest.mark.parametrize(
    ("typed", "zegt"),
    [
        ("half", "Je tekst kon niet als concept bewaard worden. Dit typte je:\nhalf"),
        ("", "Wat je typte is bewaard als concept."),  # nothing that can be lost
    ],
)
def test_kan_een_concept_nergens_heen_dan_zegt_een_signaal_wat_je_typte(
    file, script, draft_folder, monkeypatch, typed, zegt
):
    start = file()
    (draft_folder / "dicht").write_text("", "utf-8")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(draft_folder / "dicht"))

    def breek_af(beurt):
        beurt.concept("eerst iets")
        beurt.concept(typed)
        raise OnderbrokenError(15)

    with pytest.raises(OnderbrokenError) as error:
        run(start, script([Gestopt("half")], breek_af), "ambitie")
    assert str(error.value) == f"Afgebroken. {zegt}"
    assert error.value.signal == 15


def test_een_oud_concept_krijgt_de_tijd_van_het_typen(file, script, draft_folder):
    start = file()
    Concepten(start.path).save("ambitie", "half", None)
    (path,) = draft_folder.rglob("*.txt")
    moment = dt.datetime(2026, 1, 2, 3, 4).astimezone()
    os.utime(path, (moment.timestamp(),) * 2)
    player = script([Gestopt("half")])
    run(start, player, "ambitie")
    assert player.beurten[0].message == "Dit is je concept van 02-01-2026 om 03:04 uur."


OLD, NEW, HALF = "Oud.", "Nieuw, van een collega.", "Oud, en half"


@pytest.fixture
def caught_up(file, script):
    """Return a plan with a draft that was started from `OLD`, and `NEW` as the answer since."""

    def make(new: str = NEW):
        start = file({}, ambitie=OLD)
        run(start, script([Gestopt(HALF)]), "ambitie")
        save_plan(start, start.with_answer(start.vragenlijst.vraag("ambitie"), new))
        return load_plan(start.path, start.vragenlijst)

    return make


@pytest.mark.parametrize("new", [NEW, ""])
def test_een_ingehaald_concept_vraagt_welke_tekst_blijft(caught_up, script, new):
    plan = caught_up(new)
    player = script([Beantwoord(HALF), Gestopt()], keuzes=[HALF])
    run(plan, player, "ambitie")
    ((vraag_id, ours, theirs, why),) = player.shown
    assert (vraag_id, ours, theirs) == ("ambitie", HALF, new)
    assert re.fullmatch(
        r"Het antwoord op “Ambitie” is veranderd sinds je concept van \d\d:\d\d uur\.", why
    )
    assert (player.beurten[0].text, player.beurten[0].antwoord) == (HALF, new)
    assert on_disk(plan, "ambitie") == HALF
    assert concept(plan, "ambitie") is None


@pytest.mark.parametrize("zet", [Overgeslagen(), Terug(HALF), Spring(HALF, "team")])
def test_wie_een_concept_voorbijloopt_laat_het_een_concept(file, script, zet):
    start = file({}, ambitie=OLD)
    run(start, script([Gestopt(HALF)]), "ambitie")
    before = start.path.read_bytes()
    player = script([zet, Gestopt()])
    run(start, player, "ambitie")
    assert start.path.read_bytes() == before
    assert concept(start, "ambitie") == HALF
    assert player.asked[1:] == ["datum" if isinstance(zet, Terug) else "team"]


def test_wie_verder_schrijft_en_dan_springt_heeft_geantwoord(file, script):
    start = file({}, ambitie=OLD)
    run(start, script([Gestopt(HALF)]), "ambitie")
    run(start, script([Spring("Oud, en nu heel.", "team"), Gestopt()]), "ambitie")
    assert on_disk(start, "ambitie") == "Oud, en nu heel."


def test_een_antwoord_dat_leeg_wordt_is_te_zien(file, script):
    start = file({}, ambitie=OLD)
    player = script([Beantwoord(""), Beantwoord(""), *[Gestopt()] * 2])
    run(start, player, "ambitie")
    assert player.shown == [("“Ambitie” is leeggemaakt.",)]  # and nothing of the empty one


def test_wie_het_antwoord_kiest_is_zijn_concept_kwijt_en_houdt_het_antwoord(caught_up, script):
    plan = caught_up()
    player = script([Gestopt(NEW)], keuzes=[NEW])
    run(plan, player, "ambitie")
    assert (player.beurten[0].text, player.beurten[0].message) == (NEW, "")
    assert concept(plan, "ambitie") is None
    assert on_disk(plan, "ambitie") == NEW


def test_beide_teksten_worden_het_concept_en_een_tweede_keer_is_er_niets_te_kiezen(
    caught_up, script
):
    plan = caught_up()
    both = f"{NEW}\n\n{HALF}"
    run(plan, script([Gestopt(both)], keuzes=[both]), "ambitie")
    assert concept(plan, "ambitie") == both
    player = script([Gestopt(both)])
    run(plan, player, "ambitie")
    assert player.shown == []
    assert player.beurten[0].text == both
    assert on_disk(plan, "ambitie") == NEW


def test_wie_niet_kiest_houdt_beide_en_wordt_weer_gevraagd(caught_up, script):
    plan = caught_up()
    for _ in range(2):
        player = script([], keuzes=[None])
        outcome = run(plan, player, "ambitie")
        assert (outcome.gestopt, outcome.concept, player.beurten) == (True, True, [])
        assert len(player.shown) == 1
        assert (on_disk(plan, "ambitie"), concept(plan, "ambitie")) == (NEW, HALF)


@pytest.mark.parametrize("new", [OLD, HALF])
def test_wat_niet_veranderde_of_al_gelijk_is_vraagt_niets(caught_up, script, new):
    plan = caught_up(new)
    player = script([Gestopt(HALF)])
    run(plan, player, "ambitie")
    assert player.shown == []
    assert player.beurten[0].text == HALF


def test_van_een_concept_zonder_vingerafdruk_is_niet_bekend_wat_nieuwer_is(file, script):
    start = file({}, ambitie=NEW)
    Concepten(start.path).save("ambitie", HALF, None)
    Concepten(start.path).save("team", HALF, None)
    player = script([Gestopt(HALF)], keuzes=[HALF])
    run(start, player, "ambitie")
    ((*texts, why),) = player.shown
    assert texts == ["ambitie", HALF, NEW]
    assert why.endswith("Welk van de twee nieuwer is, is niet bekend.")
    player = script([Gestopt(HALF)])
    run(start, player, "team")  # without an answer there is nothing that it could replace
    assert player.shown == []


@pytest.mark.parametrize("gone", ["antwoord", "met de hand"])
def test_een_antwoord_dat_buiten_het_gesprek_komt_wordt_niet_overschreven(
    example_plan, script, gone
):
    from uitvoeringsplan.tasks.environment import open_plan  # noqa: PLC0415 - only here

    plan = open_plan(example_plan)
    run(plan, script([Gestopt("van gisteren")]), "borgen-budget")
    if gone == "antwoord":
        set_answer(example_plan, "borgen-budget", "van vandaag")
    else:
        text = re.sub(
            r"(  borgen-budget: \|\n)(?:    .*\n|\n(?=    ))+",
            r"\1    van vandaag\n",
            example_plan.read_text("utf-8"),
        )
        example_plan.write_text(text, "utf-8")
    plan = open_plan(example_plan)
    player = script([Beantwoord("van vandaag")], keuzes=["van vandaag"])
    player.zetten += [Gestopt()]
    run(plan, player, "borgen-budget")
    assert player.shown[0][:3] == ("borgen-budget", "van gisteren", "van vandaag")
    assert open_plan(example_plan).plan.antwoorden["borgen-budget"] == "van vandaag"
