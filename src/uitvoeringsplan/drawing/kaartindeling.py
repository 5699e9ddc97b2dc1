"""Where everything of a map goes: groups left and right, what divides them in between, lines.

Every opposition has a place of its own in the middle, on the line between its two groups. So
no two words can ever stand on top of each other, however many groups there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.drawing.doek import Vak, cm, pt
from uitvoeringsplan.drawing.kaartordening import deelkaart, losse_kaarten, orden, samen
from uitvoeringsplan.drawing.lettertype import breek, hoogte, letter
from uitvoeringsplan.drawing.stapelen import zonder_overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.drawing.kaartordening import Ordening
    from uitvoeringsplan.drawing.tekening import Vormgeving
    from uitvoeringsplan.model.tegenstellingen import Kaart

GROEPSPUNT, THEMAPUNT, TELPUNT = 10.5, 10.0, 9.0
_REGELS = 3
_GEEN_THEMA = "geen thema genoemd"
_DUNST, _DIKKER, _DIKST = 1.25, 0.9, 6  # points; more for each incident; incidents that count
_RUIMTE = cm(0.32)  # between two boxes under each other
_TUSSEN_DELEN = cm(0.75)  # between parts of the map that share no group
_BINNEN = cm(0.18)
_TUSSEN_LIJNEN = pt(3)
_RECHT = pt(5)  # less of a step than this is no step
_BREEDTEN = (0.27, 0.24), (0.28, 0.27)  # of groups and of themes; of a wide and a narrow drawing
_MEESTE_RIJEN = 40  # of one page, before anything is measured


class Groepsvak(NamedTuple):
    """A group in its place."""

    vak: Vak
    regels: tuple[str, ...]


class Themavak(NamedTuple):
    """What divides two groups, in its place, and how many incidents there are."""

    vak: Vak
    regels: tuple[str, ...]
    telling: str


class Verbinding(NamedTuple):
    """A line from the side of a group to the side of what divides it from another."""

    van: tuple[int, int]
    naar: tuple[int, int]
    dikte: int


class Kaartblad(NamedTuple):
    """One drawing: its part of the map, and everything in its place."""

    kaart: Kaart
    breed: int
    hoog: int
    groepen: tuple[Groepsvak, ...] = ()
    themas: tuple[Themavak, ...] = ()
    verbindingen: tuple[Verbinding, ...] = ()


def verdeel_kaart(kaart: Kaart, vorm: Vormgeving) -> list[Kaartblad]:
    """Return the pages of a map; a part that fits on one page is never divided."""
    breed, hoogst = (cm(maat) for maat in vorm.tekenmaat)
    hoogst -= voethoogte()
    uit: list[Kaartblad] = []
    for deel in (stuk for los in losse_kaarten(kaart) for stuk in _passend(los, breed, hoogst)):
        if uit and uit[-1].hoog + _TUSSEN_DELEN + deel.hoog <= hoogst:
            uit[-1] = _onder_elkaar(uit[-1], deel)
        else:
            uit.append(deel)
    return [blad._replace(hoog=blad.hoog + voethoogte()) for blad in uit]


def voethoogte() -> int:
    """Return the room for the line below the map that tells what thick lines mean."""
    return hoogte(letter(pt(TELPUNT))) + cm(0.35)


def _passend(kaart: Kaart, breed: int, hoogst: int) -> list[Kaartblad]:
    """Return a connected map on one page, or on more when it is too high for one."""
    rijen = kaart.tegenstellingen
    if len(rijen) <= _MEESTE_RIJEN:
        ordening = orden(kaart)
        blad = _leg(kaart, ordening, breed)
        if blad.hoog <= hoogst or len(rijen) == 1:
            return [blad]
        rijen = ordening.midden
    half = (len(rijen) + 1) // 2
    return [
        blad
        for helft in (rijen[:half], rijen[half:])
        for los in losse_kaarten(deelkaart(kaart, helft))
        for blad in _passend(los, breed, hoogst)
    ]


def _onder_elkaar(boven: Kaartblad, onder: Kaartblad) -> Kaartblad:
    dy = boven.hoog + _TUSSEN_DELEN
    return Kaartblad(
        samen((boven.kaart, onder.kaart)),
        boven.breed,
        dy + onder.hoog,
        boven.groepen + tuple(g._replace(vak=_lager(g.vak, dy)) for g in onder.groepen),
        boven.themas + tuple(t._replace(vak=_lager(t.vak, dy)) for t in onder.themas),
        boven.verbindingen
        + tuple(
            Verbinding((v.van[0], v.van[1] + dy), (v.naar[0], v.naar[1] + dy), v.dikte)
            for v in onder.verbindingen
        ),
    )


def _leg(kaart: Kaart, ordening: Ordening, breed: int) -> Kaartblad:
    """Return everything of one connected map in its place."""
    groepsbreed, themabreed = _BREEDTEN[breed < cm(20)]
    groepsbreed, themabreed = round(breed * groepsbreed), round(breed * themabreed)
    # The middle first: every opposition its own place, from the top down.
    themas = _themas(ordening, (breed - themabreed) // 2, themabreed)
    groepen = {
        **_groepen(kaart, ordening, ordening.links, themas, Vak(0, 0, groepsbreed, 0)),
        **_groepen(kaart, ordening, ordening.rechts, themas, Vak(breed - groepsbreed, 0, breed, 0)),
    }
    # Groups may reach above or below the middle column; all of it moves down together.
    vakken = [thema.vak for thema in themas] + [groep.vak for groep in groepen.values()]
    hoogste = min(vak.y0 for vak in vakken)
    themas = [thema._replace(vak=_lager(thema.vak, -hoogste)) for thema in themas]
    groepen = {nr: g._replace(vak=_lager(g.vak, -hoogste)) for nr, g in groepen.items()}
    return Kaartblad(
        kaart,
        breed,
        max(vak.y1 for vak in vakken) - hoogste,
        tuple(groepen[nr] for nr in sorted(groepen)),
        tuple(themas),
        tuple(_verbindingen(ordening, groepen, themas)),
    )


def _themas(ordening: Ordening, x: int, breed: int) -> list[Themavak]:
    soort, klein = letter(pt(THEMAPUNT)), letter(pt(TELPUNT))
    uit, y = [], 0
    for een in ordening.midden:
        ruimte = breed - 2 * _BINNEN
        regels = breek(een.thema, soort, ruimte, _REGELS) or breek(_GEEN_THEMA, soort, ruimte, 3)
        hoog = len(regels) * hoogte(soort) + hoogte(klein) + _BINNEN
        uit.append(Themavak(Vak(x, y, x + breed, y + hoog), regels, een.telling))
        y += hoog + _RUIMTE
    return uit


def _groepen(
    kaart: Kaart, ordening: Ordening, kant: Sequence[int], themas: Sequence[Themavak], kolom: Vak
) -> dict[int, Groepsvak]:
    """Return the groups of one side, each as close as can be to what it is connected to."""
    soort = letter(pt(GROEPSPUNT), vet=True)
    lijnen = _lijnen(ordening)
    teksten, hoogten, wensen = [], [], []
    for groep in kant:
        naam = breek(kaart.groepen[groep], soort, kolom.x1 - kolom.x0 - 2 * _BINNEN, _REGELS)
        teksten.append(naam or ("–",))
        diktes = [_dikte(ordening.midden[nummer].voorvallen) for nummer in lijnen[groep]]
        tekst = len(teksten[-1]) * hoogte(soort) + 2 * _BINNEN
        hoogten.append(max(tekst, sum(diktes) + _TUSSEN_LIJNEN * (len(diktes) + 1)))
        middens = [themas[nummer].vak.midden[1] for nummer in lijnen[groep]]
        wensen.append(sum(middens) / len(middens))
    boven = zonder_overlap(wensen, hoogten, _RUIMTE)
    return {
        groep: Groepsvak(Vak(kolom.x0, y, kolom.x1, y + hoog), naam)
        for groep, y, hoog, naam in zip(kant, boven, hoogten, teksten, strict=True)
    }


def _lijnen(ordening: Ordening) -> dict[int, list[int]]:
    """Return per group the numbers of its lines, from the top down."""
    uit: dict[int, list[int]] = {}
    for nummer, een in enumerate(ordening.midden):
        for groep in (een.wij, een.zij):
            uit.setdefault(groep, []).append(nummer)
    return uit


def _dikte(voorvallen: int) -> int:
    return pt(_DUNST + _DIKKER * min(voorvallen, _DIKST))


def _verbindingen(
    ordening: Ordening, groepen: dict[int, Groepsvak], themas: Sequence[Themavak]
) -> list[Verbinding]:
    links = set(ordening.links)
    poorten = _poorten(ordening, groepen)
    uit = []
    for nummer, een in enumerate(ordening.midden):
        vak, dikte = themas[nummer].vak, _dikte(een.voorvallen)
        zelfde_kant = (een.wij in links) == (een.zij in links)
        for plek, groep in enumerate((een.wij, een.zij)):
            # Two lines on one side of a box come in at a third and at two thirds of its height.
            deel = (1 + plek) / 3 if zelfde_kant else 1 / 2
            doel = vak.y0 + round((vak.y1 - vak.y0) * deel)
            kant = groepen[groep].vak
            y = poorten[groep, nummer].pop(0)
            if abs(y - doel) < _RECHT:
                doel = y  # nearly level looks like a mistake
            if groep in links:
                uit.append(Verbinding((kant.x1 - 1, y), (vak.x0, doel), dikte))
            else:
                uit.append(Verbinding((kant.x0, y), (vak.x1 - 1, doel), dikte))
    return uit


def _poorten(ordening: Ordening, groepen: dict[int, Groepsvak]) -> dict[tuple[int, int], list[int]]:
    """Return where each line leaves its group: side by side, so that they do not run together."""
    uit: dict[tuple[int, int], list[int]] = {}
    for groep, nummers in _lijnen(ordening).items():
        diktes = [_dikte(ordening.midden[nummer].voorvallen) for nummer in nummers]
        samen_hoog = sum(diktes) + _TUSSEN_LIJNEN * (len(diktes) - 1)
        y = groepen[groep].vak.midden[1] - samen_hoog // 2
        for nummer, dikte in zip(nummers, diktes, strict=True):
            uit.setdefault((groep, nummer), []).append(y + dikte // 2)
            y += dikte + _TUSSEN_LIJNEN
    return uit


def _lager(vak: Vak, dy: int) -> Vak:
    return Vak(vak.x0, vak.y0 + dy, vak.x1, vak.y1 + dy)
