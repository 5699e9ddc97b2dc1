"""A form as a template: a copy with the ids of the questions on its controls, and else as it was.

Nothing of a form is written anew: what is added is put between its own bytes. An empty cell gets a
control around what stands in it. A tag of the form itself would be taken for a question that there
is not, so it gives way: to the id of its question, or else it goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms.blank_controls import (
    Marks,
    empty_element,
    mark_of,
    put_control,
    put_marks,
)
from uitvoeringsplan.forms.fillable import is_box_of_choice, part_of, to_fill
from uitvoeringsplan.forms.places import Level
from uitvoeringsplan.forms.raw_part import RawPart, prefix_of
from uitvoeringsplan.ooxml.package import write_package
from uitvoeringsplan.ooxml.tree import child, number, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.forms.layout import Form, Place
    from uitvoeringsplan.forms.questions import FormQuestion
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element

_SDT = w("sdt")
# Between the id of a question and the number of the choice that a box is for, in its tag.
_CHOICE_SIGN = "#"
# What stands before the tag among the properties of a control.
_BEFORE_TAG = (w("rPr"), w("alias"))
_MAX_SDT_ID = 2**31 - 1


def make_template(package: Package, form: Form, questions: Iterable[FormQuestion]) -> bytes:
    """Return the template of a form whose questions have their ids; other parts go as they lie."""
    wanted: dict[str, list[tuple[Place, FormQuestion]]] = {name: [] for name in form.part_roots}
    for question in questions:
        for place in to_fill(question):
            wanted[part_of(place)].append((place, question))
    parts: dict[str, bytes | None] = {}
    for name, root in form.part_roots.items():
        data = package.content(name)
        changed = _with_tags(data, root, wanted[name], form.prompt_style)
        if changed != data:
            parts[name] = changed
    return write_package(list(package.with_parts(parts).members.values()))


def _with_tags(
    data: bytes, root: Element, places: Iterable[tuple[Place, FormQuestion]], prompt_style: str
) -> bytes:
    tags: dict[Element, str] = {}
    marks: dict[Element, str] = {}
    blanks: list[tuple[Place, str, FormQuestion]] = []
    for place, question in places:
        if place.element is None:
            continue
        mark = mark_of(question, place)
        if place.is_blank:
            blanks.append((place, mark, question))
            continue
        if place.level is Level.INLINE:
            marks[place.element] = mark
        for element in (place.element, *place.twins):
            tags[element] = _tag_of(question, place)
    controls = [one for one in root.iter(_SDT) if one in tags or val(child(one, "sdtPr", "tag"))]
    if not controls and not blanks:
        return data
    part = RawPart(data, root)
    numbers = _free_ids(root)
    for control in controls:
        _tag(part, control, tags.get(control, ""))
        if control in marks:
            put_marks(part, control, Marks(prefix_of(control), marks[control], next(numbers)))
    for place, mark, question in blanks:
        put_control(part, place, question, mark, numbers, prompt_style)
    return part.written()


def _tag_of(question: FormQuestion, place: Place) -> str:
    if is_box_of_choice(question):
        return f"{question.id}{_CHOICE_SIGN}{question.places.index(place) + 1}"
    return question.id


def _tag(part: RawPart, control: Element, tag: str) -> None:
    """Give a control a tag, in the place of its own; none when it has no question."""
    properties = child(control, "sdtPr")
    prefix = prefix_of(control)
    added = empty_element(prefix, "tag", tag) if tag else ""
    if properties is None:
        part.insert(part.span(control).open_end, f"<{prefix}sdtPr>{added}</{prefix}sdtPr>")
        return
    own = child(properties, "tag")
    if own is not None:
        part.replace(own, added)
        return
    span = part.span(properties)
    if span.is_one_tag:
        part.replace(properties, f"<{prefix}sdtPr>{added}</{prefix}sdtPr>")
        return
    before = [one for one in properties if one.tag in _BEFORE_TAG]
    part.insert(part.span(before[-1]).end if before else span.open_end, added)


def _free_ids(root: Element) -> Iterator[int]:
    """Return numbers that no control or bookmark in the part has, one after another."""
    controls = (val(one).lstrip("-") for one in root.iter(w("id")))
    marks = (val(one, "id") for one in root.iter(w("bookmarkStart")))
    taken = {number(text) for text in (*controls, *marks)}
    return (one for one in range(1, _MAX_SDT_ID) if one not in taken)


def dropped_tags(form: Form, questions: Iterable[FormQuestion]) -> list[str]:
    """Return the tags of the form's own that the template has no more, each once."""
    taken = [place for question in questions for place in to_fill(question)]
    kept = {id(one) for place in taken for one in (place.element, *place.twins)}
    return list(
        dict.fromkeys(
            tag
            for root in form.part_roots.values()
            for one in root.iter(_SDT)
            if (tag := val(child(one, "sdtPr", "tag"))) and id(one) not in kept
        )
    )
