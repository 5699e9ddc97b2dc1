"""The type of answer that a place takes, by its field and by what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.layout import Cell
from uitvoeringsplan.forms.places import Level, Source, Takes
from uitvoeringsplan.forms.questions import NO_TYPE

if TYPE_CHECKING:
    from uitvoeringsplan.forms.layout import Place
    from uitvoeringsplan.forms.questions import FormQuestion

_COUNTS = ("# ", "aantal ", "number of ", "# of ", "hoeveel ", "how many ")
_SHORT = 40  # signs of a label that asks for a line
_SMALL_PROMPT = 6  # words of one


def type_of(place: Place, label: str) -> str:
    """Return the type of the question that one place is, which is no box to tick."""
    if place.takes is Takes.PICTURE:
        return NO_TYPE
    if place.takes is Takes.DATE:
        return "datum"
    if place.takes is Takes.CHOICE and place.choices:
        return "jaanee" if wording.is_yes_or_no(place.choices) else "keuze"
    if place.takes is Takes.NUMBER:
        return "regel" if any(sign in place.default for sign in ".,") else "getal"
    return _type_of_words(place, label) if place.takes is Takes.WORDS else "regel"


def _type_of_words(place: Place, label: str) -> str:
    asked = (label, wording.words_of_prompt(place.prompt))
    if any(wording.names_date(text) and len(text) < 1.5 * _SHORT for text in asked):
        return "datum"
    if label.casefold().startswith(_COUNTS):
        return "getal"
    has_room = place.level in (Level.BLOCK, Level.CELL) and place.is_long
    return "tekst" if has_room and not _is_small(place, label) else "regel"


def _is_small(place: Place, label: str) -> bool:
    """Whether a place has room for a line: it is short, or stands beside others."""
    if "\n" in place.default:
        return False
    cell = place.line.container if place.line is not None else None
    prompt = wording.words_of_prompt(place.prompt)
    if not isinstance(cell, Cell):
        # A block under a heading holds paragraphs; one with a short prompt a line.
        return bool(prompt) and len(place.prompt.split()) <= _SMALL_PROMPT
    if place.source is Source.CELL:
        if len(cell.lines) > 1:
            return False
        if len(cell.row.cells) == 1:
            return len(label) < _SHORT and "?" not in label
    return len(cell.row.cells) > 1 or bool(prompt)


def fit_default(question: FormQuestion, place: Place) -> None:
    """Make what was filled in fit the type, or explain what there is to choose from."""
    if place.takes is Takes.COMBO and place.choices:
        named = f"Kies uit: {', '.join(place.choices)}; iets anders mag ook."
        question.explanation = "\n".join(filter(None, (question.explanation, named)))
    if question.type == "jaanee" and place.default:
        question.default = "ja" if place.default == place.choices[0] else "nee"
    if question.type != "keuze":
        question.choices = ()
    elif question.default not in question.choices:
        question.default = ""
