"""Links that a program wrote another way: the same place or words, so the same as before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.opmaak import Blok

_WEB = re.compile(r"(https?://)([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def gelijkvormig(adres: str) -> str:
    """Return an address in a form that all ways of writing it share; only for comparing."""
    adres = unquote(adres)
    web = _WEB.fullmatch(adres)
    if web is None:
        return adres
    return web[1].lower() + web[2].lower() + (web[3] or "/")


def met_oude_adressen(
    blokken: tuple[Blok, ...], eerder: Iterable[Sequence[Blok]]
) -> tuple[Blok, ...]:
    """Return the blocks with every address written as in the text that the answer had before."""
    if not any(stuk.adres for blok in blokken for stuk in blok.stukken):
        return blokken
    oud: dict[str, str] = {}
    for lijst in eerder:
        for adres in (stuk.adres for blok in lijst for stuk in blok.stukken if stuk.adres):
            oud.setdefault(gelijkvormig(adres), adres)
    return tuple(
        blok._replace(
            stukken=tuple(
                stuk._replace(adres=oud.get(gelijkvormig(stuk.adres), stuk.adres))
                for stuk in blok.stukken
            )
        )
        for blok in blokken
    )


def met_oude_links(
    blokken: tuple[Blok, ...], eerder: Iterable[Sequence[Blok]]
) -> tuple[tuple[Blok, ...], bool]:
    """Return the blocks with every link beginning where it did, and whether that is certain.

    LibreOffice, of an answer without a control, lets the first link begin with its paragraph. It
    is not certain where the words of such a paragraph are others too.
    """
    # Only an old link that stood further on can have come to the front.
    oude = [blok for lijst in eerder for blok in lijst if not _begin_adres(blok)]
    adressen = {gelijkvormig(stuk.adres) for blok in oude for stuk in blok.stukken if stuk.adres}
    bekend = {_zonder_begin(blok): blok for blok in reversed(oude)}
    uit = []
    is_zeker = True
    for blok in blokken:
        adres = _begin_adres(blok)
        if adres and gelijkvormig(adres) in adressen:
            oud = bekend.get(_zonder_begin(blok))
            is_zeker = is_zeker and oud is not None
            uit.append(blok._replace(stukken=oud.stukken) if oud else blok)
        else:
            uit.append(blok)
    return tuple(uit), is_zeker


def _begin_adres(blok: Blok) -> str:
    return blok.stukken[0].adres if blok.stukken else ""


def _zonder_begin(blok: Blok) -> tuple[tuple[str, bool, bool, str], ...]:
    """Return every sign of a block in its dress, without address up to the end of a first link."""
    tekens = [
        (teken, stuk.vet, stuk.cursief, adres)
        for stuk in blok.stukken
        for adres in (gelijkvormig(stuk.adres),)
        for teken in stuk.tekst
    ]
    eerste = next((i for i, teken in enumerate(tekens) if teken[3]), len(tekens))
    einde = next((i for i in range(eerste, len(tekens)) if tekens[i][3] != tekens[eerste][3]), None)
    einde = len(tekens) if einde is None else einde
    return (*((*teken[:3], "") for teken in tekens[:einde]), *tekens[einde:])
