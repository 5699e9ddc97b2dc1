"""The list of questions in plain lines: hear what there is, search it, and go to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Gestopt, forget
from uitvoeringsplan.terminal.asking import list_sentences, question_state
from uitvoeringsplan.terminal.question_list import find_plekken, part_headings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.beurt import Plek, Plekken

_NUMMER = re.compile(r"[0-9]{1,9}")
_INVOER = "Nummer of zoekwoord: "
_HULP = (
    "Typ een nummer om naar die vraag te gaan, of woorden om te zoeken. Met .terug of een lege"
    " regel sluit je de lijst, met .lijst komt de hele lijst weer, met .stop stop je."
)


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
