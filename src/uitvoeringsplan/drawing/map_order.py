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
    right: tuple[int, ...]


def separate_maps(kaart: Kaart) -> list[Kaart]:
    """Return the map in parts that share no group, in order of appearance."""
    belongs_to = list(range(len(kaart.groups)))
    for one in kaart.tegenstellingen:
        old, new = sorted((belongs_to[one.wij], belongs_to[one.zij]), reverse=True)
        belongs_to = [new if part == old else part for part in belongs_to]
    parts: dict[int, list[Tegenstelling]] = {}
    for one in kaart.tegenstellingen:
        parts.setdefault(belongs_to[one.wij], []).append(one)
    return [part_of_map(kaart, part) for part in parts.values()]


def join_maps(maps: Iterable[Kaart]) -> Kaart:
    """Return one map of several that share no group."""
    groups: list[str] = []
    tegenstellingen: list[Tegenstelling] = []
    for kaart in maps:
        start = len(groups)
        groups += kaart.groups
        tegenstellingen += (
            one._replace(wij=one.wij + start, zij=one.zij + start) for one in kaart.tegenstellingen
        )
    return Kaart(tuple(groups), tuple(tegenstellingen))


def part_of_map(kaart: Kaart, tegenstellingen: Iterable[Tegenstelling]) -> Kaart:
    """Return a map of some of the oppositions, with only the groups that they are between."""
    chosen = tuple(tegenstellingen)
    over = sorted({number for one in chosen for number in (one.wij, one.zij)})
    new = {old: number for number, old in enumerate(over)}
    return Kaart(
        tuple(kaart.groups[number] for number in over),
        tuple(one._replace(wij=new[one.wij], zij=new[one.zij]) for one in chosen),
    )


def put_in_order(kaart: Kaart) -> MapOrder:
    """Return sides and order for a map whose groups are all connected."""
    links_start = _sides(kaart)
    numbers = range(len(kaart.groups))
    best = nu = MapOrder(
        tuple(number for number in numbers if links_start[number]),
        kaart.tegenstellingen,
        tuple(number for number in numbers if not links_start[number]),
    )
    fewest = crossings(best)
    for _ in range(_RONDES):
        nu = _round(nu)
        count = crossings(nu)
        if count < fewest:
            best, fewest = nu, count
    return best


def crossings(ordering: MapOrder) -> int:
    """Return how many pairs of lines cross, were they straight."""
    telling = 0
    for side in (ordering.links, ordering.right):
        place = {group: number for number, group in enumerate(side)}
        strokes = [
            (number, place[group])
            for number, one in enumerate(ordering.midden)
            for group in (one.wij, one.zij)
            if group in place
        ]
        telling += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(strokes, 2))
    return telling


def _sides(kaart: Kaart) -> list[bool]:
    """Return per group whether it stands on the left; most of “wij” do."""
    neighbours: dict[int, list[int]] = {}
    for one in kaart.tegenstellingen:
        neighbours.setdefault(one.wij, []).append(one.zij)
        neighbours.setdefault(one.zij, []).append(one.wij)
    side: dict[int, bool] = {kaart.tegenstellingen[0].wij: True}
    queue = list(side)
    for group in queue:  # grows while it is walked
        for neighbour in neighbours[group]:
            if neighbour not in side:
                side[neighbour] = not side[group]
                queue.append(neighbour)
    links = sum(side[one.wij] - side[one.zij] for one in kaart.tegenstellingen)
    return [side[group] == (links >= 0) for group in range(len(kaart.groups))]


def _round(old: MapOrder) -> MapOrder:
    """Return everything set by the mean place of what it is connected to."""
    links, right = (
        _op_gemiddelde(side, lambda group: _places(old.midden, group))
        for side in (old.links, old.right)
    )
    # As parts of the whole, so that a short side weighs as much as a long one.
    place = {
        group: (number + 0.5) / len(side)
        for side in (links, right)
        for number, group in enumerate(side)
    }
    midden = _op_gemiddelde(old.midden, lambda one: [place[one.wij], place[one.zij]])
    return MapOrder(links, midden, right)


def _places(midden: Sequence[Tegenstelling], group: int) -> list[float]:
    return [float(nr) for nr, one in enumerate(midden) if group in (one.wij, one.zij)]


def _op_gemiddelde(
    things: Sequence[_Ding], places: Callable[[_Ding], list[float]]
) -> tuple[_Ding, ...]:
    average = [sum(p) / len(p) for p in map(places, things)]
    order = sorted(range(len(things)), key=lambda number: average[number])
    return tuple(things[number] for number in order)
