"""How many findings there are about plans, of each weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import typed_command

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uitvoeringsplan.model.bevinding import Bevinding

_MEERVOUD = {"fout": "fouten", "waarschuwing": "waarschuwingen", "opmerking": "opmerkingen"}


def count_line(bevindingen: Iterable[Bevinding], plannen: int) -> str:
    """Return the line with the counts, over all plans."""
    delen = [_aantal(ernst, n) for ernst, n in _count_all(een.ernst for een in bevindingen).items()]
    waar = "1 plan" if plannen == 1 else f"{plannen} plannen"
    return f"{delen[0]}, {delen[1]} en {delen[2]} in {waar}."


def counts(ernsten: Iterable[str]) -> str:
    """Return the counts in a few words, without what there is none of; empty without findings."""
    delen = [_aantal(ernst, n) for ernst, n in _count_all(ernsten).items() if n]
    return " en ".join(filter(None, (", ".join(delen[:-1]), *delen[-1:])))


def with_document(ernsten: Iterable[str], pad: Path | None, *, is_alles: bool) -> str:
    """Return the line that comes with the document of a plan, or with those of several (no `pad`).

    `is_alles` says what was looked at.
    """
    waarop = "alles" if is_alles else "wat ontbreekt, open punten en datums"
    hoe = "uitvoeringsplan controleer, met dezelfde plannen"
    if pad is not None:
        hoe = typed_command("controleer", pad)
    return f"Nagekeken op {waarop}: {counts(ernsten)}. Je leest het met: {hoe}"


def _count_all(ernsten: Iterable[str]) -> dict[str, int]:
    aantallen = dict.fromkeys(_MEERVOUD, 0)
    for ernst in ernsten:
        aantallen[ernst] += 1
    return aantallen


def _aantal(ernst: str, aantal: int) -> str:
    return f"{aantal} {ernst if aantal == 1 else _MEERVOUD[ernst]}"
