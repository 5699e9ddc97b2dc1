"""The findings about plans as lines of text, and how many there are."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.terminal.weergave import breedte, vouw
from uitvoeringsplan.terminal.zichtbaar import CYAAN, GEEL, GEWOON, ROOD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_KLEUREN = {"fout": ROOD, "waarschuwing": GEEL, "opmerking": CYAAN}
_MEERVOUD = {"fout": "fouten", "waarschuwing": "waarschuwingen", "opmerking": "opmerkingen"}
_MARGE = "  "


class Bevinding(Protocol):
    """One finding; `ernst` is a key of the weights above."""

    @property
    def regel_id(self) -> str:
        """The rule."""

    @property
    def ernst(self) -> str:
        """How much it weighs."""

    @property
    def label(self) -> str:
        """The question; empty for the whole plan."""

    @property
    def regel(self) -> int | None:
        """The line in the plan; None when it is about no line of it."""

    @property
    def melding(self) -> str:
        """What is wrong, and what to do."""


def plan(pad: Path, bevindingen: Sequence[Bevinding], *, kleur: bool) -> str:
    """Return the findings about one plan, a paragraph for each weight, in the order given."""
    if not bevindingen:
        return vouw(f"{pad}: er zijn geen bevindingen.", breedte())
    groepen = (
        "\n".join(_bevinding(een, kleur=kleur) for een in groep)
        for _, groep in groupby(bevindingen, lambda een: een.ernst)
    )
    return f"{pad}:\n" + "\n\n".join(groepen)


def slot(bevindingen: Iterable[Bevinding], plannen: int) -> str:
    """Return the line with the counts, over all plans."""
    aantallen = dict.fromkeys(_MEERVOUD, 0)
    for een in bevindingen:
        aantallen[een.ernst] += 1
    delen = [
        f"{aantal} {ernst if aantal == 1 else _MEERVOUD[ernst]}"
        for ernst, aantal in aantallen.items()
    ]
    waar = "1 plan" if plannen == 1 else f"{plannen} plannen"
    return f"{delen[0]}, {delen[1]} en {delen[2]} in {waar}."


def _bevinding(een: Bevinding, *, kleur: bool) -> str:
    waar = ", ".join(filter(None, (f"regel {een.regel}" if een.regel else "", een.label)))
    regel = f"{een.ernst}   {waar}{': ' if waar else ''}{een.melding}  [{een.regel_id}]"
    eerste, *rest = vouw(regel, breedte() - len(_MARGE)).split("\n")
    if kleur:
        eerste = f"{_KLEUREN[een.ernst]}{een.ernst}{GEWOON}{eerste[len(een.ernst) :]}"
    return "\n".join([eerste, *(f"{_MARGE}{vervolg}" for vervolg in rest)])
