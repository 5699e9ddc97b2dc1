"""Advice about an answer: once, only what it brings, and passed by going on."""

from __future__ import annotations

import pytest
from gesprek_player import concept, on_disk, run

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Overgeslagen, Spring, Terug
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.tasks.take_answer import Adviser
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

LIJST = load_vragenlijst(find_vragen())
BSN = "Meneer heeft nummer 111222333."
MESSAGE = (
    "111222333 kan een burgerservicenummer zijn. Dat mag niet in een openbaar plan: haal het weg."
)
KOP = "| Lokaal beeld | Lezen | {} |  | {} | {} |  |  |  |"


def over(vraag_id: str, text: str, raadgever: Adviser | None = None, **gegevens: str) -> str:
    velden = {name.replace("_", "-"): value for name, value in gegevens.items()}
    antwoorden = {name: velden.pop(name) for name in ("acties",) if name in velden}
    plan = Plan(LIJST.soort, LIJST.versie, velden, antwoorden)
    return (raadgever or Adviser(LIJST)).over(plan, LIJST.vraag(vraag_id), text)


@pytest.mark.parametrize(
    ("vraag_id", "text", "start"),
    [
        ("gemeente", "gemeente Westerduin", "Schrijf Westerduin in plaats van"),
        ("opsteller", "Karin Brouwer", "“Karin Brouwer” lijkt de naam van een persoon."),
        ("bestuurlijk-trekker", "wethouder De Boer", "“De Boer” lijkt de naam"),
        ("portefeuillehouders", "burgemeester\nJan de Vries", "“Jan de Vries” lijkt de naam"),
        ("periode-tot", "2026", "Het plan loopt tot en met 2026, maar begint pas in 2027."),
        ("datum-herziening", "1-2-27", "De herziening op 1 februari 2027 ligt voor de datum"),
        ("lokale-ambitie", BSN, MESSAGE),
        ("beeld-risicofactoren", BSN, "111222333 kan een burgerservicenummer zijn. Dit komt niet"),
        ("borgen-budget", "Bel 06-12345678.", "06-12345678 lijkt het mobiele nummer"),
        ("contact", "jan.jansen@oudermeer.nl", "jan.jansen@oudermeer.nl lijkt het e-mailadres"),
        ("acties", KOP.format("", "3 mrt 2027", "2 mrt 2027"), "“Lezen” is gereed op 2 maart"),
        ("acties", KOP.format("Jan de Vries", "", ""), "“Jan de Vries” lijkt de naam"),
    ],
)
def test_een_vergissing_krijgt_een_zin(vraag_id, text, start):
    said = over(vraag_id, text, periode_van="2027", datum="2027-03-03")
    assert said.startswith(start)
    assert "\n" not in said


@pytest.mark.parametrize(
    ("vraag_id", "text"),
    [
        ("gemeente", "Westerduin"),
        ("gemeente", ""),
        ("opsteller", "adviseur veiligheid, team Openbare Orde en Veiligheid"),
        ("periode-tot", "2027"),
        ("periode-tot", "ooit"),
        ("lokale-ambitie", "Jan de Vries woont hier."),
        ("acties", KOP.format("wijkregisseur", "3 mrt 2027", "3 mrt 2027")),
        ("acties", "| half"),
    ],
)
def test_wat_goed_is_of_nog_niet_past_krijgt_er_geen(vraag_id, text):
    assert over(vraag_id, text, periode_van="2027", datum="2027-03-03") == ""


def test_wat_er_al_stond_brengt_dit_antwoord_niet():
    old = KOP.format("Jan de Vries", "", "")
    assert over("acties", f"{old}\n{KOP.format('griffier', '', '')}", acties=old) == ""
    added = f"{old}\n{KOP.format('Karin Brouwer', '', '')}"
    assert over("acties", added, acties=old).startswith("“Karin Brouwer”")
    assert over("versie", "1.0", periode_van="2028", periode_tot="2027") == ""


