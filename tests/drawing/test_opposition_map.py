from __future__ import annotations

from itertools import combinations

import pytest
from drawing_examples import WIJ_ZIJ, beeld, een_tegenstelling, stukken
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.drawing.canvas import Box, cm
from uitvoeringsplan.drawing.colours import WHITE, make_palette
from uitvoeringsplan.drawing.map_layout import divide_map
from uitvoeringsplan.drawing.map_order import join_maps, kruisingen, put_in_order, separate_maps
from uitvoeringsplan.drawing.opposition_map import draw_oppositions
from uitvoeringsplan.drawing.oppositions import Kaart
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, STANDING, Looks
from uitvoeringsplan.drawing.typeface import load_typeface, text_width

VORMEN = st.sampled_from(
    [
        DEFAULT_LOOKS,
        STANDING,
        Looks("F7D117", "AAAAAA", 12.0, 6.0),
        Looks(breedte_cm=2.5, hoogte_cm=-1.0),
        Looks(breedte_cm=45.0, hoogte_cm=60.0),
    ]
)


def kaart(*rijen: tuple[str, ...]) -> Kaart:
    return Kaart.from_tabel(WIJ_ZIJ, rijen)


def ster(aantal: int) -> list[tuple[str, ...]]:
    return [("de gemeente", f"groep {nr}", f"thema {nr}", str(nr)) for nr in range(aantal)]


def keten(aantal: int) -> list[tuple[str, ...]]:
    return [(f"groep {nr}", f"groep {nr + 1}", f"thema {nr}", "") for nr in range(aantal - 1)]


def paren(aantal: int) -> list[tuple[str, ...]]:
    return [(f"wij {nr}", f"zij {nr}", "thema", "") for nr in range(aantal)]


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


@proeven(40)
@given(st.lists(een_tegenstelling, max_size=12), VORMEN)
def test_elke_tabel_is_te_tekenen_en_steeds_hetzelfde(rijen, vorm):
    tekeningen = draw_oppositions(WIJ_ZIJ, rijen, vorm)
    assert tekeningen == draw_oppositions(WIJ_ZIJ, rijen, vorm)
    assert bool(tekeningen) == bool(kaart(*rijen).tegenstellingen)
    for tekening in tekeningen:
        plaat = beeld(tekening.png)
        assert plaat.width == cm(vorm.tekenmaat[0])
        assert abs(tekening.breedte_cm - vorm.breedte_cm) < 0.02
        assert abs(plaat.width / plaat.height - tekening.breedte_cm / tekening.hoogte_cm) < 0.2
        assert tekening.alternatief
        assert set(dict(stukken(tekening.png))) == {"IHDR", "PLTE", "pHYs", "IDAT", "IEND"}


@pytest.mark.parametrize("vorm", [DEFAULT_LOOKS, STANDING])
@pytest.mark.parametrize(
    "rijen",
    [
        pytest.param(paren(1), id="twee groepen"),
        pytest.param(keten(6), id="zes op een rij"),
        pytest.param(paren(8), id="acht paren"),
        pytest.param(keten(16), id="zestien op een rij"),
        pytest.param(ster(15), id="ster"),
        pytest.param(keten(60), id="zestig op een rij"),
        pytest.param(ster(60), id="grote ster"),
    ],
)
def test_elke_bladzijde_past_op_papier(rijen, vorm):
    tekeningen = draw_oppositions(WIJ_ZIJ, rijen, vorm)
    assert all(tekening.hoogte_cm <= vorm.hoogte_cm for tekening in tekeningen)
    assert all(len(tekening.png) < 150_000 for tekening in tekeningen)
    assert len(tekeningen) <= len(rijen) // 4 + 1


@pytest.mark.parametrize("rijen", [paren(5), keten(9), ster(7)])
def test_wie_tegenover_elkaar_staat_staat_aan_weerszijden(rijen):
    for deel in separate_maps(kaart(*rijen)):
        ordening = put_in_order(deel)
        assert all((t.wij in ordening.links) != (t.zij in ordening.links) for t in ordening.midden)
        assert kruisingen(ordening) == 0


def test_wij_staat_meestal_links():
    deel = kaart(("a", "b", "", ""), ("a", "c", "", ""), ("c", "d", "", ""))
    ordening = put_in_order(deel)
    assert [deel.groepen[nr] for nr in ordening.links] == ["a", "d"]


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


def test_kruisingen_worden_minder():
    """Rows in an order that would cross, set so that nothing crosses."""
    rijen = [("a", "z", "1", ""), ("b", "y", "2", ""), ("a", "y", "3", "")]
    ordening = put_in_order(kaart(*rijen))
    assert kruisingen(ordening) == 0
    assert [t.thema for t in ordening.midden] in (["1", "3", "2"], ["2", "3", "1"])


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


def test_losse_delen_en_weer_samen():
    heel = kaart(("a", "b", "1", ""), ("c", "d", "2", ""), ("b", "e", "3", ""))
    delen = separate_maps(heel)
    assert [deel.groepen for deel in delen] == [("a", "b", "e"), ("c", "d")]
    terug = join_maps(delen)
    assert terug.groepen == ("a", "b", "e", "c", "d")
    assert [(terug.groepen[t.wij], terug.groepen[t.zij]) for t in terug.tegenstellingen] == [
        ("a", "b"),
        ("b", "e"),
        ("c", "d"),
    ]


def test_de_lijnen_zijn_getekend():
    """Halfway between a group and its theme the accent is on the page."""
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "thema", "3")])
    [blad] = divide_map(kaart(("a", "b", "thema", "3")), DEFAULT_LOOKS)
    plaat = beeld(tekening.png)
    for lijn in blad.verbindingen:
        midden = ((lijn.van[0] + lijn.naar[0]) // 2, (lijn.van[1] + lijn.naar[1]) // 2)
        assert plaat.getpixel(midden) == (0x0B, 0x55, 0x63)


@proeven(25)
@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_elke_kleur_komt_precies_zo_in_de_png(accent, tekst):
    vorm = Looks(f"{accent:06X}", f"{tekst:06X}", 9.0, 6.0)
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "thema", "3")], vorm)
    kleuren = make_palette(vorm.accent, vorm.tekst)
    plaat = beeld(tekening.png)
    gevonden = {kleur for _, kleur in plaat.getcolors(300)}
    assert gevonden >= {WHITE, kleuren.accent, kleuren.zacht, kleuren.tekst, kleuren.grijs}
    assert plaat.getpixel((0, plaat.height - 1)) == WHITE


def test_zonder_twee_groepen_is_er_geen_tekening():
    assert draw_oppositions(WIJ_ZIJ, [("a", "", "t", "")]) == []
    assert draw_oppositions(WIJ_ZIJ, []) == []


def test_een_onvolledige_rij_staat_in_de_woorden():
    [tekening] = draw_oppositions(WIJ_ZIJ, [("a", "b", "t", ""), ("", "boeren", "stikstof", "")])
    assert tekening.alternatief.endswith("Niet getekend, want er ontbreekt een groep: boeren.")
