"""The program as a command line: arguments in, one command, an exit code out."""

from __future__ import annotations

import sys

from uitvoeringsplan import __version__
from uitvoeringsplan.commands import edge, table
from uitvoeringsplan.commands.output import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; says on stderr what went wrong."""
    return edge.run(lambda: _start(arguments))


def _start(arguments: Sequence[str] | None) -> object:
    """Do what is asked: at once when that is plain, and otherwise as Typer reads it."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words == ["--versie"]:
        say(f"uitvoeringsplan {__version__}")
        return None
    known = table.load_table()
    if known is not None and words:
        if (page := table.find_help(words, known)) is not None:
            from uitvoeringsplan.commands.help import render  # noqa: PLC0415 - seldom asked for

            say(render(page))
            return None
        name, rest = table.split_call(words)
        if name and (values := table.read_call(rest, known[name])) is not None:
            return edge.work(table.load(name), values)
    from uitvoeringsplan.commands.with_typer import run_typer  # noqa: PLC0415 - takes a while

    return run_typer(arguments)
