"""`verplicht`, `open-vraag` and `open-punt`: what is missing, by the status of the plan."""

from __future__ import annotations

import pytest
from review_builder import LIJST, bevindingen, keuring, short

from uitvoeringsplan.checks.plan.completeness import open_punt, open_vraag, verplicht
from uitvoeringsplan.model.open_punt import OpenPunt, names_of
from uitvoeringsplan.model.voorwaarde import read_voorwaarde

PUNT = OpenPunt("borgen-budget", "An de Vries", tekst="Klopt dit bedrag\nnog wel?", sleutel="p1234")
FIXED = [vraag.id for vraag in LIJST.fixed_vragen]
LATER = [vraag.id for vraag in LIJST.fixed_vragen if vraag.verplicht == "vastgesteld"]


def test_wat_altijd_verplicht_is_ontbreekt():
    errors = [name for ernst, name in short("verplicht") if ernst == "fout"]
    assert errors == ["gemeente", "periode-van", "periode-tot", "opsteller", "versie", "datum"]
    assert "gemeente" not in dict(map(reversed, short("verplicht", gemeente="Delft")))


def test_wat_een_standaard_heeft_ontbreekt_niet():
    assert "status" not in [name for _, name in short("verplicht")]


@pytest.mark.parametrize(
    ("status", "ernst"),
    [("concept", "opmerking"), ("ter bespreking", "opmerking"), ("vastgesteld", "fout")],
)
def test_wat_bij_vaststelling_verplicht_wordt(status, ernst):
    found = short("verplicht", status=status)
    assert (ernst, "borgen-budget") in found
    assert (ernst, "vastgesteld-door") in found
    assert [name for _, name in found if name in LATER] == LATER
    otherwise = short("verplicht", status=status, borgen_budget="€ 1")
    assert "borgen-budget" not in [name for _, name in otherwise]


@pytest.mark.parametrize(
    ("status", "ernst"),
    [("concept", "opmerking"), ("vastgesteld", "waarschuwing"), ("vervallen", "waarschuwing")],
)
def test_een_open_vaste_vraag(status, ernst):
    assert (ernst, "lokale-ambitie") in short("open-vraag", status=status)
    filled = short("open-vraag", status=status, lokale_ambitie="Samen verder.")
    assert "lokale-ambitie" not in [name for _, name in filled]


@pytest.mark.parametrize("status", ["concept", "ter bespreking", "vastgesteld", "vervallen"])
def test_elke_vaste_vraag_zonder_antwoord_wordt_een_keer_genoemd(status):
    names = [name for line in ("verplicht", "open-vraag") for _, name in short(line, status=status)]
    assert sorted(name for name in names if name in FIXED) == sorted(FIXED)
    assert "acties" not in names  # of a chapter that nobody has to fill in


def test_wat_niet_meedoet_ontbreekt_niet():
    """A question set in which one field and one question count only for an adopted plan."""
    als = read_voorwaarde("status = vastgesteld")
    veld, *velden = LIJST.gegevens
    first, *rest = LIJST.hoofdstukken
    vraag, *vragen = first.vragen
    lijst = LIJST._replace(
        gegevens=(veld._replace(als=als), *velden),
        hoofdstukken=(first._replace(vragen=(vraag._replace(als=als), *vragen)), *rest),
    )
    for status, doet_mee in (("concept", False), ("vastgesteld", True)):
        plan = keuring(status=status)._replace(vragenlijst=lijst)
        names = [v.vraag.id for line in (verplicht, open_vraag) for v in line(plan)]
        assert (veld.id in names) is doet_mee
        assert (vraag.id in names) is doet_mee


@pytest.mark.parametrize(
    ("status", "ernst"),
    [("concept", "waarschuwing"), ("vastgesteld", "fout"), ("vervallen", "fout")],
)
def test_een_open_punt(status, ernst):
    ready = PUNT._replace(klaar="2027-01-01", sleutel="p5678")
    (found,) = bevindingen("open-punt", status=status, punten=(ready, PUNT))
    assert (found.ernst, found.vraag.id, found.punt) == (ernst, "borgen-budget", 2)
    assert "punt p1234 van An de Vries" in found.message
    assert "“Klopt dit bedrag nog wel?”" in found.message
    assert "`uitvoeringsplan punt dorp.plan.yaml p1234 --klaar`" in found.message


def test_een_open_punt_over_het_hele_plan_en_zonder_naam():
    lang = " ".join(["woord"] * 9)
    punt = OpenPunt(citaat=lang)
    (found,) = bevindingen("open-punt", punten=(punt,))
    assert found.vraag is None
    assert (
        f"punt {names_of([punt])[0]} staat nog open: “{' '.join(['woord'] * 8)} …”" in found.message
    )


def test_de_opdracht_bij_een_punt_is_over_te_nemen_als_de_naam_een_spatie_heeft():
    plan = keuring(punten=(PUNT,))._replace(name="mijn plan.plan.yaml")
    (found,) = open_punt(plan)
    assert '`uitvoeringsplan punt "mijn plan.plan.yaml" p1234 --klaar`' in found.message
