"""The pane beside or below what is typed: guidance, an example, tools, the keys.

One key opens it, gives the rest of a text that does not fit, and closes it at the end. So it can be
read while the cursor stays where it was, on every keyboard.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.mouse_events import MouseEventType

from uitvoeringsplan.terminal.keys import EXPLANATION, HELP, LINKS, VOORBEELD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prompt_toolkit.key_binding.key_bindings import NotImplementedOrNone
    from prompt_toolkit.mouse_events import MouseEvent

_WHEEL = 3  # lines for one click of a mouse wheel


class PanePiece(Enum):
    """What the pane can show; the value is its title."""

    UITLEG = "Uitleg"
    VOORBEELD = "Voorbeeld"
    LINKS = "Hulpmiddelen"
    HULP = "Toetsen"


PIECE_KEY = {
    PanePiece.UITLEG: EXPLANATION,
    PanePiece.VOORBEELD: VOORBEELD,
    PanePiece.LINKS: LINKS,
    PanePiece.HULP: HELP,
}


class PanePreference:
    """Which piece a user has open, from one question to the next; None for none."""

    def __init__(self) -> None:
        self.run: PanePiece | None = PanePiece.UITLEG


class Pane:
    """The pane of one question; `texts` gives each piece as lines that fit in some columns."""

    def __init__(
        self, texts: Mapping[PanePiece, Callable[[int], list[str]]], preference: PanePreference
    ) -> None:
        self._texts = texts
        self._preference = preference
        self.open = preference.run if preference.run in texts else None
        self._first = 0  # the first line that is shown
        self._width, self._height = 80, 1
        self._folded: tuple[object, list[str]] | None = None
        self.content = _PaneControl(self)

    def press(self, run: PanePiece) -> None:
        """Do what the key of this piece does: open it, go on in it, or close it."""
        if self.open is run:
            if not self.scroll_by(self._height):
                self.close()
            return
        self.open, self._first = run, 0
        # The list of keys is looked up and left; the others are something to write by.
        if run is not PanePiece.HULP:
            self._preference.run = run

    def close(self) -> bool:
        """Close it, or what lies over it; False when it was not open."""
        if self.open is None:
            return False
        if self.open is not PanePiece.HULP:
            self._preference.run = None
        self.open, self._first = self._preference.run, 0
        return True

    def scroll_by(self, lines: int) -> bool:
        """Show what is this many lines further; False when there was nothing further."""
        verst = max(0, len(self._lines()) - self._height)
        target = max(0, min(verst, self._first + lines))
        is_further, self._first = target != self._first, target
        return is_further

    def wants(self, kolommen: int) -> int:
        """Return how many lines it takes to show all of it in these columns."""
        self._width = kolommen
        return len(self._lines())

    def take_room(self, kolommen: int, lines: int) -> None:
        """Take this room for the next drawing."""
        self._width, self._height = kolommen, max(1, lines)
        self.scroll_by(0)

    def titel(self) -> str:
        """Return its name, how much of it is seen, and what its key does now."""
        if self.open is None:
            return ""
        total = len(self._lines())
        end = self._first + self._height
        if end < total:
            return f"{self.open.value} ({end} van {total} regels)  {PIECE_KEY[self.open].name} meer"
        return f"{self.open.value}  {PIECE_KEY[self.open].name} sluiten"

    def shown(self) -> str:
        """Return the lines that are seen now."""
        return "\n".join(self._lines()[self._first : self._first + self._height])

    def _lines(self) -> list[str]:
        key = (self.open, self._width)
        if self._folded is None or self._folded[0] != key:
            lines = self._texts[self.open](self._width) if self.open else []
            self._folded = (key, [run for r in lines for run in self._broken(r)])
        return self._folded[1]

    def _broken(self, line: str) -> list[str]:
        """Return a line in pieces that fit: an address may be longer than the pane is wide."""
        return [line[i : i + self._width] for i in range(0, len(line), self._width)] or [""]


class _PaneControl(FormattedTextControl):
    """Draws the pane, and lets the wheel of a mouse move it."""

    def __init__(self, pane: Pane) -> None:
        self._pane = pane
        super().__init__(pane.shown)

    def mouse_handler(self, mouse_event: MouseEvent) -> NotImplementedOrNone:
        """Move by some lines; a click does nothing."""
        stap = {MouseEventType.SCROLL_DOWN: _WHEEL, MouseEventType.SCROLL_UP: -_WHEEL}
        if mouse_event.event_type not in stap:
            return NotImplemented
        self._pane.scroll_by(stap[mouse_event.event_type])
        return None
