"""`datums`: dates and years that contradict each other or the status."""

from __future__ import annotations

import pytest
from review_builder import LIJST, keuring, kort

from uitvoeringsplan.checks.plan.dates import datums

GOED = {"periode_van": "2027", "periode_tot": "2028", "datum": "2027-01-12"}
VAST = {**GOED, "status": "vastgesteld", "datum_vaststelling": "2027-02-16"}
BEWEGING = "| Lokaal beeld | Bellen |  |  | {} | {} |  |  |  |"


@pytest.mark.parametrize(
    ("plan", "naam"),
    [
        ({**GOED, "periode_tot": "2026"}, "periode-tot"),
        ({**GOED, "datum_vaststelling": "2027-02-16"}, "datum-vaststelling"),
        ({**VAST, "status": "ter bespreking"}, "datum-vaststelling"),
        ({**GOED, "status": "vervallen"}, "datum-vaststelling"),
        ({**VAST, "datum_vaststelling": "2029-01-01"}, "datum-vaststelling"),
        ({**VAST, "datum_herziening": "2027-02-15"}, "datum-herziening"),
        ({**GOED, "datum_herziening": "2027-01-11"}, "datum-herziening"),
        ({**GOED, "acties": BEWEGING.format("2027-03-02", "2027-03-01")}, "acties"),
    ],
)
def test_datums_die_niet_kloppen(plan, naam):
    assert kort("datums", **plan) == [("fout", naam)]


@pytest.mark.parametrize(
    "plan",
    [
        {},
        GOED,
        VAST,
        {**VAST, "status": "vervallen"},
        {**GOED, "periode_tot": "2027"},
        {**VAST, "datum_vaststelling": "2028-12-31"},
        {**VAST, "datum_vaststelling": "2026-11-01"},
        {**VAST, "datum_herziening": "2027-02-16"},
        {**GOED, "datum_herziening": "2027-01-12"},
        # The version of an adopted plan may well be dated before the decision.
        {**VAST, "datum": "2027-01-12", "raad_geinformeerd": "2027-01-01"},
        {**GOED, "acties": BEWEGING.format("2027-03-01", "2027-03-01")},
        {**GOED, "acties": BEWEGING.format("", "2027-03-01")},
        {**GOED, "acties": BEWEGING.format("2027-03-01", "")},
    ],
)
def test_datums_die_kloppen(plan):
    assert kort("datums", **plan) == []


def test_een_ontbrekend_besluit_wordt_een_keer_gemeld():
    plan = {**GOED, "status": "vastgesteld"}
    beide = [kort(regel, **plan) for regel in ("datums", "verplicht")]
    assert [("fout", "datum-vaststelling") in gevonden for gevonden in beide] == [False, True]


def test_een_vragenlijst_zonder_deze_gegevens_heeft_niets_te_melden():
    lijst = LIJST._replace(gegevens=LIJST.gegevens[:1])
    plan = keuring(**{**VAST, "periode_tot": "2020"})._replace(vragenlijst=lijst)
    assert list(datums(plan)) == []
