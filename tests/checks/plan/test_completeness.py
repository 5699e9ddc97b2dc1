"""`verplicht`, `open-vraag` and `open-punt`: what is missing, by the status of the plan."""

from __future__ import annotations

import pytest
from review_builder import LIJST, keuring, kort, vondsten

from uitvoeringsplan.checks.plan.completeness import open_punt, open_vraag, verplicht
from uitvoeringsplan.model.open_punt import OpenPunt, names_of
from uitvoeringsplan.model.voorwaarde import read_voorwaarde

PUNT = OpenPunt("borgen-budget", "An de Vries", tekst="Klopt dit bedrag\nnog wel?", sleutel="p1234")
VAST = [vraag.id for vraag in LIJST.vaste_vragen]
LATER = [vraag.id for vraag in LIJST.vaste_vragen if vraag.verplicht == "vastgesteld"]


def test_wat_altijd_verplicht_is_ontbreekt():
    fouten = [naam for ernst, naam in kort("verplicht") if ernst == "fout"]
    assert fouten == ["gemeente", "periode-van", "periode-tot", "opsteller", "versie", "datum"]
    assert "gemeente" not in dict(map(reversed, kort("verplicht", gemeente="Delft")))


def test_wat_een_standaard_heeft_ontbreekt_niet():
    assert "status" not in [naam for _, naam in kort("verplicht")]


@pytest.mark.parametrize(
    ("status", "ernst"),
    [("concept", "opmerking"), ("ter bespreking", "opmerking"), ("vastgesteld", "fout")],
)
def test_wat_bij_vaststelling_verplicht_wordt(status, ernst):
    gevonden = kort("verplicht", status=status)
    assert (ernst, "borgen-budget") in gevonden
    assert (ernst, "vastgesteld-door") in gevonden
    assert [naam for _, naam in gevonden if naam in LATER] == LATER
    anders = kort("verplicht", status=status, borgen_budget="€ 1")
    assert "borgen-budget" not in [naam for _, naam in anders]


@pytest.mark.parametrize(
    ("status", "ernst"),
    [("concept", "opmerking"), ("vastgesteld", "waarschuwing"), ("vervallen", "waarschuwing")],
)
def test_een_open_vaste_vraag(status, ernst):
    assert (ernst, "lokale-ambitie") in kort("open-vraag", status=status)
    ingevuld = kort("open-vraag", status=status, lokale_ambitie="Samen verder.")
    assert "lokale-ambitie" not in [naam for _, naam in ingevuld]


@pytest.mark.parametrize("status", ["concept", "ter bespreking", "vastgesteld", "vervallen"])
def test_elke_vaste_vraag_zonder_antwoord_wordt_een_keer_genoemd(status):
    namen = [
        naam for regel in ("verplicht", "open-vraag") for _, naam in kort(regel, status=status)
    ]
    assert sorted(naam for naam in namen if naam in VAST) == sorted(VAST)
    assert "acties" not in namen  # of a chapter that nobody has to fill in


def test_wat_niet_meedoet_ontbreekt_niet():
    """A question set in which one field and one question count only for an adopted plan."""
    als = read_voorwaarde("status = vastgesteld")
    veld, *velden = LIJST.gegevens
    eerste, *rest = LIJST.hoofdstukken
    vraag, *vragen = eerste.vragen
    lijst = LIJST._replace(
        gegevens=(veld._replace(als=als), *velden),
        hoofdstukken=(eerste._replace(vragen=(vraag._replace(als=als), *vragen)), *rest),
    )
    for status, doet_mee in (("concept", False), ("vastgesteld", True)):
        plan = keuring(status=status)._replace(vragenlijst=lijst)
        namen = [v.vraag.id for regel in (verplicht, open_vraag) for v in regel(plan)]
        assert (veld.id in namen) is doet_mee
        assert (vraag.id in namen) is doet_mee


@pytest.mark.parametrize(
    ("status", "ernst"),
    [("concept", "waarschuwing"), ("vastgesteld", "fout"), ("vervallen", "fout")],
)
def test_een_open_punt(status, ernst):
    klaar = PUNT._replace(klaar="2027-01-01", sleutel="p5678")
    (gevonden,) = vondsten("open-punt", status=status, punten=(klaar, PUNT))
    assert (gevonden.ernst, gevonden.vraag.id, gevonden.punt) == (ernst, "borgen-budget", 2)
    assert "punt p1234 van An de Vries" in gevonden.melding
    assert "“Klopt dit bedrag nog wel?”" in gevonden.melding
    assert "`uitvoeringsplan punt dorp.plan.yaml p1234 --klaar`" in gevonden.melding


def test_een_open_punt_over_het_hele_plan_en_zonder_naam():
    lang = " ".join(["woord"] * 9)
    punt = OpenPunt(citaat=lang)
    (gevonden,) = vondsten("open-punt", punten=(punt,))
    assert gevonden.vraag is None
    assert (
        f"punt {names_of([punt])[0]} staat nog open: “{' '.join(['woord'] * 8)} …”"
        in gevonden.melding
    )


def test_de_opdracht_bij_een_punt_is_over_te_nemen_als_de_naam_een_spatie_heeft():
    plan = keuring(punten=(PUNT,))._replace(naam="mijn plan.plan.yaml")
    (gevonden,) = open_punt(plan)
    assert '`uitvoeringsplan punt "mijn plan.plan.yaml" p1234 --klaar`' in gevonden.melding
