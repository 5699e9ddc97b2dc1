"""The keys of a place in words: all of them behind F1, and the ones for every day in a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.sneltoetsen import hier
from uitvoeringsplan.terminal.vouwen import vouw_regel
from uitvoeringsplan.terminal.weergave import vouw

if TYPE_CHECKING:
    from collections.abc import Collection

    from uitvoeringsplan.terminal.sneltoetsen import Plaats, Sneltoets

_NAAST = 60  # from this many columns on, what a key does stands beside its name
_NAAM = 16  # columns for the name of a key


def toetsenuitleg(plaats: Plaats, kolommen: int) -> str:
    """Return every key that works there, under a heading."""
    kop = vouw(f"Toetsen {plaats.value}", kolommen)
    return "\n".join([kop, "", *toetsregels(plaats, kolommen)])


def toetsregels(plaats: Plaats, kolommen: int) -> list[str]:
    """Return the lines of every key that works there, each with what it does."""
    uit = []
    for toets in hier(plaats):
        if kolommen < _NAAST or len(toets.naam) >= _NAAM:
            uit += [vouw(toets.naam, kolommen), *vouw_regel(toets.uitleg, kolommen, "    ")]
        else:
            uit += vouw_regel(f"{toets.naam:{_NAAM}}{toets.uitleg}", kolommen, hang=_NAAM)
    return uit


def balkregels(plaats: Plaats, kolommen: int, weg: Collection[Sneltoets] = ()) -> list[str]:
    """Return the keys with a short name as lines that fit, without those that are `weg`.

    Of two keys for one thing the first is named.
    """
    regels, genoemd = [""], {""}
    for toets in hier(plaats):
        if toets.kort in genoemd or toets in weg:
            continue
        genoemd.add(toets.kort)
        erbij = f"{regels[-1]}  {toets.balk}".strip()
        if regels[-1] and len(erbij) > kolommen:
            regels.append(toets.balk)
        else:
            regels[-1] = erbij
    return regels


def toetsenbalk(plaats: Plaats, kolommen: int) -> str:
    """Return as many of those as fit on one line, at least the first."""
    return balkregels(plaats, kolommen)[0]
