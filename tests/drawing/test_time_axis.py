from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.drawing.time_axis import make_axis


def past(breed: int):
    """Return whether a name fits when a sign takes 20 of this width."""
    return lambda aantal, naam: len(naam) * 20 <= breed // aantal


def namen(eerste: str, laatste: str, breed: int = 1200) -> tuple[list[str], list[str]]:
    dagen = (dt.date.fromisoformat(dag) for dag in (eerste, laatste))
    uit = make_axis(*dagen, past(breed))
    return [deel.namen[0] for deel in uit.boven], [deel.namen[0] for deel in uit.onder]


@proeven(500)
@given(st.dates(), st.dates(), st.integers(200, 3000))
def test_de_as_sluit_aan_en_draagt_beide_dagen(een, ander, breed):
    eerste, laatste = sorted((een, ander))
    uit = make_axis(eerste, laatste, past(breed))
    assert uit.van <= eerste.toordinal()
    assert uit.tot > laatste.toordinal()
    for delen in filter(None, (uit.boven, uit.onder)):
        assert all(links.tot == rechts.van for links, rechts in pairwise(delen))
        assert all(deel.van < deel.tot for deel in delen)
        assert (delen[0].van, delen[-1].tot) == (uit.van, uit.tot)
    assert {deel.van for deel in uit.boven} <= {deel.van for deel in uit.onder}


def test_een_korte_tijd_gaat_in_weken():
    assert namen("2027-01-15", "2027-03-03") == (
        ["januari 2027", "februari 2027", "maart 2027"],
        ["ma 11", "ma 18", "ma 25", "ma 1", "ma 8", "ma 15", "ma 22", "ma 1"],
    )


def test_een_enkele_dag_staat_in_haar_maand():
    assert namen("2027-03-10", "2027-03-10") == (
        ["maart 2027"],
        ["ma 1", "ma 8", "ma 15", "ma 22", "ma 29"],
    )


def test_een_jaar_gaat_in_maanden():
    boven, onder = namen("2026-11-20", "2027-09-01")
    assert boven == ["2026", "2027"]
    assert onder == ["nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep"]


def test_twee_jaren_gaan_in_kwartalen():
    boven, onder = namen("2027-02-01", "2028-11-30")
    assert boven == ["2027", "2028"]
    assert onder == ["jan-mrt", "apr-jun", "jul-sep", "okt-dec"] * 2


@pytest.mark.parametrize(
    ("laatste", "begin", "aantal"),
    [
        ("2040-01-01", "2027", 14),
        ("2059-01-01", "2020-2029", 4),
        ("2100-12-31", "2020-2039", 5),
        ("9999-12-31", "2000-3999", 4),
    ],
)
def test_een_lange_tijd_gaat_in_jaren(laatste, begin, aantal):
    boven, onder = namen("2027-06-01", laatste)
    assert boven == []
    assert onder[0] == begin
    assert len(onder) == aantal


def test_het_begin_en_het_einde_van_de_kalender():
    assert namen("0001-01-01", "9999-12-31")[1][0] == "1-1999"
    assert namen("9999-12-31", "9999-12-31")[1][-1] == "ma 27"
    assert namen("0001-01-01", "0001-01-01")[1][0] == "ma 1"
