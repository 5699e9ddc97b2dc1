"""The text of a field in rows, each with the styles to draw it in, and moving from row to row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from prompt_toolkit.layout.controls import BufferControl

from uitvoeringsplan.terminal.field.rijen import Rijen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase

    from uitvoeringsplan.terminal.field.schrijven import Veldtekst

    # Gives (begin, end, style) of parts of the text between two places, in the order to put on.
    Kleding = Callable[[str, int, int], Iterable[tuple[int, int, str]]]

_SELECTED = "class:veld.selectie"


class Getekend(NamedTuple):
    """All that decides how a row looks: two that are equal look the same.

    `delen` are (begin, end, style) of parts of `tekst`; `erachter` is the style of the cell behind.
    """

    inspring: int
    tekst: str
    delen: tuple[tuple[int, int, str], ...]
    erachter: str


class Beeld(BufferControl):
    """Knows the rows of a text at the width of its window; `venster.py` draws them."""

    def __init__(self, tekst: Veldtekst, kleding: Kleding, toetsen: KeyBindingsBase) -> None:
        super().__init__(buffer=tekst, key_bindings=toetsen)
        self.tekst = tekst
        self._dress = kleding
        self._width = 79
        self._rows = Rijen(tekst.text, self._width)

    @property
    def rijen(self) -> Rijen:
        """The rows of the text as it stands, at the width of the window."""
        rows, tekst = self._rows, self.tekst.text
        if rows.breedte != self._width or rows.tekst != tekst:
            self._rows = rows = Rijen(tekst, self._width, rows)
        return rows

    def preferred_height(self, width: int, max_available_height: int, *_: Any, **__: Any) -> int:
        """Return how many rows it has, as many as there is room for."""
        self.fit(width)
        return min(max_available_height, self.rijen.aantal)

    def fit(self, columns: int) -> None:
        """Wrap for a window of so many columns: one is kept for the cursor behind a full row."""
        self._width = max(2, columns - 1)

    def row(self, nummer: int) -> Getekend:
        """Return how one row looks."""
        rows = self.rijen
        rij = rows.rij(nummer)
        parts = [*self._dress(rows.tekst, rij.begin, rij.eind)]
        behind = ""
        if selected := self.tekst.selectie:
            begin, end = selected
            parts.append((begin, end, _SELECTED))
            # The cell behind a paragraph shows that its end is selected too.
            if rij.is_laatste and begin <= rij.eind < end:
                behind = _SELECTED
        within = (
            (max(0, van - rij.begin), min(tot, rij.eind) - rij.begin, style)
            for van, tot, style in parts
            if van < rij.eind and tot > rij.begin
        )
        return Getekend(rij.inspring, rows.tekst[rij.begin : rij.eind], tuple(within), behind)

    def move_rows(self, aantal: int, *, select: bool = False) -> None:
        """Move the cursor up or down, as near as can be to the column where it once started."""
        text, rows = self.tekst, self.rijen
        plek = text.cursor_position
        wished = text.preferred_column
        kolom = rows.kolom(plek) if wished is None else wished
        nummer = min(max(0, rows.nummer(plek) + aantal), rows.aantal - 1)
        text.move(rows.plek(nummer, kolom), select=select)
        text.preferred_column = kolom  # moving made the library forget it
