"""The text of a field on the screen: one line of content for each row, and what the mouse does.

With a line for each row the window does not have to wrap, so its scrolling is exact. (Wrapping by
the library is at letters, and its height of rows with wide signs is wrong.)
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import get_app
from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout.controls import BufferControl, UIContent
from prompt_toolkit.mouse_events import MouseButton, MouseEventType

from uitvoeringsplan.terminal.veld.rijen import Rijen
from uitvoeringsplan.terminal.veld.tekens import nearest_stop
from uitvoeringsplan.terminal.veld.woorden import word_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase, NotImplementedOrNone
    from prompt_toolkit.mouse_events import MouseEvent

    from uitvoeringsplan.terminal.veld.rijen import Rij
    from uitvoeringsplan.terminal.veld.schrijven import Veldtekst

    # Gives (begin, end, style) of parts of the text between two places, in the order to put on.
    Kleding = Callable[[str, int, int], Iterable[tuple[int, int, str]]]

_DOUBLE_CLICK = 0.4  # seconds
_SELECTED = "class:veld.selectie"


class Beeld(BufferControl):
    """Draws a text in rows, and finds the place in the text for one on the screen."""

    def __init__(self, tekst: Veldtekst, kleding: Kleding, toetsen: KeyBindingsBase) -> None:
        super().__init__(buffer=tekst, key_bindings=toetsen)
        self._text = tekst
        self._dress = kleding
        self._width = 79
        self._rows = Rijen(tekst.text, self._width)
        self._clicked: tuple[float, int] = (0.0, -1)

    @property
    def rijen(self) -> Rijen:
        """The rows of the text as it stands, at the width of the window."""
        rows, tekst = self._rows, self._text.text
        if rows.breedte != self._width or rows.tekst != tekst:
            self._rows = rows = Rijen(tekst, self._width, rows)
        return rows

    def preferred_height(self, width: int, max_available_height: int, *_: Any, **__: Any) -> int:
        """Return how many rows it has, as many as there is room for."""
        self._set_width(width)
        return min(max_available_height, self.rijen.aantal)

    def _set_width(self, columns: int) -> None:
        self._width = max(2, columns - 1)  # one column is for the cursor behind a full row

    def create_content(self, width: int, *_: Any, **__: Any) -> UIContent:
        """Return the rows; only those that are in the window will be asked for."""
        self._set_width(width)
        rows = self.rijen
        selected = self._text.selectie or (0, 0)
        return UIContent(
            lambda nummer: self._fragments(rows, rows.rij(nummer), selected),
            rows.aantal,
            cursor_position=self._cursor(rows, width),
        )

    def _cursor(self, rows: Rijen, columns: int) -> Point:
        """Return the row of the cursor, and before which sign of it the cursor stands."""
        plek = self._text.cursor_position
        nummer = rows.nummer(plek)
        rij = rows.rij(nummer)
        outside = max(0, rows.kolom(plek) - (columns - 1))  # spaces that hang out of the window
        return Point(x=rij.inspring + plek - rij.begin - outside, y=nummer)

    def _fragments(self, rows: Rijen, rij: Rij, selected: tuple[int, int]) -> StyleAndTextTuples:
        tekst = rows.tekst[rij.begin : rij.eind]
        parts = [*self._dress(rows.tekst, rij.begin, rij.eind)]
        begin, end = max(selected[0], rij.begin), min(selected[1], rij.eind)
        if begin < end:
            parts.append((begin, end, _SELECTED))
        # The cell behind a row is where the cursor can stand, and shows that its end is selected.
        behind = _SELECTED if rij.is_laatste and selected[0] <= rij.eind < selected[1] else ""
        indent = " " * rij.inspring
        if not parts:
            return [("", f"{indent}{tekst}"), (behind, " ")]
        return [("", indent), *_dressed(tekst, rij.begin, parts), (behind, " ")]

    def place_at(self, nummer: int, sign: int) -> int:
        """Return the place of the cursor for a sign of a row as it was drawn."""
        rows = self.rijen
        nummer = min(nummer, rows.aantal - 1)
        rij = rows.rij(nummer)
        first, last = rows.rand(nummer)
        return nearest_stop(rows.tekst, min(last, max(first, rij.begin + sign - rij.inspring)))

    def mouse_handler(self, mouse_event: MouseEvent) -> NotImplementedOrNone:
        """Put the cursor where is clicked, select what is dragged over or the word clicked twice.

        The wheel is left to the window.
        """
        kind, button = mouse_event.event_type, mouse_event.button
        if kind in (MouseEventType.SCROLL_UP, MouseEventType.SCROLL_DOWN):
            return NotImplemented
        text = self._text
        plek = self.place_at(mouse_event.position.y, mouse_event.position.x)
        if kind is MouseEventType.MOUSE_DOWN and button is MouseButton.LEFT:
            get_app().layout.focus(self)
            self._click(plek)
        elif kind is MouseEventType.MOUSE_MOVE and button is MouseButton.LEFT:
            text.move(plek, select=True)
        else:
            return NotImplemented
        return None

    def _click(self, plek: int) -> None:
        now = time.monotonic()
        when, where = self._clicked
        if where == plek and now - when < _DOUBLE_CLICK:
            self._text.select(*word_at(self._text.text, plek))
            self._clicked = (0.0, -1)
        else:
            self._text.move(plek)
            self._clicked = (now, plek)

    def move_rows(self, aantal: int, *, select: bool = False) -> None:
        """Move the cursor up or down, as near as can be to the column where it once started."""
        text, rows = self._text, self.rijen
        plek = text.cursor_position
        wished = text.preferred_column
        kolom = rows.kolom(plek) if wished is None else wished
        nummer = min(max(0, rows.nummer(plek) + aantal), rows.aantal - 1)
        text.move(rows.plek(nummer, kolom), select=select)
        text.preferred_column = kolom  # moving made the library forget it

    def move_cursor_down(self) -> None:
        """Keep the cursor in the window when the wheel moves that down."""
        self.move_rows(1)

    def move_cursor_up(self) -> None:
        """Keep the cursor in the window when the wheel moves that up."""
        self.move_rows(-1)


def _dressed(tekst: str, begin: int, parts: Iterable[tuple[int, int, str]]) -> StyleAndTextTuples:
    """Return the text cut where its style changes."""
    styles = [""] * len(tekst)
    for van, tot, style in parts:
        for i in range(max(van - begin, 0), min(tot - begin, len(tekst))):
            styles[i] = f"{styles[i]} {style}" if styles[i] else style
    uit: StyleAndTextTuples = []
    start = 0
    for i in range(1, len(tekst) + 1):
        if i == len(tekst) or styles[i] != styles[start]:
            uit.append((styles[start], tekst[start:i]))
            start = i
    return uit
