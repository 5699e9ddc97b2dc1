"""From the page that a heading stands on, counted from the front, to the number printed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.counters import in_format

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMS = ("lowerRoman", "upperRoman", "lowerLetter", "upperLetter")


class Section(NamedTuple):
    """How the pages of a section are numbered; `mark` is the bookmark at its beginning."""

    mark: str
    start: int | None = None  # None: on from the section before
    form: str = "decimal"
    kind: str = "nextPage"


class Counting(NamedTuple):
    """What numbers are wanted: bookmarks to look up by anchor, and the sections in order."""

    places: dict[str, str]
    sections: tuple[Section, ...] = ()

    def numbers(self, pages: Mapping[str, int]) -> dict[str, str]:
        """Return the printed number by anchor; `pages` has the page of each bookmark, from 1."""
        start = self._start(pages)
        return {
            anchor: _number(pages[mark], start)
            for anchor, mark in self.places.items()
            if mark in pages
        }

    def _start(self, pages: Mapping[str, int]) -> list[tuple[int, int, str]]:
        """Return of each section its first page, the number there, and how numbers are written."""
        result = [(1, 1, "decimal")]
        for section in self.sections:
            page = pages.get(section.mark)
            if page is None:
                continue
            if section.start is not None:
                number = section.start
            else:
                previous_page, previous_number, _ = result[-1]
                number = previous_number + page - previous_page
                # A blank page is counted, but not in the PDF.
                number += (section.kind, number % 2) in (("oddPage", 0), ("evenPage", 1))
            result.append((page, number, section.form))
        return result


def _number(page: int, start: list[tuple[int, int, str]]) -> str:
    first, number, form = next(b for b in reversed(start) if b[0] <= page)
    return in_format(number + page - first, form if form in _FORMS else "decimal")
