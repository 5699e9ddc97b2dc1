"""The conversation: which question comes next, and saving every answer as it is given.

What asks is passed in (a `Vragensteller`), so that the same conversation runs in a rich terminal,
in plain lines, and from a script in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.beurt import Beurt, Gegeven, Gestopt, Stap, Terug
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.storage.planbestand import bewaar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.storage.planbestand import Planbestand

GEGEVENS_TITEL = "Gegevens van het plan"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """How a conversation ended."""

    bestand: Planbestand
    gestopt: bool
    voortgang: Voortgang


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
            uit.append(Stap(vraag, titel, onderdeel.hoofdstuk.inleiding if nieuw else ""))
    return uit


def voer_gesprek(
    bestand: Planbestand, route: Sequence[Stap], vragensteller: Vragensteller
) -> Uitkomst:
    """Ask the questions of `route` in order; every answer is on disk before the next question.

    Going back and stopping keep what was typed as the answer, when it fits the question.
    """
    lijst = bestand.vragenlijst
    i = 0
    melding = ""
    getypt: str | None = None  # a text that did not fit, offered again
    while 0 <= i < len(route):
        vraag = route[i].vraag
        stand = voortgang(lijst, bestand.plan)
        tekst = bestand.plan.waarde(vraag) if getypt is None else getypt
        zet = vragensteller.stel(Beurt(route[i], tekst, stand.beantwoord, stand.totaal, melding))
        melding, getypt = "", None
        try:
            nieuw = bestand.met_antwoord(vraag, zet.tekst)
        except AntwoordError as fout:
            if isinstance(zet, Gegeven):
                melding, getypt = fout.melding, zet.tekst
                continue
            nieuw = bestand
        # Stopping at an empty line must not empty an answer that was there.
        if not isinstance(zet, Gestopt) or zet.tekst:
            bewaar(bestand, nieuw)
            bestand = nieuw
        if isinstance(zet, Gestopt):
            return Uitkomst(bestand, gestopt=True, voortgang=voortgang(lijst, bestand.plan))
        i = max(0, i - 1) if isinstance(zet, Terug) else i + 1
    return Uitkomst(bestand, gestopt=False, voortgang=voortgang(lijst, bestand.plan))
