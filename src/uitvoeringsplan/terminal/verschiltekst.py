"""Words that changed, on lines that fit: folded, shortened, and coloured piece by piece."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.verschilwoorden import Verandering
from uitvoeringsplan.terminal.vouwen import hang_van, stukken
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
    ruimte, begin = max(_SMALST, kolommen), 0
    hang = hang_van(tekst, ruimte)
    for regel in _regels(tekens):
        kaal = "".join(teken for teken, _ in regel)
        for van, tot in stukken(kaal, ruimte, hang, begin):
            yield f"{marge}{' ' * begin}{_gekleurd(regel[van:tot], kleur=kleur)}".rstrip(" ")
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


def _gekleurd(tekens: Iterable[_Teken], *, kleur: bool) -> str:
    uit = []
    for wat, groep in groupby(tekens, key=lambda teken: teken[1]):
        tekst = "".join(teken for teken, _ in groep)
        code = _KLEUREN.get(wat) if kleur else None
        uit.append(f"{code}{tekst}{GEWOON}" if code else tekst)
    return "".join(uit)
