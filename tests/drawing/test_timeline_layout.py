"""Where the rows, the bars and the words of a timeline go, before anything is drawn."""

from __future__ import annotations

from itertools import pairwise

from drawing_examples import ACTIES, VORMEN, actie, acties, een_actie, indeling
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.drawing.actions import Tijdlijn
from uitvoeringsplan.drawing.canvas import Box, cm
from uitvoeringsplan.drawing.picture import STANDING
from uitvoeringsplan.drawing.timeline_layout import DIAMOND, REVERSED, divide, make_grid, typefaces
from uitvoeringsplan.drawing.typeface import text_width


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


def test_een_mijlpaal_zegt_welke_dag_ze_is():
    raster, [blad] = indeling([actie("a", "2027-03-01"), actie("b", "", "2027-09-30")])
    assert raster.standen.x0 == raster.breed  # none of them has a state
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


def test_de_bladzijden_zijn_ongeveer_even_vol():
    lijn = Tijdlijn.from_tabel(ACTIES, acties(13))
    raster = make_grid(lijn, STANDING)
    [alles] = divide(lijn, raster, cm(99))
    hoogste_rij = max(rij.vak.y1 - rij.vak.y0 for rij in alles.rijen)
    bladen = divide(lijn, raster, alles.hoog - hoogste_rij)
    assert len(bladen) == 2
    maten = [blad.hoog - raster.kop for blad in bladen]
    assert abs(maten[0] - maten[1]) <= 2 * hoogste_rij
    # A page always has a row, however low it is.
    assert [len(blad.rijen) for blad in divide(lijn, raster, 1)] == [1] * 13


def test_woorden_bij_een_mijlpaal_aan_het_eind_staan_links():
    rijen = [actie("a", "2027-01-01", "2027-12-31"), actie("b", "", "2027-12-31")]
    raster, [blad] = indeling(rijen)
    _, laat = (rij.balk for rij in blad.rijen)
    assert (laat.anker, laat.bijschrift) == ("r", "gereed")
    assert laat.bijschrift_x < laat.vak.x0
    assert laat.vak.x1 == raster.veld.x1
    assert laat.vak.x1 - laat.vak.x0 == 2 * DIAMOND + 1


def test_een_actie_zonder_naam_en_een_lange_naam():
    rijen = [
        actie("", "2027-01-01", "2027-12-31"),
        actie("woord " * 60, "2027-01-01", "2027-12-31"),
    ]
    _, [blad] = indeling(rijen)
    leeg, lang = sorted(blad.rijen, key=lambda rij: len(rij.naam))
    assert len(leeg.naam) == 1
    assert leeg.naam[0]
    assert len(lang.naam) == 3
    assert lang.naam[-1].endswith("…")


def test_de_stand_staat_in_de_laatste_kolom_in_hooguit_twee_regels():
    lang = "nog niet begonnen, want het wacht op een besluit van de raad"
    raster, [blad] = indeling([actie("a", "2027-01-01", "2027-12-31", lang)])
    assert raster.veld.x1 < raster.standen.x0 < raster.standen.x1 == raster.breed
    (rij,) = blad.rijen
    assert len(rij.stand) == 2
    soort = typefaces()
    assert all(
        text_width(r, soort.klein) < raster.standen.x1 - raster.standen.x0 for r in rij.stand
    )
