"""What a sentence hangs on: the words above a list, the point above its points, a number.

A sentence that stayed as it was means something else below another heading. Somebody who changed
“We doen:” into “We doen niet:” did not see the point that somebody else put under it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.opmaak import Alinea, Punt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.opmaak import Blok
    from uitvoeringsplan.model.wijzigingsgebied import Wijzigingsgebied
    from uitvoeringsplan.model.zin import Zin

_VERWIJZING = re.compile(
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
    stand = _Stand()
    return any(stand.breaks(spoor) for spoor in sporen)


class _Stand:
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
        was = {zin.tekst: _nummers(zin) for zin in gebied.oud_dingen}
        for kant in gebied.van:
            for zin in gebied.nieuw[kant]:
                if was.get(zin.tekst, _nummers(zin)) != _nummers(zin):
                    schuift.add(kant)
                if zin not in gebied.oud_dingen and _VERWIJZING.search(zin.tekst):
                    verwijst.add(kant)
    return any(1 - kant in verwijst for kant in schuift)


def _nummers(zin: Zin) -> tuple[int | None, ...]:
    return tuple(deel.kop.nummer for deel in zin.delen if isinstance(deel.kop, Punt))
