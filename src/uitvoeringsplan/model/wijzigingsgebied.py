"""Where two versions of one row (of sentences, of table rows) differ from what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from uitvoeringsplan.model.verschiluitlijning import gelijke_paren

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_Ding = TypeVar("_Ding", bound="Hashable")


class Wijzigingsgebied(NamedTuple, Generic[_Ding]):
    """A place in the old row, from and up to, that at least one version changed.

    `nieuw` holds what each of the two has there; `van` which of them (0, 1) changed it; `keuze`
    the one that counts. `is_los`: the change could as well have stood elsewhere, as the things
    beside it are equal to what came or went.
    """

    oud: int
    oud_tot: int
    oud_dingen: tuple[_Ding, ...]
    nieuw: tuple[tuple[_Ding, ...], tuple[_Ding, ...]]
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
    def gekozen(self) -> tuple[_Ding, ...]:
        """What comes in the place of the old things."""
        return self.nieuw[self.keuze]


class _Ingreep(NamedTuple):
    """A change of one version: from and up to in the old row, and how much longer it became."""

    oud: int
    oud_tot: int
    erbij: int
    is_los: bool
    kant: int


def find_gebieden(
    oud: Sequence[_Ding], versies: tuple[Sequence[_Ding], Sequence[_Ding]]
) -> list[Wijzigingsgebied[_Ding]]:
    """Return the places that were changed, in order; changes that overlap are in one place."""
    ingrepen = sorted(een for kant in (0, 1) for een in _ingrepen(oud, versies[kant], kant))
    groepen: list[list[_Ingreep]] = []
    tot = -1
    for een in ingrepen:
        # Two insertions in one place overlap too: nobody knows which of them comes first.
        zelfde_plek = groepen and een[:2] == groepen[-1][-1][:2]
        if een.oud < tot or zelfde_plek:
            groepen[-1].append(een)
        else:
            groepen.append([een])
        tot = max(tot, een.oud_tot)
    uit: list[Wijzigingsgebied[_Ding]] = []
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


def _ingrepen(oud: Sequence[_Ding], nieuw: Sequence[_Ding], kant: int) -> list[_Ingreep]:
    uit: list[_Ingreep] = []
    van = naar = 0
    for i, j in (*gelijke_paren(oud, nieuw), (len(oud), len(nieuw))):
        if van < i or naar < j:
            begin, einde = _reach(oud, nieuw, (van, i), (naar, j))
            is_los = (begin, einde) != (van, i)
            uit.append(_Ingreep(begin, einde, (j - naar) - (i - van), is_los, kant))
        van, naar = i + 1, j + 1
    return uit


def _reach(
    oud: Sequence[_Ding],
    nieuw: Sequence[_Ding],
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
