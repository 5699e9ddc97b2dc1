"""`datums`: dates and years that contradict each other or the status."""

from __future__ import annotations

import pytest
from review_builder import LIJST, keuring, short

from uitvoeringsplan.checks.plan.dates import datums

GOOD = {"periode_van": "2027", "periode_tot": "2028", "datum": "2027-01-12"}
FIXED = {**GOOD, "status": "vastgesteld", "datum_vaststelling": "2027-02-16"}
MOVEMENT = "| Lokaal beeld | Bellen |  |  | {} | {} |  |  |  |"


@pytest.mark.parametrize(
    ("plan", "name"),
    [
        ({**GOOD, "periode_tot": "2026"}, "periode-tot"),
        ({**GOOD, "datum_vaststelling": "2027-02-16"}, "datum-vaststelling"),
        ({**FIXED, "status": "ter bespreking"}, "datum-vaststelling"),
        ({**GOOD, "status": "vervallen"}, "datum-vaststelling"),
        ({**FIXED, "datum_vaststelling": "2029-01-01"}, "datum-vaststelling"),
        ({**FIXED, "datum_herziening": "2027-02-15"}, "datum-herziening"),
        ({**GOOD, "datum_herziening": "2027-01-11"}, "datum-herziening"),
        ({**GOOD, "acties": MOVEMENT.format("2027-03-02", "2027-03-01")}, "acties"),
    ],
)
def test_datums_die_niet_kloppen(plan, name):
    assert short("datums", **plan) == [("fout", name)]


@pytest.mark.parametrize(
    "plan",
    [
        {},
        GOOD,
        FIXED,
        {**FIXED, "status": "vervallen"},
        {**GOOD, "periode_tot": "2027"},
        {**FIXED, "datum_vaststelling": "2028-12-31"},
        {**FIXED, "datum_vaststelling": "2026-11-01"},
        {**FIXED, "datum_herziening": "2027-02-16"},
        {**GOOD, "datum_herziening": "2027-01-12"},
        # The version of an adopted plan may well be dated before the decision.
        {**FIXED, "datum": "2027-01-12", "raad_geinformeerd": "2027-01-01"},
        {**GOOD, "acties": MOVEMENT.format("2027-03-01", "2027-03-01")},
        {**GOOD, "acties": MOVEMENT.format("", "2027-03-01")},
        {**GOOD, "acties": MOVEMENT.format("2027-03-01", "")},
    ],
)
def test_datums_die_kloppen(plan):
    assert short("datums", **plan) == []


def test_een_ontbrekend_besluit_wordt_een_keer_gemeld():
    plan = {**GOOD, "status": "vastgesteld"}
    both = [short(line, **plan) for line in ("datums", "verplicht")]
    assert [("fout", "datum-vaststelling") in found for found in both] == [False, True]


def test_een_vragenlijst_zonder_deze_gegevens_heeft_niets_te_melden():
    lijst = LIJST._replace(gegevens=LIJST.gegevens[:1])
    plan = keuring(**{**FIXED, "periode_tot": "2020"})._replace(vragenlijst=lijst)
    assert list(datums(plan)) == []
