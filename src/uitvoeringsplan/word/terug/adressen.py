"""Addresses of links that a program wrote another way: the same place, so the same as before."""

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
