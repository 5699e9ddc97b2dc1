"""The conversation: which question comes next, and saving every answer as it is given.

What asks is passed in (a `Vragensteller`), so that the same conversation runs in a rich terminal,
in plain lines, and from a script in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BotsingError
from uitvoeringsplan.model.beurt import Beurt, Gegeven, Gestopt, Stap, Terug
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.storage.planbewaring import bewaar, gered
from uitvoeringsplan.storage.resten import vind_resten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.vraag import Vraag
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

    Going back and stopping keep what was typed as the answer, when it fits the question. Answers
    that somebody else saves meanwhile show up in the questions that follow.
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
        gestopt = isinstance(zet, Gestopt)
        # Stopping at an empty line must not empty an answer that was there.
        if zet.tekst or not gestopt:
            try:
                bestand = bewaar_antwoord(bestand, vraag, zet.tekst, vragensteller)
            except AntwoordError as fout:
                if isinstance(zet, Gegeven):
                    melding, getypt = fout.melding, zet.tekst
                    continue
        if gestopt:
            break
        i = max(0, i - 1) if isinstance(zet, Terug) else i + 1
    else:
        return Uitkomst(bestand, gestopt=False, voortgang=voortgang(lijst, bestand.plan))
    return Uitkomst(bestand, gestopt=True, voortgang=voortgang(lijst, bestand.plan))


def bewaar_antwoord(
    bestand: Planbestand, vraag: Vraag, tekst: str, vragensteller: Vragensteller
) -> Planbestand:
    """Save one answer and return the file as it is on disk; a clash is put to the user.

    Raises AntwoordError when the text does not fit. When the user will not choose, the text in the
    file stays and ours goes to a file beside it, which the BestandError names.
    """
    while True:
        nieuw = bestand.met_antwoord(vraag, tekst)
        try:
            return bewaar(bestand, nieuw)
        except BotsingError as botsing:
            bestand = load_plan(bestand.pad, bestand.vragenlijst)
            hunne = bestand.plan.tekst(vraag)
            keuze = vragensteller.kies(vraag, tekst, hunne)
            if keuze is None:
                raise gered(nieuw, str(botsing)) from botsing
            tekst = keuze


def bied_resten_aan(bestand: Planbestand, vragensteller: Vragensteller) -> Planbestand:
    """Offer what an earlier run left behind, and return the plan with what was taken over."""
    for rest in vind_resten(bestand):
        vragen = ", ".join(rest.antwoorden)
        if vragensteller.ja_nee(
            f"Een eerdere keer is het bewaren afgebroken. In {rest.pad.name} staat een andere tekst"
            f" voor: {vragen}. Wil je die overnemen?"
        ):
            for vraag_id, tekst in rest.antwoorden.items():
                vraag = bestand.vragenlijst.vraag(vraag_id)
                bestand = bewaar_antwoord(bestand, vraag, tekst, vragensteller)
        elif not vragensteller.ja_nee(f"Mag {rest.pad.name} dan weg?"):
            continue
        rest.ruim_op()
    return bestand
