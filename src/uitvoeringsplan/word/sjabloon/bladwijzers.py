"""Bookmarks of a template that would keep only one of their ends when a part falls away."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.splice import Splice
from uitvoeringsplan.word.inhoudsopgave import BLADWIJZER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.scan import Afdruk

BLADWIJZER_EINDE = f"{W} bookmarkEnd"
_ID = f"{W} id"


class Bladwijzerpaar(NamedTuple):
    """Where the two elements of a bookmark begin and end."""

    begin: tuple[int, int]
    einde: tuple[int, int]


def vind_paren(afdruk: Afdruk) -> tuple[Bladwijzerpaar, ...]:
    """Return the bookmarks that have both of their ends."""
    open_: dict[str, tuple[int, int]] = {}
    uit = []
    elementen = (*afdruk.alle(BLADWIJZER), *afdruk.alle(BLADWIJZER_EINDE))
    for element in sorted(elementen, key=lambda element: element.begin):
        id_ = element.attributen.get(_ID, "")
        if element.naam == BLADWIJZER:
            open_.setdefault(id_, (element.begin, element.einde))
        elif id_ in open_:
            uit.append(Bladwijzerpaar(open_.pop(id_), (element.begin, element.einde)))
    return tuple(uit)


def halve_bladwijzers(paren: Iterable[Bladwijzerpaar], knippen: Iterable[Splice]) -> list[Splice]:
    """Return what takes the other end of a bookmark away when `knippen` take one of them."""
    randen: list[Splice] = []
    for knip in sorted(knippen, key=lambda knip: (knip.begin, -knip.einde)):
        if not randen or knip.begin >= randen[-1].einde:
            randen.append(knip)
    beginnen = [knip.begin for knip in randen]

    def is_weg(plek: tuple[int, int]) -> bool:
        i = bisect_right(beginnen, plek[0]) - 1
        return i >= 0 and plek[1] <= randen[i].einde

    uit = []
    for paar in paren:
        weg = [is_weg(plek) for plek in paar]
        if weg[0] != weg[1]:
            uit.append(Splice(*paar[weg[0]]))
    return uit
