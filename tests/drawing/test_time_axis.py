from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.drawing.time_axis import make_axis


def past(width: int):
    """Return whether a name fits when a sign takes 20 of this width."""
    return lambda count, name: len(name) * 20 <= width // count


def names(first: str, last: str, width: int = 1200) -> tuple[list[str], list[str]]:
    days = (dt.date.fromisoformat(day) for day in (first, last))
    result = make_axis(*days, past(width))
    return [part.names[0] for part in result.above], [part.names[0] for part in result.below]


@trials(500)
@given(st.dates(), st.dates(), st.integers(200, 3000))
def test_de_as_sluit_aan_en_draagt_beide_dagen(one, other, width):
    first, last = sorted((one, other))
    result = make_axis(first, last, past(width))
    assert result.start <= first.toordinal()
    assert result.end > last.toordinal()
    for parts in filter(None, (result.above, result.below)):
        assert all(links.end == right.start for links, right in pairwise(parts))
        assert all(part.start < part.end for part in parts)
        assert (parts[0].start, parts[-1].end) == (result.start, result.end)
    assert {part.start for part in result.above} <= {part.start for part in result.below}


def test_een_korte_tijd_gaat_in_weken():
    assert names("2027-01-15", "2027-03-03") == (
        ["januari 2027", "februari 2027", "maart 2027"],
        ["ma 11", "ma 18", "ma 25", "ma 1", "ma 8", "ma 15", "ma 22", "ma 1"],
    )


def test_een_enkele_dag_staat_in_haar_maand():
    assert names("2027-03-10", "2027-03-10") == (
        ["maart 2027"],
        ["ma 1", "ma 8", "ma 15", "ma 22", "ma 29"],
    )


def test_een_jaar_gaat_in_maanden():
    above, below = names("2026-11-20", "2027-09-01")
    assert above == ["2026", "2027"]
    assert below == ["nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep"]


def test_twee_jaren_gaan_in_kwartalen():
    above, below = names("2027-02-01", "2028-11-30")
    assert above == ["2027", "2028"]
    assert below == ["jan-mrt", "apr-jun", "jul-sep", "okt-dec"] * 2


@pytest.mark.parametrize(
    ("last", "start", "count"),
    [
        ("2040-01-01", "2027", 14),
        ("2059-01-01", "2020-2029", 4),
        ("2100-12-31", "2020-2039", 5),
        ("9999-12-31", "2000-3999", 4),
    ],
)
def test_een_lange_tijd_gaat_in_jaren(last, start, count):
    above, below = names("2027-06-01", last)
    assert above == []
    assert below[0] == start
    assert len(below) == count


def test_het_begin_en_het_einde_van_de_kalender():
    assert names("0001-01-01", "9999-12-31")[1][0] == "1-1999"
    assert names("9999-12-31", "9999-12-31")[1][-1] == "ma 27"
    assert names("0001-01-01", "0001-01-01")[1][0] == "ma 1"
