"""Groups of boxes as questions: what they are about, what each says, how many may be ticked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.label import NO_LABEL, Label, Origin, Sureness
from uitvoeringsplan.forms.layout import Cell, Line
from uitvoeringsplan.forms.line_context import cell_of, words_before, words_behind
from uitvoeringsplan.forms.places import Takes
from uitvoeringsplan.forms.questions import FormQuestion
from uitvoeringsplan.forms.table_context import column_head
from uitvoeringsplan.forms.tick_groups import row_words_left, row_words_right, stands_first

if TYPE_CHECKING:
    from uitvoeringsplan.forms.labels import LabelFinder
    from uitvoeringsplan.forms.layout import Container, Place
    from uitvoeringsplan.forms.sections import Sections

_FEW = 3  # choices of which mostly one holds


class TickReader:
    """Makes questions of groups of boxes."""

    def __init__(self, finder: LabelFinder, sections: Sections) -> None:
        self._finder, self._sections = finder, sections

    def question(self, group: list[Place]) -> FormQuestion:
        """Return the question that a group of boxes is."""
        if len(group) == 1:
            return self._single(group[0])
        choices = _choices(group)
        label = self._label(group, choices)
        question = FormQuestion(
            label.text,
            "meerkeuze",
            group,
            self._sections.of_place[group[0]],
            label.origin,
            label.sureness,
            explanation=label.explanation,
            choices=choices,
        )
        ticked = [choice for place, choice in zip(group, choices, strict=True) if place.default]
        if wording.is_yes_or_no(choices):
            question.type, question.choices = "jaanee", ()
            ticked = ["ja" if one == choices[0] else "nee" for one in ticked]
        else:
            self._count(question, ticked)
        if question.type == "meerkeuze":
            question.default = "\n".join(f"- {one}" for one in ticked)
        elif len(ticked) == 1:
            question.default = ticked[0]
        return question

    def _count(self, question: FormQuestion, ticked: list[str]) -> None:
        """Say whether one or more of the choices may be ticked, as far as the form does."""
        first = question.places[0]
        about = f"{question.label} {question.explanation} {question.section.title}"
        about = f"{about} {_said_before(first)}"
        if wording.says_several(about):
            return
        if wording.says_one(about) or len(ticked) == 1:
            question.type = "keuze"
            return
        question.type = "keuze" if _is_one_of(question.places) else "meerkeuze"
        how = "één keuze" if question.type == "keuze" else "meer keuzes"
        question.doubts.append(
            f"Het formulier zegt niet of er één of meer vakjes aan mogen; kijk of {how} klopt."
        )

    def _single(self, place: Place) -> FormQuestion:
        """Return the question that a box on its own is: yes or no."""
        label = self._label_of_one(place)
        return FormQuestion(
            label.text,
            "jaanee",
            [place],
            self._sections.of_place[place],
            label.origin,
            label.sureness,
            explanation=label.explanation,
            default=place.default,
        )

    def _label_of_one(self, place: Place) -> Label:
        behind = wording.tidy(words_behind(place))
        before = self._finder.before(place)
        if wording.has_letters(behind) and not before.text.endswith("?"):
            return Label(behind, Origin.BEHIND, Sureness.SURE)
        if before.text:
            return before
        cell = place.line.container if place.line is not None else None
        if isinstance(cell, Cell):
            left, right = row_words_left(cell), row_words_right(cell)
            ends = left.rstrip()[-1:] in (":", "?")
            if right and (not left or not ends) and column_head(cell) is None:
                return Label(wording.tidy(right), Origin.RIGHT, Sureness.LIKELY)
        return self._finder.find(place)

    def _label(self, group: list[Place], choices: tuple[str, ...]) -> Label:
        """Return what a group is about."""
        first, finder = group[0], self._finder
        if sentence := _whole_sentence(group):
            return Label(wording.tidy(sentence), Origin.SENTENCE, Sureness.LIKELY)
        own = first.line.own_places if first.line is not None else [first]
        if own[0] is not first and len(own) > len(group):
            return self._behind_other(first, choices)
        in_column = _in_one_column(group)
        words = wording.tidy(words_before(first))
        if not in_column and wording.has_letters(words):
            return Label(words, Origin.BEFORE, Sureness.SURE)
        looks = (finder.own_cell, finder.left, finder.above, finder.line_above, finder.heading)
        for look in (finder.above, self._band) if in_column else looks:
            found = look(first)
            if found.text:
                return found
        return Label(" / ".join(choices), Origin.CHOICES, Sureness.GUESS) if choices else NO_LABEL

    def _band(self, place: Place) -> Label:
        """Return the title of what boxes below each other stand under."""
        title = self._sections.of_place[place].title
        return Label(title, Origin.ABOVE, Sureness.SURE) if title else NO_LABEL

    def _behind_other(self, first: Place, choices: tuple[str, ...]) -> Label:
        """Return the label of boxes that stand behind another place in its line."""
        words = wording.tidy(words_before(first))
        if wording.has_letters(words, 3) and words_before(first).rstrip()[-1:] in (":", "?"):
            return Label(words, Origin.BEFORE, Sureness.SURE)
        own = first.line.own_places if first.line is not None else []
        other = self._finder.find(own[max(0, own.index(first) - 1)])
        text = f"{other.text} ({' / '.join(choices)})" if other.text else " / ".join(choices)
        return Label(text, Origin.CHOICES, Sureness.GUESS)


def _said_before(place: Place) -> str:
    """Return what stands in the lines right above the thing that a box is in."""
    line = place.line
    if line is None:
        return ""
    container: Container = line.container
    position = line.position
    while isinstance(container, Cell) and container.row.index == 0:
        table = container.row.table
        container, position = table.container, table.position
    above = (block for block in container.blocks[max(0, position - 3) : position])
    return " ".join(block.words for block in above if isinstance(block, Line))


def _choices(group: list[Place]) -> tuple[str, ...]:
    """Return what the boxes say, each once; a number behind what two of them say."""
    texts: list[str] = []
    for place in group:
        text = _choice(place)
        times = sum(one == text or one.startswith(f"{text} (") for one in texts)
        texts.append(f"{text} ({times + 1})" if times else text)
    first, last = texts[0], texts[-1]
    # I ☐ have ☐ have not done so: what is behind the last box goes on after the choice.
    if len(texts) > 1 and last.startswith(f"{first} "):
        found = re.match(rf"{re.escape(first)} (?:not|niet|geen)\b", last)
        if found:
            texts[-1] = found[0]
    return tuple(texts)


def _choice(place: Place) -> str:
    line = place.line
    if (
        line is not None
        and sum(one.takes is Takes.TICK for one in line.own_places) == 1
        and stands_first(place)
    ):
        whole = "".join("…" if piece.place else piece.text for piece in line.pieces[1:])
        if wording.has_letters(whole, 1):
            return wording.shortened(_neat(" ".join(whole.split())))
    behind = words_behind(place)
    if wording.has_letters(behind, 1):
        return _neat(behind)
    cell = place.line.container if place.line is not None else None
    if isinstance(cell, Cell):
        if right := row_words_right(cell):
            return _neat(right)
        head = column_head(cell)
        if head is not None and head.words:
            return _neat(head.words)
    before = words_before(place)
    if wording.has_letters(before, 1):
        return _neat(before)
    return _neat(place.title) or "?"


def _neat(text: str) -> str:
    return wording.tidy(text).strip("/;, ") or text.strip()


def _whole_sentence(group: list[Place]) -> str:
    """Return the sentence that boxes stand in the middle of, with the boxes left out."""
    line = group[0].line
    if line is None or any(place.line is not line for place in group):
        return ""
    before, last = words_before(group[0]).strip(), words_behind(group[-1])
    texts = [words_behind(place) for place in group[:-1]]
    is_in = (
        bool(before)
        and before[-1] not in ":?"
        and all(last.startswith(f"{text} ") for text in texts if text)
    )
    if not is_in or not texts or not texts[0]:
        return ""
    return " ".join(f"{before} … {last.removeprefix(texts[0]).strip()}".split())


def _in_one_column(group: list[Place]) -> bool:
    """Whether boxes stand below each other, each in a cell of its own."""
    cells = [cell for cell in map(cell_of, group) if cell is not None]
    is_apart = len(set(map(id, cells))) > 1 and len(cells) == len(group)
    return is_apart and len({cell.column for cell in cells}) == 1


def _is_one_of(group: list[Place]) -> bool:
    """Whether a few boxes stand beside each other, as choices that shut each other out do."""
    cells = [cell_of(place) for place in group]
    if len(set(map(id, cells))) > 1:
        rows = {id(cell.row) for cell in cells if cell is not None}
    else:
        rows = {id(place.line) for place in group}
    return len(rows) == 1 and len(group) <= _FEW
