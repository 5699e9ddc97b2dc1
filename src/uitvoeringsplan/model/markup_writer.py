"""Writing blocks back as markup: the canonical form of an answer."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Literal, get_args

from uitvoeringsplan.model.opmaak import (
    Alinea,
    Blok,
    Punt,
    Stuk,
    lees_opmaak,
    lees_stukken,
    normaliseer_stukken,
    platte_tekst,
)
from uitvoeringsplan.model.tekst import schoon

_LIST_MARK = re.compile(r"^( *)(?:(\\*-)|(\d{1,3})(\\*\.))(?= )")
Nesting = Literal["langste", "link", "jas"]
NESTINGEN: tuple[Nesting, ...] = get_args(Nesting)
# A backslash is only a sign before `*` or `[`; there it is doubled by the sign's own backslash.
_SIGNS = re.compile(r"[*\[]")
_READABLE = re.compile(r"[*\[\\]")


def schrijf_opmaak(blokken: tuple[Blok, ...]) -> str:
    """Return the text whose blocks are `blokken`; points of one list stand on adjacent lines.

    Blocks without a word, which a document may have and markup cannot say, are left out.
    """
    blokken = tuple(blok for blok in blokken if platte_tekst((blok,)).strip())
    delen = [_block(blok) for blok in blokken]
    if not delen:
        return ""
    tekst = delen[0]
    for (vorig, blok), deel in zip(pairwise(blokken), delen[1:], strict=True):
        zelfde_lijst = isinstance(vorig, Punt) and isinstance(blok, Punt)
        tekst += ("\n" if zelfde_lijst else "\n\n") + deel
    return tekst


def write_canonical(blokken: tuple[Blok, ...]) -> str:
    """Return blocks of anywhere as the canonical text of an answer."""
    tekst = schrijf_opmaak(blokken)
    gelezen = lees_opmaak(schoon(tekst))
    # Nearly all blocks are read back as they were, and are then written as they were.
    return tekst if gelezen == blokken else schrijf_opmaak(gelezen)


def canoniek(tekst: str) -> str:
    """Return the canonical form of an answer: same blocks, one way of writing them."""
    return schrijf_opmaak(lees_opmaak(schoon(tekst)))


def _block(blok: Blok) -> str:
    tekst = _runs(blok.stukken)
    if isinstance(blok, Alinea):
        return "\n".join(_escape_begin(regel) for regel in tekst.split("\n"))
    inspringing = "  " * blok.niveau
    teken = "- " if blok.nummer is None else f"{blok.nummer}. "
    eerste, *rest = tekst.lstrip().split("\n")  # a point starts with a word
    regels = [inspringing + teken + _escape_begin(eerste)]
    regels += [inspringing + "  " + _escape_begin(regel.lstrip(" ")) for regel in rest]
    return "\n".join(regels)


def _escape_begin(regel: str) -> str:
    """Return a line that would start a point as literal text."""
    return _LIST_MARK.sub(lambda m: f"{m[1]}{m[3] or ''}\\{m[2] or m[4]}", regel)


def _runs(stukken: tuple[Stuk, ...]) -> str:
    """Return runs as markup; where stars would be read otherwise, the dress gives way, not a word.

    `**a***b*` cannot be told from other readings; then italics go first, bold after it.
    """
    if not any(stuk.vet or stuk.cursief or stuk.adres for stuk in stukken):
        kaal = "".join(stuk.tekst for stuk in normaliseer_stukken(stukken))
        if not _READABLE.search(kaal):  # most text: nothing in it can be read as markup
            return kaal
    for kandidaat in (
        stukken,
        [stuk._replace(cursief=False) for stuk in stukken],
        [stuk._replace(vet=False, cursief=False) for stuk in stukken],
    ):
        netjes = normaliseer_stukken(kandidaat)
        for nesting in NESTINGEN:
            tekst = _emphasis(list(netjes), nesting)
            if lees_stukken(tekst) == netjes:
                return tekst
    return "".join(_SIGNS.sub(r"\\\g<0>", s.tekst) for s in stukken)


def _emphasis(stukken: list[Stuk], nesting: Nesting) -> str:
    """Return runs with stars and links around them, nested in one of the possible ways.

    `langste`: the longest dress outermost; `link`: a link before any star; `jas`: a link ends
    where its dress changes.
    """
    uit: list[str] = []
    i = 0
    while i < len(stukken):
        stuk = stukken[i]
        vet = list(takewhile(attrgetter("vet"), stukken[i:]))
        cursief = list(takewhile(attrgetter("cursief"), stukken[i:]))
        link = _link(stukken[i:], tot_andere_jas=nesting == "jas")
        langste = link if link and nesting == "link" else max(vet, cursief, link, key=len)
        if not langste:
            uit.append(_SIGNS.sub(r"\\\g<0>", stuk.tekst))
        elif langste is vet:
            uit.append(f"**{_emphasis([s._replace(vet=False) for s in vet], nesting)}**")
        elif langste is cursief:
            uit.append(f"*{_emphasis([s._replace(cursief=False) for s in cursief], nesting)}*")
        else:
            # A closing bracket would end the link too early; its two lookalikes do not.
            binnen = _emphasis([s._replace(adres="") for s in link], nesting).replace("]", ")")
            adres = stuk.adres.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
            uit.append(f"[{binnen}]({adres})")
        i += max(1, len(langste))
    return "".join(uit)


def _link(stukken: list[Stuk], *, tot_andere_jas: bool) -> list[Stuk]:
    """Return the runs at the start that share the address of the first, if it has one."""
    eerste = stukken[0]
    if not eerste.adres:
        return []
    uit = []
    for stuk in stukken:
        andere_jas = (stuk.vet, stuk.cursief) != (eerste.vet, eerste.cursief)
        if stuk.adres != eerste.adres or (tot_andere_jas and andere_jas):
            break
        uit.append(stuk)
    return uit
