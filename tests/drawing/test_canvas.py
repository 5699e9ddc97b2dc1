"""The sheet: measures, surfaces, edges, lines and text, and the PNG that others read."""

from __future__ import annotations

import subprocess
import sys

import pytest
from drawing_examples import beeld, stukken

from uitvoeringsplan.drawing.canvas import DPI, Box, Canvas, cm, in_cm, pt
from uitvoeringsplan.drawing.colours import WHITE, make_palette
from uitvoeringsplan.drawing.typeface import load_typeface

PALET = make_palette("0B5563", "1F2A2E")
INKT, VLAK = PALET.accent, PALET.zacht


def vel(breed: int = 40, hoog: int = 30) -> Canvas:
    return Canvas(breed, hoog, PALET)


def gekleurd(canvas: Canvas, kleur=INKT) -> set[tuple[int, int]]:
    """Return the pixels that have exactly this colour, as another program reads the PNG."""
    plaat = beeld(canvas.png())
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
    ("ander", "raakt", "ligt_in"),
    [
        (Box(0, 0, 10, 10), True, True),
        (Box(9, 9, 20, 20), True, False),
        (Box(10, 0, 20, 10), False, False),  # side by side
        (Box(0, 10, 10, 20), False, False),
        (Box(2, 3, 4, 5), True, False),
        (Box(-1, -1, 11, 11), True, True),
    ],
)
def test_vakken(ander, raakt, ligt_in):
    vak = Box(0, 0, 10, 10)
    assert vak.raakt(ander) is ander.raakt(vak) is raakt
    assert vak.ligt_in(ander) is ligt_in
    assert Box(2, 4, 11, 9).midden == (6, 6)


def test_een_vlak_en_een_rand_blijven_binnen_hun_vak():
    vak = Box(3, 4, 20, 12)
    canvas = vel()
    canvas.vlak(vak, INKT)
    canvas.vlak(Box(5, 5, 5, 9), VLAK)  # nothing wide is nothing
    assert gekleurd(canvas) == punten(vak)
    canvas = vel()
    canvas.rand(vak, INKT, 2)
    assert gekleurd(canvas) == punten(vak) - punten(Box(5, 6, 18, 10))


def test_een_streepjesrand_heeft_hoeken_en_gaten():
    vak = Box(0, 0, 34, 26)
    canvas = vel()
    canvas.streepjesrand(vak, INKT, 2)
    gevonden = gekleurd(canvas)
    assert gevonden <= punten(vak) - punten(Box(2, 2, 32, 24))
    assert {(0, 0), (33, 0), (0, 25), (33, 25)} <= gevonden
    bovenkant = "".join("#" if (x, 0) in gevonden else "." for x in range(34))
    assert bovenkant.count("#.") == 4  # four gaps, and a dash at either end
    assert bovenkant.startswith("####.")
    assert bovenkant.endswith(".####")


def test_een_ruit_is_vol_of_heeft_een_gat():
    for is_vol in (True, False):
        canvas = vel()
        canvas.ruit((20, 15), 10, INKT, is_vol=is_vol)
        gevonden = gekleurd(canvas)
        assert ((20, 15) in gevonden) is is_vol
        assert {(12, 15), (28, 15), (20, 7), (20, 23)} <= gevonden
        assert all(abs(x - 20) + abs(y - 15) <= 11 for x, y in gevonden)


def test_een_kromme_gaat_door_haar_punten_met_haar_dikte():
    canvas = vel()
    canvas.kromme([(5.0, 10.0), (20.0, 10.0), (35.0, 10.0)], INKT, 4)
    gevonden = gekleurd(canvas)
    assert {(x, 10) for x in range(6, 34)} <= gevonden
    assert {y for _, y in gevonden} <= set(range(7, 14))
    assert len({y for x, y in gevonden if x == 20}) >= 3


def test_een_arcering_blijft_in_haar_vak():
    vak = Box(5, 5, 30, 25)
    canvas = vel()
    canvas.arcering(vak, INKT, dikte=2, stap=8)
    gevonden = gekleurd(canvas)
    assert gevonden
    assert gevonden <= punten(vak)
    wit = gekleurd(canvas, WHITE)
    assert len(punten(vak) & wit) > len(punten(vak)) / 3


@pytest.mark.parametrize(("anker", "kant"), [("l", 1), ("m", 0), ("r", -1)])
def test_tekst_staat_waar_haar_anker_zegt(anker, kant):
    canvas = vel(120, 60)
    canvas.tekst((60, 30), ["HH", "", "HH"], load_typeface(16), PALET.tekst, anker=anker)
    donker = punten(Box(0, 0, 120, 60)) - gekleurd(canvas, WHITE)
    xs, ys = {x for x, _ in donker}, {y for _, y in donker}
    midden = (min(xs) + max(xs)) / 2 - 60
    assert (midden > 3, midden < -3) == (kant > 0, kant < 0)
    assert abs((min(ys) + max(ys)) / 2 - 30) < 20


def test_een_spatie_heeft_geen_vorm():
    canvas = vel()
    canvas.tekst((20, 15), [" "], load_typeface(16), PALET.tekst)
    assert gekleurd(canvas, WHITE) == punten(Box(0, 0, 40, 30))


def test_tekenen_laadt_geen_formaten_en_geen_logboek():
    """Each drawing would wait for them as long as for all that it draws."""
    code = (
        "import sys; from uitvoeringsplan.drawing import canvas, colours, typeface;"
        "vel = canvas.Canvas(40, 30, colours.make_palette('0B5563', '1F2A2E'));"
        "vel.tekst((0, 15), ['Actie'], typeface.load_typeface(16), vel.palet.tekst);"
        "assert vel.png(); print([n for n in ('PIL.ImageFile', 'logging') if n in sys.modules])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert made.stdout == "[]\n"


def test_inkt_mengt_met_het_vlak_eronder():
    canvas = vel()
    canvas.vlak(Box(0, 0, 40, 30), VLAK)
    canvas.ruit((20, 15), 10, INKT, is_vol=True)
    plaat = beeld(canvas.png())
    kleuren = {kleur for _, kleur in plaat.getcolors(300)}
    assert {INKT, VLAK} < kleuren
    assert WHITE not in kleuren
    assert plaat.getpixel((0, 0)) == plaat.getpixel((39, 29)) == VLAK


def test_de_png_is_klein_heel_en_zegt_haar_maat():
    canvas = vel(61, 127)  # more than two strips, and no round number
    canvas.vlak(Box(0, 126, 61, 127), INKT)
    canvas.vlak(Box(60, 0, 61, 127), INKT)
    data = canvas.png()
    plaat = beeld(data)
    assert plaat.size == (61, 127)
    assert plaat.getpixel((0, 126)) == plaat.getpixel((60, 0)) == INKT
    assert plaat.getpixel((0, 60)) == plaat.getpixel((59, 125)) == WHITE
    assert {plaat.getpixel((60, y)) for y in range(127)} == {INKT}  # in every strip
    delen = dict(stukken(data))
    assert list(delen) == ["IHDR", "PLTE", "pHYs", "IDAT", "IEND"]
    per_meter = round(DPI / 0.0254)
    assert delen["pHYs"] == per_meter.to_bytes(4) * 2 + b"\x01"
    assert len(data) < 1_000
    assert canvas.png() == data
