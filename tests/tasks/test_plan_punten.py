from __future__ import annotations

import pytest

from uitvoeringsplan.errors import OnbekendeVraagError, PuntError
from uitvoeringsplan.model.open_punt import OpenPunt, names_of
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.plan.saving import rescued
from uitvoeringsplan.tasks import plan_punten
from uitvoeringsplan.tasks.environment import open_environment
from uitvoeringsplan.tasks.plan_punten import (
    add_punt,
    list_punten,
    load_puntenlijst,
    set_punten,
    to_json,
)
from uitvoeringsplan.tasks.take_answer import offer_leftovers

AMBITIE = OpenPunt("lokale-ambitie", "Jan", "2027-03-01", "de ambitie", "Klopt dit nog?")
ALGEMEEN = OpenPunt(tekst="Graag een samenvatting.")


@pytest.fixture
def plan(voorbeeldplan):
    add_punt(voorbeeldplan, AMBITIE)
    add_punt(voorbeeldplan, ALGEMEEN)
    return voorbeeldplan


def stand(plan) -> list[tuple[str, str]]:
    return [(g.punt.tekst, g.punt.klaar) for g in load_puntenlijst(plan).punten]


def naam(punt: OpenPunt) -> str:
    (eigen,) = names_of([punt])
    return eigen


def test_de_lijst_heeft_namen_en_labels(plan):
    lijst = load_puntenlijst(None)
    assert lijst.pad == plan.relative_to(plan.parent)
    assert [(g.naam, g.label) for g in lijst.punten] == [
        (naam(ALGEMEEN), ""), (naam(AMBITIE), "Lokale ambitie"),
    ]  # fmt: skip
    assert lijst.open == lijst.punten


def test_een_plan_zonder_punten(voorbeeldplan):
    data = voorbeeldplan.read_bytes()
    assert load_puntenlijst(voorbeeldplan).punten == ()
    with pytest.raises(PuntError, match="heeft geen punten"):
        set_punten(voorbeeldplan, ["p1234"], klaar="2027-01-01")
    assert voorbeeldplan.read_bytes() == data


def test_dicht_doen_en_weer_openen(plan):
    open_ = plan.read_bytes()
    gezet = set_punten(plan, [naam(AMBITIE)], klaar="1 april 2027")
    assert gezet.veranderd
    assert [(g.naam, g.punt.klaar) for g in gezet.punten] == [(naam(AMBITIE), "2027-04-01")]
    assert [g.naam for g in load_puntenlijst(plan).open] == [naam(ALGEMEEN)]
    # Closing it once more keeps the first date.
    assert not set_punten(plan, [naam(AMBITIE)], klaar="2027-05-05").veranderd
    assert stand(plan)[1][1] == "2027-04-01"
    assert set_punten(plan, [gezet.punten[0].punt.sleutel], klaar="").veranderd
    assert plan.read_bytes() == open_


def test_meer_tegelijk_of_geen(plan):
    data = plan.read_bytes()
    een, twee = naam(ALGEMEEN), naam(AMBITIE)
    with pytest.raises(PuntError, match="“pzzzz” is geen punt"):
        set_punten(plan, [een, "pzzzz"], klaar="2027-01-01")
    with pytest.raises(PuntError, match=r"“2” is geen punt van dit plan[.] Een nummer kan"):
        set_punten(plan, ["2"], klaar="2027-01-01")
    with pytest.raises(PuntError, match="geen datum"):
        set_punten(plan, [een], klaar="ooit")
    assert plan.read_bytes() == data
    assert len(set_punten(plan, [een, twee, een], klaar="2027-01-01").punten) == 2
    assert load_puntenlijst(plan).open == ()


def test_erbij_zetten(plan):
    data = plan.read_bytes()
    gezet = add_punt(plan, AMBITIE)
    assert not gezet.veranderd
    assert gezet.punten == ()
    assert plan.read_bytes() == data
    with pytest.raises(OnbekendeVraagError, match="Bedoel je “lokale-ambitie”"):
        add_punt(plan, AMBITIE._replace(vraag="lokale-ambite"))
    with pytest.raises(PuntError, match="zegt niets"):
        add_punt(plan, OpenPunt("lokale-ambitie"))
    (erbij,) = add_punt(plan, AMBITIE._replace(tekst="En dit?")).punten
    assert erbij.punt.tekst == "En dit?"
    assert set_punten(plan, [naam(AMBITIE)], klaar="2027-01-01").punten[0].punt.tekst == (
        AMBITIE.tekst
    )


def test_een_ander_bewaart_tegelijk(plan, monkeypatch):
    """Somebody added a point in the same moment: the name still means the same one."""
    ander = load_plan(plan, open_environment().vragenlijst)
    bewaard = add_punten(ander, [ALGEMEEN._replace(tekst="A", datum="2020-01-01")])

    def tussendoor(oud, nieuw):
        plan.write_bytes(bewaard.data)
        return echt(oud, nieuw)

    echt = plan_punten.save_plan
    monkeypatch.setattr(plan_punten, "save_plan", tussendoor)
    gezet = set_punten(plan, [naam(AMBITIE)], klaar="2027-01-01")
    assert [(g.naam, g.punt.tekst) for g in gezet.punten] == [(naam(AMBITIE), AMBITIE.tekst)]
    assert [klaar for _, klaar in stand(plan)] == ["", "", "2027-01-01"]


def test_als_json(plan):
    set_punten(plan, [naam(ALGEMEEN)], klaar="2027-01-01")
    json = to_json(load_puntenlijst(plan))
    assert (json["plan"], json["open"]) == (str(plan), 1)
    een, twee = json["punten"]
    assert een == {
        "naam": naam(ALGEMEEN), "nummer": 1, "vraag": "", "auteur": "", "datum": "", "citaat": "",
        "tekst": "Graag een samenvatting.", "klaar": "2027-01-01", "sleutel": een["sleutel"],
    }  # fmt: skip
    assert (twee["vraag"], twee["klaar"]) == ("lokale-ambitie", "")


def test_punten_die_niet_bewaard_konden_worden_komen_terug(bestand, script):
    plan = bestand({}, ambitie="oud")
    ambitie = plan.vragenlijst.vraag("ambitie")
    punten = [OpenPunt("ambitie", tekst=f"punt {i}") for i in "12"]
    rescued(add_punten(plan.with_answer(ambitie, "nieuw"), punten), "mis.")
    speler = script([], ja=[True], keuzes=["nieuw"])
    nu = offer_leftovers(plan, speler)
    assert (
        "een andere tekst voor: ambitie; er staan 2 punten die het plan niet heeft"
        in (speler.gevraagd_ja[0])
    )
    assert [p.punt.tekst for p in list_punten(nu).punten] == ["punt 1", "punt 2"]
    assert nu.plan.antwoorden["ambitie"] == "nieuw"
    assert [pad.name for pad in plan.pad.parent.iterdir()] == [plan.pad.name]


def test_een_rest_met_alleen_een_punt(bestand, script):
    plan = bestand()
    rescued(add_punten(plan, [ALGEMEEN]), "mis.")
    speler = script([], ja=[False, False])
    assert offer_leftovers(plan, speler) is plan
    assert "staat 1 punt dat het plan niet heeft. Wil je" in speler.gevraagd_ja[0]
    assert offer_leftovers(plan, script([], ja=[True])).punten[0].tekst == ALGEMEEN.tekst
