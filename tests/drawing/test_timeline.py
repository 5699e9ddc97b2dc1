from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from drawing_examples import ACTIES, STANDEN, actie, acties, beeld, een_actie, stukken
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.drawing.actions import Tijdlijn
from uitvoeringsplan.drawing.canvas import DPI, Box, cm
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, STANDING, Looks
from uitvoeringsplan.drawing.timeline import draw_timeline
from uitvoeringsplan.drawing.timeline_layout import REVERSED, divide, make_grid, typefaces
from uitvoeringsplan.drawing.typeface import text_width
from uitvoeringsplan.errors import TekenError

VORMEN = st.sampled_from(
    [
        DEFAULT_LOOKS,
        STANDING,
        Looks("F7D117", "AAAAAA", 12.0, 6.0),
        Looks(breedte_cm=2.5, hoogte_cm=-1.0),
        Looks(breedte_cm=45.0, hoogte_cm=60.0),
    ]
)


def indeling(rijen, vorm=DEFAULT_LOOKS):
    lijn = Tijdlijn.from_tabel(ACTIES, rijen)
    raster = make_grid(lijn, vorm)
    return raster, divide(lijn, raster, cm(vorm.tekenmaat[1]))


@proeven(150)
@given(st.lists(een_actie, max_size=25), VORMEN)
def test_alles_staat_binnen_zijn_vak(rijen, vorm):
    lijn = Tijdlijn.from_tabel(ACTIES, rijen)
    if not lijn.acties:
        return
    raster, bladen = indeling(rijen, vorm)
    soort = typefaces()
    assert [rij.actie for blad in bladen for rij in blad.rijen] == list(lijn.acties)
    for blad in bladen:
        blz = Box(0, 0, raster.breed, blad.hoog)
        assert blad.rijen[0].vak.y0 == raster.kop
        assert all(a.vak.y1 == b.vak.y0 for a, b in pairwise(blad.rijen))
        for rij in blad.rijen:
            assert rij.vak.ligt_in(blz)
            veld = Box(raster.veld.x0, rij.vak.y0, raster.veld.x1, rij.vak.y1)
            assert rij.balk.vak.ligt_in(veld)
            assert rij.balk.vak.x1 - rij.balk.vak.x0 >= cm(0.1)
            assert 1 <= len(rij.naam) <= 3
            assert all(
                text_width(r, soort.gewoon) < raster.namen.x1 for r in rij.naam if len(r) > 2
            )
            if rij.balk.bijschrift:
                breed = text_width(rij.balk.bijschrift, soort.klein)
                links = rij.balk.bijschrift_x - (breed if rij.balk.anker == "r" else 0)
                woorden = Box(links, rij.vak.y0, links + breed, rij.vak.y1)
                assert woorden.ligt_in(veld)
                assert not woorden.raakt(rij.balk.vak)


@proeven(40)
@given(st.lists(een_actie, max_size=12), VORMEN)
def test_elke_tabel_is_te_tekenen_en_steeds_hetzelfde(rijen, vorm):
    tekeningen = draw_timeline(ACTIES, rijen, vorm)
    assert tekeningen == draw_timeline(ACTIES, rijen, vorm)
    assert bool(tekeningen) == bool(Tijdlijn.from_tabel(ACTIES, rijen).acties)
    for tekening in tekeningen:
        plaat = beeld(tekening.png)
        assert plaat.width == cm(vorm.tekenmaat[0])
        assert abs(tekening.breedte_cm - vorm.breedte_cm) < 0.02
        assert abs(plaat.width / plaat.height - tekening.breedte_cm / tekening.hoogte_cm) < 0.2
        assert tekening.alternatief


