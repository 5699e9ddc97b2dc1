"""The cells of a screen that a row of text fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.layout.screen import Char

if TYPE_CHECKING:
    from uitvoeringsplan.terminal.field.beeld import Getekend

_EMPTY = Char("", "")  # behind a wide sign, which is drawn over it


class _Chars(dict[tuple[str, str], Char]):
    def __missing__(self, key: tuple[str, str]) -> Char:
        char = self[key] = Char(*key)
        return char


_CHARS = _Chars()


def make_cells(row: Getekend, first: int, columns: int) -> dict[int, Char]:
    """Return the cells of a row by their column, from column `first` on and no more than fit."""
    cells: dict[int, Char] = {}
    x, most = first + row.inspring, first + columns
    before = -1  # the column of the last sign, for accents and the like that go on top of it
    if row.inspring:
        before = x - 1
        cells[before] = _CHARS[" ", ""]
    for teken, style in zip(row.tekst, _styles(row), strict=True):
        char = _CHARS[teken, style]
        width = char.width
        if width == 0:
            if before >= 0 and cells[before].width <= 2:
                under = cells[before]
                cells[before] = _CHARS[under.char + teken, under.style]
        elif x < most:
            cells[x] = char
            for i in range(x + 1, x + width):
                cells[i] = _EMPTY
            before = x
        x += width
    if row.erachter and x < most:
        cells[x] = _CHARS[" ", row.erachter]
    return cells


def _styles(row: Getekend) -> list[str]:
    """Return the style of every sign; later parts are put over earlier ones."""
    styles = [""] * len(row.tekst)
    for begin, end, style in row.delen:
        for i in range(begin, end):
            styles[i] = f"{styles[i]} {style}" if styles[i] else style
    return styles
