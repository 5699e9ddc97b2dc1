"""The map of oppositions as a picture: groups, and lines between them that grow with incidents."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.canvas import Canvas, cm, in_cm, pt
from uitvoeringsplan.drawing.colours import WHITE, Palette, make_palette
from uitvoeringsplan.drawing.map_layout import (
    COUNT_SIZE,
    GROUP_SIZE,
    THEME_SIZE,
    Connection,
    MapPage,
    ThemeBox,
    divide_map,
    footer_height,
)
from uitvoeringsplan.drawing.oppositions import Kaart
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, Looks, Tekening
from uitvoeringsplan.drawing.typeface import line_height, load_typeface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vraag import Kolom


_UITLEG = "Hoe dikker de lijn, hoe meer voorvallen er zijn genoemd."
_RAND = pt(1.25)
_STAPPEN = 40  # points along a curve


def draw_oppositions(
    kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], vorm: Looks = DEFAULT_LOOKS
) -> list[Tekening]:
    """Return the drawings of a table of oppositions: one, or more when a page is too small.

    Nothing when no row has two groups. Raises TekenError when nothing can be drawn at all.
    """
    kaart = Kaart.from_tabel(kolommen, rijen)
    return list(_draw(kaart, vorm)) if kaart.tegenstellingen else []


@lru_cache(maxsize=8)  # one run makes several documents with the same drawing
def _draw(kaart: Kaart, vorm: Looks) -> tuple[Tekening, ...]:
    bladen = divide_map(kaart, vorm)
    kleuren = make_palette(vorm.accent, vorm.tekst)
    uit = []
    for nummer, blad in enumerate(bladen, 1):
        rest = kaart.onvolledig if nummer == len(bladen) else ()
        woorden = blad.kaart._replace(onvolledig=rest).alternatief(nummer, len(bladen))
        png = _teken(blad, kleuren) if vorm.is_drawn else b""
        breed, hoog = (in_cm(maat * vorm.schaal) for maat in (blad.breed, blad.hoog))
        uit.append(Tekening(png, breed, hoog, woorden))
    return tuple(uit)


def _teken(blad: MapPage, kleuren: Palette) -> bytes:
    doek = Canvas(blad.breed, blad.hoog, kleuren)
    for lijn in blad.verbindingen:
        doek.kromme(_bocht(lijn), kleuren.accent, lijn.dikte)
    vet = load_typeface(pt(GROUP_SIZE), vet=True)
    for groep in blad.groepen:
        doek.vlak(groep.vak, kleuren.zacht)
        doek.rand(groep.vak, kleuren.accent, _RAND)
        doek.tekst(groep.vak.midden, groep.regels, vet, kleuren.tekst, anker="m")
    for thema in blad.themas:
        _thema(doek, thema)
    y = blad.hoog - (footer_height() - cm(0.35)) // 2
    klein = load_typeface(pt(COUNT_SIZE))
    doek.tekst((blad.breed // 2, y), [_UITLEG], klein, kleuren.grijs, anker="m")
    return doek.png()


def _thema(doek: Canvas, thema: ThemeBox) -> None:
    gewoon, klein = load_typeface(pt(THEME_SIZE)), load_typeface(pt(COUNT_SIZE))
    vak = thema.vak
    doek.vlak(vak, WHITE)
    doek.rand(vak, doek.palet.grijs, pt(0.75))
    x = vak.midden[0]
    boven = len(thema.regels) * line_height(gewoon)
    marge = (vak.y1 - vak.y0 - boven - line_height(klein)) // 2
    midden = vak.y0 + marge + boven // 2
    doek.tekst((x, midden), thema.regels, gewoon, doek.palet.tekst, anker="m")
    onder = vak.y1 - marge - line_height(klein) // 2
    doek.tekst((x, onder), [thema.telling], klein, doek.palet.grijs, anker="m")


def _bocht(lijn: Connection) -> list[tuple[float, float]]:
    """Return points along a curve that leaves and arrives level (Bezier, handles halfway)."""
    (x0, y0), (x1, y1) = lijn.van, lijn.naar
    delen = [stap / _STAPPEN for stap in range(_STAPPEN + 1)]
    return [
        (x0 + (x1 - x0) * (1.5 * t * (1 - t) + t**3), y0 + (y1 - y0) * t * t * (3 - 2 * t))
        for t in delen
    ]
