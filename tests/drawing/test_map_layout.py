from __future__ import annotations

from itertools import combinations, pairwise

from drawing_examples import VORMEN, een_tegenstelling, kaart, ster
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.drawing.canvas import Box
from uitvoeringsplan.drawing.map_layout import divide_map, without_overlap
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS
from uitvoeringsplan.drawing.typeface import load_typeface, text_width

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


@proeven(150)
@given(st.lists(een_tegenstelling, max_size=20), VORMEN)
def test_niets_valt_over_iets_anders_en_alles_staat_op_de_bladzijde(rijen, vorm):
    heel = kaart(*rijen)
    bladen = divide_map(heel, vorm)
    for blad in bladen:
        blz = Box(0, 0, blad.breed, blad.hoog)
        vakken = [ding.vak for ding in (*blad.groepen, *blad.themas)]
        assert all(vak.ligt_in(blz) for vak in vakken)
        assert not any(een.raakt(ander) for een, ander in combinations(vakken, 2))
        assert len(blad.groepen) == len(blad.kaart.groepen)
        assert len(blad.themas) == len(blad.kaart.tegenstellingen)
        assert len(blad.verbindingen) == 2 * len(blad.themas)
        for lijn in blad.verbindingen:
            assert any(raakt_zijkant(lijn.van, groep.vak) for groep in blad.groepen)
            assert any(raakt_zijkant(lijn.naar, thema.vak) for thema in blad.themas)
        for soort, dingen in (
            (load_typeface(32, vet=True), blad.groepen),
            (load_typeface(31), blad.themas),
        ):
            for ding in dingen:
                ruimte = ding.vak.x1 - ding.vak.x0
                assert all(text_width(r, soort) < ruimte for r in ding.regels if len(r) > 2)
    getekend = sorted(
        (blad.kaart.groepen[t.wij], blad.kaart.groepen[t.zij], t.thema, t.voorvallen)
        for blad in bladen
        for t in blad.kaart.tegenstellingen
    )
    assert getekend == sorted(
        (heel.groepen[t.wij], heel.groepen[t.zij], t.thema, t.voorvallen)
        for t in heel.tegenstellingen
    )


def raakt_zijkant(punt: tuple[int, int], vak: Box) -> bool:
    return punt[0] in (vak.x0, vak.x1 - 1) and vak.y0 <= punt[1] < vak.y1


def test_een_ring_van_drie_zet_twee_groepen_aan_een_kant():
    [blad] = divide_map(
        kaart(("a", "b", "x", ""), ("b", "c", "y", ""), ("c", "a", "z", "")), DEFAULT_LOOKS
    )
    assert len({groep.vak.x0 for groep in blad.groepen}) == 2
    # Both lines of the opposition on one side come in on that side, apart from each other.
    einden = [lijn.naar for lijn in blad.verbindingen]
    assert len(set(einden)) == 6


def test_een_groep_tegenover_zichzelf_heeft_twee_lijnen():
    [blad] = divide_map(kaart(("a", "A", "koers", "2")), DEFAULT_LOOKS)
    assert len(blad.groepen) == 1
    assert len({(lijn.van, lijn.naar) for lijn in blad.verbindingen}) == 2


def test_meer_voorvallen_maken_een_dikkere_lijn():
    [blad] = divide_map(kaart(*ster(9)), DEFAULT_LOOKS)
    dikte = {
        thema.telling: lijn.dikte
        for thema, lijn in zip(blad.themas, blad.verbindingen[::2], strict=True)
    }
    telling = ["geen voorvallen", "1 voorval", *(f"{nr} voorvallen" for nr in range(2, 7))]
    diktes = [dikte[naam] for naam in telling]
    assert diktes == sorted(set(diktes))
    assert dikte["8 voorvallen"] == dikte["6 voorvallen"]
