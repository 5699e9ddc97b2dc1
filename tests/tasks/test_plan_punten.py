from __future__ import annotations

import pytest

from uitvoeringsplan.errors import OnbekendeVraagError, PuntError
from uitvoeringsplan.model.open_punt import OpenPunt, names_of
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.plan.saving import rescued
from uitvoeringsplan.tasks import plan_punten
from uitvoeringsplan.tasks.environment import open_plan
from uitvoeringsplan.tasks.plan_punten import (
    add_punt,
    list_punten,
    load_puntenlijst,
    set_punten,
    to_json,
)
from uitvoeringsplan.tasks.take_answer import offer_leftovers

AMBITIE = OpenPunt("lokale-ambitie", "Jan", "2027-03-01", "de ambitie", "Klopt dit nog?")
GENERAL = OpenPunt(tekst="Graag een samenvatting.")


@pytest.fixture
def plan(example_plan):
    add_punt(example_plan, AMBITIE)
    add_punt(example_plan, GENERAL)
    return example_plan


def stand(plan) -> list[tuple[str, str]]:
    return [(g.punt.tekst, g.punt.klaar) for g in load_puntenlijst(plan).punten]


def name(punt: OpenPunt) -> str:
    (own,) = names_of([punt])
    return own


def test_de_lijst_heeft_namen_en_labels(plan):
    lijst = load_puntenlijst(None)
    assert lijst.path == plan.relative_to(plan.parent)
    assert [(g.name, g.label) for g in lijst.punten] == [
        (name(GENERAL), ""), (name(AMBITIE), "Lokale ambitie"),
    ]  # fmt: skip
    assert lijst.open == lijst.punten


def test_een_plan_zonder_punten(example_plan):
    data = example_plan.read_bytes()
    assert load_puntenlijst(example_plan).punten == ()
    with pytest.raises(PuntError, match="heeft geen punten"):
        set_punten(example_plan, ["p1234"], ready="2027-01-01")
    assert example_plan.read_bytes() == data


def test_dicht_doen_en_weer_openen(plan):
    open_ = plan.read_bytes()
    put = set_punten(plan, [name(AMBITIE)], ready="1 april 2027")
    assert put.changed
    assert [(g.name, g.punt.klaar) for g in put.punten] == [(name(AMBITIE), "2027-04-01")]
    assert [g.name for g in load_puntenlijst(plan).open] == [name(GENERAL)]
    # Closing it once more keeps the first date.
    assert not set_punten(plan, [name(AMBITIE)], ready="2027-05-05").changed
    assert stand(plan)[1][1] == "2027-04-01"
    assert set_punten(plan, [put.punten[0].punt.sleutel], ready="").changed
    assert plan.read_bytes() == open_


def test_meer_tegelijk_of_geen(plan):
    data = plan.read_bytes()
    one, two = name(GENERAL), name(AMBITIE)
    with pytest.raises(PuntError, match="“pzzzz” is geen punt"):
        set_punten(plan, [one, "pzzzz"], ready="2027-01-01")
    with pytest.raises(PuntError, match=r"“2” is geen punt van dit plan[.] Een nummer kan"):
        set_punten(plan, ["2"], ready="2027-01-01")
    with pytest.raises(PuntError, match="geen datum"):
        set_punten(plan, [one], ready="ooit")
    assert plan.read_bytes() == data
    assert len(set_punten(plan, [one, two, one], ready="2027-01-01").punten) == 2
    assert load_puntenlijst(plan).open == ()


def test_erbij_zetten(plan):
    data = plan.read_bytes()
    put = add_punt(plan, AMBITIE)
    assert not put.changed
    assert put.punten == ()
    assert plan.read_bytes() == data
    with pytest.raises(OnbekendeVraagError, match="Bedoel je “lokale-ambitie”"):
        add_punt(plan, AMBITIE._replace(vraag="lokale-ambite"))
    with pytest.raises(PuntError, match="zegt niets"):
        add_punt(plan, OpenPunt("lokale-ambitie"))
    (added,) = add_punt(plan, AMBITIE._replace(tekst="En dit?")).punten
    assert added.punt.tekst == "En dit?"
    assert set_punten(plan, [name(AMBITIE)], ready="2027-01-01").punten[0].punt.tekst == (
        AMBITIE.tekst
    )


def test_een_ander_bewaart_tegelijk(plan, monkeypatch):
    """Somebody added a point in the same moment: the name still means the same one."""
    other = open_plan(plan)
    saved = add_punten(other, [GENERAL._replace(tekst="A", datum="2020-01-01")])

    def tussendoor(old, new):
        plan.write_bytes(saved.data)
        return real(old, new)

    real = plan_punten.save_plan
    monkeypatch.setattr(plan_punten, "save_plan", tussendoor)
    put = set_punten(plan, [name(AMBITIE)], ready="2027-01-01")
    assert [(g.name, g.punt.tekst) for g in put.punten] == [(name(AMBITIE), AMBITIE.tekst)]
    assert [ready for _, ready in stand(plan)] == ["", "", "2027-01-01"]


def test_als_json(plan):
    set_punten(plan, [name(GENERAL)], ready="2027-01-01")
    json = to_json(load_puntenlijst(plan))
    assert (json["plan"], json["open"]) == (str(plan), 1)
    one, two = json["punten"]
    assert one == {
        "naam": name(GENERAL), "nummer": 1, "vraag": "", "auteur": "", "datum": "", "citaat": "",
        "tekst": "Graag een samenvatting.", "klaar": "2027-01-01", "sleutel": one["sleutel"],
    }  # fmt: skip
    assert (two["vraag"], two["klaar"]) == ("lokale-ambitie", "")


def test_punten_die_niet_bewaard_konden_worden_komen_terug(file, script):
    plan = file({}, ambitie="oud")
    ambitie = plan.vragenlijst.vraag("ambitie")
    punten = [OpenPunt("ambitie", tekst=f"punt {i}") for i in "12"]
    rescued(add_punten(plan.with_answer(ambitie, "nieuw"), punten), "mis.")
    player = script([], ja=[True], keuzes=["nieuw"])
    nu = offer_leftovers(plan, player)
    assert (
        "een andere tekst voor: ambitie; er staan 2 punten die het plan niet heeft"
        in (player.asked_yes[0])
    )
    assert [p.punt.tekst for p in list_punten(nu).punten] == ["punt 1", "punt 2"]
    assert nu.plan.antwoorden["ambitie"] == "nieuw"
    assert [path.name for path in plan.path.parent.iterdir()] == [plan.path.name]


def test_een_rest_met_alleen_een_punt(file, script):
    plan = file()
    rescued(add_punten(plan, [GENERAL]), "mis.")
    player = script([], ja=[False, False])
    assert offer_leftovers(plan, player) is plan
    assert "staat 1 punt dat het plan niet heeft. Wil je" in player.asked_yes[0]
    assert offer_leftovers(plan, script([], ja=[True])).punten[0].tekst == GENERAL.tekst
