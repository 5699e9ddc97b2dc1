"""The keys of a place in words: all of them behind F1, and the ones for every day in a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.sneltoetsen import hier
from uitvoeringsplan.terminal.weergave import vouw

if TYPE_CHECKING:
    from uitvoeringsplan.terminal.sneltoetsen import Plaats


def toetsenuitleg(plaats: Plaats, kolommen: int) -> str:
    """Return every key that works there, each with what it does on the lines below it."""
    delen = [vouw(f"Toetsen {plaats.value}", kolommen), ""]
    for toets in hier(plaats):
        delen += [vouw(toets.naam, kolommen), vouw(toets.uitleg, kolommen, "    ")]
    return "\n".join(delen)


def toetsenbalk(plaats: Plaats, kolommen: int) -> str:
    """Return as many keys with a short name as fit on one line, at least the first."""
    eerste, *rest = (toets.balk for toets in hier(plaats) if toets.kort)
    regel = eerste
    for deel in rest:
        if len(regel) + 2 + len(deel) <= kolommen:
            regel += f"  {deel}"
    return regel
