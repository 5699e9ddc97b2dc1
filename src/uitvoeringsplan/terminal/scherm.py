"""The window as a whole, kept from one question to the next.

A program that gives the window back between two questions lets it flash. So it is taken once, and
given back when there is something to print, or at the end.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from prompt_toolkit.output import Output


class Scherm:
    """The alternate screen of the terminal (DEC private mode 1049, or a buffer of a console)."""

    def __init__(self) -> None:
        self._uitvoer: Output | None = None

    @property
    def is_open(self) -> bool:
        """Whether the window is ours now."""
        return self._uitvoer is not None

    def open(self) -> Output:
        """Take the window, if it is not ours already, and return what to draw with."""
        if self._uitvoer is None:
            from prompt_toolkit.application import get_app_session  # noqa: PLC0415 - slow to load

            self._uitvoer = get_app_session().output
            self._uitvoer.enter_alternate_screen()
            self._uitvoer.flush()
        return cast("Output", _Vastgehouden(self._uitvoer))

    def sluit(self) -> None:
        """Give the window back as it was before."""
        if self._uitvoer is not None:
            uitvoer, self._uitvoer = self._uitvoer, None
            with contextlib.suppress(OSError):  # the window may be gone
                uitvoer.quit_alternate_screen()
                uitvoer.flush()


class _Vastgehouden:
    """An output of which the screen is taken already: a program neither takes it nor gives it up.

    A program that wipes when it ends (`erase_when_done`) lets a window flash. What it showed stays,
    until the next one draws.
    """

    def __init__(self, uitvoer: Output) -> None:
        self._uitvoer = uitvoer

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._uitvoer, naam)

    def erase_down(self) -> None:
        """Wipe the window from the cursor on, unless that is all that is left to do."""
        from prompt_toolkit.application import get_app  # noqa: PLC0415 - whoever draws has it

        if not get_app().is_done:
            self._uitvoer.erase_down()

    def enter_alternate_screen(self) -> None:
        """Leave it at that."""

    def quit_alternate_screen(self) -> None:
        """Leave it at that."""
