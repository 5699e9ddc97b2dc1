"""The findings about plans as lines of text, and how many there are."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.terminal.visible import CYAN, DEFAULT_COLOUR, RED, YELLOW
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.bevinding import Bevinding

_KLEUREN = {"fout": RED, "waarschuwing": YELLOW, "opmerking": CYAN}
_MEERVOUD = {"fout": "fouten", "waarschuwing": "waarschuwingen", "opmerking": "opmerkingen"}
_MARGIN = "  "


def render_plan(pad: Path, bevindingen: Sequence[Bevinding], *, kleur: bool) -> str:
    """Return the findings about one plan, a paragraph for each weight, in the order given."""
    if not bevindingen:
        return wrap_text(f"{pad}: er zijn geen bevindingen.", text_width())
    groepen = (
        "\n".join(_bevinding(een, kleur=kleur) for een in groep)
        for _, groep in groupby(bevindingen, lambda een: een.ernst)
    )
    return f"{pad}:\n" + "\n\n".join(groepen)


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


def _bevinding(een: Bevinding, *, kleur: bool) -> str:
    waar = ", ".join(filter(None, (f"regel {een.line}" if een.line else "", een.label)))
    regel = f"{een.ernst}   {waar}{': ' if waar else ''}{een.melding}  [{een.rule_id}]"
    eerste, *rest = wrap_text(regel, text_width() - len(_MARGIN)).split("\n")
    if kleur:
        eerste = f"{_KLEUREN[een.ernst]}{een.ernst}{DEFAULT_COLOUR}{eerste[len(een.ernst) :]}"
    return "\n".join([eerste, *(f"{_MARGIN}{vervolg}" for vervolg in rest)])
