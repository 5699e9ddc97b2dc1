"""What the terminal wants to know of the spelling of a text; a task finds it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Spelling(Protocol):
    """Says which words are wrong, and what they may have to be.

    Nothing here waits, except `find_fouten` and `wait_for_voorstellen`. What is not known yet is
    asked for; `wek` is called, from another thread, when there is something else to show. `meld` is
    called in the same way with the one remark that there is when looking had to stop.
    """

    wek: Callable[[], object]
    meld: Callable[[str], object]
    cursor: Callable[[], int]

    @property
    def waarom_uit(self) -> str:
        """Why nothing is looked at, and how that could be; empty when it is."""

    @property
    def is_uit(self) -> bool:
        """Whether it is known by now that nothing is looked at; asking begins nothing."""

    def fouten(self, tekst: str, begin: int, eind: int) -> Iterable[tuple[int, int]]:
        """Give where wrong words stand in `tekst`, between `begin` and `eind`; for drawing.

        The word at the `cursor` is left alone: it may not be finished.
        """

    def all_fouten(self, tekst: str) -> list[tuple[int, int]]:
        """Return where every wrong word stands, also the one at the cursor."""

    def is_klaar(self, tekst: str) -> bool:
        """Whether every word of a text has been looked at; what has not is asked for."""

    def voorstellen(self, woord: str) -> tuple[str, ...] | None:
        """Return what a word may have to be, the best first; None while that is being found."""

    def onthoud(self, woord: str) -> bool:
        """Take a word for right in this plan; False when that holds only until the end."""

    def find_fouten(self, tekst: str) -> tuple[str, ...]:
        """Return the wrong words of a text, each once; waits a moment for what is not known yet."""

    def wait_for_voorstellen(self, woord: str) -> tuple[str, ...]:
        """Return what a word may have to be; waits for it, and gives nothing when it is late."""

    def stop(self) -> None:
        """Let go of everything; there are no wrong words after this."""
