"""Merging two versions of a plan to which different points were added.

Two people who both add the first point to a plan write it in the same place, and nothing in the
lines tells git that both belong there. Points have keys. So the new ones are taken out, what
remains is merged as text, and they go in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import InhoudError
from uitvoeringsplan.plan.planbestand import lees_planbestand
from uitvoeringsplan.plan.punten_patch import voeg_punten_toe, zonder_punten

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.punt import OpenPunt
    from uitvoeringsplan.plan.planbestand import Planbestand


def voeg_versies_samen(
    oud: Planbestand,
    onze: Planbestand,
    hunne: Planbestand,
    tekstmerge: Callable[[bytes, bytes, bytes], bytes | None],
) -> bytes | None:
    """Return our version with their changes since `oud`; None when that takes a person.

    `tekstmerge` merges three texts (ours, old, theirs), or returns None where they clash. A point
    that both added is there once, and closed when one of them closed it.
    """
    bekend = {punt.kenmerk for punt in oud.punten}
    erbij: dict[str, OpenPunt] = {}
    kaal: list[bytes] = []
    try:
        for kant in (onze, hunne):
            nieuw = {p.kenmerk: p for p in kant.punten if p.kenmerk not in bekend}
            for naam, punt in nieuw.items():
                if naam not in erbij or erbij[naam].is_open:
                    erbij[naam] = punt
            kaal.append(zonder_punten(kant, nieuw).data)
        data = tekstmerge(kaal[0], oud.data, kaal[1])
        if data is None:
            return None
        samen = lees_planbestand(data, onze.pad, onze.vragenlijst)
        return voeg_punten_toe(samen, erbij.values()).data
    except InhoudError:
        return None
