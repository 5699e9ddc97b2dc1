"""The planning over time as a picture: a bar per action, its state told by pattern and word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.actions import Tijdlijn
from uitvoeringsplan.drawing.canvas import Box, Canvas, cm, in_cm, pt
from uitvoeringsplan.drawing.colours import WHITE, Colour, Palette, make_palette
from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, Looks, Tekening
from uitvoeringsplan.drawing.timeline_layout import (
    BAR,
    DIAMOND,
    SAMPLE,
    Grid,
    TimelinePage,
    TimelineRow,
    Typefaces,
    divide,
    make_grid,
    typefaces,
)
from uitvoeringsplan.drawing.typeface import line_height, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.drawing.time_axis import Stretch
    from uitvoeringsplan.model.vraag import Kolom


_MARGE = cm(0.15)
_LIJN = pt(0.5)
_RAND = pt(1.25)


def draw_timeline(
    kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], vorm: Looks = DEFAULT_LOOKS
) -> list[Tekening]:
    """Return the drawings of a table of actions: one, or more when they do not fit on a page.

    Nothing when no action has a date. Raises TekenError when nothing can be drawn at all.
    """
    lijn = Tijdlijn.from_tabel(kolommen, rijen)
    return list(_draw(lijn, vorm)) if lijn.acties else []


@lru_cache(maxsize=8)  # one run makes several documents with the same drawing
def _draw(lijn: Tijdlijn, vorm: Looks) -> tuple[Tekening, ...]:
    raster = make_grid(lijn, vorm)
    bladzijden = divide(lijn, raster, cm(vorm.tekenmaat[1]))
    kleuren = make_palette(vorm.accent, vorm.tekst)
    uit = []
    for nummer, blad in enumerate(bladzijden, 1):
        rest = lijn.zonder_datum if nummer == len(bladzijden) else ()
        deel = Tijdlijn(tuple(rij.actie for rij in blad.rijen), rest)
        png = _teken(raster, blad, kleuren) if vorm.is_drawn else b""
        woorden = deel.alternatief(nummer, len(bladzijden))
        breed, hoog = (in_cm(maat * vorm.schaal) for maat in (raster.breed, blad.hoog))
        uit.append(Tekening(png, breed, hoog, woorden))
    return tuple(uit)


def _teken(raster: Grid, blad: TimelinePage, kleuren: Palette) -> bytes:
    soort = typefaces()
    doek = Canvas(raster.breed, blad.hoog, kleuren)
    doek.vlak(Box(0, 0, raster.breed, raster.kop), kleuren.zacht)
    stroken = [kleuren.strook if nummer % 2 else WHITE for nummer in range(len(blad.rijen))]
    for rij, strook in zip(blad.rijen, stroken, strict=True):
        doek.vlak(rij.vak, strook)
    _raster(doek, raster, blad.hoog, soort)
    for rij, strook in zip(blad.rijen, stroken, strict=True):
        _rij(doek, rij, raster, soort)
        _bijschrift(doek, rij, soort, strook)
    return doek.png()


def _raster(doek: Canvas, raster: Grid, hoog: int, soort: Typefaces) -> None:
    kleuren, veld = doek.palet, raster.veld
    rijhoog = raster.kop // raster.koprijen
    for x in (raster.x(deel.van) for deel in raster.as_.onder[1:]):
        doek.vlak(Box(x, raster.kop - rijhoog, x + _LIJN, hoog), kleuren.raster)
    for deel in raster.as_.boven[1:]:
        x = raster.x(deel.van)
        doek.vlak(Box(x, 0, x + _LIJN, hoog), kleuren.deling)
    for x in (veld.x0, veld.x1 - _LIJN):
        doek.vlak(Box(x, 0, x + _LIJN, hoog), kleuren.raster)
    doek.vlak(Box(0, raster.kop - _LIJN, raster.breed, raster.kop), kleuren.accent)
    doek.vlak(Box(0, hoog - _LIJN, raster.breed, hoog), kleuren.accent)
    midden = raster.kop // 2
    doek.tekst((_MARGE, midden), ["Actie"], soort.vet, kleuren.tekst)
    if raster.standen.x1 > raster.standen.x0:
        doek.tekst((raster.standen.x0 + _MARGE, midden), ["Stand"], soort.vet, kleuren.tekst)
    _asnamen(doek, raster, raster.as_.boven, rijhoog // 2 + pt(1), vet=True)
    _asnamen(doek, raster, raster.as_.onder, raster.kop - rijhoog // 2, vet=not raster.as_.boven)


def _asnamen(doek: Canvas, raster: Grid, delen: Sequence[Stretch], y: int, *, vet: bool) -> None:
    """Write the names in the heading: all in their fullest form that has room everywhere."""
    soort = typefaces().kleinvet if vet else typefaces().klein
    vakken = [(raster.x(deel.van), raster.x(deel.tot), deel.namen) for deel in delen]

    def past(naam: str, x0: int, x1: int) -> bool:
        return text_width(naam, soort) <= x1 - x0 - pt(4)

    # Months at either end may have little room on the axis; they may take a shorter name.
    binnen = vakken[1:-1] or vakken
    vormen = range(len(delen[0].namen)) if delen else range(1)
    passend = (v for v in vormen if all(past(namen[v], x0, x1) for x0, x1, namen in binnen))
    vorm = next(passend, vormen[-1])
    for x0, x1, namen in vakken:
        naam = next((naam for naam in namen[vorm:] if past(naam, x0, x1)), "")
        doek.tekst(((x0 + x1) // 2, y), [naam], soort, doek.palet.tekst, anker="m")


def _rij(doek: Canvas, rij: TimelineRow, raster: Grid, soort: Typefaces) -> None:
    kleuren, balk = doek.palet, rij.balk
    vervallen = rij.actie.stand.casefold() == "vervallen"
    inkt = kleuren.grijs if vervallen else kleuren.tekst
    y = rij.vak.midden[1]
    doek.tekst((_MARGE, y), rij.naam, soort.gewoon, inkt)
    if balk.is_ruit:
        is_vol = rij.actie.stand.casefold() == "klaar"
        kleur = kleuren.grijs if vervallen else kleuren.accent
        doek.ruit(balk.vak.midden, DIAMOND, kleur, is_vol=is_vol)
    else:
        _patroon(doek, balk.vak, rij.actie.stand)
    if rij.stand:
        x = raster.standen.x0 + _MARGE
        hoog = BAR * 3 // 4
        _patroon(doek, Box(x, y - hoog // 2, x + SAMPLE, y - hoog // 2 + hoog), rij.actie.stand)
        doek.tekst((x + SAMPLE + _MARGE, y), rij.stand, soort.klein, inkt)


def _bijschrift(doek: Canvas, rij: TimelineRow, soort: Typefaces, strook: Colour) -> None:
    """Write beside a bar, on a clean spot: no line of the grid runs through the letters."""
    tekst, anker, y = rij.balk.bijschrift, rij.balk.anker, rij.vak.midden[1]
    if not tekst:
        return
    breed, half = text_width(tekst, soort.klein), line_height(soort.klein) // 2
    x0 = rij.balk.bijschrift_x - (0 if anker == "l" else breed)
    doek.vlak(Box(x0 - pt(1), y - half, x0 + breed + pt(1), y + half), strook)
    plek = (rij.balk.bijschrift_x, y)
    doek.tekst(plek, [tekst], soort.klein, doek.palet.tekst, anker=anker)


def _patroon(doek: Canvas, vak: Box, stand: str) -> None:
    """Fill a bar by its state; a state of one's own has the look of no state."""
    kleuren = doek.palet
    match stand.casefold():
        case "klaar":
            doek.vlak(vak, kleuren.accent)
        case "loopt":
            doek.vlak(vak, WHITE)
            doek.arcering(vak, kleuren.accent, dikte=pt(1.2), stap=pt(4.5))
            doek.rand(vak, kleuren.accent, _RAND)
        case "nog niet begonnen":
            doek.vlak(vak, WHITE)
            doek.rand(vak, kleuren.accent, _RAND)
        case "vervallen":
            doek.vlak(vak, WHITE)
            doek.streepjesrand(vak, kleuren.grijs, _RAND)
        case _:
            doek.vlak(vak, kleuren.zacht)
            doek.rand(vak, kleuren.accent, _RAND)