def test_wat_gezegd_is_wordt_niet_nog_eens_gezegd():
    raadgever = Adviser(LIJST)
    assert over("opsteller", "Jan de Vries", raadgever)
    assert over("opsteller", "Jan de Vries", raadgever) == ""
    assert over("opsteller", "Karin Brouwer", raadgever)
    assert over("bestuurlijk-trekker", "Jan de Vries", raadgever)


def test_van_meer_vergissingen_staat_er_hoeveel():
    raadgever = Adviser(LIJST)
    text = "Jan de Vries\nKarin Brouwer\nAli Demir"
    assert over("portefeuillehouders", text, raadgever).endswith(
        "team. Er is nog meer (2); `controleer` noemt alles."
    )
    assert over("portefeuillehouders", text, raadgever) == ""


# In a conversation.


def test_de_vraag_komt_een_keer_terug_en_dan_geldt_het_antwoord(file, script):
    start = file()

    def kijk(beurt):
        if beurt.is_guessed:
            assert on_disk(start, "ambitie") == ""
            assert concept(start, "ambitie") == BSN

    player = script([Beantwoord(BSN), Beantwoord(BSN), Gestopt("")], kijk)
    run(start, player, "ambitie")
    assert player.asked == ["ambitie", "ambitie", "team"]
    assert [(beurt.message, beurt.text, beurt.is_guessed) for beurt in player.beurten[:2]] == [
        ("", "", False),
        (f"{MESSAGE} Klopt het toch, ga dan nog een keer verder.", BSN, True),
    ]
    assert on_disk(start, "ambitie") == BSN
    assert concept(start, "ambitie") is None


def test_na_advies_kan_het_anders(file, script):
    start = file()
    run(start, script([Beantwoord(BSN), Beantwoord("Beter."), Gestopt("")]), "ambitie")
    assert on_disk(start, "ambitie") == "Beter."


@pytest.mark.parametrize("how", [Terug, lambda text: Spring(text, "budget")])
@pytest.mark.parametrize("at_first", [[], [Beantwoord(BSN)]], ids=["meteen", "na advies"])
def test_wie_weggaat_houdt_zijn_antwoord_en_leest_het_advies_een_keer(file, script, how, at_first):
    start = file()
    player = script([*at_first, how(BSN), Gestopt("")])
    run(start, player, "ambitie")
    assert on_disk(start, "ambitie") == BSN
    assert concept(start, "ambitie") is None
    assert player.shown == ([] if at_first else [(f"“Ambitie”: {MESSAGE}",)])


def test_stoppen_na_advies_laat_een_concept(file, script):
    start = file({}, ambitie="Oud.")
    run(start, script([Beantwoord(BSN), Gestopt(BSN)]), "ambitie")
    assert (on_disk(start, "ambitie"), concept(start, "ambitie")) == ("Oud.", BSN)


def test_wie_de_lijst_sluit_na_advies_staat_weer_bij_zijn_antwoord(file, script):
    start = file()
    player = script([Beantwoord(BSN), Spring(BSN, "ambitie"), Beantwoord(BSN), Gestopt("")])
    run(start, player, "ambitie")
    assert [beurt.is_guessed for beurt in player.beurten] == [False, True, True, False]
    assert on_disk(start, "ambitie") == BSN


def test_overslaan_na_advies_laat_het_een_concept(file, script):
    start = file()
    run(start, script([Beantwoord(BSN), Overgeslagen(), Gestopt("")]), "ambitie")
    assert (on_disk(start, "ambitie"), concept(start, "ambitie")) == ("", BSN)


def test_een_beurt_weet_zelf_wat_er_te_zeggen_is(file, script):
    said = []
    start = file()
    run(start, script([Gestopt("")], lambda b: said.extend(map(b.advies, [BSN] * 2))), "ambitie")
    assert said == [MESSAGE, ""]
