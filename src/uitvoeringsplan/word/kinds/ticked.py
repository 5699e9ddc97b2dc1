"""Whether a box is ticked for an answer, and which answer a number of boxes give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import plain_text, read_markup

if TYPE_CHECKING:
    from collections.abc import Collection

    from uitvoeringsplan.model.vraag import Vraag

_FIRST = 1  # a box that stands alone is the one for yes


def is_ticked(vraag: Vraag, choice: int, text: str) -> bool:
    """Whether the box for a choice is ticked when this is the answer."""
    choices = vraag.type.choices(vraag)
    number = (choice or _FIRST) - 1
    return number < len(choices) and choices[number] in _chosen(text)


def answer_of(vraag: Vraag, boxes: Collection[int], ticked: Collection[int], *, was: str) -> str:
    """Return the answer that boxes give, by the numbers of their choices.

    A lone box for yes that is not ticked says no, but not in a document without an answer.
    """
    choices = vraag.type.choices(vraag)
    chosen = [choices[n - 1] for n in sorted(ticked) if 0 < n <= len(choices)]
    if not chosen and was and set(boxes) == {_FIRST} and choices == ("ja", "nee"):
        return choices[1]
    return "; ".join(chosen)


def _chosen(text: str) -> set[str]:
    return {plain_text((block,)).strip() for block in read_markup(text)}
