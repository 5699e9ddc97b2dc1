"""The rule on what is internal: no words of it in the public part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Ernst, Planregel, Vondst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Antwoord, Keuring

REEKS = 8  # words in a row that nobody writes twice by chance
_WOORD = re.compile(r"\w+")


def intern_in_openbaar(keuring: Keuring) -> Iterator[Vondst]:
    """Find words of an internal answer that stand in a public one, once per pair of answers."""
    bekend: dict[str, Antwoord] = {}
    for antwoord in keuring.intern:
        for reeks, _ in _reeksen(antwoord):
            bekend.setdefault(reeks, antwoord)
    if not bekend:
        return
    for antwoord in keuring.openbaar:
        gezien = set()
        for reeks, (tekst, van, tot) in _reeksen(antwoord):
            ander = bekend.get(reeks)
            if ander is not None and ander.vraag.id not in gezien:
                gezien.add(ander.vraag.id)
                woorden = " ".join(tekst[van:tot].split())
                yield Vondst(
                    Ernst.FOUT,
                    f"“{woorden}” staat ook bij “{ander.vraag.label}”, en dat blijft intern."
                    " Schrijf hier iets anders, of haal het weg.",
                    antwoord.vraag,
                    " ".join(woorden.split()[:3]),
                )


def _reeksen(antwoord: Antwoord) -> Iterator[tuple[str, tuple[str, int, int]]]:
    """Return every row of words as it compares, with the text and where it stands in it."""
    tekst = " ".join(antwoord.regels())
    plekken = [m.span() for m in _WOORD.finditer(tekst)]
    woorden = [tekst[van:tot].casefold() for van, tot in plekken]
    for i in range(len(woorden) - REEKS + 1):
        yield " ".join(woorden[i : i + REEKS]), (tekst, plekken[i][0], plekken[i + REEKS - 1][1])


UITLEKREGELS = (
    Planregel(
        "intern-in-openbaar",
        "Wat intern is, staat niet in het openbare plan",
        f"Een reeks van {REEKS} woorden uit een intern antwoord die ook in een openbaar antwoord"
        " staat, is waarschijnlijk overgenomen.",
        Ernst.FOUT,
        intern_in_openbaar,
    ),
)
