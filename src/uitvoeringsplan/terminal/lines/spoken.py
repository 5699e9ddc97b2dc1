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

_SHORT = 40  # words of an answer that are read out by themselves
_NUMBER = re.compile(r"[0-9]{1,9}")
_TYPED = "Nummer of zoekwoord: "
_HELP = (
    "Typ een nummer om naar die vraag te gaan, of woorden om te zoeken. Met .terug of een lege"
    " regel sluit je de lijst, met .lijst komt de hele lijst weer, met .stop stop je."
)


def say_place(beurt: Beurt) -> str:
    """Return where the user is, as `Vraag 7 van 20: Lokaal beeld` and a full stop."""
    if beurt.positie is None:
        return f"{beurt.stap.onderdeel}."
    where = str(beurt.positie)
    return f"{where[:1].upper()}{where[1:]}: {beurt.stap.onderdeel}."


def say_guidance(beurt: Beurt) -> Iterator[str]:
    """Yield what helps with a question: what is asked for, and what there is to read."""
    vraag = beurt.stap.vraag
    for text in (beurt.stap.inleiding, vraag.toelichting):
        if text:
            yield text
    yield obligation(beurt)
    if count := len(vraag.hulpmiddelen):
        what = "is 1 hulpmiddel" if count == 1 else f"zijn {count} hulpmiddelen"
        yield f"Er {what}. Met .hulpmiddelen hoor je welke."


def say_text(what: str, text: str, kolommen: int) -> str:
    """Return a text below what it is; of a long one how long it is, and how it can be heard."""
    count = len(text.split())
    if count > _SHORT:
        return wrap_text(f"{what}: een tekst van {count} woorden. Met .lees hoor je die.", kolommen)
    return f"{what}:\n{wrap_text(text or '(leeg)', kolommen, '  ')}"


def say_progress(stand: Voortgang) -> Iterator[str]:
    """Yield how far a plan is, a sentence for the whole and one per part."""
    yield f"{stand.beantwoord} van {stand.total} vragen zijn beantwoord."
    for part in stand.standen:
        intern = " (intern)" if part.onderdeel.hoofdstuk.is_intern else ""
        yield f"{part.onderdeel.titel}{intern}: {part.beantwoord} van {part.total}."
    if stand.open_velden:
        yield f"Nog nodig: {', '.join(field.label for field in stand.open_velden)}."


def ask_question_number(
    plekken: Plekken, current: str | None, say: Callable[[str], object], read: Callable[..., str]
) -> str | Gestopt | None:
    """Say the list and return the id of the question to go to; None closes it, Gestopt stops.

    A question keeps its number while somebody searches, so that it can be remembered.
    """
    if not plekken.every:
        return None
    lijst = _SpokenList(plekken, current, say)
    lijst.say_all()
    while True:
        try:
            typed = str(read(_TYPED, forget)).strip()
        except (EOFError, KeyboardInterrupt):
            return Gestopt()
        if typed.lower() == ".stop":
            return Gestopt()
        if typed.lower() in ("", ".terug"):
            return None
        if chosen := lijst.by_number(typed):
            return chosen.vraag_id
        lijst.do(typed)


class _SpokenList:
    """Says the lines of the list, each question with its number."""

    def __init__(self, plekken: Plekken, current: str | None, say: Callable[[str], object]) -> None:
        self._places = plekken
        self._current = current
        self._say = say
        self._numbers = {plek.vraag_id: number for number, plek in enumerate(plekken.every, 1)}
        self._koppen = part_headings(plekken.every)

    def by_number(self, typed: str) -> Plek | None:
        """Return the question with this number; None when it is none of one."""
        number = int(typed) if _NUMBER.fullmatch(typed) else 0
        return self._places.every[number - 1] if 0 < number <= len(self._places.every) else None

    def do(self, typed: str) -> None:
        """Do what leaves the list open: search, say it again, or say what can be typed."""
        if typed.lower() == ".lijst":
            self.say_all()
        elif typed.lower() == ".hulp":
            self._say(_HELP)
        elif typed.startswith("."):
            self._say(f"{typed} ken ik hier niet. {_HELP}")
        elif _NUMBER.fullmatch(typed):
            self._say(f"Dat is geen nummer van 1 tot en met {len(self._places.every)}.")
        else:
            self._search(typed)

    def say_all(self) -> None:
        """Say how far the plan is, and every question."""
        if self._places.total:
            self._say(
                f"{self._places.beantwoord} van de {self._places.total} vragen zijn beantwoord."
            )
        for zin in list_sentences(self._places):
            self._say(zin)
        self._say_places(self._places.every)
        self._say(_HELP)

    def _search(self, words: str) -> None:
        found = find_plekken(self._places.every, words)
        if not found:
            self._say(f"Niets gevonden voor “{words}”.")
            return
        self._say(f"Gevonden: {len(found)} van {len(self._places.every)}.")
        self._say_places(found)

    def _say_places(self, plekken: Sequence[Plek]) -> None:
        onderdeel = ""
        for plek in plekken:
            if plek.onderdeel and plek.onderdeel != onderdeel:
                kop = self._koppen[plek.onderdeel]
                self._say(f"{kop.titel}, {kop.filled} van {kop.total} ingevuld.")
            onderdeel = plek.onderdeel
            parts = [question_state(plek), *([str(plek.aandacht)] if any(plek.aandacht) else [])]
            here = " Hier ben je nu." if plek.vraag_id == self._current else ""
            number = self._numbers[plek.vraag_id]
            self._say(f"{number}. {plek.label}: {', '.join(parts)}.{here}")
