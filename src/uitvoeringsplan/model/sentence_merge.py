"""Putting the changes of two people in one answer together, sentence by sentence.

What comes out was written by somebody: every sentence is literally one of theirs, and between two
changes by different people stands at least one whole word that neither touched. Where that cannot
be had the two clash, and a reader decides.

A sentence hangs on the words above its list, the point above it, a number. One that stayed as it
was means something else below another heading: somebody who changed “We doen:” into “We doen
niet:” did not see the point that somebody else put under it. So there too they clash.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from uitvoeringsplan.model.alignment import Wijzigingsgebied, find_gebieden, gelijke_paren
from uitvoeringsplan.model.markup_writer import schrijf_opmaak
from uitvoeringsplan.model.opmaak import Alinea, Punt, lees_opmaak
from uitvoeringsplan.model.sentences import read_woordstukken, read_zinnen, write_zinnen

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from uitvoeringsplan.model.opmaak import Blok
    from uitvoeringsplan.model.sentences import Woordstuk, Zin

    _Wijziging = tuple[int, int, tuple[Woordstuk, ...]]

_Item = TypeVar("_Item", bound="Hashable")

_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?:;](?=\s)|\n")


def merge_opmaak(basis: str, een: str, ander: str) -> str | None:
    """Return an answer with the changes of both to `basis`; None when they clash."""
    oud, links, rechts = (read_zinnen(lees_opmaak(tekst)) for tekst in (basis, een, ander))
    samen = _merge_zinnen(oud, links, rechts)
    if samen is None:
        return None
    if samen == links:
        return een
    if samen == rechts:
        return ander
    tekst = schrijf_opmaak(write_zinnen(samen))
    # Beside new neighbours a sentence may be read otherwise: numbers that go on from another list,
    # a heading above another paragraph. Then it is no longer what somebody wrote.
    return tekst if read_zinnen(lees_opmaak(tekst)) == samen else None


def merge_rijen(
    basis: Sequence[_Item], een: Sequence[_Item], ander: Sequence[_Item]
) -> list[_Item] | None:
    """Return the rows with the changes of both; None when those touch, or are about the same row.

    A row is taken whole, and between two changes by different people stands one that neither
    touched.
    """
    gebieden = find_gebieden(basis, (een, ander))
    if any(gebied.is_van_beide and not gebied.is_gelijk for gebied in gebieden):
        return None
    if any(_is_other(a, b) and a.oud_tot == b.oud for a, b in pairwise(gebieden)):
        return None
    return None if _same_thing(gebieden, lambda rij: [rij]) else _assemble(basis, gebieden)


def find_superset(basis: Sequence[Zin], versies: Sequence[Sequence[Zin]]) -> int | None:
    """Return which of two versions (0, 1) has every change that the other one made, if one has."""
    oud = read_woordstukken(basis)
    een, ander = (_changes(oud, read_woordstukken(zinnen)) for zinnen in versies)
    keuze, meer, minder = (0, een, ander) if ander <= een else (1, ander, een)
    if not minder <= meer:
        return None
    # What the one took away, the other may have put elsewhere: then they do not agree after all.
    samen, rest = (_changed_words(oud, deel) for deel in (minder, meer - minder))
    return None if samen & rest else keuze


def _merge_zinnen(
    basis: Sequence[Zin], een: Sequence[Zin], ander: Sequence[Zin]
) -> list[Zin] | None:
    gebieden = []
    for gebied in find_gebieden(basis, (een, ander)):
        if not gebied.is_van_beide or gebied.is_gelijk:
            gebieden.append(gebied)
            continue
        keuze = find_superset(gebied.oud_dingen, gebied.nieuw)
        if keuze is None:
            return None
        gebieden.append(gebied._replace(keuze=keuze))
    if any(_is_other(a, b) and not _word_between(a, b) for a, b in pairwise(gebieden)):
        return None
    if _same_thing(gebieden, _names) or shifts_number(gebieden):
        return None
    return None if breaks_verband(_traces(basis, gebieden)) else _assemble(basis, gebieden)


def _is_other(een: Wijzigingsgebied[_Item], ander: Wijzigingsgebied[_Item]) -> bool:
    return een.is_van_beide or ander.is_van_beide or een.van != ander.van


def _word_between(een: Wijzigingsgebied[Zin], ander: Wijzigingsgebied[Zin]) -> bool:
    """Whether a word that nobody touched stands between two changes."""
    if een.oud_tot < ander.oud:
        return True
    return _keeps_word(een, van_achter=True) or _keeps_word(ander, van_achter=False)


def _keeps_word(gebied: Wijzigingsgebied[Zin], *, van_achter: bool) -> bool:
    """Whether everybody left the first word alone, or the last one."""
    if gebied.is_los:
        return False
    stap = -1 if van_achter else 1
    oud = read_woordstukken(gebied.oud_dingen)[::stap]
    versies = [read_woordstukken(gebied.nieuw[kant])[::stap] for kant in gebied.van]
    for was, *nu in zip(oud, *versies, strict=False):
        if any(stuk != was for stuk in nu):
            return False
        if was.is_woord:
            return True
    return False


def _same_thing(
    gebieden: Iterable[Wijzigingsgebied[_Item]], namen: Callable[[_Item], Iterable[Hashable]]
) -> bool:
    """Whether both took, brought or moved the same sentence or row, in different places."""
    eigen: tuple[set[Hashable], set[Hashable]] = (set(), set())
    alle: tuple[set[Hashable], set[Hashable]] = (set(), set())
    for gebied in gebieden:
        was = Counter(naam for ding in gebied.oud_dingen for naam in namen(ding))
        geraakt: list[set[Hashable]] = []
        for kant in (0, 1):
            nu = Counter(naam for ding in gebied.nieuw[kant] for naam in namen(ding))
            geraakt.append({*(was - nu), *(nu - was)})
            alle[kant].update(geraakt[kant])
        eigen[gebied.keuze].update(geraakt[gebied.keuze] - geraakt[1 - gebied.keuze])
    return bool(eigen[0] & alle[1] or eigen[1] & alle[0])


def _names(zin: Zin) -> Iterable[Hashable]:
    """Yield what a sentence is recognised by when it moved: its looks, and the words of its parts.

    Here a part ends sooner than a sentence does, so that no part is overlooked.
    """
    yield from (deel.stukken for deel in zin.delen)
    for deel in _END.split(zin.tekst.casefold()):
        if woorden := tuple(_WORD.findall(deel)):
            yield woorden


def _changed_words(oud: Sequence[Woordstuk], wijzigingen: set[_Wijziging]) -> set[str]:
    """Return the words that went or came, whatever they look like."""
    uit: set[str] = set()
    for van, tot, nieuw in wijzigingen:
        was, nu = (Counter(woord for stuk in deel for woord in stuk.woorden)
                   for deel in (oud[van:tot], nieuw))  # fmt: skip
        uit |= (was - nu).keys() | (nu - was).keys()
    return uit


def _assemble(basis: Sequence[_Item], gebieden: Iterable[Wijzigingsgebied[_Item]]) -> list[_Item]:
    uit: list[_Item] = []
    tot = 0
    for gebied in gebieden:
        uit += (*basis[tot : gebied.oud], *gebied.gekozen)
        tot = gebied.oud_tot
    return [*uit, *basis[tot:]]


def _traces(basis: Sequence[Zin], gebieden: Iterable[Wijzigingsgebied[Zin]]) -> Iterable[Spoor]:
    """Yield every sentence that stays, comes or goes, in order, with who did that."""
    tot = 0
    for gebied in gebieden:
        yield from (Spoor(zin) for zin in basis[tot : gebied.oud])
        kant = None if gebied.is_gelijk else gebied.keuze
        yield from (Spoor(zin, kant) for zin in gebied.gekozen)
        yield from (Spoor(zin, kant, is_weg=True) for zin in gebied.oud_dingen)
        tot = gebied.oud_tot
    yield from (Spoor(zin) for zin in basis[tot:])


def _changes(oud: Sequence[Woordstuk], nieuw: Sequence[Woordstuk]) -> set[_Wijziging]:
    """Return (from, up to, new pieces) for every change; those without a word between are one."""
    uit: list[tuple[int, int, int, int]] = []
    van = naar = 0
    for i, j in (*gelijke_paren(oud, nieuw), (len(oud), len(nieuw))):
        if van < i or naar < j:
            if uit and not any(stuk.is_woord for stuk in oud[uit[-1][1] : van]):
                uit[-1] = (uit[-1][0], i, uit[-1][2], j)
            else:
                uit.append((van, i, naar, j))
        van, naar = i + 1, j + 1
    return {(van, tot, tuple(nieuw[naar:tot_nieuw])) for van, tot, naar, tot_nieuw in uit}


_REFERENCE = re.compile(
    r"\b(?:punt|stap|onder|nummer|nr|maatregel|actie|doel|sub|onderdeel|regel|lid|item)"
    r"(?:en|pen|s)?\.?\s+\d{1,3}\b"
    r"|\b(?:eerste|tweede|derde|vierde|vijfde|zesde|voorlaatste|laatste|vorige|volgende)\s+"
    r"(?:twee\s+|drie\s+)?(?:punt|stap|maatregel|actie|doel|onderdeel|regel|item)",
    re.IGNORECASE,
)


class Spoor(NamedTuple):
    """A sentence, and which of two people (0, 1) brought it or took it away; None for neither."""

    zin: Zin
    kant: int | None = None
    is_weg: bool = False


def breaks_verband(sporen: Iterable[Spoor]) -> bool:
    """Whether a point hangs on what another person changed.

    So it is with one who changed the point and one who changed what it hangs on, and with a point
    that both left alone, hung by the one on words that the other changed.
    """
    stand = _State()
    return any(stand.breaks(spoor) for spoor in sporen)


class _State:
    """What a point would hang on at this place of the text."""

    def __init__(self) -> None:
        self._blok: Blok | None = None
        self._is_open = False  # the last paragraph has no end, so a list below it hangs on it
        self._was_open = False  # so it was with the paragraph before
        self._aanhef: set[int] = set()  # who changed those words, or their place
        self._ouder: set[int] = set()  # who changed the point of the first level, or its place

    def breaks(self, spoor: Spoor) -> bool:
        """Take the next sentence, and return whether the text can no longer be put together."""
        wie = set() if spoor.kant is None else {spoor.kant}
        for deel in spoor.zin.delen:
            is_af = spoor.zin.is_af and deel is spoor.zin.delen[-1]
            kop = self._blok if deel.kop is None else deel.kop
            if isinstance(kop, Punt):
                samen = wie | self._aanhef | (self._ouder if kop.niveau else set())
                if len(samen) > 1:
                    return True
            if spoor.is_weg:
                self._pass_gone(kop, wie, is_af=is_af)
            else:
                self._pass(kop, wie, is_af=is_af, begint=deel.kop is not None)
        return False

    def _pass_gone(self, kop: Blok | None, wie: set[int], *, is_af: bool) -> None:
        if isinstance(kop, Alinea) and (self._is_open or not is_af):
            self._aanhef |= wie
        elif isinstance(kop, Punt) and not kop.niveau:
            self._ouder |= wie

    def _pass(self, kop: Blok | None, wie: set[int], *, is_af: bool, begint: bool) -> None:
        self._blok = kop
        if not isinstance(kop, Punt):
            # A paragraph that somebody put into a list takes the points below it from its head.
            if begint:
                self._was_open = self._is_open
                self._aanhef = self._aanhef if wie else set()
            if self._was_open or self._aanhef:
                self._aanhef |= wie
            elif not is_af:
                self._aanhef = set(wie)
            self._is_open, self._ouder = not is_af, set()
        elif not kop.niveau:
            self._ouder = set(wie) if begint else self._ouder | wie


def shifts_number(gebieden: Iterable[Wijzigingsgebied[Zin]]) -> bool:
    """Whether one person gave points other numbers and the other wrote about a number."""
    schuift: set[int] = set()
    verwijst: set[int] = set()
    for gebied in gebieden:
        was = {zin.tekst: _numbers(zin) for zin in gebied.oud_dingen}
        for kant in gebied.van:
            for zin in gebied.nieuw[kant]:
                if was.get(zin.tekst, _numbers(zin)) != _numbers(zin):
                    schuift.add(kant)
                if zin not in gebied.oud_dingen and _REFERENCE.search(zin.tekst):
                    verwijst.add(kant)
    return any(1 - kant in verwijst for kant in schuift)


def _numbers(zin: Zin) -> tuple[int | None, ...]:
    return tuple(deel.kop.nummer for deel in zin.delen if isinstance(deel.kop, Punt))
