"""Where everything of a map goes: groups left and right, what divides them in between, lines.

Every opposition has a place of its own in the middle, on the line between its two groups. So
no two words can ever stand on top of each other, however many groups there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.drawing.canvas import Box, cm, pt
from uitvoeringsplan.drawing.map_order import join_maps, part_of_map, put_in_order, separate_maps
from uitvoeringsplan.drawing.typeface import break_lines, line_height, load_typeface
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.drawing.map_order import MapOrder
    from uitvoeringsplan.drawing.oppositions import Kaart
    from uitvoeringsplan.drawing.picture import Looks


GROUP_SIZE, THEME_SIZE, COUNT_SIZE = 10.5, 10.0, 9.0
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


class GroupBox(NamedTuple):
    """A group in its place."""

    vak: Box
    regels: tuple[str, ...]


class ThemeBox(NamedTuple):
    """What divides two groups, in its place, and how many incidents there are."""

    vak: Box
    regels: tuple[str, ...]
    telling: str


class Connection(NamedTuple):
    """A line from the side of a group to the side of what divides it from another."""

    van: tuple[int, int]
    naar: tuple[int, int]
    dikte: int


class MapPage(NamedTuple):
    """One drawing: its part of the map, and everything in its place."""

    kaart: Kaart
    breed: int
    hoog: int
    groepen: tuple[GroupBox, ...] = ()
    themas: tuple[ThemeBox, ...] = ()
    verbindingen: tuple[Connection, ...] = ()


def divide_map(kaart: Kaart, vorm: Looks) -> list[MapPage]:
    """Return the pages of a map; a part that fits on one page is never divided."""
    breed, hoogst = (cm(maat) for maat in vorm.tekenmaat)
    hoogst -= footer_height()
    uit: list[MapPage] = []
    for deel in (stuk for los in separate_maps(kaart) for stuk in _passend(los, breed, hoogst)):
        if uit and uit[-1].hoog + _TUSSEN_DELEN + deel.hoog <= hoogst:
            uit[-1] = _onder_elkaar(uit[-1], deel)
        else:
            uit.append(deel)
    return [blad._replace(hoog=blad.hoog + footer_height()) for blad in uit]


def footer_height() -> int:
    """Return the room for the line below the map that tells what thick lines mean."""
    return line_height(load_typeface(pt(COUNT_SIZE))) + cm(0.35)


def _passend(kaart: Kaart, breed: int, hoogst: int) -> list[MapPage]:
    """Return a connected map on one page, or on more when it is too high for one."""
    rijen = kaart.tegenstellingen
    if len(rijen) <= _MEESTE_RIJEN:
        ordening = put_in_order(kaart)
        blad = _leg(kaart, ordening, breed)
        if blad.hoog <= hoogst or len(rijen) == 1:
            return [blad]
        rijen = ordening.midden
    half = (len(rijen) + 1) // 2
    return [
        blad
        for helft in (rijen[:half], rijen[half:])
        for los in separate_maps(part_of_map(kaart, helft))
        for blad in _passend(los, breed, hoogst)
    ]


def _onder_elkaar(boven: MapPage, onder: MapPage) -> MapPage:
    dy = boven.hoog + _TUSSEN_DELEN
    return MapPage(
        join_maps((boven.kaart, onder.kaart)),
        boven.breed,
        dy + onder.hoog,
        boven.groepen + tuple(g._replace(vak=_lager(g.vak, dy)) for g in onder.groepen),
        boven.themas + tuple(t._replace(vak=_lager(t.vak, dy)) for t in onder.themas),
        boven.verbindingen
        + tuple(
            Connection((v.van[0], v.van[1] + dy), (v.naar[0], v.naar[1] + dy), v.dikte)
            for v in onder.verbindingen
        ),
    )


def _leg(kaart: Kaart, ordening: MapOrder, breed: int) -> MapPage:
    """Return everything of one connected map in its place."""
    groepsbreed, themabreed = _BREEDTEN[breed < cm(20)]
    groepsbreed, themabreed = round(breed * groepsbreed), round(breed * themabreed)
    # The middle first: every opposition its own place, from the top down.
    themas = _themas(ordening, (breed - themabreed) // 2, themabreed)
    groepen = {
        **_groepen(kaart, ordening, ordening.links, themas, Box(0, 0, groepsbreed, 0)),
        **_groepen(kaart, ordening, ordening.rechts, themas, Box(breed - groepsbreed, 0, breed, 0)),
    }
    # Groups may reach above or below the middle column; all of it moves down together.
    vakken = [thema.vak for thema in themas] + [groep.vak for groep in groepen.values()]
    hoogste = min(vak.y0 for vak in vakken)
    themas = [thema._replace(vak=_lager(thema.vak, -hoogste)) for thema in themas]
    groepen = {nr: g._replace(vak=_lager(g.vak, -hoogste)) for nr, g in groepen.items()}
    return MapPage(
        kaart,
        breed,
        max(vak.y1 for vak in vakken) - hoogste,
        tuple(groepen[nr] for nr in sorted(groepen)),
        tuple(themas),
        tuple(_verbindingen(ordening, groepen, themas)),
    )


def _themas(ordening: MapOrder, x: int, breed: int) -> list[ThemeBox]:
    soort, klein = load_typeface(pt(THEME_SIZE)), load_typeface(pt(COUNT_SIZE))
    uit, y = [], 0
    for een in ordening.midden:
        ruimte = breed - 2 * _BINNEN
        regels = break_lines(een.thema, soort, ruimte, _REGELS) or break_lines(
            _GEEN_THEMA, soort, ruimte, 3
        )
        hoog = len(regels) * line_height(soort) + line_height(klein) + _BINNEN
        uit.append(ThemeBox(Box(x, y, x + breed, y + hoog), regels, een.telling))
        y += hoog + _RUIMTE
    return uit


def _groepen(
    kaart: Kaart, ordening: MapOrder, kant: Sequence[int], themas: Sequence[ThemeBox], kolom: Box
) -> dict[int, GroupBox]:
    """Return the groups of one side, each as close as can be to what it is connected to."""
    soort = load_typeface(pt(GROUP_SIZE), vet=True)
    lijnen = _lijnen(ordening)
    teksten, hoogten, wensen = [], [], []
    for groep in kant:
        naam = break_lines(kaart.groepen[groep], soort, kolom.x1 - kolom.x0 - 2 * _BINNEN, _REGELS)
        teksten.append(naam or ("–",))
        diktes = [_dikte(ordening.midden[nummer].voorvallen) for nummer in lijnen[groep]]
        tekst = len(teksten[-1]) * line_height(soort) + 2 * _BINNEN
        hoogten.append(max(tekst, sum(diktes) + _TUSSEN_LIJNEN * (len(diktes) + 1)))
        middens = [themas[nummer].vak.midden[1] for nummer in lijnen[groep]]
        wensen.append(sum(middens) / len(middens))
    boven = without_overlap(wensen, hoogten, _RUIMTE)
    return {
        groep: GroupBox(Box(kolom.x0, y, kolom.x1, y + hoog), naam)
        for groep, y, hoog, naam in zip(kant, boven, hoogten, teksten, strict=True)
    }


def _lijnen(ordening: MapOrder) -> dict[int, list[int]]:
    """Return per group the numbers of its lines, from the top down."""
    uit: dict[int, list[int]] = {}
    for nummer, een in enumerate(ordening.midden):
        for groep in (een.wij, een.zij):
            uit.setdefault(groep, []).append(nummer)
    return uit


def _dikte(voorvallen: int) -> int:
    return pt(_DUNST + _DIKKER * min(voorvallen, _DIKST))


def _verbindingen(
    ordening: MapOrder, groepen: dict[int, GroupBox], themas: Sequence[ThemeBox]
) -> list[Connection]:
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
                uit.append(Connection((kant.x1 - 1, y), (vak.x0, doel), dikte))
            else:
                uit.append(Connection((kant.x0, y), (vak.x1 - 1, doel), dikte))
    return uit


def _poorten(ordening: MapOrder, groepen: dict[int, GroupBox]) -> dict[tuple[int, int], list[int]]:
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


def _lager(vak: Box, dy: int) -> Box:
    return Box(vak.x0, vak.y0 + dy, vak.x1, vak.y1 + dy)


def without_overlap(wensen: Sequence[float], hoogten: Sequence[int], ruimte: int) -> list[int]:
    """Return the tops of boxes in this order; `wensen` are the middles that they wish for.

    Boxes that would touch become one pile, which stands where its boxes wish on average.
    """
    stapels: list[tuple[list[int], float]] = []  # the boxes, and the sum of wished tops
    for nummer, (wens, hoog) in enumerate(zip(wensen, hoogten, strict=True)):
        leden, som = [nummer], wens - hoog / 2
        while stapels:
            vorige, vorige_som = stapels[-1]
            erboven = sum(hoogten[lid] + ruimte for lid in vorige)
            if vorige_som / len(vorige) + erboven <= som / len(leden):
                break
            stapels.pop()
            # What the later boxes wish, as seen from the top of the pile that they come under.
            som = vorige_som + som - erboven * len(leden)
            leden = vorige + leden
        stapels.append((leden, som))
    uit: list[int] = []
    for leden, som in stapels:
        y = round(som / len(leden))
        for lid in leden:
            # Rounding may bring two piles one pixel too close.
            y = max(y, uit[-1] + hoogten[lid - 1] + ruimte) if uit else y
            uit.append(y)
            y += hoogten[lid] + ruimte
    return uit
