"""The order of a conversation, and where a question stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Positie, Stap

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

GEGEVENS_TITEL = "Gegevens van het plan"


def stappen(vragenlijst: Vragenlijst) -> list[Stap]:
    """Return the whole conversation: the fields of the plan, then the questions by chapter."""
    uit = [Stap(veld, GEGEVENS_TITEL) for veld in vragenlijst.gegevens]
    vorig = None
    for onderdeel in vragenlijst.onderdelen:
        for vraag in onderdeel.vragen:
            nieuw = onderdeel.hoofdstuk is not vorig
            vorig = onderdeel.hoofdstuk
            titel = onderdeel.titel
            if onderdeel.id != onderdeel.hoofdstuk.id:
                titel = f"{onderdeel.hoofdstuk.titel}: {onderdeel.titel}"
            if not onderdeel.hoofdstuk.telt:
                titel += " (intern)" if onderdeel.hoofdstuk.is_intern else " (naar keuze)"
            uit.append(Stap(vraag, titel, onderdeel.hoofdstuk.inleiding if nieuw else ""))
    return uit


def positie_van(
    stappen: Sequence[Stap],
    i: int,
    zichtbaar: Sequence[int],
    gevuld: Collection[int],
    naar_keuze: Collection[str],
) -> Positie:
    """Return where step `i` stands among those that are `zichtbaar`.

    The questions of an optional chapter (`naar_keuze` has their ids) are counted in their own part.
    """
    stap = stappen[i]
    deel = [j for j in zichtbaar if stappen[j].onderdeel == stap.onderdeel]
    is_veld = stap.onderdeel == GEGEVENS_TITEL
    reeks = deel
    if not is_veld and stap.vraag.id not in naar_keuze:
        reeks = [
            j
            for j in zichtbaar
            if stappen[j].onderdeel != GEGEVENS_TITEL and stappen[j].vraag.id not in naar_keuze
        ]
    soort = "gegeven" if is_veld else "vraag"
    gedaan = sum(j in gevuld for j in deel)
    return Positie(soort, reeks.index(i) + 1, len(reeks), gedaan, len(deel))
