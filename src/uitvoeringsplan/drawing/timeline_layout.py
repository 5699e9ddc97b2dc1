"""Where everything of a timeline goes: rows, bars, grid and pages, measured before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.canvas import Box, cm, pt
from uitvoeringsplan.drawing.time_axis import TimeAxis, make_axis
from uitvoeringsplan.drawing.typeface import break_lines, line_height, load_typeface, text_width
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

    from uitvoeringsplan.drawing.actions import Actie, Tijdlijn
    from uitvoeringsplan.drawing.picture import Looks


REVERSED = "let op: gereed vóór start"
_PUNT, _PUNT_KLEIN = 10.5, 9.5
_REGELS = 3  # of a name, before it is cut
_RIJMARGE = cm(0.09)
_MARGE = cm(0.15)
BAR = cm(0.42)
DIAMOND = cm(0.21)  # from the middle of a diamond to its points
_KORTSTE = cm(0.16)  # a bar of one day must still be seen
SAMPLE = cm(0.46)  # the small sample of a bar beside its word
_BREEDSTE_STAND = cm(3.9), cm(2.9)  # of a wide and of a narrow drawing


class Typefaces(NamedTuple):
    """The typefaces of a drawing."""

    gewoon: FreeTypeFont
    klein: FreeTypeFont
    vet: FreeTypeFont
    kleinvet: FreeTypeFont


class Bar(NamedTuple):
    """An action on the axis: a bar, or a diamond when only one day is known; words beside it."""

    vak: Box
    is_ruit: bool = False
    bijschrift: str = ""
    bijschrift_x: int = 0
    anker: str = "l"  # the words begin (l) or end (r) there


class TimelineRow(NamedTuple):
    """One action: its place on the page, its name in lines, its bar and its state in lines."""

    actie: Actie
    vak: Box
    naam: tuple[str, ...]
    balk: Bar
    stand: tuple[str, ...]


class Grid(NamedTuple):
    """What all pages share: the columns and the axis."""

    breed: int
    kop: int  # height of the heading
    koprijen: int
    namen: Box  # x only
    veld: Box  # x only: where the bars are
    standen: Box  # x only
    as_: TimeAxis

    def x(self, dag: int) -> int:
        """Return where a day begins."""
        deel = (dag - self.as_.van) / (self.as_.tot - self.as_.van)
        return self.veld.x0 + round(deel * (self.veld.x1 - self.veld.x0))


class TimelinePage(NamedTuple):
    """The rows of one drawing and its height."""

    rijen: tuple[TimelineRow, ...]
    hoog: int


def typefaces() -> Typefaces:
    """Return the typefaces; readable at the size that the drawing is meant for."""
    gewoon, klein = pt(_PUNT), pt(_PUNT_KLEIN)
    return Typefaces(
        load_typeface(gewoon),
        load_typeface(klein),
        load_typeface(gewoon, vet=True),
        load_typeface(klein, vet=True),
    )


def make_grid(lijn: Tijdlijn, vorm: Looks) -> Grid:
    """Return the columns and the axis for these actions."""
    soort = typefaces()
    breed = cm(vorm.tekenmaat[0])
    is_smal = breed < cm(20)
    stand = _standbreedte(lijn, soort, _BREEDSTE_STAND[is_smal])
    naam = round((breed - stand) * (0.36 if is_smal else 0.33))
    veld = Box(naam + _MARGE, 0, breed - stand - _MARGE, 0)

    def past(aantal: int, woord: str) -> bool:
        return text_width(woord, soort.klein) + pt(5) <= (veld.x1 - veld.x0) // aantal

    eerste, laatste = lijn.dagen
    as_ = make_axis(eerste, laatste, past)
    koprijen = 2 if as_.boven else 1
    return Grid(
        breed,
        koprijen * (line_height(soort.klein) + pt(3)) + pt(2),
        koprijen,
        Box(0, 0, naam, 0),
        veld,
        Box(breed - stand, 0, breed, 0),
        as_,
    )


def _standbreedte(lijn: Tijdlijn, soort: Typefaces, meest: int) -> int:
    """Return how wide the last column is; nothing when no action has a state."""
    woorden = {actie.stand for actie in lijn.acties if actie.stand}
    regels = [regel for woord in woorden for regel in break_lines(woord, soort.klein, meest, 1)]
    if not regels:
        return 0
    breedst = max(text_width(regel, soort.klein) for regel in regels)
    kop = text_width("Stand", soort.vet) + 2 * _MARGE
    return max(kop, min(meest, breedst + SAMPLE + 3 * _MARGE))


def divide(lijn: Tijdlijn, raster: Grid, hoogst: int) -> list[TimelinePage]:
    """Return the rows by page: as few pages as there can be, about equally full."""
    soort = typefaces()
    hoogten = [_rijhoogte(actie, raster, soort) for actie in lijn.acties]
    ruimte = max(hoogst - raster.kop - pt(1), *hoogten)
    delen = _delen(hoogten, ruimte)
    # The same number of pages with less room on each: no last page with a single row.
    laag, hoog = max(hoogten), ruimte
    while laag < hoog:
        midden = (laag + hoog) // 2
        if len(_delen(hoogten, midden)) <= len(delen):
            hoog = midden
        else:
            laag = midden + 1
    uit, vanaf = [], 0
    for aantal in _delen(hoogten, hoog):
        rijen, y = [], raster.kop
        for nummer in range(vanaf, vanaf + aantal):
            vak = Box(0, y, raster.breed, y + hoogten[nummer])
            rijen.append(_rij(lijn.acties[nummer], vak, raster, soort))
            y = vak.y1
        uit.append(TimelinePage(tuple(rijen), y + pt(1)))
        vanaf += aantal
    return uit


def _delen(hoogten: list[int], ruimte: int) -> list[int]:
    """Return how many rows go on each page."""
    uit, vol = [0], 0
    for hoog in hoogten:
        if uit[-1] and vol + hoog > ruimte:
            uit.append(0)
            vol = 0
        uit[-1] += 1
        vol += hoog
    return uit


def _rijhoogte(actie: Actie, raster: Grid, soort: Typefaces) -> int:
    naam = len(_naam(actie, raster, soort)) * line_height(soort.gewoon)
    stand = len(_stand(actie, raster, soort)) * line_height(soort.klein)
    return max(naam, stand, BAR) + 2 * _RIJMARGE


def _naam(actie: Actie, raster: Grid, soort: Typefaces) -> tuple[str, ...]:
    ruimte = raster.namen.x1 - 2 * _MARGE
    return break_lines(actie.naam, soort.gewoon, ruimte, _REGELS) or ("–",)


def _stand(actie: Actie, raster: Grid, soort: Typefaces) -> tuple[str, ...]:
    ruimte = raster.standen.x1 - raster.standen.x0 - SAMPLE - 3 * _MARGE
    return break_lines(actie.stand, soort.klein, ruimte, 2) if ruimte > 0 else ()


def _rij(actie: Actie, vak: Box, raster: Grid, soort: Typefaces) -> TimelineRow:
    naam, stand = _naam(actie, raster, soort), _stand(actie, raster, soort)
    return TimelineRow(actie, vak, naam, _balk(actie, vak, raster, soort), stand)


def _balk(actie: Actie, vak: Box, raster: Grid, soort: Typefaces) -> Bar:
    eerste, laatste = (dag.toordinal() for dag in actie.dagen)
    y = vak.midden[1]
    veld = raster.veld
    if actie.is_mijlpaal:
        x = (raster.x(eerste) + raster.x(eerste + 1)) // 2
        x = min(max(x, veld.x0 + DIAMOND), veld.x1 - DIAMOND - 1)
        ruit = Bar(Box(x - DIAMOND, y - DIAMOND, x + DIAMOND + 1, y + DIAMOND + 1), is_ruit=True)
        return _met_bijschrift(ruit, "start" if actie.start else "gereed", veld, soort)
    x0, x1 = raster.x(eerste), raster.x(laatste + 1)
    if x1 - x0 < _KORTSTE:
        x0 = min(max((x0 + x1 - _KORTSTE) // 2, veld.x0), veld.x1 - _KORTSTE)
        x1 = x0 + _KORTSTE
    balk = Bar(Box(x0, y - BAR // 2, x1, y - BAR // 2 + BAR))
    return _met_bijschrift(balk, REVERSED, veld, soort) if actie.is_omgekeerd else balk


def _met_bijschrift(balk: Bar, tekst: str, veld: Box, soort: Typefaces) -> Bar:
    """Put words right of a shape, or left where the page ends; nowhere when neither has room."""
    vak = balk.vak
    breed = text_width(tekst, soort.klein) + _MARGE
    if vak.x1 + breed <= veld.x1:
        return balk._replace(bijschrift=tekst, bijschrift_x=vak.x1 + _MARGE)
    if vak.x0 - breed >= veld.x0:
        return balk._replace(bijschrift=tekst, bijschrift_x=vak.x0 - _MARGE, anker="r")
    return balk
