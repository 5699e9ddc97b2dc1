"""Cutting sentences into pieces that nobody may take apart.

A piece is what stands between blanks, so 10.000,-, 2027-2028, 10.30, j.jansen@delft.nl, art.3 and
[a link] are one. A blank is no end either beside a number (12 maart 2027, 0,4 fte, € 10, art. 3,
1234 AB), inside a name (J. de Vries) or inside the words of a link.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.zin import cut_stukken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.model.opmaak import Blok, Stuk
    from uitvoeringsplan.model.zin import Zin

_BROK = re.compile(r"\s*\S+|\s+\Z")
_CIJFER = re.compile(r"[\d€$£%‰°]")
_VOORLETTER = re.compile(r"[(\"'“‘]*(?:[A-Z][a-z]?\.-?)+\Z")
_TUSSEN = frozenset((
    "van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "'t", "’t", "von", "la", "el",
))  # fmt: skip
_LEESTEKENS = tuple(".,;:!?")
_WOORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")


class Woordstuk(NamedTuple):
    """A piece in its dress, with the blanks before it and the block that starts with it."""

    stukken: tuple[Stuk, ...]
    kop: Blok | None = None

    @property
    def woorden(self) -> list[str]:
        """The words in it, whatever they look like."""
        return _WOORD.findall("".join(stuk.tekst for stuk in self.stukken).casefold())

    @property
    def is_woord(self) -> bool:
        """Whether it is more than signs and figures."""
        return any(_LETTER.search(stuk.tekst) for stuk in self.stukken)


def read_woordstukken(zinnen: Iterable[Zin]) -> list[Woordstuk]:
    """Return the pieces of sentences; equal pieces make equal sentences."""
    return [stuk for zin in zinnen for kop, stukken in zin.delen for stuk in _stukken(kop, stukken)]


def _stukken(kop: Blok | None, stukken: tuple[Stuk, ...]) -> Iterator[Woordstuk]:
    einden = _einden("".join(stuk.tekst for stuk in stukken), stukken)
    for eigen in cut_stukken(stukken, einden):
        yield Woordstuk(eigen, kop)
        kop = None


def _einden(tekst: str, stukken: Iterable[Stuk]) -> list[int]:
    """Return where the pieces of a text end; a blank that holds its neighbours together is none."""
    in_link = _in_link(stukken)
    uit = []
    in_naam = False
    for brok, volgend in pairwise(_BROK.finditer(tekst)):
        in_naam = _in_naam(brok[0].strip(), volgend[0].strip(), ervoor=in_naam)
        heeft_getal = _CIJFER.search(brok[0]) or _CIJFER.search(volgend[0])
        if not (heeft_getal or in_naam or brok.end() in in_link):
            uit.append(brok.end())
    return [*uit, len(tekst)] if tekst else uit


def _in_naam(voor: str, na: str, *, ervoor: bool) -> bool:
    """Whether the blank between two words stands in a name: J. de Vries, Jan van Loon.

    `ervoor` tells whether the blank before them does.
    """
    if _VOORLETTER.match(voor):
        return True
    if not voor or not na or voor.endswith(_LEESTEKENS):
        return False
    begint = ervoor if voor in _TUSSEN else voor[0].isupper()
    return begint and (na[0].isupper() or na in _TUSSEN)


def _in_link(stukken: Iterable[Stuk]) -> set[int]:
    """Return the places between two signs of one link."""
    uit: set[int] = set()
    plek = 0
    for stuk in stukken:
        if stuk.adres:
            uit.update(range(plek + 1, plek + len(stuk.tekst)))
        plek += len(stuk.tekst)
    return uit
