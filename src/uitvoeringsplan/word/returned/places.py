"""Where each question stands in a document: by its control, and by the bookmark above it.

A control with the id of the question is whole when it stands around paragraphs. Some programs drop
that id, or make the control one inside the first paragraph. Then the bookmark leads to the answer:
what follows it, up to the next question, the end of the cell, or a heading. Where that went too,
with its line, the bookmark at the beginning of the answer is left.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import W14
from uitvoeringsplan.ooxml.tree import child
from uitvoeringsplan.word.invulvelden import (
    BOOKMARK,
    IN_CONTENTS,
    answer_bookmark_of,
    bookmark_of,
)
from uitvoeringsplan.word.returned.habits import COPIED_BOOKMARK
from uitvoeringsplan.word.returned.repair import WAS_FIELD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.walk import ContentControl, DocumentWalk, PlacedParagraph

_BOX = f"{{{W14}}}checkbox"
BUILDING_BLOCK_FIELD = "UvpVeld-"  # how the placeholder of a field begins, in the glossary
# What is behind the name of a bookmark that was copied: habits.COPIED_BOOKMARK.
_COPY = re.compile(f"{COPIED_BOOKMARK.signs[0]}[0-9]+$")
_HABIT = 3  # as often is no accident
MAX_ANDERS = 5  # of a question that stands there more than once, as many places are looked at


class QuestionNames:
    """By which names a question may be known: its id and those that it had before."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._ids: dict[str, str] = {}
        every = (*vragenlijst.gegevens, *vragenlijst.vragen)
        for vraag in every:
            self._ids[vraag.id] = vraag.id
        for vraag in every:
            for old in vraag.was:
                self._ids.setdefault(old, vraag.id)
        self._anchors = {bookmark_of(name): question_id for name, question_id in self._ids.items()}
        self._beginnings = {answer_bookmark_of(name): own for name, own in self._ids.items()}
        self._labels = _unique((vraag.label, vraag.id) for vraag in vragenlijst.vragen)
        self._field_labels = _unique((field.label, field.id) for field in vragenlijst.gegevens)
        self._fields = vragenlijst.veld_ids

    def of_id(self, name: str) -> str:
        """Return the id that this name stands for; empty for an unknown one."""
        return self._ids.get(name, "")

    def of_anchor(self, name: str) -> str:
        """Return the id whose bookmark this is."""
        return self._anchors.get(name, "")

    def of_beginning(self, name: str) -> str:
        """Return the id of the question of which this is the bookmark at its answer."""
        return self._beginnings.get(_COPY.sub("", name), "")

    def of_bare(self, control: ContentControl) -> str:
        """Return the id of the question of which a program left this control inside a line.

        habits.MOVED_CONTROL, or with its tag habits.TEXT_CONTROL.
        """
        if control.placeholder_name.startswith(BUILDING_BLOCK_FIELD):
            return ""
        if control.tag:
            question_id = self.of_id(control.tag)
            return "" if question_id in self._fields else question_id
        if control.is_text:
            return ""
        # One that shows a value from elsewhere was put in by somebody, whatever its name.
        return "" if control.is_bound else self._labels.get(control.alias, "")

    def of_field(self, control: ContentControl) -> str:
        """Return the id of the field or question that a control inside a line shows."""
        if control.tag:
            return self.of_id(control.tag)
        own = self.of_id(control.placeholder_name.removeprefix(BUILDING_BLOCK_FIELD))
        # A box to tick holds no words; a program may have given it the name of the field before it.
        is_box = next(control.element.iter(_BOX), None) is not None
        if control.placeholder_name.startswith(BUILDING_BLOCK_FIELD) and own and not is_box:
            return own
        return self._field_labels.get(control.alias, "") if control.is_text else ""

    def of_label(self, text: str) -> str:
        """Return the id of the question with this label, when there is only one."""
        return self._labels.get(text, "")


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a mapping without the keys that more than one has."""
    result: dict[str, str] = {}
    double = set()
    for key, value in pairs:
        if key in result:
            double.add(key)
        result[key] = value
    return {key: value for key, value in result.items() if key not in double}


class AnswerBounds:
    """Tells where an answer that begins at a paragraph ends."""

    def __init__(
        self,
        paragraphs: Sequence[PlacedParagraph],
        names: QuestionNames,
        blocks: Mapping[str, Sequence[ContentControl]],
        beginnings: Mapping[str, int],
    ) -> None:
        self._paragraphs, self._names = paragraphs, names
        # By the paragraph where it begins, whose control or only bookmark stands there.
        self._starts_at = {place: question_id for question_id, place in beginnings.items()} | {
            control.start: question_id
            for question_id, controls in blocks.items()
            for control in controls
        }
        # Every heading of ours is in the contents list, so it has a mark for that, level by level.
        headings = [paragraph for paragraph in paragraphs if paragraph.is_heading]
        self._marked_levels = {paragraph.level for paragraph in headings if is_marked(paragraph)}
        self._unmarked_levels = Counter(
            paragraph.level for paragraph in headings if not is_marked(paragraph)
        )

    def span(self, start_at: int, question_id: str, *, is_anchor: bool) -> range:
        """Return the paragraphs of an answer that begins at one, below its bookmark if it has it.

        A bookmark leads on from the cell that it is in itself.
        """
        path = self._paragraphs[start_at - 1].path if is_anchor else None
        until = start_at
        for number in range(start_at, len(self._paragraphs)):
            paragraph = self._paragraphs[number]
            path = paragraph.path if path is None else path
            # Inside a cell a heading is somebody's own; the cell ends the answer.
            is_end = paragraph.path[: len(path)] != path or (paragraph.is_heading and not path)
            if is_end or self._is_another(number, question_id):
                break
            # Where there are no bookmarks, a question begins with its label.
            if not is_anchor and self._names.of_label(paragraph.letters()) not in ("", question_id):
                break
            until = number + 1
        return range(start_at, until)

    def is_own_heading(self, number: int) -> bool:
        """Whether a heading is none of the document as it was made."""
        if not 0 < number < len(self._paragraphs) or not self._marked_levels:
            return False
        paragraph = self._paragraphs[number]
        if not paragraph.is_heading or paragraph.path or is_marked(paragraph):
            return False
        return paragraph.level in self._marked_levels or self._unmarked_levels[paragraph.level] == 1

    def _is_another(self, number: int, question_id: str) -> bool:
        """Whether the place of another question begins here."""
        paragraph = self._paragraphs[number]
        if any(name.startswith(BOOKMARK) for name in paragraph.anchors):
            return True
        if self._starts_at.get(number, question_id) != question_id:
            return True
        return any(
            self._names.of_bare(control) not in ("", question_id) for control in paragraph.controls
        )


def is_marked(paragraph: PlacedParagraph) -> bool:
    """Whether a heading has the mark that every heading has in a document as it was made."""
    return any(IN_CONTENTS in name or name.startswith(BOOKMARK) for name in paragraph.anchors)


class QuestionPlace(NamedTuple):
    """Where one question was found; `anchors` are the numbers of the paragraphs with its bookmark.

    `beginning` is that of the paragraph with the bookmark of its answer, when nothing else tells
    where that is (-1: none). `span` holds the numbers of the paragraphs that the bookmark leads
    to, `bare` is what a program left of a control. `kop` is the number of the heading that ends
    the answer, when somebody seems to have made that heading later. `more` holds the paragraphs of
    every further place, and `bare_count` tells of how many controls something is left.
    """

    blocks: tuple[ContentControl, ...] = ()
    anchors: tuple[int, ...] = ()
    span: range = range(0)
    bare: ContentControl | None = None
    kop: int = -1
    more: tuple[range, ...] = ()
    bare_count: int = 0
    beginning: int = -1

    def places(self) -> Iterator[int]:
        """Yield the numbers of the paragraphs that are about this question."""
        yield from self.anchors
        yield from self.span
        for region in self.more:
            yield from region
        for control in self.blocks[:MAX_ANDERS]:
            yield from range(control.start, control.end)


def find_places(
    walk: DocumentWalk, names: QuestionNames, vragen: Iterable[Vraag]
) -> dict[str, QuestionPlace]:
    """Return where the questions stand; those that stand nowhere are left out."""
    blocks, bare = _controls(walk, names)
    if not blocks and not bare:
        _move_down(walk.paragraphs, names)
    anchors = _by_bookmark(walk, names.of_anchor)
    # A text with this bookmark may be moved; where the question has its place that tells nothing.
    beginnings = {
        name: numbers[0]
        for name, numbers in _by_bookmark(walk, names.of_beginning).items()
        if not any(name in found for found in (anchors, blocks, bare))
    }
    bounds = AnswerBounds(walk.paragraphs, names, blocks, beginnings)
    result = {}
    for vraag in vragen:
        name = vraag.id
        own = bare.get(name, [])
        place = QuestionPlace(
            tuple(blocks.get(name, ())),
            tuple(anchors.get(name, ())),
            bare=own[0] if own else None,
            bare_count=len(own),
            beginning=beginnings.get(name, -1),
        )
        if place.blocks or place.anchors or place.bare or place.beginning >= 0:
            result[name] = _with_span(place, vraag, walk.paragraphs, bounds)
    return result


def _by_bookmark(walk: DocumentWalk, whose: Callable[[str], str]) -> dict[str, list[int]]:
    """Return the numbers of the paragraphs with a bookmark of a question, by its id."""
    result: dict[str, list[int]] = {}
    for number, paragraph in enumerate(walk.paragraphs):
        for question_id in filter(None, map(whose, paragraph.anchors)):
            result.setdefault(question_id, []).append(number)
    return result


def _controls(
    walk: DocumentWalk, names: QuestionNames
) -> tuple[dict[str, list[ContentControl]], dict[str, list[ContentControl]]]:
    """Return by question the controls around paragraphs, and what is left of them in a line."""
    blocks: dict[str, list[ContentControl]] = {}
    bare: dict[str, list[ContentControl]] = {}
    for control in walk.controls:
        if question_id := names.of_id(control.tag):
            blocks.setdefault(question_id, []).append(control)
    for paragraph in walk.paragraphs:
        for control in paragraph.controls:
            # In a sentence it is a place of an answer as it is, and not what is left of one.
            if (question_id := names.of_bare(control)) and not control.words_before:
                bare.setdefault(question_id, []).append(control)
    return blocks, bare


def _move_down(paragraphs: Sequence[PlacedParagraph], names: QuestionNames) -> None:
    """Put bookmarks that ended up one paragraph too high back: habits.BOOKMARK_ABOVE.

    That is seen where the line of a question has its label. Once or twice it may be words of
    somebody's own. Only the first line of a cell keeps its bookmark.
    """
    pairs = list(pairwise(paragraphs))
    if sum(_is_above(one, other, names) for one, other in pairs) < _HABIT:
        return
    for one, other in reversed(pairs):
        if not _is_at_home(one, names):
            other.anchors, one.anchors = (*one.anchors, *other.anchors), ()


def _is_above(paragraph: PlacedParagraph, after: PlacedParagraph, names: QuestionNames) -> bool:
    """Whether the bookmark of a question stands in a paragraph, and its label in the next."""
    label = names.of_label(after.letters())
    return (
        bool(label)
        and label in map(names.of_anchor, paragraph.anchors)
        and not _is_at_home(paragraph, names)
    )


def _is_at_home(paragraph: PlacedParagraph, names: QuestionNames) -> bool:
    """Whether a line with the label of a question has its bookmark; a heading may say the same."""
    label = names.of_label(paragraph.letters())
    if not label or paragraph.is_heading:
        return False
    return label in map(names.of_anchor, paragraph.anchors)


def has_no_controls(places: Iterable[QuestionPlace]) -> bool:
    """Whether questions have their bookmark, and not one of them anything left of its control.

    A program does that (habits.DROPPED_CONTROLS); by hand it is too much work.
    """
    every = list(places)
    return len(every) > 1 and not any(place.blocks or place.bare for place in every)


def _with_span(
    place: QuestionPlace, vraag: Vraag, paragraphs: Sequence[PlacedParagraph], bounds: AnswerBounds
) -> QuestionPlace:
    """Return the place with the paragraphs that its bookmark leads to, or what is left of it."""
    if place.anchors:
        region = bounds.span(place.anchors[0] + 1, vraag.id, is_anchor=True)
        if region and not place.bare and not place.blocks:
            place = place._replace(bare=_nameless(paragraphs[region.start]))
    elif place.bare or place.beginning >= 0:
        start = place.bare.start if place.bare else place.beginning
        region = bounds.span(start, vraag.id, is_anchor=False)
        place = place._replace(bare=place.bare or _nameless(paragraphs[start]))
        if vraag.type.shape is Shape.TABLE:  # its control went into the first cell
            region = paragraphs[start].tabel() or region
    else:
        return place
    kop = region.stop if bounds.is_own_heading(region.stop) else -1
    place = place._replace(span=region, kop=kop)
    more = [bounds.span(a + 1, vraag.id, is_anchor=True) for a in place.anchors[1:MAX_ANDERS]]
    if place.blocks and place.bare and place.bare.placeholder_name != WAS_FIELD:
        start = place.bare.start  # a copy, when it stands outside the control
        inner = (range(b.start, b.end) for b in place.blocks)
        if start not in region or (not place.anchors and not any(start in one for one in inner)):
            more.append(bounds.span(start, vraag.id, is_anchor=False))
    return place._replace(more=tuple(more))


def _nameless(paragraph: PlacedParagraph) -> ContentControl | None:
    """Return the control without a name that a paragraph begins with, if any.

    habits.NAMELESS_CONTROL, or what was a field to fill in. The bookmark above it tells which
    question it was. Whoever puts a control in with Word gives it a number.
    """
    for control in paragraph.controls:
        if not (control.tag or control.alias or control.is_bound or control.is_text):
            has_number = child(control.element, "sdtPr", "id") is not None
            return None if control.words_before or has_number else control
    return None
