from __future__ import annotations

import subprocess
import sys

import pytest
from drawing_examples import (
    ACTIES,
    FORMS,
    STANDEN,
    actie,
    acties,
    indeling,
    one_actie,
    picture,
    runs,
)
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.drawing.actions import Tijdlijn
from uitvoeringsplan.drawing.canvas import DPI, cm
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, STANDING, Looks
from uitvoeringsplan.drawing.timeline import draw_timeline
from uitvoeringsplan.errors import TekenError


@trials(40)
@given(st.lists(one_actie, max_size=12), FORMS)
def test_elke_tabel_is_te_tekenen_en_steeds_hetzelfde(rijen, form):
    tekeningen = draw_timeline(ACTIES, rijen, form)
    assert tekeningen == draw_timeline(ACTIES, rijen, form)
    assert bool(tekeningen) == bool(Tijdlijn.from_tabel(ACTIES, rijen).acties)
    for tekening in tekeningen:
        plaat = picture(tekening.png)
        assert plaat.width == cm(form.sign_size[0])
        assert abs(tekening.width_cm - form.width_cm) < 0.02
        assert abs(plaat.width / plaat.height - tekening.width_cm / tekening.height_cm) < 0.2
        assert tekening.alternatief


@pytest.mark.parametrize("form", [DEFAULT_LOOKS, STANDING])
@pytest.mark.parametrize("count", [1, 2, 5, 12, 40, 60])
def test_elke_bladzijde_past_op_papier(count, form):
    tekeningen = draw_timeline(ACTIES, acties(count), form)
    assert len(tekeningen) <= max(1, count // 8)
    assert all(tekening.height_cm <= form.height_cm for tekening in tekeningen)
    assert all(len(tekening.png) < 100_000 for tekening in tekeningen)
    # Pages are about equally full: none is left with a single row.
    laagste, hoogste = (f(t.height_cm for t in tekeningen) for f in (min, max))
    assert hoogste - laagste < 3.5
    words = " ".join(tekening.alternatief for tekening in tekeningen)
    assert sum(f"Actie {number}:" in words for number in range(count)) >= count - 12


def test_de_png_zegt_niet_wie_of_wanneer():
    [tekening] = draw_timeline(ACTIES, acties(5))
    parts = dict(runs(tekening.png))
    assert set(parts) == {"IHDR", "PLTE", "pHYs", "IDAT", "IEND"}
    per_meter = round(DPI / 0.0254)
    assert parts["pHYs"] == per_meter.to_bytes(4) * 2 + b"\x01"
    assert 200 <= DPI <= 300


def test_elke_stand_is_te_zien_zonder_kleur():
    """In greys every state has a pattern of its own, in the bar and beside its word."""
    rijen = [actie("a", "2027-01-01", "2027-12-31", stand) for stand in (*STANDEN, "eigen")]
    grid, [sheet] = indeling(rijen)
    [tekening] = draw_timeline(ACTIES, rijen)
    grey = picture(tekening.png).convert("L")
    patronen = set()
    for rij in sheet.rijen:
        x0, y0, _, y1 = rij.bar.box
        patronen.add(grey.crop((x0, y0, x0 + 60, y1)).tobytes())
        assert rij.stand
        # The word itself stands in the last column.
        vak = (grid.standen.x0, rij.box.y0, grid.width, rij.box.y1)
        assert grey.crop(vak).getextrema()[0] < 120
    assert len(patronen) == len(rijen)


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
    _, [sheet] = indeling(rijen)
    assert picture(tekening.png).getpixel(sheet.rijen[0].bar.box.midden) == (0x8A, 0x1F, 0x2D)


def test_een_kleur_die_er_geen_is():
    with pytest.raises(TekenError, match="“paars” is geen kleur"):
        draw_timeline(ACTIES, acties(1), Looks(accent="paars"))


def test_pillow_wordt_pas_geladen_als_er_iets_te_tekenen_is():
    source = (
        "import sys\n"
        "from uitvoeringsplan.drawing import opposition_map, timeline\n"
        "assert timeline.draw_timeline((), []) == []\n"
        "assert opposition_map.draw_oppositions((), []) == []\n"
        "sys.exit('PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", source], check=False).returncode == 0


def test_zonder_puntjes_blijven_maat_en_woorden():
    rijen = acties(12)
    heel = draw_timeline(ACTIES, rijen)
    empty = draw_timeline(ACTIES, rijen, DEFAULT_LOOKS._replace(is_drawn=False))
    assert empty == [one._replace(png=b"") for one in heel]
