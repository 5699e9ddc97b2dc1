"""Words with a drawing: never longer than they may be, and what does not fit is counted."""

from __future__ import annotations

import pytest
from drawing_examples import CEL
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.drawing.alternative_text import bounded, shorten


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("kort", "kort"),
        ("een naam die past", "een naam die past"),
        ("een naam die niet past", "een naam die niet…"),
        ("x" * 30, "x" * 19 + "…"),
        ("a " + "x" * 30, "a " + "x" * 17 + "…"),
        ("een naam, maar dan langer", "een naam, maar dan…"),
        ("een naam die niet; past", "een naam die niet…"),
    ],
)
def test_kort(lang, expected):
    assert shorten(lang, 20) == expected


@trials(300)
@given(
    st.lists(st.tuples(CEL, st.lists(CEL, min_size=1, max_size=9)), max_size=5),
    st.integers(60, 400),
)
def test_begrensd_blijft_binnen_de_ruimte(groups, space):
    result = bounded("Kop.", groups, space, ("ding", "dingen"))
    assert len(result) <= space
    assert result.startswith("Kop")
    if "zie de tabel" not in result:
        assert all(
            name in result and all(member in result for member in members)
            for name, members in groups
        )


def test_begrensd_telt_de_rest():
    members = [("Groep", ["een", "twee", "drie"])]
    assert bounded("", members, 200, ("ding", "dingen")) == " Groep: een; twee; drie."
    assert (
        bounded("", members, 46, ("ding", "dingen"))
        == " Groep: een. En nog 2 dingen; zie de tabel."
    )
    assert bounded("", members, 12, ("ding", "dingen")) == " En nog 3 dingen; zie de tabel."
    assert bounded("", members[:0], 12, ("ding", "dingen")) == ""
    one = [("Groep", ["een", "twee" * 20])]
    assert bounded("", one, 60, ("ding", "dingen")) == " Groep: een. En nog 1 ding; zie de tabel."


def test_een_lid_met_een_leesteken_krijgt_geen_punt_erbij():
    groups = [("Een", ["a!", "b?"]), ("Twee", ["c…", "d."])]
    assert bounded("Kop.", groups, 99, ("ding", "dingen")) == "Kop. Een: a!; b? Twee: c…; d."
