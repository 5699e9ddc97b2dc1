"""Where the rows, the bars and the words of a timeline go, before anything is drawn."""

from __future__ import annotations

from itertools import pairwise

from drawing_examples import ACTIES, FORMS, actie, acties, indeling, one_actie
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.drawing.actions import Tijdlijn
from uitvoeringsplan.drawing.canvas import Box, cm
from uitvoeringsplan.drawing.picture import STANDING
from uitvoeringsplan.drawing.timeline_layout import DIAMOND, REVERSED, divide, make_grid, typefaces
from uitvoeringsplan.drawing.typeface import text_width


@trials(150)
@given(st.lists(one_actie, max_size=25), FORMS)
def test_alles_staat_binnen_zijn_vak(rijen, form):
    stroke = Tijdlijn.from_tabel(ACTIES, rijen)
    if not stroke.acties:
        return
    grid, sheets = indeling(rijen, form)
    kind = typefaces()
    assert [rij.actie for sheet in sheets for rij in sheet.rijen] == list(stroke.acties)
    for sheet in sheets:
        blz = Box(0, 0, grid.width, sheet.height)
        assert sheet.rijen[0].box.y0 == grid.kop
        assert all(a.box.y1 == b.box.y0 for a, b in pairwise(sheet.rijen))
        for rij in sheet.rijen:
            assert rij.box.lies_in(blz)
            veld = Box(grid.veld.x0, rij.box.y0, grid.veld.x1, rij.box.y1)
            assert rij.bar.box.lies_in(veld)
            assert rij.bar.box.x1 - rij.bar.box.x0 >= cm(0.1)
            assert 1 <= len(rij.name) <= 3
            assert all(text_width(r, kind.plain) < grid.names.x1 for r in rij.name if len(r) > 2)
            if rij.bar.caption:
                width = text_width(rij.bar.caption, kind.small)
                links = rij.bar.caption_x - (width if rij.bar.anchor == "r" else 0)
                words = Box(links, rij.box.y0, links + width, rij.box.y1)
                assert words.lies_in(veld)
                assert not words.touches(rij.bar.box)


def test_een_mijlpaal_zegt_welke_dag_ze_is():
    grid, [sheet] = indeling([actie("a", "2027-03-01"), actie("b", "", "2027-09-30")])
    assert grid.standen.x0 == grid.width  # none of them has a state
    assert [(rij.bar.is_diamond, rij.bar.caption) for rij in sheet.rijen] == [
        (True, "start"),
        (True, "gereed"),
    ]


def test_gereed_voor_start_wordt_gezegd():
    rijen = [actie("a", "2027-06-01", "2027-03-01"), actie("b", "2027-01-01", "2028-12-31")]
    _, [sheet] = indeling(rijen)
    assert [rij.bar.caption for rij in sheet.rijen] == ["", REVERSED]


def test_een_balk_loopt_van_de_eerste_tot_en_met_de_laatste_dag():
    rijen = [actie("a", "2027-01-01", "2027-12-31"), actie("b", "2027-07-01", "2027-07-01")]
    grid, [sheet] = indeling(rijen)
    lang, short = (rij.bar.box for rij in sheet.rijen)
    assert (lang.x0, lang.x1) == (grid.veld.x0, grid.veld.x1)
    half = (grid.veld.x0 + grid.veld.x1) // 2
    assert abs(short.midden[0] - half) < 20
    assert short.x1 - short.x0 < cm(0.3)


def test_zonder_stand_is_er_geen_kolom_voor():
    grid, _ = indeling([actie("a", "2027-01-01", "2027-12-31")])
    assert grid.standen.x0 == grid.standen.x1 == grid.width


def test_de_bladzijden_zijn_ongeveer_even_vol():
    stroke = Tijdlijn.from_tabel(ACTIES, acties(13))
    grid = make_grid(stroke, STANDING)
    [everything] = divide(stroke, grid, cm(99))
    hoogste_rij = max(rij.box.y1 - rij.box.y0 for rij in everything.rijen)
    sheets = divide(stroke, grid, everything.height - hoogste_rij)
    assert len(sheets) == 2
    sizes = [sheet.height - grid.kop for sheet in sheets]
    assert abs(sizes[0] - sizes[1]) <= 2 * hoogste_rij
    # A page always has a row, however low it is.
    assert [len(sheet.rijen) for sheet in divide(stroke, grid, 1)] == [1] * 13


def test_woorden_bij_een_mijlpaal_aan_het_eind_staan_links():
    rijen = [actie("a", "2027-01-01", "2027-12-31"), actie("b", "", "2027-12-31")]
    grid, [sheet] = indeling(rijen)
    _, laat = (rij.bar for rij in sheet.rijen)
    assert (laat.anchor, laat.caption) == ("r", "gereed")
    assert laat.caption_x < laat.box.x0
    assert laat.box.x1 == grid.veld.x1
    assert laat.box.x1 - laat.box.x0 == 2 * DIAMOND + 1


def test_een_actie_zonder_naam_en_een_lange_naam():
    rijen = [
        actie("", "2027-01-01", "2027-12-31"),
        actie("woord " * 60, "2027-01-01", "2027-12-31"),
    ]
    _, [sheet] = indeling(rijen)
    empty, lang = sorted(sheet.rijen, key=lambda rij: len(rij.name))
    assert len(empty.name) == 1
    assert empty.name[0]
    assert len(lang.name) == 3
    assert lang.name[-1].endswith("…")


def test_de_stand_staat_in_de_laatste_kolom_in_hooguit_twee_regels():
    lang = "nog niet begonnen, want het wacht op een besluit van de raad"
    grid, [sheet] = indeling([actie("a", "2027-01-01", "2027-12-31", lang)])
    assert grid.veld.x1 < grid.standen.x0 < grid.standen.x1 == grid.width
    (rij,) = sheet.rijen
    assert len(rij.stand) == 2
    kind = typefaces()
    assert all(text_width(r, kind.small) < grid.standen.x1 - grid.standen.x0 for r in rij.stand)
