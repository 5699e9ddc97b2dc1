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
    DICHT,
    GA,
    HULP,
    WIS,
    ZOEKWOORD,
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
    plekken: Plekken, huidig: str | None = None, scherm: AlternateScreen | None = None
) -> str | None:
    """Show the list until the user goes to a question, and return its id; None closes it.

    It draws in the window of the conversation, when that has one: `scherm`. Ctrl+C closes it too:
    the question below has its own. Raises OnderbrokenError for a signal.
    """
    if not plekken.alle:
        return None
    venster = _ListControl(plekken, huidig)
    app: Application[str | None] = Application(
        layout=Layout(Window(venster)),
        key_bindings=venster.toetsen(),
        full_screen=True,
        mouse_support=True,
        enable_page_navigation_bindings=False,
        output=scherm.open() if scherm else None,
        erase_when_done=True,
    )
    app.ttimeoutlen = _AFTER_ESC
    try:
        return run_guarded(app, lambda: "", forget)
    except (KeyboardInterrupt, EOFError):
        return None


class _ListControl(UIControl):
    """The window: draws the list, or in its place the keys, and does what a key or a click says."""

    def __init__(self, plekken: Plekken, huidig: str | None) -> None:
        self._plekken = plekken
        self._huidig = huidig
        self._stand = ListState(plekken.alle, huidig)
        self._uitleg: PagedLines | None = None  # of the keys, while they are shown
        self._beeld = ListPicture([])

    def is_focusable(self) -> bool:
        """Whether it gets the keys."""
        return True

    def create_content(self, width: int, height: int) -> UIContent:
        """Draw the window; the cursor is at the marked line, for whoever has the screen read."""
        if self._uitleg is None:
            self._beeld = draw_list(self._stand, self._plekken, self._huidig, width, height)
        else:
            self._beeld = draw_keys(self._uitleg, width, height)
        regels = self._beeld.regels
        return UIContent(
            get_line=lambda i: [regels[i]],
            line_count=len(regels),
            cursor_position=Point(0, self._beeld.cursor),
        )

    def mouse_handler(self, mouse_event: MouseEvent) -> NotImplementedOrNone:
        """Go to the question that was clicked; the wheel shifts what is in view."""
        match mouse_event.event_type:
            case MouseEventType.SCROLL_UP:
                self._scroll(-_WHEEL)
            case MouseEventType.SCROLL_DOWN:
                self._scroll(_WHEEL)
            case MouseEventType.MOUSE_UP:
                if (i := self._beeld.keuzes.get(mouse_event.position.y)) is not None:
                    get_app().exit(result=self._stand.gevonden[i].vraag_id)
            case _:
                return NotImplemented
        return None

    def toetsen(self) -> KeyBindings:
        """Return the keys of the window."""
        toetsen = KeyBindings()
        bind(toetsen, GA, self._go_there)
        bind(toetsen, BLADER, self._page)
        bind(toetsen, ZOEKWOORD, self._type)
        bind(toetsen, WIS, self._wipe)
        bind(toetsen, DICHT, self._close)
        bind(toetsen, HULP, self._show_keys)
        return toetsen

    def _show_keys(self, _event: KeyPressEvent) -> None:
        self._uitleg = PagedLines() if self._uitleg is None else None

    def _go_there(self, event: KeyPressEvent) -> None:
        if self._uitleg is not None:
            self._uitleg = None
        elif plek := self._stand.gekozen:
            event.app.exit(result=plek.vraag_id)

    def _close(self, event: KeyPressEvent) -> None:
        if self._uitleg is not None:
            self._uitleg = None
        else:
            event.app.exit(result=None)

    def _page(self, event: KeyPressEvent) -> None:
        blad = self._stand if self._uitleg is None else self._uitleg
        match event.key_sequence[0].key:
            case Keys.Up:
                blad.move(-1)
            case Keys.Down:
                blad.move(1)
            case Keys.PageUp:
                blad.move_page(-1, self._beeld.hoogte)
            case Keys.PageDown:
                blad.move_page(1, self._beeld.hoogte)
            case Keys.Home:
                blad.move(-_VERY_FAR)
            case _:
                blad.move(_VERY_FAR)

    def _scroll(self, regels: int) -> None:
        if self._uitleg is None:
            self._stand.scroll(regels, self._beeld.hoogte)
        else:
            self._uitleg.move(regels)

    def _type(self, event: KeyPressEvent) -> None:
        """Search on with what was typed or pasted; other keys are none of this window."""
        typed = one_line(event.data) if Keys.BracketedPaste in _namen(event) else event.data
        if typed.isprintable():
            self._uitleg = None
            self._stand.search(self._stand.gezocht + typed)

    def _wipe(self, event: KeyPressEvent) -> None:
        alles = Keys.ControlU in _namen(event)
        self._stand.search("" if alles else self._stand.gezocht[:-1])


def _namen(event: KeyPressEvent) -> list[Keys | str]:
    return [toets.key for toets in event.key_sequence]
