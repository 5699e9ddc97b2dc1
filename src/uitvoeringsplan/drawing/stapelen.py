"""Boxes under each other, each close to where it wishes to be, none touching another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def zonder_overlap(wensen: Sequence[float], hoogten: Sequence[int], ruimte: int) -> list[int]:
    """Return the tops of boxes in this order; `wensen` are the middles that they wish for.

    Boxes that would touch become one pile, which stands where its boxes wish on average.
    """
    stapels: list[tuple[list[int], float]] = []  # the boxes, and the sum of wished tops
    for nummer, (wens, hoog) in enumerate(zip(wensen, hoogten, strict=True)):
        leden, som = [nummer], wens - hoog / 2
        while stapels:
            vorige, vorige_som = stapels[-1]
            erboven = sum(hoogten[lid] + ruimte for lid in vorige)
            if vorige_som / len(vorige) + erboven <= som / len(leden):
                break
            stapels.pop()
            # What the later boxes wish, as seen from the top of the pile that they come under.
            som = vorige_som + som - erboven * len(leden)
            leden = vorige + leden
        stapels.append((leden, som))
    uit: list[int] = []
    for leden, som in stapels:
        y = round(som / len(leden))
        for lid in leden:
            # Rounding may bring two piles one pixel too close.
            y = max(y, uit[-1] + hoogten[lid - 1] + ruimte) if uit else y
            uit.append(y)
            y += hoogten[lid] + ruimte
    return uit
