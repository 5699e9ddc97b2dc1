"""What a field wants to know of the spelling of its text; somebody else finds it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Spelling(Protocol):
    """Knows which words are to be underlined; asked at every drawing, so it only looks them up."""

    def fouten(self, tekst: str, begin: int, eind: int) -> Iterable[tuple[int, int]]:
        """Give where words in `tekst[begin:eind]` begin and end in `tekst`."""
