"""Tables to draw, and what a drawing is made of."""

from __future__ import annotations

import datetime as dt
import struct
from io import BytesIO
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from PIL import Image

from trials import tekst
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
    Kolom(naam, naam)
    for naam in (
        "activiteit", "actie", "trekker", "partners", "start", "gereed", "budget", "meetpunt",
        "stand",
    )
)  # fmt: skip
WIJ_ZIJ = tuple(Kolom(naam, naam) for naam in ("wij", "zij", "thema", "voorvallen"))
STANDEN = ("nog niet begonnen", "loopt", "klaar", "vervallen")
CEL = tekst.map(one_line)
DATUM = st.just("") | st.dates().map(dt.date.isoformat)
STAND = st.sampled_from(("", *STANDEN)) | CEL


def actie(naam: str, start: str = "", gereed: str = "", stand: str = "") -> tuple[str, ...]:
    return ("", naam, "", "", start, gereed, "", "", stand)


def acties(aantal: int, *, jaren: int = 2) -> list[tuple[str, ...]]:
    """Return plain actions, spread over some years from 2027."""
    begin = dt.date(2027, 1, 4)
    rijen = []
    for nummer in range(aantal):
        start = begin + dt.timedelta(nummer * 37 % (365 * jaren - 90))
        gereed = start + dt.timedelta(14 + nummer * 53 % 200)
        naam = f"Actie {nummer}: gesprekken met bewoners en partners voorbereiden en houden"
        rijen.append(actie(naam, start.isoformat(), gereed.isoformat(), STANDEN[nummer % 4]))
    return rijen


een_actie = st.builds(actie, CEL, DATUM, DATUM, STAND)
GROEP = st.sampled_from(["jongeren", "Jongeren", "gemeente", "ouders", "boeren", ""]) | CEL
een_tegenstelling = st.tuples(GROEP, GROEP, CEL, CEL | st.integers(0, 30).map(str))


def stukken(png: bytes) -> Iterator[tuple[str, bytes]]:
    """Return the chunks of a PNG."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    plek = 8
    while plek < len(png):
        lengte, naam = struct.unpack(">I4s", png[plek : plek + 8])
        yield naam.decode(), png[plek + 8 : plek + 8 + lengte]
        plek += 12 + lengte


def beeld(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


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


def indeling(rijen, vorm: Looks = DEFAULT_LOOKS) -> tuple[Grid, list[TimelinePage]]:
    """Return the grid and the pages of a timeline."""
    lijn = Tijdlijn.from_tabel(ACTIES, rijen)
    raster = make_grid(lijn, vorm)
    return raster, divide(lijn, raster, cm(vorm.tekenmaat[1]))
