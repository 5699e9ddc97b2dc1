"""The question that a paragraph outside the answers belongs to, for who keeps a remark on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uitvoeringsplan.word.returned.places import QuestionPlace
    from uitvoeringsplan.word.returned.walk import PlacedParagraph

_LEVELS = 9  # of headings


class NearestQuestions:
    """Tells which question a paragraph stands nearest to, worked out when somebody asks.

    That is the one above it under the same heading, or else the one below it in what that heading
    is about, or else the nearest in the chapter. A chapter without a question has no nearest one:
    what is said there is about the whole document.
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
        levels = [None if n in own else p.level for n, p in enumerate(self._paragraphs)]
        above = list(_above(own, levels))
        result = [""] * len(levels)
        below: dict[int, int] = {}  # by the level of its heading, what a paragraph finds below it
        for number in range(len(levels) - 1, -1, -1):
            heading, under_it, in_chapter = above[number]
            if number in own:
                below = dict.fromkeys(range(-1, _LEVELS), number)
            found = under_it if under_it is not None else below.get(heading)
            if found is None:
                near = (place for place in (in_chapter, below.get(-1)) if place is not None)
                found = min(near, key=lambda place: abs(place - number), default=None)
            result[number] = "" if found is None else own[found]
            level = levels[number]
            if level == 0:
                below.clear()
            elif level is not None:
                for deeper in range(level, _LEVELS):
                    below.pop(deeper, None)
        return result


def _above(
    own: Mapping[int, str], levels: Sequence[int | None]
) -> Iterator[tuple[int, int | None, int | None]]:
    """Yield per paragraph the level of its heading, and where the question above it ends.

    That is first the one under the same heading, and then any of the chapter.
    """
    heading = -1
    under_it: int | None = None
    in_chapter: int | None = None
    for number, level in enumerate(levels):
        if level is not None:
            heading, under_it = level, None
            in_chapter = None if level == 0 else in_chapter
        if number in own:
            under_it = in_chapter = number
        yield heading, under_it, in_chapter
