"""Words that changed, on lines that fit: folded, shortened, and coloured piece by piece."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.verschilwoorden import Verandering
from uitvoeringsplan.terminal.zichtbaar import GEWOON, GROEN, ROOD, is_verborgen, naam

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.verschilwoorden import Verschilstuk

    _Teken = tuple[str, Verandering]

_KLEUREN = {Verandering.WEG: ROOD, Verandering.NIEUW: GROEN}
_OMGEVING = 60  # letters of what stayed that are shown before and behind a change
_REGELEINDE = "¶"
_WEGGELATEN = "…"
_SMALST = 16
_PUNT = re.compile(r" *(?:- |\d{1,3}\. )")


class Deel(NamedTuple):
    """A piece of a line, signs and all, and what became of it."""

    tekst: str
    wat: Verandering


def leesbaar(tekst: str, wat: Verandering) -> str:
    """Return a text that a terminal shows as it is.

    What nobody can see in a piece that changed is named, for it may be all that changed.
    """
    gewijzigd = wat in _KLEUREN
    if gewijzigd:
        tekst = tekst.replace("\n", _REGELEINDE if wat is Verandering.WEG else f"{_REGELEINDE}\n")
    alleen_wit = not tekst.strip()
    uit = []
    for teken in tekst:
        soort = unicodedata.category(teken)
        onzichtbaar = is_verborgen(teken)
        if gewijzigd:
            onzichtbaar |= soort == "Cf" and teken != "\u200d"
            onzichtbaar |= alleen_wit and soort == "Zs" and teken != " "
        uit.append(naam(teken) if onzichtbaar else teken)
    return "".join(uit)


def ingekort(stukken: Sequence[Verschilstuk]) -> Iterator[Verschilstuk]:
    """Yield the pieces with an ellipsis in long ones that stayed."""
    for plek, een in enumerate(stukken):
        if een.wat is not Verandering.GELIJK:
            yield een
            continue
        voor = _OMGEVING if plek or len(stukken) == 1 else 0
        na = _OMGEVING if plek < len(stukken) - 1 else 0
        yield een._replace(stuk=een.stuk._replace(tekst=_kort(een.stuk.tekst, voor, na)))


def gevouwen(delen: Iterable[Deel], kolommen: int, marge: str, *, kleur: bool) -> Iterator[str]:
    """Yield lines of at most this many columns, each behind `marge`.

    A point hangs; an address is never broken. A colour ends with its line.
    """
    delen = list(delen)
    tekst = "".join(deel.tekst for deel in delen)
    if len(tekst) <= kolommen and tekst.isascii() and "\n" not in tekst:  # most lines of a list
        yield f"{marge}{_gekleurd(delen, kleur=kleur)}".rstrip(" ")
        return
    tekens = [(teken, deel.wat) for deel in delen for teken in deel.tekst]
    kop = _PUNT.match("".join(teken for teken, _ in tekens))
    hang = len(kop[0]) if kop else 0
    begin = 0
    for regel in _regels(tekens):
        for een in _gevuld(regel, max(_SMALST, kolommen), begin, hang):
            yield f"{marge}{_gekleurd(een, kleur=kleur)}".rstrip(" ")
        begin = hang


def _kort(tekst: str, voor: int, na: int) -> str:
    """Return a text with only its begin and its end, cut at words."""
    if len(tekst) <= voor + na + _OMGEVING // 2:
        return tekst
    begin = tekst[:voor].rpartition(" ")[0] + " " if voor else ""
    einde = " " + tekst[-na:].partition(" ")[2] if na else ""
    return f"{begin}{_WEGGELATEN}{einde}"


def _regels(tekens: list[_Teken]) -> Iterator[list[_Teken]]:
    regel: list[_Teken] = []
    for teken in tekens:
        if teken[0] == "\n":
            yield regel
            regel = []
        else:
            regel.append(teken)
    yield regel


def _gevuld(tekens: list[_Teken], ruimte: int, begin: int, hang: int) -> Iterator[list[_Teken]]:
    """Yield the lines that a row of signs takes; the first starts at column `begin`."""
    regel: list[_Teken] = [(" ", Verandering.GELIJK)] * begin
    gebruikt, leeg = begin, True
    for spaties, woord in _woorden(tekens):
        breed = _breed(woord)
        if not leeg and gebruikt + len(spaties) + breed > ruimte:
            yield regel
            regel, gebruikt, leeg = [(" ", Verandering.GELIJK)] * hang, hang, True
        elif spaties:
            regel, gebruikt = [*regel, *spaties], gebruikt + len(spaties)
        if gebruikt + breed > ruimte and not _is_adres(woord):
            for teken in woord:
                if gebruikt + _breed([teken]) > ruimte:
                    yield regel
                    regel, gebruikt = [(" ", Verandering.GELIJK)] * hang, hang
                regel, gebruikt = [*regel, teken], gebruikt + _breed([teken])
        else:
            regel, gebruikt = [*regel, *woord], gebruikt + breed
        leeg = leeg and not woord
    yield regel


def _woorden(tekens: list[_Teken]) -> Iterator[tuple[list[_Teken], list[_Teken]]]:
    """Yield the words, each with the spaces before it."""
    spaties: list[_Teken] = []
    woord: list[_Teken] = []
    for teken in tekens:
        if teken[0] != " ":
            woord.append(teken)
            continue
        if woord:
            yield spaties, woord
            spaties, woord = [], []
        spaties.append(teken)
    yield spaties, woord


def _is_adres(woord: list[_Teken]) -> bool:
    return "://" in "".join(teken for teken, _ in woord)


def _breed(tekens: Iterable[_Teken]) -> int:
    """Return how many columns signs take: an accent none, a sign of East Asia or an emoji two."""
    return sum(
        0
        if unicodedata.category(teken) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(teken) in "WF"
        else 1
        for teken, _ in tekens
    )


def _gekleurd(tekens: Iterable[_Teken], *, kleur: bool) -> str:
    uit = []
    for wat, groep in groupby(tekens, key=lambda teken: teken[1]):
        tekst = "".join(teken for teken, _ in groep)
        code = _KLEUREN.get(wat) if kleur else None
        uit.append(f"{code}{tekst}{GEWOON}" if code else tekst)
    return "".join(uit)
