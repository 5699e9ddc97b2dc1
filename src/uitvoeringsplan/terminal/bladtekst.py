"""Lines to leaf through, when a window has no room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Bladtekst:
    """Which line is the first one in view; `view` keeps it where there are lines."""

    def __init__(self) -> None:
        self._boven = 0

    def move(self, regels: int) -> None:
        """Shift the view, so many lines further on."""
        self._boven += regels

    def move_page(self, richting: int, hoogte: int) -> None:
        """Shift the view a page further on (1) or back (-1); one line of the last page stays."""
        self.move(richting * max(1, hoogte - 1))

    def view(self, regels: Sequence[str], hoogte: int) -> Sequence[str]:
        """Return the lines in view, at most `hoogte` of them."""
        self._boven = max(0, min(self._boven, len(regels) - hoogte))
        return regels[self._boven : self._boven + hoogte]
