"""Words that go with a drawing: a bounded enumeration that counts what did not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The most characters that the words with one drawing take; the table itself stands beside it.
GRENS = 1500
_MAX_NAME = 90


def kort(tekst: str, lengte: int = _MAX_NAME) -> str:
    """Return the text, cut at a word with an ellipsis when it is long."""
    if len(tekst) <= lengte:
        return tekst
    begin = tekst[: lengte - 1]
    aan_woord = begin.rpartition(" ")[0]
    # A very long last word is cut itself; else little of the name would be left.
    return (aan_woord if len(aan_woord) > lengte // 2 else begin).rstrip(" ,;:") + "…"


def begrensd(
    kop: str, groepen: Sequence[tuple[str, Sequence[str]]], ruimte: int, wat: tuple[str, str]
) -> str:
    """Return `kop` and a sentence per group (name, members), in at most `ruimte` characters.

    What does not fit is counted: “En nog 12 acties”. `wat` is the word for one and for more.
    """
    tekst = kop
    over = sum(len(leden) for _, leden in groepen)
    for naam, leden in groepen:
        zin = tekst  # without the full stop, which the next member takes the place of
        for nummer, lid in enumerate(leden):
            zin += f"; {lid}" if nummer else f" {naam}: {lid}"
            langer = zin if lid.endswith((".", "…", "!", "?")) else f"{zin}."
            if len(langer) + len(_rest(over - 1, wat)) > ruimte:
                return tekst + _rest(over, wat)
            tekst, over = langer, over - 1
    return tekst


def _rest(aantal: int, wat: tuple[str, str]) -> str:
    return f" En nog {aantal} {wat[aantal != 1]}; zie de tabel." if aantal else ""