@pytest.mark.parametrize("vorm", [DEFAULT_LOOKS, STANDING])
@pytest.mark.parametrize("aantal", [1, 2, 5, 12, 40, 60])
def test_elke_bladzijde_past_op_papier(aantal, vorm):
    tekeningen = draw_timeline(ACTIES, acties(aantal), vorm)
    assert len(tekeningen) <= max(1, aantal // 8)
    assert all(tekening.hoogte_cm <= vorm.hoogte_cm for tekening in tekeningen)
    assert all(len(tekening.png) < 100_000 for tekening in tekeningen)
    # Pages are about equally full: none is left with a single row.
    laagste, hoogste = (f(t.hoogte_cm for t in tekeningen) for f in (min, max))
    assert hoogste - laagste < 3.5
    woorden = " ".join(tekening.alternatief for tekening in tekeningen)
    assert sum(f"Actie {nummer}:" in woorden for nummer in range(aantal)) >= aantal - 12


def test_de_png_zegt_niet_wie_of_wanneer():
    [tekening] = draw_timeline(ACTIES, acties(5))
    delen = dict(stukken(tekening.png))
    assert set(delen) == {"IHDR", "PLTE", "pHYs", "IDAT", "IEND"}
    per_meter = round(DPI / 0.0254)
    assert delen["pHYs"] == per_meter.to_bytes(4) * 2 + b"\x01"
    assert 200 <= DPI <= 300


def test_elke_stand_is_te_zien_zonder_kleur():
    """In greys every state has a pattern of its own, in the bar and beside its word."""
    rijen = [actie("a", "2027-01-01", "2027-12-31", stand) for stand in (*STANDEN, "eigen")]
    raster, [blad] = indeling(rijen)
    [tekening] = draw_timeline(ACTIES, rijen)
    grijs = beeld(tekening.png).convert("L")
    patronen = set()
    for rij in blad.rijen:
        x0, y0, _, y1 = rij.balk.vak
        patronen.add(grijs.crop((x0, y0, x0 + 60, y1)).tobytes())
        assert rij.stand
        # The word itself stands in the last column.
        vak = (raster.standen.x0, rij.vak.y0, raster.breed, rij.vak.y1)
        assert grijs.crop(vak).getextrema()[0] < 120
    assert len(patronen) == len(rijen)


def test_een_mijlpaal_zegt_welke_dag_ze_is():
    _, [blad] = indeling([actie("a", "2027-03-01"), actie("b", "", "2027-09-30")])
    assert [(rij.balk.is_ruit, rij.balk.bijschrift) for rij in blad.rijen] == [
        (True, "start"),
        (True, "gereed"),
    ]


def test_gereed_voor_start_wordt_gezegd():
    rijen = [actie("a", "2027-06-01", "2027-03-01"), actie("b", "2027-01-01", "2028-12-31")]
    _, [blad] = indeling(rijen)
    assert [rij.balk.bijschrift for rij in blad.rijen] == ["", REVERSED]


def test_een_balk_loopt_van_de_eerste_tot_en_met_de_laatste_dag():
    rijen = [actie("a", "2027-01-01", "2027-12-31"), actie("b", "2027-07-01", "2027-07-01")]
    raster, [blad] = indeling(rijen)
    lang, kort = (rij.balk.vak for rij in blad.rijen)
    assert (lang.x0, lang.x1) == (raster.veld.x0, raster.veld.x1)
    helft = (raster.veld.x0 + raster.veld.x1) // 2
    assert abs(kort.midden[0] - helft) < 20
    assert kort.x1 - kort.x0 < cm(0.3)


def test_zonder_stand_is_er_geen_kolom_voor():
    raster, _ = indeling([actie("a", "2027-01-01", "2027-12-31")])
    assert raster.standen.x0 == raster.standen.x1 == raster.breed


def test_zonder_datum_is_er_geen_tekening():
    assert draw_timeline(ACTIES, [actie("ooit")]) == []
    assert draw_timeline(ACTIES, []) == []


def test_acties_zonder_datum_staan_in_de_woorden_van_de_laatste_tekening():
    tekeningen = draw_timeline(ACTIES, [*acties(30), actie("Ooit een keer")])
    assert len(tekeningen) > 1
    assert ["Ooit een keer" in tekening.alternatief for tekening in tekeningen] == [
        *[False] * (len(tekeningen) - 1),
        True,
    ]
    assert f"deel 2 van {len(tekeningen)}" in tekeningen[1].alternatief


def test_de_kleuren_van_de_huisstijl_staan_erin():
    rijen = [actie("a", "2027-01-01", "2027-12-31", "klaar")]
    [tekening] = draw_timeline(ACTIES, rijen, Looks("8A1F2D", "222222"))
    _, [blad] = indeling(rijen)
    assert beeld(tekening.png).getpixel(blad.rijen[0].balk.vak.midden) == (0x8A, 0x1F, 0x2D)


def test_een_kleur_die_er_geen_is():
    with pytest.raises(TekenError, match="“paars” is geen kleur"):
        draw_timeline(ACTIES, acties(1), Looks(accent="paars"))


def test_pillow_wordt_pas_geladen_als_er_iets_te_tekenen_is():
    bron = (
        "import sys\n"
        "from uitvoeringsplan.drawing import opposition_map, timeline\n"
        "assert timeline.draw_timeline((), []) == []\n"
        "assert opposition_map.draw_oppositions((), []) == []\n"
        "sys.exit('PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", bron], check=False).returncode == 0


def test_zonder_puntjes_blijven_maat_en_woorden():
    rijen = acties(12)
    heel = draw_timeline(ACTIES, rijen)
    leeg = draw_timeline(ACTIES, rijen, DEFAULT_LOOKS._replace(is_drawn=False))
    assert leeg == [een._replace(png=b"") for een in heel]
