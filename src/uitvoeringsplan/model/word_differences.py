"""What changed in the words of one paragraph, point or cell."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.alignment import gelijke_paren

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from uitvoeringsplan.model.opmaak import Stuk


class Verandering(StrEnum):
    """What became of something: a piece of text, a block, a row, a whole answer."""

    GELIJK = "gelijk"
    WEG = "weg"
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"  # of what has parts: some of them changed


class Verschilstuk(NamedTuple):
    """A run of text in one dress, and whether it stayed, went or came."""

    wat: Verandering
    stuk: Stuk


# Signs that belong to the one before them: accents, joiners and the colours of emoji.
_ATTACHED = "\u0300-\u036f\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
# A word keeps the signs inside it (3.000, e-mail, post@x.nl); every other sign, and every blank,
# stands alone.
_WORD = re.compile(
    rf"[\w{_ATTACHED}]+(?:[.,:/'’@-][\w{_ATTACHED}]+)*|[^\w\s](?:\u200d[^\w\s]|[{_ATTACHED}])*|\s"
)
_LETTER = re.compile(r"\w")
_SHORT = 4  # letters: a word like “van” between two changes is no help to a reader


class _Group(NamedTuple):
    """Words that are in both texts, or what of the one came in the place of what of the other."""

    gelijk: list[Stuk]
    weg: list[Stuk]
    nieuw: list[Stuk]

    @property
    def is_wijziging(self) -> bool:
        return bool(self.weg or self.nieuw)

    @property
    def is_wissel(self) -> bool:
        return bool(self.weg and self.nieuw)


class _Words:
    """Gives every word in its dress a number, for numbers are quick to compare."""

    def __init__(self) -> None:
        self.stukken: list[Stuk] = []  # by number
        self._nummers: dict[Stuk, dict[str, int]] = {}

    def nummers(self, stukken: Iterable[Stuk]) -> list[int]:
        """Return the numbers of the words of a text."""
        uit: list[int] = []
        for stuk in stukken:
            bekend = self._nummers.setdefault(stuk._replace(tekst=""), {})
            for woord in _WORD.findall(stuk.tekst):
                if woord not in bekend:
                    bekend[woord] = len(self.stukken)
                    self.stukken.append(stuk._replace(tekst=woord))
                uit.append(bekend[woord])
        return uit


def vergelijk_woorden(oud: Sequence[Stuk], nieuw: Sequence[Stuk]) -> tuple[Verschilstuk, ...]:
    """Return the runs of both texts in one row: without what is new the old text, and so on.

    Both are in their normal form (`normaliseer_stukken`); a word in another dress is another word.
    """
    if oud == nieuw or not (oud and nieuw):  # most of what a long text has
        wat = Verandering.GELIJK if oud == nieuw else Verandering.WEG if oud else Verandering.NIEUW
        return tuple(Verschilstuk(wat, stuk) for stuk in oud or nieuw)
    voor, oud, nieuw = _equal_begin(oud, nieuw)
    na, oud, nieuw = _equal_end(oud, nieuw)
    uit = [(Verandering.GELIJK, stuk) for stuk in voor]
    for groep in _readable(_groups(oud, nieuw)):
        uit += [(Verandering.GELIJK, woord) for woord in groep.gelijk]
        uit += [(Verandering.WEG, woord) for woord in groep.weg]
        uit += [(Verandering.NIEUW, woord) for woord in groep.nieuw]
    uit += [(Verandering.GELIJK, stuk) for stuk in na]
    return _joined(uit)


def kenmerken(stukken: Iterable[Stuk]) -> frozenset[Hashable]:
    """Return what a text is recognised by when some of it has changed: its words."""
    tekst = "".join(stuk.tekst for stuk in stukken).casefold()
    woorden = {woord for woord in _WORD.findall(tekst) if _LETTER.match(woord)}
    return frozenset(woorden or _WORD.findall(tekst))


def _groups(oud: Sequence[Stuk], nieuw: Sequence[Stuk]) -> list[_Group]:
    """Return the words of both: by turns what is equal, perhaps nothing, and what changed."""
    woorden = _Words()
    links, rechts = woorden.nummers(oud), woorden.nummers(nieuw)
    stukken = woorden.stukken
    # Lines below each other are compared as lines; a blank says nothing.
    wit = {n for n, stuk in enumerate(stukken) if stuk.tekst.isspace() and stuk.tekst != "\n"}
    groepen = [_Group([], [], [])]
    van = naar = 0
    for i, j in (*gelijke_paren(links, rechts, wit.__contains__), (len(links), len(rechts))):
        if van < i or naar < j:
            weg = [stukken[nummer] for nummer in links[van:i]]
            erbij = [stukken[nummer] for nummer in rechts[naar:j]]
            groepen += (_Group([], weg, erbij), _Group([], [], []))
        groepen[-1].gelijk.extend(stukken[nummer] for nummer in links[i : i + 1])
        van, naar = i + 1, j + 1
    return groepen


def _readable(groepen: list[_Group]) -> list[_Group]:
    """Return the groups with changes joined that have next to nothing between them."""
    uit: list[_Group] = []
    for groep in groepen:
        if len(uit) > 1 and _reads_as_one(uit[-2], uit[-1].gelijk, groep):
            tussen = uit.pop().gelijk
            uit[-1].weg.extend((*tussen, *groep.weg))
            uit[-1].nieuw.extend((*tussen, *groep.nieuw))
        else:
            uit.append(groep)
    return uit


def _reads_as_one(een: _Group, tussen: list[Stuk], ander: _Group) -> bool:
    """Whether two changes read better as one; where nothing was replaced they do not."""
    if any(stuk.tekst == "\n" for stuk in tussen):
        return False
    letters = [stuk.tekst for stuk in tussen if _LETTER.match(stuk.tekst)]
    if not letters:
        return (een.is_wissel and ander.is_wijziging) or (een.is_wijziging and ander.is_wissel)
    is_kort = len(letters) == 1 and len(letters[0]) <= _SHORT
    return is_kort and een.is_wissel and ander.is_wissel


def _equal_begin(
    oud: Sequence[Stuk], nieuw: Sequence[Stuk]
) -> tuple[list[Stuk], list[Stuk], list[Stuk]]:
    """Return what both start with, up to a blank, and the rest of each.

    A long text in which a word changed is not cut into words for this.
    """
    links, rechts = list(oud), list(nieuw)
    n = next((i for i, (a, b) in enumerate(zip(links, rechts, strict=False)) if a != b), None)
    n = min(len(links), len(rechts)) if n is None else n
    begin, links, rechts = links[:n], links[n:], rechts[n:]
    if links and rechts and links[0]._replace(tekst="") == rechts[0]._replace(tekst=""):
        a, b = links[0].tekst, rechts[0].tekst
        plek = next(
            (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
        )
        while plek and not a[plek - 1].isspace():
            plek -= 1
        if plek:
            begin.append(links[0]._replace(tekst=a[:plek]))
            links[:1] = [links[0]._replace(tekst=a[plek:])] if a[plek:] else []
            rechts[:1] = [rechts[0]._replace(tekst=b[plek:])] if b[plek:] else []
    return begin, links, rechts


def _equal_end(
    oud: Sequence[Stuk], nieuw: Sequence[Stuk]
) -> tuple[list[Stuk], list[Stuk], list[Stuk]]:
    """Return what both end with, from a blank on, and the rest of each."""
    achterstevoren = _equal_begin(_reversed(oud), _reversed(nieuw))
    einde, links, rechts = map(_reversed, achterstevoren)
    return einde, links, rechts


def _reversed(stukken: Sequence[Stuk]) -> list[Stuk]:
    return [stuk._replace(tekst=stuk.tekst[::-1]) for stuk in reversed(stukken)]


def _joined(delen: Iterable[tuple[Verandering, Stuk]]) -> tuple[Verschilstuk, ...]:
    """Return the pieces with neighbours joined that had the same fate and have the same dress."""
    uit: list[Verschilstuk] = []
    letters: list[str] = []
    for wat, stuk in delen:
        kaal = Verschilstuk(wat, stuk._replace(tekst=""))
        if uit and uit[-1] == kaal:
            letters.append(stuk.tekst)
            continue
        if uit:
            uit[-1] = _with_text(uit[-1], letters)
        uit.append(kaal)
        letters = [stuk.tekst]
    if uit:
        uit[-1] = _with_text(uit[-1], letters)
    return tuple(uit)


def _with_text(kaal: Verschilstuk, letters: list[str]) -> Verschilstuk:
    return kaal._replace(stuk=kaal.stuk._replace(tekst="".join(letters)))
