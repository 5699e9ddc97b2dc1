"""Laying two rows beside each other: what stands in both, what resembles what, and what changed.

Both work in the order of the rows; something that moved went in one place and came in another.
The time they take grows with the length of the rows, also when somebody means them to be slow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    Paar = tuple[int, int]
    Kenmerken = frozenset[Hashable]

_MAX_PAIRS = 40_000  # up to so many pairs everything is compared with everything
_MAX_PAIRS_TOGETHER = 10_000_000  # in two rows; real texts stay far below
_MAX_DEPTH = 32
_MAX_LIKENESSES = 2_500
_WINDOW = 12  # how far to look for a likeness when there are more pairs than that


class _Span(NamedTuple):
    """A piece of both rows: from and up to."""

    oud: int
    oud_tot: int
    nieuw: int
    nieuw_tot: int
    diepte: int = 0

    @property
    def paren(self) -> int:
        return (self.oud_tot - self.oud) * (self.nieuw_tot - self.nieuw)


def gelijke_paren(
    oud: Sequence[Hashable],
    nieuw: Sequence[Hashable],
    is_los: Callable[[Hashable], bool] | None = None,
) -> list[Paar]:
    """Return the places (in the old row, in the new row) of what is in both, in order.

    Something that `is_los` is never a reason to lay two pieces beside each other; it only counts
    beside something that is.
    """
    paren: list[Paar] = []
    ruimte = _MAX_PAIRS_TOGETHER
    stapel = [_Span(0, len(oud), 0, len(nieuw))]
    while stapel:
        bereik = _without_equal_ends(oud, nieuw, stapel.pop(), paren)
        if bereik.paren <= min(_MAX_PAIRS, ruimte):
            ruimte -= bereik.paren
            paren += _all_pairs(oud, nieuw, bereik, is_los)
            continue
        vast = _fixed_points(oud, nieuw, bereik, is_los) if bereik.diepte < _MAX_DEPTH else []
        if not vast:  # nothing to hold on to: all of it went, all of it came
            continue
        paren += vast
        van, naar = bereik.oud, bereik.nieuw
        for i, j in (*vast, (bereik.oud_tot, bereik.nieuw_tot)):
            stapel.append(_Span(van, i, naar, j, bereik.diepte + 1))
            van, naar = i + 1, j + 1
    return sorted(paren)


def gelijkende_paren(
    oud: Sequence[Kenmerken], nieuw: Sequence[Kenmerken], vanaf: float
) -> list[Paar]:
    """Return the places of what resembles each other at least this much (0 to 1), in order."""
    if len(oud) * len(nieuw) > _MAX_LIKENESSES:
        return _first_likenesses(oud, nieuw, vanaf)
    # The best that can be had of the rest of both rows, from every place.
    best = [[0.0] * (len(nieuw) + 1) for _ in range(len(oud) + 1)]
    waarde = [[_likeness(a, b) for b in nieuw] for a in oud]
    for i in reversed(range(len(oud))):
        for j in reversed(range(len(nieuw))):
            samen = waarde[i][j] + best[i + 1][j + 1] if waarde[i][j] >= vanaf else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], samen)
    paren: list[Paar] = []
    i = j = 0
    while i < len(oud) and j < len(nieuw):
        if waarde[i][j] >= vanaf and best[i][j] == waarde[i][j] + best[i + 1][j + 1]:
            paren.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return paren


def _without_equal_ends(
    oud: Sequence[Hashable], nieuw: Sequence[Hashable], bereik: _Span, paren: list[Paar]
) -> _Span:
    """Return what is left when equal beginnings and ends went into `paren`."""
    i, i_tot, j, j_tot, diepte = bereik
    while i < i_tot and j < j_tot and oud[i] == nieuw[j]:
        paren.append((i, j))
        i, j = i + 1, j + 1
    while i < i_tot and j < j_tot and oud[i_tot - 1] == nieuw[j_tot - 1]:
        i_tot, j_tot = i_tot - 1, j_tot - 1
        paren.append((i_tot, j_tot))
    return _Span(i, i_tot, j, j_tot, diepte)


def _all_pairs(
    oud: Sequence[Hashable],
    nieuw: Sequence[Hashable],
    bereik: _Span,
    is_los: Callable[[Hashable], bool] | None,
) -> list[Paar]:
    if not bereik.paren:
        return []
    i, i_tot, j, j_tot, _ = bereik
    # Without autojunk=False a word that is used often would never be equal to itself.
    passer = SequenceMatcher(is_los, oud[i:i_tot], nieuw[j:j_tot], autojunk=False)
    return [
        (i + stuk.a + n, j + stuk.b + n)
        for stuk in passer.get_matching_blocks()
        for n in range(stuk.size)
    ]


def _fixed_points(
    oud: Sequence[Hashable],
    nieuw: Sequence[Hashable],
    bereik: _Span,
    is_los: Callable[[Hashable], bool] | None,
) -> list[Paar]:
    """Return the longest row of what occurs once in both, in the order of both."""
    i, i_tot, j, j_tot, _ = bereik
    aantal_oud = Counter(oud[i:i_tot])
    aantal_nieuw = Counter(nieuw[j:j_tot])
    plek = {ding: n for n, ding in enumerate(nieuw[j:j_tot], j) if aantal_nieuw[ding] == 1}
    paren = [
        (n, plek[ding])
        for n, ding in enumerate(oud[i:i_tot], i)
        if aantal_oud[ding] == 1 and ding in plek and not (is_los and is_los(ding))
    ]
    return _longest_rising(paren)


def _longest_rising(paren: list[Paar]) -> list[Paar]:
    """Return the most pairs whose second numbers go up, as their first numbers do."""
    laagste: list[int] = []  # by length of the row so far, its lowest last number
    wie: list[int] = []
    vorige: list[int] = []
    for nummer, (_, j) in enumerate(paren):
        lengte = bisect_left(laagste, j)
        vorige.append(wie[lengte - 1] if lengte else -1)
        laagste[lengte : lengte + 1] = [j]
        wie[lengte : lengte + 1] = [nummer]
    uit: list[Paar] = []
    nummer = wie[-1] if wie else -1
    while nummer >= 0:
        uit.append(paren[nummer])
        nummer = vorige[nummer]
    return uit[::-1]


def _first_likenesses(
    oud: Sequence[Kenmerken], nieuw: Sequence[Kenmerken], vanaf: float
) -> list[Paar]:
    """Return pairs that are near each other: of many rows nobody wants to wait for the best."""
    paren: list[Paar] = []
    vrij = 0
    for i, a in enumerate(oud):
        waarden = [(_likeness(a, b), -j) for j, b in enumerate(nieuw[vrij : vrij + _WINDOW])]
        beste, plek = max(waarden, default=(0.0, 0))
        if beste >= vanaf:
            paren.append((i, vrij - plek))
            vrij += 1 - plek
    return paren


def _likeness(een: Kenmerken, ander: Kenmerken) -> float:
    samen = len(een) + len(ander)
    return 2 * len(een & ander) / samen if samen else 0.0


_Item = TypeVar("_Item", bound="Hashable")


class Wijzigingsgebied(NamedTuple, Generic[_Item]):
    """A place in the old row, from and up to, that at least one version changed.

    `nieuw` holds what each of the two has there; `van` which of them (0, 1) changed it; `keuze`
    the one that counts. `is_los`: the change could as well have stood elsewhere, as the things
    beside it are equal to what came or went.
    """

    oud: int
    oud_tot: int
    oud_dingen: tuple[_Item, ...]
    nieuw: tuple[tuple[_Item, ...], tuple[_Item, ...]]
    van: frozenset[int]
    keuze: int
    is_los: bool

    @property
    def is_van_beide(self) -> bool:
        """Whether both versions changed something here."""
        return len(self.van) > 1

    @property
    def is_gelijk(self) -> bool:
        """Whether both versions have the same here."""
        return self.nieuw[0] == self.nieuw[1]

    @property
    def gekozen(self) -> tuple[_Item, ...]:
        """What comes in the place of the old things."""
        return self.nieuw[self.keuze]


class _Edit(NamedTuple):
    """A change of one version: from and up to in the old row, and how much longer it became."""

    oud: int
    oud_tot: int
    erbij: int
    is_los: bool
    kant: int


def find_gebieden(
    oud: Sequence[_Item], versies: tuple[Sequence[_Item], Sequence[_Item]]
) -> list[Wijzigingsgebied[_Item]]:
    """Return the places that were changed, in order; changes that overlap are in one place."""
    ingrepen = sorted(een for kant in (0, 1) for een in _edits(oud, versies[kant], kant))
    groepen: list[list[_Edit]] = []
    tot = -1
    for een in ingrepen:
        # Two insertions in one place overlap too: nobody knows which of them comes first.
        zelfde_plek = groepen and een[:2] == groepen[-1][-1][:2]
        if een.oud < tot or zelfde_plek:
            groepen[-1].append(een)
        else:
            groepen.append([een])
        tot = max(tot, een.oud_tot)
    uit: list[Wijzigingsgebied[_Item]] = []
    schuif = [0, 0]
    for groep in groepen:
        begin, einde = groep[0].oud, max(een.oud_tot for een in groep)
        nieuw = []
        for kant in (0, 1):
            van = begin + schuif[kant]
            schuif[kant] += sum(een.erbij for een in groep if een.kant == kant)
            nieuw.append(tuple(versies[kant][van : einde + schuif[kant]]))
        uit.append(
            Wijzigingsgebied(
                begin, einde, tuple(oud[begin:einde]), (nieuw[0], nieuw[1]),
                frozenset(een.kant for een in groep), groep[0].kant,
                any(een.is_los for een in groep),
            )
        )  # fmt: skip
    return uit


def _edits(oud: Sequence[_Item], nieuw: Sequence[_Item], kant: int) -> list[_Edit]:
    uit: list[_Edit] = []
    van = naar = 0
    for i, j in (*gelijke_paren(oud, nieuw), (len(oud), len(nieuw))):
        if van < i or naar < j:
            begin, einde = _reach(oud, nieuw, (van, i), (naar, j))
            is_los = (begin, einde) != (van, i)
            uit.append(_Edit(begin, einde, (j - naar) - (i - van), is_los, kant))
        van, naar = i + 1, j + 1
    return uit


def _reach(
    oud: Sequence[_Item],
    nieuw: Sequence[_Item],
    weg: tuple[int, int],
    erbij: tuple[int, int],
) -> tuple[int, int]:
    """Return where in the old row a change may have been made.

    Of two equal things in a row one can go, or come, and nobody can tell which of them it was.
    """
    (i, i_tot), (j, j_tot) = weg, erbij
    if i < i_tot and j < j_tot:
        return weg
    rij, van, tot = (oud, i, i_tot) if i < i_tot else (nieuw, j, j_tot)
    voor = na = 0
    while van - voor > 0 and i - voor > 0 and rij[van - voor - 1] == rij[tot - voor - 1]:
        voor += 1
    while tot + na < len(rij) and i_tot + na < len(oud) and rij[van + na] == rij[tot + na]:
        na += 1
    return i - voor, i_tot + na
