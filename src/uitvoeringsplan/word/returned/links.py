"""Links that a program wrote another way: the same place or words, so the same as before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.answer_markup import Block, Run

_WEB = re.compile(r"(https?://)([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def comparable(address: str) -> str:
    """Return an address in a form that all ways of writing it share; only for comparing."""
    address = unquote(address)
    web = _WEB.fullmatch(address)
    if web is None:
        return address
    return web[1].lower() + web[2].lower() + (web[3] or "/")


def with_old_addresses(
    blocks: tuple[Block, ...], earlier: Iterable[Sequence[Block]]
) -> tuple[Block, ...]:
    """Return the blocks with every address written as in the text that the answer had before."""
    if not any(run.adres for block in blocks for run in block.stukken):
        return blocks
    old: dict[str, str] = {}
    for older in earlier:
        for address in (run.adres for block in older for run in block.stukken if run.adres):
            old.setdefault(comparable(address), address)
    return tuple(
        block._replace(
            stukken=tuple(
                run._replace(adres=old.get(comparable(run.adres), run.adres))
                for run in block.stukken
            )
        )
        for block in blocks
    )


def with_old_links(
    blocks: tuple[Block, ...], earlier: Iterable[Sequence[Block]]
) -> tuple[tuple[Block, ...], bool]:
    """Return the blocks with every link beginning where it did, and whether that is certain.

    LibreOffice, of an answer without a control, lets the first link begin with its paragraph. It
    is not certain where the words of such a paragraph are others too.
    """
    # Only an old link that stood further on can have come to the front.
    old_ones = [block for older in earlier for block in older if not _first_address(block)]
    addresses = {comparable(run.adres) for block in old_ones for run in block.stukken if run.adres}
    known_ones = {_without_beginning(block): block for block in reversed(old_ones)}
    result = []
    is_zeker = True
    for block in blocks:
        address = _first_address(block)
        if address and comparable(address) in addresses:
            old = known_ones.get(_without_beginning(block))
            is_zeker = is_zeker and old is not None
            result.append(block._replace(stukken=old.stukken) if old else block)
        else:
            result.append(block)
    return tuple(result), is_zeker


def _first_address(block: Block) -> str:
    return block.stukken[0].adres if block.stukken else ""


def _without_beginning(block: Block) -> tuple[tuple[str, Run, str], ...]:
    """Return every sign of a block in its dress, without address up to the end of a first link."""
    signs = [
        (sign, dress, address)
        for run in block.stukken
        for dress, address in ((run._replace(tekst="", adres=""), comparable(run.adres)),)
        for sign in run.tekst
    ]
    first = next((i for i, sign in enumerate(signs) if sign[2]), len(signs))
    end = next((i for i in range(first, len(signs)) if signs[i][2] != signs[first][2]), None)
    end = len(signs) if end is None else end
    return (*((*sign[:2], "") for sign in signs[:end]), *signs[end:])
