"""The sheet: measures, surfaces, edges, lines and text, and the PNG that others read."""

from __future__ import annotations

import subprocess
import sys

import pytest
from drawing_examples import picture, runs

from uitvoeringsplan.drawing.canvas import DPI, Box, Canvas, cm, in_cm, pt
from uitvoeringsplan.drawing.colours import WHITE, make_palette
from uitvoeringsplan.drawing.typeface import load_typeface

PALETTE = make_palette("0B5563", "1F2A2E")
INK, SURFACE = PALETTE.accent, PALETTE.soft


def vel(width: int = 40, height: int = 30) -> Canvas:
    return Canvas(width, height, PALETTE)


def coloured(canvas: Canvas, kleur=INK) -> set[tuple[int, int]]:
    """Return the pixels that have exactly this colour, as another program reads the PNG."""
    plaat = picture(canvas.png())
    return {
        (x, y)
        for x in range(plaat.width)
        for y in range(plaat.height)
        if plaat.getpixel((x, y)) == kleur
    }


def punten(vak: Box) -> set[tuple[int, int]]:
    return {(x, y) for x in range(vak.x0, vak.x1) for y in range(vak.y0, vak.y1)}


def test_maten():
    assert [cm(2.54), pt(72), in_cm(DPI), in_cm(cm(10))] == [DPI, DPI, 2.54, 10.0]
    assert [pt(0), pt(0.1)] == [1, 1]


@pytest.mark.parametrize(
    ("other", "touches", "lies_in"),
    [
        (Box(0, 0, 10, 10), True, True),
        (Box(9, 9, 20, 20), True, False),
        (Box(10, 0, 20, 10), False, False),  # side by side
        (Box(0, 10, 10, 20), False, False),
        (Box(2, 3, 4, 5), True, False),
        (Box(-1, -1, 11, 11), True, True),
    ],
)
def test_vakken(other, touches, lies_in):
    vak = Box(0, 0, 10, 10)
    assert vak.touches(other) is other.touches(vak) is touches
    assert vak.lies_in(other) is lies_in
    assert Box(2, 4, 11, 9).midden == (6, 6)


def test_een_vlak_en_een_rand_blijven_binnen_hun_vak():
    vak = Box(3, 4, 20, 12)
    canvas = vel()
    canvas.surface(vak, INK)
    canvas.surface(Box(5, 5, 5, 9), SURFACE)  # nothing wide is nothing
    assert coloured(canvas) == punten(vak)
    canvas = vel()
    canvas.edge(vak, INK, 2)
    assert coloured(canvas) == punten(vak) - punten(Box(5, 6, 18, 10))


def test_een_streepjesrand_heeft_hoeken_en_gaten():
    vak = Box(0, 0, 34, 26)
    canvas = vel()
    canvas.streepjesrand(vak, INK, 2)
    found = coloured(canvas)
    assert found <= punten(vak) - punten(Box(2, 2, 32, 24))
    assert {(0, 0), (33, 0), (0, 25), (33, 25)} <= found
    bovenkant = "".join("#" if (x, 0) in found else "." for x in range(34))
    assert bovenkant.count("#.") == 4  # four gaps, and a dash at either end
    assert bovenkant.startswith("####.")
    assert bovenkant.endswith(".####")


def test_een_ruit_is_vol_of_heeft_een_gat():
    for is_full in (True, False):
        canvas = vel()
        canvas.diamond((20, 15), 10, INK, is_full=is_full)
        found = coloured(canvas)
        assert ((20, 15) in found) is is_full
        assert {(12, 15), (28, 15), (20, 7), (20, 23)} <= found
        assert all(abs(x - 20) + abs(y - 15) <= 11 for x, y in found)


def test_een_kromme_gaat_door_haar_punten_met_haar_dikte():
    canvas = vel()
    canvas.curve([(5.0, 10.0), (20.0, 10.0), (35.0, 10.0)], INK, 4)
    found = coloured(canvas)
    assert {(x, 10) for x in range(6, 34)} <= found
    assert {y for _, y in found} <= set(range(7, 14))
    assert len({y for x, y in found if x == 20}) >= 3


def test_een_arcering_blijft_in_haar_vak():
    vak = Box(5, 5, 30, 25)
    canvas = vel()
    canvas.arcering(vak, INK, thickness=2, stap=8)
    found = coloured(canvas)
    assert found
    assert found <= punten(vak)
    white = coloured(canvas, WHITE)
    assert len(punten(vak) & white) > len(punten(vak)) / 3


@pytest.mark.parametrize(("anchor", "side"), [("l", 1), ("m", 0), ("r", -1)])
def test_tekst_staat_waar_haar_anker_zegt(anchor, side):
    canvas = vel(120, 60)
    canvas.text((60, 30), ["HH", "", "HH"], load_typeface(16), PALETTE.text, anchor=anchor)
    dark = punten(Box(0, 0, 120, 60)) - coloured(canvas, WHITE)
    xs, ys = {x for x, _ in dark}, {y for _, y in dark}
    midden = (min(xs) + max(xs)) / 2 - 60
    assert (midden > 3, midden < -3) == (side > 0, side < 0)
    assert abs((min(ys) + max(ys)) / 2 - 30) < 20


def test_een_spatie_heeft_geen_vorm():
    canvas = vel()
    canvas.text((20, 15), [" "], load_typeface(16), PALETTE.text)
    assert coloured(canvas, WHITE) == punten(Box(0, 0, 40, 30))


def test_tekenen_laadt_geen_formaten_en_geen_logboek():
    """Each drawing would wait for them as long as for all that it draws."""
    code = (
        "import sys; from uitvoeringsplan.drawing import canvas, colours, typeface;"
        "vel = canvas.Canvas(40, 30, colours.make_palette('0B5563', '1F2A2E'));"
        "vel.text((0, 15), ['Actie'], typeface.load_typeface(16), vel.palette.text);"
        "assert vel.png(); print([n for n in ('PIL.ImageFile', 'logging') if n in sys.modules])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert made.stdout == "[]\n"


def test_inkt_mengt_met_het_vlak_eronder():
    canvas = vel()
    canvas.surface(Box(0, 0, 40, 30), SURFACE)
    canvas.diamond((20, 15), 10, INK, is_full=True)
    plaat = picture(canvas.png())
    kleuren = {kleur for _, kleur in plaat.getcolors(300)}
    assert {INK, SURFACE} < kleuren
    assert WHITE not in kleuren
    assert plaat.getpixel((0, 0)) == plaat.getpixel((39, 29)) == SURFACE


def test_de_png_is_klein_heel_en_zegt_haar_maat():
    canvas = vel(61, 127)  # more than two strips, and no round number
    canvas.surface(Box(0, 126, 61, 127), INK)
    canvas.surface(Box(60, 0, 61, 127), INK)
    data = canvas.png()
    plaat = picture(data)
    assert plaat.size == (61, 127)
    assert plaat.getpixel((0, 126)) == plaat.getpixel((60, 0)) == INK
    assert plaat.getpixel((0, 60)) == plaat.getpixel((59, 125)) == WHITE
    assert {plaat.getpixel((60, y)) for y in range(127)} == {INK}  # in every strip
    parts = dict(runs(data))
    assert list(parts) == ["IHDR", "PLTE", "pHYs", "IDAT", "IEND"]
    per_meter = round(DPI / 0.0254)
    assert parts["pHYs"] == per_meter.to_bytes(4) * 2 + b"\x01"
    assert len(data) < 1_000
    assert canvas.png() == data
