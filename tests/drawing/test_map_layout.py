from __future__ import annotations

from itertools import combinations, pairwise

from drawing_examples import FORMS, kaart, one_tegenstelling, star
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.drawing.canvas import Box
from uitvoeringsplan.drawing.map_layout import divide_map, without_overlap
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS
from uitvoeringsplan.drawing.typeface import load_typeface, text_width

VAKKEN = st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 300)), max_size=25)


@trials(400)
@given(VAKKEN, st.integers(0, 50))
def test_vakken_raken_elkaar_niet_en_houden_hun_volgorde(vakken, space):
    wensen, heights = [wens for wens, _ in vakken], [height for _, height in vakken]
    above = without_overlap(wensen, heights, space)
    below = [y + height for y, height in zip(above, heights, strict=True)]
    for (_, end), (y, _) in pairwise(zip(above, below, strict=True)):
        assert y >= end + space


def test_waar_plaats_is_krijgt_elk_vak_zijn_wens():
    assert without_overlap([50, 200, 400], [20, 40, 60], 10) == [40, 180, 370]


def test_wie_dezelfde_plek_wil_staat_eromheen():
    assert without_overlap([100, 100], [20, 20], 10) == [75, 105]
    assert without_overlap([], [], 10) == []


@trials(150)
@given(st.lists(one_tegenstelling, max_size=20), FORMS)
def test_niets_valt_over_iets_anders_en_alles_staat_op_de_bladzijde(rijen, form):
    heel = kaart(*rijen)
    sheets = divide_map(heel, form)
    for sheet in sheets:
        blz = Box(0, 0, sheet.width, sheet.height)
        vakken = [ding.box for ding in (*sheet.groups, *sheet.themes)]
        assert all(vak.lies_in(blz) for vak in vakken)
        assert not any(one.touches(other) for one, other in combinations(vakken, 2))
        assert len(sheet.groups) == len(sheet.kaart.groups)
        assert len(sheet.themes) == len(sheet.kaart.tegenstellingen)
        assert len(sheet.connections) == 2 * len(sheet.themes)
        for stroke in sheet.connections:
            assert any(touches_zijkant(stroke.start, group.box) for group in sheet.groups)
            assert any(touches_zijkant(stroke.naar, theme.box) for theme in sheet.themes)
        for kind, things in (
            (load_typeface(32, vet=True), sheet.groups),
            (load_typeface(31), sheet.themes),
        ):
            for ding in things:
                space = ding.box.x1 - ding.box.x0
                assert all(text_width(r, kind) < space for r in ding.lines if len(r) > 2)
    drawn = sorted(
        (sheet.kaart.groups[t.wij], sheet.kaart.groups[t.zij], t.theme, t.events)
        for sheet in sheets
        for t in sheet.kaart.tegenstellingen
    )
    assert drawn == sorted(
        (heel.groups[t.wij], heel.groups[t.zij], t.theme, t.events) for t in heel.tegenstellingen
    )


def touches_zijkant(punt: tuple[int, int], vak: Box) -> bool:
    return punt[0] in (vak.x0, vak.x1 - 1) and vak.y0 <= punt[1] < vak.y1


def test_een_ring_van_drie_zet_twee_groepen_aan_een_kant():
    [sheet] = divide_map(
        kaart(("a", "b", "x", ""), ("b", "c", "y", ""), ("c", "a", "z", "")), DEFAULT_LOOKS
    )
    assert len({group.box.x0 for group in sheet.groups}) == 2
    # Both lines of the opposition on one side come in on that side, apart from each other.
    ends = [stroke.naar for stroke in sheet.connections]
    assert len(set(ends)) == 6


def test_een_groep_tegenover_zichzelf_heeft_twee_lijnen():
    [sheet] = divide_map(kaart(("a", "A", "koers", "2")), DEFAULT_LOOKS)
    assert len(sheet.groups) == 1
    assert len({(stroke.start, stroke.naar) for stroke in sheet.connections}) == 2


def test_meer_voorvallen_maken_een_dikkere_lijn():
    [sheet] = divide_map(kaart(*star(9)), DEFAULT_LOOKS)
    thickness = {
        theme.telling: stroke.thickness
        for theme, stroke in zip(sheet.themes, sheet.connections[::2], strict=True)
    }
    telling = ["geen voorvallen", "1 voorval", *(f"{nr} voorvallen" for nr in range(2, 7))]
    thicknesses = [thickness[name] for name in telling]
    assert thicknesses == sorted(set(thicknesses))
    assert thickness["8 voorvallen"] == thickness["6 voorvallen"]
