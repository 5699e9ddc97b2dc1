"""Completion with Tab: Typer does it, and what it says of that is said in Dutch."""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING

import typer

from uitvoeringsplan.commands.output import zeg, zeg_utf8
from uitvoeringsplan.errors import GebruikError

if TYPE_CHECKING:
    from collections.abc import Callable

_GEZET = re.compile(r"(\S+) completion installed in (.*)\n")


def zet_aan(doe: Callable[[], object]) -> None:
    """Let Typer switch it on, and say where; raises GebruikError when it cannot."""
    try:
        gevonden = _GEZET.search(_gezegd(doe))
    except OSError as fout:
        raise GebruikError(
            f"Aanvullen met Tab aanzetten lukt niet: {fout.filename} is niet te schrijven."
        ) from fout
    if gevonden is None:
        raise _onbekend()
    shell, pad = gevonden.groups()
    zeg(
        f"Aanvullen met Tab staat aan voor {shell}. Het werkt in een nieuwe terminal. Het staat in:"
    )
    zeg(pad)


def toon(doe: Callable[[], object]) -> None:
    """Show what Typer would put in place; raises GebruikError when it does not know the shell."""
    script = _gezegd(doe)
    if re.fullmatch(r"Shell \S* not supported\.\s*", script):
        raise _onbekend()
    zeg_utf8(script)


def _gezegd(doe: Callable[[], object]) -> str:
    """Return what Typer says; it ends the program after that, which is left to the caller."""
    gezegd = io.StringIO()
    with (
        contextlib.redirect_stdout(gezegd),
        contextlib.redirect_stderr(gezegd),
        contextlib.suppress(SystemExit, typer.Exit),
    ):
        doe()
    return gezegd.getvalue()


def _onbekend() -> GebruikError:
    return GebruikError(
        "Het is niet te zien welke shell dit is. Aanvullen met Tab kan in bash, zsh, fish en"
        " PowerShell."
    )
