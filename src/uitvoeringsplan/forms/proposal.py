"""A form to the questions that it asks: every place in one of them, or left out with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.answer_type import fit_default, type_of
from uitvoeringsplan.forms.blanks import find_blanks
from uitvoeringsplan.forms.joining import join_dates, join_far_choices, join_values
from uitvoeringsplan.forms.label import Origin
from uitvoeringsplan.forms.labels import LabelFinder
from uitvoeringsplan.forms.layout import Cell
from uitvoeringsplan.forms.line_context import words_before
from uitvoeringsplan.forms.places import Source, Takes
from uitvoeringsplan.forms.questions import FormQuestion, LeftOut
from uitvoeringsplan.forms.repeated_rows import TableReader, find_repeated
from uitvoeringsplan.forms.sections import Sections
from uitvoeringsplan.forms.tick_groups import groups_of
from uitvoeringsplan.forms.ticks import TickReader
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.forms.label import Label
    from uitvoeringsplan.forms.layout import Form, Place

_NAMES = {Takes.DATE: "Datum", Takes.TICK: "Vakje", Takes.PICTURE: "Afbeelding"}
_BY_HAND = "wordt met de hand gezet"


class Proposal(NamedTuple):
    """What a form asks, in its order, and what of it is no question."""

    form: Form
    questions: tuple[FormQuestion, ...]
    left: tuple[LeftOut, ...]


def propose(form: Form) -> Proposal:
    """Return the questions of a form. Its lines get the blanks that are found in them."""
    left = [LeftOut(*blank) for blank in find_blanks(form)]
    maker = _Maker(form)
    questions = maker.make()
    return Proposal(form, tuple(questions), (*left, *maker.left))


class _Maker:
    """Makes the questions of one form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._sections = Sections(form)
        self._finder = LabelFinder(form, self._sections)
        self._ticks = TickReader(self._finder, self._sections)
        self._tables = TableReader(self._finder, self._sections)
        self.left: list[LeftOut] = []

    def make(self) -> list[FormQuestion]:
        """Return the questions, in the order of the form."""
        places = [place for container in self._form.containers for place in container.places]
        repeated = {
            place: one for one in find_repeated(self._form) for row in one.rows for place in row
        }
        ticks = [p for p in places if p.takes is Takes.TICK and p not in repeated]
        group_of = {place: group for group in groups_of(ticks) for place in group}
        questions: list[FormQuestion] = []
        done: set[Place] = set()
        for place in places:
            if place in done:
                continue
            if one := repeated.get(place):
                done.update(p for row in one.rows for p in row)
                if self._is_asked_of_others(place, self._sections.of_place[place].title):
                    continue
                questions.append(self._tables.question(one))
            elif place in group_of:
                done.update(group_of[place])
                question = self._ticks.question(group_of[place])
                if not self._is_asked_of_others(place, question.label):
                    questions.append(question)
            else:
                done.add(place)
                self._take(place, questions)
        questions = join_far_choices(questions, self._form)
        questions = join_values(join_dates(questions))
        _finish(questions)
        return questions

    def _take(self, place: Place, questions: list[FormQuestion]) -> None:
        """Take one place for words, a date or a choice."""
        if place.is_computed:
            self.left.append(LeftOut(self._finder.find(place).text, "rekent Word zelf uit", place))
            return
        if questions and _goes_on(questions[-1], place):
            questions[-1].places.append(place)
            if questions[-1].type == "regel":
                questions[-1].type = "tekst"
            return
        label = self._finder.find(place)
        if self._is_asked_of_others(place, label.text) or self._is_by_hand(place, label):
            return
        question = FormQuestion(
            label.text,
            type_of(place, label.text),
            [place],
            self._sections.of_place[place],
            label.origin,
            label.sureness,
            explanation=label.explanation,
            choices=place.choices,
            default=place.default,
            is_required=wording.is_needed(words_before(place)) or wording.is_needed(label.text),
        )
        fit_default(question, place)
        questions.append(question)

    def _is_asked_of_others(self, place: Place, label: str) -> bool:
        """Note a place that is for who receives the form, and return whether it is."""
        section = self._sections.of_place[place]
        around = [label, *section.path]
        cell = place.line.container if place.line is not None else None
        if isinstance(cell, Cell):
            around += [one.words for one in cell.row.cells if one is not cell]
        if not any(wording.is_official(text) for text in around):
            return False
        self.left.append(LeftOut(label, "is voor wie het formulier ontvangt", place))
        return True

    def _is_by_hand(self, place: Place, label: Label) -> bool:
        """Note a signature, and the date that goes with one, and return whether it is."""
        by_row = label.origin is Origin.ROW_AND_COLUMN
        name = label.text.partition(" – ")[0] if by_row else label.text
        last = self.left[-1] if self.left else None
        is_by_hand = wording.is_signature(name) or (
            place.is_blank
            and place.source is not Source.BRACKET
            and wording.names_date(name)
            and last is not None
            and last.reason == _BY_HAND
            and last.place is not None
            and _stand_together(last.place, place)
        )
        if is_by_hand:
            self.left.append(LeftOut(label.text, _BY_HAND, place))
        return is_by_hand


def _stand_together(one: Place, other: Place) -> bool:
    """Whether two places are in one line, one cell or one table."""
    if one.line is None or other.line is None:
        return False
    first, second = one.line.container, other.line.container
    if isinstance(first, Cell) and isinstance(second, Cell):
        return first.row.table is second.row.table
    return first is second and other.line.position - one.line.position <= 3


def _goes_on(question: FormQuestion, place: Place) -> bool:
    """Whether a blank without words of its own is more room for the answer before it."""
    last = question.places[-1]
    if question.type not in ("regel", "tekst", "datum") or last.source is not place.source:
        return False
    if last.line is None or place.line is None or place.line.words:
        return False
    if place.source is Source.RULE:
        is_next = place.line.position - last.line.position == 1
        return is_next and place.line.container is last.line.container
    cell, before = place.line.container, last.line.container
    if place.source is not Source.CELL or not isinstance(cell, Cell):
        return False
    return isinstance(before, Cell) and _is_more_room(cell, before)


def _is_more_room(cell: Cell, before: Cell) -> bool:
    """Whether an empty cell goes on with the empty one before it."""
    if cell.row is before.row:
        return not cell.row.words and _is_under_one(cell)
    is_next = cell.row.table is before.row.table and cell.row.index - before.row.index == 1
    return is_next and len(cell.row.cells) == 1


def _is_under_one(cell: Cell) -> bool:
    """Whether the row above a row is one cell across it."""
    rows = cell.row.table.rows
    return cell.row.index > 0 and len(rows[cell.row.index - 1].cells) == 1


def _finish(questions: list[FormQuestion]) -> None:
    """Give every question a label of its own where its section does not tell it apart."""
    seen: dict[tuple[int, str], int] = {}
    for question in questions:
        question.asked = question.label
        label = wording.without_number(question.label) or _NAMES.get(question.places[0].takes, "")
        question.label = wording.shortened(label or question.section.title or "Antwoord")
        key = (question.section.number, question.label.casefold())
        times = seen[key] = seen.get(key, 0) + 1
        if times > 1:
            named = "/".join(question.choices)
            is_short = 0 < len(named) <= 20 and question.origin is not Origin.CHOICES
            extra = named if is_short else str(times)
            question.label = f"{question.label} ({extra})"
