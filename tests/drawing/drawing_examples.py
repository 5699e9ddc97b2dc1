"""Tables to draw, and what a drawing is made of."""

from __future__ import annotations

import datetime as dt
import struct
from io import BytesIO
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from PIL import Image

from trials import text
from uitvoeringsplan.drawing.actions import Tijdlijn
from uitvoeringsplan.drawing.canvas import cm
from uitvoeringsplan.drawing.oppositions import Kaart
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, STANDING, Looks
from uitvoeringsplan.drawing.timeline_layout import Grid, TimelinePage, divide, make_grid
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.vraag import Kolom

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTIES = tuple(
    Kolom(name, name)
    for name in (
        "activiteit", "actie", "trekker", "partners", "start", "gereed", "budget", "meetpunt",
        "stand",
    )
)  # fmt: skip
WIJ_ZIJ = tuple(Kolom(name, name) for name in ("wij", "zij", "thema", "voorvallen"))
STANDEN = ("nog niet begonnen", "loopt", "klaar", "vervallen")
CEL = text.map(one_line)
DATUM = st.just("") | st.dates().map(dt.date.isoformat)
STAND = st.sampled_from(("", *STANDEN)) | CEL


def actie(name: str, start: str = "", gereed: str = "", stand: str = "") -> tuple[str, ...]:
    return ("", name, "", "", start, gereed, "", "", stand)


def acties(count: int, *, years: int = 2) -> list[tuple[str, ...]]:
    """Return plain actions, spread over some years from 2027."""
    begin = dt.date(2027, 1, 4)
    rijen = []
    for number in range(count):
        start = begin + dt.timedelta(number * 37 % (365 * years - 90))
        gereed = start + dt.timedelta(14 + number * 53 % 200)
        name = f"Actie {number}: gesprekken met bewoners en partners voorbereiden en houden"
        rijen.append(actie(name, start.isoformat(), gereed.isoformat(), STANDEN[number % 4]))
    return rijen


one_actie = st.builds(actie, CEL, DATUM, DATUM, STAND)
GROUP = st.sampled_from(["jongeren", "Jongeren", "gemeente", "ouders", "boeren", ""]) | CEL
one_tegenstelling = st.tuples(GROUP, GROUP, CEL, CEL | st.integers(0, 30).map(str))


def runs(png: bytes) -> Iterator[tuple[str, bytes]]:
    """Return the chunks of a PNG."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    place = 8
    while place < len(png):
        length, name = struct.unpack(">I4s", png[place : place + 8])
        yield name.decode(), png[place + 8 : place + 8 + length]
        place += 12 + length


def picture(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


FORMS = st.sampled_from(
    [
        DEFAULT_LOOKS,
        STANDING,
        Looks("F7D117", "AAAAAA", 12.0, 6.0),
        Looks(width_cm=2.5, height_cm=-1.0),
        Looks(width_cm=45.0, height_cm=60.0),
    ]
)


def kaart(*rijen: tuple[str, ...]) -> Kaart:
    return Kaart.from_tabel(WIJ_ZIJ, rijen)


def star(count: int) -> list[tuple[str, ...]]:
    return [("de gemeente", f"groep {nr}", f"thema {nr}", str(nr)) for nr in range(count)]


def chain(count: int) -> list[tuple[str, ...]]:
    return [(f"groep {nr}", f"groep {nr + 1}", f"thema {nr}", "") for nr in range(count - 1)]


def pairs(count: int) -> list[tuple[str, ...]]:
    return [(f"wij {nr}", f"zij {nr}", "thema", "") for nr in range(count)]


def indeling(rijen, form: Looks = DEFAULT_LOOKS) -> tuple[Grid, list[TimelinePage]]:
    """Return the grid and the pages of a timeline."""
    stroke = Tijdlijn.from_tabel(ACTIES, rijen)
    grid = make_grid(stroke, form)
    return grid, divide(stroke, grid, cm(form.sign_size[1]))
