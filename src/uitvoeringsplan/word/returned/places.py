"""Where each question stands in a document: by its control, and by the bookmark above it.

A control with the id of the question is whole when it stands around paragraphs. Some programs drop
that id, or make the control one inside the first paragraph. Then the bookmark leads to the answer:
what follows it, up to the next question, the end of the cell, or a heading.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.invulvelden import BOOKMARK, IN_CONTENTS, bookmark_of
from uitvoeringsplan.word.returned.repair import WAS_FIELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.walk import ContentControl, DocumentWalk, PlacedParagraph

BOUWSTEEN_VELD = "UvpVeld-"  # how the placeholder of a field begins, in the glossary
MAX_ANDERS = 5  # of a question that stands there more than once, as many places are looked at


class QuestionNames:
    """By which names a question may be known: its id and those that it had before."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._ids: dict[str, str] = {}
        alle = (*vragenlijst.gegevens, *vragenlijst.vragen)
        for vraag in alle:
            self._ids[vraag.id] = vraag.id
        for vraag in alle:
            for old in vraag.was:
                self._ids.setdefault(old, vraag.id)
        self._anchors = {bookmark_of(name): question_id for name, question_id in self._ids.items()}
        self._labels = _unique((vraag.label, vraag.id) for vraag in vragenlijst.vragen)
        self._field_labels = _unique((field.label, field.id) for field in vragenlijst.gegevens)
        self._fields = vragenlijst.veld_ids

    def of_id(self, name: str) -> str:
        """Return the id that this name stands for; empty for an unknown one."""
        return self._ids.get(name, "")

    def of_anchor(self, name: str) -> str:
        """Return the id whose bookmark this is."""
        return self._anchors.get(name, "")

    def of_bare(self, control: ContentControl) -> str:
        """Return the id of the question of which LibreOffice left this control inside a line.

        Its older versions drop the tag, newer ones keep it on the first paragraph and make that
        plain text.
        """
        if control.placeholder_name.startswith(BOUWSTEEN_VELD):
            return ""
        if control.tag:
            question_id = self.of_id(control.tag)
            return "" if question_id in self._fields else question_id
        if control.is_tekst:
            return ""
        # One that shows a value from elsewhere was put in by somebody, whatever its name.
        return "" if control.is_bound else self._labels.get(control.alias, "")

    def of_field(self, control: ContentControl) -> str:
        """Return the id of the field or question that a control inside a line shows."""
        if control.tag:
            return self.of_id(control.tag)
        own = self.of_id(control.placeholder_name.removeprefix(BOUWSTEEN_VELD))
        if control.placeholder_name.startswith(BOUWSTEEN_VELD) and own:
            return own
        return self._field_labels.get(control.alias, "") if control.is_tekst else ""

    def of_label(self, text: str) -> str:
        """Return the id of the question with this label, when there is only one."""
        return self._labels.get(text, "")


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a mapping without the keys that more than one has."""
    result: dict[str, str] = {}
    dubbel = set()
    for key, value in pairs:
        if key in result:
            dubbel.add(key)
        result[key] = value
    return {key: value for key, value in result.items() if key not in dubbel}


class AnswerBounds:
    """Tells where an answer that begins at a paragraph ends."""

    def __init__(
        self,
        paragraphs: Sequence[PlacedParagraph],
        names: QuestionNames,
        blokken: Mapping[str, Sequence[ContentControl]],
    ) -> None:
        self._paragraphs, self._names = paragraphs, names
        # By the paragraph where it begins, whose control stands there.
        self._starts_at = {
            control.begin: question_id
            for question_id, controls in blokken.items()
            for control in controls
        }
        # Every heading of ours is in the contents list, so it has a mark for that, level by level.
        headings = [paragraph for paragraph in paragraphs if paragraph.is_heading]
        self._marked_levels = {paragraph.niveau for paragraph in headings if _is_marked(paragraph)}
        self._unmarked_levels = Counter(
            paragraph.niveau for paragraph in headings if not _is_marked(paragraph)
        )

    def span(self, start_at: int, question_id: str, *, is_anker: bool) -> range:
        """Return the paragraphs of an answer that begins at one, below its bookmark if it has it.

        A bookmark leads on from the cell that it is in itself.
        """
        path = self._paragraphs[start_at - 1].pad if is_anker else None
        until = start_at
        for number in range(start_at, len(self._paragraphs)):
            paragraph = self._paragraphs[number]
            path = paragraph.pad if path is None else path
            # Inside a cell a heading is somebody's own; the cell ends the answer.
            is_einde = paragraph.pad[: len(path)] != path or (paragraph.is_heading and not path)
            if is_einde or self._is_another(number, question_id):
                break
            # Where there are no bookmarks, a question begins with its label.
            if not is_anker and self._names.of_label(paragraph.letters()) not in ("", question_id):
                break
            until = number + 1
        return range(start_at, until)

    def is_own_heading(self, number: int) -> bool:
        """Whether a heading is none of the document as it was made."""
        if not 0 < number < len(self._paragraphs) or not self._marked_levels:
            return False
        paragraph = self._paragraphs[number]
        if not paragraph.is_heading or paragraph.pad or _is_marked(paragraph):
            return False
        return (
            paragraph.niveau in self._marked_levels or self._unmarked_levels[paragraph.niveau] == 1
        )

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


def _is_marked(paragraph: PlacedParagraph) -> bool:
    return any(IN_CONTENTS in name or name.startswith(BOOKMARK) for name in paragraph.anchors)


class QuestionPlace(NamedTuple):
    """Where one question was found; `anchors` are the numbers of the paragraphs with its bookmark.

    `span` holds the numbers of the paragraphs that the bookmark leads to, `bare` is what
    LibreOffice left of a control. `kop` is the number of the heading that ends the answer, when
    somebody seems to have made that heading later. `meer` holds the paragraphs of every further
    place, and `bare_count` tells how many controls LibreOffice left something of.
    """

    blokken: tuple[ContentControl, ...] = ()
    anchors: tuple[int, ...] = ()
    span: range = range(0)
    bare: ContentControl | None = None
    kop: int = -1
    meer: tuple[range, ...] = ()
    bare_count: int = 0

    def plekken(self) -> Iterator[int]:
        """Yield the numbers of the paragraphs that are about this question."""
        yield from self.anchors
        yield from self.span
        for streek in self.meer:
            yield from streek
        for control in self.blokken[:MAX_ANDERS]:
            yield from range(control.begin, control.einde)


def find_places(
    walk: DocumentWalk, names: QuestionNames, vragen: Iterable[Vraag]
) -> dict[str, QuestionPlace]:
    """Return where the questions stand; those that stand nowhere are left out."""
    blokken: dict[str, list[ContentControl]] = {}
    kale: dict[str, list[ContentControl]] = {}
    ankers: dict[str, list[int]] = {}
    for control in walk.controls:
        if question_id := names.of_id(control.tag):
            blokken.setdefault(question_id, []).append(control)
    for number, paragraph in enumerate(walk.paragraphs):
        for control in paragraph.controls:
            # In a sentence it is a place of an answer as it is, and not what is left of one.
            if (question_id := names.of_bare(control)) and not control.words_before:
                kale.setdefault(question_id, []).append(control)
        for name in paragraph.anchors:
            if question_id := names.of_anchor(name):
                ankers.setdefault(question_id, []).append(number)
    grenzen = AnswerBounds(walk.paragraphs, names, blokken)
    result = {}
    for vraag in vragen:
        name = vraag.id
        own = kale.get(name, [])
        place = QuestionPlace(
            tuple(blokken.get(name, ())),
            tuple(ankers.get(name, ())),
            bare=own[0] if own else None,
            bare_count=len(own),
        )
        if place.blokken or place.anchors or place.bare:
            result[name] = _with_span(place, vraag, walk.paragraphs, grenzen)
    return result


def _with_span(
    place: QuestionPlace, vraag: Vraag, paragraphs: Sequence[PlacedParagraph], grenzen: AnswerBounds
) -> QuestionPlace:
    """Return the place with the paragraphs that its bookmark leads to, or what is left of it."""
    if place.anchors:
        streek = grenzen.span(place.anchors[0] + 1, vraag.id, is_anker=True)
        if streek and not place.bare:
            place = place._replace(bare=_was_field(paragraphs[streek.start]))
    elif place.bare:
        start = place.bare.begin
        streek = grenzen.span(start, vraag.id, is_anker=False)
        if vraag.type.shape is Shape.TABLE:  # its control went into the first cell
            streek = paragraphs[start].tabel() or streek
    else:
        return place
    kop = streek.stop if grenzen.is_own_heading(streek.stop) else -1
    place = place._replace(span=streek, kop=kop)
    meer = [grenzen.span(a + 1, vraag.id, is_anker=True) for a in place.anchors[1:MAX_ANDERS]]
    if place.blokken and place.bare and place.bare.placeholder_name != WAS_FIELD:
        start = place.bare.begin  # a copy, when it stands outside the control
        inner = (range(b.begin, b.einde) for b in place.blokken)
        if start not in streek or (not place.anchors and not any(start in een for een in inner)):
            meer.append(grenzen.span(start, vraag.id, is_anker=False))
    return place._replace(meer=tuple(meer))


def _was_field(paragraph: PlacedParagraph) -> ContentControl | None:
    """Return the control that was a field to fill in, when a paragraph begins with it."""
    for control in paragraph.controls:
        if control.placeholder_name == WAS_FIELD:
            return None if control.words_before else control
    return None
