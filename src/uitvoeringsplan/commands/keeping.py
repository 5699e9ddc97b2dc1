"""What `inlezen` offers: to keep what could not come along as open points of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

_ALL, _ONE_BY_ONE, _NONE = "alle", "kies", "geen"
_KEEP, _LEAVE, _REST = "ja", "nee", "rest"


def offer(
    punten: Sequence[OpenPunt], vragenlijst: Vragenlijst, *, plain: bool
) -> tuple[OpenPunt, ...]:
    """Return the points that the user wants to keep; who stops keeps what was agreed to so far.

    The first choice is what Enter takes: that must be the one by which nothing is lost.
    """
    vragensteller = user.open_vragensteller(plain=plain)
    count = len(punten)
    # The answer comes behind the question, on one line.
    things = "Eén ding staat" if count == 1 else f"{count} dingen staan"
    every = "ja" if count == 1 else f"ja, alle {count}"
    choices = [(_ALL, every), (_ONE_BY_ONE, "eerst lezen"), (_NONE, "nee")]
    choice = vragensteller.choose_value(
        f"{things} niet zo in het plan. Als open punt bewaren?", choices
    )
    if choice == _ALL:
        return tuple(punten)
    if choice != _ONE_BY_ONE:
        return ()
    kept: list[OpenPunt] = []
    for place, punt in enumerate(punten):
        vragensteller.show(_shown(punt, vragenlijst, place + 1, count))
        choices = [(_KEEP, "als open punt bewaren"), (_LEAVE, "niet bewaren")]
        if left := count - place - 1:
            choices.append((_REST, f"dit en de {left} hierna bewaren"))
        choice = vragensteller.choose_value("Wat wil je hiermee?", choices)
        if choice == _REST:
            return (*kept, *punten[place:])
        if choice is None:
            break
        if choice == _KEEP:
            kept.append(punt)
    return tuple(kept)


def _shown(punt: OpenPunt, vragenlijst: Vragenlijst, number: int, count: int) -> str:
    label = vragenlijst.vraag(punt.vraag).label if punt.vraag else "Het hele plan"
    parts = [f"{number} van {count}. {label}", wrap_text(punt.tekst, text_width(), "  ")]
    if punt.citaat:
        parts.append(wrap_text(f"“{punt.citaat}”", text_width(), "  "))
    return "\n" + "\n".join(parts)
