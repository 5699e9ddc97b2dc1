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


def render_plan(path: Path, bevindingen: Sequence[Bevinding], *, kleur: bool) -> str:
    """Return the findings about one plan, a paragraph for each weight, in the order given."""
    if not bevindingen:
        return wrap_text(f"{path}: er zijn geen bevindingen.", text_width())
    groups = (
        "\n".join(_bevinding(one, kleur=kleur) for one in group)
        for _, group in groupby(bevindingen, lambda one: one.ernst)
    )
    return f"{path}:\n" + "\n\n".join(groups)


def _bevinding(one: Bevinding, *, kleur: bool) -> str:
    where = ", ".join(filter(None, (f"regel {one.line}" if one.line else "", one.label)))
    line = f"{one.ernst}   {where}{': ' if where else ''}{one.message}  [{one.rule_id}]"
    first, *rest = wrap_text(line, text_width() - len(_MARGIN)).split("\n")
    if kleur:
        first = f"{_KLEUREN[one.ernst]}{one.ernst}{DEFAULT_COLOUR}{first[len(one.ernst) :]}"
    return "\n".join([first, *(f"{_MARGIN}{continuation}" for continuation in rest)])
