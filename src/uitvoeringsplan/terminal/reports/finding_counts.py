"""How many findings there are about plans, of each weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import typed_command

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uitvoeringsplan.model.bevinding import Bevinding

_PLURAL = {"fout": "fouten", "waarschuwing": "waarschuwingen", "opmerking": "opmerkingen"}


def count_line(bevindingen: Iterable[Bevinding], plannen: int) -> str:
    """Return the line with the counts, over all plans."""
    parts = [_count(ernst, n) for ernst, n in _count_all(one.ernst for one in bevindingen).items()]
    where = "1 plan" if plannen == 1 else f"{plannen} plannen"
    return f"{parts[0]}, {parts[1]} en {parts[2]} in {where}."


def counts(severities: Iterable[str]) -> str:
    """Return the counts in a few words, without what there is none of; empty without findings."""
    parts = [_count(ernst, n) for ernst, n in _count_all(severities).items() if n]
    return " en ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def with_document(severities: Iterable[str], path: Path | None, *, is_complete_text: bool) -> str:
    """Return the line that comes with the document of a plan, or with those of several (no `path`).

    `is_complete_text` says what was looked at.
    """
    on_which = "alles" if is_complete_text else "wat ontbreekt, open punten en datums"
    how = "uitvoeringsplan controleer, met dezelfde plannen"
    if path is not None:
        how = typed_command("controleer", path)
    return f"Nagekeken op {on_which}: {counts(severities)}. Je leest het met: {how}"


def _count_all(severities: Iterable[str]) -> dict[str, int]:
    counts = dict.fromkeys(_PLURAL, 0)
    for ernst in severities:
        counts[ernst] += 1
    return counts


def _count(ernst: str, count: int) -> str:
    return f"{count} {ernst if count == 1 else _PLURAL[ernst]}"
