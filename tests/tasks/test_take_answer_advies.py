"""Advice about an answer: once, only what it brings, and passed by going on."""

from __future__ import annotations

import pytest
from gesprek_player import concept, op_schijf, voer

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Overgeslagen, Spring, Terug
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.tasks.take_answer import Adviser
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

LIJST = load_vragenlijst(find_vragen())
BSN = "Meneer heeft nummer 111222333."
MELDING = (
    "111222333 kan een burgerservicenummer zijn. Dat mag niet in een openbaar plan: haal het weg."
)
KOP = "| Lokaal beeld | Lezen | {} |  | {} | {} |  |  |  |"


def over(vraag_id: str, tekst: str, raadgever: Adviser | None = None, **gegevens: str) -> str:
    velden = {naam.replace("_", "-"): waarde for naam, waarde in gegevens.items()}
    antwoorden = {naam: velden.pop(naam) for naam in ("acties",) if naam in velden}
    plan = Plan(LIJST.soort, LIJST.versie, velden, antwoorden)
    return (raadgever or Adviser(LIJST)).over(plan, LIJST.vraag(vraag_id), tekst)


@pytest.mark.parametrize(
    ("vraag_id", "tekst", "begin"),
    [
        ("gemeente", "gemeente Westerduin", "Schrijf Westerduin in plaats van"),
        ("opsteller", "Karin Brouwer", "“Karin Brouwer” lijkt de naam van een persoon."),
        ("bestuurlijk-trekker", "wethouder De Boer", "“De Boer” lijkt de naam"),
        ("portefeuillehouders", "burgemeester\nJan de Vries", "“Jan de Vries” lijkt de naam"),
        ("periode-tot", "2026", "Het plan loopt tot en met 2026, maar begint pas in 2027."),
        ("datum-herziening", "1-2-27", "De herziening op 1 februari 2027 ligt voor de datum"),
        ("lokale-ambitie", BSN, MELDING),
        ("beeld-risicofactoren", BSN, "111222333 kan een burgerservicenummer zijn. Dit komt niet"),
        ("borgen-budget", "Bel 06-12345678.", "06-12345678 lijkt het mobiele nummer"),
        ("contact", "jan.jansen@oudermeer.nl", "jan.jansen@oudermeer.nl lijkt het e-mailadres"),
        ("acties", KOP.format("", "3 mrt 2027", "2 mrt 2027"), "“Lezen” is gereed op 2 maart"),
        ("acties", KOP.format("Jan de Vries", "", ""), "“Jan de Vries” lijkt de naam"),
    ],
)
def test_een_vergissing_krijgt_een_zin(vraag_id, tekst, begin):
    gezegd = over(vraag_id, tekst, periode_van="2027", datum="2027-03-03")
    assert gezegd.startswith(begin)
    assert "\n" not in gezegd


@pytest.mark.parametrize(
    ("vraag_id", "tekst"),
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
def test_wat_goed_is_of_nog_niet_past_krijgt_er_geen(vraag_id, tekst):
    assert over(vraag_id, tekst, periode_van="2027", datum="2027-03-03") == ""


def test_wat_er_al_stond_brengt_dit_antwoord_niet():
    oud = KOP.format("Jan de Vries", "", "")
    assert over("acties", f"{oud}\n{KOP.format('griffier', '', '')}", acties=oud) == ""
    erbij = f"{oud}\n{KOP.format('Karin Brouwer', '', '')}"
    assert over("acties", erbij, acties=oud).startswith("“Karin Brouwer”")
    assert over("versie", "1.0", periode_van="2028", periode_tot="2027") == ""


def test_wat_gezegd_is_wordt_niet_nog_eens_gezegd():
    raadgever = Adviser(LIJST)
    assert over("opsteller", "Jan de Vries", raadgever)
    assert over("opsteller", "Jan de Vries", raadgever) == ""
    assert over("opsteller", "Karin Brouwer", raadgever)
    assert over("bestuurlijk-trekker", "Jan de Vries", raadgever)


def test_van_meer_vergissingen_staat_er_hoeveel():
    raadgever = Adviser(LIJST)
    tekst = "Jan de Vries\nKarin Brouwer\nAli Demir"
    assert over("portefeuillehouders", tekst, raadgever).endswith(
        "team. Er is nog meer (2); `controleer` noemt alles."
    )
    assert over("portefeuillehouders", tekst, raadgever) == ""


# In a conversation.


def test_de_vraag_komt_een_keer_terug_en_dan_geldt_het_antwoord(bestand, script):
    begin = bestand()

    def kijk(beurt):
        if beurt.is_geraden:
            assert op_schijf(begin, "ambitie") == ""
            assert concept(begin, "ambitie") == BSN

    speler = script([Beantwoord(BSN), Beantwoord(BSN), Gestopt("")], kijk)
    voer(begin, speler, "ambitie")
    assert speler.gevraagd == ["ambitie", "ambitie", "team"]
    assert [(beurt.melding, beurt.tekst, beurt.is_geraden) for beurt in speler.beurten[:2]] == [
        ("", "", False),
        (f"{MELDING} Klopt het toch, ga dan nog een keer verder.", BSN, True),
    ]
    assert op_schijf(begin, "ambitie") == BSN
    assert concept(begin, "ambitie") is None


def test_na_advies_kan_het_anders(bestand, script):
    begin = bestand()
    voer(begin, script([Beantwoord(BSN), Beantwoord("Beter."), Gestopt("")]), "ambitie")
    assert op_schijf(begin, "ambitie") == "Beter."


@pytest.mark.parametrize("hoe", [Terug, lambda tekst: Spring(tekst, "budget")])
@pytest.mark.parametrize("eerst", [[], [Beantwoord(BSN)]], ids=["meteen", "na advies"])
def test_wie_weggaat_houdt_zijn_antwoord_en_leest_het_advies_een_keer(bestand, script, hoe, eerst):
    begin = bestand()
    speler = script([*eerst, hoe(BSN), Gestopt("")])
    voer(begin, speler, "ambitie")
    assert op_schijf(begin, "ambitie") == BSN
    assert concept(begin, "ambitie") is None
    assert speler.getoond == ([] if eerst else [(f"“Ambitie”: {MELDING}",)])


def test_stoppen_na_advies_laat_een_concept(bestand, script):
    begin = bestand({}, ambitie="Oud.")
    voer(begin, script([Beantwoord(BSN), Gestopt(BSN)]), "ambitie")
    assert (op_schijf(begin, "ambitie"), concept(begin, "ambitie")) == ("Oud.", BSN)


def test_wie_de_lijst_sluit_na_advies_staat_weer_bij_zijn_antwoord(bestand, script):
    begin = bestand()
    speler = script([Beantwoord(BSN), Spring(BSN, "ambitie"), Beantwoord(BSN), Gestopt("")])
    voer(begin, speler, "ambitie")
    assert [beurt.is_geraden for beurt in speler.beurten] == [False, True, True, False]
    assert op_schijf(begin, "ambitie") == BSN


def test_overslaan_na_advies_laat_het_een_concept(bestand, script):
    begin = bestand()
    voer(begin, script([Beantwoord(BSN), Overgeslagen(), Gestopt("")]), "ambitie")
    assert (op_schijf(begin, "ambitie"), concept(begin, "ambitie")) == ("", BSN)


def test_een_beurt_weet_zelf_wat_er_te_zeggen_is(bestand, script):
    gezegd = []
    begin = bestand()
    voer(begin, script([Gestopt("")], lambda b: gezegd.extend(map(b.advies, [BSN] * 2))), "ambitie")
    assert gezegd == [MELDING, ""]
