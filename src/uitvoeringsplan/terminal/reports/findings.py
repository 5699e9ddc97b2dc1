"""The findings about plans as lines of text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.terminal.visible import CYAN, DEFAULT_COLOUR, RED, YELLOW
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.model.bevinding import Bevinding

_KLEUREN = {"fout": RED, "waarschuwing": YELLOW, "opmerking": CYAN}
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


def _bevinding(een: Bevinding, *, kleur: bool) -> str:
    waar = ", ".join(filter(None, (f"regel {een.line}" if een.line else "", een.label)))
    regel = f"{een.ernst}   {waar}{': ' if waar else ''}{een.melding}  [{een.rule_id}]"
    eerste, *rest = wrap_text(regel, text_width() - len(_MARGIN)).split("\n")
    if kleur:
        eerste = f"{_KLEUREN[een.ernst]}{een.ernst}{DEFAULT_COLOUR}{eerste[len(een.ernst) :]}"
    return "\n".join([eerste, *(f"{_MARGIN}{vervolg}" for vervolg in rest)])
