"""Where everything of a timeline goes: rows, bars, grid and pages, measured before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.drawing.doek import Vak, cm, pt
from uitvoeringsplan.drawing.lettertype import breedte, breek, hoogte, letter
from uitvoeringsplan.drawing.tijdas import Tijdas, tijdas

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

    from uitvoeringsplan.drawing.tekening import Vormgeving
    from uitvoeringsplan.model.tijdlijn import Actie, Tijdlijn

OMGEKEERD = "let op: gereed vóór start"
_PUNT, _PUNT_KLEIN = 10.5, 9.5
_REGELS = 3  # of a name, before it is cut
_RIJMARGE = cm(0.09)
_MARGE = cm(0.15)
BALK = cm(0.42)
RUIT = cm(0.21)  # from the middle of a diamond to its points
_KORTSTE = cm(0.16)  # a bar of one day must still be seen
STAAL = cm(0.46)  # the small sample of a bar beside its word
_BREEDSTE_STAND = cm(3.9), cm(2.9)  # of a wide and of a narrow drawing


class Letters(NamedTuple):
    """The typefaces of a drawing."""

    gewoon: FreeTypeFont
    klein: FreeTypeFont
    vet: FreeTypeFont
    kleinvet: FreeTypeFont


class Balk(NamedTuple):
    """An action on the axis: a bar, or a diamond when only one day is known; words beside it."""

    vak: Vak
    is_ruit: bool = False
    bijschrift: str = ""
    bijschrift_x: int = 0
    anker: str = "l"  # the words begin (l) or end (r) there


class Rij(NamedTuple):
    """One action: its place on the page, its name in lines, its bar and its state in lines."""

    actie: Actie
    vak: Vak
    naam: tuple[str, ...]
    balk: Balk
    stand: tuple[str, ...]


class Raster(NamedTuple):
    """What all pages share: the columns and the axis."""

    breed: int
    kop: int  # height of the heading
    koprijen: int
    namen: Vak  # x only
    veld: Vak  # x only: where the bars are
    standen: Vak  # x only
    as_: Tijdas

    def x(self, dag: int) -> int:
        """Return where a day begins."""
        deel = (dag - self.as_.van) / (self.as_.tot - self.as_.van)
        return self.veld.x0 + round(deel * (self.veld.x1 - self.veld.x0))


class Bladzij(NamedTuple):
    """The rows of one drawing and its height."""

    rijen: tuple[Rij, ...]
    hoog: int


def letters() -> Letters:
    """Return the typefaces; readable at the size that the drawing is meant for."""
    gewoon, klein = pt(_PUNT), pt(_PUNT_KLEIN)
    return Letters(letter(gewoon), letter(klein), letter(gewoon, vet=True), letter(klein, vet=True))


def maak_raster(lijn: Tijdlijn, vorm: Vormgeving) -> Raster:
    """Return the columns and the axis for these actions."""
    soort = letters()
    breed = cm(vorm.tekenmaat[0])
    is_smal = breed < cm(20)
    stand = _standbreedte(lijn, soort, _BREEDSTE_STAND[is_smal])
    naam = round((breed - stand) * (0.36 if is_smal else 0.33))
    veld = Vak(naam + _MARGE, 0, breed - stand - _MARGE, 0)

    def past(aantal: int, woord: str) -> bool:
        return breedte(woord, soort.klein) + pt(5) <= (veld.x1 - veld.x0) // aantal

    eerste, laatste = lijn.dagen
    as_ = tijdas(eerste, laatste, past)
    koprijen = 2 if as_.boven else 1
    return Raster(
        breed,
        koprijen * (hoogte(soort.klein) + pt(3)) + pt(2),
        koprijen,
        Vak(0, 0, naam, 0),
        veld,
        Vak(breed - stand, 0, breed, 0),
        as_,
    )


def _standbreedte(lijn: Tijdlijn, soort: Letters, meest: int) -> int:
    """Return how wide the last column is; nothing when no action has a state."""
    woorden = {actie.stand for actie in lijn.acties if actie.stand}
    regels = [regel for woord in woorden for regel in breek(woord, soort.klein, meest, 1)]
    if not regels:
        return 0
    breedst = max(breedte(regel, soort.klein) for regel in regels)
    kop = breedte("Stand", soort.vet) + 2 * _MARGE
    return max(kop, min(meest, breedst + STAAL + 3 * _MARGE))


def verdeel(lijn: Tijdlijn, raster: Raster, hoogst: int) -> list[Bladzij]:
    """Return the rows by page: as few pages as there can be, about equally full."""
    soort = letters()
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
            vak = Vak(0, y, raster.breed, y + hoogten[nummer])
            rijen.append(_rij(lijn.acties[nummer], vak, raster, soort))
            y = vak.y1
        uit.append(Bladzij(tuple(rijen), y + pt(1)))
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


def _rijhoogte(actie: Actie, raster: Raster, soort: Letters) -> int:
    naam = len(_naam(actie, raster, soort)) * hoogte(soort.gewoon)
    stand = len(_stand(actie, raster, soort)) * hoogte(soort.klein)
    return max(naam, stand, BALK) + 2 * _RIJMARGE


def _naam(actie: Actie, raster: Raster, soort: Letters) -> tuple[str, ...]:
    ruimte = raster.namen.x1 - 2 * _MARGE
    return breek(actie.naam, soort.gewoon, ruimte, _REGELS) or ("–",)


def _stand(actie: Actie, raster: Raster, soort: Letters) -> tuple[str, ...]:
    ruimte = raster.standen.x1 - raster.standen.x0 - STAAL - 3 * _MARGE
    return breek(actie.stand, soort.klein, ruimte, 2) if ruimte > 0 else ()


def _rij(actie: Actie, vak: Vak, raster: Raster, soort: Letters) -> Rij:
    naam, stand = _naam(actie, raster, soort), _stand(actie, raster, soort)
    return Rij(actie, vak, naam, _balk(actie, vak, raster, soort), stand)


def _balk(actie: Actie, vak: Vak, raster: Raster, soort: Letters) -> Balk:
    eerste, laatste = (dag.toordinal() for dag in actie.dagen)
    y = vak.midden[1]
    veld = raster.veld
    if actie.is_mijlpaal:
        x = (raster.x(eerste) + raster.x(eerste + 1)) // 2
        x = min(max(x, veld.x0 + RUIT), veld.x1 - RUIT - 1)
        ruit = Balk(Vak(x - RUIT, y - RUIT, x + RUIT + 1, y + RUIT + 1), is_ruit=True)
        return _met_bijschrift(ruit, "start" if actie.start else "gereed", veld, soort)
    x0, x1 = raster.x(eerste), raster.x(laatste + 1)
    if x1 - x0 < _KORTSTE:
        x0 = min(max((x0 + x1 - _KORTSTE) // 2, veld.x0), veld.x1 - _KORTSTE)
        x1 = x0 + _KORTSTE
    balk = Balk(Vak(x0, y - BALK // 2, x1, y - BALK // 2 + BALK))
    return _met_bijschrift(balk, OMGEKEERD, veld, soort) if actie.is_omgekeerd else balk


def _met_bijschrift(balk: Balk, tekst: str, veld: Vak, soort: Letters) -> Balk:
    """Put words right of a shape, or left where the page ends; nowhere when neither has room."""
    vak = balk.vak
    breed = breedte(tekst, soort.klein) + _MARGE
    if vak.x1 + breed <= veld.x1:
        return balk._replace(bijschrift=tekst, bijschrift_x=vak.x1 + _MARGE)
    if vak.x0 - breed >= veld.x0:
        return balk._replace(bijschrift=tekst, bijschrift_x=vak.x0 - _MARGE, anker="r")
    return balk
