"""A proposal as `vragen.yaml`: readable, with where each label came from, and ready to be read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.forms.fillable import Use, use_of
from uitvoeringsplan.forms.ids import Ids, id_of
from uitvoeringsplan.forms.label import Sureness
from uitvoeringsplan.model import velden
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.yamltext.yaml_writer import block_value, flow_value, plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.forms.proposal import Proposal
    from uitvoeringsplan.forms.questions import FormQuestion
    from uitvoeringsplan.forms.sections import Section

_SURE = {
    Sureness.SURE: "zeker",
    Sureness.LIKELY: "waarschijnlijk",
    Sureness.GUESS: "kijk dit na",
}
_MAX_TITLE = 100


class PlannedSet(NamedTuple):
    """A question set to be written: what becomes a field, a question in a chapter, or neither."""

    soort: str
    titel: str
    sjabloon: str
    source: str
    fields: tuple[FormQuestion, ...]
    chapters: tuple[Chapter, ...]
    not_yet: tuple[tuple[FormQuestion, str], ...]


class Chapter(NamedTuple):
    """Questions under one title."""

    id: str
    titel: str
    questions: tuple[FormQuestion, ...]


def plan_set(proposal: Proposal, source: str, sjabloon: str) -> PlannedSet:
    """Return what a question set of a form holds; every question gets its id.

    `source` is the name of the form's file, `sjabloon` that of the template to be.
    """
    form = proposal.form
    kinds = {container.part: container.kind for container in form.containers}
    kinds = {part: "body" if kind in ("cell", "box") else kind for part, kind in kinds.items()}
    # A field with the id of one that the program knows would be taken for that one.
    ids = Ids(velden.GEBRUIK)
    titel = one_line(form.title) or _name_of(source)
    fields: list[FormQuestion] = []
    not_yet: list[tuple[FormQuestion, str]] = []
    questions: list[FormQuestion] = []
    for question in proposal.questions:
        around = question.section.title
        question.id = ids.of(question.label, around)
        use, reason = use_of(question, kinds)
        if use is Use.NOT_YET:
            not_yet.append((question, reason))
        elif use is Use.FIELD:
            fields.append(question)
        else:
            questions.append(question)
    chapters = [
        Chapter(ids.of(_title(section), otherwise="deel"), _title(section) or titel, tuple(group))
        for section, group in _by_section(questions)
    ]
    return PlannedSet(
        id_of(titel) or "formulier",
        titel[:_MAX_TITLE],
        sjabloon,
        source,
        tuple(fields),
        tuple(chapters),
        tuple(not_yet),
    )


def _by_section(
    questions: Iterable[FormQuestion],
) -> Iterator[tuple[Section, list[FormQuestion]]]:
    for _, group in groupby(questions, key=lambda question: question.section.number):
        members = list(group)
        yield members[0].section, members


def _title(section: Section) -> str:
    """Return the title of a chapter: that of the section, or of what it is in."""
    now: Section | None = section
    while now is not None and not now.title:
        now = now.parent
    return one_line(now.title)[:_MAX_TITLE] if now is not None else ""


def _name_of(source: str) -> str:
    """Return the name of a file as words."""
    words = source.rpartition(".")[0].replace("_", " ").replace("-", " ")
    return words.strip().capitalize() or "Formulier"


def question_file(planned: PlannedSet) -> str:
    """Return the text of `vragen.yaml`."""
    return "\n".join(_lines(planned)) + "\n"


def _lines(planned: PlannedSet) -> Iterator[str]:
    yield f"# De vragen van “{planned.titel}”, gemaakt van {one_line(planned.source)}."
    yield "# Kijk ze na: achter elke vraag staat waar haar naam vandaan komt en hoe zeker die is."
    yield "# Teksten mag je aanpassen; een id niet, want daarmee zijn antwoorden en Word verbonden."
    yield f"soort: {plain_value(planned.soort)}"
    yield "versie: 1"
    yield f"titel: {_scalar(planned.titel)}"
    yield f"sjabloon: {_scalar(planned.sjabloon)}"
    if planned.fields:
        yield ""
        yield "# Wat in een zin, in een kop- of voettekst of op meer plekken staat."
        yield "gegevens:"
        yield from _questions(planned.fields, 2)
    if planned.chapters:
        yield ""
        yield "hoofdstukken:"
    for number, chapter in enumerate(planned.chapters):
        if number:
            yield ""
        yield f"  - id: {chapter.id}"
        yield f"    titel: {_scalar(chapter.titel)}"
        yield "    vragen:"
        yield from _questions(chapter.questions, 6)
    if planned.not_yet:
        yield ""
        yield "# Deze plekken van het formulier kan het programma nog niet invullen."
        for question, reason in planned.not_yet:
            yield f"# - {one_line(question.label)} ({question.type}): {reason}"


def _questions(questions: Sequence[FormQuestion], column: int) -> Iterator[str]:
    margin = " " * column
    for number, question in enumerate(questions):
        if number:
            yield ""
        yield f"{margin}# {_SURE[question.sureness]}: {question.origin}"
        for doubt in question.doubts:
            yield f"{margin}# Let op: {doubt}"
        first, *rest = _keys(question)
        yield f"{margin}- {first}"
        for line in rest:
            yield "\n".join(f"{margin}  {part}" if part else "" for part in line.split("\n"))


def _keys(question: FormQuestion) -> Iterator[str]:
    """Yield the keys of a question, each with its value."""
    yield f"id: {question.id}"
    yield f"label: {_scalar(question.label)}"
    asked = one_line(question.asked or question.label)
    yield f"vraag: {_scalar(asked)}"
    yield f"type: {question.type}"
    if question.is_required:
        yield "verplicht: altijd"
    if explanation := clean(question.explanation):
        yield f"toelichting: {_text(explanation)}"
    if question.choices:
        yield f"keuzes: [{', '.join(flow_value(one_line(one)) for one in question.choices)}]"
    if default := _default(question):
        yield f"standaard: {_text(default)}"


def _default(question: FormQuestion) -> str:
    """Return what was filled in already, when it is an answer of this type."""
    if not question.default:
        return ""
    vraag = Vraag(
        question.id,
        question.label,
        question.label,
        TYPES[question.type],
        keuzes=tuple(map(one_line, question.choices)),
        kolommen=tuple(Kolom(f"k{n}", c.label) for n, c in enumerate(question.columns)),
    )
    try:
        return vraag.normalise(question.default)
    except AntwoordError:
        return ""


def _scalar(text: str) -> str:
    return plain_value(one_line(text)) or "''"


def _text(text: str) -> str:
    return block_value(text, 0) if "\n" in text else _scalar(text)
