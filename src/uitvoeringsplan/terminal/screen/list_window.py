"""The list of questions in a whole window: look through it, search it, and go to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.data_structures import Point
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, UIContent, UIControl, Window
from prompt_toolkit.mouse_events import MouseEventType

from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.terminal.keys import (
    BLADER,
    CLOSED,
    GA,
    HELP,
    SEARCH_WORD,
    WIS,
    bind,
)
from uitvoeringsplan.terminal.question_list import ListState
from uitvoeringsplan.terminal.screen.list_picture import (
    ListPicture,
    PagedLines,
    draw_keys,
    draw_list,
)
from uitvoeringsplan.terminal.screen.window import run_guarded

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.key_binding.key_bindings import NotImplementedOrNone
    from prompt_toolkit.mouse_events import MouseEvent

    from uitvoeringsplan.model.beurt import Plekken
    from uitvoeringsplan.terminal.screen.window import AlternateScreen

_WHEEL = 3  # lines that a wheel goes on at once
_VERY_FAR = 1_000_000  # lines; no list is as long
# Seconds to wait after Esc for the rest of a key that begins with it, such as an arrow.
_AFTER_ESC = 0.1


def choose_question(
    plekken: Plekken, current: str | None = None, screen: AlternateScreen | None = None
) -> str | None:
    """Show the list until the user goes to a question, and return its id; None closes it.

    It draws in the window of the conversation, when that has one: `screen`. Ctrl+C closes it too:
    the question below has its own. Raises OnderbrokenError for a signal.
    """
    if not plekken.every:
        return None
    window = _ListControl(plekken, current)
    app: Application[str | None] = Application(
        layout=Layout(Window(window)),
        key_bindings=window.keys(),
        full_screen=True,
        mouse_support=True,
        enable_page_navigation_bindings=False,
        output=screen.open() if screen else None,
        erase_when_done=True,
    )
    app.ttimeoutlen = _AFTER_ESC
    try:
        return run_guarded(app, lambda: "", forget)
    except (KeyboardInterrupt, EOFError):
        return None


class _ListControl(UIControl):
    """The window: draws the list, or in its place the keys, and does what a key or a click says."""

    def __init__(self, plekken: Plekken, current: str | None) -> None:
        self._places = plekken
        self._current = current
        self._stand = ListState(plekken.every, current)
        self._explanation: PagedLines | None = None  # of the keys, while they are shown
        self._picture = ListPicture([])

    def is_focusable(self) -> bool:
        """Whether it gets the keys."""
        return True

    def create_content(self, width: int, height: int) -> UIContent:
        """Draw the window; the cursor is at the marked line, for whoever has the screen read."""
        if self._explanation is None:
            self._picture = draw_list(self._stand, self._places, self._current, width, height)
        else:
            self._picture = draw_keys(self._explanation, width, height)
        lines = self._picture.lines
        return UIContent(
            get_line=lambda i: [lines[i]],
            line_count=len(lines),
            cursor_position=Point(0, self._picture.cursor),
        )

    def mouse_handler(self, mouse_event: MouseEvent) -> NotImplementedOrNone:
        """Go to the question that was clicked; the wheel shifts what is in view."""
        match mouse_event.event_type:
            case MouseEventType.SCROLL_UP:
                self._scroll(-_WHEEL)
            case MouseEventType.SCROLL_DOWN:
                self._scroll(_WHEEL)
            case MouseEventType.MOUSE_UP:
                if (i := self._picture.keuzes.get(mouse_event.position.y)) is not None:
                    get_app().exit(result=self._stand.found[i].vraag_id)
            case _:
                return NotImplemented
        return None

    def keys(self) -> KeyBindings:
        """Return the keys of the window."""
        keys = KeyBindings()
        bind(keys, GA, self._go_there)
        bind(keys, BLADER, self._page)
        bind(keys, SEARCH_WORD, self._type)
        bind(keys, WIS, self._wipe)
        bind(keys, CLOSED, self._close)
        bind(keys, HELP, self._show_keys)
        return keys

    def _show_keys(self, _event: KeyPressEvent) -> None:
        self._explanation = PagedLines() if self._explanation is None else None

    def _go_there(self, event: KeyPressEvent) -> None:
        if self._explanation is not None:
            self._explanation = None
        elif plek := self._stand.chosen:
            event.app.exit(result=plek.vraag_id)

    def _close(self, event: KeyPressEvent) -> None:
        if self._explanation is not None:
            self._explanation = None
        else:
            event.app.exit(result=None)

    def _page(self, event: KeyPressEvent) -> None:
        sheet = self._stand if self._explanation is None else self._explanation
        match event.key_sequence[0].key:
            case Keys.Up:
                sheet.move(-1)
            case Keys.Down:
                sheet.move(1)
            case Keys.PageUp:
                sheet.move_page(-1, self._picture.height)
            case Keys.PageDown:
                sheet.move_page(1, self._picture.height)
            case Keys.Home:
                sheet.move(-_VERY_FAR)
            case _:
                sheet.move(_VERY_FAR)

    def _scroll(self, lines: int) -> None:
        if self._explanation is None:
            self._stand.scroll(lines, self._picture.height)
        else:
            self._explanation.move(lines)

    def _type(self, event: KeyPressEvent) -> None:
        """Search on with what was typed or pasted; other keys are none of this window."""
        typed = one_line(event.data) if Keys.BracketedPaste in _names(event) else event.data
        if typed.isprintable():
            self._explanation = None
            self._stand.search(self._stand.sought + typed)

    def _wipe(self, event: KeyPressEvent) -> None:
        everything = Keys.ControlU in _names(event)
        self._stand.search("" if everything else self._stand.sought[:-1])


def _names(event: KeyPressEvent) -> list[Keys | str]:
    return [key.key for key in event.key_sequence]
