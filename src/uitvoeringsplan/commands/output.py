"""The one door by which text leaves for the screen, a file or a pipe.

Everything that is said goes through here, so that nothing of a stranger reaches a terminal raw (see
`terminal.visible`), and so that an output that takes no more is noticed at once.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys

from uitvoeringsplan.terminal.visible import make_visible, make_visible_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_ASCII = ("ascii", "us-ascii", "ansi_x3.4-1968")  # what a stream is in that nobody set up


class UitgangDichtError(Exception):
    """Standard output takes nothing any more: its reader has gone, or the disk is full.

    No UitvoeringsplanError: what goes on after one plan failed must not go on after this.
    """


def prepare_streams() -> None:
    """Never stumble over a sign that the console cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = "utf-8" if stream.encoding.lower() in _ASCII else None
            stream.reconfigure(encoding=encoding, errors="replace")


def say(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Put a text on standard output, or with `err` beside it; raises UitgangDichtError.

    Nobody hears of it when standard error is closed: there is nothing left to say it with.
    """
    stream = sys.stderr if err else sys.stdout
    _put(lambda: _folded(make_visible(text), stream) + "\n" * nl, err=err)


def say_json(content: object) -> None:
    """Put JSON on standard output; raises UitgangDichtError."""
    import json  # noqa: PLC0415 - few commands are asked for it

    text = make_visible_json(json.dumps(content, ensure_ascii=False, indent=2))
    _put(lambda: f"{text}\n")


def say_utf8(text: str) -> None:
    """Put a text on standard output as UTF-8, whatever the console thinks, for git.

    git passes it on to a terminal. Raises UitgangDichtError.
    """

    def write() -> None:
        sys.stdout.buffer.write(make_visible(text).encode("utf-8", "replace"))
        sys.stdout.buffer.flush()

    _try(write)


def show_progress(text: str, *, is_done: bool) -> None:
    """Put a line on standard error that the next one takes the place of, until `is_done`."""
    _put(lambda: f"\r{make_visible(text)}" + "\n" * is_done, err=True)


def clear_progress() -> None:
    """Remove such a line, so that another can be said in its place."""
    _put(lambda: "\r\033[K", err=True)


def close_output() -> None:
    """Let what could not be written go, so that the end of the program does not try once more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _folded(text: str, stream: TextIO | None) -> str:
    """Return a text in lines that fit, when it goes to a screen, which itself breaks words.

    Whoever reads a file or a pipe gets whole sentences.
    """
    if stream is None or stream.closed or not stream.isatty():
        return text
    # Who reads a pipe does not need it.
    from uitvoeringsplan.terminal.wrapping import fit_text, text_width  # noqa: PLC0415

    return fit_text(text, text_width())


def _put(text: Callable[[], str], *, err: bool = False) -> None:
    """Write a text; what is no screen gets it without colours."""

    def write() -> None:
        stream = sys.stderr if err else sys.stdout
        if stream is None:  # the program was started without
            raise OSError
        if os.name == "nt" and stream.isatty():
            import typer  # noqa: PLC0415 - knows the consoles of Windows that show no colours

            typer.echo(text(), err=err, nl=False)
            return
        words = text()
        if "\x1b" in words and not stream.isatty():
            words = re.sub(r"\x1b\[[0-9;]*m", "", words)
        stream.write(words)
        stream.flush()

    _try(write, err=err)


def _try(write: Callable[[], None], *, err: bool = False) -> None:
    try:
        write()
    except (OSError, ValueError) as error:  # a stream that was closed says ValueError
        if not err:
            raise UitgangDichtError from error
