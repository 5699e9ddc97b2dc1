"""The window on a text: it draws the rows that are in it, scrolls, and hears the mouse.

The library copies every sign of a window at every key, and wraps at letters. Here a row that looks
as it did is copied as a whole.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple

from prompt_toolkit.application import get_app
from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout.containers import Window
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.screen import Char
from prompt_toolkit.mouse_events import MouseButton, MouseEventType

from uitvoeringsplan.terminal.field.graphemes import word_at
from uitvoeringsplan.terminal.field.rows import Rijen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase

    from uitvoeringsplan.terminal.field.buffer import Veldtekst

    # Gives (begin, end, style) of parts of the text between two places, in the order to put on.
    Kleding = Callable[[str, int, int], Iterable[tuple[int, int, str]]]
    from prompt_toolkit.key_binding.key_bindings import NotImplementedOrNone
    from prompt_toolkit.layout.mouse_handlers import MouseHandlers
    from prompt_toolkit.layout.screen import Screen, WritePosition
    from prompt_toolkit.mouse_events import MouseEvent


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
    """Knows the rows of a text at the width of its window; `Veldvenster` draws them."""

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
        within = [
            (max(0, van - rij.begin), min(tot, rij.eind) - rij.begin, style)
            for van, tot, style in parts
            if van < rij.eind and tot > rij.begin
        ]
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
