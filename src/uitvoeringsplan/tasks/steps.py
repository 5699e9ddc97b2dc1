"""The order of a conversation, and where a question stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Positie, Stap

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

FIELDS_TITLE = "Gegevens van het plan"


def list_steps(vragenlijst: Vragenlijst) -> list[Stap]:
    """Return the whole conversation: the fields of the plan, then the questions by chapter."""
    out = [Stap(veld, FIELDS_TITLE) for veld in vragenlijst.gegevens]
    previous = None
    for section in vragenlijst.onderdelen:
        for vraag in section.vragen:
            new = section.hoofdstuk is not previous
            previous = section.hoofdstuk
            title = section.titel
            if section.id != section.hoofdstuk.id:
                title = f"{section.hoofdstuk.titel}: {section.titel}"
            if not section.hoofdstuk.counts:
                title += " (intern)" if section.hoofdstuk.is_intern else " (naar keuze)"
            out.append(Stap(vraag, title, section.hoofdstuk.inleiding if new else ""))
    return out


def position_of(
    stappen: Sequence[Stap],
    i: int,
    visible: Sequence[int],
    filled: Collection[int],
    optional: Collection[str],
) -> Positie:
    """Return where step `i` stands among those that are `visible`.

    The questions of an optional chapter (`optional` has their ids) are counted in their own part.
    """
    step = stappen[i]
    part = [j for j in visible if stappen[j].onderdeel == step.onderdeel]
    is_field = step.onderdeel == FIELDS_TITLE
    series = part
    if not is_field and step.vraag.id not in optional:
        series = [
            j
            for j in visible
            if stappen[j].onderdeel != FIELDS_TITLE and stappen[j].vraag.id not in optional
        ]
    kind = "gegeven" if is_field else "vraag"
    done = sum(j in filled for j in part)
    return Positie(kind, series.index(i) + 1, len(series), done, len(part))
