"""The window on a text: it draws the rows that are in it, scrolls, and hears the mouse.

The library copies every sign of a window at every key, and wraps at letters. Here a row that looks
as it did is copied as a whole.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app
from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout.containers import Window
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.mouse_events import MouseButton, MouseEventType

from uitvoeringsplan.terminal.field.cellen import make_cells
from uitvoeringsplan.terminal.field.woorden import word_at

if TYPE_CHECKING:
    from prompt_toolkit.key_binding.key_bindings import NotImplementedOrNone
    from prompt_toolkit.layout.mouse_handlers import MouseHandlers
    from prompt_toolkit.layout.screen import Char, Screen, WritePosition
    from prompt_toolkit.mouse_events import MouseEvent

    from uitvoeringsplan.terminal.field.beeld import Beeld, Getekend

_DOUBLE_CLICK = 0.4  # seconds
_WHEEL = {MouseEventType.SCROLL_UP: -1, MouseEventType.SCROLL_DOWN: 1}


class Veldvenster(Window):
    """Shows as many rows of a text as there is room for, and always that of the cursor.

    `hoogte` is how many that were; `vertical_scroll` is the first.
    """

    def __init__(self, beeld: Beeld) -> None:
        super().__init__(beeld, height=Dimension(min=1, weight=1))
        self._picture = beeld
        self.hoogte = 0
        self._cells: dict[tuple[Getekend, int, int], dict[int, Char]] = {}
        self._clicked: tuple[float, int] = (0.0, -1)

    def write_to_screen(
        self,
        screen: Screen,
        mouse_handlers: MouseHandlers,
        write_position: WritePosition,
        parent_style: str,
        erase_bg: bool,  # noqa: FBT001, ARG002 - so calls the library; nothing is below a field
        z_index: int | None,  # noqa: ARG002 - idem
    ) -> None:
        """Draw the rows, the cursor when the field is written in, and say where the mouse goes."""
        at = write_position
        if at.width <= 0 or at.height <= 0:
            return
        self._picture.fit(at.width)
        self.hoogte = at.height
        self._scroll_to_cursor()
        self._draw(screen, at)
        screen.fill_area(at, parent_style)
        screen.height = max(screen.height, at.ypos + at.height)
        screen.visible_windows_to_write_positions[self] = at

        def handle(event: MouseEvent) -> NotImplementedOrNone:
            if self not in get_app().layout.walk_through_modal_area():
                return NotImplemented
            return self._mouse(event, event.position.y - at.ypos, event.position.x - at.xpos)

        right, bottom = at.xpos + at.width, at.ypos + at.height
        mouse_handlers.set_mouse_handler_for_range(at.xpos, right, at.ypos, bottom, handle)

    def _scroll_to_cursor(self) -> None:
        """Scroll as little as is needed."""
        rows = self._picture.rijen
        here = rows.nummer(self._picture.tekst.cursor_position)
        top = max(0, min(self.vertical_scroll, rows.aantal - self.hoogte))
        self.vertical_scroll = min(max(top, here - self.hoogte + 1), here)

    def _draw(self, screen: Screen, at: WritePosition) -> None:
        rows, plek = self._picture.rijen, self._picture.tekst.cursor_position
        top = self.vertical_scroll
        drawn: dict[tuple[Getekend, int, int], dict[int, Char]] = {}
        for nummer in range(top, min(top + at.height, rows.aantal)):
            key = (self._picture.row(nummer), at.xpos, at.width)
            cells = drawn[key] = self._cells.get(key) or make_cells(*key)
            screen.data_buffer[at.ypos + nummer - top].update(cells)
        self._cells = drawn
        if get_app().layout.current_control == self.content:
            # Spaces may hang out of the window, and the cursor with them.
            x = min(rows.kolom(plek), at.width - 1)
            y = rows.nummer(plek) - top
            screen.set_cursor_position(self, Point(x=at.xpos + x, y=at.ypos + y))

    def _mouse(self, event: MouseEvent, y: int, x: int) -> NotImplementedOrNone:
        """Put the cursor where is clicked, select what is dragged over or a word clicked twice."""
        kind, text = event.event_type, self._picture.tekst
        if kind in _WHEEL:
            self._turn(_WHEEL[kind])
            return None
        rows = self._picture.rijen
        plek = rows.plek(min(self.vertical_scroll + y, rows.aantal - 1), x)
        if kind is MouseEventType.MOUSE_DOWN and event.button is MouseButton.LEFT:
            get_app().layout.focus(self)
            self._click(plek)
        elif kind is MouseEventType.MOUSE_MOVE and event.button is MouseButton.LEFT:
            text.move(plek, select=True)
            text.preferred_column = None
        else:
            return NotImplemented
        return None

    def _click(self, plek: int) -> None:
        text, now = self._picture.tekst, time.monotonic()
        when, where = self._clicked
        if where == plek and now - when < _DOUBLE_CLICK:
            text.select(*word_at(text.text, plek))
            self._clicked = (0.0, -1)
        else:
            text.move(plek)
            self._clicked = (now, plek)
        text.preferred_column = None

    def _turn(self, step: int) -> None:
        """Scroll a row, and take the cursor along when it would fall out of the window."""
        rows = self._picture.rijen
        top = self.vertical_scroll + step
        if not 0 <= top <= rows.aantal - self.hoogte:
            return
        here = rows.nummer(self._picture.tekst.cursor_position)
        if not top <= here < top + self.hoogte:
            self._picture.move_rows(step)
        self.vertical_scroll = top
