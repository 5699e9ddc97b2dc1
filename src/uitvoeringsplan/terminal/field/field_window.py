"""The window on a text: it draws the rows that are in it, scrolls, and hears the mouse.

The library copies every sign of a window at every key, and wraps at letters. Here a row that looks
as it did is copied as a whole.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import get_app
from prompt_toolkit.cache import FastDictCache
from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout.containers import Window
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.screen import Char
from prompt_toolkit.mouse_events import MouseButton, MouseEventType

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.field.rows import Rows, word_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase

    from uitvoeringsplan.terminal.field.buffer import FieldBuffer

    # Gives (begin, end, style) of parts of the text between two places, in the order to put on.
    Dress = Callable[[str, int, int], Iterable[tuple[int, int, str]]]
    from prompt_toolkit.key_binding.key_bindings import NotImplementedOrNone
    from prompt_toolkit.layout.mouse_handlers import MouseHandlers
    from prompt_toolkit.layout.screen import Screen, WritePosition
    from prompt_toolkit.mouse_events import MouseEvent


_SELECTED = "class:veld.selectie"


class DrawnRow(NamedTuple):
    """All that decides how a row looks: two that are equal look the same.

    `parts` are (begin, end, style) of parts of `text`; `behind` is the style of the cell behind.
    """

    indent: int
    text: str
    parts: tuple[tuple[int, int, str], ...]
    behind: str


class FieldControl(BufferControl):
    """Knows the rows of a text at the width of its window; `FieldWindow` draws them."""

    def __init__(self, text: FieldBuffer, dress: Dress, bindings: KeyBindingsBase) -> None:
        super().__init__(buffer=text, key_bindings=bindings)
        self.text = text
        self._dress = dress
        self._width = 79
        self._rows = Rows(text.text, self._width)

    @property
    def rows(self) -> Rows:
        """The rows of the text as it stands, at the width of the window."""
        rows, text = self._rows, self.text.text
        if rows.columns != self._width or rows.text != text:
            self._rows = rows = Rows(text, self._width, rows)
        return rows

    def preferred_height(self, width: int, max_available_height: int, *_: Any, **__: Any) -> int:
        """Return how many rows it has, as many as there is room for."""
        self.fit(width)
        return min(max_available_height, self.rows.count)

    def fit(self, columns: int) -> None:
        """Wrap for a window of so many columns: one is kept for the cursor behind a full row."""
        self._width = max(2, columns - 1)

    def row(self, number: int) -> DrawnRow:
        """Return how one row looks."""
        rows = self.rows
        row = rows.row(number)
        parts = [*self._dress(rows.text, row.start, row.end)]
        behind = ""
        if selected := self.text.selection:
            begin, end = selected
            parts.append((begin, end, _SELECTED))
            # The cell behind a paragraph shows that its end is selected too.
            if row.is_last and begin <= row.end < end:
                behind = _SELECTED
        within = [
            (max(0, start - row.start), min(stop, row.end) - row.start, style)
            for start, stop, style in parts
            if start < row.end and stop > row.start
        ]
        return DrawnRow(row.indent, rows.text[row.start : row.end], tuple(within), behind)

    def move_rows(self, count: int, *, select: bool = False) -> None:
        """Move the cursor up or down, as near as can be to the column where it once started."""
        text, rows = self.text, self.rows
        place = text.cursor_position
        wished = text.preferred_column
        column = rows.column(place) if wished is None else wished
        number = min(max(0, rows.number(place) + count), rows.count - 1)
        text.move(rows.place(number, column), select=select)
        text.preferred_column = column  # moving made the library forget it


_EMPTY = Char("", "")  # behind a wide sign, which is drawn over it


_CHARS: FastDictCache[tuple[str, str], Char] = FastDictCache(Char)


def make_cells(row: DrawnRow, first: int, columns: int) -> dict[int, Char]:
    """Return the cells of a row by their column, from column `first` on and no more than fit."""
    cells: dict[int, Char] = {}
    x, most = first + row.indent, first + columns
    before = -1  # the column of the last sign, for accents and the like that go on top of it
    if row.indent:
        before = x - 1
        cells[before] = _CHARS[" ", ""]
    for sign, style in zip(row.text, _styles(row), strict=True):
        char = _CHARS[sign, style]
        width = char.width
        if width == 0:
            if before >= 0 and cells[before].width <= 2:
                under = cells[before]
                cells[before] = _CHARS[under.char + sign, under.style]
        elif x < most:
            cells[x] = char
            for i in range(x + 1, x + width):
                cells[i] = _EMPTY
            before = x
        x += width
    if row.behind and x < most:
        cells[x] = _CHARS[" ", row.behind]
    return cells


def _styles(row: DrawnRow) -> list[str]:
    """Return the style of every sign; later parts are put over earlier ones."""
    styles = [""] * len(row.text)
    for begin, end, style in row.parts:
        for i in range(begin, end):
            styles[i] = f"{styles[i]} {style}" if styles[i] else style
    return styles


_DOUBLE_CLICK = 0.4  # seconds
_WHEEL = {MouseEventType.SCROLL_UP: -1, MouseEventType.SCROLL_DOWN: 1}


class FieldWindow(Window):
    """Shows as many rows of a text as there is room for, and always that of the cursor.

    `shown` is how many that were; `vertical_scroll` is the first.
    """

    def __init__(self, control: FieldControl) -> None:
        super().__init__(control, height=Dimension(min=1, weight=1))
        self._picture = control
        self.shown = 0
        self._cells: dict[tuple[DrawnRow, int, int], dict[int, Char]] = {}
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
        self.shown = at.height
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
        rows = self._picture.rows
        here = rows.number(self._picture.text.cursor_position)
        top = max(0, min(self.vertical_scroll, rows.count - self.shown))
        self.vertical_scroll = min(max(top, here - self.shown + 1), here)

    def _draw(self, screen: Screen, at: WritePosition) -> None:
        rows, place = self._picture.rows, self._picture.text.cursor_position
        top = self.vertical_scroll
        drawn: dict[tuple[DrawnRow, int, int], dict[int, Char]] = {}
        for number in range(top, min(top + at.height, rows.count)):
            key = (self._picture.row(number), at.xpos, at.width)
            cells = drawn[key] = self._cells.get(key) or make_cells(*key)
            screen.data_buffer[at.ypos + number - top].update(cells)
        self._cells = drawn
        if get_app().layout.current_control == self.content:
            # Spaces may hang out of the window, and the cursor with them.
            x = min(rows.column(place), at.width - 1)
            y = rows.number(place) - top
            screen.set_cursor_position(self, Point(x=at.xpos + x, y=at.ypos + y))

    def _mouse(self, event: MouseEvent, y: int, x: int) -> NotImplementedOrNone:
        """Put the cursor where is clicked, select what is dragged over or a word clicked twice."""
        kind, text = event.event_type, self._picture.text
        if kind in _WHEEL:
            self._turn(_WHEEL[kind])
            return None
        rows = self._picture.rows
        place = rows.place(min(self.vertical_scroll + y, rows.count - 1), x)
        if kind is MouseEventType.MOUSE_DOWN and event.button is MouseButton.LEFT:
            get_app().layout.focus(self)
            self._click(place)
        elif kind is MouseEventType.MOUSE_MOVE and event.button is MouseButton.LEFT:
            text.move(place, select=True)
            text.preferred_column = None
        else:
            return NotImplemented
        return None

    def _click(self, place: int) -> None:
        text, now = self._picture.text, time.monotonic()
        when, where = self._clicked
        if where == place and now - when < _DOUBLE_CLICK:
            text.select(*word_at(text.text, place))
            self._clicked = (0.0, -1)
        else:
            text.move(place)
            self._clicked = (now, place)
        text.preferred_column = None

    def _turn(self, step: int) -> None:
        """Scroll a row, and take the cursor along when it would fall out of the window."""
        rows = self._picture.rows
        top = self.vertical_scroll + step
        if not 0 <= top <= rows.count - self.shown:
            return
        here = rows.number(self._picture.text.cursor_position)
        if not top <= here < top + self.shown:
            self._picture.move_rows(step)
        self.vertical_scroll = top
