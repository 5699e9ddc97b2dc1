"""Who stands where on a map of oppositions: the side of each group and the order from the top.

Two groups that are opposed stand on opposite sides whenever that can be; only a ring of three, or
another odd number, forces two of them to the same side. The order keeps lines from crossing. Both
follow from the rows alone: the same rows give the same map.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from uitvoeringsplan.drawing.oppositions import Kaart
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from uitvoeringsplan.drawing.oppositions import Tegenstelling


_RONDES = 12
_Ding = TypeVar("_Ding")


class MapOrder(NamedTuple):
    """The groups on either side and the oppositions between them, from the top down."""

    links: tuple[int, ...]
    midden: tuple[Tegenstelling, ...]
    rechts: tuple[int, ...]


def separate_maps(kaart: Kaart) -> list[Kaart]:
    """Return the map in parts that share no group, in order of appearance."""
    hoort_bij = list(range(len(kaart.groepen)))
    for een in kaart.tegenstellingen:
        oud, nieuw = sorted((hoort_bij[een.wij], hoort_bij[een.zij]), reverse=True)
        hoort_bij = [nieuw if deel == oud else deel for deel in hoort_bij]
    delen: dict[int, list[Tegenstelling]] = {}
    for een in kaart.tegenstellingen:
        delen.setdefault(hoort_bij[een.wij], []).append(een)
    return [part_of_map(kaart, deel) for deel in delen.values()]


def join_maps(kaarten: Iterable[Kaart]) -> Kaart:
    """Return one map of several that share no group."""
    groepen: list[str] = []
    tegenstellingen: list[Tegenstelling] = []
    for kaart in kaarten:
        vanaf = len(groepen)
        groepen += kaart.groepen
        tegenstellingen += (
            een._replace(wij=een.wij + vanaf, zij=een.zij + vanaf) for een in kaart.tegenstellingen
        )
    return Kaart(tuple(groepen), tuple(tegenstellingen))


def part_of_map(kaart: Kaart, tegenstellingen: Iterable[Tegenstelling]) -> Kaart:
    """Return a map of some of the oppositions, with only the groups that they are between."""
    gekozen = tuple(tegenstellingen)
    over = sorted({nummer for een in gekozen for nummer in (een.wij, een.zij)})
    nieuw = {oud: nummer for nummer, oud in enumerate(over)}
    return Kaart(
        tuple(kaart.groepen[nummer] for nummer in over),
        tuple(een._replace(wij=nieuw[een.wij], zij=nieuw[een.zij]) for een in gekozen),
    )


def put_in_order(kaart: Kaart) -> MapOrder:
    """Return sides and order for a map whose groups are all connected."""
    links_van = _zijden(kaart)
    nummers = range(len(kaart.groepen))
    beste = nu = MapOrder(
        tuple(nummer for nummer in nummers if links_van[nummer]),
        kaart.tegenstellingen,
        tuple(nummer for nummer in nummers if not links_van[nummer]),
    )
    minste = kruisingen(beste)
    for _ in range(_RONDES):
        nu = _ronde(nu)
        aantal = kruisingen(nu)
        if aantal < minste:
            beste, minste = nu, aantal
    return beste


def kruisingen(ordening: MapOrder) -> int:
    """Return how many pairs of lines cross, were they straight."""
    telling = 0
    for kant in (ordening.links, ordening.rechts):
        plek = {groep: nummer for nummer, groep in enumerate(kant)}
        lijnen = [
            (nummer, plek[groep])
            for nummer, een in enumerate(ordening.midden)
            for groep in (een.wij, een.zij)
            if groep in plek
        ]
        telling += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lijnen, 2))
    return telling


def _zijden(kaart: Kaart) -> list[bool]:
    """Return per group whether it stands on the left; most of “wij” do."""
    buren: dict[int, list[int]] = {}
    for een in kaart.tegenstellingen:
        buren.setdefault(een.wij, []).append(een.zij)
        buren.setdefault(een.zij, []).append(een.wij)
    zijde: dict[int, bool] = {kaart.tegenstellingen[0].wij: True}
    wachtrij = list(zijde)
    for groep in wachtrij:  # grows while it is walked
        for buur in buren[groep]:
            if buur not in zijde:
                zijde[buur] = not zijde[groep]
                wachtrij.append(buur)
    links = sum(zijde[een.wij] - zijde[een.zij] for een in kaart.tegenstellingen)
    return [zijde[groep] == (links >= 0) for groep in range(len(kaart.groepen))]


def _ronde(oud: MapOrder) -> MapOrder:
    """Return everything set by the mean place of what it is connected to."""
    links, rechts = (
        _op_gemiddelde(kant, lambda groep: _plekken(oud.midden, groep))
        for kant in (oud.links, oud.rechts)
    )
    # As parts of the whole, so that a short side weighs as much as a long one.
    plek = {
        groep: (nummer + 0.5) / len(kant)
        for kant in (links, rechts)
        for nummer, groep in enumerate(kant)
    }
    midden = _op_gemiddelde(oud.midden, lambda een: [plek[een.wij], plek[een.zij]])
    return MapOrder(links, midden, rechts)


def _plekken(midden: Sequence[Tegenstelling], groep: int) -> list[float]:
    return [float(nr) for nr, een in enumerate(midden) if groep in (een.wij, een.zij)]


def _op_gemiddelde(
    dingen: Sequence[_Ding], plekken: Callable[[_Ding], list[float]]
) -> tuple[_Ding, ...]:
    gemiddeld = [sum(p) / len(p) for p in map(plekken, dingen)]
    volgorde = sorted(range(len(dingen)), key=lambda nummer: gemiddeld[nummer])
    return tuple(dingen[nummer] for nummer in volgorde)
