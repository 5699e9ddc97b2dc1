"""The one door by which text leaves for the screen, a file or a pipe.

Everything that is said goes through here, so that nothing of a stranger reaches a terminal raw (see
`terminal.zichtbaar`), and so that an output that takes no more is noticed at once.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, TextIO

import typer

from uitvoeringsplan.terminal.visible import zichtbaar, zichtbaar_json

if TYPE_CHECKING:
    from collections.abc import Callable


class UitgangDichtError(Exception):
    """Standard output takes nothing any more: its reader has gone, or the disk is full.

    No UitvoeringsplanError: what goes on after one plan failed must not go on after this.
    """


def bereid_voor() -> None:
    """Never stumble over a sign that the console cannot show."""
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(errors="replace")


def zeg(tekst: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Put a text on standard output, or with `err` beside it; raises UitgangDichtError.

    Nobody hears of it when standard error is closed: there is nothing left to say it with.
    """
    stroom = sys.stderr if err else sys.stdout
    _schrijf(lambda: typer.echo(_folded(zichtbaar(tekst), stroom), err=err, nl=nl), err=err)


def zeg_json(inhoud: object) -> None:
    """Put JSON on standard output; raises UitgangDichtError."""
    import json  # noqa: PLC0415 - few commands are asked for it

    tekst = zichtbaar_json(json.dumps(inhoud, ensure_ascii=False, indent=2))
    _schrijf(lambda: typer.echo(tekst))


def zeg_utf8(tekst: str) -> None:
    """Put a text on standard output as UTF-8, whatever the console thinks, for git.

    git passes it on to a terminal. Raises UitgangDichtError.
    """

    def schrijf() -> None:
        sys.stdout.buffer.write(zichtbaar(tekst).encode("utf-8", "replace"))
        sys.stdout.buffer.flush()

    _schrijf(schrijf)


def toon_balk(tekst: str, *, klaar: bool) -> None:
    """Put a line on standard error that the next one takes the place of, until it is `klaar`."""
    _schrijf(lambda: typer.echo(f"\r{zichtbaar(tekst)}", nl=klaar, err=True), err=True)


def wis_balk() -> None:
    """Remove such a line, so that another can be said in its place."""
    _schrijf(lambda: typer.echo("\r\033[K", nl=False, err=True), err=True)


def sluit_af() -> None:
    """Let what could not be written go, so that the end of the program does not try once more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _folded(tekst: str, stroom: TextIO | None) -> str:
    """Return a text in lines that fit, when it goes to a screen, which itself breaks words.

    Whoever reads a file or a pipe gets whole sentences.
    """
    if stroom is None or stroom.closed or not stroom.isatty():
        return tekst
    # Seldom needed: most of what is said fits in one look.
    from uitvoeringsplan.terminal.wrapping import breedte, passend  # noqa: PLC0415

    return passend(tekst, breedte())


def _schrijf(doe: Callable[[], None], *, err: bool = False) -> None:
    try:
        _open_stroom(sys.stderr if err else sys.stdout)
        doe()
    except (OSError, ValueError) as fout:  # a stream that was closed says ValueError
        if not err:
            raise UitgangDichtError from fout


def _open_stroom(stroom: TextIO | None) -> TextIO:
    """Return the stream; Python has none when the program was started without."""
    if stroom is None:
        raise OSError
    return stroom
