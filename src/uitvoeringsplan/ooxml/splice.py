"""Putting new bytes into a part; what is not replaced stays as it was, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Splice(NamedTuple):
    """A piece of a part (from `begin` up to `einde`) that gives way to other bytes."""

    begin: int
    einde: int
    nieuw: bytes = b""


def splice(
    data: bytes, knippen: Iterable[Splice], begin: int = 0, einde: int | None = None
) -> bytes:
    """Return `data` between two places with the pieces replaced.

    A piece inside one that is replaced already is gone with it.
    """
    einde = len(data) if einde is None else einde
    uit: list[bytes] = []
    vanaf = begin
    for knip in sorted(knippen, key=lambda knip: knip[:2]):
        if knip.begin < vanaf or knip.einde > einde:
            continue
        uit += (data[vanaf : knip.begin], knip.nieuw)
        vanaf = knip.einde
    uit.append(data[vanaf:einde])
    return b"".join(uit)
