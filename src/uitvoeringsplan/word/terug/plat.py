r"""The first paragraph of an answer after LibreOffice, and how it gets back what it lost.

LibreOffice (7.4) makes a field of the first paragraph of a block control. Of bold and italics
nothing is left, a link is its code and its words as text, and the line breaks all stand in front.
So the words come from the document, and their dress from a text that the answer had before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.word.terug.adressen import gelijkvormig
from uitvoeringsplan.word.terug.jassen import Jas, aangekleed, overgenomen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.opmaak import Blok, Stuk

_LINK = re.compile(r'HYPERLINK "([^"]*)"')
_WOORD = re.compile(r"\S*")


class Plat(NamedTuple):
    """A flattened paragraph: its words, and how many line breaks were in it."""

    tekst: str
    regeleindes: int


class Hersteld(NamedTuple):
    """Its runs; `is_zeker` is False when a link or a line break has no certain place."""

    stukken: tuple[Stuk, ...]
    is_zeker: bool = True


def afgeplat(stukken: Iterable[Stuk]) -> Plat:
    """Return a paragraph as LibreOffice would write it."""
    delen = []
    regeleindes = 0
    for stuk in stukken:
        regeleindes += stuk.tekst.count("\n")
        code = f'HYPERLINK "{stuk.adres}"' if stuk.adres else ""
        delen.append(code + stuk.tekst.replace("\n", ""))
    return Plat("".join(delen), regeleindes)


def zelfde(plat: Plat, eerder: Iterable[Sequence[Blok]]) -> list[tuple[Stuk, ...]]:
    """Return the runs of the old paragraphs that say the same: each may be what it was."""
    gezocht = _vergelijkbaar(plat)
    stukken = (blok.stukken for blokken in eerder for blok in blokken)
    return [s for s in dict.fromkeys(stukken) if _vergelijkbaar(afgeplat(s)) == gezocht]


def herstel(plat: Plat, eerder: Iterable[Sequence[Blok]]) -> Hersteld:
    """Return the runs of a paragraph whose words changed: the dress of the words that did not."""
    tekst, links = _zonder_codes(plat.tekst)
    jassen, eindes = overgenomen(tekst, ([b.stukken for b in blokken] for blokken in eerder))
    is_zeker = len(eindes) == plat.regeleindes
    for plek, adres in links:
        jas = jassen[plek] if plek < len(jassen) else Jas()
        if gelijkvormig(jas.adres) != gelijkvormig(adres):
            is_zeker = False  # where it ends nobody knows; on its first word it is not lost
            woord = _WOORD.match(tekst, plek)
            for i in range(plek, woord.end() if woord else plek):
                jassen[i] = jassen[i]._replace(adres=adres)
    return Hersteld(aangekleed(tekst, jassen, eindes), is_zeker)


def _vergelijkbaar(plat: Plat) -> Plat:
    return plat._replace(tekst=_LINK.sub(_leesbaar, plat.tekst.strip()))


def _leesbaar(link: re.Match[str]) -> str:
    return f'HYPERLINK "{gelijkvormig(link[1])}"'


def _zonder_codes(tekst: str) -> tuple[str, list[tuple[int, str]]]:
    """Return the words without the codes of links, and where each link begins."""
    delen: list[str] = []
    links: list[tuple[int, str]] = []
    vanaf = lengte = 0
    for code in _LINK.finditer(tekst):
        delen.append(tekst[vanaf : code.start()])
        lengte += code.start() - vanaf
        links.append((lengte, code[1]))
        vanaf = code.end()
    return "".join((*delen, tekst[vanaf:])), links
