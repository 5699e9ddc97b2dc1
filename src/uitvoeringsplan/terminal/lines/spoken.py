"""What is read out line by line: a question, and the list of questions to search and choose from.

Whoever listens only remembers the end. So the question itself comes last, what takes long is told
once, and nothing is drawn: a bar of signs would be read sign by sign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Gestopt, forget
from uitvoeringsplan.terminal.asking import list_sentences, obligation, question_state
from uitvoeringsplan.terminal.question_list import find_plekken, part_headings
from uitvoeringsplan.terminal.wrapping import wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from uitvoeringsplan.model.beurt import Beurt, Plek, Plekken
    from uitvoeringsplan.model.plan import Voortgang

_KORT = 40  # words of an answer that are read out by themselves
_NUMMER = re.compile(r"[0-9]{1,9}")
_INVOER = "Nummer of zoekwoord: "
_HULP = (
    "Typ een nummer om naar die vraag te gaan, of woorden om te zoeken. Met .terug of een lege"
    " regel sluit je de lijst, met .lijst komt de hele lijst weer, met .stop stop je."
)


def say_place(beurt: Beurt) -> str:
    """Return where the user is, as `Vraag 7 van 20: Lokaal beeld` and a full stop."""
    if beurt.positie is None:
        return f"{beurt.stap.onderdeel}."
    waar = str(beurt.positie)
    return f"{waar[:1].upper()}{waar[1:]}: {beurt.stap.onderdeel}."


def say_guidance(beurt: Beurt) -> Iterator[str]:
    """Yield what helps with a question: what is asked for, and what there is to read."""
    vraag = beurt.stap.vraag
    for tekst in (beurt.stap.inleiding, vraag.toelichting):
        if tekst:
            yield tekst
    yield obligation(beurt)
    if aantal := len(vraag.hulpmiddelen):
        wat = "is 1 hulpmiddel" if aantal == 1 else f"zijn {aantal} hulpmiddelen"
        yield f"Er {wat}. Met .hulpmiddelen hoor je welke."


def say_text(wat: str, tekst: str, kolommen: int) -> str:
    """Return a text below what it is; of a long one how long it is, and how it can be heard."""
    aantal = len(tekst.split())
    if aantal > _KORT:
        return wrap_text(f"{wat}: een tekst van {aantal} woorden. Met .lees hoor je die.", kolommen)
    return f"{wat}:\n{wrap_text(tekst or '(leeg)', kolommen, '  ')}"


def say_progress(stand: Voortgang) -> Iterator[str]:
    """Yield how far a plan is, a sentence for the whole and one per part."""
    yield f"{stand.beantwoord} van {stand.totaal} vragen zijn beantwoord."
    for deel in stand.standen:
        intern = " (intern)" if deel.onderdeel.hoofdstuk.is_intern else ""
        yield f"{deel.onderdeel.titel}{intern}: {deel.beantwoord} van {deel.totaal}."
    if stand.open_velden:
        yield f"Nog nodig: {', '.join(veld.label for veld in stand.open_velden)}."


def ask_question_number(
    plekken: Plekken, huidig: str | None, say: Callable[[str], object], read: Callable[..., str]
) -> str | Gestopt | None:
    """Say the list and return the id of the question to go to; None closes it, Gestopt stops.

    A question keeps its number while somebody searches, so that it can be remembered.
    """
    if not plekken.alle:
        return None
    lijst = _SpokenList(plekken, huidig, say)
    lijst.say_all()
    while True:
        try:
            typed = str(read(_INVOER, forget)).strip()
        except (EOFError, KeyboardInterrupt):
            return Gestopt()
        if typed.lower() == ".stop":
            return Gestopt()
        if typed.lower() in ("", ".terug"):
            return None
        if gekozen := lijst.by_number(typed):
            return gekozen.vraag_id
        lijst.do(typed)


class _SpokenList:
    """Says the lines of the list, each question with its number."""

    def __init__(self, plekken: Plekken, huidig: str | None, say: Callable[[str], object]) -> None:
        self._plekken = plekken
        self._huidig = huidig
        self._say = say
        self._nummers = {plek.vraag_id: nummer for nummer, plek in enumerate(plekken.alle, 1)}
        self._koppen = part_headings(plekken.alle)

    def by_number(self, typed: str) -> Plek | None:
        """Return the question with this number; None when it is none of one."""
        nummer = int(typed) if _NUMMER.fullmatch(typed) else 0
        return self._plekken.alle[nummer - 1] if 0 < nummer <= len(self._plekken.alle) else None

    def do(self, typed: str) -> None:
        """Do what leaves the list open: search, say it again, or say what can be typed."""
        if typed.lower() == ".lijst":
            self.say_all()
        elif typed.lower() == ".hulp":
            self._say(_HULP)
        elif typed.startswith("."):
            self._say(f"{typed} ken ik hier niet. {_HULP}")
        elif _NUMMER.fullmatch(typed):
            self._say(f"Dat is geen nummer van 1 tot en met {len(self._plekken.alle)}.")
        else:
            self._search(typed)

    def say_all(self) -> None:
        """Say how far the plan is, and every question."""
        if self._plekken.totaal:
            self._say(
                f"{self._plekken.beantwoord} van de {self._plekken.totaal} vragen zijn beantwoord."
            )
        for zin in list_sentences(self._plekken):
            self._say(zin)
        self._say_places(self._plekken.alle)
        self._say(_HULP)

    def _search(self, woorden: str) -> None:
        gevonden = find_plekken(self._plekken.alle, woorden)
        if not gevonden:
            self._say(f"Niets gevonden voor “{woorden}”.")
            return
        self._say(f"Gevonden: {len(gevonden)} van {len(self._plekken.alle)}.")
        self._say_places(gevonden)

    def _say_places(self, plekken: Sequence[Plek]) -> None:
        onderdeel = ""
        for plek in plekken:
            if plek.onderdeel and plek.onderdeel != onderdeel:
                kop = self._koppen[plek.onderdeel]
                self._say(f"{kop.titel}, {kop.gevuld} van {kop.totaal} ingevuld.")
            onderdeel = plek.onderdeel
            delen = [question_state(plek), *([str(plek.aandacht)] if any(plek.aandacht) else [])]
            hier = " Hier ben je nu." if plek.vraag_id == self._huidig else ""
            nummer = self._nummers[plek.vraag_id]
            self._say(f"{nummer}. {plek.label}: {', '.join(delen)}.{hier}")
