"""Which questions of a form `genereer` can fill today, and why it cannot fill the others.

An answer goes into a content control: for words, or for a date, a choice or a box. A question of a
chapter has one for words, around paragraphs or in a cell; a field of the plan may stand in a line,
in a header, and in more than one place.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from uitvoeringsplan.forms.places import Level, Source, Takes
from uitvoeringsplan.forms.questions import NO_TYPE
from uitvoeringsplan.ooxml.tree import parent_of, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.forms.layout import Place
    from uitvoeringsplan.forms.questions import FormQuestion


class Use(StrEnum):
    """What a question of a form becomes in the question set."""

    QUESTION = "vraag"
    FIELD = "gegeven"
    NOT_YET = "nog niet"


_FIELD_KINDS = {
    Takes.DATE: "het is een datumveld",
    Takes.CHOICE: "het is een keuzelijst",
    Takes.COMBO: "het is een keuzelijst",
    Takes.TICK: "het zijn vakjes",
    Takes.PICTURE: "het is een afbeelding",
    Takes.NUMBER: "het is een oud formulierveld",
}
# The types of question that a control of a kind can answer; a box needs more than its type.
_WITH_CHOICES = ("keuze", "meerkeuze")
_TYPES = {
    Takes.DATE: ("datum",),
    Takes.CHOICE: ("keuze",),
    Takes.COMBO: ("regel", "keuze"),
    Takes.TICK: ("jaanee", *_WITH_CHOICES),
}
_YES_AND_NO = 2
_SOURCES = {
    Source.LEGACY: "het is een oud formulierveld",
    Source.MERGE: "het is een samenvoegveld",
    Source.SIGN: "het zijn getekende vakjes",
}
_IN_LINE = (Source.RULE, Source.BRACKET, Source.AFTER_COLON)
# What may stand between the runs of a blank, and may stand in a control with them.
_IN_RUN_ROW = frozenset(map(w, ("r", "proofErr", "bookmarkStart", "bookmarkEnd")))
_PARTS = ("body", "header", "footer")


def use_of(question: FormQuestion, kinds: Mapping[str, str]) -> tuple[Use, str]:
    """Return what a question becomes, and why it cannot be filled when it cannot.

    `kinds` tells of every part what it is: the text itself, a header, a footer or notes.
    """
    if question.type == NO_TYPE:
        return Use.NOT_YET, _FIELD_KINDS[Takes.PICTURE]
    if question.type == "tabel":
        return Use.NOT_YET, "het is een tabel die rij voor rij ingevuld wordt"
    if reason := _odd_kinds(question):
        return Use.NOT_YET, reason
    places = to_fill(question)
    for place in places:
        if reason := _objection(place, kinds):
            return Use.NOT_YET, reason
    # An answer with paragraphs of its own is one in words.
    is_alone = len(places) == 1 and not places[0].twins and places[0].takes is Takes.WORDS
    if is_alone and places[0].level is not Level.INLINE and kinds[part_of(places[0])] == "body":
        return Use.QUESTION, ""
    return Use.FIELD, ""


def to_fill(question: FormQuestion) -> list[Place]:
    """Return the places that the answer goes into: of lines to write on only the first."""
    first = question.places[0]
    if first.is_blank and question.type == "tekst":
        return [first]
    return question.places


def part_of(place: Place) -> str:
    """Return the name of the part that a place stands in."""
    return place.line.container.part if place.line is not None else ""


def is_kind(place: Place) -> bool:
    """Whether a place is a control that takes more than words, of a kind that can be filled."""
    return place.source is Source.CONTROL and place.takes in _TYPES


def is_box_of_choice(question: FormQuestion) -> bool:
    """Whether each place of a question is the box of one of its choices, in their order."""
    is_yes_or_no = question.type == "jaanee" and len(question.places) == _YES_AND_NO
    has_choices = question.type in _WITH_CHOICES and len(question.places) == len(question.choices)
    return (is_yes_or_no or has_choices) and all(
        place.takes is Takes.TICK for place in question.places
    )


def _odd_kinds(question: FormQuestion) -> str:
    """Return why the kinds of the places of a question do not fit its type; empty if they do."""
    for place in filter(is_kind, question.places):
        is_lone_box = question.type == "jaanee" and len(question.places) == 1
        fits = (
            is_lone_box or is_box_of_choice(question)
            if place.takes is Takes.TICK
            else question.type in _TYPES[place.takes]
        )
        if not fits:
            return _FIELD_KINDS[place.takes]
    return ""


def _objection(place: Place, kinds: Mapping[str, str]) -> str:
    """Return why an answer cannot go into a place; empty when it can."""
    objections = (
        (
            place.takes in _FIELD_KINDS and not is_kind(place),
            _FIELD_KINDS.get(place.takes, ""),
        ),
        (place.source in _SOURCES, _SOURCES.get(place.source, "")),
        (
            place.source in _IN_LINE and not _is_whole(place),
            "de plek bestaat uit losse stukken tekst",
        ),
        (place.level is Level.ROW, "het veld staat om een hele tabelrij"),
        (place.repeats is not None, "het staat in een deel dat zich herhaalt"),
        (kinds.get(part_of(place)) not in _PARTS, "het staat in een voetnoot of eindnoot"),
        (_is_in_box(place), "het staat in een tekstvak, en inlezen kijkt daar nog niet in"),
    )
    return next((reason for is_so, reason in objections if is_so), "")


def _is_whole(place: Place) -> bool:
    """Whether a blank in a line is one stretch of runs, so that a control fits around it."""
    spot = place.spot
    if spot is None:
        return False
    first, last = parent_of(spot.first), parent_of(spot.last)
    if first is last:
        return True
    if first.getparent() is not last.getparent():
        return False
    between = first.itersiblings()
    return any(one is last for one in takewhile(lambda one: one.tag in _IN_RUN_ROW, between))


def _is_in_box(place: Place) -> bool:
    container = place.line.container if place.line is not None else None
    while container is not None:
        if container.kind == "box":
            return True
        container = container.around
    return False
