"""The question that a paragraph outside the answers belongs to, for who keeps a remark on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.word.returned.places import is_marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uitvoeringsplan.word.returned.places import QuestionPlace
    from uitvoeringsplan.word.returned.walk import PlacedParagraph


class NearestQuestions:
    """Tells which question a paragraph stands nearest to, worked out when somebody asks.

    That is the one above it under the same heading, or else the next below it in the chapter, for
    text leads up to a question, or else the last above it. A chapter without a question has no
    nearest one: what is said there is about the whole document. A heading that somebody made later
    ends nothing.
    """

    def __init__(
        self, paragraphs: Sequence[PlacedParagraph], places: Mapping[str, QuestionPlace]
    ) -> None:
        self._paragraphs, self._places = paragraphs, places
        self._names: list[str] | None = None

    def at(self, number: int) -> str:
        """Return the id of the question nearest to the paragraph with this number, or nothing."""
        if self._names is None:
            self._names = self._found()
        return self._names[number]

    def _found(self) -> list[str]:
        own = {at: name for name, place in self._places.items() for at in place.places()}
        headings = [p for p in self._paragraphs if p.is_heading]
        has_marks = any(map(is_marked, headings))
        levels = [
            p.level if p.is_heading and n not in own and (is_marked(p) or not has_marks) else None
            for n, p in enumerate(self._paragraphs)
        ]
        result = [""] * len(levels)
        below = ""  # in the chapter
        for number, (under_it, in_chapter) in reversed(list(enumerate(_above(own, levels)))):
            below = own.get(number, below)
            result[number] = under_it or below or in_chapter
            if levels[number] == 0:
                below = ""
        return result


def _above(own: Mapping[int, str], levels: Sequence[int | None]) -> Iterator[tuple[str, str]]:
    """Yield per paragraph the question above it: under the same heading, and in the chapter."""
    under_it = in_chapter = ""
    for number, level in enumerate(levels):
        if level is not None:
            under_it = ""
            in_chapter = "" if level == 0 else in_chapter
        if number in own:
            under_it = in_chapter = own[number]
        yield under_it, in_chapter
