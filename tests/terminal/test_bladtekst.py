from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.terminal.bladtekst import Bladtekst

TIEN = [str(n) for n in range(10)]


def test_bladeren():
    blad = Bladtekst()
    assert blad.view(TIEN, 3) == ["0", "1", "2"]
    blad.move(1)
    assert blad.view(TIEN, 3) == ["1", "2", "3"]
    blad.move_page(1, 3)
    assert blad.view(TIEN, 3) == ["3", "4", "5"]
    blad.move_page(-1, 3)
    assert blad.view(TIEN, 3) == ["1", "2", "3"]


@given(st.lists(st.integers(-20, 20), max_size=5), st.integers(1, 15))
def test_er_blijft_in_beeld_wat_past(stappen, hoogte):
    blad = Bladtekst()
    for stap in stappen:
        blad.move(stap)
    assert len(blad.view(TIEN, hoogte)) == min(10, hoogte)
