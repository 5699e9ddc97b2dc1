"""Words that go with a drawing: a bounded enumeration that counts what did not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The most characters that the words with one drawing take; the table itself stands beside it.
MAX_LENGTH = 1500
_MAX_NAME = 90


def shorten(text: str, length: int = _MAX_NAME) -> str:
    """Return the text, cut at a word with an ellipsis when it is long."""
    if len(text) <= length:
        return text
    start = text[: length - 1]
    at_word = start.rpartition(" ")[0]
    # A very long last word is cut itself; else little of the name would be left.
    return (at_word if len(at_word) > length // 2 else start).rstrip(" ,;:") + "…"


def bounded(
    head: str, groups: Sequence[tuple[str, Sequence[str]]], room: int, what: tuple[str, str]
) -> str:
    """Return `head` and a sentence per group (name, members), in at most `room` characters.

    What does not fit is counted: “En nog 12 acties”. `what` is the word for one and for more.
    """
    text = head
    left_over = sum(len(members) for _, members in groups)
    for name, members in groups:
        zin = text  # without the full stop, which the next member takes the place of
        for number, member in enumerate(members):
            zin += f"; {member}" if number else f" {name}: {member}"
            longer = zin if member.endswith((".", "…", "!", "?")) else f"{zin}."
            if len(longer) + len(_rest(left_over - 1, what)) > room:
                return text + _rest(left_over, what)
            text, left_over = longer, left_over - 1
    return text


def _rest(count: int, what: tuple[str, str]) -> str:
    return f" En nog {count} {what[count != 1]}; zie de tabel." if count else ""
