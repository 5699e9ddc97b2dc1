"""The pane beside or below what is typed: guidance, an example, tools, the keys.

One key opens it, gives the rest of a text that does not fit, and closes it at the end. So it can be
read while the cursor stays where it was, on every keyboard.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.mouse_events import MouseEventType

from uitvoeringsplan.terminal.keys import HULP, LINKS, UITLEG, VOORBEELD

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
    PanePiece.UITLEG: UITLEG,
    PanePiece.VOORBEELD: VOORBEELD,
    PanePiece.LINKS: LINKS,
    PanePiece.HULP: HULP,
}


class PanePreference:
    """Which piece a user has open, from one question to the next; None for none."""

    def __init__(self) -> None:
        self.stuk: PanePiece | None = PanePiece.UITLEG


class Pane:
    """The pane of one question; `teksten` gives each piece as lines that fit in some columns."""

    def __init__(
        self, teksten: Mapping[PanePiece, Callable[[int], list[str]]], voorkeur: PanePreference
    ) -> None:
        self._teksten = teksten
        self._voorkeur = voorkeur
        self.open = voorkeur.stuk if voorkeur.stuk in teksten else None
        self._eerste = 0  # the first line that is shown
        self._breedte, self._hoogte = 80, 1
        self._folded: tuple[object, list[str]] | None = None
        self.inhoud = _PaneControl(self)

    def press(self, stuk: PanePiece) -> None:
        """Do what the key of this piece does: open it, go on in it, or close it."""
        if self.open is stuk:
            if not self.scroll_by(self._hoogte):
                self.close()
            return
        self.open, self._eerste = stuk, 0
        # The list of keys is looked up and left; the others are something to write by.
        if stuk is not PanePiece.HULP:
            self._voorkeur.stuk = stuk

    def close(self) -> bool:
        """Close it, or what lies over it; False when it was not open."""
        if self.open is None:
            return False
        if self.open is not PanePiece.HULP:
            self._voorkeur.stuk = None
        self.open, self._eerste = self._voorkeur.stuk, 0
        return True

    def scroll_by(self, regels: int) -> bool:
        """Show what is this many lines further; False when there was nothing further."""
        verst = max(0, len(self._regels()) - self._hoogte)
        doel = max(0, min(verst, self._eerste + regels))
        is_verder, self._eerste = doel != self._eerste, doel
        return is_verder

    def wants(self, kolommen: int) -> int:
        """Return how many lines it takes to show all of it in these columns."""
        self._breedte = kolommen
        return len(self._regels())

    def take_room(self, kolommen: int, regels: int) -> None:
        """Take this room for the next drawing."""
        self._breedte, self._hoogte = kolommen, max(1, regels)
        self.scroll_by(0)

    def titel(self) -> str:
        """Return its name, how much of it is seen, and what its key does now."""
        if self.open is None:
            return ""
        totaal = len(self._regels())
        tot = self._eerste + self._hoogte
        if tot < totaal:
            return (
                f"{self.open.value} ({tot} van {totaal} regels)  {PIECE_KEY[self.open].naam} meer"
            )
        return f"{self.open.value}  {PIECE_KEY[self.open].naam} sluiten"

    def getoond(self) -> str:
        """Return the lines that are seen now."""
        return "\n".join(self._regels()[self._eerste : self._eerste + self._hoogte])

    def _regels(self) -> list[str]:
        sleutel = (self.open, self._breedte)
        if self._folded is None or self._folded[0] != sleutel:
            regels = self._teksten[self.open](self._breedte) if self.open else []
            self._folded = (sleutel, [stuk for r in regels for stuk in self._broken(r)])
        return self._folded[1]

    def _broken(self, regel: str) -> list[str]:
        """Return a line in pieces that fit: an address may be longer than the pane is wide."""
        return [regel[i : i + self._breedte] for i in range(0, len(regel), self._breedte)] or [""]


class _PaneControl(FormattedTextControl):
    """Draws the pane, and lets the wheel of a mouse move it."""

    def __init__(self, paneel: Pane) -> None:
        self._paneel = paneel
        super().__init__(paneel.getoond)

    def mouse_handler(self, mouse_event: MouseEvent) -> NotImplementedOrNone:
        """Move by some lines; a click does nothing."""
        stap = {MouseEventType.SCROLL_DOWN: _WHEEL, MouseEventType.SCROLL_UP: -_WHEEL}
        if mouse_event.event_type not in stap:
            return NotImplemented
        self._paneel.scroll_by(stap[mouse_event.event_type])
        return None
