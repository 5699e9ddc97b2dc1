from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeven import proeven, tekst
from uitvoeringsplan.model.datum import MAANDEN, in_woorden, lees_datum

EEN = dt.date(2027, 1, 31)


@pytest.mark.parametrize(
    "getypt",
    [
        "2027-01-31", " 2027-01-31 ", "31-01-2027", "31-1-2027", "31/01/2027", "31.1.2027",
        "31 1 2027", "31 januari 2027", "31 Januari 2027", "31 JAN 2027", "31 jan. 2027",
        "31  januari\t2027", "31-jan-2027",
    ],
)  # fmt: skip
def test_dezelfde_dag_op_veel_manieren(getypt):
    assert lees_datum(getypt) == EEN


@pytest.mark.parametrize("kort", ["mrt", "mrt.", "maa", "maart"])
def test_maart(kort):
    assert lees_datum(f"3 {kort} 2027") == dt.date(2027, 3, 3)


@pytest.mark.parametrize(
    "getypt",
    [
        "", "morgen", "31", "2027", "31 februari 2027", "32-1-2027", "1-13-2027", "29-2-2027",
        "1 ma 2027", "1 j 2027", "1 ju 2027", "1 xyz 2027", "2027-1-31-", "1-1-0000", "1-1-17",
        "1 maart 2027 om 12:00",
    ],
)  # fmt: skip
def test_geen_datum(getypt):
    assert lees_datum(getypt) is None


def test_schrikkeldag():
    assert lees_datum("29-2-2028") == dt.date(2028, 2, 29)


@pytest.mark.parametrize("maand", MAANDEN)
def test_elke_maand_aan_haar_eerste_drie_letters(maand):
    verwacht = MAANDEN.index(maand) + 1
    datum = lees_datum(f"1 {maand[:3]}. 2027")
    assert datum is not None
    assert datum.month == verwacht


@proeven(100)
@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_in_woorden_en_terug(datum):
    assert lees_datum(in_woorden(datum.isoformat())) == datum


def test_in_woorden_laat_andere_tekst_staan():
    assert in_woorden("2027-01-31") == "31 januari 2027"
    assert in_woorden("voorjaar 2027") == "voorjaar 2027"


@proeven(300)
@given(tekst)
def test_elke_tekst_is_een_datum_of_niet(getypt):
    datum = lees_datum(getypt)
    assert datum is None or lees_datum(datum.isoformat()) == datum
