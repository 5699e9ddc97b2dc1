from __future__ import annotations

import pytest

from uitvoeringsplan.errors import AntwoordError, BestandError
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.take_answer import offer_leftovers, save_answer


@pytest.fixture
def ambitie(lijst):
    return lijst.vraag("ambitie")


def schrijf(file, text: str) -> None:
    """Change the answer on disk, as somebody else would."""
    nu = load_plan(file.path, file.vragenlijst)
    new = nu.with_answer(file.vragenlijst.vraag("ambitie"), text)
    file.path.write_bytes(new.data)


def on_disk(file) -> str:
    return load_plan(file.path, file.vragenlijst).plan.antwoorden["ambitie"]


def test_opslaan_geeft_wat_op_schijf_staat(file, script, ambitie):
    plan = file()
    after = save_answer(plan, ambitie, " Nieuw. ", script([]))
    assert after.data == plan.path.read_bytes()
    assert on_disk(plan) == " Nieuw."


def test_wat_niet_past_wordt_niet_bewaard(file, script, lijst):
    plan = file({}, uren="8")
    before = plan.path.read_bytes()
    with pytest.raises(AntwoordError):
        save_answer(plan, lijst.vraag("uren"), "veel", script([]))
    assert plan.path.read_bytes() == before


@pytest.mark.parametrize("keuze", ["mijn", "hun", "hun\n\nmijn", "heel anders"])
def test_bij_een_botsing_kiest_de_gebruiker(file, script, ambitie, keuze):
    plan = file({}, ambitie="oud")
    schrijf(plan, "hun")
    player = script([], keuzes=[keuze])
    after = save_answer(plan, ambitie, "mijn", player)
    assert player.shown == [("ambitie", "mijn", "hun")]
    assert on_disk(plan) == keuze
    assert after.data == plan.path.read_bytes()


def test_een_tweede_botsing_wordt_weer_gevraagd(file, script, ambitie):
    plan = file({}, ambitie="oud")
    schrijf(plan, "hun")
    player = script([], keuzes=["mijn", "mijn"])
    real = player.choose_text

    def choose(vraag, ours, theirs, _why=""):
        if theirs == "hun":
            schrijf(plan, "weer anders")
        return real(vraag, ours, theirs)

    player.choose_text = choose
    save_answer(plan, ambitie, "mijn", player)
    assert [theirs for _, _, theirs in player.shown] == ["hun", "weer anders"]
    assert on_disk(plan) == "mijn"


def test_wie_niet_kiest_vindt_zijn_tekst_naast_het_plan(file, script, ambitie):
    plan = file({}, ambitie="oud")
    schrijf(plan, "hun")
    with pytest.raises(BestandError, match=r"Er is niets verloren.*a\.herstel-1\.yaml"):
        save_answer(plan, ambitie, "mijn", script([], keuzes=[None]))
    assert on_disk(plan) == "hun"
    rest = load_plan(plan.path.with_name("a.herstel-1.yaml"), plan.vragenlijst)
    assert rest.plan.antwoorden["ambitie"] == "mijn"


# Leftovers.


@pytest.fixture
def rest(file):
    """Return a plan, and a file that an interrupted save left beside it."""

    def make(nu: str, in_rest: str):
        plan = file({}, ambitie=nu)
        path = plan.path.with_name("a.herstel-1.yaml")
        ambitie = plan.vragenlijst.vraag("ambitie")
        path.write_bytes(plan.with_answer(ambitie, in_rest).data)
        return plan, path

    return make


def test_zonder_resten_wordt_niets_gevraagd(file, script):
    plan = file()
    assert offer_leftovers(plan, script([])) is plan


def test_een_rest_overnemen(rest, script):
    plan, path = rest("", "gered")
    after = offer_leftovers(plan, script([], ja=[True]))
    assert on_disk(plan) == after.plan.antwoorden["ambitie"] == "gered"
    assert not path.exists()


def test_een_rest_kan_ouder_zijn_dus_de_gebruiker_ziet_beide(rest, script):
    plan, path = rest("nu", "toen")
    player = script([], ja=[True], keuzes=["nu"])
    offer_leftovers(plan, player)
    why = "Bij “Ambitie” staat in het plan iets anders dan in die tekst."
    assert player.shown == [("ambitie", "toen", "nu", why)]
    assert on_disk(plan) == "nu"
    assert not path.exists()


def test_wie_niet_kiest_houdt_de_rest(rest, script):
    plan, path = rest("nu", "toen")
    assert offer_leftovers(plan, script([], ja=[True], keuzes=[None])) is plan
    assert path.exists()


@pytest.mark.parametrize("gone", [True, False])
def test_een_rest_niet_overnemen(rest, script, gone):
    plan, path = rest("nu", "toen")
    player = script([], ja=[False, gone])
    offer_leftovers(plan, player)
    assert player.asked_yes[1] == "Mag a.herstel-1.yaml dan weg?"
    assert on_disk(plan) == "nu"
    assert path.exists() is not gone
