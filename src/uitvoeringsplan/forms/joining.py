"""Questions that belong together: the parts of a date, one value in more places, far choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.label import Origin, Sureness
from uitvoeringsplan.forms.layout import Line, Place, Table
from uitvoeringsplan.forms.line_context import words_before
from uitvoeringsplan.forms.places import Source, Takes
from uitvoeringsplan.forms.questions import NO_TYPE, FormQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.forms.layout import Container, Form


def join_dates(questions: list[FormQuestion]) -> list[FormQuestion]:
    """Return the questions with a day, a month and a year in a row made one date."""
    result: list[FormQuestion] = []
    for question in questions:
        result.append(question)
        last = result[-3:]
        if len(last) == 3 and _are_one_date(last):
            first = last[0]
            before = wording.tidy(words_before(first.places[0]))
            if wording.date_part(before) is not None or not wording.has_letters(before):
                before = "" if wording.date_part(first.label) is not None else first.label
            first.label = before or "Datum"
            first.places += last[1].places + last[2].places
            first.type = "datum"
            del result[-2:]
    return result


def _are_one_date(questions: list[FormQuestion]) -> bool:
    """Whether three places are the parts of a date: by their names, or by what is between them."""
    if any(len(q.places) != 1 or q.type not in ("regel", "getal", "datum") for q in questions):
        return False
    first, second, third = (q.places[0] for q in questions)
    if first.line is None or not (first.line is second.line is third.line):
        return False
    named = [_part_in(question) for question in questions]
    if named == [0, 1, 2]:
        return True
    between = [words_before(one).strip() for one in (second, third)]
    return (
        between[0] == between[1]
        and between[0] in ("-", "/", ".")
        and first.source in (Source.LEGACY, Source.RULE, Source.CONTROL)
    )


def _part_in(question: FormQuestion) -> int | None:
    """Return which part of a date a question is, by any of its words."""
    prompt = question.places[0].prompt
    words = (question.label, wording.words_of_prompt(prompt), prompt)
    parts = [wording.date_part(text) for text in words]
    return next((part for part in parts if part is not None), None)


def join_values(questions: list[FormQuestion]) -> list[FormQuestion]:
    """Return the questions with those that are one value in several places made one."""
    result: list[FormQuestion] = []
    by_key: dict[tuple[str, ...], FormQuestion] = {}
    for question in questions:
        key = _key(question)
        same = by_key.get(key) if key else None
        if same is not None:
            same.places += question.places
            if question.sureness > same.sureness and same.origin is not Origin.TITLE:
                same.label, same.origin, same.sureness = (
                    question.label,
                    question.origin,
                    question.sureness,
                )
            if same.type == "regel" and question.type == "datum":
                same.type = "datum"
            continue
        if key:
            by_key[key] = question
        result.append(question)
    return result


def join_far_choices(questions: list[FormQuestion], form: Form) -> list[FormQuestion]:
    """Return the questions with boxes far apart made one choice, where the form says it is one."""
    single = {
        q.places[0]: q for q in questions if len(q.places) == 1 and q.places[0].takes is Takes.TICK
    }
    gone: set[FormQuestion] = set()
    for container in form.containers:
        for said, found in _announced(container, single):
            choices = tuple(q.label for q in found)
            if len(found) < 2 or len(set(choices)) < len(choices):
                continue
            first = found[0]
            first.places = [q.places[0] for q in found]
            first.type, first.choices, first.label = "keuze", choices, wording.tidy(said)
            first.origin, first.sureness = Origin.LINE_ABOVE, Sureness.LIKELY
            gone.update(found[1:])
    return [q for q in questions if q not in gone]


def _announced(
    container: Container, single: dict[Place, FormQuestion]
) -> Iterator[tuple[str, list[FormQuestion]]]:
    """Yield what says that only one box may be ticked, and the boxes that open tables below it."""
    said = ""
    found: list[FormQuestion] = []
    for block in [*container.blocks, None]:
        if block is None or (isinstance(block, Line) and block.words):
            is_new = block is None or block.outline is not None or wording.says_one(block.words)
            if is_new and said:
                yield said, found
            if is_new:
                says = block is not None and not block.own_places and wording.says_one(block.words)
                said, found = (block.words if says and block is not None else ""), []
        elif isinstance(block, Table) and said and block.rows:
            found += [single[p] for p in block.rows[0].places if p in single]


def _key(question: FormQuestion) -> tuple[str, ...]:
    """Return by what a question is the same as another; nothing when nothing tells."""
    place = question.places[0]
    if len(question.places) > 1 or question.type == NO_TYPE:
        return ()
    if place.binding:
        return ("bound", place.binding)
    if place.source is Source.MERGE and place.name:
        return ("merged", place.name.casefold())
    if place.source is Source.BRACKET and "_" in place.prompt:
        return ("named", place.prompt)
    if place.tag and place.title:
        return ("tagged", place.tag, place.title, str(place.takes))
    return ()
