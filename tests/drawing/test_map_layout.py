from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.drawing.map_layout import without_overlap

VAKKEN = st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 300)), max_size=25)


@proeven(400)
@given(VAKKEN, st.integers(0, 50))
def test_vakken_raken_elkaar_niet_en_houden_hun_volgorde(vakken, ruimte):
    wensen, hoogten = [wens for wens, _ in vakken], [hoog for _, hoog in vakken]
    boven = without_overlap(wensen, hoogten, ruimte)
    onder = [y + hoog for y, hoog in zip(boven, hoogten, strict=True)]
    for (_, einde), (y, _) in pairwise(zip(boven, onder, strict=True)):
        assert y >= einde + ruimte


def test_waar_plaats_is_krijgt_elk_vak_zijn_wens():
    assert without_overlap([50, 200, 400], [20, 40, 60], 10) == [40, 180, 370]


def test_wie_dezelfde_plek_wil_staat_eromheen():
    assert without_overlap([100, 100], [20, 20], 10) == [75, 105]
    assert without_overlap([], [], 10) == []
