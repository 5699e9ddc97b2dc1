"""Who is there to ask and to show something to."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, TextIO

from uitvoeringsplan.commands.output import say
from uitvoeringsplan.errors import GebruikError

if TYPE_CHECKING:
    from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller
    from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller

    AnyVragensteller = EenvoudigeVragensteller | TerminalVragensteller


def wants_colour() -> bool:
    """Whether standard output shows colours, and the user wants them."""
    return _is_screen(sys.stdout) and not os.environ.get("NO_COLOR")


def has_screen() -> bool:
    """Whether standard output is a screen, so that what does not fit scrolls away."""
    return _is_screen(sys.stdout)


def is_terminal() -> bool:
    """Whether there is someone to ask: a keyboard and a screen, both not redirected."""
    return _is_screen(sys.stdin) and _is_screen(sys.stdout)


def require_terminal(command: str) -> None:
    """Raise GebruikError, naming what to use instead, when nobody can be asked anything."""
    if not is_terminal():
        raise GebruikError(
            f"Hier is geen terminal om vragen in te stellen. Gebruik in een script `{command}`."
        )


def open_vragensteller(*, plain: bool) -> AnyVragensteller:
    """Return what asks here: in a rich terminal, or in plain lines."""
    # Of the two only one is loaded: the libraries of the rich terminal take a while.
    if plain or os.environ.get("TERM") == "dumb":
        from uitvoeringsplan.terminal.lines.line_input import LineInput  # noqa: PLC0415
        from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller  # noqa: PLC0415

        return EenvoudigeVragensteller(say, LineInput(sys.stdin, sys.stdout))
    gc.disable()  # what is loaded stays: looking for garbage in it only takes time
    try:
        from uitvoeringsplan.terminal.screen.conversation import TerminalVragensteller  # noqa: PLC0415
    finally:
        gc.enable()
    return TerminalVragensteller(say)


def _is_screen(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
